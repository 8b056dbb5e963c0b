//! Where else a page stands: in our other languages, as a version, at its one canonical address.

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::ACCEPT_LANGUAGE;

use super::Frame;
use crate::text::language::Language;
use crate::web::join;
use crate::web::locale::{Line, Texts, wanted};

/// What a page's own path does not say of where it stands.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Its one address, when it is another than this.
    pub canonical: Option<String>,
    /// The language of its words, when it is not the frame's; empty when no tag says it.
    pub tag: Option<&'static str>,
    /// Tag and path of the others, in place of those the frame knows.
    pub others: Option<Vec<(&'static str, String)>>,
    /// Where whoever changes language goes: a path without its language.
    pub elsewhere: Option<String>,
    /// The other languages its words are in, each with its path; without this, those of the frame.
    pub told_in: Option<Vec<(Language, String)>>,
}

impl Frame {
    /// This page's one address, without what a query adds.
    pub fn canonical(&self) -> String {
        let path = if self.path.is_empty() { "/" } else { &self.path };
        self.absolute(self.standing.canonical.clone().unwrap_or_else(|| self.link(path)))
    }

    /// The language a search engine is told this page is in; empty when it has no tag.
    pub fn own_tag(&self) -> &'static str {
        self.standing.tag.unwrap_or(self.language().tag())
    }

    /// The same page in the other languages: its language and address.
    pub fn other_languages(&self) -> Vec<(Language, String)> {
        let path = match self.path.as_str() {
            "" => "/",
            // What a code opened has no address of its own.
            path if path.starts_with("/kode/") => "/kode",
            path => self.standing.elsewhere.as_deref().unwrap_or(path),
        };
        self.languages_of(path)
    }

    /// What search engines are told of: tag and path.
    pub fn alternates(&self) -> Vec<(&'static str, String)> {
        let bare = |path: &String| path.split('?').next().unwrap_or_default().to_owned();
        let all = || self.other_languages().iter().map(|(language, path)| (language.tag(), bare(path))).collect();
        self.standing.others.clone().unwrap_or_else(all)
    }

    /// A path in the two languages that are not the frame's.
    pub fn languages_of(&self, path: &str) -> Vec<(Language, String)> {
        let others = Language::ALL.into_iter().filter(|language| *language != self.language());
        others.map(|language| (language, join(language.prefix(), path))).collect()
    }

    /// One quiet line for a browser that would rather have another language: in that language, with the way there.
    pub fn suggestion(&self) -> Option<(Language, String, Line)> {
        let rather = self.rather?;
        let all = self.standing.told_in.clone().unwrap_or_else(|| self.other_languages());
        let (language, path) = all.into_iter().find(|(language, _)| *language == rather)?;
        Some((language, path, Texts(language).t("also-in-this-language")))
    }
}

/// What the browser would rather have. A page that answers a form has no address to go to.
pub(super) fn rather(request: &HttpRequest, page: Language) -> Option<Language> {
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        return None;
    }
    wanted::rather_than(page, request.headers().get(ACCEPT_LANGUAGE)?.to_str().ok()?)
}
