### Holiday and full: the panel's page and what those who ask are told, and how long answers take.
season = Ferie og fullt
season-lead = Sei frå her når veka ikkje er som vanleg. Då seier framsida og skjemaet det same. Det går alltid an å spørje: Ei stengd dør er det siste nokon i naud treng. Fristen i køen flyttar seg ikkje.
season-waiting = Ventar på svar
season-very-late = Meir enn { $days ->
    [one] éin dag
   *[other] { $days } dagar
} over fristen
season-median = Halvparten fekk svar innan (siste 30 dagar)
season-median-unknown = for få svar til å seie det
season-kind = Korleis er vekene framover?
season-ordinary = Som vanleg
season-name-holiday = Ferie
season-hint-holiday = Vi er få ei stund, og svar kan ta lengre tid.
season-name-full = Fullt
season-hint-full = Det ventar meir enn vi rekk. Skjemaet viser først kven som kan hjelpe med ein gong.
season-until = Siste dag
season-until-hint = Seinast om tre månader. Dagen etter er alt som vanleg av seg sjølv.
error-season-until = Vel ein siste dag, frå i dag og høgst tre månader fram.
notice-season-chosen = Valet er lagra. Framsida og skjemaet følgjer etter.
season-holiday = Vi har ferie.
season-holiday-text = Til og med { $day } er vi få, og svaret kan ta lengre tid enn vanleg. Du kan spørje som før.
season-full = Mange spør no.
season-full-text = Til og med { $day } kan svaret ta lengre tid enn vanleg. Du kan spørje som før. Kan det ikkje vente, finst det nokon du kan snakke med i dag.
season-help = Sjå kven du kan snakke med no
season-short = Det kan ta lengre tid enn vanleg no.
waiting-median = Halvparten får svar { $days ->
    [0] same dag
    [one] innan éin dag
   *[other] innan { $days } dagar
}.
waiting-now = { $count } spørsmål ventar framfor ditt.
waiting-few = Færre enn fem spørsmål ventar framfor ditt.
waiting-none = Ingen ventar framfor deg.
season-ask-line = Ring no. Svaret vårt kan ta lengre tid enn vanleg.
