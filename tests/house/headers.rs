//! What every reply says to the browser, generated from the route table.

use actix_web::http::Version;
use actix_web::test::TestRequest;
use spoross::text::language::Language;
use spoross::web::{machines, public, staff};

use crate::support::House;
use crate::support::visitor::{encode, filled_in};

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Every public address there is: each route in each language, with something real in its place, and a miss.
fn public_paths() -> Vec<(&'static str, String)> {
    let mut paths = vec![("get", "/nowhere".to_owned()), ("post", "/nowhere".to_owned())];
    for language in Language::ALL {
        for route in public::ROUTES {
            let path = route.path.replace("{slug}", "alkohol");
            paths.push((route.method, format!("{}{path}", language.prefix())));
        }
    }
    paths.extend(
        machines::ROUTES
            .iter()
            .map(|route| (route.method, route.path.replace("{slug}", "alkohol").replace("{number}", "1"))),
    );
    paths
}

#[actix_web::test]
async fn a_browser_of_the_old_kind_gets_a_page_it_can_read() {
    let house = House::open().await;
    let request = TestRequest::get().uri("/").version(Version::HTTP_10).insert_header(("accept-encoding", "gzip"));
    let page = house.answers(request).await.succeeds();
    assert!(!page.headers.contains_key("content-encoding"));
    assert_eq!(page.heading(), "Spør om det du lurer på");
}

#[actix_web::test]
async fn no_public_page_ever_sets_a_cookie_or_lets_anything_in() {
    let house = House::open().await;
    for (method, path) in public_paths() {
        let ticket = house.visitor().opens_the_form().await;
        let request = match method {
            "get" => TestRequest::get().uri(&path),
            _ => TestRequest::post()
                .uri(&path)
                .insert_header(("content-type", "application/x-www-form-urlencoded"))
                .set_payload(encode(&filled_in(&ticket, &[]))),
        };
        // Even someone who is signed in to the panel, or who brings a cookie of their own, is given none.
        let page = house.answers(request.insert_header(("cookie", "panel=00; other=1"))).await;
        assert!(!page.headers.contains_key("set-cookie"), "{method} {path}");
        assert!(!page.headers.contains_key("server"), "{method} {path}");
        assert_eq!(page.header("content-security-policy"), POLICY, "{method} {path}");
        assert_eq!(page.header("referrer-policy"), "no-referrer", "{method} {path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{method} {path}");
        assert!(page.header("permissions-policy").contains("geolocation=()"), "{method} {path}");
        assert_eq!(page.count("[style], style, script:not([src]), [onclick]"), 0, "{method} {path}");
        for foreign in
            page.html().select(&scraper::Selector::parse("link[href], script[src], img[src], source").unwrap())
        {
            let value = foreign.value();
            let address = value.attr("href").or(value.attr("src")).or(value.attr("srcset")).unwrap();
            let address = address.strip_prefix(&house.app.settings.web.public_url).unwrap_or(address);
            // The icon lies in the page itself.
            let is_inside = foreign.attr("rel") == Some("icon") && address.starts_with("data:image/svg+xml,");
            let is_ours = address.starts_with('/') && !address.starts_with("//");
            assert!(is_inside || is_ours, "{method} {path} loads {address}");
        }
    }
}

#[actix_web::test]
async fn nothing_of_the_form_or_the_panel_is_kept_by_a_cache() {
    let house = House::open().await;
    assert_eq!(house.visitor().reads("/spor").await.header("cache-control"), "no-store");
    for route in staff::ROUTES {
        let path = format!("/panel{}", route.path.replace("{id}", "x").replace("{token}", "x"));
        let request = if route.method == "get" { TestRequest::get() } else { TestRequest::post() };
        let page = house.answers(request.uri(&path)).await;
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
    }
}

#[actix_web::test]
async fn browsers_are_held_to_https_when_there_is_https() {
    let house = House::open_with(|settings| settings.web.public_url = "http://127.0.0.1:8080".into()).await;
    assert_eq!(house.visitor().reads("/").await.header("strict-transport-security"), "");
    let house = House::open_with(|settings| settings.web.public_url = "https://spor.example.org".into()).await;
    assert!(house.visitor().reads("/").await.header("strict-transport-security").starts_with("max-age=63072000"));
}

#[actix_web::test]
async fn browsers_that_know_tor_are_told_of_the_onion_address() {
    let onion = "http://sporossabc.onion";
    let house = House::open_with(|settings| {
        settings.web.onion_url = onion.into();
        settings.web.public_url = "https://spor.example.org".into();
    })
    .await;
    assert_eq!(
        house.visitor().reads("/spor?tema=alkohol").await.header("onion-location"),
        format!("{onion}/spor?tema=alkohol")
    );
    let over_tor = TestRequest::get().uri("/spor").insert_header(("host", "sporossabc.onion"));
    let page = house.answers_as_is(over_tor.to_request()).await;
    assert_eq!((page.header("onion-location"), page.header("strict-transport-security")), ("", ""));
    let without = House::open().await;
    assert_eq!(without.visitor().reads("/").await.header("onion-location"), "");
}
