//! Sessions: idle and absolute limits, ended by sign-out and whatever else takes the account's rights away.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::{AccountState, SessionKeys, SignedIn};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::session;
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::Result;
use crate::domain::ids::StaffId;
use crate::vault::session::SessionToken;

/// How long a session lives.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub idle: TimeDelta,
    pub absolute: TimeDelta,
}

/// A new session: the token goes to the browser and nowhere else.
pub struct Started {
    pub token: SessionToken,
}

/// A session's use is written down at most this often, so that reading a page costs no write.
const SEEN_STEP: TimeDelta = TimeDelta::minutes(1);

pub(super) fn start(conn: &mut AnyConnection, keys: SessionKeys, now: Moment) -> Result<Started> {
    let token = SessionToken::generate()?;
    diesel::insert_into(session::table)
        .values((
            session::id.eq(token.row_id()),
            session::staff_id.eq(keys.holder.as_str()),
            session::wrapped_private_key.eq(token.wrap_private_key(&keys.personal)?),
            session::started_at.eq(now),
            session::seen_at.eq(now),
        ))
        .execute(conn)?;
    Ok(Started { token })
}

/// Who a cookie belongs to, if the session still lives and the account still may sign in.
///
/// Only reads; whoever serves the request calls [`mark_seen`] when [`SignedIn::is_due_to_be_seen`].
pub fn find(conn: &mut AnyConnection, token: &SessionToken, limits: Limits, now: Moment) -> Result<Option<SignedIn>> {
    let id = token.row_id();
    let row: Option<(String, Vec<u8>, Moment)> = session::table
        .find(&id)
        .filter(session::seen_at.gt(now - limits.idle))
        .filter(session::started_at.gt(now - limits.absolute))
        .select((session::staff_id, session::wrapped_private_key, session::seen_at))
        .first(conn)
        .optional()?;
    let Some((staff_id, wrapped, seen_at)) = row else {
        return Ok(None);
    };
    let member = super::find(conn, &StaffId::from(staff_id))?;
    if !matches!(member.state, AccountState::Active | AccountState::AwaitingGrant) {
        return Ok(None);
    }
    let personal = token.unwrap_private_key(&wrapped)?;
    Ok(Some(SignedIn {
        keys: SessionKeys::new(member.id.clone(), personal),
        member,
        form_token: token.form_token(),
        session: id,
        is_due_to_be_seen: now - seen_at >= SEEN_STEP,
    }))
}

/// Puts off the idle limit.
pub fn mark_seen(conn: &mut AnyConnection, session_id: &str, now: Moment) -> Result<()> {
    diesel::update(session::table.find(session_id)).set(session::seen_at.eq(now)).execute(conn)?;
    Ok(())
}

/// Ends one session.
pub fn end(conn: &mut AnyConnection, member: &SignedIn, now: Moment) -> Result<()> {
    diesel::delete(session::table.find(&member.session)).execute(conn)?;
    audit::record(conn, Actor::Staff(member.id()), Act::SignOut, member.id().as_str(), now)
}

/// Removes sessions that no cookie can use any more; gives how many.
pub fn remove_expired(conn: &mut AnyConnection, limits: Limits, now: Moment) -> Result<usize> {
    let gone = diesel::delete(
        session::table.filter(session::seen_at.le(now - limits.idle).or(session::started_at.le(now - limits.absolute))),
    )
    .execute(conn)?;
    Ok(gone)
}

/// How many sessions [`remove_expired`] would remove.
pub fn count_expired(conn: &mut AnyConnection, limits: Limits, now: Moment) -> Result<i64> {
    let expired =
        session::table.filter(session::seen_at.le(now - limits.idle).or(session::started_at.le(now - limits.absolute)));
    Ok(expired.count().get_result(conn)?)
}
