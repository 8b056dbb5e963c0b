### Duty to warn: asking a named person to decide, and deciding.
escalation = Varsling
escalations = Varsling
escalations-lead = Her står det du har bede andre avgjere, og det andre har bede deg avgjere. Teksten blir sletta saman med spørsmålet. Tidene og avgjerda blir ståande.
escalations-none = Ingenting ventar på ei avgjerd.
escalations-wait = { $count ->
    [one] Eitt spørsmål ventar på at du avgjer om nokon skal varslast
   *[other] { $count } spørsmål ventar på at du avgjer om nokon skal varslast
}
escalation-raise = Må nokon varslast?
escalation-lead = Er liv eller helse i fare no: Ring 113 eller 112 først. Vel så kven som skal avgjere om vi har plikt til å varsle, og ring den du vel. Teksten blir forsegla til den personen åleine.
escalation-anonymous = Vi veit ikkje kven som har spurt, og kan ikkje finne det ut. Berre det som står i teksten, kan hjelpe.
escalation-from = Frå
escalation-to = Til
escalation-raised = Sendt
escalation-opened = Opna
escalation-not-opened = ikkje enno
escalation-undecided = ventar på avgjerd
escalation-decision = Avgjerd
escalation-note = Kvifor det hastar
escalation-note-hint = Kva i teksten som uroar deg, og kva du alt har gjort. Må fyllast ut.
escalation-send = Send til avgjerd
escalation-status = { $from } har bede { $to } avgjere om nokon skal varslast:
escalation-look = Sjå varslinga
escalation-waits = { $name } kan lese teksten og avgjer. Her ser du tidene og avgjerda.
escalation-take = Last ned teksten
escalation-take-hint = Ta han med til journal eller melding før spørsmålet blir sletta. At du lastar ned, blir skrive ned.
escalation-text-gone = Spørsmålet er sletta, og teksten med det. Tidene og avgjerda står att.
escalation-decide = Avgjer
escalation-law = Straffelova § 196 (avverje alvorlege lovbrot), helsepersonellova § 31 (varsle naudetatar) og § 33 (melde til barnevernet), barnevernslova § 13-2.
escalation-reason = Grunngiving
escalation-reason-hint = Kva du byggjer på, kven du har snakka med, og når. Dei som kan opne spørsmålet, kan lese ho.
escalation-save = Lagre avgjerda
error-escalation-note = Skriv kvifor, høgst 4000 teikn.
error-escalation-decision = Vel ei avgjerd.
error-escalation-reason = Skriv grunngivinga, høgst 4000 teikn.
decision-emergency = Naudetatane er varsla
decision-child_protection = Barnevernet har fått melding
decision-police = Politiet er varsla
decision-unknown = Ingen å varsle om: Teksten seier ikkje kven eller kvar
decision-no_duty = Inga plikt til å varsle
notice-escalated = Sendt. Ring den du valde, så det blir sett no.
notice-escalation-decided = Avgjerda er lagra.
escalation-about = Gjeld
escalation-gone = Spørsmålet er sletta
