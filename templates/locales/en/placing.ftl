# Where a pair will stand: address, language, further topics, what stands beside it.

placing-title = Where the answer will stand
placing-address = Address
placing-address-hint = The end of the web address. Empty: made from the title. It cannot be changed afterwards. Never use words that may give the asker away.
placing-address-free = Free: { $slug }
placing-language = Language of the answer
placing-guessed = The text looks like { $language }. Choose what is right.
placing-more = More topics, and answers beside it
placing-further = Also show under
placing-further-hint = At most three more topics. May be empty.
placing-related = Read also
placing-related-hint = Answers and articles to stand beside it, at most five. Paste one address a line, like /sporsmal/… or /fakta/…
placing-proposals = Proposals: tick what fits
placing-none = None
placing-named = The address has words that may be a name or a place: { $words }
placing-by-correction = Language, further topics and articles are changed by a correction, which a colleague reads.
error-address-letters = Use small letters from a to z, digits and hyphens only.
error-address-long = The address is too long. Use at most 70 characters.
error-address-taken = Another answer has or had this address.
error-further-many = Choose at most three more topics.
error-related-many = Choose at most five.
error-related-page = One of the lines is not the address of a public answer or article.
reminder-address = The address may have a name or a place in it. Everyone can read it.
reminder-language = The text looks like another language than the one chosen.
checks-go-to-slug = Go to the address
checks-go-to-language = Go to the language
refusal-language-has-version-title = There is a version in that language.
refusal-language-has-version = The answer already has a translation in the language you chose. Remove the translation first, or choose another language. Your text is here.
answer-further = Also under:

# Links to other houses.
trouble-status = Answered with status { $status }
trouble-slow = Did not answer in time
trouble-closed = Nobody answers there
trouble-certificate = Its certificate cannot be trusted
trouble-circle = Sends us round in circles
trouble-other = Did not answer as it should
rechecks-asked = Links to others were last tried on { $date }.
