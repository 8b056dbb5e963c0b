//! Middleware: what we promise just now, for every page that says how long an answer takes.

use actix_web::HttpMessage;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::app::App;

/// Puts today's promise beside the request; the panel and the assets need none.
pub async fn bring<B: MessageBody>(request: ServiceRequest, next: Next<B>) -> actix_web::Result<ServiceResponse<B>> {
    let is_public = !["/panel", "/assets", "/api"].iter().any(|room| request.path().starts_with(room));
    if is_public && let Some(app) = request.app_data::<Data<App>>().cloned() {
        let promise = app.promises.now(&app.database, &app.secret, &app.clock).await;
        request.extensions_mut().insert(promise);
    }
    next.call(request).await
}
