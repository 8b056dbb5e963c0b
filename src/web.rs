//! Pages: from a request to a reply. Handlers are thin: the guard, the checked form, one domain verb, the reply.

pub mod assets;
pub mod error;
pub mod form;
pub mod guard;
pub mod headers;
pub mod locale;
pub mod machines;
pub mod marked;
pub mod overview;
pub mod page;
pub mod public;
pub mod staff;
pub mod visitor;

use std::net::TcpListener;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::guard::{Any, Get, Head};
use actix_web::middleware::{Compress, NormalizePath, from_fn};
use actix_web::web::{Data, QueryConfig, ServiceConfig, scope};
use actix_web::{App as ActixApp, HttpServer};
use anyhow::{Context, Result};

use crate::app::App;
use crate::domain::staff::Role;

/// How long a stopping server waits for replies under way.
const SHUTDOWN_SECONDS: u64 = 5;
/// How long a visitor may take to send a request's head.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(10);

/// Who a route is for. The tables say it, the handlers' guards enforce it, and a test holds the two together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Anyone,
    /// Anyone with a session, even one who waits to be let in.
    SignedIn,
    /// Anyone whose account is open.
    Staff,
    Only(Role),
    /// Anyone with one of the two.
    Either(Role, Role),
}

/// One line of a route table.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub access: Access,
}

/// Writes a route table once: as data for the tests, and as the function that registers it.
macro_rules! routes {
    ($($method:ident $path:literal => $handler:path, $access:expr;)+) => {
        /// Every route of this part of the house.
        pub const ROUTES: &[$crate::web::Route] = &[
            $($crate::web::Route { method: stringify!($method), path: $path, access: $access }),+
        ];

        fn register(config: &mut actix_web::web::ServiceConfig, prefix: &str) {
            $(config.route(&$crate::web::join(prefix, $path), $crate::web::$method().to($handler));)+
        }
    };
}
use routes;

/// A route's whole path: no slash at the end, but for the front page's own.
fn join(prefix: &str, path: &str) -> String {
    match (prefix, path) {
        ("", path) => path.to_owned(),
        (prefix, "/") => prefix.to_owned(),
        (prefix, path) => format!("{prefix}{path}"),
    }
}

/// GET also answers HEAD, as HTTP asks (RFC 9110, section 9.3.2).
fn get() -> actix_web::Route {
    actix_web::web::route().guard(Any(Get()).or(Head()))
}

fn post() -> actix_web::Route {
    actix_web::web::post()
}

fn configure(config: &mut ServiceConfig) {
    config.route("/assets/{version}/{name}", get().to(assets::show));
    config.service(
        scope("/panel")
            .wrap(from_fn(staff::carried::keep))
            .wrap(from_fn(guard::open_panel))
            .configure(staff::configure),
    );
    machines::configure(config);
    public::configure(config);
}

/// The whole service, from the outside in: log line, headers, compression, error pages, pages.
///
/// Compressing a page that holds a secret can leak it (BREACH), but only to someone who can make the browser
/// send its cookie from another site: the panel's is `SameSite=Strict`, and public pages have none.
pub fn service(
    app: App,
) -> ActixApp<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    ActixApp::new()
        .app_data(Data::new(app))
        .app_data(QueryConfig::default().error_handler(|_, _| error::Error::NotFound.into()))
        .configure(configure)
        .wrap(from_fn(public::promise::bring))
        .wrap(from_fn(public::old_paths::send_on))
        .wrap(from_fn(error::dress))
        .wrap(Compress::default())
        .wrap(from_fn(headers::keep_whole_for_old))
        .wrap(from_fn(headers::add))
        .wrap(from_fn(headers::log_line))
        .wrap(NormalizePath::trim())
}

/// Answers on the listener until the process is told to stop.
pub async fn serve(app: App, listener: TcpListener) -> Result<()> {
    let workers = app.settings.web.workers;
    let mut server = HttpServer::new(move || service(app.clone()))
        .client_request_timeout(REQUEST_TIMEOUT)
        .shutdown_timeout(SHUTDOWN_SECONDS);
    if workers > 0 {
        server = server.workers(workers);
    }
    server.listen(listener).context("listening")?.run().await.context("serving")
}
