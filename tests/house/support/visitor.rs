//! Someone who reads and asks: no cookie, no script.

use std::net::SocketAddr;
use std::rc::Rc;

use actix_http::Request;
use actix_web::http::header::ContentType;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use futures_util::future::LocalBoxFuture;
use spoross::clock::Clock;

use super::house::{complete_from, local_address};
use super::page::Page;

pub type Answering = Rc<dyn Fn(Request) -> LocalBoxFuture<'static, Page>>;

pub struct Visitor {
    answering: Answering,
    prefix: &'static str,
    clock: Clock,
    address: SocketAddr,
    headers: Vec<(&'static str, String)>,
}

impl Visitor {
    pub fn new(answering: Answering, prefix: &'static str, clock: Clock) -> Self {
        Self { answering, prefix, clock, address: local_address(), headers: Vec::new() }
    }

    /// The same person on another network.
    pub fn from(mut self, address: &str) -> Self {
        self.address = SocketAddr::new(address.parse().unwrap(), 50000);
        self
    }

    /// The same person, whose browser or proxy adds a header to every request.
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub async fn reads(&self, path: &str) -> Page {
        self.sends(TestRequest::get().uri(&format!("{}{path}", self.prefix))).await
    }

    /// Asks with everything filled in.
    pub async fn asks(&self, text: &str) -> Page {
        self.asks_with(&[("question", text)]).await
    }

    /// Asks with some fields changed, in a form just opened.
    pub async fn asks_with(&self, changes: &[(&str, &str)]) -> Page {
        let ticket = self.opens_the_form().await;
        self.sends_form(&filled_in(&ticket, changes)).await
    }

    /// The token of a form that was opened and takes some seconds to fill in.
    pub async fn opens_the_form(&self) -> String {
        let ticket = self.reads("/spor").await.value_of("ticket");
        self.clock.advance(TimeDelta::seconds(5));
        ticket
    }

    pub async fn sends_form(&self, fields: &[(String, String)]) -> Page {
        self.sends_body(encode(fields).into_bytes()).await
    }

    /// Sends bytes as a form, whatever they are.
    pub async fn sends_body(&self, body: Vec<u8>) -> Page {
        let path = format!("{}/spor", self.prefix);
        let request = TestRequest::post().uri(&path).insert_header(ContentType::form_url_encoded()).set_payload(body);
        self.sends(request).await
    }

    /// Asks something well-formed and gives the receipt code from the page.
    pub async fn asks_for_a_code(&self, text: &str) -> String {
        self.asks(text).await.succeeds().text_of("#code")
    }

    pub async fn shows(&self, code: &str) -> Page {
        self.sends_to("/kode", &[("code", code)]).await
    }

    /// Replies or follows up; "anyway" as the step sends what was warned of.
    pub async fn writes(&self, code: &str, letter: &str, step: &str) -> Page {
        self.sends_to("/kode/brev", &[("code", code), ("letter", letter), ("do", step)]).await
    }

    pub async fn withdraws(&self, code: &str) -> Page {
        self.sends_to("/kode/trekk", &[("code", code)]).await
    }

    pub async fn sends_to(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let fields: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let path = format!("{}{path}", self.prefix);
        let form = TestRequest::post().uri(&path).insert_header(ContentType::form_url_encoded());
        self.sends(form.set_payload(encode(&fields))).await
    }

    pub async fn sends(&self, request: TestRequest) -> Page {
        let request =
            self.headers.iter().fold(request, |request, (name, value)| request.append_header((*name, value.as_str())));
        (self.answering)(complete_from(request, self.address)).await
    }
}

/// The answer to the small sum on a page, in any of its languages; empty when none is asked.
pub fn solves(page: &Page) -> String {
    let label = page.text_of("label[for=answer]");
    let words = label.split_whitespace().map(|word| word.trim_matches('?'));
    let sum: i32 = words.map(number_in_words).sum();
    if sum == 0 { String::new() } else { sum.to_string() }
}

fn number_in_words(word: &str) -> i32 {
    match word {
        "to" | "two" => 2,
        "tre" | "three" => 3,
        "fire" | "four" => 4,
        "fem" | "five" => 5,
        _ => 0,
    }
}

/// A form as a careful person fills it in, but for the changes.
pub fn filled_in(ticket: &str, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let usual = [
        ("ticket", ticket),
        ("question", "Hvorfor får jeg ikke sove før eksamen?"),
        ("topic", "psykisk-helse"),
        ("gender", "female"),
        ("age_band", "16_17"),
        ("region", "42"),
    ];
    usual
        .into_iter()
        .map(|(name, value)| {
            let typed = changes.iter().find(|(field, _)| *field == name).map_or(value, |(_, other)| *other);
            (name.to_owned(), typed.to_owned())
        })
        .collect()
}

pub fn encode(fields: &[(String, String)]) -> String {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))).collect();
    pairs.join("&")
}
