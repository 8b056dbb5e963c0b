//! `robots.txt` and the map of the site (sitemaps.org): what may be read, and where it stands.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::NaiveDate;

use crate::app::App;
use crate::database::AnyConnection;
use crate::domain::article::reading;
use crate::domain::publication::version::listing;
use crate::domain::publication::{shelf, walk};
use crate::domain::topic::{Subtopic, Topic};
use crate::domain::{self, dictionary};
use crate::text::language::Language;
use crate::web::error::{Error, Result};
use crate::web::page::{Frame, Reply};
use crate::web::public::dictionary::readable;

const XML: &str = "application/xml; charset=utf-8";
/// Addresses a file, as the protocol allows.
const LARGEST: i64 = 50_000;

/// Reading is for everyone, and whoever searches for somewhere to ask should find the form; what is sent from it, codes and
/// the way out hold nothing for a machine.
const CLOSED: [&str; 4] = ["/spor", "/kode", "/ut", "/panel"];
const FORM: &str = "/spor";

/// `GET /robots.txt`
pub async fn robots(request: HttpRequest) -> Reply {
    let frame = Frame::of(&request);
    let mut lines = vec!["User-agent: *".to_owned()];
    for language in Language::ALL {
        for path in CLOSED.iter().filter(|path| **path != "/panel" || language == Language::Nb) {
            // `/spor` alone would close `/sporsmal` too: the page itself, its queries, and what lies below it.
            let ends = ["$", "?", "/"].into_iter().filter(|end| *path != FORM || *end != "$");
            lines.extend(ends.map(|end| format!("Disallow: {}{path}{end}", language.prefix())));
        }
    }
    lines.push("Allow: /".into());
    lines.push(format!("Sitemap: {}", frame.absolute("/sitemap.xml")));
    Reply::document("text/plain; charset=utf-8", lines.join("\n") + "\n")
}

/// One address of a map.
struct Place {
    path: String,
    changed_on: Option<NaiveDate>,
}

#[derive(Template)]
#[template(path = "public/sitemap.xml")]
struct Map {
    frame: Frame,
    places: Vec<Place>,
}

#[derive(Template)]
#[template(path = "public/sitemap_index.xml")]
struct Index {
    frame: Frame,
    parts: Vec<i64>,
}

/// `GET /sitemap.xml`: the map, or the list of its parts when one file is too small for it.
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let frame = Frame::of(&request);
    let all = fixed(&app).await?.len();
    let (pairs, versions) = count(&app).await?;
    if pairs + versions + i64::try_from(all).unwrap_or(LARGEST) <= LARGEST {
        let mut places = places(&app, 1).await?;
        places.extend(places_of_versions(&app, 0).await?);
        return map(frame, places);
    }
    let parts = (1..=count_of_parts(pairs) + count_of_parts(versions)).collect();
    Ok(Reply::document(XML, Index { frame, parts }.render()?))
}

/// `GET /sitemap-{number}.xml`
pub async fn show_part(app: Data<App>, number: Path<String>, request: HttpRequest) -> Result<Reply> {
    let number = number.parse::<i64>().ok().filter(|number| (1..=100_000).contains(number)).ok_or(Error::NotFound)?;
    let for_pairs = count_of_parts(count(&app).await?.0).max(1);
    let places = match number - for_pairs {
        over if over > 0 => places_of_versions(&app, over - 1).await?,
        _ => places(&app, number).await?,
    };
    map(Frame::of(&request), places)
}

/// How many pairs there are, and how many versions of them.
async fn count(app: &App) -> Result<(i64, i64)> {
    let count = |conn: &mut AnyConnection| Ok::<_, domain::Error>((walk::count(conn)?, listing::count_public(conn)?));
    Ok(app.database.read("publication.count", count).await?)
}

fn map(frame: Frame, places: Vec<Place>) -> Result<Reply> {
    if places.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(Reply::document(XML, Map { frame, places }.render()?))
}

async fn places(app: &App, number: i64) -> Result<Vec<Place>> {
    let room = room_for_pairs();
    let found = app
        .database
        .read("publication.list_places", move |conn| walk::list_places(conn, (number - 1) * room, room))
        .await?;
    let pairs = found.into_iter().map(|(slug, published_on, updated_on)| Place {
        path: format!("/sporsmal/{slug}"),
        changed_on: Some(updated_on.unwrap_or(published_on)),
    });
    Ok(if number == 1 { fixed(app).await? } else { Vec::new() }.into_iter().chain(pairs).collect())
}

/// Versions come after all pairs, in parts of their own.
async fn places_of_versions(app: &App, index: i64) -> Result<Vec<Place>> {
    let room = room_for_pairs();
    let found =
        app.database.read("version.list_places", move |conn| listing::list_places(conn, index * room, room)).await?;
    Ok(found.into_iter().map(|(path, changed_on)| Place { path, changed_on }).collect())
}

/// The pages that stay, the topics and their subtopics that have answers, the articles and the dictionary.
async fn fixed(app: &App) -> Result<Vec<Place>> {
    let (articles, decisions, counts) = app
        .database
        .read("article.list_places", |conn| {
            let counts = shelf::count_by_subtopic(conn)?;
            Ok::<_, domain::Error>((reading::list_places(conn)?, dictionary::decisions(conn)?, counts))
        })
        .await?;
    let has_answers = |topic: &Topic, subtopic: &Subtopic| {
        counts.iter().any(|(of, slug, count)| *of == topic.slug && *slug == subtopic.slug && *count > 0)
    };
    let mut paths = ["/", "/personvern", "/hjelp", "/skole", "/fakta", "/ordbok"].map(str::to_owned).to_vec();
    for topic in app.topics.all() {
        paths.push(format!("/tema/{}", topic.slug));
        let subtopics = topic.subtopics.iter().filter(|subtopic| has_answers(topic, subtopic));
        paths.extend(subtopics.map(|subtopic| format!("/tema/{}/{}", topic.slug, subtopic.slug)));
    }
    paths.extend(readable(app, &decisions).into_iter().map(|slug| format!("/ordbok/{slug}")));
    let articles = articles.into_iter().map(|(slug, changed_on)| Place { path: format!("/fakta/{slug}"), changed_on });
    Ok(paths.into_iter().map(|path| Place { path, changed_on: None }).chain(articles).collect())
}

/// The first part has the other pages too.
fn room_for_pairs() -> i64 {
    LARGEST - 1000
}

fn count_of_parts(total: i64) -> i64 {
    (total + room_for_pairs() - 1) / room_for_pairs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_has_its_part() {
        for (total, parts) in [(49_000, 1), (49_001, 2), (98_000, 2), (1_000_000, 21)] {
            assert_eq!(count_of_parts(total), parts, "{total}");
        }
    }
}
