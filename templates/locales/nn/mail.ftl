### Mail to staff: the page where they choose it, and its words.
mail-to-you = E-post frå køen
mail-lead = Du kan få ein e-post på faste klokkeslett når noko ventar på deg. Der står det berre tal. Aldri kva nokon har spurt om, og inga lenkje til eit spørsmål.
mail-not-set-up = Denne tenesta er ikkje sett opp til å sende e-post enno. Sei frå til den som driftar ho.
mail-not-for-you = E-posten tel spørsmål som skal svarast på eller kontrollerast. Det gjer ikkje du her, så det er ingenting å sende.
mail-address-label = E-postadressa di
mail-address-hint = Bruk helst adressa du har på jobben. Står feltet tomt, får du ingen e-post, og vi hugsar inga adresse.
error-mail-address = Skriv éi e-postadresse, som namn@kommune.no, eller la feltet stå tomt.
mail-hours-label = Når vil du ha han?
mail-hours-hint = Norsk tid. Ventar det ingenting, sender vi ingenting. Utan klokkeslett får du ingen e-post.
mail-hour = kl. { $hour }
mail-back = Til profilen
mail-trouble-refused = E-posten { $day } kom ikkje fram. Tenaren som skulle ta imot, godtok han ikkje. Sjå om adressa er rett.
mail-trouble-undelivered = E-posten { $day } kom ikkje fram. Vi prøvde i eit døgn. Sei frå til den som driftar tenesta.
mail-trouble-uncertain = Vi veit ikkje om e-posten { $day } kom fram, og sender han ikkje om att. Sjå heller i køen.
notice-mail-chosen = Valet ditt er lagra.
profile-mail = Få e-post når noko ventar på deg
digest-subject = { $site }: køen kl. { $hour }
digest-greeting = Hei! Slik står det til i køen:
digest-waiting = { $count ->
    [one] Eitt spørsmål ventar på nokon
   *[other] { $count } spørsmål ventar på nokon
}
digest-urgent = { $count ->
    [one] eitt av dei hastar
   *[other] { $count } av dei hastar
}
digest-late = { $count ->
    [one] eitt er over fristen
   *[other] { $count } er over fristen
}
digest-review = { $count ->
    [one] eitt svar ventar på kontroll
   *[other] { $count } svar ventar på kontroll
}
digest-very-late = { $count ->
    [one] eitt spørsmål er fleire dagar over fristen
   *[other] { $count } spørsmål er fleire dagar over fristen
}
digest-panel = Logg inn her: { $address }
digest-why = Du får denne e-posten fordi du har valt det under Profil i panelet. Der slår du han av òg.
reminder-subject = { $site }: spørsmål nær eller over fristen
reminder-greeting = Hei! Nokre spørsmål nærmar seg dagen sin, eller er over den:
reminder-of-group = I gruppa di:
reminder-of-editors = I alle gruppene til saman:
reminder-before = { $count ->
    [one] eitt spørsmål har { $days } att
   *[other] { $count } spørsmål har { $days } att
}
reminder-today = { $count ->
    [one] eitt spørsmål skal ha svar i dag
   *[other] { $count } spørsmål skal ha svar i dag
}
reminder-after = { $count ->
    [one] eitt spørsmål er { $days } over tida
   *[other] { $count } spørsmål er { $days } over tida
}
mail-reminders = Nærmar eit spørsmål i gruppa di seg dagen sin, eller går det over den, får du ein e-post om det òg, på det første av klokkesletta dine. Éin gong om dagen, berre med tal.
