### The queue: its filters and clocks, and how a question is lent.
filter-title = Filtrer
filter-chosen = { $count ->
    [one] ett valg
   *[other] { $count } valg
}
filter-all = Alle
filter-age = Alder og frist
filter-none = Vis alle
filter-hides-all = Ingen spørsmål passer med alt du har valgt.
filter-without = Ta bort «{ $choice }»: { $count ->
    [one] ett spørsmål
   *[other] { $count } spørsmål
}
age-of-question-today = Kom i dag
age-of-question-old = Eldre enn tre dager
age-of-question-soon = Frist i dag eller i morgen
age-of-question-late = Over fristen
age-of-question-unopened = Ikke åpnet
age-of-question-overlooked = Ikke åpnet i tide
overview-overlooked = { $count ->
    [one] Ett skulle vært åpnet før
   *[other] { $count } skulle vært åpnet før
}
overview-late = { $count ->
    [one] Ett over fristen
   *[other] { $count } over fristen
}
overview-due-today = { $count ->
    [one] Ett med frist i dag
   *[other] { $count } med frist i dag
}
overview-unopened = { $count ->
    [one] Ett ikke åpnet ennå
   *[other] { $count } ikke åpnet ennå
}
unopened = ikke åpnet
unopened-late = ikke åpnet i tide
due-on-holiday = (helligdag)
lease-lost = Du har ikke spørsmålet lenger. Teksten din står her. Trykk Lagre: Er spørsmålet fortsatt ledig, får du det tilbake.
lease-begun = { $name } har begynt på et svar. Utkastet følger med når du tar spørsmålet.
handed-to-you = Gitt til deg
handed-by = fra { $name } { $day }
handed-you = { $name } ga spørsmålet til deg.
handed-to = { $name } ga spørsmålet til { $to }.
handover = Gi spørsmålet videre
handover-lead = Spørsmålet står øverst hos den du velger, med utkastet som er skrevet. Er fristen over, kan alle ta det.
handover-to = Til
handover-group = Gruppen { $group }
handover-note = Merknad
handover-note-hint = Kort om hvorfor. Forseglet sammen med spørsmålet.
handover-send = Gi videre
handover-give-back = Gi tilbake til { $name }
notice-handed-over = Spørsmålet er gitt videre.
error-handover-note-long = Merknaden kan ha høyst 2000 tegn.
handed-to-name = gitt til { $name }
handed-to-you-here = gitt til deg
