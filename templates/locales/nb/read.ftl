# The pages everyone reads.

home-title = Spør om det du lurer på
home-lead = Skriv til oss om rus, kropp, tanker, familie eller lov og rett. Fagfolk leser og svarer. Ingen får vite at det var du som spurte.
promise-no-name = Uten navn
promise-no-account = Uten konto
promise-no-cookies = Uten informasjonskapsler
how-title = Slik går det til
how-write = Du skriver
how-write-text = Med dine egne ord, så kort eller langt du vil.
how-answer = Fagfolk svarer
how-answer-text = En kollega leser svaret før det blir lagt ut.
how-read = Du leser svaret her
how-read-text = Innen { $days ->
    [one] én dag
    [7] en uke
   *[other] { $days } dager
}, sammen med spørsmålet ditt.
latest-answers = Siste svar
answer-within = Svar innen { $days ->
    [one] én dag
    [7] en uke
   *[other] { $days } dager
}
opening-soon = Vi åpner snart.
count-of-answers = { $count ->
    [0] Ingen svar ennå
    [one] Ett svar
   *[other] { $count } svar
}
no-answers-yet = Her er det ikke kommet noe ennå. Vil du være den første?
more-answers = Flere svar
newer-answers = Nyere svar
older-answers = Eldre svar
subtopics = Velg det som ligner mest
editors-choice = Start her
editors-choice-why = Svarene vi synes du bør lese først. Vi teller ikke hva andre leser.
count-of-latest = { $count ->
    [one] Siste svar (ett i alt)
   *[other] Siste svar ({ $count } i alt)
}

skip-to-answer = Hopp til svaret
the-question = Spørsmålet
answer-from = Svar fra { $site },
kind-regards = Med hilsen
checked-by-colleague = En kollega har lest og godkjent svaret.
licence = Svaret kan brukes videre under lisensen
need-help = Trenger du hjelp?
more-help = Flere som kan hjelpe
open-website = Åpne nettsiden
do-you-wonder = Lurer du på noe selv?
more-about = Mer om temaet «{ $topic }»
related-answers = Lignende spørsmål
previous-in-topic = Forrige i temaet:
next-in-topic = Neste i temaet:
signature = { $gender }, { $age }
signature-girl = Jente
signature-woman = Kvinne
signature-boy = Gutt
signature-man = Mann
signature-anonymous = Anonym
