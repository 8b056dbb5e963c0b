# The privacy page: for someone of 13 first. What it says follows the settings.

privacy-title = Personvern
privacy-heading = Hva vi vet om deg
privacy-short-who = Vi spør ikke hvem du er, og vi lagrer ingenting som sier det.
privacy-short-kept = Vi lagrer det du skriver. Det blir låst med en gang det kommer fram.
privacy-short-read = Bare fagfolkene hos oss kan låse det opp og lese det.
privacy-short-gone = Spørsmålet ditt blir slettet { $answered } etter at du har fått svar. Svaret blir stående for alle. Spørsmålet er skrevet om der, så ingen skal kjenne deg igjen.
privacy-short-archived = Spørsmålet ditt blir slettet her { $answered } etter at du har fått svar, men en låst kopi blir lagt i et arkiv, fordi loven krever det. Svaret blir stående for alle. Spørsmålet er skrevet om der, så ingen skal kjenne deg igjen.
privacy-short-found = Ingen kan få vite av oss at det var du som spurte, for vi vet det ikke: ikke foreldrene dine, ikke skolen og ikke politiet.

privacy-danger = Vi kan ikke finne deg
privacy-danger-text = Det gjelder også hvis livet ditt er i fare. Skriver du at du trenger hjelp nå, vet vi ikke hvor du er, og kan ikke sende noen til deg. Ring 113. De kan sende hjelp til deg.

privacy-kept = Det vi lagrer
privacy-database-sqlite = Alt ligger i én fil på serveren (SQLite). Når noe blir slettet, blir det skrevet over i fila.
privacy-database-postgres = Alt ligger i en database (PostgreSQL). Når noe blir slettet, blir plassen frigitt med en gang, men databasens egne logger kan ha det en stund til.
privacy-backup-known = Sikkerhetskopier blir slettet når de er { $backup } gamle. Fram til da kan det du slettet, ligge i en kopi.
privacy-backup-unknown = Det kan finnes sikkerhetskopier. Der kan det du slettet, ligge en stund til.
privacy-archive = Før et spørsmål blir slettet, blir en låst kopi lagt i et arkiv. Bare fagfolkene hos oss har nøkkelen. Trekker du spørsmålet før det, kommer det ikke dit.
privacy-column-what = Hva
privacy-column-how = Hvordan
privacy-column-until = Hvor lenge
privacy-every-row = Det aller meste har dessuten et nummer og en dag. Nummeret er tilfeldige tall og nøkler som ikke sier hvem noen er. Dagen er bare dagen eller måneden, aldri klokkeslettet. Nederst står hva som har hva.
privacy-every-column = Se alt databasen har plass til
privacy-every-column-text = Dette er navnene på alle tabeller og kolonner. Er det ikke på lista, lagrer vi det ikke. Navnene er engelske, slik de står i koden.

class-sealed = Låst
class-clear = Åpent
class-date = Dag
class-date-what = bare dagen eller måneden, aldri klokkeslettet
class-key = Nummer
class-key-what = tilfeldige tall og nøkler som ikke sier hvem noen er
class-staff = Om oss
class-public = For alle
class-counter = Telling

kept-question = Spørsmålet ditt
kept-question-sealed = det du skrev, kjønn, alder, sted og språk, og tegn på at du trenger hjelp fort
kept-question-clear = temaet, hvor mye det haster, og hvor langt svaret er kommet
kept-question-staff = hvem av oss som svarer
kept-question-until = Til { $answered } etter svaret. Svarer vi ikke, til { $declined } etter at vi sa fra om det. Spør vi deg om noe, venter vi { $wait } på deg.
kept-receipt = Koden du får
kept-receipt-until = Til { $receipt } etter det siste svaret. Selve koden lagrer vi ikke, bare noe som kjenner den igjen.
kept-letter = Det vi skriver bare til deg, og det du svarer
kept-letter-sealed = teksten
kept-letter-clear = hva slags brev det er, og hvilket nummer i rekka
kept-letter-until = Så lenge koden din virker: til { $receipt } etter det siste svaret. Det du svarer oss, blir slettet sammen med spørsmålet.
kept-answer = Svaret mens vi skriver det
kept-answer-sealed = utkastet, tidligere utgaver av det, og det kollegaen sa om det
kept-answer-clear = hvor mange ganger utkastet er lagret
kept-answer-staff = hvem som skriver og hvem som leser over
kept-answer-until = Til svaret er lagt ut eller spørsmålet er slettet.
kept-publication = Svaret som er lagt ut
kept-publication-public = spørsmålet i andre ord, svaret, tema, kjønn og alder slik du valgte dem, dagen, navnet på den som svarte, en eldre adresse hvis svaret er flyttet hit, og hvor vi viser svaret fram. Aldri stedet
kept-publication-staff = i andre språkversjoner og rettelser: hvem av oss som skrev og godkjente, hva kollegaen sa, og hvordan teksten var før
kept-publication-until = Så lenge noen har nytte av det. Ingenting i det peker på spørsmålet ditt. Men så lenge spørsmålet ligger her, kan den som ser databasen, se at det ble besvart om samme tema samme dag.
kept-relevel = Når vi mente at noe hastet mer eller mindre enn maskinen trodde
kept-relevel-clear = hva maskinen trodde, hva vi mente, og hvilke regler som slo ut. Ingenting av teksten
kept-relevel-until = Så lenge tjenesten finnes.
kept-statistic = Tellinger for hver måned, og for hver uke hvor mange som spurte og fikk svar
kept-statistic-counter = hvor mange, for én ting om gangen. Kjønn, alder og sted legges til for tjue spørsmål samtidig, så ingen kan se hva én har valgt. Tall under fem viser vi aldri nøyaktig
kept-statistic-until = Så lenge tjenesten finnes.
kept-feedback = Ja og nei under svarene
kept-feedback-counter = hvor mange som trykket ja og nei på hvert svar. Ikke hvem, og ikke når
kept-feedback-until = Så lenge svaret ligger ute.
kept-report = Feil du sier fra om i et svar
kept-report-sealed = det du skrev
kept-report-clear = hva slags feil det er
kept-report-until = Til en av oss har sett på det.
kept-article = Faktasider
kept-article-public = adressen, språket, hvem som skrev den og leste den over, og dagene på siden
kept-article-clear = teksten i hver versjon, også utkast som ikke er lagt ut, og det en kollega sa om dem
kept-article-staff = hvem av oss som skrev og godkjente hver versjon
kept-article-until = Så lenge tjenesten finnes. Ingenting i dem kommer fra spørsmål.
kept-text_block = Tekstblokker
kept-text_block-clear = teksten, overskriften og språket
kept-text_block-staff = hvem av oss som skrev den sist
kept-text_block-until = Til en av oss sletter den. Ingenting i dem kommer fra spørsmål.
kept-dictionary = Ord i ordboka
kept-dictionary-public = ordet, og hvilket stoff det står under
kept-dictionary-clear = om det er godkjent eller tatt tilbake
kept-dictionary-staff = hvem av oss som bestemte det
kept-dictionary-until = Så lenge tjenesten finnes.
kept-audit = Det de som jobber her, gjør
kept-audit-staff = hvem, hva og når, på klokkeslettet
kept-audit-counter = hvor mange linjer det er
kept-audit-until = Så lenge tjenesten finnes. Når spørsmålet ditt blir slettet, blir nummeret på det tatt bort her også.
kept-staff = De som jobber her
kept-staff-sealed = nøklene deres, låst med passordet
kept-staff-staff = navn, tittel, hva de får gjøre, når de er logget inn, og e-postadressen og klokkeslettene de selv har valgt
kept-staff-counter = hvor mange spørsmål som venter, til e-posten med tallene er sendt
kept-staff-until = Så lenge de jobber her. Innloggingen slutter etter { $idle } uten bruk og senest etter { $session }. En innbydelse virker i { $invitation }.
kept-handover = Når en av oss gir spørsmålet ditt til en annen
kept-handover-sealed = merknaden om hvorfor
kept-handover-staff = fra hvem av oss, og til hvem
kept-handover-until = Til spørsmålet er slettet.
kept-wait = Hvor lenge svar har tatt
kept-wait-counter = hvor mange svar som gikk ut en dag, og etter hvor mange dager. Ikke hvilke. Av en hel måned beholder vi bare hvor lang tid det midterste svaret tok, og bare når minst fem fikk svar
kept-wait-until = Dagene i en måned. Den midterste tiden så lenge tjenesten finnes.
kept-season = Om vi har ferie eller det er fullt
kept-season-public = hva det er, og siste dag
kept-season-staff = hvem av oss som valgte det, og dagen
kept-season-until = Til noen velger noe annet.
kept-escalation = Når vi må vurdere å varsle fordi noen kan være i fare
kept-escalation-sealed = det du skrev, låst til den ene som skal avgjøre det, og begrunnelsen
kept-escalation-clear = hva som ble avgjort
kept-escalation-staff = hvem av oss som spurte og avgjorde, og når
kept-escalation-until = Teksten til spørsmålet er slettet. At det ble vurdert, og avgjørelsen, så lenge tjenesten finnes.
kept-lease = Når den som skriver svaret, sist arbeidet med det
kept-lease-staff = klokkeslettet for vårt arbeid. Det sier ikke når du skrev til oss
kept-lease-until = Bare mens noen av oss skriver. Så er det borte.
kept-house = Nøklene til tjenesten
kept-house-sealed = nøkkelen som låser opp spørsmål, én låst kopi for hver fagperson
kept-house-clear = hvilken versjon databasen har, og når den ble oppdatert
kept-house-staff = når nøkkelen ble laget
kept-house-until = Så lenge tjenesten finnes.

privacy-never = Det vi aldri lagrer
privacy-never-name = Hvem du er: navn, telefon, e-post eller konto
privacy-never-time = Klokkeslettet du spurte
privacy-never-address = Nettadressen din (IP-adressen)
privacy-never-browser = Hvilken mobil eller nettleser du har, og hvilken side du kom fra
privacy-never-cookies = Informasjonskapsler og annen sporing. Vi bruker ingen
privacy-never-visits = Besøk. Vi teller ikke hvem som leser, eller hva de leser
privacy-never-looked = Hva du søker etter, og det du skriver før du sender. Vi ser etter svar som ligner, og glemmer det med en gang
privacy-address = Når du sender noe på nettet, følger IP-adressen din med. Vi gjør den om til en kode i minnet, for å merke om en maskin sender altfor mye. Koden er glemt senest ved midnatt, og adressen blir aldri skrevet ned.
privacy-address-told = Foran tjenesten står en annen server. Den forteller oss adressen i én linje ({ $header }), og vi bruker den bare mens vi tar imot det du sender. Den andre serveren skal ikke skrive den ned heller.
privacy-address-seen = Vi ser bare adressen til den som er koblet rett til oss, og bare mens vi tar imot det du sender.
privacy-log-quiet = Loggen til tjenesten skriver bare når noe går galt. Den skriver ikke hvem du er eller hva du skrev.
privacy-log-info = Loggen til tjenesten skriver når noe går galt, og når de som jobber her, bruker sidene sine. Den skriver ikke at du leste eller spurte.
privacy-log-debug = Akkurat nå skriver loggen til tjenesten mer enn den pleier: at noen åpnet en type side, og når. Den skriver ikke hvem, hvilket svar det var, eller at noen sendte et spørsmål.
privacy-mail-off = Tjenesten sender ingen e-post, verken til deg eller til oss.
privacy-mail-on = Vi sender aldri e-post til deg. De som jobber her, kan be om en e-post på faste klokkeslett. Der står bare tall, som hvor mange spørsmål som venter. Aldri hva noen har spurt om, når det kom, eller en lenke til et spørsmål.

privacy-readers = Hvem som kan lese
privacy-readers-text = Fagfolkene som svarer, har hver sin nøkkel. Serveren kan ikke låse opp spørsmålet ditt på egen hånd. To av oss leser svaret før det blir lagt ut.
privacy-others = Noen sider lenker til andre som kan hjelpe, som telefoner og chatter. De har sine egne regler og kan lagre andre ting enn vi gjør. Spør dem gjerne.

privacy-limits = Det vi ikke kan love
privacy-limits-text = Vi vil heller si det som det er.
privacy-limit-text = Det du skriver, kan røpe deg. Noen kan kjenne igjen historien din. Ikke skriv navn, skole eller hvor du bor.
privacy-limit-device = Mobilen eller PC-en din husker hvor du har vært. «Forlat siden» tar deg bort fort, men historikken må du slette selv.
privacy-limit-network = Den som eier nettet du bruker, kan se at du var på { $host }. De kan ikke se hvilke sider du leste, eller hva du skrev.
privacy-limit-network-open = Her er forbindelsen ikke kryptert. Andre på nettet kan se hva du leser og skriver. Dette er nok en prøve, ikke den ordentlige tjenesten.
privacy-limit-server = Bryter noen seg inn på serveren vår, kan de se det som blir sendt fra da av. Det som alt er låst, får de ikke opp uten passordene våre, men de kan se passord vi skriver mens de er inne.
privacy-limit-delete = Den som kommer seg inn i databasen, kan slette ting. Hører du ikke fra oss innen fristen, så spør en gang til.
privacy-limit-keys = Mister alle hos oss passordene sine på én gang, kan ingen lese spørsmålene som venter. Da får de ikke svar.
privacy-onion = Vil du ikke at nettet skal se at du er her, kan du bruke Tor-nettleseren og denne adressen:

privacy-rights = Det du kan kreve
privacy-rights-code = Med koden du fikk da du spurte, kan du se hvordan det går, lese det vi har skrevet til deg, og slette spørsmålet når du vil. Du trenger ikke si hvorfor.
privacy-rights-unknown = Uten koden kan vi ikke finne det du skrev, heller ikke om du ber oss. Vi vet ikke hvilket spørsmål som er ditt. Det er slik vi passer på at ingen andre får vite det heller (personvernforordningen artikkel 11).
privacy-owner = { $owner } har ansvaret for denne siden.
privacy-owner-unsaid = Her er det ikke fylt ut hvem som har ansvaret for siden. Da bør du ikke bruke den til noe viktig.
privacy-contact = Lurer du på noe om personvern, så skriv til
privacy-contact-seen = Skriver du e-post, ser vi adressen din. Ikke send spørsmålet ditt der.
privacy-complain = Mener du at vi gjør noe galt, kan du klage.
privacy-complain-where = Her kan du klage

privacy-check = Du trenger ikke tro på oss
privacy-check-requests = Åpne siden på en PC, trykk F12 og velg «Nettverk». Alt som blir hentet, kommer fra { $host }. Ingenting går til noen andre.
privacy-check-cookies = Velg «Lagring» eller «Program» samme sted. Lista over informasjonskapsler er tom.
privacy-check-source = Alle kan lese koden som denne tjenesten er laget av.
privacy-check-server = Den som har tilgang til serveren, kan sjekke at alt på denne siden stemmer, med kommandoen

count-of-days = { $count ->
    [one] én dag
   *[other] { $count } dager
}
count-of-hours = { $count ->
    [one] én time
   *[other] { $count } timer
}
count-of-minutes = { $count ->
    [one] ett minutt
   *[other] { $count } minutter
}
