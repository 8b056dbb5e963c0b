# What is published, in the panel.

published-pairs = Publisert
published-search = Ord i tittelen, eller adressen
published-none = Ingen publiserte svar passer.
published-on = Lagt ut
published-read = Se det slik alle ser det
published-editors-only = Bare redaktører kan endre det som står her.
subtopic = Undertema
subtopic-of = Undertema i «{ $topic }»
subtopic-none = Ikke noe undertema
wording-subtopic-hint = Hvor svaret skal stå på temasiden. Kan være tomt.
error-subtopic-unknown = Velg et av undertemaene i lista.
choice-title = Start her i «{ $topic }»
choice-lead = Dette står øverst på temasiden. Velg det en som lurer, har mest nytte av å lese først.
choice-empty = Ingen svar er valgt ennå.
choice-place = Plassen til dette svaret
choice-no = Ikke med
choice-full = Lista er full. Ta ut et annet svar først.
error-choice-full = Lista er full. Ta ut et annet svar først.
pins-title = Ved siden av svaret
pins-lead = Svar som skal stå først under «Lignende spørsmål». Lim inn adressen. Er det plass igjen, fyller søket på med svar som ligner.
pins-number = Svar { $number }
pins-none = Ingen er valgt. Søket finner svar som ligner.
error-related-unknown = Vi finner ikke noe svar på denne adressen.
error-related-itself = Dette er svaret selv. Velg et annet.
error-related-again = Dette svaret står der alt.
notice-arranged = Lagret.
