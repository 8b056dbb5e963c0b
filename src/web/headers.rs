//! What every reply says to the browser, and the one line a request leaves in the log.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Version;
use actix_web::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, VARY};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::app::App;
use crate::settings::Web;
use crate::web::guard::host_asked_for;

/// Nothing from elsewhere, nothing inline, nobody may frame us, nobody learns where a reader came from.
const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=(), xr-spatial-tracking=()",
    ),
];

const STRICT_TRANSPORT: &str = "strict-transport-security";
/// Two years, as browsers' preload lists ask.
const HSTS: &str = "max-age=63072000; includeSubDomains";

/// What every reply says, over TLS also that browsers are held to it.
pub fn of_every_reply(web: &Web) -> impl Iterator<Item = (&'static str, &'static str)> {
    HEADERS.into_iter().chain(web.is_https().then_some((STRICT_TRANSPORT, HSTS)))
}

/// Middleware: the headers of every reply. A page that says nothing about caching is not kept.
pub async fn add(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> actix_web::Result<ServiceResponse<impl MessageBody>> {
    let web = request.app_data::<Data<App>>().map(|app| app.settings.web.clone());
    // A visitor who came over Tor has no TLS to be held to, and needs no telling.
    let is_onion = host_asked_for(&request).rsplit_once('.').is_some_and(|(_, end)| end == "onion");
    let path = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let is_public = !is_of_panel(request.path());
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if let Some(web) = web.filter(|_| !is_onion) {
        if web.is_https() {
            headers.insert(HeaderName::from_static(STRICT_TRANSPORT), HeaderValue::from_static(HSTS));
        }
        if !web.onion_url.is_empty()
            && let Ok(onion) = HeaderValue::from_str(&format!("{}{path}", web.onion_url))
        {
            headers.insert(HeaderName::from_static("onion-location"), onion);
        }
    }
    if is_public && is_page(headers) {
        // One line of a page follows the browser's languages; a cache must not show it to someone who asks for others.
        headers.append(VARY, HeaderValue::from_static("accept-language"));
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

fn is_of_panel(path: &str) -> bool {
    path.strip_prefix("/panel").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Middleware: nothing is compressed for HTTP/1.0. It would come in chunks, which that version does not know (RFC 9112,
/// section 6.1): a text browser like w3m could not read a single page.
pub async fn keep_whole_for_old(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> actix_web::Result<ServiceResponse<impl MessageBody>> {
    if request.version() < Version::HTTP_11 {
        request.headers_mut().remove(ACCEPT_ENCODING);
    }
    next.call(request).await
}

/// Middleware: method, the route's pattern, status and duration. Never the path itself, an address or a browser.
///
/// A line has a time, so a question that is sent leaves none: when someone asked is kept nowhere. Reading is only
/// logged at the level "debug"; what staff do in the panel, and failures, at "info".
pub async fn log_line(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> actix_web::Result<ServiceResponse<impl MessageBody>> {
    let started = Instant::now();
    let response = next.call(request).await?;
    let request = response.request();
    let method = method_word(request.method());
    let pattern = request.match_pattern();
    let route = pattern.as_deref().unwrap_or("none");
    let status = response.status();
    let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
    if route.starts_with("/panel") || status.is_server_error() {
        tracing::info!(method, route, status = status.as_u16(), milliseconds, "request");
    } else if method != "POST" {
        tracing::debug!(method, route, status = status.as_u16(), milliseconds, "request");
    }
    Ok(response)
}

/// A method is a word that a visitor chooses: only those we know are written.
fn method_word(method: &actix_web::http::Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        _ => "other",
    }
}
