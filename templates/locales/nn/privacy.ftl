# The privacy page: for someone of 13 first. What it says follows the settings.

privacy-title = Personvern
privacy-heading = Kva vi veit om deg
privacy-short-who = Vi spør ikkje kven du er, og vi lagrar ingenting som seier det.
privacy-short-kept = Vi lagrar det du skriv. Det blir låst med ein gong det kjem fram.
privacy-short-read = Berre fagfolka hos oss kan låse det opp og lese det.
privacy-short-gone = Spørsmålet ditt blir sletta { $answered } etter at du har fått svar. Svaret blir ståande for alle. Spørsmålet er skrive om der, så ingen skal kjenne deg att.
privacy-short-archived = Spørsmålet ditt blir sletta her { $answered } etter at du har fått svar, men ein låst kopi blir lagd i eit arkiv, fordi lova krev det. Svaret blir ståande for alle. Spørsmålet er skrive om der, så ingen skal kjenne deg att.
privacy-short-found = Ingen kan få vite av oss at det var du som spurde, for vi veit det ikkje: ikkje foreldra dine, ikkje skulen og ikkje politiet.

privacy-danger = Vi kan ikkje finne deg
privacy-danger-text = Det gjeld òg om livet ditt er i fare. Skriv du at du treng hjelp no, veit vi ikkje kvar du er, og kan ikkje sende nokon til deg. Ring 113. Dei kan sende hjelp til deg.

privacy-kept = Det vi lagrar
privacy-database-sqlite = Alt ligg i éi fil på tenaren (SQLite). Når noko blir sletta, blir det skrive over i fila.
privacy-database-postgres = Alt ligg i ein database (PostgreSQL). Når noko blir sletta, blir plassen frigjord med ein gong, men loggane til databasen kan ha det ei stund til.
privacy-backup-known = Tryggingskopiar blir sletta når dei er { $backup } gamle. Fram til då kan det du sletta, liggje i ein kopi.
privacy-backup-unknown = Det kan finnast tryggingskopiar. Der kan det du sletta, liggje ei stund til.
privacy-archive = Før eit spørsmål blir sletta, blir ein låst kopi lagd i eit arkiv. Berre fagfolka hos oss har nøkkelen. Trekkjer du spørsmålet før det, kjem det ikkje dit.
privacy-column-what = Kva
privacy-column-how = Korleis
privacy-column-until = Kor lenge
privacy-every-row = Det aller meste har dessutan eit nummer og ein dag. Nummeret er tilfeldige tal og nøklar som ikkje seier kven nokon er. Dagen er berre dagen eller månaden, aldri klokkeslettet. Nedst står kva som har kva.
privacy-every-column = Sjå alt databasen har plass til
privacy-every-column-text = Dette er namna på alle tabellar og kolonnar. Er det ikkje på lista, lagrar vi det ikkje. Namna er engelske, slik dei står i koden.

class-sealed = Låst
class-clear = Ope
class-date = Dag
class-date-what = berre dagen eller månaden, aldri klokkeslettet
class-key = Nummer
class-key-what = tilfeldige tal og nøklar som ikkje seier kven nokon er
class-staff = Om oss
class-public = For alle
class-counter = Teljing

kept-question = Spørsmålet ditt
kept-question-sealed = det du skreiv, kjønn, alder, stad og språk, og teikn på at du treng hjelp fort
kept-question-clear = temaet, kor mykje det hastar, og kor langt svaret er kome
kept-question-staff = kven av oss som svarar
kept-question-until = Til { $answered } etter svaret. Svarar vi ikkje, til { $declined } etter at vi sa frå om det. Spør vi deg om noko, ventar vi { $wait } på deg.
kept-receipt = Koden du får
kept-receipt-until = Til { $receipt } etter det siste svaret. Sjølve koden lagrar vi ikkje, berre noko som kjenner han att.
kept-letter = Det vi skriv berre til deg, og det du svarar
kept-letter-sealed = teksten
kept-letter-clear = kva slags brev det er, og kva nummer i rekkja
kept-letter-until = Så lenge koden din verkar: til { $receipt } etter det siste svaret. Det du svarar oss, blir sletta saman med spørsmålet.
kept-answer = Svaret medan vi skriv det
kept-answer-sealed = utkastet, tidlegare utgåver av det, og det kollegaen sa om det
kept-answer-clear = kor mange gonger utkastet er lagra
kept-answer-staff = kven som skriv og kven som les over
kept-answer-until = Til svaret er lagt ut eller spørsmålet er sletta.
kept-publication = Svaret som er lagt ut
kept-publication-public = spørsmålet i andre ord, svaret, tema, kjønn og alder slik du valde dei, dagen, namnet på den som svara, ei eldre adresse om svaret er flytta hit, og kvar vi viser svaret fram. Aldri staden
kept-publication-staff = i andre språkversjonar og rettingar: kven av oss som skreiv og godkjende, kva kollegaen sa, og korleis teksten var før
kept-publication-until = Så lenge nokon har nytte av det. Ingenting i det peikar på spørsmålet ditt. Men så lenge spørsmålet ligg her, kan den som ser databasen, sjå at det vart svara på om same tema same dag.
kept-relevel = Når vi meinte at noko hasta meir eller mindre enn maskina trudde
kept-relevel-clear = kva maskina trudde, kva vi meinte, og kva reglar som slo ut. Ingenting av teksten
kept-relevel-until = Så lenge tenesta finst.
kept-statistic = Teljingar for kvar månad, og for kvar veke kor mange som spurde og fekk svar
kept-statistic-counter = kor mange, for éin ting om gongen. Kjønn, alder og stad blir lagde til for tjue spørsmål samstundes, så ingen kan sjå kva éin har valt. Tal under fem viser vi aldri nøyaktig
kept-statistic-until = Så lenge tenesta finst.
kept-feedback = Ja og nei under svara
kept-feedback-counter = kor mange som trykte ja og nei på kvart svar. Ikkje kven, og ikkje når
kept-feedback-until = Så lenge svaret ligg ute.
kept-report = Feil du seier frå om i eit svar
kept-report-sealed = det du skreiv
kept-report-clear = kva slags feil det er
kept-report-until = Til ein av oss har sett på det.
kept-article = Faktasider
kept-article-public = adressa, språket, kven som skreiv henne og las henne over, og dagane på sida
kept-article-clear = teksten i kvar versjon, også utkast som ikkje er lagde ut, og det ein kollega sa om dei
kept-article-staff = kven av oss som skreiv og godkjende kvar versjon
kept-article-until = Så lenge tenesta finst. Ingenting i dei kjem frå spørsmål.
kept-text_block = Tekstblokker
kept-text_block-clear = teksten, overskrifta og språket
kept-text_block-staff = kven av oss som skreiv han sist
kept-text_block-until = Til ein av oss slettar han. Ingenting i dei kjem frå spørsmål.
kept-dictionary = Ord i ordboka
kept-dictionary-public = ordet, og kva stoff det står under
kept-dictionary-clear = om det er godkjent eller teke tilbake
kept-dictionary-staff = kven av oss som bestemte det
kept-dictionary-until = Så lenge tenesta finst.
kept-audit = Det dei som jobbar her, gjer
kept-audit-staff = kven, kva og når, på klokkeslettet
kept-audit-counter = kor mange linjer det er
kept-audit-until = Så lenge tenesta finst. Når spørsmålet ditt blir sletta, blir nummeret på det teke bort her òg.
kept-staff = Dei som jobbar her
kept-staff-sealed = nøklane deira, låste med passordet
kept-staff-staff = namn, tittel, kva dei får gjere, når dei er logga inn, og e-postadressa og klokkesletta dei sjølve har valt
kept-staff-counter = kor mange spørsmål som ventar, til e-posten med tala er send
kept-staff-until = Så lenge dei jobbar her. Innlogginga sluttar etter { $idle } utan bruk og seinast etter { $session }. Ei innbyding verkar i { $invitation }.
kept-handover = Når ein av oss gir spørsmålet ditt til ein annan
kept-handover-sealed = merknaden om kvifor
kept-handover-staff = frå kven av oss, og til kven
kept-handover-until = Til spørsmålet er sletta.
kept-wait = Kor lenge svar har teke
kept-wait-counter = kor mange svar som gjekk ut ein dag, og etter kor mange dagar. Ikkje kva for nokre. Av ein heil månad tek vi berre vare på kor lang tid det midtarste svaret tok, og berre når minst fem fekk svar
kept-wait-until = Dagane i ein månad. Den midtarste tida så lenge tenesta finst.
kept-season = Om vi har ferie eller det er fullt
kept-season-public = kva det er, og siste dag
kept-season-staff = kven av oss som valde det, og dagen
kept-season-until = Til nokon vel noko anna.
kept-escalation = Når vi må vurdere å varsle fordi nokon kan vere i fare
kept-escalation-sealed = det du skreiv, låst til den eine som skal avgjere det, og grunngivinga
kept-escalation-clear = kva som vart avgjort
kept-escalation-staff = kven av oss som spurde og avgjorde, og når
kept-escalation-until = Teksten til spørsmålet er sletta. At det vart vurdert, og avgjerda, så lenge tenesta finst.
kept-lease = Når den som skriv svaret, sist arbeidde med det
kept-lease-staff = klokkeslettet for vårt arbeid. Det seier ikkje når du skreiv til oss
kept-lease-until = Berre medan nokon av oss skriv. Så er det borte.
kept-house = Nøklane til tenesta
kept-house-sealed = nøkkelen som låser opp spørsmål, éin låst kopi for kvar fagperson
kept-house-clear = kva versjon databasen har, og når han vart oppdatert
kept-house-staff = når nøkkelen vart laga
kept-house-until = Så lenge tenesta finst.

privacy-never = Det vi aldri lagrar
privacy-never-name = Kven du er: namn, telefon, e-post eller konto
privacy-never-time = Klokkeslettet du spurde
privacy-never-address = Nettadressa di (IP-adressa)
privacy-never-browser = Kva mobil eller nettlesar du har, og kva side du kom frå
privacy-never-cookies = Informasjonskapslar og anna sporing. Vi bruker ingen
privacy-never-visits = Besøk. Vi tel ikkje kven som les, eller kva dei les
privacy-never-looked = Kva du søkjer etter, og det du skriv før du sender. Vi ser etter svar som liknar, og gløymer det med ein gong
privacy-address = Når du sender noko på nettet, følgjer IP-adressa di med. Vi gjer ho om til ein kode i minnet, for å merke om ei maskin sender altfor mykje. Koden er gløymd seinast ved midnatt, og adressa blir aldri skriven ned.
privacy-address-told = Framfor tenesta står ein annan tenar. Han fortel oss adressa i éi linje ({ $header }), og vi bruker ho berre medan vi tek imot det du sender. Den andre tenaren skal ikkje skrive ho ned han heller.
privacy-address-seen = Vi ser berre adressa til den som er kopla rett til oss, og berre medan vi tek imot det du sender.
privacy-log-quiet = Loggen til tenesta skriv berre når noko går gale. Han skriv ikkje kven du er eller kva du skreiv.
privacy-log-info = Loggen til tenesta skriv når noko går gale, og når dei som jobbar her, bruker sidene sine. Han skriv ikkje at du las eller spurde.
privacy-log-debug = Akkurat no skriv loggen til tenesta meir enn han pleier: at nokon opna ein type side, og når. Han skriv ikkje kven, kva svar det var, eller at nokon sende eit spørsmål.
privacy-mail-off = Tenesta sender ingen e-post, verken til deg eller til oss.
privacy-mail-on = Vi sender aldri e-post til deg. Dei som jobbar her, kan be om ein e-post på faste klokkeslett. Der står berre tal, som kor mange spørsmål som ventar. Aldri kva nokon har spurt om, når det kom, eller ei lenkje til eit spørsmål.

privacy-readers = Kven som kan lese
privacy-readers-text = Fagfolka som svarar, har kvar sin nøkkel. Tenaren kan ikkje låse opp spørsmålet ditt på eiga hand. To av oss les svaret før det blir lagt ut.
privacy-others = Nokre sider lenkjer til andre som kan hjelpe, som telefonar og chattar. Dei har sine eigne reglar og kan lagre andre ting enn vi gjer. Spør dei gjerne.

privacy-limits = Det vi ikkje kan love
privacy-limits-text = Vi vil heller seie det som det er.
privacy-limit-text = Det du skriv, kan røpe deg. Nokon kan kjenne att historia di. Ikkje skriv namn, skule eller kvar du bur.
privacy-limit-device = Mobilen eller PC-en din hugsar kvar du har vore. «Forlat sida» tek deg bort fort, men historikken må du slette sjølv.
privacy-limit-network = Den som eig nettet du bruker, kan sjå at du var på { $host }. Dei kan ikkje sjå kva sider du las, eller kva du skreiv.
privacy-limit-network-open = Her er sambandet ikkje kryptert. Andre på nettet kan sjå kva du les og skriv. Dette er nok ei prøve, ikkje den ordentlege tenesta.
privacy-limit-server = Bryt nokon seg inn på tenaren vår, kan dei sjå det som blir sendt frå då av. Det som alt er låst, får dei ikkje opp utan passorda våre, men dei kan sjå passord vi skriv medan dei er inne.
privacy-limit-delete = Den som kjem seg inn i databasen, kan slette ting. Høyrer du ikkje frå oss innan fristen, så spør ein gong til.
privacy-limit-keys = Mistar alle hos oss passorda sine på éin gong, kan ingen lese spørsmåla som ventar. Då får dei ikkje svar.
privacy-onion = Vil du ikkje at nettet skal sjå at du er her, kan du bruke Tor-nettlesaren og denne adressa:

privacy-rights = Det du kan krevje
privacy-rights-code = Med koden du fekk då du spurde, kan du sjå korleis det går, lese det vi har skrive til deg, og slette spørsmålet når du vil. Du treng ikkje seie kvifor.
privacy-rights-unknown = Utan koden kan vi ikkje finne det du skreiv, heller ikkje om du ber oss. Vi veit ikkje kva spørsmål som er ditt. Det er slik vi passar på at ingen andre får vite det heller (personvernforordninga artikkel 11).
privacy-owner = { $owner } har ansvaret for denne sida.
privacy-owner-unsaid = Her er det ikkje fylt ut kven som har ansvaret for sida. Då bør du ikkje bruke ho til noko viktig.
privacy-contact = Lurer du på noko om personvern, så skriv til
privacy-contact-seen = Skriv du e-post, ser vi adressa di. Ikkje send spørsmålet ditt der.
privacy-complain = Meiner du at vi gjer noko gale, kan du klage.
privacy-complain-where = Her kan du klage

privacy-check = Du treng ikkje tru på oss
privacy-check-requests = Opne sida på ein PC, trykk F12 og vel «Nettverk». Alt som blir henta, kjem frå { $host }. Ingenting går til nokon andre.
privacy-check-cookies = Vel «Lagring» eller «Program» same stad. Lista over informasjonskapslar er tom.
privacy-check-source = Alle kan lese koden som denne tenesta er laga av.
privacy-check-server = Den som har tilgang til tenaren, kan sjekke at alt på denne sida stemmer, med kommandoen

count-of-days = { $count ->
    [one] éin dag
   *[other] { $count } dagar
}
count-of-hours = { $count ->
    [one] éin time
   *[other] { $count } timar
}
count-of-minutes = { $count ->
    [one] eitt minutt
   *[other] { $count } minutt
}
