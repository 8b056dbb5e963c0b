//! The form an article is written in: plain fields that need no script, and what is wrong with them.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use validator::Validate;

use super::{Returned, new_page, page, path, read_id};
use crate::app::App;
use crate::domain;
use crate::domain::article::Wording;
use crate::domain::article::writing::{self, New};
use crate::domain::ids::{ArticleId, words};
use crate::domain::staff::Writer;
use crate::text::language::Language;
use crate::web::error::{Error, Result, refusal_key};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::Checked;
use crate::web::page::{Notice, Reply};
use crate::web::staff::draft::{Kept, kept_pieces};

words!(
    /// What the writer wants done; every step saves first.
    Step, "step" {
        Save = "save",
        SendToReview = "review",
    }
);

/// An article as typed. A draft may lack anything but its title.
#[derive(Clone, Default, Validate)]
pub struct ArticleForm {
    #[validate(length(min = 1, max = 120, code = "error-article-title"))]
    pub title: String,
    pub topic: String,
    pub language: String,
    #[validate(length(max = 600, code = "error-article-lead-long"))]
    pub lead: String,
    #[validate(length(max = 2000, code = "error-article-list-long"))]
    pub key_points: String,
    #[validate(length(max = 40000, code = "error-article-body-long"))]
    pub body: String,
    #[validate(length(max = 6000, code = "error-article-list-long"))]
    pub sources: String,
    #[validate(length(max = 2000, code = "error-article-list-long"))]
    pub related: String,
    pub version: i32,
    pub step: String,
}

impl Form for ArticleForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            title: fields.line("title"),
            topic: fields.line("topic"),
            language: fields.line("language"),
            lead: fields.line("lead"),
            key_points: fields.text("key_points"),
            body: fields.text("body"),
            sources: fields.text("sources"),
            related: fields.text("related"),
            version: fields.number("version"),
            step: fields.line("do"),
        }
    }
}

/// The key of a field's name.
pub fn label(part: &str) -> &'static str {
    match part {
        "title" => "article-title",
        "topic" => "topic-label",
        "lead" => "article-lead",
        "key_points" => "article-key-points",
        "body" => "article-body",
        "sources" => "article-sources",
        _ => "article-related",
    }
}

impl ArticleForm {
    pub fn of(wording: &Wording, version: i32, language: Language) -> Self {
        let Wording { topic, title, lead, key_points, body, sources, related } = wording.clone();
        let language = language.tag().to_owned();
        Self { title, topic, language, lead, key_points, body, sources, related, version, step: String::new() }
    }

    pub fn wording(&self) -> Wording {
        let Self { topic, title, lead, key_points, body, sources, related, .. } = self.clone();
        Wording { topic, title, lead, key_points, body, sources, related }
    }

    fn step(&self) -> Step {
        Step::from_word(&self.step).unwrap_or(Step::Save)
    }

    /// What only the whole form can tell; the order of the page is kept.
    fn look_over(&self, app: &App, errors: &mut FormErrors) {
        let wording = self.wording();
        if app.topics.find(&self.topic).is_none() {
            errors.add("topic", "error-article-topic");
        }
        if self.step() == Step::SendToReview {
            for (part, text) in wording.parts().into_iter().filter(|(part, _)| *part != "related") {
                if text.is_empty() {
                    errors.add(part, "error-article-needed");
                }
            }
        }
        if wording.wrong_source().is_some() {
            errors.add("sources", "error-article-source");
        }
        if wording.wrong_related().is_some() {
            errors.add("related", "error-article-related");
        }
        errors.sort_as(&["title", "topic", "lead", "key_points", "body", "sources", "related"]);
    }
}

/// Reads the form, if its sender may write.
fn receive(request: &HttpRequest, writer: Result<Writer>, fields: &mut Fields) -> Result<Received> {
    let writer = writer?;
    let Checked { form, errors } = Checked::<ArticleForm>::verify(request, fields)?;
    Ok(Received { writer, form, errors })
}

/// A form that may be heard.
struct Received {
    writer: Writer,
    form: ArticleForm,
    errors: FormErrors,
}

/// `POST /panel/articles`
pub async fn create(app: Data<App>, writer: Result<Writer>, mut fields: Fields, request: HttpRequest) -> Result<Reply> {
    let Received { writer, form, mut errors } = match receive(&request, writer, &mut fields) {
        Ok(received) => received,
        Err(error) => return kept(&request, &fields.read::<ArticleForm>().0, &error),
    };
    form.look_over(&app, &mut errors);
    if !errors.is_empty() {
        return new_page(&app, &request, form, errors);
    }
    let language = Language::from_tag(&form.language).unwrap_or_default();
    let new = New { language, wording: form.wording(), slug: None };
    let (step, now) = (form.step(), app.clock.now());
    let created = app.database.write("article.create", move |conn| {
        let article = writing::create(conn, &writer, &new, now)?;
        if step == Step::SendToReview {
            writing::send_to_review(conn, &writer, &article.id, article.newest_version, now)?;
        }
        Ok::<_, domain::Error>(article)
    });
    match created.await {
        Ok(article) => Ok(after(step, &article.id)),
        Err(error) => kept(&request, &form, &error.into()),
    }
}

/// `POST /panel/articles/{id}`
pub async fn update(
    app: Data<App>,
    writer: Result<Writer>,
    mut fields: Fields,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Received { writer, form, mut errors } = match receive(&request, writer, &mut fields) {
        Ok(received) => received,
        Err(error) => return kept(&request, &fields.read::<ArticleForm>().0, &error),
    };
    let id = read_id(&id)?;
    form.look_over(&app, &mut errors);
    if !errors.is_empty() {
        let returned = Returned { typed: Some(form), errors, ..Returned::default() };
        return page(&app, &writer, &id, &request, &returned).await;
    }
    match save(&app, &writer, &id, &form).await {
        Ok(()) => Ok(after(form.step(), &id)),
        Err(domain::Error::Refused(refusal)) => {
            let returned = Returned { typed: Some(form), refusal: refusal_key(&refusal), ..Returned::default() };
            page(&app, &writer, &id, &request, &returned).await
        }
        Err(error) => kept(&request, &form, &error.into()),
    }
}

/// An article's page with a text that was typed before the session ended; it is not saved yet.
pub async fn go_on(app: &App, writer: &Writer, id: &str, fields: &mut Fields, request: &HttpRequest) -> Result<Reply> {
    let (form, errors) = fields.read::<ArticleForm>();
    let returned = Returned { typed: Some(form), errors, ..Returned::default() };
    page(app, writer, &read_id(id)?, request, &returned).await
}

/// The same for an article that is not there yet.
pub fn go_on_new(app: &App, fields: &mut Fields, request: &HttpRequest) -> Result<Reply> {
    let (form, errors) = fields.read::<ArticleForm>();
    new_page(app, request, form, errors)
}

/// Saves, and in the same transaction does what else was asked for.
async fn save(app: &App, writer: &Writer, id: &ArticleId, form: &ArticleForm) -> domain::Result<()> {
    let (writer, id, now) = (writer.clone(), id.clone(), app.clock.now());
    let (wording, seen, step) = (form.wording(), form.version, form.step());
    app.database
        .write("article.save", move |conn| {
            let version = writing::save(conn, &writer, (&id, seen), &wording, now)?;
            match step {
                Step::Save => Ok(()),
                Step::SendToReview => writing::send_to_review(conn, &writer, &id, version, now),
            }
        })
        .await
}

fn after(step: Step, id: &ArticleId) -> Reply {
    match step {
        Step::Save => Reply::see_other_with(&path(id), Notice::Saved),
        Step::SendToReview => Reply::see_other_with(&path(id), Notice::ArticleSent),
    }
}

/// A long text is the work of days: whatever goes wrong, it comes back.
fn kept(request: &HttpRequest, form: &ArticleForm, error: &Error) -> Result<Reply> {
    let wording = form.wording();
    let pieces = wording.parts().into_iter().filter(|(part, _)| *part != "topic");
    kept_pieces(request, pieces.map(|(part, text)| Kept { id: part, key: label(part), text }).collect(), error)
}
