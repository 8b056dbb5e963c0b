//! Who asks, for one request only: their address is looked at, made into the day's key, and forgotten. It is never
//! kept, logged or given on.

use std::future::{Ready, ready};
use std::net::IpAddr;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web::Data};

use super::error::{Error, Result};
use crate::app::App;
use crate::app::limits::{Address, VisitorKey};

/// The key of whoever sent this request, for [`crate::app::limits::Limits`].
pub struct Visitor(pub VisitorKey);

impl FromRequest for Visitor {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = request.app_data::<Data<App>>().ok_or(Error::NotFound);
        ready(app.map(|app| Self(app.limits.key_of(find_address(app, request).as_ref()))))
    }
}

/// The one header that the settings believe, or the one who holds the other end of the line.
fn find_address(app: &App, request: &HttpRequest) -> Option<Address> {
    let header = app.settings.web.client_address_header.as_str();
    let address = if header.is_empty() { request.peer_addr()?.ip() } else { address_in(request, header)? };
    Address::of_visitor(address)
}

/// A header's single address. Missing, repeated or anything else: a mistake in the proxy, or a visitor's own claim.
fn address_in(request: &HttpRequest, header: &str) -> Option<IpAddr> {
    let mut values = request.headers().get_all(header);
    let value = values.next()?;
    match values.next() {
        None => value.to_str().ok()?.trim().parse().ok(),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_header_counts_only_with_one_whole_address() {
        for (values, address) in [
            (&["203.0.113.7"][..], Some("203.0.113.7")),
            (&[" 203.0.113.7 "], Some("203.0.113.7")),
            (&["2001:db8::1"], Some("2001:db8::1")),
            (&[], None),
            (&[""], None),
            (&["203.0.113.7", "203.0.113.7"], None),
            (&["203.0.113.7, 203.0.113.8"], None),
            (&["203.0.113.7:443"], None),
            (&["[2001:db8::1]"], None),
            (&["fe80::1%eth0"], None),
            (&["203.0.113"], None),
            (&["unknown"], None),
        ] {
            let request =
                values.iter().fold(TestRequest::get(), |request, value| request.append_header(("X-Real-IP", *value)));
            let found = address_in(&request.to_http_request(), "X-Real-Ip");
            assert_eq!(found, address.map(|address| address.parse().unwrap()), "{values:?}");
        }
    }
}
