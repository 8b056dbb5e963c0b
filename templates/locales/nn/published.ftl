# What is published, in the panel.

published-pairs = Publisert
published-search = Ord i tittelen, eller adressa
published-none = Ingen publiserte svar passar.
published-on = Lagt ut
published-read = Sjå det slik alle ser det
published-editors-only = Berre redaktørar kan endre det som står her.
subtopic = Undertema
subtopic-of = Undertema i «{ $topic }»
subtopic-none = Ikkje noko undertema
wording-subtopic-hint = Kvar svaret skal stå på temasida. Kan vere tomt.
error-subtopic-unknown = Vel eit av undertemaa i lista.
choice-title = Start her i «{ $topic }»
choice-lead = Dette står øvst på temasida. Vel det ein som lurer, har mest nytte av å lese først.
choice-empty = Ingen svar er valde enno.
choice-place = Plassen til dette svaret
choice-no = Ikkje med
choice-full = Lista er full. Ta ut eit anna svar først.
error-choice-full = Lista er full. Ta ut eit anna svar først.
pins-title = Ved sida av svaret
pins-lead = Svar som skal stå først under «Liknande spørsmål». Lim inn adressa. Er det plass att, fyller søket på med svar som liknar.
pins-number = Svar { $number }
pins-none = Ingen er valde. Søket finn svar som liknar.
error-related-unknown = Vi finn ikkje noko svar på denne adressa.
error-related-itself = Dette er svaret sjølv. Vel eit anna.
error-related-again = Dette svaret står der alt.
notice-arranged = Lagra.
