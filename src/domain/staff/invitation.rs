//! How someone becomes staff: a link that works once, for some hours. It only makes an account that waits for
//! a colleague to let it in; the very first manager opens the house's first epoch instead.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use diesel::prelude::*;
use subtle::ConstantTimeEq;

use super::epoch;
use super::{AccountState, Member, Role};
use crate::clock::Moment;
use crate::database::schema::{epoch as epoch_table, invitation, question, staff, staff_group, staff_key, staff_role};
use crate::database::{AnyConnection, is_duplicate};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::StaffId;
use crate::secret::AppSecret;
use crate::text::language::Language;
use crate::vault::envelope::PublicKey;
use crate::vault::keyring::Lock;
use crate::vault::{fill_random, to_hex};

/// Who is asked to join, and as what.
#[derive(Clone, Debug)]
pub struct NewMember {
    pub user_name: String,
    pub name: String,
    pub roles: BTreeSet<Role>,
    pub groups: BTreeSet<String>,
    /// What they are by training; empty when nobody said so yet.
    pub profession: String,
}

/// The secret of a set-up link: 256 bits, as hexadecimal. Only a code of it is kept.
#[derive(Clone)]
pub struct InvitationToken(String);

impl InvitationToken {
    fn generate() -> Result<Self> {
        let mut bytes = [0; 32];
        fill_random(&mut bytes)?;
        Ok(Self(to_hex(&bytes)))
    }

    /// Reads the token from a link; anything that is not one leads to [`Refusal::InvitationGone`] later.
    pub fn from_link(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the link's row is found by.
    fn code(&self, secret: &AppSecret) -> String {
        to_hex(&secret.authenticate("invitation/token", &[self.0.as_bytes()]))
    }

    /// The second factor's seed for this link: the same each time the page is opened, and nowhere stored.
    pub fn totp_seed(&self, secret: &AppSecret) -> Vec<u8> {
        let mut seed = secret.authenticate("invitation/totp", &[self.0.as_bytes()]).to_vec();
        seed.truncate(20);
        seed
    }
}

/// On what terms a link is made.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    pub secret: &'a AppSecret,
    pub valid_hours: u32,
    pub actor: Actor<'a>,
    pub now: Moment,
}

/// Makes an invited account and its link.
pub fn invite(conn: &mut AnyConnection, new: &NewMember, terms: Terms<'_>) -> Result<(StaffId, InvitationToken)> {
    let id = StaffId::random();
    let inserted = conn.transaction(|conn| insert_member(conn, &id, new, terms.now));
    match inserted {
        Err(error) if is_duplicate(&error) => return Err(Refusal::UserNameTaken.into()),
        other => other?,
    }
    let token = make_link(conn, &id, terms)?;
    Ok((id, token))
}

/// A new link for someone who has not used theirs, as what `new` says now; older links stop working.
pub fn invite_again(
    conn: &mut AnyConnection,
    id: &StaffId,
    new: &NewMember,
    terms: Terms<'_>,
) -> Result<InvitationToken> {
    require_invited(conn, id)?;
    diesel::update(staff::table.find(id.as_str()))
        .set((staff::name.eq(&new.name), staff::profession.eq(&new.profession)))
        .execute(conn)?;
    diesel::delete(staff_role::table.filter(staff_role::staff_id.eq(id.as_str()))).execute(conn)?;
    diesel::delete(staff_group::table.filter(staff_group::staff_id.eq(id.as_str()))).execute(conn)?;
    insert_roles_and_groups(conn, id, new)?;
    renew(conn, id, terms)
}

/// A new link for someone who has not used theirs; older links stop working.
pub fn renew(conn: &mut AnyConnection, id: &StaffId, terms: Terms<'_>) -> Result<InvitationToken> {
    require_invited(conn, id)?;
    diesel::delete(invitation::table.filter(invitation::staff_id.eq(id.as_str()))).execute(conn)?;
    make_link(conn, id, terms)
}

fn require_invited(conn: &mut AnyConnection, id: &StaffId) -> Result<()> {
    match super::find(conn, id)?.state {
        AccountState::Invited => Ok(()),
        _ => Err(Refusal::NoSuchMember.into()),
    }
}

fn make_link(conn: &mut AnyConnection, id: &StaffId, terms: Terms<'_>) -> Result<InvitationToken> {
    let token = InvitationToken::generate()?;
    let token_code = token.code(terms.secret);
    let expires_at = terms.now + TimeDelta::hours(terms.valid_hours.into());
    let member = super::find(conn, id)?;
    diesel::insert_into(invitation::table)
        .values((
            invitation::token_code.eq(&token_code),
            invitation::staff_id.eq(id.as_str()),
            invitation::expires_at.eq(expires_at),
            invitation::code.eq(row_code(terms.secret, &token_code, &member, expires_at)),
        ))
        .execute(conn)?;
    audit::record(conn, terms.actor, Act::Invite, id.as_str(), terms.now)?;
    Ok(token)
}

/// Binds a link to one person, their roles and its last day: none of them can be changed in the database alone.
fn row_code(secret: &AppSecret, token_code: &str, member: &Member, expires_at: Moment) -> Vec<u8> {
    let roles = member.roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(",");
    let expires = expires_at.and_utc().timestamp_micros().to_be_bytes();
    let parts = [token_code.as_bytes(), member.id.as_str().as_bytes(), roles.as_bytes(), &expires];
    secret.authenticate("invitation/row", &parts).to_vec()
}

fn insert_member(conn: &mut AnyConnection, id: &StaffId, new: &NewMember, now: Moment) -> QueryResult<()> {
    diesel::insert_into(staff::table)
        .values((
            staff::id.eq(id.as_str()),
            staff::user_name.eq(&new.user_name),
            staff::name.eq(&new.name),
            staff::title.eq(""),
            staff::specialities.eq(""),
            staff::language.eq(Language::default().tag()),
            staff::state.eq(AccountState::Invited.word()),
            staff::created_at.eq(now),
            staff::profession.eq(&new.profession),
        ))
        .execute(conn)?;
    insert_roles_and_groups(conn, id, new)
}

fn insert_roles_and_groups(conn: &mut AnyConnection, id: &StaffId, new: &NewMember) -> QueryResult<()> {
    for role in &new.roles {
        diesel::insert_into(staff_role::table)
            .values((staff_role::staff_id.eq(id.as_str()), staff_role::role.eq(role.word())))
            .execute(conn)?;
    }
    for group in &new.groups {
        diesel::insert_into(staff_group::table)
            .values((staff_group::staff_id.eq(id.as_str()), staff_group::name.eq(group)))
            .execute(conn)?;
    }
    Ok(())
}

/// Who a link is for, while it works.
pub fn find(conn: &mut AnyConnection, secret: &AppSecret, token: &InvitationToken, now: Moment) -> Result<Member> {
    let token_code = token.code(secret);
    let row: Option<(String, Moment, Vec<u8>)> = invitation::table
        .find(&token_code)
        .filter(invitation::used_at.is_null())
        .filter(invitation::expires_at.gt(now))
        .select((invitation::staff_id, invitation::expires_at, invitation::code))
        .first(conn)
        .optional()?;
    let (staff_id, expires_at, code) = row.ok_or(Refusal::InvitationGone)?;
    let member = super::find(conn, &staff_id.into())?;
    let is_ours = bool::from(row_code(secret, &token_code, &member, expires_at).ct_eq(&code));
    if member.state != AccountState::Invited || !is_ours {
        return Err(Refusal::InvitationGone.into());
    }
    Ok(member)
}

/// What a person brings when they follow their link: their keys behind a password, and the step of the
/// code that proved their authenticator works.
pub struct SetUp {
    pub lock: Lock,
    pub public_key: PublicKey,
    pub totp_step: i64,
}

/// Uses a link up. The first person of a new house is let in at once and opens its first epoch.
pub fn accept(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    token: &InvitationToken,
    set_up: &SetUp,
    now: Moment,
) -> Result<Member> {
    let member = find(conn, secret, token, now)?;
    let used = diesel::update(invitation::table.find(token.code(secret)).filter(invitation::used_at.is_null()))
        .set(invitation::used_at.eq(now))
        .execute(conn)?;
    if used != 1 {
        return Err(Refusal::InvitationGone.into());
    }
    let is_first = is_new_house(conn)?;
    insert_keys(conn, secret, &member.id, set_up)?;
    audit::record(conn, Actor::Staff(&member.id), Act::SetUp, member.id.as_str(), now)?;
    if is_first && member.roles.contains(&Role::Manager) {
        super::set_state(conn, &member.id, AccountState::Active)?;
        epoch::open_new(conn, secret, Actor::Staff(&member.id), now)?;
    } else {
        super::set_state(conn, &member.id, AccountState::AwaitingGrant)?;
    }
    super::find(conn, &member.id)
}

fn insert_keys(conn: &mut AnyConnection, secret: &AppSecret, id: &StaffId, set_up: &SetUp) -> Result<()> {
    let lock = &set_up.lock;
    let cost = |number: u32| i32::try_from(number).map_err(|_| Error::UnknownContent);
    diesel::insert_into(staff_key::table)
        .values((
            staff_key::staff_id.eq(id.as_str()),
            staff_key::salt.eq(&lock.salt),
            staff_key::memory_kib.eq(cost(lock.cost.memory_kib)?),
            staff_key::passes.eq(cost(lock.cost.passes)?),
            staff_key::verifier.eq(&lock.verifier),
            staff_key::wrapped_private_key.eq(&lock.wrapped_private_key),
            staff_key::wrapped_totp_seed.eq(&lock.wrapped_totp_seed),
            staff_key::totp_last_step.eq(set_up.totp_step),
            staff_key::public_key.eq(set_up.public_key.as_bytes()),
            staff_key::public_key_code.eq(epoch::staff_code(secret, id, &set_up.public_key)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whether nobody ever had keys here and nothing was ever asked. An emptied epoch table alone does not make a
/// house new: whoever emptied it must not be let in by it.
fn is_new_house(conn: &mut AnyConnection) -> Result<bool> {
    let epochs: i64 = epoch_table::table.count().get_result(conn)?;
    let keys: i64 = staff_key::table.count().get_result(conn)?;
    let questions: i64 = question::table.count().get_result(conn)?;
    Ok(epochs + keys + questions == 0)
}

/// Whether nobody was ever asked in: a new house.
pub fn nobody_yet(conn: &mut AnyConnection) -> Result<bool> {
    Ok(staff::table.count().get_result::<i64>(conn)? == 0)
}

/// Whether the house still waits for its first manager to set up their account; gives that account.
pub fn first_manager_waiting(conn: &mut AnyConnection) -> Result<Option<StaffId>> {
    let has_epoch = epoch_table::table.count().get_result::<i64>(conn)? > 0;
    if has_epoch {
        return Ok(None);
    }
    let id: Option<String> = staff::table
        .inner_join(staff_role::table)
        .filter(staff::state.eq(AccountState::Invited.word()))
        .filter(staff_role::role.eq(Role::Manager.word()))
        .select(staff::id)
        .first(conn)
        .optional()?;
    Ok(id.map(StaffId::from))
}
