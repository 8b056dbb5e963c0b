# The accessibility page: what works for whom, said plainly.

accessibility-title = Tilgjenge
accessibility-lead = Alle skal kunne spørje, lese og få hjelp her, same korleis du ser, høyrer, rører deg eller les.
accessibility-declaration = Tilgjengelegheitserklæringa vår
accessibility-declaration-says = Der står det kva krav vi oppfyller, og kva vi ikkje oppfyller.

accessibility-tested = Dette er testa
accessibility-tested-rules = Kvar side blir prøvd i ein nettlesar mot reglane i WCAG 2.2 på nivå AA kvar gong programmet blir endra.
accessibility-tested-screens = Det gjeld i lyst og mørkt, på liten telefon, med dobbelt så stor tekst, med fire gonger forstørring, med eigne fargar frå maskina di og utan rørsle.
accessibility-tested-keys = Du kan gjere alt viktig med berre tastaturet.
accessibility-tested-plain = Du kan gjere alt viktig utan skript, og lese alt som rein tekst.
accessibility-tested-names = Kvar knapp, lenkje og kvart felt har eit namn som ein skjermlesar kan lese opp.

accessibility-untested = Dette er ikkje testa
accessibility-untested-ear = Ingen som bruker skjermlesar til dagleg, har enno gått gjennom sidene og sagt kva dei synest.
accessibility-untested-words = Maskiner kan ikkje seie om orda er lette nok å forstå. Det ser menneske på, svar for svar.
accessibility-untested-elsewhere = Lenkjer kan gå til nettsidene til andre. Dei kan vi ikkje love noko om.

accessibility-tell = Er det noko som ikkje verkar for deg?
accessibility-tell-owner = Sei frå til dei som driv tenesta.
accessibility-tell-named = Sei frå til { $owner }.
accessibility-tell-where = Skriv til
accessibility-complain = Får du ikkje hjelp, kan du
accessibility-complain-where = klage her
