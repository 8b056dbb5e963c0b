//! Pieces of text that the team shares: a greeting, how to call, what a word means. Nothing of any question stands in
//! them; what differs from one answer to the next is a gap with a name.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::{StaffId, TextBlockId};
use super::staff::{self, Clinician};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::text_block;
use crate::text::language::Language;

/// As many as one list can show.
const MOST: i64 = 200;

/// A block as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub language: Language,
    pub title: String,
    /// Markdown, with gaps like `{alder}`.
    pub body: String,
}

/// A block as it is kept.
#[derive(Clone, Debug)]
pub struct TextBlock {
    pub id: TextBlockId,
    pub text: Text,
    /// Grows by one with each save; a form that saw an older one is refused.
    pub number: i32,
    pub writer: String,
    pub written_on: NaiveDate,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = text_block)]
struct Row {
    id: String,
    language: String,
    title: String,
    body: String,
    number: i32,
    writer_id: String,
    written_on: NaiveDate,
}

/// Every block, by language and title.
pub fn list(conn: &mut AnyConnection) -> Result<Vec<TextBlock>> {
    let rows: Vec<Row> = text_block::table.select(Row::as_select()).order(text_block::id).limit(MOST).load(conn)?;
    let mut blocks = rows.into_iter().map(|row| row.open(conn)).collect::<Result<Vec<_>>>()?;
    blocks.sort_by_key(|block| (block.text.language.tag(), block.text.title.to_lowercase()));
    Ok(blocks)
}

/// Those in one language.
pub fn list_in(conn: &mut AnyConnection, language: Language) -> Result<Vec<TextBlock>> {
    Ok(list(conn)?.into_iter().filter(|block| block.text.language == language).collect())
}

pub fn find(conn: &mut AnyConnection, id: &TextBlockId) -> Result<TextBlock> {
    let row: Option<Row> = text_block::table.find(id.as_str()).select(Row::as_select()).first(conn).optional()?;
    row.ok_or(Error::NotFound)?.open(conn)
}

pub fn create(conn: &mut AnyConnection, clinician: &Clinician, text: &Text, now: Moment) -> Result<()> {
    let id = TextBlockId::random();
    diesel::insert_into(text_block::table)
        .values((
            text_block::id.eq(id.as_str()),
            text_block::language.eq(text.language.tag()),
            text_block::title.eq(&text.title),
            text_block::body.eq(&text.body),
            text_block::number.eq(1),
            text_block::writer_id.eq(clinician.id().as_str()),
            text_block::written_on.eq(date_in_norway(now)),
        ))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(clinician.id()), Act::SaveTextBlock, id.as_str(), now)
}

/// Writes over exactly the one that was seen.
pub fn update(
    conn: &mut AnyConnection,
    clinician: &Clinician,
    (id, seen): (&TextBlockId, i32),
    text: &Text,
    now: Moment,
) -> Result<()> {
    let saved = diesel::update(text_block::table.find(id.as_str()).filter(text_block::number.eq(seen)))
        .set((
            text_block::language.eq(text.language.tag()),
            text_block::title.eq(&text.title),
            text_block::body.eq(&text.body),
            text_block::number.eq(seen.saturating_add(1)),
            text_block::writer_id.eq(clinician.id().as_str()),
            text_block::written_on.eq(date_in_norway(now)),
        ))
        .execute(conn)?;
    if saved != 1 {
        find(conn, id)?;
        return Err(Refusal::StaleVersion.into());
    }
    audit::record(conn, Actor::Staff(clinician.id()), Act::SaveTextBlock, id.as_str(), now)
}

/// Takes a block away. What was put into answers stays there.
pub fn delete(conn: &mut AnyConnection, clinician: &Clinician, id: &TextBlockId, now: Moment) -> Result<()> {
    if diesel::delete(text_block::table.find(id.as_str())).execute(conn)? == 0 {
        return Err(Error::NotFound);
    }
    audit::record(conn, Actor::Staff(clinician.id()), Act::DeleteTextBlock, id.as_str(), now)
}

impl Row {
    fn open(self, conn: &mut AnyConnection) -> Result<TextBlock> {
        let language = Language::from_tag(&self.language).ok_or(Error::UnknownContent)?;
        Ok(TextBlock {
            id: TextBlockId::from(self.id),
            text: Text { language, title: self.title, body: self.body },
            number: self.number,
            writer: staff::find(conn, &StaffId::from(self.writer_id))?.name,
            written_on: self.written_on,
        })
    }
}
