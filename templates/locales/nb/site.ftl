# The frame around every page, dates, and the help that is always in reach.

skip-to-content = Hopp til innholdet
to-front-page = , til forsiden
to-the-front-page = Til forsiden
main-menu = Hovedmeny
languages = Språk
ask-us = Spør oss
topics = Temaer
see-topics = Se temaene
you-are-here = Du er her
source-code = Kildekode
footer-owner = Tjenesten drives av { $owner }.
footer-kept = Vi lagrer spørsmålet, temaet og det du selv velger å si om deg. Ikke hvem du er.
leave-page = Forlat siden
# What the tab says while someone asks: nothing that a passer-by would stop at.
neutral-title = Skjema
error-in-title = Feil
unsaid = Vil ikke si
table = Tabell

help-now-question = Trenger du noen nå?
help-now-line = Her svarer de med en gang.
help-ask-question = Er det fare for liv?
help-ask-line = Ring nå. Svaret vårt kan ta { $days ->
    [one] én dag
    [7] en uke
   *[other] { $days } dager
}.
help-closed-line = Ring nå. Du trenger ikke vite hva du skal si.
help-wait-question = Blir det for lenge å vente?
help-wait-line = Disse svarer nå.
help-113 = ved fare for liv
help-116111 = barn og unge, døgnåpent
help-116123 = noen å snakke med
help-116117 = lege når det haster

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
weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag

gender-female = Jente/kvinne
gender-male = Gutt/mann
gender-other = Annet eller ikke-binær
gender-unsaid = Vil ikke si
age-under_13 = Under 13
age-13_15 = 13–15
age-16_17 = 16–17
age-18_20 = 18–20
age-21_25 = 21–25
age-over_25 = Over 25
age-unsaid = Vil ikke si
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
