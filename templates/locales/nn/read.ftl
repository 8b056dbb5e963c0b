# The pages everyone reads.

home-title = Spør om det du lurer på
home-lead = Skriv til oss om rus, kropp, tankar, familie eller lov og rett. Fagfolk les og svarar. Ingen får vite at det var du som spurde.
promise-no-name = Utan namn
promise-no-account = Utan konto
promise-no-cookies = Utan informasjonskapslar
how-title = Slik går det til
how-write = Du skriv
how-write-text = Med dine eigne ord, så kort eller langt du vil.
how-answer = Fagfolk svarar
how-answer-text = Ein kollega les svaret før det blir lagt ut.
how-read = Du les svaret her
how-read-text = Innan { $days ->
    [one] éin dag
    [7] ei veke
   *[other] { $days } dagar
}, saman med spørsmålet ditt.
latest-answers = Siste svar
answer-within = Svar innan { $days ->
    [one] éin dag
    [7] ei veke
   *[other] { $days } dagar
}
opening-soon = Vi opnar snart.
count-of-answers = { $count ->
    [0] Ingen svar enno
    [one] Eitt svar
   *[other] { $count } svar
}
no-answers-yet = Her er det ikkje kome noko enno. Vil du vere den første?
more-answers = Fleire svar
newer-answers = Nyare svar
older-answers = Eldre svar
subtopics = Vel det som liknar mest
editors-choice = Start her
editors-choice-why = Svara vi synest du bør lese først. Vi tel ikkje kva andre les.
count-of-latest = { $count ->
    [one] Siste svar (eitt i alt)
   *[other] Siste svar ({ $count } i alt)
}

skip-to-answer = Hopp til svaret
the-question = Spørsmålet
answer-from = Svar frå { $site },
kind-regards = Med helsing
checked-by-colleague = Ein kollega har lese og godkjent svaret.
licence = Svaret kan brukast vidare under lisensen
need-help = Treng du hjelp?
more-help = Fleire som kan hjelpe
open-website = Opne nettsida
do-you-wonder = Lurer du på noko sjølv?
more-about = Meir om temaet «{ $topic }»
related-answers = Liknande spørsmål
previous-in-topic = Førre i temaet:
next-in-topic = Neste i temaet:
signature = { $gender }, { $age }
signature-girl = Jente
signature-woman = Kvinne
signature-boy = Gut
signature-man = Mann
signature-anonymous = Anonym
