# Who can help, the small forms under an answer, and the school's door.

help-page = Help
help-page-title = Someone who can help
help-page-lead = Call, chat or write. You don't need to know what to say.
help-page-first = When it is urgent
help-page-choose = Find help that suits you
help-page-not-kept = We don't keep what you choose. It is only in the address of this page.
help-page-show = Show
help-page-open = Open now
help-page-closed = Closed now
help-page-unknown = See their website
help-page-other-age = These are for another age than the one you chose, so they are not listed here: { $names }.
help-page-more = See everyone who can help
open-now = Open now
open-always = Open day and night
open-until = Open now, until { $time }
closed-opens = Closed now. Opens { $day } { $time }
closed-opens-today = Closed now. Opens today { $time }
closed-see-site = Closed now. See the website for opening hours
hours-see-site = See the website for opening hours
open-chat = Open the chat
chat-standing = Chat: { $standing }
checked-on = Checked { $date }

help-services = Help services
help-services-lead = What the page Help says. Call or open the website before you change the file, and set a new date when you have checked.
help-services-due = { $count ->
    [one] One service has not been checked for more than 180 days:
   *[other] { $count } services have not been checked for more than 180 days:
}
help-services-none-due = All have been checked within the last 180 days.
help-services-source = Source
help-services-checked = Checked

feedback-question = Did you get an answer to what you wondered about?
feedback-yes = Yes
feedback-no = No
feedback-counted = We only count. Nobody sees who presses.
feedback-thanks = Thank you! It helps us write better answers.
report-question = Is something wrong in the answer?
report-kind = What is wrong?
report-outdated = Facts or law are out of date
report-dead_link = A phone number or a link doesn't work
report-spelling = Spelling mistake
report-other = Something else
report-text = Want to say more?
report-text-hint = At most 500 characters. Don't write anything about yourself: we cannot answer you here.
report-send = Send
report-thanks = Thank you for telling us. A professional will look at it.
error-report-kind = Choose what is wrong.
error-report-long = The text is too long. You have room for 500 characters.
error-report-empty = Write briefly what is wrong.
error-report-too-many = Many messages are coming from the network you are on right now, so this one was not sent. Your text is still here: wait a little and try again.
error-report-not-kept = Something went wrong on our side, so the message was not sent. Your text is still here: wait a little and try again.

feedback = Feedback
feedback-lead = What readers answered to "Did you get an answer to what you wondered about?", most no first. Numbers under five are shown as <5, and the order does not tell them.
feedback-nothing = Nobody has answered yet.
reports = Reported mistakes
reports-lead = What readers say is wrong in the answers, oldest first. The text is sealed to your key, and it is written down that you read it.
count-of-reports = { $count ->
    [0] No reports are waiting.
    [one] One report is waiting.
   *[other] { $count } reports are waiting.
}
report-locked = You don't have the key to this text.
report-done = Done
report-done-what = The report will be deleted.
notice-report-done = The report is deleted.

school = For school
school-title = Writing about this at school?
school-lead = Here is what has been written already, topic by topic. Do use it, and say where you found it.
school-material = What is ready
school-article = Facts: { $title }
school-cite = How to cite it
school-cite-text = Write the title, the name of the site, the day the answer was published, the address and the day you read it. For example:
school-citation = "{ $title }". { $site }, { $date }. { $address } (read { $today }).
school-cite-anonymous = The answers are written by professionals and read by a colleague. Whoever asked is anonymous, and the question has been reworded.
school-not = What we don't do
school-not-text = We don't answer school assignments or give interviews. Someone who needs us would have to wait longer.
school-but = If you wonder about something for yourself, you are always welcome.
school-check-title = Is this for a school assignment?
school-check-text = We don't answer assignments, but a lot is ready, and reading it is faster than waiting for us.
school-check-link = See what is ready for school
school-check-wrong = Did we get it wrong? Send it anyway, and we will read it.
