//! The second pair of eyes, and what everyone reads: approving, publishing, taking back, checking again.

use diesel::prelude::*;

use super::{Article, Byline, State, Wording, advance, find, find_version, list_writers};
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::{article, article_version};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{ArticleId, StaffId};
use crate::domain::staff::{self, Reviewer, Writer};
use crate::secret::AppSecret;

/// What the approval's code is made for.
const LABEL: &str = "article-approval";

/// Says yes to exactly the version that was seen; never to one's own words.
pub fn approve(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    reviewer: &Reviewer,
    (id, seen): (&ArticleId, i32),
    now: Moment,
) -> Result<()> {
    require_colleague(conn, reviewer, (id, seen))?;
    advance(conn, (id, seen), State::InReview, State::Approved)?;
    sign(conn, secret, reviewer, (id, seen))?;
    audit::record(conn, Actor::Staff(reviewer.id()), Act::ApproveArticle, id.as_str(), now)
}

/// Writes beside a version who said yes to its words.
fn sign(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    reviewer: &Reviewer,
    (id, version): (&ArticleId, i32),
) -> Result<()> {
    let wording = find_version(conn, id, version)?.wording;
    let code = approval_code(secret, (id, version), reviewer.id(), &wording);
    diesel::update(article_version::table.find((id.as_str(), version)))
        .set((
            article_version::reviewer_id.eq(reviewer.id().as_str()),
            article_version::approval_code.eq(code.as_slice()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Sends the newest version back with a note, also after it was approved.
pub fn send_back(
    conn: &mut AnyConnection,
    reviewer: &Reviewer,
    (id, seen): (&ArticleId, i32),
    note: &str,
    now: Moment,
) -> Result<()> {
    require_colleague(conn, reviewer, (id, seen))?;
    let from = match find(conn, id)?.state {
        State::Approved => State::Approved,
        _ => State::InReview,
    };
    advance(conn, (id, seen), from, State::Draft)?;
    diesel::update(article_version::table.find((id.as_str(), seen)))
        .set((article_version::reviewer_id.eq(None::<String>), article_version::approval_code.eq(None::<Vec<u8>>)))
        .execute(conn)?;
    diesel::update(article::table.find(id.as_str())).set(article::note.eq(note)).execute(conn)?;
    audit::record(conn, Actor::Staff(reviewer.id()), Act::SendBackArticle, id.as_str(), now)
}

/// Brings the approved version out; what stood there until now is kept.
pub fn publish(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    writer: &Writer,
    id: &ArticleId,
    now: Moment,
) -> Result<Article> {
    let before = find(conn, id)?;
    let version = before.newest_version;
    let reviewer_id = require_approved(conn, secret, (id, version))?;
    advance(conn, (id, version), State::Approved, State::Published)?;
    // Whoever began it signs it, unless theirs are the second pair of eyes this time, or it was begun elsewhere.
    let beginner = before.author_id.filter(|author| *author != reviewer_id);
    let author_id = match beginner {
        Some(author) => Some(author),
        None => find_version(conn, id, version)?.writer_id,
    };
    let author = author_id.as_ref().map_or(Ok(before.author), |author| byline(conn, author))?;
    let checker = byline(conn, &reviewer_id)?;
    let today = date_in_norway(now);
    diesel::update(article_version::table.find((id.as_str(), version)))
        .set(article_version::published_on.eq(today))
        .execute(conn)?;
    diesel::update(article::table.find(id.as_str()))
        .set((
            article::public_version.eq(version),
            article::author_id.eq(author_id.as_ref().map(StaffId::as_str)),
            article::author_name.eq(author.name),
            article::author_title.eq(author.title),
            article::checker_name.eq(checker.name),
            article::checker_title.eq(checker.title),
            article::published_on.eq(before.published_on.unwrap_or(today)),
            article::updated_on.eq(before.published_on.map(|_| today)),
            article::checked_on.eq(today),
            article::withdrawn_on.eq(None::<chrono::NaiveDate>),
        ))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(writer.id()), Act::PublishArticle, id.as_str(), now)?;
    find(conn, id)
}

/// Takes the article away from everyone; whoever comes is told, and bringing it back takes four eyes again.
pub fn withdraw(conn: &mut AnyConnection, writer: &Writer, id: &ArticleId, now: Moment) -> Result<()> {
    let withdrawn = diesel::update(article::table.find(id.as_str()).filter(article::public_version.is_not_null()))
        .set((article::public_version.eq(None::<i32>), article::withdrawn_on.eq(date_in_norway(now))))
        .execute(conn)?;
    if withdrawn != 1 {
        find(conn, id)?;
        return Err(Refusal::ArticleMovedOn.into());
    }
    // What is under way goes on; what stood public is a draft again.
    diesel::update(article::table.find(id.as_str()).filter(article::state.eq(State::Published.word())))
        .set(article::state.eq(State::Draft.word()))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(writer.id()), Act::WithdrawArticle, id.as_str(), now)
}

/// Someone else than its writers read the public version again and it still holds. `seen` is the version they read. For
/// what was passed elsewhere, theirs is the first approval here.
pub fn renew_check(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    reviewer: &Reviewer,
    (id, seen): (&ArticleId, i32),
    now: Moment,
) -> Result<()> {
    if find(conn, id)?.author_id.as_ref() == Some(reviewer.id()) {
        return Err(Refusal::OwnArticle.into());
    }
    require_colleague(conn, reviewer, (id, seen))?;
    let checker = byline(conn, reviewer.id())?;
    let renewed = diesel::update(article::table.find(id.as_str()).filter(article::public_version.eq(seen)))
        .set((
            article::checker_name.eq(checker.name),
            article::checker_title.eq(checker.title),
            article::checked_on.eq(date_in_norway(now)),
        ))
        .execute(conn)?;
    if renewed != 1 {
        return Err(Refusal::ArticleMovedOn.into());
    }
    if find_version(conn, id, seen)?.reviewer_id.is_none() {
        sign(conn, secret, reviewer, (id, seen))?;
    }
    audit::record(conn, Actor::Staff(reviewer.id()), Act::CheckArticle, id.as_str(), now)
}

fn require_colleague(conn: &mut AnyConnection, reviewer: &Reviewer, (id, version): (&ArticleId, i32)) -> Result<()> {
    find(conn, id)?;
    if list_writers(conn, id, version)?.contains(reviewer.id()) { Err(Refusal::OwnArticle.into()) } else { Ok(()) }
}

/// Who approved the version; refuses an approval that someone wrote into the database, and words changed after it.
fn require_approved(conn: &mut AnyConnection, secret: &AppSecret, (id, version): (&ArticleId, i32)) -> Result<StaffId> {
    let found = find_version(conn, id, version)?;
    let reviewer = found.reviewer_id.ok_or(Refusal::ArticleMovedOn)?;
    if list_writers(conn, id, version)?.contains(&reviewer) {
        return Err(Refusal::OwnArticle.into());
    }
    let code: Option<Vec<u8>> =
        article_version::table.find((id.as_str(), version)).select(article_version::approval_code).first(conn)?;
    let is_ours = approved_parts(id, version, &reviewer, &found.wording, |parts| {
        secret.is_authentic(LABEL, parts, &code.unwrap_or_default())
    });
    if is_ours { Ok(reviewer) } else { Err(Error::ForeignKey) }
}

/// What only this service can write beside an approval: who approved which version, word for word.
fn approval_code(
    secret: &AppSecret,
    (id, version): (&ArticleId, i32),
    reviewer: &StaffId,
    wording: &Wording,
) -> [u8; 32] {
    approved_parts(id, version, reviewer, wording, |parts| secret.authenticate(LABEL, parts))
}

fn approved_parts<T>(
    id: &ArticleId,
    version: i32,
    reviewer: &StaffId,
    wording: &Wording,
    work: impl FnOnce(&[&[u8]]) -> T,
) -> T {
    let version = version.to_be_bytes();
    let mut parts: Vec<&[u8]> = vec![id.as_str().as_bytes(), &version, reviewer.as_str().as_bytes()];
    parts.extend(wording.parts().iter().map(|(_, text)| text.as_bytes()));
    work(&parts)
}

fn byline(conn: &mut AnyConnection, id: &StaffId) -> Result<Byline> {
    let member = staff::find(conn, id)?;
    Ok(Byline { name: member.name, title: member.title })
}
