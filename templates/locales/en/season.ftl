### Holiday and full: the panel's page and what those who ask are told, and how long answers take.
season = Holiday and full
season-lead = Say so here when the weeks are not as usual. The front page and the form will say the same. One can always ask: a closed door is the last thing someone in need should meet. The due days in the queue do not move.
season-waiting = Waiting for an answer
season-very-late = More than { $days ->
    [one] one day
   *[other] { $days } days
} overdue
season-median = Half were answered within (last 30 days)
season-median-unknown = too few answers to tell
season-kind = What are the weeks to come like?
season-ordinary = As usual
season-name-holiday = Holiday
season-hint-holiday = We are few for a while, and answers may take longer.
season-name-full = Full
season-hint-full = More waits than we can answer in time. The form first shows who can help at once.
season-until = Last day
season-until-hint = Within three months. The day after, all is as usual by itself.
error-season-until = Choose a last day, from today and at most three months ahead.
notice-season-chosen = Saved. The front page and the form follow.
season-holiday = We are on holiday.
season-holiday-text = Until { $day } there are few of us, and an answer may take longer than usual. You can ask as before.
season-full = Many are asking now.
season-full-text = Until { $day } an answer may take longer than usual. You can ask as before. If it cannot wait, there is someone you can talk to today.
season-help = See who you can talk to now
season-short = It may take longer than usual just now.
waiting-median = Half get their answer { $days ->
    [0] the same day
    [one] within one day
   *[other] within { $days } days
}.
waiting-now = { $count } questions wait ahead of yours.
waiting-few = Fewer than five questions wait ahead of yours.
waiting-none = Nobody waits ahead of you.
season-ask-line = Call now. Our answer may take longer than usual.
