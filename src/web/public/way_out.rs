//! The way out: away at once, to a page nobody would wonder at, with nothing of ours left in the browser.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::Data;

use crate::app::App;
use crate::web::page::Reply;

/// `GET /ut`: forgets our cache and whatever might be stored, then goes elsewhere.
///
/// `Clear-Site-Data` (W3C) is heeded over https and on this machine itself; the history stays, and the page that
/// sent the visitor here says so.
pub async fn show(app: Data<App>) -> Reply {
    Reply::see_other(&app.settings.site.way_out_url).not_stored().with_header(
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"cookies\", \"storage\""),
    )
}
