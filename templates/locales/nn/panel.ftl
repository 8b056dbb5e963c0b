# The panel: dense, quiet, exact.

panel-name = { $site } · panel
panel-menu = Panel
panel-errors-title = { $count ->
    [one] Éin ting må rettast:
   *[other] { $count } ting må rettast:
}
sign-in = Logg inn
sign-out = Logg ut
sign-in-lost = Mista telefonen eller gløymt passordet? Be ein ansvarleg om ei ny oppsettslenke.
user_name-label = Brukarnamn
user_name-hint = Det du fekk i oppsettslenka.
password-label = Passord
password-hint = Minst 15 teikn når du vel eit nytt.
code-label = Eingongskode
code-hint = Seks siffer frå appen på telefonen. Ein kode verkar berre éin gong.
error-user-name-missing = Skriv brukarnamnet.
error-password-missing = Skriv passordet.
error-code-missing = Skriv koden frå appen.
error-code-wrong = Koden stemmer ikkje. Vent på den neste i appen og prøv igjen.
error-door-stale = Sida hadde stått open lenge og er lasta på nytt. Skriv passordet og koden ein gong til.
error-password-short = Passordet må ha minst 15 teikn.
error-password-weak = Passordet er for lett å gjette. Fire tilfeldige ord er bra.

set-up-title = Set opp kontoen din
set-up-lead = Brukarnamnet ditt er { $user_name }. Fire steg, så er du klar. Lenkja verkar berre éin gong.
set-up-profile = 1. Kven du er
set-up-password = 2. Vel passord
set-up-password-text = Det låser opp nøkkelen din. Ingen andre kan hente det fram, heller ikkje vi.
set-up-again = Skriv passordet og koden på nytt. Vi tek ikkje vare på dei mellom forsøka.
set-up-app = 3. Legg til kontoen i kodeappen
set-up-app-text = Skann koden med appen som lagar eingongskodar, eller skriv inn nøkkelen under.
set-up-app-link = Opne i appen på denne eininga
set-up-code = 4. Skriv koden appen viser
set-up-finish = Ta i bruk
set-up-done-title = Kontoen er sett opp
set-up-done-open = Du kan logge inn med neste kode frå appen.
set-up-done-waiting = No må ein ansvarleg gi deg tilgang. Ring og les opp desse tala, så veit de at det er deg:

profile = Profil
profile-lead = Slik skriv du under svara dine. Endringar gjeld nye svar.
name-label = Namn
name-hint = Slik det skal stå under svara.
title-label = Tittel
title-hint = Til dømes lege, psykolog eller helsesjukepleiar.
specialities-label = Spesialitetar
specialities-hint = Slik dei skal stå under namnet. Kan vere tomt.
language-label = Språk i panelet
error-name-missing = Skriv namnet ditt, høgst 100 teikn.
error-title-missing = Skriv tittelen din, høgst 100 teikn.
error-specialities-long = Spesialitetane kan ha høgst 200 teikn.
save = Lagre

staff = Tilsette
staff-lead = Les tala høgt for kvarandre på telefon før du gir tilgang. Er eitt siffer feil, gir du ikkje tilgang.
staff-new = Nye tilsette legg ein til på tenaren:
roles = Roller
role-clinician = fagperson
role-reviewer = kontrollør
role-editor = redaktør
role-manager = ansvarleg
state = Status
account-invited = Ikkje sett opp
account-awaiting_grant = Ventar på tilgang
account-active = I bruk
account-disabled = Stengd
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
    [one] Eitt spørsmål.
   *[other] { $count } spørsmål, tidlegaste frist først.
}
queue-late = { $count ->
    [0] Ingen er over fristen.
    [one] Eitt er over fristen.
   *[other] { $count } er over fristen.
}
queue-empty-all = Køen er tom. Godt jobba.
queue-empty-own = Du har ingen spørsmål akkurat no.
queue-empty-review = Ingen svar ventar på kontroll.
queue-caption = Spørsmål
all-topics = Alle tema
show = Vis
question = Spørsmål
due = Frist
arrived = Kom inn
held-by = Hos
held-by-you = Deg
held-by-nobody = Ledig
due-late = { $days ->
    [one] Éin dag over fristen
   *[other] { $days } dagar over fristen
}
due-today = Frist i dag
due-in-days = { $days ->
    [one] Éin dag igjen
   *[other] { $days } dagar igjen
}
state-waiting = Nytt
state-claimed = Under arbeid
state-in_review = Til kontroll
state-approved = Godkjent
state-published = Publisert
more-questions = Fleire spørsmål
previous-page = Førre side
next-page = Neste side

question-number = Spørsmål { $number }
original-question = Spørsmålet slik det kom
the-answer = Svaret
as-readers-see-it = Slik blir det for dei som les
status-free = Spørsmålet er ledig. Ta det før du byrjar å skrive, så svarar ikkje to på det same.
status-elsewhere = { $name } arbeider med dette spørsmålet.
status-reviewing = { $name } har skrive svaret. Les det som om du var den som spurde.
status-waiting = Svaret ventar på at ein kollega les det.
status-approved = Svaret er godkjent og kan publiserast.
status-published = Svaret er publisert.
claim = Ta spørsmålet
release = Legg tilbake
preview = Førehandsvis
send-to-colleague = Send til kollega
wording-title = Tittel
wording-title-hint = Blir overskrift og nettadresse. Sei kva det gjeld, ikkje kven som spør.
wording-question = Spørsmålet slik det skal stå
wording-question-hint = Ta bort namn, stader og anna som kan røpe nokon.
wording-answer = Svar
wording-answer-hint = Det korte svaret først. Markdown: **halvfeit**, ## mellomtittel, - liste. Helsing og namn kjem med av seg sjølve.
error-title-long = Tittelen kan ha høgst 120 teikn.
error-edited-long = Spørsmålet kan ha høgst 6000 teikn.
error-answer-long = Svaret kan ha høgst 20 000 teikn.
error-needed-for-review = Fyll ut dette før ein kollega kan lese svaret.
note-from-colleague = Frå kollegaen som las:
note-to = Merknad til { $name }
note-hint = Må fyllast ut når du sender tilbake. Blir berre vist i panelet.
error-note-missing = Skriv kva som må rettast, så forfattaren veit det.
error-note-long = Merknaden kan ha høgst 4000 teikn.
approve = Godkjenn utan å publisere
approve-and-publish = Godkjenn og publiser
send-back = Send tilbake
publish-now = Publiser no

notice-claimed = Spørsmålet er ditt.
notice-released = Spørsmålet er tilbake i køen. Utkastet er teke vare på.
notice-saved = Utkastet er lagra.
notice-sent-to-review = Svaret er sendt til kontroll.
notice-approved = Svaret er godkjent.
notice-sent-back = Svaret er sendt tilbake til forfattaren.
notice-profile-saved = Profilen er lagra.
notice-let-in = Kollegaen har fått tilgang.
notice-now-public = No er svaret publisert:

kept-text-title = Teksten er ikkje lagra, men han er her
kept-text-lead = Kopier han før du gjer noko anna. Logg så inn i ei ny fane, og lim han inn i spørsmålet.
kept-text-copy = Kopier han før du gjer noko anna.
kept-text-cut = Var han svært lang, står berre byrjinga her. Resten står framleis der du skreiv: gå tilbake i nettlesaren.
other-version = Dette er lagra frå før
other-version-lead = Les begge før du lagrar. Det du lagrar, erstattar dette.
try-again = Prøv igjen
seed-picture = Strekkode for kodeappen

retention = Sletting

urgency-acute = Akutt
urgency-urgent = Hastar
method-warning = Her står ei mengd av eit stoff saman med død. Mengder skal ikkje publiserast, korkje i spørsmålet eller i svaret.

state-asked_back = Ventar på den som spurde
state-answered = Svart privat
state-declined = Avslått
status-asked-back = Den som spurde, er spurd om noko. Spørsmålet kjem hit igjen når svaret kjem, eller når ventetida er over.
status-answered = Svaret er sendt berre til den som spurde.
status-declined = Spørsmålet er avslått, og den som spurde, kan lese kvifor.
status-approved-private = Svaret er godkjent og kan sendast til den som spurde.
send-privately-now = Send no
approve-and-send = Godkjenn og send
only-for-asker = Dette går berre til den som spurde, bak koden. Om lag halvparten kjem aldri tilbake med koden sin.
wording-private = Berre til den som spurde
wording-private-hint = Blir ikkje lagt ut. Bruk det når svaret ikkje kan skrivast utan å røpe nokon.
step-ask_back = Spør tilbake
step-decline = Avslå
letter-to-asker = Brev til den som spurde
letter-to-asker-ask_back = Skriv det du må vite. Fristen står stille til den som spurde, har svart.
letter-to-asker-decline = Vel grunn og tilpass brevet. Spørsmålet blir ikkje lagt ut, og den som spurde, les dette bak koden sin.
decline-reasons = Kvifor
letter-text = Brevet
letter-text-hint = Skriv til éin ung person. Markdown verkar.
letter-send-ask_back = Send spørsmålet
letter-send-decline = Send avslaget
letter-cancel = Tilbake utan å sende
staff-letter-published = Publisert svar
staff-letter-private_answer = Svar berre til den som spurde
staff-letter-declined = Avslag
staff-letter-question_back = Vi spurde
staff-letter-reply = Den som spurde, svara
staff-letter-follow_up = Den som spurde, spør vidare
error-staff-letter-length = Brevet må ha noko i seg, og høgst 8000 teikn.
error-staff-letter-gap = Noko i [STORE BOKSTAVAR] må bytast ut før brevet kan sendast.
error-reason-missing = Vel ein grunn.
notice-asked-back = Spørsmålet er sendt. Det står i køen, med fristen stille, til det er svart på.
notice-declined = Avslaget er sendt.
notice-sent-privately = Svaret er sendt til den som spurde.
retention-lead = Det som er publisert, står i eigne ord i eigne rader og blir ståande. Alt anna blir sletta på sin dag.
retention-answered = Spørsmål med svar
retention-after-answered = Originalen blir sletta { $days } dagar etter svaret.
retention-declined = Avslåtte spørsmål
retention-after-declined = Originalen blir sletta { $days } dagar etter avslaget.
retention-receipt = Kodar og brev
retention-after-receipt = Blir sletta { $days } dagar etter siste svar.
retention-draft = Utkast
retention-after-draft = Blir sletta i same augneblink som svaret går ut.
retention-dropped = Søppel
retention-after-dropped = Blir sletta med ein gong det blir kasta.
retention-ground = Grunngiving:
retention-nothing = Ingenting ventar på å bli sletta.
retention-day = Dag
retention-originals = Spørsmål som blir sletta
retention-receipts = Kodar som blir sletta
urgency-normal = Vanleg
urgency-label = Kor mykje det hastar
urgency-set = Endre
notice-relevelled = Endra. Køen følgjer etter.
signs-found = Teikn då det vart spurt:
signs-rules = (reglar: { $rules })
sign-ticked = den som spør, kryssa av for at nokon er i fare no
sign-poisoning = overdose eller forgifting
sign-violence = vald
sign-suicide = sjølvmord
sign-method = mengd saman med død
sign-sexual-abuse = seksuelle overgrep
sign-self-harm = sjølvskading
sign-crisis = psykisk krise eller abstinens
sign-eating-disorder = eteforstyrring
sign-broad = noko som er tungt

marks-title = Dette kan røpe nokon
marks-lead = Alt må vere endra, bytt ut eller behalde før ein kollega kan lese svaret. Knappane lagrar også det du har skrive.
marks-go-to = Til lista
mark-replace = Byt ut med «{ $words }»
mark-keep = Behald: det røper ingen
mark-is-kept = behalde
mark-kept-by-author = forfattaren har behalde det
mark-not-handled = ikkje vurdert
in-title = i tittelen
in-question = i spørsmålet
in-answer = i svaret

statistics = Tal
statistics-lead = Teljarar månad for månad, éin ting om gongen, så ingen tal kan setjast saman til ein person. Tal under fem blir viste som <5, eller som «gøymt» når dei elles kunne reknast ut.
statistics-nothing = Ingenting er talt enno.
dimension-topic = Tema
dimension-gender = Kjønn
dimension-age_band = Alder
dimension-region = Region
dimension-urgency = Kor mykje det hastar
dimension-outcome = Slik enda det
outcome-published = Publisert
outcome-answered = Svart privat
outcome-declined_identifies = Avslått: kunne røpe nokon
outcome-declined_already_answered = Avslått: svart på før
outcome-declined_assignment = Avslått: skuleoppgåve
outcome-declined_elsewhere = Avslått: ikkje for oss
outcome-declined_abuse = Avslått: tull eller sjikane
outcome-withdrawn = Trekt av den som spurde
outcome-dropped = Kasta som søppel
floods = Like spørsmål
floods-lead = Spørsmål som seier nesten det same, står saman. Det som ventar, vart opna med nøkkelen din for å samanlikne, og ingenting av det er lagra.
floods-compared = { $count ->
    [0] Ingen spørsmål ventar.
    [one] Eitt ventande spørsmål er samanlikna.
   *[other] { $count } ventande spørsmål er samanlikna.
}
floods-none = Ingen spørsmål liknar på kvarandre.
flood-count = { $count } like
flood-drop-what = Det du har kryssa av, blir sletta med ein gong og kan ikkje hentast tilbake. Den som spurde, kan lese kvifor bak koden sin.
flood-drop = Kast det som er kryssa av
look-for-floods = Sjå etter like spørsmål
notice-dropped = Spørsmåla er sletta.

archive = Arkiv
archive-all = Heile arkivet
archive-lead = Spørsmål og svar som er sletta her, men som eigaren må ta vare på etter arkivlova. Dei ligg forsegla i arkivmappa. Det blir skrive ned at nokon opnar eit av dei.
archive-empty = Arkivet er tomt.
retention-archive = Før ein original blir sletta, blir han lagd forsegla i arkivmappa.

alike-title = Vi har svart på noko som liknar
alike-link = Lenk til det i svaret
alike-text = Begynn med dette svaret

next-for-me = Neste til meg
notice-nothing-waits = Ingenting ventar i temaa dine akkurat no. Under ser du heile køen.
more-menu = Meir
keys-title = Snarvegar på tastaturet
keys-move = neste og førre spørsmål i lista
keys-write = skriv på svaret
keys-leave = ut av feltet, så snarvegane verkar igjen
keys-show = vis eller lukk denne lista
keys-off-where = Slå dei av under profilen din.
keys-close = Lukk
keys-what = Med éin tast kan du ta neste spørsmål, flytte deg i køen og byrje å skrive. Trykk ? for å sjå alle. Medan du skriv, gjer tastane ikkje noko anna. Alt kan òg gjerast utan.
keys-turn-off = Slå av snarvegane
keys-turn-on = Slå på snarvegane
menu-published = Etter publisering
menu-content = Innhald
menu-house = Drift
arrived-on = kom { $day }
due-stands-still = Fristen står stille
state-in_review-own = Ventar på kollega
instead = Eller:
decline-reasons-fill = Grunnen fyller inn eit brev du kan endre.
topic-choose-panel = Vel tema
