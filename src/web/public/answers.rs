//! A published pair: the question as a note, the answer as a letter, and who can help.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::app::App;
use crate::clock::wall_time_in_norway;
use crate::domain;
use crate::domain::audience::{AgeBand, Audience, Gender};
use crate::domain::help_service::Offered;
use crate::domain::publication::shelf::{self, Beside};
use crate::domain::publication::{self, Heading, Publication, related};
use crate::domain::report::Kind;
use crate::domain::topic::Subtopic;
use crate::text::markdown::{self, HeadingLevel, Setting};
use crate::text::summary;
use crate::web::error::Result;
use crate::web::form::FormErrors;
use crate::web::locale::Texts;
use crate::web::page::{Frame, Reply, paragraphs};

const NEIGHBOURS: i64 = 5;

/// Where the pair stands, and what stands beside it.
struct Place<'a> {
    subtopic: Option<&'a Subtopic>,
    /// Pinned by an editor, then the likest.
    related: Vec<Heading>,
    /// The newest of the topic, when nothing is known to be like it.
    neighbours: Vec<Heading>,
    beside: Beside,
}

#[derive(Template)]
#[template(path = "public/answer.html")]
struct AnswerPage<'a> {
    frame: Frame,
    publication: &'a Publication,
    question: Vec<Vec<&'a str>>,
    /// Cleaned HTML.
    answer: String,
    asked_by: String,
    /// The answer's first words, for whoever shows a link to it.
    description: String,
    place: Place<'a>,
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

/// `GET /sporsmal/{slug}`
pub async fn show(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    Ok(pair_page(&app, &request, slug.into_inner(), Returned::default()).await?.briefly_cached())
}

/// The pair's page, after whatever was sent from it.
pub async fn pair_page(app: &Data<App>, request: &HttpRequest, slug: String, returned: Returned) -> Result<Reply> {
    let publication =
        app.database.read("publication.find", move |conn| publication::find_by_slug(conn, &slug).map(Arc::new)).await?;
    let place = place(app, &publication).await?;
    let frame = Frame::of(request);
    let now = wall_time_in_norway(app.clock.now());
    let fitting = app.help_services.for_topic(&publication.topic);
    Reply::page(&AnswerPage {
        question: paragraphs(&publication.question),
        answer: answer_html(frame.texts, &publication.answer, HeadingLevel::H3),
        asked_by: signature(frame.texts, publication.audience),
        help: fitting.into_iter().map(|service| Offered::at(service, now)).collect(),
        description: summary::of_markdown(&publication.answer),
        publication: &publication,
        place,
        frame,
        returned,
    })
}

async fn place<'a>(app: &'a App, pair: &Arc<Publication>) -> Result<Place<'a>> {
    // Twice as many as there is room for: some may be pinned already, or gone since.
    let alike = app.search.related(pair.clone(), related::MOST * 2).await.unwrap_or_default();
    let wanted = pair.clone();
    let (related, neighbours, beside) = app
        .database
        .read("publication.list_related", move |conn| {
            let mut related = related::list_pinned(conn, &wanted)?;
            let alike = related::list_by_slugs(conn, &alike)?;
            for heading in alike {
                if related.len() < related::MOST && related.iter().all(|known| known.slug != heading.slug) {
                    related.push(heading);
                }
            }
            let neighbours = if related.is_empty() {
                shelf::list_neighbours(conn, &wanted.topic, &wanted.slug, NEIGHBOURS)?
            } else {
                Vec::new()
            };
            Ok::<_, domain::Error>((related, neighbours, shelf::find_beside(conn, &wanted)?))
        })
        .await?;
    let subtopic = pair.subtopic.as_ref().and_then(|slug| app.topics.find_subtopic(&pair.topic, slug));
    Ok(Place { subtopic, related, neighbours, beside })
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
