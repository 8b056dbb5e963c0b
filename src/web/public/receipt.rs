//! `/kode`: what stands behind a receipt code, and what its owner may do. The code comes by POST only, never in an
//! address; nothing of it is kept by looking.

mod letter;
mod page;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web::Data};

use self::page::{CodeForm, CodePage, Deleted, ReceiptPage, Returned};
use crate::app::App;
use crate::domain::letter::{self as correspondence, Letter, Standing};
use crate::domain::receipt::{self, Receipt};
use crate::domain::statistics::{self, Outcome};
use crate::domain::{self};
use crate::vault::code::Code;
use crate::web::error::Result;
use crate::web::form::{Fields, FormErrors};
use crate::web::page::{Frame, Reply};
use crate::web::visitor::Visitor;

pub use letter::create as write_letter;

/// The text for someone who typed too many wrong codes.
const TOO_MANY: &str = "error-code-too-many";

/// What a code opened.
struct Found {
    receipt: Receipt,
    standing: Standing,
    letters: Vec<Letter>,
}

/// `GET /kode`
pub async fn show(request: HttpRequest) -> Result<Reply> {
    code_page(&request, String::new(), "", FormErrors::default())
}

/// `POST /kode`
pub async fn create(app: Data<App>, visitor: Visitor, mut fields: Fields, request: HttpRequest) -> Result<Reply> {
    let (form, errors) = fields.read::<CodeForm>();
    match open(&app, &visitor, &form.code, errors).await? {
        Ok((code, found)) => receipt_page(&request, &app, &code, &found, Returned::default()),
        Err(errors) => code_page(&request, form.code, "", errors),
    }
}

/// `POST /kode/trekk`: the asker takes the question back.
pub async fn delete(app: Data<App>, visitor: Visitor, mut fields: Fields, request: HttpRequest) -> Result<Reply> {
    let (form, mut errors) = fields.read::<CodeForm>();
    let code = match Code::parse(&form.code) {
        Ok(code) => code,
        Err(problem) => {
            errors.add("code", page::problem_key(problem));
            return code_page(&request, form.code, "", errors);
        }
    };
    let (secret, now, follow_ups) = (app.secret.clone(), app.clock.now(), app.follow_ups());
    // Only the receipt is looked up: a letter that cannot be read must not keep anyone from this.
    let was_published = app
        .database
        .write("letter.withdraw", move |conn| {
            let Some(receipt) = receipt::find(conn, &secret, &code)? else { return Ok(None) };
            if correspondence::standing(conn, &receipt, follow_ups)?.is_open() {
                statistics::count_outcome(conn, Outcome::Withdrawn, 1, now)?;
            }
            correspondence::withdraw(conn, &receipt).map(Some)
        })
        .await?;
    let Some(was_published) = was_published else {
        return code_page(&request, form.code, "", unknown(&app, &visitor, errors));
    };
    // Now, and not in an hour: that is what the page says.
    app.empty_files().await;
    Ok(Reply::page(&Deleted { frame: Frame::of(&request), was_published })?.not_stored())
}

/// Reads a typed code and opens what it leads to; otherwise what is wrong with it. A code that nobody was given and one
/// that is forgotten are told the same.
async fn open(
    app: &Data<App>,
    visitor: &Visitor,
    typed: &str,
    mut errors: FormErrors,
) -> domain::Result<Result<(Code, Found), FormErrors>> {
    let code = match Code::parse(typed) {
        Ok(code) => code,
        Err(problem) => {
            errors.add("code", page::problem_key(problem));
            return Ok(Err(errors));
        }
    };
    let (secret, follow_ups, wanted) = (app.secret.clone(), app.follow_ups(), code.clone());
    let found = app
        .database
        .read("receipt.find", move |conn| {
            let Some(receipt) = receipt::find(conn, &secret, &wanted)? else { return Ok(None) };
            let standing = correspondence::standing(conn, &receipt, follow_ups)?;
            let letters = correspondence::list_for_asker(conn, &secret, &receipt)?;
            Ok::<_, domain::Error>(Some(Found { receipt, standing, letters }))
        })
        .await?;
    Ok(found.map(|found| (code, found)).ok_or_else(|| unknown(app, visitor, errors)))
}

/// Wrong codes are counted; a right one opens however many wrong ones came from the same school before it.
fn unknown(app: &App, visitor: &Visitor, mut errors: FormErrors) -> FormErrors {
    let may_try = app.limits.may_try_code(&visitor.0);
    app.limits.note_wrong_code(&visitor.0);
    errors.add("code", if may_try { "error-code-unknown" } else { TOO_MANY });
    errors
}

/// `letter` is what someone wrote to a code that leads nowhere: it is not lost.
fn code_page(request: &HttpRequest, typed: String, letter: &str, errors: FormErrors) -> Result<Reply> {
    let status = match errors.of("code") {
        "" => StatusCode::OK,
        TOO_MANY => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = CodePage { frame: Frame::of(request), typed, letter: letter.to_owned(), errors };
    Ok(Reply::page(&page)?.with_status(status).not_stored())
}

fn receipt_page(request: &HttpRequest, app: &App, code: &Code, found: &Found, returned: Returned<'_>) -> Result<Reply> {
    let status = returned.status();
    let page = ReceiptPage::new(Frame::of(request), app, code, found, returned);
    Ok(Reply::page(&page)?.with_status(status).not_stored())
}
