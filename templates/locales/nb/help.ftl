# Who can help, the small forms under an answer, and the school's door.

help-page = Hjelp
help-page-title = Noen som kan hjelpe
help-page-lead = Ring, chat eller skriv. Du trenger ikke vite hva du skal si.
help-page-first = Når det haster
help-page-choose = Finn hjelp som passer deg
help-page-not-kept = Vi lagrer ikke det du velger. Det står bare i adressen til denne siden.
help-page-show = Vis
help-page-open = Åpent nå
help-page-closed = Stengt nå
help-page-unknown = Se nettsiden deres
help-page-other-age = Disse er for en annen alder enn den du valgte, så de står ikke her: { $names }.
help-page-more = Se alle som kan hjelpe
open-now = Åpent nå
open-always = Døgnåpent
open-until = Åpent nå, til { $time }
closed-opens = Stengt nå. Åpner { $day } { $time }
closed-opens-today = Stengt nå. Åpner i dag { $time }
closed-see-site = Stengt nå. Se nettsiden for åpningstider
hours-see-site = Se nettsiden for åpningstider
open-chat = Åpne chatten
chat-standing = Chat: { $standing }
checked-on = Sjekket { $date }

help-services = Hjelpetjenester
help-services-lead = Det som står på siden Hjelp. Ring eller åpne nettsiden før du endrer noe i filen, og sett ny dato når du har sjekket.
help-services-due = { $count ->
    [one] Én tjeneste er ikke sjekket på over 180 dager:
   *[other] { $count } tjenester er ikke sjekket på over 180 dager:
}
help-services-none-due = Alle er sjekket de siste 180 dagene.
help-services-source = Kilde
help-services-checked = Sjekket

feedback-question = Fikk du svar på det du lurte på?
feedback-yes = Ja
feedback-no = Nei
feedback-counted = Vi teller bare. Ingen ser hvem som trykker.
feedback-thanks = Takk! Det hjelper oss å skrive bedre svar.
report-question = Er det noe feil i svaret?
report-kind = Hva er feil?
report-outdated = Fakta eller lov er utdatert
report-dead_link = Et telefonnummer eller en lenke virker ikke
report-spelling = Skrivefeil
report-other = Noe annet
report-text = Vil du si mer?
report-text-hint = Høyst 500 tegn. Ikke skriv noe om deg selv: vi kan ikke svare deg her.
report-send = Send
report-thanks = Takk for at du sa fra. En fagperson ser på det.
error-report-kind = Velg hva som er feil.
error-report-long = Teksten er for lang. Du har plass til 500 tegn.
error-report-empty = Skriv kort hva som er feil.
error-report-too-many = Det kommer mange meldinger fra nettet du er på akkurat nå, så denne er ikke sendt. Teksten din er her fortsatt: vent litt og prøv igjen.
error-report-not-kept = Noe gikk galt hos oss, så meldingen er ikke sendt. Teksten din er her fortsatt: vent litt og prøv igjen.

feedback = Tilbakemeldinger
feedback-lead = Hva leserne svarte på «Fikk du svar på det du lurte på?», flest nei først. Tall under fem vises som <5, og rekkefølgen røper dem ikke.
feedback-nothing = Ingen har svart ennå.
reports = Meldte feil
reports-lead = Det lesere sier er feil i svarene, eldst først. Teksten er forseglet til nøkkelen din, og det skrives ned at du leste.
count-of-reports = { $count ->
    [0] Ingen meldinger venter.
    [one] Én melding venter.
   *[other] { $count } meldinger venter.
}
report-locked = Du har ikke nøkkelen til denne teksten.
report-done = Ferdig
report-done-what = Meldingen slettes.
notice-report-done = Meldingen er slettet.

school = For skolen
school-title = Skal du skrive om dette på skolen?
school-lead = Her er det som allerede er skrevet, tema for tema. Bruk det gjerne, og si hvor du fant det.
school-material = Det som ligger klart
school-article = Fakta: { $title }
school-cite = Slik oppgir du kilden
school-cite-text = Skriv tittelen, navnet på siden, dagen svaret ble lagt ut, adressen og dagen du leste det. For eksempel:
school-citation = «{ $title }». { $site }, { $date }. { $address } (lest { $today }).
school-cite-anonymous = Svarene er skrevet av fagfolk, og en kollega har lest dem. Den som spurte, er anonym, og spørsmålet er skrevet om.
school-not = Det vi ikke gjør
school-not-text = Vi svarer ikke på skoleoppgaver og stiller ikke til intervju. Da måtte noen som trenger oss, vente lenger.
school-but = Lurer du på noe for din egen del, er du alltid velkommen.
school-check-title = Er dette til en skoleoppgave?
school-check-text = Vi svarer ikke på oppgaver, men mye ligger klart, og det går fortere å lese enn å vente på oss.
school-check-link = Se det som ligger klart for skolen
school-check-wrong = Tok vi feil? Send likevel, så leser vi det.
