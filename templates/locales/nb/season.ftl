### Holiday and full: the panel's page and what those who ask are told, and how long answers take.
season = Ferie og fullt
season-lead = Si fra her når uka ikke er som vanlig. Da sier forsiden og skjemaet det samme. Det går alltid an å spørre: En stengt dør er det siste noen i nød trenger. Fristen i køen flytter seg ikke.
season-waiting = Venter på svar
season-very-late = Mer enn { $days ->
    [one] én dag
   *[other] { $days } dager
} over fristen
season-median = Halvparten fikk svar innen (siste 30 dager)
season-median-unknown = for få svar til å si det
season-kind = Hvordan er ukene framover?
season-ordinary = Som vanlig
season-name-holiday = Ferie
season-hint-holiday = Vi er få en stund, og svar kan ta lengre tid.
season-name-full = Fullt
season-hint-full = Det venter mer enn vi rekker. Skjemaet viser først hvem som kan hjelpe med en gang.
season-until = Siste dag
season-until-hint = Senest om tre måneder. Dagen etter er alt som vanlig av seg selv.
error-season-until = Velg en siste dag, fra i dag og høyst tre måneder fram.
notice-season-chosen = Valget er lagret. Forsiden og skjemaet følger etter.
season-holiday = Vi har ferie.
season-holiday-text = Til og med { $day } er vi få, og svaret kan ta lengre tid enn vanlig. Du kan spørre som før.
season-full = Mange spør nå.
season-full-text = Til og med { $day } kan svaret ta lengre tid enn vanlig. Du kan spørre som før. Kan det ikke vente, finnes det noen du kan snakke med i dag.
season-help = Se hvem du kan snakke med nå
season-short = Det kan ta lengre tid enn vanlig nå.
waiting-median = Halvparten får svar { $days ->
    [0] samme dag
    [one] innen én dag
   *[other] innen { $days } dager
}.
waiting-now = { $count } spørsmål venter foran ditt.
waiting-few = Færre enn fem spørsmål venter foran ditt.
waiting-none = Ingen venter foran deg.
season-ask-line = Ring nå. Svaret vårt kan ta lengre tid enn vanlig.
