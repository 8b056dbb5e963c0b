# The accessibility page: what works for whom, said plainly.

accessibility-title = Accessibility
accessibility-lead = Everyone should be able to ask, read and get help here, however you see, hear, move or read.
accessibility-declaration = Our accessibility statement
accessibility-declaration-says = It says which requirements we meet, and which we do not.

accessibility-tested = What is tested
accessibility-tested-rules = Every page is tried in a browser against the rules of WCAG 2.2 at level AA each time the program changes.
accessibility-tested-screens = That is in light and dark, on a small phone, with text twice as large, enlarged four times, in the colours your device asks for, and without motion.
accessibility-tested-keys = You can do everything that matters with the keyboard alone.
accessibility-tested-plain = You can do everything that matters without script, and read it all as plain text.
accessibility-tested-names = Every button, link and field has a name that a screen reader can say.

accessibility-untested = What is not tested
accessibility-untested-ear = Nobody who uses a screen reader every day has gone through the pages and told us what they think yet.
accessibility-untested-words = Machines cannot tell whether words are easy enough. People look at that, answer by answer.
accessibility-untested-elsewhere = Links may lead to the pages of others. We cannot promise anything about those.

accessibility-tell = Does something not work for you?
accessibility-tell-owner = Tell those who run this service.
accessibility-tell-named = Tell { $owner }.
accessibility-tell-where = Write to
accessibility-complain = If that does not help, you can
accessibility-complain-where = complain here
