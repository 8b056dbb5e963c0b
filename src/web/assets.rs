//! Style sheets, scripts and pictures: compiled in, served under an address that changes with their content.

use std::sync::LazyLock;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, web::Path};

use super::error::Error;
use crate::vault::fingerprint_hex;

macro_rules! asset {
    ($path:literal) => {
        include_str!(concat!("../../templates/assets/", $path))
    };
}

macro_rules! picture {
    ($path:literal) => {
        include_bytes!(concat!("../../templates/assets/", $path))
    };
}

macro_rules! component {
    ($name:literal) => {
        include_str!(concat!("../../templates/assets/vendor/designsystemet/", $name, ".css"))
    };
}

/// One sheet for every public page: layers first, components, our theme, our own rules.
const SITE_CSS: &str = concat!(
    component!("layers"),
    component!("button"),
    component!("field"),
    component!("fieldset"),
    component!("input"),
    component!("label"),
    component!("link"),
    component!("skip-link"),
    component!("error-summary"),
    asset!("theme.css"),
    asset!("site.css"),
);
const PANEL_CSS: &str = concat!(component!("tag"), asset!("panel.css"));

const ASSETS: [(&str, &str, &[u8]); 14] = [
    ("site.css", "text/css; charset=utf-8", SITE_CSS.as_bytes()),
    ("panel.css", "text/css; charset=utf-8", PANEL_CSS.as_bytes()),
    ("way-out.js", "text/javascript; charset=utf-8", asset!("way-out.js").as_bytes()),
    ("counter.js", "text/javascript; charset=utf-8", asset!("counter.js").as_bytes()),
    ("answered.js", "text/javascript; charset=utf-8", asset!("answered.js").as_bytes()),
    ("receipt.js", "text/javascript; charset=utf-8", asset!("receipt.js").as_bytes()),
    ("read-aloud.js", "text/javascript; charset=utf-8", asset!("read-aloud.js").as_bytes()),
    ("keys.js", "text/javascript; charset=utf-8", asset!("keys.js").as_bytes()),
    ("writing.js", "text/javascript; charset=utf-8", asset!("writing.js").as_bytes()),
    ("lease.js", "text/javascript; charset=utf-8", asset!("lease.js").as_bytes()),
    ("icon.svg", "image/svg+xml", asset!("icon.svg").as_bytes()),
    ("letters.svg", "image/svg+xml", asset!("letters.svg").as_bytes()),
    // What a message or a search engine shows beside a link to us.
    ("letters.png", "image/png", picture!("letters.png")),
    ("letters-night.svg", "image/svg+xml", asset!("letters-night.svg").as_bytes()),
];

/// One version for all: they change together, with a release.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let all: Vec<u8> = ASSETS.iter().flat_map(|(_, _, content)| content.iter().copied()).collect();
    fingerprint_hex(&all).chars().take(12).collect()
});

/// The address of an asset.
pub fn path(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

/// `GET /assets/{version}/{name}`
pub async fn show(path: Path<(String, String)>) -> Result<HttpResponse, Error> {
    let (version, name) = path.into_inner();
    let (_, kind, content) = ASSETS.iter().find(|(known, ..)| *known == name).ok_or(Error::NotFound)?;
    // An old address may still stand in a cached page; it gets today's content, but keeps it for a moment only.
    let lifetime = if version == *VERSION { "public, max-age=31536000, immutable" } else { "public, max-age=60" };
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, *kind)).insert_header((CACHE_CONTROL, lifetime)).body(*content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sheet_asks_for_anything_from_elsewhere() {
        for (name, kind, content) in ASSETS {
            if kind == "image/png" {
                continue;
            }
            let content = std::str::from_utf8(content).unwrap();
            for banned in ["data:", "@import", "url(http", "url(//", "https://unpkg", "@font-face"] {
                assert!(!content.contains(banned), "{name} has {banned}");
            }
        }
    }
}
