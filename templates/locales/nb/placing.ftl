# Where a pair will stand: address, language, further topics, what stands beside it.

placing-title = Hvor svaret skal stå
placing-address = Adresse
placing-address-hint = Slutten av nettadressen. Tom: den lages av tittelen. Den kan ikke endres etterpå. Bruk aldri ord som kan røpe den som spurte.
placing-address-free = Ledig: { $slug }
placing-language = Språket i svaret
placing-guessed = Teksten ser ut som { $language }. Velg det som stemmer.
placing-more = Flere temaer, og svar ved siden av
placing-further = Vis også under
placing-further-hint = Høyst tre temaer til. Kan være tomt.
placing-related = Les også
placing-related-hint = Svar og artikler som skal stå ved siden av, høyst fem. Lim inn én adresse per linje, som /sporsmal/… eller /fakta/…
placing-proposals = Forslag: huk av det som passer
placing-none = Ingen
placing-named = Adressen har ord som kan være et navn eller et sted: { $words }
placing-by-correction = Språk, flere temaer og artikler endres med en rettelse, som en kollega leser.
error-address-letters = Bruk bare små bokstaver fra a til z, tall og bindestrek.
error-address-long = Adressen er for lang. Bruk høyst 70 tegn.
error-address-taken = Et annet svar har eller hadde denne adressen.
error-further-many = Velg høyst tre temaer til.
error-related-many = Velg høyst fem.
error-related-page = En av linjene er ikke adressen til et svar eller en artikkel som ligger ute.
reminder-address = Adressen har kanskje et navn eller et sted i seg. Alle kan lese den.
reminder-language = Teksten ser ut som et annet språk enn det som er valgt.
checks-go-to-slug = Gå til adressen
checks-go-to-language = Gå til språket
refusal-language-has-version-title = Det finnes en språkversjon på det språket.
refusal-language-has-version = Svaret har allerede en oversettelse på språket du valgte. Ta bort oversettelsen først, eller velg et annet språk. Teksten din står her.
answer-further = Også under:

# Links to other houses.
trouble-status = Svarte med status { $status }
trouble-slow = Svarte ikke i tide
trouble-closed = Ingen svarer der
trouble-certificate = Sertifikatet er ikke til å stole på
trouble-circle = Sender rundt i ring
trouble-other = Svarte ikke som det skal
rechecks-asked = Lenker til andre ble sist prøvd { $date }.
