//! Addresses that pairs had before they were imported: whoever follows an old link is sent on for good.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::app::App;
use crate::domain::publication::import::{self, OldPath};
use crate::web::page::Reply;

/// Middleware: looks for an old path only where there would be nothing else.
pub async fn send_on<B>(request: ServiceRequest, next: Next<B>) -> actix_web::Result<ServiceResponse<BoxBody>>
where
    B: MessageBody + 'static,
{
    let response = next.call(request).await?.map_into_boxed_body();
    let request = response.request();
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    if response.status() != StatusCode::NOT_FOUND || !is_reading || is_ours(request.path()) {
        return Ok(response);
    }
    let (app, path) = (request.app_data::<Data<App>>().cloned(), OldPath::parse(request.path()));
    let (Some(app), Some(path)) = (app, path) else { return Ok(response) };
    let found =
        app.database.read("publication.find_by_old_path", move |conn| import::find_by_old_path(conn, &path)).await;
    Ok(match found {
        Ok(path) => {
            let reply = Reply::see_other(&path).with_status(StatusCode::MOVED_PERMANENTLY).briefly_cached();
            response.into_response(reply.into_response())
        }
        Err(_) => response,
    })
}

/// No old address ever lay in the panel, among the assets or where programs read.
fn is_ours(path: &str) -> bool {
    ["/panel", "/assets", "/api"]
        .iter()
        .any(|room| path.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}
