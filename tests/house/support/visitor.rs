//! Someone who reads and asks: no cookie, no script.

use std::rc::Rc;

use actix_http::Request;
use actix_web::http::header::ContentType;
use actix_web::test::TestRequest;
use futures_util::future::LocalBoxFuture;

use super::house::complete;
use super::page::Page;

pub type Answering = Rc<dyn Fn(Request) -> LocalBoxFuture<'static, Page>>;

pub struct Visitor {
    answering: Answering,
    prefix: &'static str,
}

impl Visitor {
    pub fn new(answering: Answering, prefix: &'static str) -> Self {
        Self { answering, prefix }
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

    /// The token of a form just opened.
    pub async fn opens_the_form(&self) -> String {
        self.reads("/spor").await.value_of("ticket")
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
        (self.answering)(complete(request)).await
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
