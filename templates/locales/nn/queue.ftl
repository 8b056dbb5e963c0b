### The queue: its filters and clocks, and how a question is lent.
filter-title = Filtrer
filter-chosen = { $count ->
    [one] eitt val
   *[other] { $count } val
}
filter-all = Alle
filter-age = Alder og frist
filter-none = Vis alle
filter-hides-all = Ingen spørsmål passar med alt du har valt.
filter-without = Ta bort «{ $choice }»: { $count ->
    [one] eitt spørsmål
   *[other] { $count } spørsmål
}
age-of-question-today = Kom i dag
age-of-question-old = Eldre enn tre dagar
age-of-question-soon = Frist i dag eller i morgon
age-of-question-late = Over fristen
age-of-question-unopened = Ikkje opna
age-of-question-overlooked = Ikkje opna i tide
overview-overlooked = { $count ->
    [one] Eitt skulle vore opna før
   *[other] { $count } skulle vore opna før
}
overview-late = { $count ->
    [one] Eitt over fristen
   *[other] { $count } over fristen
}
overview-due-today = { $count ->
    [one] Eitt med frist i dag
   *[other] { $count } med frist i dag
}
overview-unopened = { $count ->
    [one] Eitt ikkje opna enno
   *[other] { $count } ikkje opna enno
}
unopened = ikkje opna
unopened-late = ikkje opna i tide
due-on-holiday = (heilagdag)
lease-lost = Du har ikkje spørsmålet lenger. Teksten din står her. Trykk Lagre: Er spørsmålet framleis ledig, får du det tilbake.
lease-begun = { $name } har byrja på eit svar. Utkastet følgjer med når du tek spørsmålet.
handed-to-you = Gitt til deg
handed-by = frå { $name } { $day }
handed-you = { $name } gav spørsmålet til deg.
handed-to = { $name } gav spørsmålet til { $to }.
handover = Gi spørsmålet vidare
handover-lead = Spørsmålet står øvst hos den du vel, med utkastet som er skrive. Er fristen over, kan alle ta det.
handover-to = Til
handover-group = Gruppa { $group }
handover-note = Merknad
handover-note-hint = Kort om kvifor. Forsegla saman med spørsmålet.
handover-send = Gi vidare
handover-give-back = Gi tilbake til { $name }
notice-handed-over = Spørsmålet er gitt vidare.
error-handover-note-long = Merknaden kan ha høgst 2000 teikn.
handed-to-name = gitt til { $name }
handed-to-you-here = gitt til deg
