# The frame around every page, dates, and the help that is always in reach.

skip-to-content = Skip to content
to-front-page = , to the front page
to-the-front-page = To the front page
main-menu = Main menu
languages = Languages
ask-us = Ask us
topics = Topics
see-topics = See the topics
you-are-here = You are here
source-code = Source code
footer-owner = This service is run by { $owner }.
footer-kept = We keep your question, its topic and what you choose to tell us about yourself. Not who you are.
leave-page = Leave this page
# What the tab says while someone asks: nothing that a passer-by would stop at.
neutral-title = Form
error-in-title = Error
unsaid = Prefer not to say
table = Table

help-now-question = Do you need someone now?
help-now-line = Here they answer straight away.
help-ask-question = Is your life or someone else’s in danger?
help-ask-line = Call now. Our answer can take { $days ->
    [one] one day
    [7] a week
   *[other] { $days } days
}.
help-closed-line = Call now. You don’t need to know what to say.
help-wait-question = Is that too long to wait?
help-wait-line = These answer now.
help-113 = life in danger
help-116111 = children and teens, 24/7
help-116123 = someone to talk to
help-116117 = doctor, if it’s urgent

date-long = { $day }{ "\u00A0" }{ $month } { $year }
date-short = { $day } { $month }
date-with-weekday = { $weekday } { $day }{ "\u00A0" }{ $month }
date-month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

gender-female = Girl/woman
gender-male = Boy/man
gender-other = Other or non-binary
gender-unsaid = Prefer not to say
age-under_13 = Under 13
age-13_15 = 13–15
age-16_17 = 16–17
age-18_20 = 18–20
age-21_25 = 21–25
age-over_25 = Over 25
age-unsaid = Prefer not to say
date-month-short = { $month } ’{ $year }
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
