# Where a pair will stand: address, language, further topics, what stands beside it.

placing-title = Kvar svaret skal stå
placing-address = Adresse
placing-address-hint = Slutten av nettadressa. Tom: ho blir laga av tittelen. Ho kan ikkje endrast etterpå. Bruk aldri ord som kan røpe den som spurde.
placing-address-free = Ledig: { $slug }
placing-language = Språket i svaret
placing-guessed = Teksten ser ut som { $language }. Vel det som stemmer.
placing-more = Fleire tema, og svar ved sida av
placing-further = Vis òg under
placing-further-hint = Høgst tre tema til. Kan vere tomt.
placing-related = Les òg
placing-related-hint = Svar og artiklar som skal stå ved sida av, høgst fem. Lim inn éi adresse per linje, som /sporsmal/… eller /fakta/…
placing-proposals = Forslag: hak av det som passar
placing-none = Ingen
placing-named = Adressa har ord som kan vere eit namn eller ein stad: { $words }
placing-by-correction = Språk, fleire tema og artiklar blir endra med ei retting, som ein kollega les.
error-address-letters = Bruk berre små bokstavar frå a til z, tal og bindestrek.
error-address-long = Adressa er for lang. Bruk høgst 70 teikn.
error-address-taken = Eit anna svar har eller hadde denne adressa.
error-further-many = Vel høgst tre tema til.
error-related-many = Vel høgst fem.
error-related-page = Ei av linjene er ikkje adressa til eit svar eller ein artikkel som ligg ute.
reminder-address = Adressa har kanskje eit namn eller ein stad i seg. Alle kan lese ho.
reminder-language = Teksten ser ut som eit anna språk enn det som er valt.
checks-go-to-slug = Gå til adressa
checks-go-to-language = Gå til språket
refusal-language-has-version-title = Det finst ein språkversjon på det språket.
refusal-language-has-version = Svaret har alt ei omsetjing på språket du valde. Ta bort omsetjinga først, eller vel eit anna språk. Teksten din står her.
answer-further = Òg under:

# Links to other houses.
trouble-status = Svara med status { $status }
trouble-slow = Svara ikkje i tide
trouble-closed = Ingen svarar der
trouble-certificate = Sertifikatet er ikkje til å stole på
trouble-circle = Sender rundt i ring
trouble-other = Svara ikkje som det skal
rechecks-asked = Lenkjer til andre vart sist prøvde { $date }.
