//! The facts of a pair as linked data (schema.org, JSON-LD).
//!
//! A data block `<script type="application/ld+json">` is never executed, so `script-src 'self'` would not block it; but
//! our pages have no script element without a source, and a test holds them to it. So it is a document of its own.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use serde_json::{Value, json};

use crate::app::App;
use crate::domain::publication::Publication;
use crate::domain::publication::correction::history::Note;
use crate::domain::publication::version::Version;
use crate::text::summary;
use crate::web::error::Result;
use crate::web::page::{Frame, Reply};
use crate::web::public::answers;

/// `GET /sporsmal/{slug}.jsonld`
pub async fn show(app: Data<App>, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let slug = slug.into_inner();
    let frame = Frame::of(&request);
    let read = answers::find(&app, slug, frame.language()).await?;
    let mut facts = facts(&frame, &read.publication);
    for (place, is_easy) in [("/workTranslation", false), ("/workExample", true)] {
        let versions = read.versions.iter().filter(|version| version.variant.is_easy == is_easy);
        let versions: Vec<Value> = versions.map(|version| of_version(&frame, &read.publication, version)).collect();
        add(&mut facts, place, (!versions.is_empty()).then_some(Value::Array(versions)));
    }
    let told = |note: &Note| json!({ "@type": "CorrectionComment", "text": &note.words, "datePublished": note.on });
    let corrections: Vec<Value> = read.corrections.iter().map(told).collect();
    add(&mut facts, "/lastReviewed", read.checked_on.map(|day| json!(day)));
    add(&mut facts, "/correction", (!corrections.is_empty()).then_some(Value::Array(corrections)));
    Ok(Reply::document("application/ld+json; charset=utf-8", facts.to_string()))
}

/// Nothing about who asked: not even the gender and age that stand on the page.
fn facts(frame: &Frame, pair: &Publication) -> Value {
    let address = frame.absolute(pair.path());
    let mut facts = json!({
        "@context": "https://schema.org",
        "@type": ["QAPage", "MedicalWebPage"],
        "@id": &address,
        "url": &address,
        "name": &pair.title,
        "inLanguage": pair.language.tag(),
        "datePublished": pair.published_on,
        "dateModified": pair.changed_on(),
        "about": { "@type": "Thing", "name": frame.topic_name(&pair.topic) },
        "audience": { "@type": "Patient", "suggestedMinAge": 12, "suggestedMaxAge": 25 },
        "publisher": publisher(frame),
        "isAccessibleForFree": true,
        "mainEntity": {
            "@type": "Question",
            "name": &pair.title,
            "text": &pair.question,
            "answerCount": 1,
            "datePublished": pair.published_on,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": summary::plain(&pair.answer),
                "url": format!("{address}#answer"),
                "datePublished": pair.published_on,
                "dateModified": pair.changed_on(),
            },
        },
    });
    let signed = (!pair.signature.name.is_empty())
        .then(|| json!({ "@type": "Person", "name": &pair.signature.name, "jobTitle": &pair.signature.title }));
    let licence = frame.licence().map(|(_, url)| json!(url));
    for (place, fact) in
        [("/reviewedBy", signed.clone()), ("/mainEntity/acceptedAnswer/author", signed), ("/license", licence)]
    {
        add(&mut facts, place, fact);
    }
    facts
}

/// Who answers for these pages.
pub(super) fn publisher(frame: &Frame) -> Value {
    let owner = if frame.owner().is_empty() { frame.site_name() } else { frame.owner() };
    json!({ "@type": "Organization", "name": owner, "url": frame.absolute("/") })
}

fn of_version(frame: &Frame, pair: &Publication, version: &Version) -> Value {
    let address = frame.absolute(version.variant.path(&pair.slug, pair.language));
    json!({
        "@type": ["QAPage", "MedicalWebPage"],
        "@id": &address,
        "url": &address,
        "name": &version.wording.title,
        "inLanguage": version.variant.tongue.tag(),
    })
}

/// Puts a fact into its place, if there is one.
pub(super) fn add(facts: &mut Value, place: &str, fact: Option<Value>) {
    let parent = place.rsplit_once('/').and_then(|(parent, name)| Some((facts.pointer_mut(parent)?, name)));
    if let (Some((Value::Object(parent), name)), Some(fact)) = (parent, fact) {
        parent.insert(name.to_owned(), fact);
    }
}
