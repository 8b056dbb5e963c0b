//! Our own texts (Fluent), in bokmål, nynorsk and English. A test holds the three against each other and
//! against every key the templates and the code ask for.

mod numbers;
pub mod wanted;

use std::fmt::{self, Display};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::text::language::Language;

type Bundle = FluentBundle<FluentResource>;

macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!("../../templates/locales/", $language, "/site.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/ask.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/receipt.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/read.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/help.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/privacy.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/accessibility.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/search.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/panel.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/published.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/articles.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/versions.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/queue.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/season.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/escalation.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/publishing.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/placing.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/mail.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/statistics.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/refusals.ftl")),
            include_str!(concat!("../../templates/locales/", $language, "/writing.ftl")),
        ]
    };
}

static NB: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Nb, files!("nb")));
static NN: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Nn, files!("nn")));
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::En, files!("en")));

/// The texts of one language.
#[derive(Clone, Copy, Debug)]
pub struct Texts(pub Language);

/// One text on its way to a page; its arguments are added with [`Line::with`].
pub struct Line {
    texts: Texts,
    key: String,
    arguments: FluentArgs<'static>,
}

impl Texts {
    /// The text of a key.
    pub fn t(&self, key: impl AsRef<str>) -> Line {
        Line { texts: *self, key: key.as_ref().to_owned(), arguments: FluentArgs::new() }
    }

    /// «18. mars 2026»
    pub fn date(&self, date: &NaiveDate) -> String {
        self.dated("date-long", *date)
    }

    /// «18. mars»
    pub fn short_date(&self, date: &NaiveDate) -> String {
        self.dated("date-short", *date)
    }

    /// «onsdag 18. mars»
    pub fn weekday_and_date(&self, date: &NaiveDate) -> String {
        self.dated("date-with-weekday", *date)
    }

    /// «onsdag»
    pub fn weekday(&self, date: &NaiveDate) -> String {
        self.t(format!("weekday-{}", date.weekday().number_from_monday())).to_string()
    }

    /// «mars 2026»
    pub fn month(&self, date: &NaiveDate) -> String {
        self.dated("date-month", *date)
    }

    /// «mars 26»
    pub fn short_month(&self, date: &NaiveDate) -> String {
        let month = self.t(format!("month-short-{}", date.month()));
        self.t("date-month-short").with("month", month).with("year", date.format("%y")).to_string()
    }

    pub fn has(&self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    fn dated(self, form: &str, date: NaiveDate) -> String {
        self.t(form)
            .with("weekday", self.weekday(&date))
            .with("day", date.day())
            .with("month", self.t(format!("month-{}", date.month())))
            // As text: a year is not a count and takes no separator.
            .with("year", format!("{}", date.year()))
            .to_string()
    }

    fn bundle(self) -> &'static Bundle {
        match self.0 {
            Language::Nb => &NB,
            Language::Nn => &NN,
            Language::En => &EN,
        }
    }
}

impl Line {
    /// Fills in an argument. A whole number is kept as one, so that the text can choose its plural.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        let text = value.to_string();
        let value = match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => FluentValue::from(number),
            _ => FluentValue::from(text),
        };
        self.arguments.set(name, value);
        self
    }
}

impl Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bundle = self.texts.bundle();
        let Some(pattern) = bundle.get_message(&self.key).and_then(|message| message.value()) else {
            tracing::error!(key = self.key, "a text is missing");
            return f.write_str(&self.key);
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&self.arguments), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key = self.key, "a text lacks an argument");
        }
        f.write_str(&text)
    }
}

/// Askama escapes what a line says; it is text, never HTML.
impl askama::FastWritable for Line {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn askama::Values) -> askama::Result<()> {
        Ok(write!(dest, "{self}")?)
    }
}

#[expect(clippy::expect_used, reason = "the files are compiled in; a broken one fails every test and the first start")]
fn bundle(language: Language, files: &[&str]) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().expect("a language tag of our own");
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    bundle.set_formatter(Some(match language {
        Language::Nb | Language::Nn => |value, _| numbers::grouped(value, "\u{a0}"),
        Language::En => |value, _| numbers::grouped(value, ","),
    }));
    // The marks Fluent puts around arguments are for mixed writing directions; in titles they are noise.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).expect("a text file that can be parsed");
        bundle.add_resource(resource).expect("a key that stands once");
    }
    bundle
}
