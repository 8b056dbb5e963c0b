# The form, its errors and the page after it. Short sentences; nobody is told off.

ask-title = Kva lurer du på?
ask-anonymous = Du er anonym.
ask-no-names = Ikkje skriv namn eller adresse, verken på deg sjølv eller andre.
ask-closed = Vi opnar snart. Du kan ikkje sende spørsmål enno.
question-label = Spørsmålet ditt
question-hint = Skriv slik du snakkar. Det finst ingen dumme spørsmål.
characters-room = Du har plass til { $max } teikn.
characters-left = {"{"}n{"}"} teikn igjen
characters-over = {"{"}n{"}"} teikn for mykje
topic-label = Tema
topic-choose = Vel det som passar best
about-you = Litt om deg, om du vil
about-you-why = Vi spør for å gi deg eit svar som passar. Kjønn og alder blir viste saman med svaret. Berre dei som svarar, ser regionen, så dei kan finne hjelp nær deg. Han står aldri her på sida.
gender-label = Kjønn
age-label = Alder
region-label = Region
next-title = Kva skjer når du sender?
next-read = Ein fagperson les spørsmålet ditt.
next-checked = Ein kollega les svaret. Ting som kan røpe deg, blir tekne bort.
next-published = Spørsmålet og svaret kjem ut her innan { $days ->
    [one] éin dag
    [7] ei veke
   *[other] { $days } dagar
}.
send-question = Send spørsmålet
challenge-label = Kva er { $one } pluss { $other }?
challenge-hint = Skriv talet. Vi spør berre for å sjå at det er eit menneske som sender.
number-2 = to
number-3 = tre
number-4 = fire
number-5 = fem
leave-empty = La dette feltet stå tomt

errors-title = { $count ->
    [one] Nesten ferdig. Éin ting står att:
   *[other] Nesten ferdig. { $count } ting står att:
}
errors-not-open-title = Vi har ikkje opna enno
errors-nothing-sent = Ingenting er sendt enno. Det du har skrive, står her framleis.
error-question-missing = Skriv kva du lurer på.
error-question-short = Skriv litt meir, minst { $min } teikn.
error-question-long = Teksten er { $over } teikn for lang. Du har plass til { $max } teikn.
error-question-large = Teksten tek for stor plass, endå han ikkje har så mange teikn. Bruk færre emojiar, eller gjer han kortare.
error-question-cut = Teksten er altfor lang, så berre starten står her. Du har plass til { $max } teikn.
error-topic-missing = Vel eit tema. Er du usikker, vel det som liknar mest.
error-topic-unknown = Vel eit tema frå lista. Er du usikker, vel det som liknar mest.
error-choice-unknown = Vel noko frå lista, eller «Vil ikkje seie».
error-repeated = Dette kom to gonger. Sjå over og send på nytt.
error-broken-text = Nokre teikn kom ikkje fram slik dei skulle. Dei er merkte med �. Sjå over teksten og send på nytt.
error-ticket-forged = Noko gjekk gale då du sende. Teksten din er her framleis: trykk på send ein gong til.
error-ticket-expired = Sida har stått open lenge. Trykk på send ein gong til.
error-challenge = Berre éin liten ting til: svar på reknestykket nedst, og trykk på send ein gong til.
error-challenge-wrong = Det vart ikkje heilt rett, og det gjer ingenting. Her er eit nytt.
error-too-many = Det kjem mange spørsmål frå nettet du er på akkurat no. Vent litt, og prøv igjen.
error-not-kept = Noko gjekk gale hos oss, så spørsmålet er ikkje sendt. Teksten din er her framleis: vent litt og prøv igjen.
error-not-open-yet = Spørsmålet er ikkje sendt. Teksten din er her framleis.

thanks-title = Takk for at du spurde
thanks-arrived = Spørsmålet ditt er kome fram.
thanks-due = Du får svar seinast { $date }.
thanks-next = Dette skjer no
thanks-read = Ein fagperson les
thanks-read-text = Svaret blir skrive av fagfolk som kan temaet, til dømes ein lege, psykolog eller helsesjukepleiar.
thanks-checked = Ein kollega les svaret
thanks-checked-text = Alt som kan røpe kven du er, blir teke bort.
thanks-published = Svaret blir lagt ut
thanks-published-text = Du finn det under
thanks-no-message = Vi kan ikkje sende deg ei melding, for vi veit ikkje kven du er.
thanks-history = Vil du ikkje at nokon skal sjå at du har vore her? Lukk fana, og slett sidene våre frå historikken i nettlesaren.
ask-another = Still eit spørsmål til

danger-label = Nokon er i fare no
danger-hint = Då les vi dette først. Ring likevel.
removed-words = {"["}fjerna]
check-title = Vil du sjå over dette først?
check-lead = Noko i teksten kan røpe kven du er, eller kven andre er.
check-first-help = Du kan ta bort det som er merkt, før du sender, men du må ikkje.
check-removed = (blir bytt ut med [fjerna] om du sender likevel)
check-change = Endre teksten
check-send-anyway = Send likevel
serious-title = Du treng ikkje vente på svaret vårt
serious-text = Det du skriv, høyrest alvorleg ut. Vi les det så fort vi kan, men vi veit ikkje kven du er og kan ikkje kome til deg. Desse kan hjelpe no.
serious-life = Fare for liv:
serious-violence = Nokon er truga eller utsett for vald no:
serious-swallowed = Nokon har teke for mykje av noko:
serious-child-title = Du kan få hjelp no
serious-child-text = Det du skriv, høyrest alvorleg ut. Du treng ikkje vente på oss. Ring, eller be ein vaksen du stoler på om å ringje for deg.
kind-child-title = Vil du snakke med nokon?
kind-child-text = Her er det vaksne som høyrer på barn. Du kan fortelje om stort og smått.
serious-abuse = Snakke med nokon om vald eller overgrep:
serious-doctor = Det hastar, men ingen er i livsfare:
serious-talk = Snakke med nokon, heile døgnet:

mark-national_id = fødselsnummer
mark-birth_date = fødselsdato
mark-phone = telefonnummer
mark-email = e-postadresse
mark-handle = brukarnamn
mark-url_profile = lenkje
mark-address = adresse
mark-postal_address = postadresse
mark-person = namn
mark-staff = namn på nokon som jobbar der
mark-school = skule
mark-school_class = klasse
mark-workplace = arbeidsplass
mark-place = stad
mark-bank_account = kontonummer
mark-payment_card = kortnummer
mark-ip_address = nettadresse
mark-licence_plate = bilnummer
mark-id_document = nummer på eit dokument
mark-rare = noko som få andre har

instead-person = ein eg kjenner
instead-person-answer = ein du kjenner
instead-staff = ein som jobbar der
instead-school = skulen min
instead-school-answer = skulen din
instead-class = klassen min
instead-class-answer = klassen din
instead-workplace = jobben
instead-workplace-answer = jobben
instead-address = der eg bur
instead-address-answer = der du bur
instead-place = byen min
instead-place-answer = byen din
sent-before-title = Dette er sendt før
sent-before-text = Du treng ikkje sende det igjen. Koden viste vi då, og av omsyn til deg viser vi han ikkje ein gong til. Har du trekt spørsmålet, er det framleis sletta.
error-ticket-used = Dette skjemaet er sendt før. Vil du sende dette som eit nytt spørsmål, så trykk på send ein gong til. Teksten din er her framleis.

# Answers that are there already, while someone writes.
answered-title = Kanskje er svaret her allereie
answered-new-tab = Svara opnar i ei ny fane. Det du har skrive, blir ståande.
answered-yes = Dette svara på spørsmålet mitt
answered-look = Sjå om andre har spurt
answered-looks-along = Medan du skriv, ser vi etter svar som liknar. Ingenting blir lagra før du sender.
answered-check-title = Har vi svart på dette før?
found-title = Så bra at du fann svar
found-lead = Det du skreiv, er ikkje sendt og ikkje lagra.
found-again = Dukkar det opp noko meir, er du velkommen tilbake. Ingen spørsmål er for små.
answered-nothing = Vi fann ikkje noko som liknar. Då er det fint at du spør: du er nok ikkje den einaste som lurer.
