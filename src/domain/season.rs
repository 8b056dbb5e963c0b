//! What an editor says of the weeks to come when they are not ordinary: a holiday, or more questions than we can answer in
//! time. It changes what we promise, never whether one may ask: a closed door is the last thing for someone in need.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Result};
use super::ids::words;
use super::staff::Steward;
use crate::clock::{Moment, date_in_norway};
use crate::database::AnyConnection;
use crate::database::schema::season;

words!(
    /// How a time is not ordinary.
    Kind, "season" {
        /// We are few for a while.
        Holiday = "holiday",
        /// More questions wait than we can answer in time: who can help at once is shown first.
        Full = "full",
    }
);

/// A season ends by itself: one that nobody took away would promise wrongly for ever.
pub const LONGEST: Days = Days::new(92);
const ONLY: i32 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Season {
    pub kind: Kind,
    /// Its last day.
    pub until_on: NaiveDate,
}

/// What holds today; none in an ordinary week.
pub fn find(conn: &mut AnyConnection, today: NaiveDate) -> Result<Option<Season>> {
    let row: Option<(String, NaiveDate)> =
        season::table.find(ONLY).select((season::kind, season::until_on)).first(conn).optional()?;
    let Some((kind, until_on)) = row.filter(|(_, until_on)| *until_on >= today) else { return Ok(None) };
    Ok(Some(Season { kind: Kind::try_from(kind).map_err(|_| Error::UnknownContent)?, until_on }))
}

/// Whether a last day may be chosen.
pub fn is_possible(until_on: NaiveDate, today: NaiveDate) -> bool {
    until_on >= today && today.checked_add_days(LONGEST).is_some_and(|last| until_on <= last)
}

/// Chooses what holds from now on; none is an ordinary week again.
pub fn choose(conn: &mut AnyConnection, steward: &Steward, chosen: Option<Season>, now: Moment) -> Result<()> {
    diesel::delete(season::table.find(ONLY)).execute(conn)?;
    if let Some(chosen) = chosen {
        diesel::insert_into(season::table)
            .values((
                season::id.eq(ONLY),
                season::kind.eq(chosen.kind.word()),
                season::until_on.eq(chosen.until_on),
                season::staff_id.eq(steward.id().as_str()),
                season::chosen_on.eq(date_in_norway(now)),
            ))
            .execute(conn)?;
    }
    let word = chosen.map_or("ordinary", |season| season.kind.word());
    audit::record(conn, Actor::Staff(steward.id()), Act::ChooseSeason, word, now)
}
