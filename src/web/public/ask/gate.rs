//! Whether a form that was sent may come in: it carries our ticket, no ceiling is reached, and nothing about it
//! looks like a machine. What looks like one is asked a small sum, never met with silence.

use super::challenge::Challenge;
use super::form::AskForm;
use crate::app::App;
use crate::app::limits::{Pace, VisitorKey};
use crate::domain;
use crate::vault::code::Code;
use crate::web::form::FormErrors;
use crate::web::guard::{Ticket, TicketProblem};

/// A form at the gate.
pub(super) struct Gate {
    visitor: VisitorKey,
    ticket: Ticket,
    problem: Option<TicketProblem>,
    /// A code of the form whose challenge was answered right.
    proof: Option<[u8; 16]>,
}

impl Gate {
    /// Reads the form's ticket and its answer to the challenge, if it had one.
    pub(super) fn at(app: &App, visitor: VisitorKey, form: &AskForm) -> domain::Result<Self> {
        let (ticket, problem) = match Ticket::read(app, &form.ticket).and_then(|ticket| unused(app, ticket, form)) {
            Ok(ticket) => (ticket, None),
            Err(problem) => (Ticket::in_place_of(app, problem)?, Some(problem)),
        };
        let is_right = Challenge::of(app, &ticket).is_some_and(|challenge| challenge.accepts(&form.answer));
        let proof = is_right.then(|| ticket.seed(app, &["answered"]));
        Ok(Self { visitor, ticket, problem, proof })
    }

    /// Remembers what was sent with this ticket: the very same again is the same question, anything else needs a new form.
    pub(super) fn note_sent(&self, app: &App, form: &AskForm) {
        app.sent.note(self.seed(app, form));
        app.sent.note(self.ticket.mark(app));
    }

    /// What the form meets, before anything of it is counted.
    pub(super) fn weigh(&self, app: &App, form: &AskForm) -> Pace {
        let is_too_fast = self.problem.is_none() && self.ticket.is_too_fast(app);
        let is_suspected = self.ticket.is_challenged() || !form.remark.is_empty() || is_too_fast;
        match app.limits.weigh_question(&self.visitor, self.proof.as_ref()) {
            Pace::Free if is_suspected && self.proof.is_none() => Pace::Challenge,
            pace => pace,
        }
    }

    /// Counts the question on its way in; others may have filled the last place meanwhile.
    pub(super) fn count(&self, app: &App) -> Pace {
        app.limits.count_question(&self.visitor, self.proof.as_ref())
    }

    /// 16 bytes of this form, see [`Ticket::seed`].
    pub(super) fn seed(&self, app: &App, form: &AskForm) -> [u8; 16] {
        self.ticket.seed(app, &form.sent())
    }

    /// See [`Ticket::receipt_code`].
    pub(super) fn receipt_code(&self, app: &App, form: &AskForm) -> Code {
        self.ticket.receipt_code(app, &form.sent())
    }

    /// Says what the form met.
    pub(super) fn complain(&self, pace: Pace, form: &AskForm, errors: &mut FormErrors) {
        if let Some(problem) = self.problem {
            errors.add("ticket", problem.key());
        }
        match pace {
            Pace::Free => {}
            Pace::TooMany => errors.add("ticket", "error-too-many"),
            Pace::Challenge if self.is_answered_wrong(form) => errors.add("answer", "error-challenge-wrong"),
            Pace::Challenge => errors.add("answer", "error-challenge"),
        }
    }

    fn is_answered_wrong(&self, form: &AskForm) -> bool {
        self.ticket.is_challenged() && self.proof.is_none() && !form.answer.is_empty()
    }

    /// Puts into the form what it carries when it is given back: its ticket, and an answer only if it was right.
    pub(super) fn stamp(&self, app: &App, pace: Pace, form: &mut AskForm) -> domain::Result<()> {
        let ticket = self.ticket.clone();
        let ticket = match pace {
            Pace::Challenge => ticket.challenged(app)?,
            _ if self.problem == Some(TicketProblem::Used) => ticket,
            _ => ticket.given_back(),
        };
        form.ticket = ticket.to_token(app);
        if self.proof.is_none() || pace == Pace::Challenge {
            form.answer.clear();
        }
        Ok(())
    }
}

/// A ticket is good for one question: the very form that was sent with it, or none yet.
fn unused(app: &App, ticket: Ticket, form: &AskForm) -> Result<Ticket, TicketProblem> {
    let is_used = app.sent.knows(&ticket.mark(app)) && !app.sent.knows(&ticket.seed(app, &form.sent()));
    if is_used { Err(TicketProblem::Used) } else { Ok(ticket) }
}
