### The queue: its filters and clocks, and how a question is lent.
filter-title = Filter
filter-chosen = { $count ->
    [one] one choice
   *[other] { $count } choices
}
filter-all = All
filter-age = Age and due day
filter-none = Show all
filter-hides-all = No question fits everything you chose.
filter-without = Take away “{ $choice }”: { $count ->
    [one] one question
   *[other] { $count } questions
}
age-of-question-today = Came today
age-of-question-old = Older than three days
age-of-question-soon = Due today or tomorrow
age-of-question-late = Overdue
age-of-question-unopened = Not opened
age-of-question-overlooked = Not opened in time
overview-overlooked = { $count ->
    [one] One should have been opened by now
   *[other] { $count } should have been opened by now
}
overview-late = { $count ->
    [one] One overdue
   *[other] { $count } overdue
}
overview-due-today = { $count ->
    [one] One due today
   *[other] { $count } due today
}
overview-unopened = { $count ->
    [one] One not opened yet
   *[other] { $count } not opened yet
}
unopened = not opened
unopened-late = not opened in time
due-on-holiday = (public holiday)
lease-lost = The question is not yours any more. Your text is still here. Press Save: if nobody has taken the question, you get it back.
lease-begun = { $name } has begun an answer. The draft comes along when you take the question.
handed-to-you = Handed to you
handed-by = by { $name }, { $day }
handed-you = { $name } handed this question to you.
handed-to = { $name } handed this question to { $to }.
handover = Hand the question on
handover-lead = It stands on top for whoever you choose, with the draft that is written. Once it is overdue, anyone may take it.
handover-to = To
handover-group = The group { $group }
handover-note = Note
handover-note-hint = Why, in short. Sealed like the question.
handover-send = Hand on
handover-give-back = Give back to { $name }
notice-handed-over = The question is handed on.
error-handover-note-long = The note may have at most 2,000 characters.
handed-to-name = handed to { $name }
handed-to-you-here = handed to you
