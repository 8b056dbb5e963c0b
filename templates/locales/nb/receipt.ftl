# The receipt code and what stands behind it. Only the one who asked reads these.

thanks-code-title = Koden din
thanks-code-what = Med koden kan du se om svaret er klart, lese det vi skriver bare til deg, spørre videre eller trekke spørsmålet. Bruk den her:
thanks-code-once = Den vises bare nå, og vi kan ikke finne den igjen for deg. Skriv den ned eller ta bilde av den. Den som har koden, kan lese det vi skriver til deg.
thanks-code-public = Du trenger den ikke for å lese svaret når det blir lagt ut.
code-copy = Kopier koden
code-copied = Kopiert
code-print = Skriv ut

code-title = Har du en kode?
code-lead = Her ser du hvordan det går med spørsmålet ditt, og det vi har skrevet bare til deg.
code-field = Koden din
code-field-hint = 16 tegn, som 7KQF-3MWD-9XTR-B2HA. Store eller små bokstaver er det samme, og streker kan du hoppe over.
code-open = Vis
code-lost = Mistet koden? Da kan vi ikke finne spørsmålet ditt, for vi vet ikke hvem du er. Svar som blir lagt ut, kan du lese uten kode.
code-gone = Virker ikke koden lenger? Den blir slettet når spørsmålet er trukket, og lenge etter svaret.
error-code-empty = Skriv inn koden.
error-code-character = Det er et tegn her som ingen kode har. Kodene våre har bare tall og bokstavene A–Z, uten I, L, O og U.
error-code-length = En kode har { $length } tegn. Dette er { $count }.
error-code-unknown = Vi finner ingenting med denne koden. Se om den er skrevet riktig.
error-code-too-many = Det ble mange feil koder herfra. Vent en time, og prøv igjen. Koden din virker fortsatt.

receipt-waiting-title = Spørsmålet ditt er kommet fram
receipt-waiting = Det ligger i køen hos oss.
receipt-being-answered-title = Noen svarer deg nå
receipt-being-answered = En fagperson er i gang med svaret.
receipt-asked-back-title = Vi lurer på noe først
receipt-asked-back = For å gi deg et godt svar må vi vite litt mer. Du bestemmer selv hva du vil fortelle.
receipt-asked-back-write = Svar oss her
receipt-published-title = Du har fått svar
receipt-published = Svaret ligger ute, i andre ord enn dine, så ingen skal kjenne deg igjen.
receipt-published-write = Lurer du på noe mer?
receipt-answered-title = Du har fått svar
receipt-answered = Dette svaret er bare til deg. Det blir ikke lagt ut.
receipt-answered-write = Lurer du på noe mer?
receipt-declined-title = Spørsmålet blir ikke lagt ut
receipt-declined = Vi har lest det du skrev. Her står hvorfor vi ikke kan svare, og hva du kan gjøre.
receipt-forgotten-title = Spørsmålet ditt er slettet
receipt-forgotten = Det er en stund siden du fikk svar, så det du skrev, er borte hos oss. Det vi skrev til deg, står her litt til. Vil du spørre om mer, kan du sende et nytt spørsmål.
receipt-reply-sent = Takk. Svaret ditt er kommet fram.
receipt-follow-up-sent = Takk. Det nye spørsmålet er kommet fram. Du bruker den samme koden.

letter-label = Det du vil skrive
letter-send = Send
letter-published = Lagt ut { $date }
letter-private_answer = Svar til deg, { $date }
letter-declined = Fra oss, { $date }
letter-question_back = Fra oss, { $date }
letter-reply = Du svarte oss { $date }.
letter-follow_up = Du spurte videre { $date }.
error-letter-missing = Skriv det du vil si oss.
error-letter-long = Teksten er for lang. Du har plass til { $max } tegn.
error-letter-no-more = Du har alt spurt videre om dette. Det du skrev nå, er ikke sendt, men du kan sende det som et nytt spørsmål.
error-letter-gone = Spørsmålet ditt er slettet, så du kan ikke spørre videre om det. Det du skrev nå, er ikke sendt.
error-letter-not-now = Dette er ikke sendt. Kanskje er det sendt fra før, eller kanskje noen svarer deg akkurat nå.
carried-text = Det du skrev, er her fortsatt:
carried-text-ask = Send det som et nytt spørsmål

withdraw-summary = Vil du trekke spørsmålet?
withdraw-what = Da sletter vi det du skrev, og alt vi har skrevet om det, med en gang. Koden slutter å virke. Du trenger ikke si hvorfor.
withdraw-limits = To ting kan vi ikke gjøre om: Noen hos oss kan ha lest det alt. Og er svaret lagt ut, blir det stående, for der står ingenting om hvem du er. En sikkerhetskopi kan finnes i noen dager til.
withdraw-now = Slett spørsmålet nå
withdrawn-title = Spørsmålet er slettet
withdrawn-text = Det du skrev, er borte hos oss, og koden virker ikke lenger.
withdrawn-limits = Noen hos oss kan ha lest det, og det kan ligge i en sikkerhetskopi i noen dager til.
withdrawn-published = Svaret som er lagt ut, blir stående. Der står ingenting om hvem du er.
