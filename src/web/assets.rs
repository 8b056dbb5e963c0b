//! Style sheets, scripts and pictures: compiled in, served under an address that changes with their content.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;
use std::sync::LazyLock;

use actix_web::http::header::{
    AcceptEncoding, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ContentEncoding, Encoding, Header, VARY,
};
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;

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
const PANEL_CSS: &str = concat!(component!("tag"), asset!("numbers.css"), asset!("panel.css"));

/// One script for a page: each more is one more thing to wait for on a bad line.
const PAGE_JS: &str = concat!(asset!("way-out.js"), asset!("receipt.js"), asset!("read-aloud.js"));
const ASK_JS: &str = concat!(asset!("way-out.js"), asset!("counter.js"), asset!("answered.js"));

const ASSETS: [(&str, &str, &[u8]); 11] = [
    ("site.css", "text/css; charset=utf-8", SITE_CSS.as_bytes()),
    // Tables and charts, on the few public pages that have them.
    ("numbers.css", "text/css; charset=utf-8", asset!("numbers.css").as_bytes()),
    ("panel.css", "text/css; charset=utf-8", PANEL_CSS.as_bytes()),
    ("page.js", "text/javascript; charset=utf-8", PAGE_JS.as_bytes()),
    ("ask.js", "text/javascript; charset=utf-8", ASK_JS.as_bytes()),
    ("keys.js", "text/javascript; charset=utf-8", asset!("keys.js").as_bytes()),
    ("writing.js", "text/javascript; charset=utf-8", asset!("writing.js").as_bytes()),
    ("lease.js", "text/javascript; charset=utf-8", asset!("lease.js").as_bytes()),
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

/// The texts, packed once and as tightly as gzip can: on a page's way out there is time for the loosest only.
static PACKED: LazyLock<HashMap<&str, Bytes>> = LazyLock::new(|| {
    let texts = ASSETS.iter().filter(|(_, kind, _)| *kind != "image/png");
    texts.filter_map(|(name, kind, content)| Some((*name, pack(&tightened(kind, content))?))).collect()
});

/// A style sheet without our notes and margins, which no browser reads; everything else as it is.
fn tightened<'a>(kind: &str, content: &'a [u8]) -> Cow<'a, [u8]> {
    match std::str::from_utf8(content) {
        Ok(sheet) if kind.starts_with("text/css") => without_notes(sheet).into_bytes().into(),
        _ => content.into(),
    }
}

/// None of our strings holds what opens a note.
fn without_notes(sheet: &str) -> String {
    let mut rules = String::with_capacity(sheet.len());
    for (number, part) in sheet.split("/*").enumerate() {
        let kept = if number == 0 { part } else { part.split_once("*/").map_or("", |(_, after)| after) };
        rules.push_str(kept);
    }
    rules.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// None would be a failure to write to memory: then it goes out as it is.
fn pack(content: &[u8]) -> Option<Bytes> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(content).ok()?;
    packer.finish().ok().map(Bytes::from)
}

/// The address of an asset.
pub fn path(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

/// `GET /assets/{version}/{name}`
pub async fn show(path: Path<(String, String)>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let (version, name) = path.into_inner();
    let (_, kind, content) = ASSETS.iter().find(|(known, ..)| *known == name).ok_or(Error::NotFound)?;
    // An old address may still stand in a cached page; it gets today's content, but keeps it for a moment only.
    let lifetime = if version == *VERSION { "public, max-age=31536000, immutable" } else { "public, max-age=60" };
    let mut response = HttpResponse::Ok();
    response.insert_header((CONTENT_TYPE, *kind)).insert_header((CACHE_CONTROL, lifetime));
    match PACKED.get(name.as_str()) {
        Some(packed) if takes_gzip(&request) => Ok(response
            .insert_header((CONTENT_ENCODING, "gzip"))
            .insert_header((VARY, "accept-encoding"))
            .body(packed.clone())),
        _ => Ok(response.body(*content)),
    }
}

fn takes_gzip(request: &HttpRequest) -> bool {
    let gzip = [Encoding::Known(ContentEncoding::Gzip), Encoding::identity()];
    let asked = AcceptEncoding::parse(request).ok();
    asked.and_then(|asked| asked.negotiate(gzip.iter())) == Some(Encoding::gzip())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use actix_web::body::to_bytes;
    use actix_web::http::header::ACCEPT_ENCODING;
    use actix_web::test::TestRequest;
    use flate2::read::GzDecoder;

    use super::*;

    /// What is sent of the style sheet to someone who takes these.
    async fn sheet(accepted: &str) -> (bool, Vec<u8>) {
        let request = TestRequest::get().insert_header((ACCEPT_ENCODING, accepted)).to_http_request();
        let asked = Path::from((VERSION.clone(), "site.css".to_owned()));
        let response = show(asked, request).await.unwrap();
        let is_packed = response.headers().get(CONTENT_ENCODING).is_some_and(|encoding| encoding == "gzip");
        (is_packed, to_bytes(response.into_body()).await.unwrap().to_vec())
    }

    #[actix_web::test]
    async fn texts_go_out_packed_to_whoever_takes_that() {
        let (is_packed, packed) = sheet("gzip, deflate, br").await;
        assert!(is_packed);
        let mut unpacked = String::new();
        GzDecoder::new(packed.as_slice()).read_to_string(&mut unpacked).unwrap();
        let rules = |sheet: &str| sheet.split_whitespace().collect::<String>();
        let noted = SITE_CSS.split_inclusive("*/").map(|part| part.find("/*").map_or(part, |note| &part[..note]));
        assert_eq!(rules(&unpacked), rules(&noted.collect::<String>()), "the same rules");
        assert!(SITE_CSS.contains("/*") && !unpacked.contains("/*") && !unpacked.contains("\n  "));
        let mut loosest = GzEncoder::new(Vec::new(), Compression::fast());
        loosest.write_all(SITE_CSS.as_bytes()).unwrap();
        assert!(packed.len() * 10 < loosest.finish().unwrap().len() * 9, "{} bytes", packed.len());
        for accepted in ["identity", "gzip;q=0", "br"] {
            assert_eq!(sheet(accepted).await, (false, SITE_CSS.into()), "{accepted}");
        }
    }

    /// Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
    fn luminance(colour: &str) -> f64 {
        let digits = colour.trim_start_matches('#');
        let width = digits.len() / 3;
        let part = |place: usize| {
            let part = u32::from_str_radix(&digits[place * width..(place + 1) * width], 16).unwrap();
            let share = f64::from(part) / if width == 1 { 15.0 } else { 255.0 };
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
    }

    /// The colours of a stretch of the theme, by their names.
    fn colours(css: &str) -> HashMap<&str, &str> {
        let declarations = css.split([';', '{']).filter_map(|declaration| declaration.split_once(": #"));
        declarations.map(|(name, value)| (name.trim().trim_start_matches("--"), value)).collect()
    }

    /// WCAG 2.2, success criteria 1.4.3 and 1.4.11; what we ask of words is more than level AA's 4.5.
    #[test]
    fn words_and_borders_stand_out_from_their_ground_by_day_and_by_night() {
        let theme = asset!("theme.css");
        let (day, rest) = theme.split_once("@media (prefers-color-scheme: dark)").unwrap();
        let (night, _) = rest.split_once("@media print").unwrap();
        for (time, css) in [("day", day), ("night", night)] {
            let colours = colours(css);
            let contrast = |one: &str, other: &str| {
                let (one, other) = (luminance(colours[one]) + 0.05, luminance(colours[other]) + 0.05);
                one.max(other) / one.min(other)
            };
            for (words, ground) in [
                ("ink", "paper"),
                ("ink", "sheet"),
                ("ink", "note"),
                ("ink", "hover"),
                ("ink-soft", "paper"),
                ("ink-soft", "sheet"),
                ("ink-soft", "note"),
                ("on-pen", "pen"),
                ("on-pen", "pen-hover"),
                ("on-pen", "pen-active"),
                ("danger", "paper"),
                ("danger", "sheet"),
                ("sheet", "danger-strong"),
                ("danger-strong", "danger-tint"),
                ("success", "paper"),
                ("success", "success-tint"),
                ("warning", "warning-tint"),
            ] {
                assert!(contrast(words, ground) >= 6.0, "by {time}: {words} on {ground} {}", contrast(words, ground));
            }
            for (border, ground) in [("edge", "paper"), ("edge", "sheet"), ("pen", "paper")] {
                assert!(contrast(border, ground) >= 3.0, "by {time}: {border} on {ground}");
            }
        }
    }

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
