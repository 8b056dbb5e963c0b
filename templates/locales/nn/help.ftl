# Who can help, the small forms under an answer, and the school's door.

help-page = Hjelp
help-page-title = Nokon som kan hjelpe
help-page-lead = Ring, chat eller skriv. Du treng ikkje vite kva du skal seie.
help-page-first = Når det hastar
help-page-choose = Finn hjelp som passar deg
help-page-not-kept = Vi lagrar ikkje det du vel. Det står berre i adressa til denne sida.
help-page-show = Vis
help-page-open = Ope no
help-page-closed = Stengt no
help-page-unknown = Sjå nettsida deira
help-page-other-age = Desse er for ein annan alder enn den du valde, så dei står ikkje her: { $names }.
help-page-more = Sjå alle som kan hjelpe
open-now = Ope no
open-always = Døgnope
open-until = Ope no, til { $time }
closed-opens = Stengt no. Opnar { $day } { $time }
closed-opens-today = Stengt no. Opnar i dag { $time }
closed-see-site = Stengt no. Sjå nettsida for opningstider
hours-see-site = Sjå nettsida for opningstider
open-chat = Opne chatten
chat-standing = Chat: { $standing }
checked-on = Sjekka { $date }

help-services = Hjelpetenester
help-services-lead = Det som står på sida Hjelp. Ring eller opne nettsida før du endrar noko i fila, og set ny dato når du har sjekka.
help-services-due = { $count ->
    [one] Éi teneste er ikkje sjekka på over 180 dagar:
   *[other] { $count } tenester er ikkje sjekka på over 180 dagar:
}
help-services-none-due = Alle er sjekka dei siste 180 dagane.
help-services-source = Kjelde
help-services-checked = Sjekka

feedback-question = Fekk du svar på det du lurte på?
feedback-yes = Ja
feedback-no = Nei
feedback-counted = Vi tel berre. Ingen ser kven som trykkjer.
feedback-thanks = Takk! Det hjelper oss å skrive betre svar.
report-question = Er det noko feil i svaret?
report-kind = Kva er feil?
report-outdated = Fakta eller lov er utdatert
report-dead_link = Eit telefonnummer eller ei lenkje verkar ikkje
report-spelling = Skrivefeil
report-other = Noko anna
report-text = Vil du seie meir?
report-text-hint = Høgst 500 teikn. Ikkje skriv noko om deg sjølv: vi kan ikkje svare deg her.
report-send = Send
report-thanks = Takk for at du sa frå. Ein fagperson ser på det.
error-report-kind = Vel kva som er feil.
error-report-long = Teksten er for lang. Du har plass til 500 teikn.
error-report-empty = Skriv kort kva som er feil.
error-report-too-many = Det kjem mange meldingar frå nettet du er på akkurat no, så denne er ikkje send. Teksten din er her framleis: vent litt og prøv igjen.
error-report-not-kept = Noko gjekk gale hos oss, så meldinga er ikkje send. Teksten din er her framleis: vent litt og prøv igjen.

feedback = Tilbakemeldingar
feedback-lead = Kva lesarane svara på «Fekk du svar på det du lurte på?», flest nei først. Tal under fem blir viste som <5, og rekkjefølgja røper dei ikkje.
feedback-nothing = Ingen har svart enno.
reports = Melde feil
reports-lead = Det lesarar seier er feil i svara, eldst først. Teksten er forsegla til nøkkelen din, og det blir skrive ned at du las.
count-of-reports = { $count ->
    [0] Ingen meldingar ventar.
    [one] Éi melding ventar.
   *[other] { $count } meldingar ventar.
}
report-locked = Du har ikkje nøkkelen til denne teksten.
report-done = Ferdig
report-done-what = Meldinga blir sletta.
notice-report-done = Meldinga er sletta.

school = For skulen
school-title = Skal du skrive om dette på skulen?
school-lead = Her er det som allereie er skrive, tema for tema. Bruk det gjerne, og sei kvar du fann det.
school-material = Det som ligg klart
school-article = Fakta: { $title }
school-cite = Slik oppgir du kjelda
school-cite-text = Skriv tittelen, namnet på sida, dagen svaret vart lagt ut, adressa og dagen du las det. Til dømes:
school-citation = «{ $title }». { $site }, { $date }. { $address } (lese { $today }).
school-cite-anonymous = Svara er skrivne av fagfolk, og ein kollega har lese dei. Den som spurde, er anonym, og spørsmålet er skrive om.
school-not = Det vi ikkje gjer
school-not-text = Vi svarar ikkje på skuleoppgåver og stiller ikkje til intervju. Då måtte nokon som treng oss, vente lenger.
school-but = Lurer du på noko for din eigen del, er du alltid velkomen.
school-check-title = Er dette til ei skuleoppgåve?
school-check-text = Vi svarar ikkje på oppgåver, men mykje ligg klart, og det går fortare å lese enn å vente på oss.
school-check-link = Sjå det som ligg klart for skulen
school-check-wrong = Tok vi feil? Send likevel, så les vi det.
