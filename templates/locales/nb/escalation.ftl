### Duty to warn: asking a named person to decide, and deciding.
escalation = Varsling
escalations = Varsling
escalations-lead = Her står det du har bedt andre avgjøre, og det andre har bedt deg avgjøre. Teksten blir slettet sammen med spørsmålet. Tidene og avgjørelsen blir stående.
escalations-none = Ingenting venter på en avgjørelse.
escalations-wait = { $count ->
    [one] Ett spørsmål venter på at du avgjør om noen skal varsles
   *[other] { $count } spørsmål venter på at du avgjør om noen skal varsles
}
escalation-raise = Må noen varsles?
escalation-lead = Er liv eller helse i fare nå: Ring 113 eller 112 først. Velg så hvem som skal avgjøre om vi har plikt til å varsle, og ring den du velger. Teksten blir forseglet til den personen alene.
escalation-anonymous = Vi vet ikke hvem som har spurt, og kan ikke finne det ut. Bare det som står i teksten, kan hjelpe.
escalation-from = Fra
escalation-to = Til
escalation-raised = Sendt
escalation-opened = Åpnet
escalation-not-opened = ikke ennå
escalation-undecided = venter på avgjørelse
escalation-decision = Avgjørelse
escalation-note = Hvorfor det haster
escalation-note-hint = Hva i teksten som bekymrer deg, og hva du allerede har gjort. Må fylles ut.
escalation-send = Send til avgjørelse
escalation-status = { $from } har bedt { $to } avgjøre om noen skal varsles:
escalation-look = Se varslingen
escalation-waits = { $name } kan lese teksten og avgjør. Her ser du tidene og avgjørelsen.
escalation-take = Last ned teksten
escalation-take-hint = Ta den med til journal eller melding før spørsmålet blir slettet. At du laster ned, skrives ned.
escalation-text-gone = Spørsmålet er slettet, og teksten med det. Tidene og avgjørelsen står igjen.
escalation-decide = Avgjør
escalation-law = Straffeloven § 196 (avverge alvorlige lovbrudd), helsepersonelloven § 31 (varsle nødetater) og § 33 (melde til barnevernet), barnevernsloven § 13-2.
escalation-reason = Begrunnelse
escalation-reason-hint = Hva du bygger på, hvem du har snakket med, og når. De som kan åpne spørsmålet, kan lese den.
escalation-save = Lagre avgjørelsen
error-escalation-note = Skriv hvorfor, høyst 4000 tegn.
error-escalation-decision = Velg en avgjørelse.
error-escalation-reason = Skriv begrunnelsen, høyst 4000 tegn.
decision-emergency = Nødetatene er varslet
decision-child_protection = Barnevernet har fått melding
decision-police = Politiet er varslet
decision-unknown = Ingen å varsle om: Teksten sier ikke hvem eller hvor
decision-no_duty = Ingen plikt til å varsle
notice-escalated = Sendt. Ring den du valgte, så det blir sett nå.
notice-escalation-decided = Avgjørelsen er lagret.
escalation-about = Gjelder
escalation-gone = Spørsmålet er slettet
