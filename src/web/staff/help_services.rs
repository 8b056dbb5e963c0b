//! When each help service was last checked, and those that nobody has looked at for too long.

use actix_web::{HttpRequest, web::Data};
use askama::Template;

use crate::app::App;
use crate::clock::date_in_norway;
use crate::domain::help_service::HelpService;
use crate::text::host_of;
use crate::web::error::Result;
use crate::web::guard::SomeoneIn;
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "staff/help_services.html")]
struct HelpServicesPage<'a> {
    frame: Frame,
    services: &'a [HelpService],
    due: Vec<&'a HelpService>,
}

impl HelpServicesPage<'_> {
    /// Whose page it is that the entry was read from.
    fn host(service: &HelpService) -> &str {
        let host = host_of(&service.source).unwrap_or(&service.source);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// `GET /panel/help-services`
pub async fn show(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let today = date_in_norway(app.clock.now());
    let services = app.help_services.all();
    let due = services.iter().filter(|service| service.is_due_for_check(today)).collect();
    Reply::page(&HelpServicesPage { frame: Frame::of(&request), services, due })
}
