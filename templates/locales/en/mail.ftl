### Mail to staff: the page where they choose it, and its words.
mail-to-you = Email from the queue
mail-lead = You can get an email at fixed hours when something waits for you. It holds numbers only. Never what anyone asked, and no link to a question.
mail-not-set-up = This service is not set up to send email yet. Tell whoever runs it.
mail-not-for-you = The email counts questions to answer or review. You do neither here, so there is nothing to send.
mail-address-label = Your email address
mail-address-hint = Preferably the one you have at work. If this is empty you get no email, and we remember no address.
error-mail-address = Write one email address, like name@kommune.no, or leave this empty.
mail-hours-label = When do you want it?
mail-hours-hint = Norwegian time. When nothing waits, we send nothing. Without an hour you get no email.
mail-hour = { $hour }:00
mail-back = To your profile
mail-trouble-refused = The email of { $day } did not get through. The receiving server did not accept it. See whether the address is right.
mail-trouble-undelivered = The email of { $day } did not get through. We tried for a day. Tell whoever runs this service.
mail-trouble-uncertain = We do not know whether the email of { $day } got through, and do not send it again. Look in the queue instead.
notice-mail-chosen = Your choice is saved.
profile-mail = Get an email when something waits for you
digest-subject = { $site }: the queue at { $hour }:00
digest-greeting = Hello! This is how the queue stands:
digest-waiting = { $count ->
    [one] One question waits for someone
   *[other] { $count } questions wait for someone
}
digest-urgent = { $count ->
    [one] one of them is urgent
   *[other] { $count } of them are urgent
}
digest-late = { $count ->
    [one] one is past its day
   *[other] { $count } are past their day
}
digest-review = { $count ->
    [one] one answer waits for review
   *[other] { $count } answers wait for review
}
digest-very-late = { $count ->
    [one] one question is several days past its day
   *[other] { $count } questions are several days past their day
}
digest-panel = Sign in here: { $address }
digest-why = You get this email because you chose it under Profile in the panel. You turn it off there too.
reminder-subject = { $site }: questions near or past their day
reminder-greeting = Hello! Some questions come to their day, or are past it:
reminder-of-group = In your group:
reminder-of-editors = In all groups together:
reminder-before = { $count ->
    [one] one question has { $days } left
   *[other] { $count } questions have { $days } left
}
reminder-today = { $count ->
    [one] one question is due today
   *[other] { $count } questions are due today
}
reminder-after = { $count ->
    [one] one question is { $days } late
   *[other] { $count } questions are { $days } late
}
mail-reminders = When a question of your group comes to its day, or goes past it, you get an email about that too, at the first of your hours. Once a day, numbers only.
