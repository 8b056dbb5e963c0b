//! The team's text blocks: the list, and the form one is written in.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use validator::Validate;

use super::insertion::GAPS;
use crate::app::App;
use crate::domain;
use crate::domain::ids::TextBlockId;
use crate::domain::staff::Clinician;
use crate::domain::text_block::{self, Text, TextBlock};
use crate::text::language::Language;
use crate::web::error::{Error, Result, refusal_key};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Button, Checked};
use crate::web::page::{Frame, Notice, Reply};

const INDEX: &str = "/panel/text-blocks";

#[derive(Validate)]
pub struct BlockForm {
    #[validate(length(min = 1, max = 80, code = "error-block-title"))]
    title: String,
    #[validate(length(min = 1, max = 4000, code = "error-block-body"))]
    body: String,
    language: String,
    number: i32,
}

impl Form for BlockForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            title: fields.line("title"),
            body: fields.text("body"),
            language: fields.line("language"),
            number: fields.number("number"),
        }
    }
}

impl BlockForm {
    fn text(self) -> Text {
        let language = Language::from_tag(&self.language).unwrap_or_default();
        Text { language, title: self.title, body: self.body }
    }
}

/// What the page says after something was sent from it.
#[derive(Default)]
struct Returned {
    typed: Option<Text>,
    errors: FormErrors,
    /// The key of the sentence that says why not.
    refusal: &'static str,
}

#[derive(Template)]
#[template(path = "staff/text_block.html")]
struct BlockPage {
    frame: Frame,
    /// The others; none on a block's own page.
    blocks: Vec<TextBlock>,
    /// The one that is written over; none when a new one is written.
    block: Option<TextBlock>,
    text: Text,
    errors: FormErrors,
    refusal: &'static str,
    gaps: &'static [(&'static str, &'static str)],
}

impl BlockPage {
    fn path(&self) -> String {
        self.block.as_ref().map_or_else(|| INDEX.to_owned(), |block| path(&block.id))
    }
}

fn path(id: &TextBlockId) -> String {
    format!("{INDEX}/{id}")
}

/// `GET /panel/text-blocks`
pub async fn index(app: Data<App>, clinician: Clinician, request: HttpRequest) -> Result<Reply> {
    let text = Text { language: clinician.member.language, ..Text::default() };
    page(&app, None, &request, Returned { typed: Some(text), ..Returned::default() }).await
}

/// `GET /panel/text-blocks/{id}`
pub async fn show(app: Data<App>, _clinician: Clinician, id: Path<String>, request: HttpRequest) -> Result<Reply> {
    page(&app, Some(read_id(&id)?), &request, Returned::default()).await
}

/// `POST /panel/text-blocks`
pub async fn create(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<BlockForm>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, errors } = checked;
    let text = form.text();
    if !errors.is_empty() {
        return page(&app, None, &request, Returned { typed: Some(text), errors, ..Returned::default() }).await;
    }
    let now = app.clock.now();
    app.database.write("text_block.create", move |conn| text_block::create(conn, &clinician, &text, now)).await?;
    Ok(Reply::see_other_with(INDEX, Notice::BlockSaved))
}

/// `POST /panel/text-blocks/{id}`
pub async fn update(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<BlockForm>,
    id: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let Checked { form, errors } = checked;
    let (id, seen, text) = (read_id(&id)?, form.number, form.text());
    let mut returned = Returned { typed: Some(text.clone()), errors, ..Returned::default() };
    if returned.errors.is_empty() {
        let (key, now) = (id.clone(), app.clock.now());
        let saved = app
            .database
            .write("text_block.save", move |conn| text_block::update(conn, &clinician, (&key, seen), &text, now))
            .await;
        match saved {
            Ok(()) => return Ok(Reply::see_other_with(INDEX, Notice::BlockSaved)),
            Err(domain::Error::Refused(refusal)) => returned.refusal = refusal_key(&refusal),
            Err(error) => return Err(error.into()),
        }
    }
    page(&app, Some(id), &request, returned).await
}

/// The page with a block that was typed before the session ended; it is not saved yet.
pub async fn go_on(
    app: &App,
    _clinician: &Clinician,
    id: Option<&str>,
    fields: &mut Fields,
    request: &HttpRequest,
) -> Result<Reply> {
    let (form, errors) = fields.read::<BlockForm>();
    let (id, seen) = (id.map(read_id).transpose()?, form.number);
    let mut returned = Returned { typed: Some(form.text()), errors, ..Returned::default() };
    if let Some(id) = id.clone() {
        let saved = app.database.read("text_block.find", move |conn| text_block::find(conn, &id)).await?;
        if saved.number != seen {
            returned.refusal = refusal_key(&domain::Refusal::StaleVersion);
        }
    }
    page(app, id, request, returned).await
}

/// `POST /panel/text-blocks/{id}/deletion`
pub async fn delete(app: Data<App>, clinician: Clinician, _button: Checked<Button>, id: Path<String>) -> Result<Reply> {
    let (id, now) = (read_id(&id)?, app.clock.now());
    app.database.write("text_block.delete", move |conn| text_block::delete(conn, &clinician, &id, now)).await?;
    Ok(Reply::see_other_with(INDEX, Notice::BlockDeleted))
}

async fn page(app: &App, id: Option<TextBlockId>, request: &HttpRequest, returned: Returned) -> Result<Reply> {
    let (blocks, block) = app
        .database
        .read("text_block.list", move |conn| match id {
            Some(id) => Ok::<_, domain::Error>((Vec::new(), Some(text_block::find(conn, &id)?))),
            None => Ok((text_block::list(conn)?, None)),
        })
        .await?;
    let status = match (returned.refusal, returned.errors.is_empty()) {
        ("", true) => StatusCode::OK,
        ("", false) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    };
    let text = returned.typed.or_else(|| block.as_ref().map(|block| block.text.clone())).unwrap_or_default();
    let (errors, refusal) = (returned.errors, returned.refusal);
    let page = BlockPage { frame: Frame::of(request), blocks, block, text, errors, refusal, gaps: &GAPS };
    Ok(Reply::page(&page)?.with_status(status))
}

fn read_id(id: &str) -> Result<TextBlockId> {
    TextBlockId::parse(id).ok_or(Error::NotFound)
}
