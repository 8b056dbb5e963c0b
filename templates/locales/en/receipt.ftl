# The receipt code and what stands behind it. Only the one who asked reads these.

thanks-code-title = Your code
thanks-code-what = With the code you can see whether the answer is ready, read what we write only to you, ask more or take the question back. Use it here:
thanks-code-once = It is shown only now, and we cannot find it again for you. Write it down or take a picture of it. Whoever has the code can read what we write to you.
thanks-code-public = You do not need it to read the answer once it is public.
code-copy = Copy the code
code-copied = Copied
code-print = Print

code-title = Do you have a code?
code-lead = Here you see how your question is doing, and what we have written only to you.
code-field = Your code
code-field-hint = 16 characters, like 7KQF-3MWD-9XTR-B2HA. Capitals or not makes no difference, and you may leave out the hyphens.
code-open = Show
code-lost = Lost the code? Then we cannot find your question, because we do not know who you are. You can read public answers without a code.
code-gone = Does the code no longer work? It is deleted when a question is taken back, and long after the answer.
error-code-empty = Type the code.
error-code-character = There is a character here that no code has. Our codes have only digits and the letters A–Z, without I, L, O and U.
error-code-length = A code has { $length } characters. This is { $count }.
error-code-unknown = We find nothing with this code. See whether it is typed right.
error-code-too-many = There were many wrong codes from here. Wait an hour and try again. Your code still works.

receipt-waiting-title = Your question has arrived
receipt-waiting = It is in our queue.
receipt-being-answered-title = Someone is answering you now
receipt-being-answered = A professional is working on the answer.
receipt-asked-back-title = We need to ask you something first
receipt-asked-back = To give you a good answer we need to know a little more. You decide what you want to tell.
receipt-asked-back-write = Answer us here
receipt-published-title = You have an answer
receipt-published = The answer is public, in other words than yours, so that nobody recognises you.
receipt-published-write = Is there more you wonder about?
receipt-answered-title = You have an answer
receipt-answered = This answer is only for you. It will not be published.
receipt-answered-write = Is there more you wonder about?
receipt-declined-title = The question will not be published
receipt-declined = We have read what you wrote. Here is why we cannot answer, and what you can do.
receipt-forgotten-title = Your question is deleted
receipt-forgotten = It is a while since you got an answer, so what you wrote is gone from us. What we wrote to you stays here a little longer. If you want to ask more, you can send a new question.
receipt-reply-sent = Thank you. Your reply has arrived.
receipt-follow-up-sent = Thank you. Your new question has arrived. You use the same code.

letter-label = What you want to write
letter-send = Send
letter-published = Published { $date }
letter-private_answer = Answer to you, { $date }
letter-declined = From us, { $date }
letter-question_back = From us, { $date }
letter-reply = You replied to us on { $date }.
letter-follow_up = You asked more on { $date }.
error-letter-missing = Write what you want to tell us.
error-letter-long = The text is too long. You have room for { $max } characters.
error-letter-no-more = You have asked more about this already. What you wrote now is not sent, but you can send it as a new question.
error-letter-gone = Your question is deleted, so you cannot ask more about it. What you wrote now is not sent.
error-letter-not-now = This is not sent. Perhaps it was sent before, or someone is answering you right now.
carried-text = What you wrote is still here:
carried-text-ask = Send it as a new question

withdraw-summary = Do you want to take the question back?
withdraw-what = Then we delete what you wrote, and all we have written about it, at once. The code stops working. You do not need to say why.
withdraw-limits = Two things we cannot undo: someone here may have read it already. And if the answer is public, it stays, because nothing in it says who you are. A backup may exist for a few more days.
withdraw-now = Delete the question now
withdrawn-title = The question is deleted
withdrawn-text = What you wrote is gone from us, and the code no longer works.
withdrawn-limits = Someone here may have read it, and it may be in a backup for a few more days.
withdrawn-published = The public answer stays. Nothing in it says who you are.
