### Mail to staff: the page where they choose it, and its words.
mail-to-you = E-post fra køen
mail-lead = Du kan få en e-post på faste klokkeslett når noe venter på deg. Der står det bare tall. Aldri hva noen har spurt om, og ingen lenke til et spørsmål.
mail-not-set-up = Denne tjenesten er ikke satt opp til å sende e-post ennå. Si fra til den som drifter den.
mail-not-for-you = E-posten teller spørsmål som skal besvares eller kontrolleres. Det gjør ikke du her, så det er ingenting å sende.
mail-address-label = E-postadressen din
mail-address-hint = Bruk helst adressen du har på jobben. Står feltet tomt, får du ingen e-post, og vi husker ingen adresse.
error-mail-address = Skriv én e-postadresse, som navn@kommune.no, eller la feltet stå tomt.
mail-hours-label = Når vil du ha den?
mail-hours-hint = Norsk tid. Venter det ingenting, sender vi ingenting. Uten klokkeslett får du ingen e-post.
mail-hour = kl. { $hour }
mail-back = Til profilen
mail-trouble-refused = E-posten { $day } kom ikke fram. Tjeneren som skulle ta imot, godtok den ikke. Se om adressen er riktig.
mail-trouble-undelivered = E-posten { $day } kom ikke fram. Vi prøvde i et døgn. Si fra til den som drifter tjenesten.
mail-trouble-uncertain = Vi vet ikke om e-posten { $day } kom fram, og sender den ikke om igjen. Se heller i køen.
notice-mail-chosen = Valget ditt er lagret.
profile-mail = Få e-post når noe venter på deg
digest-subject = { $site }: køen kl. { $hour }
digest-greeting = Hei! Slik står det til i køen:
digest-waiting = { $count ->
    [one] Ett spørsmål venter på noen
   *[other] { $count } spørsmål venter på noen
}
digest-urgent = { $count ->
    [one] ett av dem haster
   *[other] { $count } av dem haster
}
digest-late = { $count ->
    [one] ett er over fristen
   *[other] { $count } er over fristen
}
digest-review = { $count ->
    [one] ett svar venter på kontroll
   *[other] { $count } svar venter på kontroll
}
digest-very-late = { $count ->
    [one] ett spørsmål er flere dager over fristen
   *[other] { $count } spørsmål er flere dager over fristen
}
digest-panel = Logg inn her: { $address }
digest-why = Du får denne e-posten fordi du har valgt det under Profil i panelet. Der slår du den av også.
reminder-subject = { $site }: spørsmål nær eller over fristen
reminder-greeting = Hei! Noen spørsmål nærmer seg dagen sin, eller er over den:
reminder-of-group = I gruppa di:
reminder-of-editors = I alle gruppene til sammen:
reminder-before = { $count ->
    [one] ett spørsmål har { $days } igjen
   *[other] { $count } spørsmål har { $days } igjen
}
reminder-today = { $count ->
    [one] ett spørsmål skal ha svar i dag
   *[other] { $count } spørsmål skal ha svar i dag
}
reminder-after = { $count ->
    [one] ett spørsmål er { $days } over tida
   *[other] { $count } spørsmål er { $days } over tida
}
mail-reminders = Nærmer et spørsmål i gruppa di seg dagen sin, eller går det over den, får du en e-post om det også, på det første av klokkeslettene dine. Én gang om dagen, bare med tall.
