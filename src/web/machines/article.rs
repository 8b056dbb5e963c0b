//! The facts of an article as linked data (schema.org, JSON-LD); a document of its own, as a pair's.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use serde_json::{Value, json};

use super::facts::{add, publisher};
use crate::app::App;
use crate::domain::article::Byline;
use crate::domain::article::reading::{self, Published};
use crate::web::error::Result;
use crate::web::page::{Frame, Reply};

/// `GET /fakta/{slug}.jsonld`
pub async fn show(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let slug = slug.into_inner();
    let article = app.database.read("article.find", move |conn| reading::find_by_slug(conn, &slug)).await?;
    Ok(Reply::document("application/ld+json; charset=utf-8", facts(&Frame::of(&request), &article).to_string()))
}

fn facts(frame: &Frame, article: &Published) -> Value {
    let address = frame.absolute(article.path());
    let wording = &article.wording;
    let mut facts = json!({
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "@id": &address,
        "url": &address,
        "name": &wording.title,
        "headline": &wording.title,
        "description": &wording.lead,
        "inLanguage": article.language.tag(),
        "datePublished": article.published_on,
        "dateModified": article.changed_on(),
        "lastReviewed": article.checked_on,
        "author": person(&article.author),
        "reviewedBy": person(&article.checker),
        "about": { "@type": "Thing", "name": frame.topic_name(&wording.topic) },
        "audience": { "@type": "Patient", "suggestedMinAge": 12, "suggestedMaxAge": 25 },
        "publisher": publisher(frame),
        "isAccessibleForFree": true,
        "citation": wording.sources().map(|source| match source.url {
            "" => json!({ "@type": "CreativeWork", "name": source.title }),
            url => json!({ "@type": "CreativeWork", "name": source.title, "url": url }),
        }).collect::<Vec<_>>(),
    });
    add(&mut facts, "/license", frame.licence().map(|(_, url)| json!(url)));
    facts
}

fn person(byline: &Byline) -> Value {
    json!({ "@type": "Person", "name": &byline.name, "jobTitle": &byline.title })
}
