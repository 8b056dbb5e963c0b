# The pages everyone reads.

home-title = Ask about whatever is on your mind
home-lead = Write to us about drugs and alcohol, your body, your thoughts, family or the law. Professionals read and answer. Nobody will know it was you who asked.
promise-no-name = No name
promise-no-account = No account
promise-no-cookies = No cookies
how-title = How it works
how-write = You write
how-write-text = In your own words, as short or as long as you like.
how-answer = Professionals answer
how-answer-text = A colleague reads the answer before it is published.
how-read = You read the answer here
how-read-text = Within { $days ->
    [one] one day
    [7] a week
   *[other] { $days } days
}, together with your question.
latest-answers = Latest answers
answer-within = Answer within { $days ->
    [one] one day
    [7] a week
   *[other] { $days } days
}
opening-soon = We open soon.
count-of-answers = { $count ->
    [0] No answers yet
    [one] One answer
   *[other] { $count } answers
}
no-answers-yet = There is nothing here yet. Would you like to be the first?
more-answers = More answers
newer-answers = Newer answers
older-answers = Older answers
subtopics = Pick what is closest
editors-choice = Start here
editors-choice-why = The answers we think you should read first. We don’t count what others read.
count-of-latest = { $count ->
    [one] Latest answers (one in all)
   *[other] Latest answers ({ $count } in all)
}

skip-to-answer = Skip to the answer
the-question = The question
answer-from = Answer from { $site },
kind-regards = Kind regards
checked-by-colleague = A colleague has read and approved this answer.
licence = You may use this answer under the licence
need-help = Do you need help?
more-help = Others who can help
open-website = Open the website
do-you-wonder = Is there something you want to ask?
more-about = More on the topic ‘{ $topic }’
related-answers = Similar questions
previous-in-topic = Previous in the topic:
next-in-topic = Next in the topic:
signature = { $gender }, { $age }
signature-girl = Girl
signature-woman = Woman
signature-boy = Boy
signature-man = Man
signature-anonymous = Anonymous
