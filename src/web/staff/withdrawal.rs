//! Taking a published pair away, with a reason for its readers; and bringing it back, which takes two.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use validator::Validate;

use super::publication::slug_in;
use crate::app::App;
use crate::domain;
use crate::domain::publication::withdrawal::{self, Reason, Told, Withdrawn};
use crate::domain::publication::{self, Publication, correction};
use crate::domain::staff::{self, Keeper, Role, SignedIn};
use crate::text::markdown::HeadingLevel;
use crate::web::error::{Result, refusal_key};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Button, Checked, SomeoneIn};
use crate::web::page::{Frame, Notice, Reply};
use crate::web::public::answers::answer_html;

/// Why, what else readers are told, and where they may go.
#[derive(Default, Validate)]
pub struct WithdrawalForm {
    reason: String,
    #[validate(length(max = 1000, code = "error-withdrawal-long"))]
    words: String,
    #[validate(length(max = 500, code = "error-related-unknown"))]
    successor: String,
    /// They know that the text is erased for good, where it is.
    is_erasing: bool,
}

impl Form for WithdrawalForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            reason: fields.line("reason"),
            words: fields.text("words"),
            successor: fields.line("successor"),
            is_erasing: fields.line("erase") == "yes",
        }
    }
}

impl WithdrawalForm {
    fn judge(&self, reason: Option<Reason>, errors: &mut FormErrors) {
        match reason {
            None => errors.add("reason", "error-withdrawal-reason"),
            Some(Reason::Identifies) if !self.is_erasing => errors.add("erase", "error-withdrawal-erase"),
            Some(Reason::Other) if self.words.is_empty() => errors.add("words", "error-withdrawal-words"),
            Some(_) => {}
        }
    }
}

#[derive(Template)]
#[template(path = "staff/withdrawal.html")]
struct WithdrawalPage {
    frame: Frame,
    pair: Publication,
    /// Someone is changing its words: that is lost with it.
    is_being_corrected: bool,
    is_keeper: bool,
    typed: WithdrawalForm,
    errors: FormErrors,
}

#[derive(Template)]
#[template(path = "staff/withdrawn.html")]
struct WithdrawnPage {
    frame: Frame,
    withdrawn: Withdrawn,
    by: String,
    /// Who wants it back; empty when nobody does.
    returner: String,
    is_keeper: bool,
    /// What stood there, as readers saw it; cleaned HTML.
    answer: String,
    /// The one who wants it back is the one who looks.
    is_own_wish: bool,
    refusal: &'static str,
}

#[derive(Template)]
#[template(path = "staff/withdrawals.html")]
struct WithdrawalsPage {
    frame: Frame,
    all: Vec<Withdrawn>,
}

/// `GET /panel/withdrawals`
pub async fn index(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let all = app.database.read("withdrawal.list", withdrawal::list).await?;
    Reply::page(&WithdrawalsPage { frame: Frame::of(&request), all })
}

/// `GET /panel/publications/{slug}/withdrawal`: the form, or what was done with it.
pub async fn show(app: Data<App>, someone: SomeoneIn, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    page(&app, &someone.0, &request, slug.into_inner(), (WithdrawalForm::default(), FormErrors::default())).await
}

/// `POST /panel/publications/{slug}/withdrawal`
pub async fn create(
    app: Data<App>,
    keeper: Keeper,
    Checked { form, mut errors }: Checked<WithdrawalForm>,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let slug = slug.into_inner();
    let reason = Reason::from_word(&form.reason);
    form.judge(reason, &mut errors);
    let instead = find_instead(&app, &slug, &form.successor).await?;
    if instead.is_none() && !form.successor.is_empty() {
        errors.add("successor", "error-related-unknown");
    }
    errors.sort_as(&["reason", "erase", "words", "successor"]);
    let (Some(reason), true) = (reason, errors.is_empty()) else {
        return page(&app, &keeper, &request, slug, (form, errors)).await;
    };
    let told = Told { reason, words: form.words, instead };
    let (now, wanted) = (app.clock.now(), slug.clone());
    let done = app
        .database
        .write("withdrawal.withdraw", move |conn| withdrawal::withdraw(conn, &keeper, &wanted, &told, now))
        .await;
    match done {
        Ok(()) => {
            // Words that gave someone away must leave the files too.
            app.empty_files().await;
            Ok(Reply::see_other_with(&path(&slug), Notice::Withdrawn))
        }
        // A colleague was quicker: what they told stands.
        Err(domain::Error::Refused(domain::Refusal::PairWithdrawn { .. })) => Ok(Reply::see_other(&path(&slug))),
        Err(error) => Err(error.into()),
    }
}

/// The form with what was typed before the session ended. A pair that is gone by now has none.
pub async fn go_on(
    app: &App,
    someone: &SignedIn,
    slug: &str,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<WithdrawalForm>();
    if !is_keeper(someone) {
        return Err(domain::Refusal::WrongRole.into());
    }
    let wanted = slug.to_owned();
    app.database.read("publication.find", move |conn| publication::find_by_slug(conn, &wanted)).await?;
    page(app, someone, request, slug.to_owned(), (form, errors)).await
}

/// The slug of another pair that stands at a pasted address.
async fn find_instead(app: &App, own: &str, typed: &str) -> Result<Option<String>> {
    let wanted = slug_in(typed).to_owned();
    if wanted.is_empty() || wanted == own {
        return Ok(None);
    }
    let found = app.database.read("publication.find", move |conn| publication::find_by_slug(conn, &wanted)).await;
    match found {
        Ok(pair) => Ok(Some(pair.slug)),
        Err(domain::Error::NotFound | domain::Error::Refused(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// `POST /panel/publications/{slug}/return-wish`
pub async fn ask_return(app: Data<App>, keeper: Keeper, _form: Checked<Button>, slug: Path<String>) -> Result<Reply> {
    let (slug, now) = (slug.into_inner(), app.clock.now());
    let back = path(&slug);
    app.database.write("withdrawal.ask_return", move |conn| withdrawal::ask_return(conn, &keeper, &slug, now)).await?;
    Ok(Reply::see_other_with(&back, Notice::ReturnAsked))
}

/// `POST /panel/publications/{slug}/return`
pub async fn give_back(
    app: Data<App>,
    keeper: Keeper,
    _form: Checked<Button>,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let (slug, now, who) = (slug.into_inner(), app.clock.now(), keeper.clone());
    let wanted = slug.clone();
    let done =
        app.database.write("withdrawal.give_back", move |conn| withdrawal::give_back(conn, &who, &wanted, now)).await;
    match done {
        Ok(()) => Ok(Reply::see_other_with(&format!("/panel/publications/{slug}"), Notice::Returned)),
        Err(domain::Error::Refused(refusal)) => {
            Ok(withdrawn_page(&app, &keeper, &request, slug, refusal_key(&refusal))
                .await?
                .with_status(StatusCode::CONFLICT))
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(
    app: &App,
    someone: &SignedIn,
    request: &HttpRequest,
    slug: String,
    (typed, errors): (WithdrawalForm, FormErrors),
) -> Result<Reply> {
    let wanted = slug.clone();
    let found = app
        .database
        .read("publication.find", move |conn| {
            let pair = publication::find_by_slug(conn, &wanted)?;
            let is_being_corrected = correction::find(conn, &pair.id)?.is_some();
            Ok::<_, domain::Error>((pair, is_being_corrected))
        })
        .await;
    let (pair, is_being_corrected) = match found {
        Err(domain::Error::Refused(domain::Refusal::PairWithdrawn { .. })) => {
            return withdrawn_page(app, someone, request, slug, "").await;
        }
        found => found?,
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let is_keeper = is_keeper(someone);
    let page = WithdrawalPage { frame: Frame::of(request), pair, is_being_corrected, is_keeper, typed, errors };
    Ok(Reply::page(&page)?.with_status(status))
}

async fn withdrawn_page(
    app: &App,
    someone: &SignedIn,
    request: &HttpRequest,
    slug: String,
    refusal: &'static str,
) -> Result<Reply> {
    let (withdrawn, by, returner) = app
        .database
        .read("withdrawal.find", move |conn| {
            let found = withdrawal::find(conn, &slug)?;
            let by = staff::find_name(conn, Some(&found.by))?;
            let returner = staff::find_name(conn, found.returner_id.as_ref())?;
            Ok::<_, domain::Error>((found, by, returner))
        })
        .await?;
    let is_own_wish = withdrawn.returner_id.as_ref() == Some(someone.id());
    let is_keeper = is_keeper(someone);
    let frame = Frame::of(request);
    let html = |[_, _, answer]: &[String; 3]| answer_html(frame.texts, answer, HeadingLevel::H4);
    let answer = withdrawn.stood.as_ref().map_or_else(String::new, html);
    Reply::page(&WithdrawnPage { frame, withdrawn, by, returner, is_keeper, answer, is_own_wish, refusal })
}

impl WithdrawalPage {
    /// What cannot be made undone stands last.
    fn reasons() -> Vec<Reason> {
        let mut all = Reason::ALL.to_vec();
        all.sort_by_key(|reason| *reason == Reason::Identifies);
        all
    }
}

fn is_keeper(someone: &SignedIn) -> bool {
    [Role::Editor, Role::Reviewer].iter().any(|role| someone.member.roles.contains(role))
}

/// The address of a pair's withdrawal in the panel.
pub fn path(slug: &str) -> String {
    format!("/panel/publications/{slug}/withdrawal")
}
