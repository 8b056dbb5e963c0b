# What is published, in the panel.

published-pairs = Published
published-search = Words of the title, or the address
published-none = No published answer fits.
published-on = Published on
published-read = See it as everyone sees it
published-editors-only = Only editors can change what stands here.
subtopic = Subtopic
subtopic-of = Subtopic of ‘{ $topic }’
subtopic-none = No subtopic
wording-subtopic-hint = Where the answer will stand on the topic’s page. May be empty.
error-subtopic-unknown = Choose one of the subtopics in the list.
choice-title = Start here in ‘{ $topic }’
choice-lead = This stands first on the topic’s page. Choose what helps someone most to read first.
choice-empty = No answers are chosen yet.
choice-place = The place of this answer
choice-no = Not in the list
choice-full = The list is full. Take out another answer first.
error-choice-full = The list is full. Take out another answer first.
pins-title = Beside the answer
pins-lead = Answers to stand first under ‘Similar questions’. Paste the address. Where there is room left, search adds answers that are alike.
pins-number = Answer { $number }
pins-none = None is chosen. Search finds answers that are alike.
error-related-unknown = We find no answer at this address.
error-related-itself = This is the answer itself. Choose another.
error-related-again = This answer stands there already.
notice-arranged = Saved.
