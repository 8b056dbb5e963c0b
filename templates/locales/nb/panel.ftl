# The panel: dense, quiet, exact.

panel-name = { $site } · panel
panel-menu = Panel
panel-errors-title = { $count ->
    [one] Én ting må rettes:
   *[other] { $count } ting må rettes:
}
sign-in = Logg inn
sign-out = Logg ut
sign-in-lost = Mistet telefonen eller glemt passordet? Be en ansvarlig om en ny oppsettslenke.
user_name-label = Brukernavn
user_name-hint = Det du fikk i oppsettslenken.
password-label = Passord
password-hint = Minst 15 tegn når du velger et nytt.
code-label = Engangskode
code-hint = Seks sifre fra appen på telefonen. En kode virker bare én gang.
error-user-name-missing = Skriv brukernavnet.
error-password-missing = Skriv passordet.
error-code-missing = Skriv koden fra appen.
error-code-wrong = Koden stemmer ikke. Vent på den neste i appen og prøv igjen.
error-door-stale = Siden hadde stått åpen lenge og er lastet på nytt. Skriv passordet og koden en gang til.
error-password-short = Passordet må ha minst 15 tegn.
error-password-weak = Passordet er for lett å gjette. Fire tilfeldige ord er bra.

set-up-title = Sett opp kontoen din
set-up-lead = Brukernavnet ditt er { $user_name }. Fire steg, så er du klar. Lenken virker bare én gang.
set-up-profile = 1. Hvem du er
set-up-password = 2. Velg passord
set-up-password-text = Det låser opp nøkkelen din. Ingen andre kan hente det fram, heller ikke vi.
set-up-again = Skriv passordet og koden på nytt. Vi tar ikke vare på dem mellom forsøkene.
set-up-app = 3. Legg til kontoen i kodeappen
set-up-app-text = Skann koden med appen som lager engangskoder, eller skriv inn nøkkelen under.
set-up-app-link = Åpne i appen på denne enheten
set-up-code = 4. Skriv koden appen viser
set-up-finish = Ta i bruk
set-up-done-title = Kontoen er satt opp
set-up-done-open = Du kan logge inn med neste kode fra appen.
set-up-done-waiting = Nå må en ansvarlig gi deg tilgang. Ring og les opp disse tallene, så vet dere at det er deg:

profile = Profil
profile-lead = Slik underskriver du svarene dine. Endringer gjelder nye svar.
name-label = Navn
name-hint = Slik det skal stå under svarene.
title-label = Tittel
title-hint = For eksempel lege, psykolog eller helsesykepleier.
specialities-label = Spesialiteter
specialities-hint = Slik de skal stå under navnet. Kan være tomt.
language-label = Språk i panelet
error-name-missing = Skriv navnet ditt, høyst 100 tegn.
error-title-missing = Skriv tittelen din, høyst 100 tegn.
error-specialities-long = Spesialitetene kan ha høyst 200 tegn.
save = Lagre

staff = Ansatte
staff-lead = Les tallene høyt for hverandre på telefon før du gir tilgang. Er ett siffer feil, gir du ikke tilgang.
staff-new = Nye ansatte legges til på serveren:
roles = Roller
role-clinician = fagperson
role-reviewer = kontrollør
role-editor = redaktør
role-manager = ansvarlig
state = Status
account-invited = Ikke satt opp
account-awaiting_grant = Venter på tilgang
account-active = I bruk
account-disabled = Stengt
fingerprint = Fingeravtrykk
act = Handling
let-in = Gi tilgang

queue = Kø
own-questions = Mine
to-review = Til kontroll
to-the-queue = Til køen
view-all = Kø
view-own = Mine
view-review = Til kontroll
queue-count = { $count ->
    [0] Ingen spørsmål.
    [one] Ett spørsmål.
   *[other] { $count } spørsmål, tidligste frist først.
}
queue-late = { $count ->
    [0] Ingen er over fristen.
    [one] Ett er over fristen.
   *[other] { $count } er over fristen.
}
queue-empty-all = Køen er tom. Godt jobbet.
queue-empty-own = Du har ingen spørsmål akkurat nå.
queue-empty-review = Ingen svar venter på kontroll.
queue-caption = Spørsmål
all-topics = Alle temaer
show = Vis
question = Spørsmål
due = Frist
arrived = Kom inn
held-by = Hos
held-by-you = Deg
held-by-nobody = Ledig
due-late = { $days ->
    [one] Én dag over fristen
   *[other] { $days } dager over fristen
}
due-today = Frist i dag
due-in-days = { $days ->
    [one] Én dag igjen
   *[other] { $days } dager igjen
}
state-waiting = Nytt
state-claimed = Under arbeid
state-in_review = Til kontroll
state-approved = Godkjent
state-published = Publisert
more-questions = Flere spørsmål
previous-page = Forrige side
next-page = Neste side

question-number = Spørsmål { $number }
original-question = Spørsmålet slik det kom
the-answer = Svaret
as-readers-see-it = Slik blir det for dem som leser
status-free = Spørsmålet er ledig. Ta det før du begynner å skrive, så svarer ikke to på det samme.
status-elsewhere = { $name } arbeider med dette spørsmålet.
status-reviewing = { $name } har skrevet svaret. Les det som om du var den som spurte.
status-waiting = Svaret venter på at en kollega leser det.
status-approved = Svaret er godkjent og kan publiseres.
status-published = Svaret er publisert.
claim = Ta spørsmålet
release = Legg tilbake
preview = Forhåndsvis
send-to-colleague = Send til kollega
wording-title = Tittel
wording-title-hint = Blir overskrift og nettadresse. Si hva det gjelder, ikke hvem som spør.
wording-question = Spørsmålet slik det skal stå
wording-question-hint = Ta bort navn, steder og annet som kan røpe noen.
wording-answer = Svar
wording-answer-hint = Det korte svaret først. Markdown: **halvfet**, ## mellomtittel, - liste. Hilsen og navn kommer med av seg selv.
error-title-long = Tittelen kan ha høyst 120 tegn.
error-edited-long = Spørsmålet kan ha høyst 6000 tegn.
error-answer-long = Svaret kan ha høyst 20 000 tegn.
error-needed-for-review = Fyll ut dette før en kollega kan lese svaret.
note-from-colleague = Fra kollegaen som leste:
note-to = Merknad til { $name }
note-hint = Må fylles ut når du sender tilbake. Vises bare i panelet.
error-note-missing = Skriv hva som må rettes, så forfatteren vet det.
error-note-long = Merknaden kan ha høyst 4000 tegn.
approve = Godkjenn uten å publisere
approve-and-publish = Godkjenn og publiser
send-back = Send tilbake
publish-now = Publiser nå

notice-claimed = Spørsmålet er ditt.
notice-released = Spørsmålet er tilbake i køen. Utkastet er tatt vare på.
notice-saved = Utkastet er lagret.
notice-sent-to-review = Svaret er sendt til kontroll.
notice-approved = Svaret er godkjent.
notice-sent-back = Svaret er sendt tilbake til forfatteren.
notice-profile-saved = Profilen er lagret.
notice-let-in = Kollegaen har fått tilgang.
notice-now-public = Nå er svaret publisert:

kept-text-title = Teksten er ikke lagret, men den er her
kept-text-lead = Kopier den før du gjør noe annet. Logg så inn i en ny fane, og lim den inn i spørsmålet.
kept-text-copy = Kopier den før du gjør noe annet.
kept-text-cut = Var den svært lang, står bare begynnelsen her. Resten står fortsatt der du skrev: gå tilbake i nettleseren.
other-version = Dette er lagret fra før
other-version-lead = Les begge før du lagrer. Det du lagrer, erstatter dette.
try-again = Prøv igjen
seed-picture = Strekkode for kodeappen

retention = Sletting

urgency-acute = Akutt
urgency-urgent = Haster
method-warning = Her står en mengde av et stoff sammen med død. Mengder skal ikke publiseres, verken i spørsmålet eller i svaret.

state-asked_back = Venter på den som spurte
state-answered = Besvart privat
state-declined = Avslått
status-asked-back = Den som spurte, er spurt om noe. Spørsmålet kommer hit igjen når svaret kommer, eller når ventetiden er over.
status-answered = Svaret er sendt bare til den som spurte.
status-declined = Spørsmålet er avslått, og den som spurte, kan lese hvorfor.
status-approved-private = Svaret er godkjent og kan sendes til den som spurte.
send-privately-now = Send nå
approve-and-send = Godkjenn og send
only-for-asker = Dette går bare til den som spurte, bak koden. Omtrent halvparten kommer aldri tilbake med koden sin.
wording-private = Bare til den som spurte
wording-private-hint = Blir ikke lagt ut. Bruk det når svaret ikke kan skrives uten å røpe noen.
step-ask_back = Spør tilbake
step-decline = Avslå
letter-to-asker = Brev til den som spurte
letter-to-asker-ask_back = Skriv det du må vite. Fristen står stille til den som spurte, har svart.
letter-to-asker-decline = Velg grunn og tilpass brevet. Spørsmålet blir ikke lagt ut, og den som spurte, leser dette bak koden sin.
decline-reasons = Hvorfor
letter-text = Brevet
letter-text-hint = Skriv til én ung person. Markdown virker.
letter-send-ask_back = Send spørsmålet
letter-send-decline = Send avslaget
letter-cancel = Tilbake uten å sende
staff-letter-published = Publisert svar
staff-letter-private_answer = Svar bare til den som spurte
staff-letter-declined = Avslag
staff-letter-question_back = Vi spurte
staff-letter-reply = Den som spurte, svarte
staff-letter-follow_up = Den som spurte, spør videre
error-staff-letter-length = Brevet må ha noe i seg, og høyst 8000 tegn.
error-staff-letter-gap = Noe i [STORE BOKSTAVER] må byttes ut før brevet kan sendes.
error-reason-missing = Velg en grunn.
notice-asked-back = Spørsmålet er sendt. Det står i køen, med fristen stille, til det er besvart.
notice-declined = Avslaget er sendt.
notice-sent-privately = Svaret er sendt til den som spurte.
retention-lead = Det som er publisert, står i egne ord i egne rader og blir stående. Alt annet slettes på sin dag.
retention-answered = Besvarte spørsmål
retention-after-answered = Originalen slettes { $days } dager etter svaret.
retention-declined = Avslåtte spørsmål
retention-after-declined = Originalen slettes { $days } dager etter avslaget.
retention-receipt = Koder og brev
retention-after-receipt = Slettes { $days } dager etter siste svar.
retention-draft = Utkast
retention-after-draft = Slettes i samme øyeblikk som svaret går ut.
retention-dropped = Søppel
retention-after-dropped = Slettes med en gang det kastes.
retention-ground = Begrunnelse:
retention-nothing = Ingenting venter på å bli slettet.
retention-day = Dag
retention-originals = Spørsmål som slettes
retention-receipts = Koder som slettes
urgency-normal = Vanlig
urgency-label = Hvor mye det haster
urgency-set = Endre
notice-relevelled = Endret. Køen følger etter.
signs-found = Tegn da det ble spurt:
signs-rules = (regler: { $rules })
sign-ticked = den som spør, krysset av for at noen er i fare nå
sign-poisoning = overdose eller forgiftning
sign-violence = vold
sign-suicide = selvmord
sign-method = mengde sammen med død
sign-sexual-abuse = seksuelle overgrep
sign-self-harm = selvskading
sign-crisis = psykisk krise eller abstinens
sign-eating-disorder = spiseforstyrrelse
sign-broad = noe som er tungt

marks-title = Dette kan røpe noen
marks-lead = Alt må være endret, byttet ut eller beholdt før en kollega kan lese svaret. Knappene lagrer også det du har skrevet.
marks-go-to = Til listen
mark-replace = Bytt ut med «{ $words }»
mark-keep = Behold: det røper ingen
mark-is-kept = beholdt
mark-kept-by-author = forfatteren har beholdt det
mark-not-handled = ikke vurdert
in-title = i tittelen
in-question = i spørsmålet
in-answer = i svaret

statistics = Tall
statistics-lead = Tellere måned for måned, én ting om gangen, så ingen tall kan settes sammen til en person. Tall under fem vises som <5, eller som «skjult» når de ellers kunne regnes ut.
statistics-nothing = Ingenting er talt ennå.
dimension-topic = Tema
dimension-gender = Kjønn
dimension-age_band = Alder
dimension-region = Region
dimension-urgency = Hvor mye det haster
dimension-outcome = Slik endte det
outcome-published = Publisert
outcome-answered = Besvart privat
outcome-declined_identifies = Avslått: kunne røpe noen
outcome-declined_already_answered = Avslått: besvart fra før
outcome-declined_assignment = Avslått: skoleoppgave
outcome-declined_elsewhere = Avslått: ikke for oss
outcome-declined_abuse = Avslått: tull eller sjikane
outcome-withdrawn = Trukket av den som spurte
outcome-dropped = Kastet som søppel
floods = Like spørsmål
floods-lead = Spørsmål som sier nesten det samme, står sammen. Det som venter, ble åpnet med nøkkelen din for å sammenligne, og ingenting av det er lagret.
floods-compared = { $count ->
    [0] Ingen spørsmål venter.
    [one] Ett ventende spørsmål er sammenlignet.
   *[other] { $count } ventende spørsmål er sammenlignet.
}
floods-none = Ingen spørsmål ligner på hverandre.
flood-count = { $count } like
flood-drop-what = Det du har krysset av, slettes med en gang og kan ikke hentes tilbake. Den som spurte, kan lese hvorfor bak koden sin.
flood-drop = Kast det som er krysset av
look-for-floods = Se etter like spørsmål
notice-dropped = Spørsmålene er slettet.

archive = Arkiv
archive-all = Hele arkivet
archive-lead = Spørsmål og svar som er slettet her, men som eieren må ta vare på etter arkivlova. De ligger forseglet i arkivmappen. Det skrives ned at noen åpner et av dem.
archive-empty = Arkivet er tomt.
retention-archive = Før en original slettes, legges den forseglet i arkivmappen.

alike-title = Vi har svart på noe som ligner
alike-link = Lenk til det i svaret
alike-text = Begynn med dette svaret

next-for-me = Neste til meg
notice-nothing-waits = Ingenting venter i temaene dine akkurat nå. Under ser du hele køen.
more-menu = Mer
keys-title = Snarveier på tastaturet
keys-move = neste og forrige spørsmål i lista
keys-write = skriv på svaret
keys-leave = ut av feltet, så snarveiene virker igjen
keys-show = vis eller lukk denne lista
keys-off-where = Slå dem av under profilen din.
keys-close = Lukk
keys-what = Med én tast kan du ta neste spørsmål, flytte deg i køen og begynne å skrive. Trykk ? for å se alle. Mens du skriver, gjør tastene ingenting annet. Alt kan også gjøres uten.
keys-turn-off = Slå av snarveiene
keys-turn-on = Slå på snarveiene
menu-published = Etter publisering
menu-content = Innhold
menu-house = Drift
arrived-on = kom { $day }
due-stands-still = Fristen står stille
state-in_review-own = Venter på kollega
instead = Eller:
decline-reasons-fill = Grunnen fyller inn et brev du kan endre.
topic-choose-panel = Velg tema
