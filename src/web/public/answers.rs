//! A published pair: the question as a note, the answer as a letter, and who can help.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::App;
use crate::domain;
use crate::domain::audience::{AgeBand, Audience, Gender};
use crate::domain::help_service::HelpService;
use crate::domain::publication::{self, Heading, Publication};
use crate::text::markdown::{self, HeadingLevel, Setting};
use crate::web::error::Result;
use crate::web::locale::Texts;
use crate::web::page::{Frame, Reply, paragraphs};

const NEIGHBOURS: i64 = 5;

#[derive(Template)]
#[template(path = "public/answer.html")]
struct AnswerPage<'a> {
    frame: Frame,
    publication: &'a Publication,
    question: Vec<Vec<&'a str>>,
    /// Cleaned HTML.
    answer: String,
    asked_by: String,
    neighbours: Vec<Heading>,
    help: Vec<&'a HelpService>,
}

/// `GET /sporsmal/{slug}`
pub async fn show(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let slug = slug.into_inner();
    let (publication, neighbours) = app
        .database
        .read("publication.find", move |conn| {
            let found = publication::find_by_slug(conn, &slug)?;
            let neighbours = publication::list_neighbours(conn, &found.topic, &found.slug, NEIGHBOURS)?;
            Ok::<_, domain::Error>((found, neighbours))
        })
        .await?;
    let frame = Frame::of(&request);
    let page = AnswerPage {
        question: paragraphs(&publication.question),
        answer: answer_html(frame.texts, &publication.answer, HeadingLevel::H3),
        asked_by: signature(frame.texts, publication.audience),
        help: app.help_services.for_topic(&publication.topic),
        publication: &publication,
        neighbours,
        frame,
    };
    Ok(Reply::page(&page)?.briefly_cached())
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
    use crate::text::language::Language;

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
