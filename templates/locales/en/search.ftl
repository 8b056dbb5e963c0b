# Search: what others have asked already.

search-link = Search
search-title = Search the answers
search-lead = Someone may have wondered about the same thing. Use your own words, and don’t worry about spelling.
search-label = What do you wonder about?
search-button = Search
search-topic = Topic
search-age = Age
search-gender = Gender
search-all = All
search-cut = That was a long search. We used the first { $max } characters.
search-preparing = Search is being made ready right now.
search-again = Try again
search-did-you-mean = Did you mean
search-nothing = We found no answers to that
search-nothing-text = It only means that nobody has had an answer to exactly this here yet. Try other words, or ask us. Others may wonder about the same thing.
search-nothing-closed = It only means that nobody has had an answer to exactly this here yet. Try other words.
search-nearest-topics = Look in the topics
search-without-filters = Without the filters: { $count ->
    [one] one answer
   *[other] { $count } answers
}
search-before = Previous page
search-after = Next page
search-narrow = Narrow the search
