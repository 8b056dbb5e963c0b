# The privacy page: for someone of 13 first. What it says follows the settings.

privacy-title = Privacy
privacy-heading = What we know about you
privacy-short-who = We do not ask who you are, and we keep nothing that says it.
privacy-short-kept = We keep what you write. It is locked as soon as it reaches us.
privacy-short-read = Only the professionals here can unlock it and read it.
privacy-short-gone = Your question is deleted { $answered } after you got an answer. The answer stays for everyone. The question has been rewritten there, so that nobody recognises you.
privacy-short-archived = Your question is deleted here { $answered } after you got an answer, but a locked copy is put into an archive, because the law demands it. The answer stays for everyone. The question has been rewritten there, so that nobody recognises you.
privacy-short-found = Nobody can learn from us that it was you who asked, because we do not know: not your parents, not your school and not the police.

privacy-danger = We cannot find you
privacy-danger-text = Not even if your life is in danger. If you write that you need help now, we do not know where you are and cannot send anyone. Call 113. They can send help to you.

privacy-kept = What we keep
privacy-database-sqlite = Everything is in one file on the server (SQLite). What is deleted is written over in that file.
privacy-database-postgres = Everything is in a database (PostgreSQL). When something is deleted, its place is freed at once, but the database's own logs may have it a while longer.
privacy-backup-known = Backups are deleted when they are { $backup } old. Until then, what you deleted may lie in a copy.
privacy-backup-unknown = There may be backups. What you deleted may lie there a while longer.
privacy-archive = Before a question is deleted, a locked copy is put into an archive. Only our professionals have the key. If you take the question back before that, it never gets there.
privacy-column-what = What
privacy-column-how = How
privacy-column-until = How long
privacy-every-row = Nearly all of it also has a number and a day. The number is random numbers and keys that don’t say who anyone is. The day is only the day or the month, never the time. At the bottom you can see what has which.
privacy-every-column = See everything the database has room for
privacy-every-column-text = These are the names of all tables and columns. What is not on the list is not kept. The names are as they stand in the code.

class-sealed = Locked
class-clear = Open
class-date = Day
class-date-what = only the day or the month, never the time
class-key = Number
class-key-what = random numbers and keys that do not say who anyone is
class-staff = About us
class-public = For everyone
class-counter = Count

kept-question = Your question
kept-question-sealed = what you wrote, gender, age, place and language, and signs that you need help soon
kept-question-clear = the topic, how urgent it is, and how far the answer has come
kept-question-staff = which of us is answering
kept-question-until = Until { $answered } after the answer. If we do not answer, until { $declined } after we told you so. If we ask you something, we wait { $wait } for you.
kept-receipt = The code you get
kept-receipt-until = Until { $receipt } after the last answer. We do not keep the code itself, only something that recognises it.
kept-letter = What we write only to you, and what you reply
kept-letter-sealed = the text
kept-letter-clear = what kind of letter it is, and its number in the order
kept-letter-until = As long as your code works: until { $receipt } after the last answer. What you reply is deleted together with the question.
kept-answer = The answer while we write it
kept-answer-sealed = the draft, its earlier versions, and what the colleague said about it
kept-answer-clear = how many times the draft was saved
kept-answer-staff = who writes it and who checks it
kept-answer-until = Until the answer is published or the question is deleted.
kept-publication = The published answer
kept-publication-public = the question in other words, the answer, topic, gender and age as you chose them, the day, the name of the one who answered, an older address if the answer was moved here, and where we show it. Never the place
kept-publication-staff = in versions in other languages and corrections: who of us wrote and approved them, what the colleague said, and how the text was before
kept-publication-until = As long as someone has use for it. Nothing in it points to your question. But while the question is here, whoever sees the database can see that one on the same topic was answered the same day.
kept-relevel = When we found something more or less urgent than the machine did
kept-relevel-clear = what the machine found, what we found, and which rules it used. Nothing of the text
kept-relevel-until = As long as the service exists.
kept-statistic = Counts for each month, and for each week how many asked and were answered
kept-statistic-counter = how many, for one thing at a time. Gender, age and place are added for twenty questions at once, so that nobody can see what one person chose. We never show numbers under five exactly
kept-statistic-until = As long as the service exists.
kept-feedback = Yes and no under the answers
kept-feedback-counter = how many pressed yes and no on each answer. Not who, and not when
kept-feedback-until = As long as the answer is published.
kept-report = Mistakes you tell us about in an answer
kept-report-sealed = what you wrote
kept-report-clear = what kind of mistake it is
kept-report-until = Until one of us has looked at it.
kept-article = Fact pages
kept-article-public = the address, the language, who wrote it and read it over, and the days on the page
kept-article-clear = the text of every version, drafts that are not published too, and what a colleague said of them
kept-article-staff = who of us wrote and approved each version
kept-article-until = As long as the service exists. Nothing in them comes from questions.
kept-text_block = Text blocks
kept-text_block-clear = the text, its title and its language
kept-text_block-staff = who of us wrote it last
kept-text_block-until = Until one of us deletes it. Nothing in them comes from questions.
kept-dictionary = Words of the dictionary
kept-dictionary-public = the word, and which substance it stands under
kept-dictionary-clear = whether it is passed or taken back
kept-dictionary-staff = who of us decided it
kept-dictionary-until = As long as the service exists.
kept-audit = What those who work here do
kept-audit-staff = who, what and when, to the second
kept-audit-counter = how many lines there are
kept-audit-until = As long as the service exists. When your question is deleted, its number is removed here too.
kept-staff = Those who work here
kept-staff-sealed = their keys, locked with their password
kept-staff-staff = name, title, what they may do, when they are signed in, and the email address and hours they chose themselves
kept-staff-counter = how many questions wait, until the email with the numbers has gone
kept-staff-until = As long as they work here. A sign-in ends after { $idle } without use and after { $session } at the latest. An invitation works for { $invitation }.
kept-handover = When one of us hands your question to another
kept-handover-sealed = the note that says why
kept-handover-staff = by whom of us, and to whom
kept-handover-until = Until the question is deleted.
kept-wait = How long answers have taken
kept-wait-counter = how many answers went out on a day, and after how many days. Not which. Of a whole month we keep only how long the middle answer took, and only when at least five got one
kept-wait-until = The days for a month. The middle time as long as the service exists.
kept-season = Whether we are on holiday or full
kept-season-public = which it is, and its last day
kept-season-staff = who of us chose it, and the day
kept-season-until = Until someone chooses something else.
kept-escalation = When we must consider warning someone because a person may be in danger
kept-escalation-sealed = what you wrote, locked to the one person who decides, and the reason
kept-escalation-clear = what was decided
kept-escalation-staff = who of us asked and decided, and when
kept-escalation-until = The text until the question is deleted. That it was considered, and the decision, as long as this service exists.
kept-lease = When whoever writes the answer last worked on it
kept-lease-staff = the time of our work. It does not say when you wrote to us
kept-lease-until = Only while one of us writes. Then it is gone.
kept-house = The service's own keys
kept-house-sealed = the key that unlocks questions, one locked copy for each professional
kept-house-clear = which version the database has, and when it was updated
kept-house-staff = when the key was made
kept-house-until = As long as the service exists.

privacy-never = What we never keep
privacy-never-name = Who you are: name, phone, email or account
privacy-never-time = The time of day you asked
privacy-never-address = Your address on the internet (IP address)
privacy-never-browser = Which phone or browser you have, and which page you came from
privacy-never-cookies = Cookies and other tracking. We use none
privacy-never-visits = Visits. We do not count who reads, or what they read
privacy-never-looked = What you search for, and what you write before you send. We look for similar answers, and forget it at once
privacy-address = When you send something on the internet, your IP address comes with it. We turn it into a code in memory, to notice if a machine sends far too much. The code is forgotten at midnight at the latest, and the address is never written down.
privacy-address-told = Another server stands in front of this service. It tells us the address in one line ({ $header }), and we use it only while we take in what you send. That server is not to write it down either.
privacy-address-seen = We see only the address of whoever is connected straight to us, and only while we take in what you send.
privacy-log-quiet = The service's log only says when something goes wrong. It does not say who you are or what you wrote.
privacy-log-info = The service's log says when something goes wrong, and when those who work here use their pages. It does not say that you read or asked.
privacy-log-debug = Right now the service's log says more than usual: that someone opened a kind of page, and when. It does not say who, which answer it was, or that someone sent a question.
privacy-mail-off = The service sends no email, neither to you nor to us.
privacy-mail-on = We never email you. Those who work here can ask for an email at fixed hours. It holds numbers only, like how many questions wait. Never what anyone asked, when it came, or a link to a question.

privacy-readers = Who can read
privacy-readers-text = Each of the professionals who answer has their own key. The server cannot unlock your question by itself. Two of us read the answer before it is published.
privacy-others = Some pages link to others who can help, like phone lines and chats. They have their own rules and may keep other things than we do. Feel free to ask them.

privacy-limits = What we cannot promise
privacy-limits-text = We would rather tell you how it is.
privacy-limit-text = What you write can give you away. Someone may recognise your story. Do not write names, your school or where you live.
privacy-limit-device = Your phone or computer remembers where you have been. “Leave this page” takes you away fast, but you must delete the history yourself.
privacy-limit-network = Whoever owns the network you use can see that you were at { $host }. They cannot see which pages you read or what you wrote.
privacy-limit-network-open = The connection here is not encrypted. Others on the network can see what you read and write. This is probably a trial, not the real service.
privacy-limit-server = If someone breaks into our server, they can see what is sent from then on. What is already locked they cannot open without our passwords, but they can see passwords we type while they are there.
privacy-limit-delete = Someone who gets into the database can delete things. If you do not hear from us in time, ask again.
privacy-limit-keys = If everyone here lost their passwords at once, nobody could read the questions that wait. They would get no answer.
privacy-onion = If you do not want the network to see that you are here, you can use the Tor browser and this address:

privacy-rights = What you can demand
privacy-rights-code = With the code you got when you asked, you can see how it is going, read what we wrote to you, and delete the question whenever you want. You do not have to say why.
privacy-rights-unknown = Without the code we cannot find what you wrote, even if you ask us. We do not know which question is yours. That is how we make sure nobody else finds out either (GDPR article 11).
privacy-owner = { $owner } is responsible for this site.
privacy-owner-unsaid = It is not filled in here who is responsible for this site. Do not use it for anything important.
privacy-contact = If you wonder about privacy, write to
privacy-contact-seen = If you send an email, we see your address. Do not send your question there.
privacy-complain = If you think we do something wrong, you can complain.
privacy-complain-where = Complain here

privacy-check = You do not have to trust us
privacy-check-requests = Open this page on a computer, press F12 and choose “Network”. Everything that is fetched comes from { $host }. Nothing goes to anyone else.
privacy-check-cookies = Choose “Storage” or “Application” in the same place. The list of cookies is empty.
privacy-check-source = Everyone can read the code that this service is made of.
privacy-check-server = Whoever has access to the server can check that everything on this page is true, with the command

count-of-days = { $count ->
    [one] one day
   *[other] { $count } days
}
count-of-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
count-of-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
