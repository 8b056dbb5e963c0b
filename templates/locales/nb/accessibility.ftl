# The accessibility page: what works for whom, said plainly.

accessibility-title = Tilgjengelighet
accessibility-lead = Alle skal kunne spørre, lese og få hjelp her, uansett hvordan du ser, hører, rører deg eller leser.
accessibility-declaration = Tilgjengelighetserklæringen vår
accessibility-declaration-says = Der står det hvilke krav vi oppfyller, og hvilke vi ikke oppfyller.

accessibility-tested = Dette er testet
accessibility-tested-rules = Hver side blir prøvd i en nettleser mot reglene i WCAG 2.2 på nivå AA hver gang programmet endres.
accessibility-tested-screens = Det gjelder i lyst og mørkt, på liten telefon, med dobbelt så stor tekst, med fire ganger forstørring, med egne farger fra maskinen din og uten bevegelse.
accessibility-tested-keys = Du kan gjøre alt viktig med bare tastaturet.
accessibility-tested-plain = Du kan gjøre alt viktig uten skript, og lese alt som ren tekst.
accessibility-tested-names = Hver knapp, lenke og hvert felt har et navn som en skjermleser kan lese opp.

accessibility-untested = Dette er ikke testet
accessibility-untested-ear = Ingen som bruker skjermleser til daglig, har ennå gått gjennom sidene og sagt hva de synes.
accessibility-untested-words = Maskiner kan ikke si om ordene er lette nok å forstå. Det ser mennesker på, svar for svar.
accessibility-untested-elsewhere = Lenker kan gå til andres nettsider. Dem kan vi ikke love noe om.

accessibility-tell = Er det noe som ikke virker for deg?
accessibility-tell-owner = Si fra til dem som driver tjenesten.
accessibility-tell-named = Si fra til { $owner }.
accessibility-tell-where = Skriv til
accessibility-complain = Får du ikke hjelp, kan du
accessibility-complain-where = klage her
