# The panel: dense, quiet, exact.

panel-name = { $site } · panel
panel-menu = Panel
panel-errors-title = { $count ->
    [one] One thing to fix:
   *[other] { $count } things to fix:
}
sign-in = Sign in
sign-out = Sign out
sign-in-lost = Lost your phone or forgotten your password? Ask a manager for a new set-up link.
user_name-label = User name
user_name-hint = The one you got with your set-up link.
password-label = Password
password-hint = At least 15 characters when you choose a new one.
code-label = One-time code
code-hint = Six digits from the app on your phone. A code works only once.
error-user-name-missing = Enter your user name.
error-password-missing = Enter your password.
error-code-missing = Enter the code from the app.
error-code-wrong = The code does not match. Wait for the next one in the app and try again.
error-door-stale = The page had been open for long and was loaded anew. Type the password and the code once more.
error-password-short = The password must have at least 15 characters.
error-password-weak = The password is too easy to guess. Four random words work well.

set-up-title = Set up your account
set-up-lead = Your user name is { $user_name }. Four steps and you are ready. The link works only once.
set-up-profile = 1. Who you are
set-up-password = 2. Choose a password
set-up-password-text = It unlocks your key. Nobody else can recover it, not even us.
set-up-again = Type the password and the code again. We do not keep them between attempts.
set-up-app = 3. Add the account to your code app
set-up-app-text = Scan the code with the app that makes one-time codes, or type in the key below.
set-up-app-link = Open in the app on this device
set-up-code = 4. Enter the code the app shows
set-up-finish = Finish set-up
set-up-done-title = Your account is set up
set-up-done-open = You can sign in with the next code from the app.
set-up-done-waiting = Now a manager must give you access. Call and read out these numbers, so that you both know it is you:

profile = Profile
profile-lead = This is how you sign your answers. Changes apply to new answers.
name-label = Name
name-hint = As it should appear under your answers.
title-label = Title
title-hint = For example doctor, psychologist or public health nurse.
specialities-label = Specialities
specialities-hint = As they should appear under your name. May be left empty.
language-label = Language in the panel
error-name-missing = Enter your name, at most 100 characters.
error-title-missing = Enter your title, at most 100 characters.
error-specialities-long = The specialities can have at most 200 characters.
save = Save

staff = Staff
staff-lead = Read the numbers aloud to each other on the phone before you give access. If a single digit is wrong, do not give access.
staff-new = New staff are added on the server:
roles = Roles
role-clinician = clinician
role-reviewer = reviewer
role-editor = editor
role-manager = manager
state = Status
account-invited = Not set up
account-awaiting_grant = Waiting for access
account-active = In use
account-disabled = Closed
fingerprint = Fingerprint
act = Action
let-in = Give access

queue = Queue
own-questions = Mine
to-review = To review
to-the-queue = To the queue
view-all = Queue
view-own = Mine
view-review = To review
queue-count = { $count ->
    [0] No questions.
    [one] One question.
   *[other] { $count } questions, earliest due date first.
}
queue-late = { $count ->
    [0] None are overdue.
    [one] One is overdue.
   *[other] { $count } are overdue.
}
queue-empty-all = The queue is empty. Well done.
queue-empty-own = You have no questions right now.
queue-empty-review = No answers are waiting for review.
queue-caption = Questions
all-topics = All topics
show = Show
question = Question
due = Due
arrived = Arrived
held-by = With
held-by-you = You
held-by-nobody = Free
due-late = { $days ->
    [one] One day overdue
   *[other] { $days } days overdue
}
due-today = Due today
due-in-days = { $days ->
    [one] One day left
   *[other] { $days } days left
}
state-waiting = New
state-claimed = In progress
state-in_review = In review
state-approved = Approved
state-published = Published
more-questions = More questions
previous-page = Previous page
next-page = Next page

question-number = Question { $number }
original-question = The question as it came
the-answer = The answer
as-readers-see-it = As readers will see it
status-free = This question is free. Take it before you start writing, so that two people do not answer the same one.
status-elsewhere = { $name } is working on this question.
status-reviewing = { $name } has written the answer. Read it as if you were the one who asked.
status-waiting = The answer is waiting for a colleague to read it.
status-approved = The answer is approved and can be published.
status-published = The answer is published.
claim = Take the question
release = Put back
preview = Preview
send-to-colleague = Send to a colleague
wording-title = Title
wording-title-hint = Becomes the heading and the web address. Say what it is about, not who is asking.
wording-question = The question as it should appear
wording-question-hint = Take out names, places and anything else that could give someone away.
wording-answer = Answer
wording-answer-hint = The short answer first. Markdown: **bold**, ## subheading, - list. The closing and your name are added for you.
error-title-long = The title can have at most 120 characters.
error-edited-long = The question can have at most 6000 characters.
error-answer-long = The answer can have at most 20,000 characters.
error-needed-for-review = Fill this in before a colleague can read the answer.
note-from-colleague = From the colleague who read it:
note-to = Note to { $name }
note-hint = Required when you send it back. Shown only in the panel.
error-note-missing = Write what needs changing, so that the author knows.
error-note-long = The note can have at most 4000 characters.
approve = Approve without publishing
approve-and-publish = Approve and publish
send-back = Send back
publish-now = Publish now

notice-claimed = The question is yours.
notice-released = The question is back in the queue. The draft has been kept.
notice-saved = The draft is saved.
notice-sent-to-review = The answer has been sent for review.
notice-approved = The answer is approved.
notice-sent-back = The answer has been sent back to the author.
notice-profile-saved = Your profile is saved.
notice-let-in = Your colleague now has access.
notice-now-public = The answer is now published:

kept-text-title = The text was not saved, but here it is
kept-text-lead = Copy it before you do anything else. Then sign in in a new tab and paste it into the question.
kept-text-copy = Copy it before you do anything else.
kept-text-cut = If it was very long, only its beginning is here. The rest still stands where you wrote it: go back in your browser.
other-version = This is what was saved before
other-version-lead = Read both before you save. What you save replaces this.
try-again = Try again
seed-picture = Code for the authenticator app

retention = Deletion

urgency-acute = Acute
urgency-urgent = Urgent
method-warning = This names an amount of a substance together with death. Amounts are not published, neither in the question nor in the answer.

state-asked_back = Waiting for the asker
state-answered = Answered privately
state-declined = Declined
status-asked-back = The asker has been asked something. The question returns here when the asker replies, or when the wait is over.
status-answered = The answer was sent to the asker alone.
status-declined = The question was declined, and the asker can read why.
status-approved-private = The answer is approved and can be sent to the asker.
send-privately-now = Send now
approve-and-send = Approve and send
only-for-asker = This goes to the asker alone, behind their code. About half never come back with theirs.
wording-private = For the asker alone
wording-private-hint = Will not be published. Use it when the answer cannot be written without giving someone away.
step-ask_back = Ask back
step-decline = Decline
letter-to-asker = Letter to the asker
letter-to-asker-ask_back = Write what you need to know. The deadline stands still until the asker has replied.
letter-to-asker-decline = Choose a reason and adapt the letter. The question will not be published; the asker reads this behind their code.
decline-reasons = Why
letter-text = The letter
letter-text-hint = Write to one young person. Markdown works.
letter-send-ask_back = Send the question
letter-send-decline = Send the letter
letter-cancel = Back without sending
staff-letter-published = Published answer
staff-letter-private_answer = Answer to the asker alone
staff-letter-declined = Declined
staff-letter-question_back = We asked
staff-letter-reply = The asker replied
staff-letter-follow_up = The asker asks more
error-staff-letter-length = The letter must say something, in at most 8000 characters.
error-staff-letter-gap = Something in [CAPITALS] must be replaced before the letter can be sent.
error-reason-missing = Choose a reason.
notice-asked-back = Your question is sent. It stands in the queue, with its clock still, until it is answered.
notice-declined = The letter is sent.
notice-sent-privately = The answer was sent to the asker.
retention-lead = What is published stands in other words in rows of its own, and stays. Everything else is deleted on its day.
retention-answered = Answered questions
retention-after-answered = The original is deleted { $days } days after the answer.
retention-declined = Declined questions
retention-after-declined = The original is deleted { $days } days after the letter.
retention-receipt = Codes and letters
retention-after-receipt = Deleted { $days } days after the last answer.
retention-draft = Drafts
retention-after-draft = Deleted the moment the answer goes out.
retention-dropped = Rubbish
retention-after-dropped = Deleted as soon as it is dropped.
retention-ground = Ground:
retention-nothing = Nothing waits to be deleted.
retention-day = Day
retention-originals = Questions deleted
retention-receipts = Codes deleted
urgency-normal = Normal
urgency-label = How urgent it is
urgency-set = Change
notice-relevelled = Changed. The queue follows.
signs-found = Signs when it was asked:
signs-rules = (rules: { $rules })
sign-ticked = the asker ticked that someone is in danger now
sign-poisoning = overdose or poisoning
sign-violence = violence
sign-suicide = suicide
sign-method = an amount together with death
sign-sexual-abuse = sexual abuse
sign-self-harm = self-harm
sign-crisis = mental crisis or withdrawal
sign-eating-disorder = eating disorder
sign-broad = something heavy

marks-title = This may give someone away
marks-lead = Each must be changed, replaced or kept before a colleague can read the answer. The buttons also save what you have typed.
marks-go-to = To the list
mark-replace = Replace by “{ $words }”
mark-keep = Keep: it gives nobody away
mark-is-kept = kept
mark-kept-by-author = the author kept it
mark-not-handled = not judged
in-title = in the title
in-question = in the question
in-answer = in the answer

statistics = Numbers
statistics-lead = Counters month by month, one thing at a time, so that no numbers can be put together into a person. Numbers under five are shown as <5, or as “hidden” where they could be worked out otherwise.
statistics-nothing = Nothing is counted yet.
dimension-topic = Topic
dimension-gender = Gender
dimension-age_band = Age
dimension-region = Region
dimension-urgency = Urgency
dimension-outcome = How it ended
outcome-published = Published
outcome-answered = Answered privately
outcome-declined_identifies = Declined: could give someone away
outcome-declined_already_answered = Declined: answered before
outcome-declined_assignment = Declined: school assignment
outcome-declined_elsewhere = Declined: not for us
outcome-declined_abuse = Declined: joke or abuse
outcome-withdrawn = Taken back by the asker
outcome-dropped = Dropped as rubbish
floods = Alike questions
floods-lead = Questions that say almost the same stand together. What waits was opened with your key to compare it, and none of it is kept.
floods-compared = { $count ->
    [0] No question waits.
    [one] One waiting question was compared.
   *[other] { $count } waiting questions were compared.
}
floods-none = No questions are alike.
flood-count = { $count } alike
flood-drop-what = What is ticked is deleted at once and cannot be brought back. Its asker can read why behind the code.
flood-drop = Drop what is ticked
look-for-floods = Look for similar questions
notice-dropped = The questions are deleted.

archive = Archive
archive-all = The whole archive
archive-lead = Questions and answers that are deleted here, but that the owner must keep by the law on archives. They lie sealed in the archive folder. It is written down that someone opens one.
archive-empty = The archive is empty.
retention-archive = Before an original is deleted, it is put sealed into the archive folder.

alike-title = We have answered something similar
alike-link = Link to it in the answer
alike-text = Begin with this answer

next-for-me = Next for me
notice-nothing-waits = Nothing waits in your topics right now. Below is the whole queue.
more-menu = More
keys-title = Keyboard shortcuts
keys-move = next and previous question in the list
keys-write = write the answer
keys-leave = out of the field, so that the shortcuts work again
keys-show = show or close this list
keys-off-where = Turn them off under your profile.
keys-close = Close
keys-what = With one key you can take the next question, move in the queue and begin to write. Press ? to see them all. While you write the keys do nothing else. Everything can be done without them too.
keys-turn-off = Turn the shortcuts off
keys-turn-on = Turn the shortcuts on
menu-published = After publication
menu-content = Content
menu-house = Running the house
arrived-on = came { $day }
due-stands-still = The clock stands still
state-in_review-own = Waits for a colleague
instead = Or:
decline-reasons-fill = The reason fills in a letter that you may change.
topic-choose-panel = Choose a topic
