//! What is done with a correction: saved, sent to a colleague, decided on, taken back, given up.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use validator::Validate;

use super::{Returned, page, path};
use crate::app::App;
use crate::database::AnyConnection;
use crate::domain;
use crate::domain::answer::Wording;
use crate::domain::answer::placing::Placing;
use crate::domain::ids::words;
use crate::domain::publication::correction::{self, Typed};
use crate::domain::publication::placed;
use crate::domain::publication::version::work::Seen;
use crate::domain::publication::{self, Publication};
use crate::domain::staff::{Reviewer, Writer};
use crate::web::error::{Error, Result, refusal_key};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Button, Checked};
use crate::web::page::{Notice, Reply};
use crate::web::staff::draft::{Kept, kept_pieces};
use crate::web::staff::{insertion, placing};

words!(
    /// What the writer wants done; both save first.
    Step, "correction step" {
        Save = "save",
        SendToReview = "review",
    }
);

words!(
    /// What the colleague decides.
    Verdict, "correction verdict" {
        Approve = "publish",
        SendBack = "return",
    }
);

/// The words as typed, and what they were written beside.
#[derive(Validate)]
pub struct CorrectionForm {
    #[validate(length(max = 120, code = "error-title-long"))]
    title: String,
    #[validate(length(max = 6000, code = "error-edited-long"))]
    question: String,
    #[validate(length(max = 20000, code = "error-answer-long"))]
    answer: String,
    #[validate(length(max = 500, code = "error-public-note-long"))]
    public_note: String,
    number: i32,
    original: String,
    step: String,
    /// Nothing when the form did not ask.
    placing: Option<Placing>,
}

impl Form for CorrectionForm {
    fn read(fields: &mut Fields) -> Self {
        let placing = placing::read(fields);
        Self {
            placing: placing.language.is_some().then_some(placing),
            title: fields.line("title"),
            question: fields.text("question"),
            answer: fields.text("answer"),
            public_note: fields.line("public_note"),
            number: fields.number("number"),
            original: fields.line("original").chars().take(64).collect(),
            step: fields.line("do"),
        }
    }
}

impl CorrectionForm {
    fn typed(&self) -> Typed {
        let (title, question, answer) = (self.title.clone(), self.question.clone(), self.answer.clone());
        let wording = Wording { title, question, answer, ..Wording::default() };
        Typed { wording, public_note: self.public_note.clone(), placing: self.placing.clone() }
    }

    /// What a colleague needs must be there.
    fn require_whole(&self, errors: &mut FormErrors) {
        for (field, typed) in [("title", &self.title), ("question", &self.question), ("answer", &self.answer)] {
            if typed.is_empty() {
                errors.add(field, "error-needed-for-review");
            }
        }
        if insertion::has_gap(&self.answer) {
            errors.add("answer", "error-answer-gap");
        }
        if self.public_note.is_empty() {
            errors.add("public_note", "error-public-note-missing");
        }
    }
}

#[derive(Validate)]
pub struct VerdictForm {
    #[validate(length(max = 4000, code = "error-note-long"))]
    said: String,
    number: i32,
    verdict: String,
}

impl Form for VerdictForm {
    fn read(fields: &mut Fields) -> Self {
        Self { said: fields.text("note"), number: fields.number("number"), verdict: fields.line("do") }
    }
}

/// The number someone saw.
#[derive(Validate)]
pub struct SeenForm {
    number: i32,
}

impl Form for SeenForm {
    fn read(fields: &mut Fields) -> Self {
        Self { number: fields.number("number") }
    }
}

/// `POST /panel/publications/{slug}/correction`: whatever goes wrong, what was typed comes back.
pub async fn update(
    app: Data<App>,
    writer: Result<Writer>,
    mut fields: Fields,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let allowed = writer
        .and_then(|writer| Checked::<CorrectionForm>::verify(&request, &mut fields).map(|checked| (writer, checked)));
    let (writer, Checked { form, mut errors }) = match allowed {
        Ok(allowed) => allowed,
        Err(error) => return kept(&request, &fields.read::<CorrectionForm>().0, &error),
    };
    let step = Step::from_word(&form.step).unwrap_or(Step::Save);
    if step == Step::SendToReview {
        form.require_whole(&mut errors);
    }
    if let Some(wanted) = &form.placing {
        errors.append(placing::find_faults(&app, wanted, &slug).await?);
    }
    let mut returned = Returned { typed: Some(form.typed()), errors, ..Returned::default() };
    if returned.errors.is_empty() {
        match take_step(&app, &writer, &slug, &form, step).await {
            Ok(()) if step == Step::SendToReview => {
                return Ok(Reply::see_other_with(&path(&slug), Notice::SentToReview));
            }
            Ok(()) => return Ok(Reply::see_other_with(&path(&slug), Notice::Saved)),
            // The pair was taken away meanwhile: there is no page left to show the text on.
            Err(error @ domain::Error::Refused(domain::Refusal::PairWithdrawn { .. })) => {
                return kept(&request, &form, &error.into());
            }
            Err(domain::Error::Refused(refusal)) => returned.refusal = refusal_key(&refusal),
            Err(error) => return kept(&request, &form, &error.into()),
        }
    }
    page(&app, &writer, &slug, &request, &returned).await
}

async fn take_step(app: &App, writer: &Writer, slug: &str, form: &CorrectionForm, step: Step) -> domain::Result<()> {
    let (writer, now, mut typed, topics) = (writer.clone(), app.clock.now(), form.typed(), app.topics.clone());
    let seen = Seen { number: form.number, original: form.original.clone() };
    on_pair(app, "correction.save", slug, move |conn, pair| {
        typed.placing = match typed.placing {
            Some(wanted) => {
                let wanted = wanted.within(&pair.topic, |topic| topics.find(topic).is_some());
                placed::find_change(conn, pair, wanted)?
            }
            None => None,
        };
        correction::save(conn, &writer, pair, (&typed, &seen), now)?;
        match step {
            Step::Save => Ok(()),
            Step::SendToReview => correction::send_to_review(conn, &writer, pair, now),
        }
    })
    .await
}

/// `POST /panel/publications/{slug}/correction/review`
pub async fn review(
    app: Data<App>,
    reviewer: Reviewer,
    checked: Checked<VerdictForm>,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, mut errors } = checked;
    let verdict = Verdict::from_word(&form.verdict);
    if verdict == Some(Verdict::SendBack) && form.said.is_empty() {
        errors.add("note", "error-note-missing");
    }
    let mut returned = Returned { said: form.said.clone(), errors, ..Returned::default() };
    if let (Some(verdict), true) = (verdict, returned.errors.is_empty()) {
        let (who, now) = (reviewer.clone(), app.clock.now());
        let done = on_pair(&app, "correction.review", &slug, move |conn, pair| match verdict {
            Verdict::Approve => correction::approve(conn, &who, (pair, form.number), now),
            Verdict::SendBack => correction::send_back(conn, &who, (pair, form.number), &form.said, now),
        });
        match (done.await, verdict) {
            (Ok(()), Verdict::Approve) => {
                return Ok(Reply::see_other_with(&format!("/panel/publications/{slug}"), Notice::Corrected));
            }
            (Ok(()), Verdict::SendBack) => return Ok(Reply::see_other_with(&path(&slug), Notice::SentBack)),
            (Err(domain::Error::Refused(refusal)), _) => returned.refusal = refusal_key(&refusal),
            (Err(error), _) => return Err(error.into()),
        }
    }
    page(&app, &reviewer, &slug, &request, &returned).await
}

/// The page with a correction that was typed before the session ended; it is not saved yet. Should another have been saved
/// meanwhile, both are shown.
pub async fn go_on(
    app: &App,
    writer: &Writer,
    slug: &str,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<CorrectionForm>();
    let is_stale = find_number(app, slug).await? != form.number;
    let refusal = if is_stale { refusal_key(&domain::Refusal::CorrectionMovedOn) } else { "" };
    let returned = Returned { typed: Some(form.typed()), errors, refusal, ..Returned::default() };
    page(app, writer, slug, request, &returned).await
}

/// The same for a colleague's note; what waits for no verdict any more has no place for it.
pub async fn go_on_reviewing(
    app: &App,
    reviewer: &Reviewer,
    slug: &str,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<VerdictForm>();
    if find_number(app, slug).await? != form.number {
        return Err(domain::Refusal::CorrectionMovedOn.into());
    }
    let returned = Returned { said: form.said, errors, ..Returned::default() };
    page(app, reviewer, slug, request, &returned).await
}

/// The number of the correction of a pair; 0 when there is none.
async fn find_number(app: &App, slug: &str) -> Result<i32> {
    let slug = slug.to_owned();
    let found = app.database.read("correction.find", move |conn| {
        let pair = publication::find_by_slug(conn, &slug)?;
        Ok::<_, domain::Error>(correction::find(conn, &pair.id)?.map_or(0, |correction| correction.number))
    });
    Ok(found.await?)
}

/// `POST /panel/publications/{slug}/correction/take-back`
pub async fn take_back(app: Data<App>, _writer: Writer, _form: Checked<Button>, slug: Path<String>) -> Result<Reply> {
    on_pair(&app, "correction.take_back", &slug, correction::take_back).await?;
    Ok(Reply::see_other_with(&path(&slug), Notice::Saved))
}

/// `POST /panel/publications/{slug}/correction/end`
pub async fn end(app: Data<App>, writer: Writer, checked: Checked<SeenForm>, slug: Path<String>) -> Result<Reply> {
    let (now, seen) = (app.clock.now(), checked.form.number);
    on_pair(&app, "correction.drop", &slug, move |conn, pair| correction::drop_draft(conn, &writer, (pair, seen), now))
        .await?;
    Ok(Reply::see_other_with(&format!("/panel/publications/{slug}"), Notice::CorrectionDropped))
}

/// One act on the correction of the pair at an address, in one transaction.
async fn on_pair(
    app: &App,
    act: &'static str,
    slug: &str,
    act_on: impl FnOnce(&mut AnyConnection, &Publication) -> domain::Result<()> + Send + 'static,
) -> domain::Result<()> {
    let slug = slug.to_owned();
    app.database
        .write(act, move |conn| {
            let pair = publication::find_by_slug(conn, &slug)?;
            act_on(conn, &pair)
        })
        .await
}

fn kept(request: &HttpRequest, form: &CorrectionForm, error: &Error) -> Result<Reply> {
    let pieces = vec![
        Kept { id: "title", key: "wording-title", text: &form.title },
        Kept { id: "question", key: "wording-question", text: &form.question },
        Kept { id: "answer", key: "wording-answer", text: &form.answer },
        Kept { id: "public_note", key: "public-note", text: &form.public_note },
    ];
    kept_pieces(request, pieces, error)
}
