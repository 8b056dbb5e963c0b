# The form, its errors and the page after it. Short sentences; nobody is told off.

ask-title = What’s on your mind?
ask-anonymous = You are anonymous.
ask-no-names = Don’t write any names or addresses, yours or anyone else’s.
ask-closed = We open soon. You can’t send questions yet.
question-label = Your question
question-hint = Write the way you talk. There are no stupid questions.
characters-room = You have room for { $max } characters.
characters-left = Characters left: {"{"}n{"}"}
characters-over = Characters too many: {"{"}n{"}"}
topic-label = Topic
topic-choose = Choose the one that fits best
about-you = A little about you, if you like
about-you-why = We ask so that the answer fits you. Gender and age are shown with the answer. Only those who answer see your region, so that they can find help near you. It never appears on this site.
gender-label = Gender
age-label = Age
region-label = Region
next-title = What happens when you send it?
next-read = A professional reads your question.
next-checked = A colleague reads the answer. Anything that could give you away is taken out.
next-published = Your question and the answer are published here within { $days ->
    [one] one day
    [7] a week
   *[other] { $days } days
}.
send-question = Send your question
challenge-label = What is { $one } plus { $other }?
challenge-hint = Write the number. We only ask to see that a person is sending this.
number-2 = two
number-3 = three
number-4 = four
number-5 = five
leave-empty = Leave this field empty

errors-title = { $count ->
    [one] Nearly done. One thing left:
   *[other] Nearly done. { $count } things left:
}
errors-not-open-title = We haven’t opened yet
errors-nothing-sent = Nothing has been sent yet. What you wrote is still here.
error-question-missing = Write what you want to ask.
error-question-short = Write a little more, at least { $min } characters.
error-question-long = Your text is { $over ->
    [one] one character
   *[other] { $over } characters
} too long. You have room for { $max } characters.
error-question-large = The text takes up too much room, even though it does not have that many characters. Use fewer emojis, or make it shorter.
error-question-cut = Your text is far too long, so only the beginning is here. You have room for { $max } characters.
error-topic-missing = Choose a topic. If you’re not sure, choose the closest one.
error-topic-unknown = Choose a topic from the list. If you’re not sure, choose the closest one.
error-choice-unknown = Choose something from the list, or ‘Prefer not to say’.
error-repeated = This came twice. Look it over and send it again.
error-broken-text = Some characters didn’t come through as they should. They are marked with �. Look over the text and send it again.
error-ticket-forged = Something went wrong when you sent it. Your text is still here: press send once more.
error-ticket-expired = The page has been open for a long time. Press send once more.
error-challenge = Just one small thing: answer the sum at the bottom, and press send once more.
error-challenge-wrong = That wasn’t quite right, and it doesn’t matter. Here is another one.
error-too-many = Many questions come from the network you are on right now. Wait a little, and try again.
error-not-kept = Something went wrong on our side, so your question has not been sent. Your text is still here: wait a little and try again.
error-not-open-yet = Your question has not been sent. Your text is still here.

thanks-title = Thank you for asking
thanks-arrived = Your question has reached us.
thanks-due = You will have an answer by { $date }.
thanks-next = What happens now
thanks-read = A professional reads it
thanks-read-text = The answer is written by someone who knows the subject, such as a doctor, psychologist or school nurse.
thanks-checked = A colleague reads the answer
thanks-checked-text = Anything that could show who you are is taken out.
thanks-published = The answer is published
thanks-published-text = You will find it under
thanks-no-message = We can’t send you a message, because we don’t know who you are.
thanks-history = Don’t want anyone to see that you have been here? Close the tab, and delete our pages from your browser history.
ask-another = Ask another question

danger-label = Someone is in danger now
danger-hint = Then we read this first. Call all the same.
removed-words = {"["}removed]
check-title = Would you like to look at this first?
check-lead = Something in the text may show who you are, or who someone else is.
check-first-help = You can take out what is marked before you send, but you don’t have to.
check-removed = (will be replaced by [removed] if you send it anyway)
check-change = Change the text
check-send-anyway = Send anyway
serious-title = You don’t have to wait for our answer
serious-text = What you write sounds serious. We read it as soon as we can, but we don’t know who you are and can’t come to you. These can help now.
serious-life = Danger to life:
serious-violence = Someone is threatened or being hurt now:
serious-swallowed = Someone has taken too much of something:
serious-child-title = You can get help now
serious-child-text = What you write sounds serious. You don't have to wait for us. Call, or ask a grown-up you trust to call for you.
kind-child-title = Would you like to talk to someone?
kind-child-text = Here are grown-ups who listen to children. You can tell them about anything, big or small.
serious-abuse = Talk to someone about violence or abuse:
serious-doctor = Urgent, but no life at risk:
serious-talk = To talk to someone, day and night:

mark-national_id = national identity number
mark-birth_date = date of birth
mark-phone = phone number
mark-email = email address
mark-handle = user name
mark-url_profile = link
mark-address = address
mark-postal_address = postal address
mark-person = name
mark-staff = name of someone who works there
mark-school = school
mark-school_class = class
mark-workplace = workplace
mark-place = place
mark-bank_account = account number
mark-payment_card = card number
mark-ip_address = network address
mark-licence_plate = number plate
mark-id_document = number of a document
mark-rare = something few others have

instead-person = someone I know
instead-person-answer = someone you know
instead-staff = someone who works there
instead-school = my school
instead-school-answer = your school
instead-class = my class
instead-class-answer = your class
instead-workplace = work
instead-workplace-answer = work
instead-address = where I live
instead-address-answer = where you live
instead-place = my town
instead-place-answer = your town
sent-before-title = This was sent before
sent-before-text = You do not need to send it again. We showed the code then, and for your sake we do not show it once more. If you took the question back, it is still deleted.
error-ticket-used = This form was sent before. If you want to send this as a new question, press send once more. Your text is still here.

# Answers that are there already, while someone writes.
answered-title = Perhaps the answer is here already
answered-new-tab = Answers open in a new tab. What you have written stays.
answered-yes = This answered my question
answered-look = See if others have asked
answered-looks-along = While you write, we look for similar answers. Nothing is kept before you send.
answered-check-title = Have we answered this before?
found-title = Good that you found an answer
found-lead = What you wrote was not sent and is not kept.
found-again = If something more comes up, you are welcome back. No question is too small.
answered-nothing = We found nothing similar. Then it is good that you ask: you are surely not the only one who wonders.
