//! `/tilgjengelighet`: the owner's declaration where there is one, what is tested, what is not, and where to complain.
//! A public body in Norway must have a declaration, made at uustatus.no, and readers may tell it and complain to
//! Diskrimineringsnemnda (Uutilsynet, "Om tilgjengelegheitserklæring", uutilsynet.no/tilgjengelighetserklaering).

use actix_web::{HttpRequest, web::Data};
use askama::Template;

use crate::app::App;
use crate::settings::Site;
use crate::web::error::Result;
use crate::web::page::{Frame, Reply};

/// Keys of what the program's own tests hold true.
const TESTED: [&str; 5] = [
    "accessibility-tested-rules",
    "accessibility-tested-screens",
    "accessibility-tested-keys",
    "accessibility-tested-plain",
    "accessibility-tested-names",
];
/// Keys of what no test of ours can tell.
const UNTESTED: [&str; 3] =
    ["accessibility-untested-ear", "accessibility-untested-words", "accessibility-untested-elsewhere"];

#[derive(Template)]
#[template(path = "public/accessibility.html")]
struct AccessibilityPage<'a> {
    frame: Frame,
    site: &'a Site,
}

/// `GET /tilgjengelighet`
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let page = AccessibilityPage { frame: Frame::of(&request), site: &app.settings.site };
    Ok(Reply::page(&page)?.briefly_cached())
}
