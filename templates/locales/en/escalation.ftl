### Duty to warn: asking a named person to decide, and deciding.
escalation = Duty to warn
escalations = Duty to warn
escalations-lead = Here is what you asked others to decide, and what others asked you. The text is deleted with the question. The times and the decision stay.
escalations-none = Nothing waits for a decision.
escalations-wait = { $count ->
    [one] One question waits for you to decide whether someone must be warned
   *[other] { $count } questions wait for you to decide whether someone must be warned
}
escalation-raise = Must someone be warned?
escalation-lead = If life or health is in danger now: call 113 or 112 first. Then choose who decides whether we have a duty to warn, and call them. The text is sealed to that person alone.
escalation-anonymous = We do not know who asked and cannot find out. Only what the text says can help.
escalation-from = From
escalation-to = To
escalation-raised = Sent
escalation-opened = Opened
escalation-not-opened = not yet
escalation-undecided = waits for a decision
escalation-decision = Decision
escalation-note = Why it cannot wait
escalation-note-hint = What in the text worries you, and what you have done already. Required.
escalation-send = Send for a decision
escalation-status = { $from } asked { $to } to decide whether someone must be warned:
escalation-look = See it
escalation-waits = { $name } can read the text and decides. Here you see the times and the decision.
escalation-take = Download the text
escalation-take-hint = Take it along to your records or report before the question is deleted. That you download it is written down.
escalation-text-gone = The question is deleted, and the text with it. The times and the decision remain.
escalation-decide = Decide
escalation-law = Norwegian law: Penal Code § 196 (averting serious crimes), Health Personnel Act § 31 (emergency services) and § 33 (child protection), Child Welfare Act § 13-2.
escalation-reason = Reason
escalation-reason-hint = What you rely on, whom you spoke to, and when. Those who can open the question can read it.
escalation-save = Save the decision
error-escalation-note = Write why, in at most 4,000 characters.
error-escalation-decision = Choose a decision.
error-escalation-reason = Write the reason, in at most 4,000 characters.
decision-emergency = The emergency services were told
decision-child_protection = Child protection was told
decision-police = The police were told
decision-unknown = Nobody to warn about: the text does not say who or where
decision-no_duty = No duty to warn
notice-escalated = Sent. Call the one you chose, so that it is seen now.
notice-escalation-decided = The decision is saved.
escalation-about = About
escalation-gone = The question is deleted
