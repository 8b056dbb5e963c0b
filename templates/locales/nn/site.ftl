# The frame around every page, dates, and the help that is always in reach.

skip-to-content = Hopp til innhaldet
to-front-page = , til framsida
to-the-front-page = Til framsida
main-menu = Hovudmeny
languages = Språk
ask-us = Spør oss
topics = Tema
see-topics = Sjå temaa
you-are-here = Du er her
source-code = Kjeldekode
footer-owner = Tenesta blir driven av { $owner }.
footer-kept = Vi lagrar spørsmålet, temaet og det du sjølv vel å seie om deg. Ikkje kven du er.
leave-page = Forlat sida
# What the tab says while someone asks: nothing that a passer-by would stop at.
neutral-title = Skjema
error-in-title = Feil
unsaid = Vil ikkje seie
table = Tabell

help-now-question = Treng du nokon no?
help-now-line = Her svarar dei med ein gong.
help-ask-question = Er det fare for liv?
help-ask-line = Ring no. Svaret vårt kan ta { $days ->
    [one] éin dag
    [7] ei veke
   *[other] { $days } dagar
}.
help-closed-line = Ring no. Du treng ikkje vite kva du skal seie.
help-wait-question = Blir det for lenge å vente?
help-wait-line = Desse svarar no.
help-113 = ved fare for liv
help-116111 = barn og unge, døgnope
help-116123 = nokon å snakke med
help-116117 = lege når det hastar

date-long = { $day }.{ "\u00A0" }{ $month } { $year }
date-short = { $day }. { $month }
date-with-weekday = { $weekday } { $day }.{ "\u00A0" }{ $month }
date-month = { $month } { $year }
month-1 = januar
month-2 = februar
month-3 = mars
month-4 = april
month-5 = mai
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = desember
weekday-1 = måndag
weekday-2 = tysdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = laurdag
weekday-7 = søndag

gender-female = Jente/kvinne
gender-male = Gut/mann
gender-other = Anna eller ikkje-binær
gender-unsaid = Vil ikkje seie
age-under_13 = Under 13
age-13_15 = 13–15
age-16_17 = 16–17
age-18_20 = 18–20
age-21_25 = 21–25
age-over_25 = Over 25
age-unsaid = Vil ikkje seie
date-month-short = { $month } { $year }
month-short-1 = jan.
month-short-2 = feb.
month-short-3 = mars
month-short-4 = apr.
month-short-5 = mai
month-short-6 = juni
month-short-7 = juli
month-short-8 = aug.
month-short-9 = sep.
month-short-10 = okt.
month-short-11 = nov.
month-short-12 = des.
