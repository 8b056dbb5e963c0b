//! A published pair: the question as a note, the answer as a letter, and who can help.

mod place;

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::NaiveDate;

use self::place::Place;
use super::version::{self, Edition};
use crate::app::App;
use crate::clock::wall_time_in_norway;
use crate::domain;
use crate::domain::audience::{AgeBand, Audience, Gender};
use crate::domain::help_service::Offered;
use crate::domain::publication::correction::history::{self, Note};
use crate::domain::publication::version::{Variant, Version, listing};
use crate::domain::publication::{self, Publication, check, import, urgent};
use crate::domain::report::Kind;
use crate::text::language::Language;
use crate::text::markdown::{self, HeadingLevel, Setting};
use crate::text::summary;
use crate::text::tongue::Tongue;
use crate::web::error::Result;
use crate::web::form::FormErrors;
use crate::web::locale::Texts;
use crate::web::page::{Frame, Reply, paragraphs};

#[derive(Template)]
#[template(path = "public/answer.html")]
struct AnswerPage<'a> {
    frame: Frame,
    publication: &'a Publication,
    /// Its own words, or those of a version.
    shown: Shown<'a>,
    /// The same in other words.
    editions: Vec<Edition>,
    question: Vec<Vec<&'a str>>,
    /// Cleaned HTML.
    answer: String,
    asked_by: String,
    /// The answer's first words, for whoever shows a link to it.
    description: String,
    place: &'a Place<'a>,
    is_unread: bool,
    /// What was changed in it since, newest first.
    corrections: &'a [Note],
    /// When someone read it again.
    checked_on: Option<NaiveDate>,
    help: Vec<Offered<'a>>,
    returned: Returned,
}

/// What the page says after one of the forms under the answer was sent.
#[derive(Default)]
pub struct Returned {
    pub is_thanked: bool,
    pub is_reported: bool,
    /// What was typed into the report and could not be taken.
    pub kind: String,
    pub text: String,
    pub errors: FormErrors,
}

/// The words on the page.
struct Shown<'a> {
    title: &'a str,
    tongue: Tongue,
    /// «Oversatt fra bokmål av oss …»; empty for the pair's own words.
    made_by: String,
}

impl Shown<'_> {
    fn is_from_right(&self) -> bool {
        self.tongue.direction() == "rtl"
    }
}

/// What a page of a pair is made of.
pub struct Read<'a> {
    pub publication: Arc<Publication>,
    place: Place<'a>,
    /// What readers may see of it in other words.
    pub versions: Vec<Version>,
    /// Nobody here but its writers has read it.
    is_unread: bool,
    /// What was changed in it since, newest first.
    pub corrections: Vec<Note>,
    /// When someone read it again.
    pub checked_on: Option<NaiveDate>,
}

impl Read<'_> {
    pub fn version(&self, variant: Variant) -> Option<&Version> {
        self.versions.iter().find(|version| version.variant == variant)
    }

    /// The version that takes the pair's place on pages in a language.
    fn in_place_of(&self, language: Language) -> Option<&Version> {
        self.versions.iter().find(|version| version.variant.in_place_of() == Some(language))
    }
}

/// `GET /sporsmal/{slug}`
pub async fn show(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    Ok(pair_page(&app, &request, slug.into_inner(), Returned::default()).await?.briefly_cached())
}

/// The pair's page, after whatever was sent from it.
pub async fn pair_page(app: &Data<App>, request: &HttpRequest, slug: String, returned: Returned) -> Result<Reply> {
    let language = Frame::of(request).language();
    let read = find(app, slug, language).await?;
    let version = read.in_place_of(language);
    page(app, request, &read, version, returned)
}

/// The pair, what is near it as readers of a language see it, and its versions.
pub async fn find(app: &App, slug: String, language: Language) -> Result<Read<'_>> {
    let (publication, versions, is_unread, corrections, checked_on) = app
        .database
        .read("publication.find", move |conn| {
            let publication = publication::find_by_slug(conn, &slug)?;
            let versions = listing::list_public(conn, std::slice::from_ref(&publication))?;
            let is_unread = import::is_imported(conn, &publication.id)? || urgent::is_unread(conn, &publication.id)?;
            let corrections = history::list_notes(conn, &publication.id)?;
            let checked_on = check::find_day(conn, &publication.id)?;
            Ok::<_, domain::Error>((Arc::new(publication), versions, is_unread, corrections, checked_on))
        })
        .await?;
    let place = Place::find(app, &publication, language).await?;
    Ok(Read { publication, place, versions, is_unread, corrections, checked_on })
}

/// A page of a pair, in its own words or in a version's.
pub fn page(
    app: &Data<App>,
    request: &HttpRequest,
    read: &Read<'_>,
    version: Option<&Version>,
    returned: Returned,
) -> Result<Reply> {
    let mut frame = Frame::of(request);
    frame.standing = version::standing(&frame, read, version);
    let publication = &read.publication;
    let (title, question, answer) = match version {
        Some(Version { wording, .. }) => (&wording.title, &wording.question, &wording.answer),
        None => (&publication.title, &publication.question, &publication.answer),
    };
    let now = wall_time_in_norway(app.clock.now());
    let fitting = app.help_services.for_topic(&publication.topic);
    Reply::page(&AnswerPage {
        shown: Shown {
            title,
            tongue: version.map_or(publication.language.into(), |version| version.variant.tongue),
            made_by: version.map_or_else(String::new, |v| version::made_by(frame.texts, v, publication.language)),
        },
        editions: version::editions(&frame, read, version),
        question: paragraphs(question),
        answer: answer_html(frame.texts, answer, HeadingLevel::H3),
        asked_by: signature(frame.texts, publication.audience),
        help: fitting.into_iter().map(|service| Offered::at(service, now)).collect(),
        description: summary::of_markdown(answer),
        publication,
        place: &read.place,
        is_unread: read.is_unread,
        corrections: &read.corrections,
        checked_on: read.checked_on,
        frame,
        returned,
    })
}

/// An answer's Markdown as it stands on a page whose letter has a heading above it.
pub fn answer_html(texts: Texts, markdown: &str, first_heading: HeadingLevel) -> String {
    markdown::to_html(markdown, Setting { first_heading, table_name: &texts.t("table").to_string() })
}

/// «Jente, 18–20»: gender and age band as given; the age alone, or "Anonym", when that is all.
pub fn signature(texts: Texts, audience: Audience) -> String {
    let audience = audience.for_publication();
    let age = (audience.age_band != AgeBand::Unsaid).then(|| texts.t(format!("age-{}", audience.age_band.word())));
    let gender = match (audience.gender, audience.is_grown_up()) {
        (Gender::Female, false) => Some("signature-girl"),
        (Gender::Female, true) => Some("signature-woman"),
        (Gender::Male, false) => Some("signature-boy"),
        (Gender::Male, true) => Some("signature-man"),
        (Gender::Other | Gender::Unsaid, _) => None,
    };
    match (gender, age) {
        (Some(gender), Some(age)) => {
            texts.t("signature").with("gender", texts.t(gender)).with("age", lowered(&age)).to_string()
        }
        (Some(gender), None) => texts.t(gender).to_string(),
        (None, Some(age)) => age.to_string(),
        (None, None) => texts.t("signature-anonymous").to_string(),
    }
}

/// After a comma: «Jente, under 13».
fn lowered(age: &impl std::fmt::Display) -> String {
    age.to_string().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_signed_as_the_asker_chose() {
        for (gender, age_band, language, expected) in [
            (Gender::Female, AgeBand::From18To20, Language::Nb, "Jente, 18–20"),
            (Gender::Female, AgeBand::From21To25, Language::Nb, "Kvinne, 21–25"),
            (Gender::Male, AgeBand::Under13, Language::Nn, "Gut, under 13"),
            (Gender::Male, AgeBand::Unsaid, Language::En, "Boy"),
            (Gender::Other, AgeBand::From13To15, Language::Nb, "13–15"),
            (Gender::Other, AgeBand::Under13, Language::En, "Under 13"),
            (Gender::Unsaid, AgeBand::Unsaid, Language::Nb, "Anonym"),
        ] {
            let audience = Audience { gender, age_band };
            assert_eq!(signature(Texts(language), audience), expected, "{audience:?}");
        }
    }
}
