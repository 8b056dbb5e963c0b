//! Forms, read so that nothing typed is lost: a field that is missing, repeated or broken becomes a message
//! beside the field, never a bare refusal.

use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::rt::time::timeout;
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use percent_encoding::percent_decode_str;
use validator::Validate;

use crate::text::{normalise, normalise_line};

/// The most of a form that is read and given back. Room for 4 000 characters of any script, percent-encoded.
pub const FORM_LIMIT: usize = 256 * 1024;
/// What is received and thrown away above that, so that the browser hears our answer instead of a broken line.
const DISCARD_LIMIT: usize = 64 * 1024 * 1024;
/// How long a form may take to arrive: a long question on a very slow line.
const BODY_TIMEOUT: Duration = Duration::from_mins(2);
/// Pairs in one form; ours have about ten.
const PAIRS_LIMIT: usize = 200;

/// A form's fields as they came. Reading one never fails; what was wrong with it is said by [`Fields::read`].
#[derive(Clone, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    broken: Vec<String>,
    errors: FormErrors,
    /// The body was larger than 256 KiB, or did not arrive in time: what is here is its beginning.
    pub is_cut: bool,
}

/// What is wrong, field by field, in the order the form was read. Each error is the key of its text.
#[derive(Clone, Debug, Default)]
pub struct FormErrors(Vec<(String, String)>);

/// A form that can be read from [`Fields`] and checked.
pub trait Form: Validate + Sized {
    fn read(fields: &mut Fields) -> Self;
}

impl FormErrors {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The text key of what stands above them: in a house that has not opened, nothing is nearly done.
    pub fn title(&self) -> &'static str {
        let is_closed = self.0.iter().any(|(_, key)| key == "error-not-open-yet");
        if is_closed { "errors-not-open-title" } else { "errors-title" }
    }

    /// Field and text key of each error.
    pub fn list(&self) -> &[(String, String)] {
        &self.0
    }

    /// The text key for a field; empty when nothing is wrong with it.
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|(wrong, _)| wrong == field).map_or("", |(_, key)| key)
    }

    pub fn has(&self, field: &str) -> bool {
        !self.of(field).is_empty()
    }

    /// Puts the errors in the order the page shows its fields.
    pub fn sort_as(&mut self, order: &[&str]) {
        self.0.sort_by_key(|(field, _)| order.iter().position(|known| known == field).unwrap_or(order.len()));
    }

    pub fn append(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    /// Adds an error, unless the field has one already: one thing at a time.
    pub fn add(&mut self, field: &str, key: &str) {
        if !self.has(field) {
            self.0.push((field.to_owned(), key.to_owned()));
        }
    }
}

impl Fields {
    /// The fields of an address, read as kindly as those of a body: broken and repeated ones are no error.
    pub fn of_query(query: &str) -> Self {
        Self::parse(query.as_bytes(), false)
    }

    /// One field of one line; missing is empty.
    pub fn line(&mut self, name: &str) -> String {
        normalise_line(&self.raw(name))
    }

    /// One field of many lines; missing is empty.
    pub fn text(&mut self, name: &str) -> String {
        normalise(&self.raw(name))
    }

    /// One field exactly as typed, for passwords; missing is empty.
    pub fn raw(&mut self, name: &str) -> String {
        let mut found = self.pairs.iter().filter(|(field, _)| field == name);
        let value = found.next().map(|(_, value)| value.clone()).unwrap_or_default();
        if found.next().is_some() {
            self.errors.add(name, "error-repeated");
        }
        if self.broken.iter().any(|field| field == name) {
            self.errors.add(name, "error-broken-text");
        }
        value
    }

    /// Every value of a field that may stand several times: ticked boxes.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.pairs.iter().filter(|(field, _)| field == name).map(|(_, value)| value.clone()).collect()
    }

    /// These fields alone as they came, with line breaks of one kind: browsers send two signs for one.
    pub fn only(&self, names: &[&str]) -> Vec<(String, String)> {
        let known = self.pairs.iter().filter(|(name, _)| names.contains(&name.as_str()));
        known.map(|(name, value)| (name.clone(), one_line_break(value))).collect()
    }

    /// The fields whose names begin like this, without it.
    pub fn below(&self, prefix: &str) -> Vec<(String, String)> {
        let below = self.pairs.iter().filter_map(|(name, value)| Some((name.strip_prefix(prefix)?, value)));
        below.map(|(name, value)| (name.to_owned(), one_line_break(value))).collect()
    }

    /// Fields that were read before.
    pub fn of_pairs(pairs: Vec<(String, String)>) -> Self {
        Self { pairs, ..Self::default() }
    }

    /// A whole number; missing or wrong is 0.
    pub fn number(&mut self, name: &str) -> i32 {
        self.raw(name).trim().parse().unwrap_or(0)
    }

    /// Reads a form and gathers what is wrong with it, in the order of its fields.
    pub fn read<F: Form>(&mut self) -> (F, FormErrors) {
        let form = F::read(self);
        let mut errors = std::mem::take(&mut self.errors);
        if let Err(invalid) = form.validate() {
            let mut found: Vec<_> = invalid.field_errors().into_iter().collect();
            found.sort_by_key(|(field, _)| self.place_of(field));
            for (field, reasons) in found {
                if let Some(reason) = reasons.first() {
                    errors.add(&field, &reason.code);
                }
            }
        }
        (form, errors)
    }

    fn place_of(&self, field: &str) -> usize {
        self.pairs.iter().position(|(name, _)| name == field).unwrap_or(usize::MAX)
    }

    fn parse(body: &[u8], is_cut: bool) -> Self {
        let mut fields = Self { is_cut, ..Self::default() };
        // A browser sends ASCII; anything else in the body itself is broken text like any other.
        let body = String::from_utf8_lossy(body);
        for pair in body.split('&').filter(|pair| !pair.is_empty()).take(PAIRS_LIMIT) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, _) = decode(name);
            let (value, is_whole) = decode(value);
            if !is_whole {
                fields.broken.push(name.clone());
            }
            fields.pairs.push((name, value));
        }
        fields
    }
}

fn one_line_break(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Decodes one side of a pair; `false` when it held bytes that are not UTF-8, or NUL.
fn decode(text: &str) -> (String, bool) {
    let spaced = text.replace('+', " ");
    let bytes: Vec<u8> = percent_decode_str(&spaced).collect();
    let decoded = String::from_utf8_lossy(&bytes);
    let is_whole = std::str::from_utf8(&bytes).is_ok() && !decoded.contains('\u{FFFD}') && !decoded.contains('\0');
    (decoded.replace('\0', "\u{FFFD}"), is_whole)
}

/// Receives a body up to the limit; `false` when there was more of it.
async fn receive(payload: &mut Payload, body: &mut Vec<u8>) -> Result<bool, actix_web::error::PayloadError> {
    let mut received: usize = 0;
    while let Some(chunk) = payload.next().await {
        let chunk = chunk?;
        received += chunk.len();
        let room = FORM_LIMIT.saturating_sub(body.len());
        body.extend(chunk.iter().take(room));
        if received > DISCARD_LIMIT {
            break;
        }
    }
    Ok(received <= FORM_LIMIT)
}

impl FromRequest for Fields {
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self, Self::Error>>;

    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mut payload = payload.take();
        Box::pin(async move {
            let mut body = Vec::new();
            // What came in time is given back; nobody may hold a line open for ever.
            let is_whole = timeout(BODY_TIMEOUT, receive(&mut payload, &mut body)).await.unwrap_or(Ok(false))?;
            Ok(Self::parse(&body, !is_whole))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Validate)]
    struct Letter {
        #[validate(length(min = 3, code = "error-short"))]
        greeting: String,
        #[validate(length(max = 5, code = "error-long"))]
        text: String,
    }

    impl Form for Letter {
        fn read(fields: &mut Fields) -> Self {
            Self { greeting: fields.line("greeting"), text: fields.text("text") }
        }
    }

    fn read(body: &[u8]) -> (Letter, FormErrors) {
        Fields::parse(body, false).read()
    }

    #[test]
    fn a_good_form_is_read() {
        let (letter, errors) = read(b"greeting=hei+du&text=bl%C3%A5%0D%0A%C3%B8");
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!((letter.greeting.as_str(), letter.text.as_str()), ("hei du", "blå\nø"));
    }

    #[test]
    fn every_error_stands_by_its_field_and_the_text_is_kept() {
        for (body, field, key, kept) in [
            (b"greeting=a&text=b".as_slice(), "greeting", "error-short", "a"),
            (b"text=b", "greeting", "error-short", ""),
            (b"greeting=hei&greeting=du&text=b", "greeting", "error-repeated", "hei"),
            (b"greeting=hei%FF&text=b", "greeting", "error-broken-text", "hei\u{FFFD}"),
            (b"greeting=hei%00&text=b", "greeting", "error-broken-text", "hei\u{FFFD}"),
            (b"greeting=hei%ED%A0%80&text=b", "greeting", "error-broken-text", "hei\u{FFFD}\u{FFFD}\u{FFFD}"),
        ] {
            let (letter, errors) = read(body);
            assert_eq!(errors.of(field), key, "{body:?}");
            assert_eq!(letter.greeting, kept, "{body:?}");
        }
    }

    #[test]
    fn errors_come_in_the_order_of_the_form() {
        let (_, errors) = read(b"greeting=a&text=too+long+text");
        let keys: Vec<&str> = errors.list().iter().map(|(_, key)| key.as_str()).collect();
        assert_eq!(keys, ["error-short", "error-long"]);
    }

    #[test]
    fn nonsense_is_no_panic() {
        for body in [
            b"".as_slice(),
            b"&&&",
            b"====",
            b"%",
            b"%zz=%",
            b"\xff\xfe",
            b"a",
            &[b'&'; 10_000],
            &b"a=1&".repeat(10_000),
        ] {
            let (_, errors) = read(body);
            assert!(errors.has("greeting"));
        }
    }
}
