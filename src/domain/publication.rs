//! What everyone may read: a pair in edited words, in a row that has no key back to the question.

pub mod changes;
pub mod check;
pub mod choice;
pub mod correction;
pub mod import;
pub mod placed;
pub mod related;
pub mod shelf;
pub mod slot;
pub mod slug;
pub mod urgent;
pub mod version;
pub mod walk;
pub mod withdrawal;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::answer::marks::Marker;
use super::answer::{self, Draft, Wording, ending};
use super::audience::{AgeBand, Audience, Gender};
use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::{PublicationId, QuestionId};
use super::letter::{Content, Kind};
use super::question::{self, State};
use super::queue;
use super::staff::{self, Clinician};
use super::topic::Topics;
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::publication;
use crate::secret::AppSecret;
use crate::text::identifying::Lexicon;
use crate::text::language::Language;

pub use shelf::{find_by_slug, list_latest};
use slot::Slot;
pub use slug::is_slug;

/// Pairs a page of a list.
pub const PAGE_SIZE: i64 = 20;

/// A published pair.
#[derive(Clone, Debug)]
pub struct Publication {
    pub id: PublicationId,
    pub slug: String,
    pub topic: String,
    /// A slug of its topic's subtopics.
    pub subtopic: Option<String>,
    pub language: Language,
    pub title: String,
    pub question: String,
    /// Markdown.
    pub answer: String,
    pub audience: Audience,
    pub signature: Signature,
    pub published_on: NaiveDate,
    /// When its words were changed last, if they ever were.
    pub updated_on: Option<NaiveDate>,
}

impl Publication {
    /// The day its words are from.
    pub fn changed_on(&self) -> NaiveDate {
        self.updated_on.unwrap_or(self.published_on)
    }

    /// Its public address, in bokmål's frame.
    pub fn path(&self) -> String {
        format!("/sporsmal/{}", self.slug)
    }
}

/// Who answered, as they had set it on that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub name: String,
    pub title: String,
    pub specialities: String,
}

/// One line of a list.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = publication)]
pub struct Heading {
    pub slug: String,
    pub title: String,
    pub topic: String,
    pub subtopic: Option<String>,
    language: String,
    pub published_on: NaiveDate,
}

impl Heading {
    /// The language tag of the pair's own words.
    pub fn language(&self) -> &str {
        &self.language
    }
}

/// One page of a list, and how many pairs there are in all.
#[derive(Clone, Debug)]
pub struct Page {
    pub headings: Vec<Heading>,
    pub total: i64,
}

#[derive(Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = publication)]
struct Row {
    id: String,
    slug: String,
    topic: String,
    language: String,
    title: String,
    question: String,
    answer: String,
    gender: String,
    age_band: String,
    signature_name: String,
    signature_title: String,
    signature_specialities: String,
    published_on: NaiveDate,
    updated_on: Option<NaiveDate>,
    subtopic: Option<String>,
}

/// What bringing an answer out needs beside who does it.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    pub secret: &'a AppSecret,
    pub lexicon: &'a Lexicon,
    pub topics: &'a Topics,
    pub now: Moment,
}

/// Publishes an approved answer in which every mark is handled: a new row, and the question and its draft keep no
/// trace of it.
pub fn publish(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    id: &QuestionId,
    terms: Terms<'_>,
) -> Result<Publication> {
    let draft = answer::find(conn, &clinician.keys, id)?.ok_or(Refusal::WrongState)?;
    answer::review::require_approved(conn, terms.secret, id, &draft)?;
    let published = come_out(conn, clinician, (id, None), draft, terms)?;
    // The subject is the question, which is forgotten with it; naming the pair here would tie the two together.
    audit::record(conn, Actor::Staff(clinician.id()), Act::Publish, id.as_str(), terms.now)?;
    Ok(published)
}

/// A draft that may come out does, at once or at a fixed hour.
fn come_out(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    (id, slot): (&QuestionId, Option<Slot>),
    mut draft: Draft,
    Terms { secret, lexicon, topics, now }: Terms<'_>,
) -> Result<Publication> {
    let opened = question::open_unrecorded(conn, clinician, id)?;
    if draft.wording.is_private {
        return Err(Refusal::WrongState.into());
    }
    Marker::of(lexicon, &opened.content).require_handled(&draft.wording, &draft.kept)?;
    queue::advance(conn, id, None, State::Approved, State::Published)?;
    let author = staff::find(conn, &draft.author_id)?;
    // The topics file may have changed since the draft was sealed.
    let topic = topics.find(&opened.envelope.topic);
    let is_known = |slug: &str| topics.find(slug).is_some();
    draft.wording.placing = draft.wording.placing.within(&opened.envelope.topic, is_known);
    let draft_language = draft.wording.placing.language;
    draft.wording.subtopic.take_if(|chosen| topic.and_then(|topic| topic.subtopic(chosen)).is_none());
    let new = New {
        wording: draft.wording,
        topic: opened.envelope.topic,
        language: draft_language.unwrap_or(opened.content.language),
        audience: opened.content.audience.for_publication(),
        signature: Signature { name: author.name, title: author.title, specialities: author.specialities },
        published_on: slot.map_or_else(|| date_in_norway(now), |slot| slot.on),
    };
    let published = match slot {
        None => check::add_with_day(conn, &new)?,
        Some(slot) => slot::put_aside(conn, &new, slot)?,
    };
    // Where the pair is stands in sealed letters only; nothing clear ties it to the question.
    let content = Content { path: Some(published.path()), ..Content::of_text(&published.title) };
    ending::end(conn, secret, id, (Kind::Published, &content), now)?;
    Ok(published)
}

/// Where an approved answer went.
pub enum BroughtOut {
    Published {
        slug: String,
    },
    /// To its asker alone.
    SentPrivately,
}

/// Publishes an approved answer, or sends it to its asker alone, as its author chose.
pub fn bring_out(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    id: &QuestionId,
    terms: Terms<'_>,
) -> Result<BroughtOut> {
    let draft = answer::find(conn, &clinician.keys, id)?.ok_or(Refusal::WrongState)?;
    if draft.wording.is_private {
        return answer::send_privately(conn, terms.secret, clinician, id, terms.now)
            .map(|()| BroughtOut::SentPrivately);
    }
    publish(conn, clinician, id, terms).map(|pair| BroughtOut::Published { slug: pair.slug })
}

/// A pair that comes from no question here: the demo's, an import's.
pub struct New {
    pub wording: Wording,
    pub topic: String,
    pub language: Language,
    pub audience: Audience,
    pub signature: Signature,
    pub published_on: NaiveDate,
}

/// Adds a pair under a slug of its own.
pub fn add(conn: &mut AnyConnection, new: &New) -> Result<Publication> {
    let slug = slug::of_wording(conn, &new.wording)?;
    insert(conn, new, slug, None)
}

/// The one place where a pair's row is written.
fn insert(conn: &mut AnyConnection, new: &New, slug: String, updated_on: Option<NaiveDate>) -> Result<Publication> {
    let row = row_of(new, slug, updated_on);
    diesel::insert_into(publication::table).values(&row).execute(conn)?;
    let added: Publication = row.try_into()?;
    placed::write(conn, &added.id, &new.wording.placing)?;
    changes::record(conn, changes::Kind::Added, &added.id)?;
    Ok(added)
}

fn row_of(new: &New, slug: String, updated_on: Option<NaiveDate>) -> Row {
    Row {
        id: PublicationId::random().to_string(),
        slug,
        topic: new.topic.clone(),
        language: new.language.tag().to_owned(),
        title: new.wording.title.clone(),
        question: new.wording.question.clone(),
        answer: new.wording.answer.clone(),
        gender: new.audience.gender.word().to_owned(),
        age_band: new.audience.age_band.word().to_owned(),
        signature_name: new.signature.name.clone(),
        signature_title: new.signature.title.clone(),
        signature_specialities: new.signature.specialities.clone(),
        published_on: new.published_on,
        updated_on,
        subtopic: new.wording.subtopic.clone(),
    }
}

/// Takes a pair away; whoever keeps a copy learns of it.
pub fn remove(conn: &mut AnyConnection, id: &PublicationId) -> Result<()> {
    if diesel::delete(publication::table.find(id.as_str())).execute(conn)? == 0 {
        return Err(Error::NotFound);
    }
    check::outside::forget(conn, check::outside::Kind::Pair, id.as_str())?;
    changes::record(conn, changes::Kind::Removed, id)
}

impl TryFrom<Row> for Publication {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let audience = Audience {
            gender: Gender::from_word(&row.gender).ok_or(Error::UnknownContent)?,
            age_band: AgeBand::from_word(&row.age_band).ok_or(Error::UnknownContent)?,
        };
        Ok(Self {
            id: row.id.into(),
            slug: row.slug,
            topic: row.topic,
            subtopic: row.subtopic,
            language: Language::from_tag(&row.language).ok_or(Error::UnknownContent)?,
            title: row.title,
            question: row.question,
            answer: row.answer,
            audience,
            signature: Signature {
                name: row.signature_name,
                title: row.signature_title,
                specialities: row.signature_specialities,
            },
            published_on: row.published_on,
            updated_on: row.updated_on,
        })
    }
}
