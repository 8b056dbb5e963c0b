//! An editor's choice: the pairs that stand first on their topic's page, in an order someone thought about. Nobody counts
//! what is read.

use diesel::prelude::*;

use super::{Heading, Publication};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{publication, publication_choice};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::Result;
use crate::domain::staff::Editor;

/// The most pairs a topic may put first: more are no choice.
pub const MOST: usize = 6;

/// What became of an editor's choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    Done,
    /// The topic has as many as it may; one of them must go first.
    Full,
}

/// What stands first in a topic, in its order.
pub fn list(conn: &mut AnyConnection, topic: &str) -> Result<Vec<Heading>> {
    Ok(publication_choice::table
        .inner_join(publication::table)
        .filter(publication::topic.eq(topic))
        .order((publication_choice::place, publication::slug))
        .select(Heading::as_select())
        .load(conn)?)
}

/// Puts a pair that came from another house where it stood there, while the topic has room.
pub(super) fn take_in(conn: &mut AnyConnection, pair: &Publication, place: i32) -> Result<()> {
    if list(conn, &pair.topic)?.len() < MOST {
        diesel::insert_into(publication_choice::table)
            .values((publication_choice::publication_id.eq(pair.id.as_str()), publication_choice::place.eq(place)))
            .execute(conn)?;
    }
    Ok(())
}

/// Gives a pair a place in its topic's choice (the first is 0), or takes it out; the others move up or down.
pub fn set_place(
    conn: &mut AnyConnection,
    editor: &Editor,
    slug: &str,
    place: Option<usize>,
    now: Moment,
) -> Result<Chosen> {
    let pair = super::find_by_slug(conn, slug)?;
    // First: it makes two editors take turns.
    audit::record(conn, Actor::Staff(editor.id()), Act::ChooseFirst, pair.id.as_str(), now)?;
    let mut order: Vec<String> = publication_choice::table
        .inner_join(publication::table)
        .filter(publication::topic.eq(&pair.topic))
        .order((publication_choice::place, publication::slug))
        .select(publication::id)
        .load(conn)?;
    order.retain(|id| id != pair.id.as_str());
    if let Some(place) = place {
        if order.len() >= MOST {
            return Ok(Chosen::Full);
        }
        order.insert(place.min(order.len()), pair.id.to_string());
    }
    diesel::delete(publication_choice::table.find(pair.id.as_str())).execute(conn)?;
    diesel::delete(publication_choice::table.filter(publication_choice::publication_id.eq_any(&order)))
        .execute(conn)?;
    for (place, id) in (0_i32..).zip(&order) {
        diesel::insert_into(publication_choice::table)
            .values((publication_choice::publication_id.eq(id), publication_choice::place.eq(place)))
            .execute(conn)?;
    }
    Ok(Chosen::Done)
}
