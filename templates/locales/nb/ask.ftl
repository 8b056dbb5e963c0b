# The form, its errors and the page after it. Short sentences; nobody is told off.

ask-title = Hva lurer du på?
ask-anonymous = Du er anonym.
ask-no-names = Ikke skriv navn eller adresse, verken på deg selv eller andre.
ask-closed = Vi åpner snart. Du kan ikke sende spørsmål ennå.
question-label = Spørsmålet ditt
question-hint = Skriv som du snakker. Det finnes ingen dumme spørsmål.
characters-room = Du har plass til { $max } tegn.
characters-left = {"{"}n{"}"} tegn igjen
characters-over = {"{"}n{"}"} tegn for mye
topic-label = Tema
topic-choose = Velg det som passer best
about-you = Litt om deg, hvis du vil
about-you-why = Vi spør for å gi deg et svar som passer. Kjønn og alder vises sammen med svaret. Bare de som svarer, ser regionen, så de kan finne hjelp nær deg. Den står aldri her på siden.
gender-label = Kjønn
age-label = Alder
region-label = Region
next-title = Hva skjer når du sender?
next-read = En fagperson leser spørsmålet ditt.
next-checked = En kollega leser svaret. Ting som kan røpe deg, blir tatt bort.
next-published = Spørsmål og svar legges ut her innen { $days ->
    [one] én dag
    [7] en uke
   *[other] { $days } dager
}.
send-question = Send spørsmålet
challenge-label = Hva er { $one } pluss { $other }?
challenge-hint = Skriv tallet. Vi spør bare for å se at det er et menneske som sender.
number-2 = to
number-3 = tre
number-4 = fire
number-5 = fem
leave-empty = La dette feltet stå tomt

errors-title = { $count ->
    [one] Nesten ferdig. Én ting gjenstår:
   *[other] Nesten ferdig. { $count } ting gjenstår:
}
errors-not-open-title = Vi har ikke åpnet ennå
errors-nothing-sent = Ingenting er sendt ennå. Det du har skrevet, står her fortsatt.
error-question-missing = Skriv hva du lurer på.
error-question-short = Skriv litt mer, minst { $min } tegn.
error-question-long = Teksten er { $over } tegn for lang. Du har plass til { $max } tegn.
error-question-large = Teksten tar for stor plass, enda den ikke har så mange tegn. Bruk færre emojier, eller gjør den kortere.
error-question-cut = Teksten er altfor lang, så bare begynnelsen står her. Du har plass til { $max } tegn.
error-topic-missing = Velg et tema. Er du usikker, velg det som ligner mest.
error-topic-unknown = Velg et tema fra listen. Er du usikker, velg det som ligner mest.
error-choice-unknown = Velg noe fra listen, eller «Vil ikke si».
error-repeated = Dette kom to ganger. Se over og send på nytt.
error-broken-text = Noen tegn kom ikke fram slik de skulle. De er merket med �. Se over teksten og send på nytt.
error-ticket-forged = Noe gikk galt da du sendte. Teksten din er her fortsatt: trykk på send en gang til.
error-ticket-expired = Siden har stått åpen lenge. Trykk på send en gang til.
error-challenge = Bare én liten ting til: svar på regnestykket nederst, og trykk på send en gang til.
error-challenge-wrong = Det ble ikke helt riktig, og det gjør ingenting. Her er et nytt.
error-too-many = Det kommer mange spørsmål fra nettet du er på akkurat nå. Vent litt, og prøv igjen.
error-not-kept = Noe gikk galt hos oss, så spørsmålet er ikke sendt. Teksten din er her fortsatt: vent litt og prøv igjen.
error-not-open-yet = Spørsmålet er ikke sendt. Teksten din er her fortsatt.

thanks-title = Takk for at du spurte
thanks-arrived = Spørsmålet ditt er kommet fram.
thanks-due = Du får svar senest { $date }.
thanks-next = Dette skjer nå
thanks-read = En fagperson leser
thanks-read-text = Svaret skrives av fagfolk som kan temaet, for eksempel en lege, psykolog eller helsesykepleier.
thanks-checked = En kollega leser svaret
thanks-checked-text = Alt som kan røpe hvem du er, blir tatt bort.
thanks-published = Svaret legges ut
thanks-published-text = Du finner det under
thanks-no-message = Vi kan ikke sende deg en melding, for vi vet ikke hvem du er.
thanks-history = Vil du ikke at noen skal se at du har vært her? Lukk fanen, og slett sidene våre fra historikken i nettleseren.
ask-another = Still et spørsmål til

danger-label = Noen er i fare nå
danger-hint = Da leser vi dette først. Ring likevel.
removed-words = {"["}fjernet]
check-title = Vil du se over dette først?
check-lead = Noe i teksten kan røpe hvem du er, eller hvem andre er.
check-first-help = Du kan ta bort det som er merket, før du sender, men du må ikke.
check-removed = (blir byttet ut med [fjernet] hvis du sender likevel)
check-change = Endre teksten
check-send-anyway = Send likevel
serious-title = Du trenger ikke vente på svaret vårt
serious-text = Det du skriver, høres alvorlig ut. Vi leser det så fort vi kan, men vi vet ikke hvem du er og kan ikke komme til deg. Disse kan hjelpe nå.
serious-life = Fare for liv:
serious-violence = Noen er truet eller utsatt for vold nå:
serious-swallowed = Noen har tatt for mye av noe:
serious-child-title = Du kan få hjelp nå
serious-child-text = Det du skriver, høres alvorlig ut. Du trenger ikke vente på oss. Ring, eller be en voksen du stoler på om å ringe for deg.
kind-child-title = Vil du snakke med noen?
kind-child-text = Her er det voksne som hører på barn. Du kan fortelle om stort og smått.
serious-abuse = Snakke med noen om vold eller overgrep:
serious-doctor = Det haster, men ingen er i livsfare:
serious-talk = Snakke med noen, hele døgnet:

mark-national_id = fødselsnummer
mark-birth_date = fødselsdato
mark-phone = telefonnummer
mark-email = e-postadresse
mark-handle = brukernavn
mark-url_profile = lenke
mark-address = adresse
mark-postal_address = postadresse
mark-person = navn
mark-staff = navn på noen som jobber der
mark-school = skole
mark-school_class = klasse
mark-workplace = arbeidsplass
mark-place = sted
mark-bank_account = kontonummer
mark-payment_card = kortnummer
mark-ip_address = nettadresse
mark-licence_plate = bilnummer
mark-id_document = nummer på et dokument
mark-rare = noe som få andre har

instead-person = en jeg kjenner
instead-person-answer = en du kjenner
instead-staff = en som jobber der
instead-school = skolen min
instead-school-answer = skolen din
instead-class = klassen min
instead-class-answer = klassen din
instead-workplace = jobben
instead-workplace-answer = jobben
instead-address = der jeg bor
instead-address-answer = der du bor
instead-place = byen min
instead-place-answer = byen din
sent-before-title = Dette er sendt fra før
sent-before-text = Du trenger ikke sende det igjen. Koden viste vi da, og av hensyn til deg viser vi den ikke en gang til. Har du trukket spørsmålet, er det fortsatt slettet.
error-ticket-used = Dette skjemaet er sendt før. Vil du sende dette som et nytt spørsmål, så trykk på send en gang til. Teksten din er her fortsatt.

# Answers that are there already, while someone writes.
answered-title = Kanskje er svaret her allerede
answered-new-tab = Svarene åpnes i en ny fane. Det du har skrevet, blir stående.
answered-yes = Dette svarte på spørsmålet mitt
answered-look = Se om andre har spurt
answered-looks-along = Mens du skriver, ser vi etter svar som ligner. Ingenting blir lagret før du sender.
answered-check-title = Har vi svart på dette før?
found-title = Så bra at du fant svar
found-lead = Det du skrev, er ikke sendt og ikke lagret.
found-again = Dukker det opp noe mer, er du velkommen tilbake. Ingen spørsmål er for små.
answered-nothing = Vi fant ikke noe som ligner. Da er det fint at du spør: du er nok ikke den eneste som lurer.
