# The receipt code and what stands behind it. Only the one who asked reads these.

thanks-code-title = Koden din
thanks-code-what = Med koden kan du sjå om svaret er klart, lese det vi skriv berre til deg, spørje vidare eller trekkje spørsmålet. Bruk han her:
thanks-code-once = Han blir vist berre no, og vi kan ikkje finne han att for deg. Skriv han ned eller ta bilete av han. Den som har koden, kan lese det vi skriv til deg.
thanks-code-public = Du treng han ikkje for å lese svaret når det blir lagt ut.
code-copy = Kopier koden
code-copied = Kopiert
code-print = Skriv ut

code-title = Har du ein kode?
code-lead = Her ser du korleis det går med spørsmålet ditt, og det vi har skrive berre til deg.
code-field = Koden din
code-field-hint = 16 teikn, som 7KQF-3MWD-9XTR-B2HA. Store eller små bokstavar er det same, og strekar kan du hoppe over.
code-open = Vis
code-lost = Mista koden? Då kan vi ikkje finne spørsmålet ditt, for vi veit ikkje kven du er. Svar som blir lagde ut, kan du lese utan kode.
code-gone = Verkar ikkje koden lenger? Han blir sletta når spørsmålet er trekt, og lenge etter svaret.
error-code-empty = Skriv inn koden.
error-code-character = Det er eit teikn her som ingen kode har. Kodane våre har berre tal og bokstavane A–Z, utan I, L, O og U.
error-code-length = Ein kode har { $length } teikn. Dette er { $count }.
error-code-unknown = Vi finn ingenting med denne koden. Sjå om han er skriven rett.
error-code-too-many = Det vart mange feil kodar herifrå. Vent ein time, og prøv igjen. Koden din verkar framleis.

receipt-waiting-title = Spørsmålet ditt er kome fram
receipt-waiting = Det ligg i køen hos oss.
receipt-being-answered-title = Nokon svarar deg no
receipt-being-answered = Ein fagperson er i gang med svaret.
receipt-asked-back-title = Vi lurer på noko først
receipt-asked-back = For å gi deg eit godt svar må vi vite litt meir. Du avgjer sjølv kva du vil fortelje.
receipt-asked-back-write = Svar oss her
receipt-published-title = Du har fått svar
receipt-published = Svaret ligg ute, i andre ord enn dine, så ingen skal kjenne deg att.
receipt-published-write = Lurer du på noko meir?
receipt-answered-title = Du har fått svar
receipt-answered = Dette svaret er berre til deg. Det blir ikkje lagt ut.
receipt-answered-write = Lurer du på noko meir?
receipt-declined-title = Spørsmålet blir ikkje lagt ut
receipt-declined = Vi har lese det du skreiv. Her står kvifor vi ikkje kan svare, og kva du kan gjere.
receipt-forgotten-title = Spørsmålet ditt er sletta
receipt-forgotten = Det er ei stund sidan du fekk svar, så det du skreiv, er borte hos oss. Det vi skreiv til deg, står her litt til. Vil du spørje om meir, kan du sende eit nytt spørsmål.
receipt-reply-sent = Takk. Svaret ditt er kome fram.
receipt-follow-up-sent = Takk. Det nye spørsmålet er kome fram. Du bruker den same koden.

letter-label = Det du vil skrive
letter-send = Send
letter-published = Lagt ut { $date }
letter-private_answer = Svar til deg, { $date }
letter-declined = Frå oss, { $date }
letter-question_back = Frå oss, { $date }
letter-reply = Du svara oss { $date }.
letter-follow_up = Du spurde vidare { $date }.
error-letter-missing = Skriv det du vil seie oss.
error-letter-long = Teksten er for lang. Du har plass til { $max } teikn.
error-letter-no-more = Du har alt spurt vidare om dette. Det du skreiv no, er ikkje sendt, men du kan sende det som eit nytt spørsmål.
error-letter-gone = Spørsmålet ditt er sletta, så du kan ikkje spørje vidare om det. Det du skreiv no, er ikkje sendt.
error-letter-not-now = Dette er ikkje sendt. Kanskje er det sendt frå før, eller kanskje nokon svarar deg akkurat no.
carried-text = Det du skreiv, er her framleis:
carried-text-ask = Send det som eit nytt spørsmål

withdraw-summary = Vil du trekkje spørsmålet?
withdraw-what = Då slettar vi det du skreiv, og alt vi har skrive om det, med ein gong. Koden sluttar å verke. Du treng ikkje seie kvifor.
withdraw-limits = To ting kan vi ikkje gjere om: Nokon hos oss kan ha lese det alt. Og er svaret lagt ut, blir det ståande, for der står ingenting om kven du er. Ein tryggleikskopi kan finnast i nokre dagar til.
withdraw-now = Slett spørsmålet no
withdrawn-title = Spørsmålet er sletta
withdrawn-text = Det du skreiv, er borte hos oss, og koden verkar ikkje lenger.
withdrawn-limits = Nokon hos oss kan ha lese det, og det kan liggje i ein tryggleikskopi i nokre dagar til.
withdrawn-published = Svaret som er lagt ut, blir ståande. Der står ingenting om kven du er.
