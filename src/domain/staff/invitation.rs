//! How someone becomes staff: a link that works once, for some hours. It only makes an account that waits for
//! a colleague to let it in; the very first manager opens the house's first epoch instead.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use diesel::prelude::*;

use super::epoch;
use super::{AccountState, Member, Role, StaffRow};
use crate::clock::Moment;
use crate::database::schema::{epoch as epoch_table, invitation, staff, staff_group, staff_key, staff_role};
use crate::database::{AnyConnection, is_duplicate};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::StaffId;
use crate::secret::AppSecret;
use crate::text::language::Language;
use crate::vault::envelope::PublicKey;
use crate::vault::keyring::Lock;
use crate::vault::{fill_random, fingerprint_hex, to_hex};

/// Who is asked to join, and as what.
#[derive(Clone, Debug)]
pub struct NewMember {
    pub user_name: String,
    pub name: String,
    pub roles: BTreeSet<Role>,
    pub groups: BTreeSet<String>,
}

/// The secret of a set-up link: 256 bits, as hexadecimal. Only its hash is kept.
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

    fn hash(&self) -> String {
        fingerprint_hex(self.0.as_bytes())
    }

    /// The second factor's seed for this link: the same each time the page is opened, and nowhere stored.
    pub fn totp_seed(&self, secret: &AppSecret) -> Vec<u8> {
        let mut seed = secret.authenticate("invitation/totp", &[self.0.as_bytes()]).to_vec();
        seed.truncate(20);
        seed
    }
}

/// Makes an invited account and its link.
pub fn invite(
    conn: &mut AnyConnection,
    new: &NewMember,
    valid_hours: u32,
    actor: Actor<'_>,
    now: Moment,
) -> Result<(StaffId, InvitationToken)> {
    let id = StaffId::random();
    let inserted = conn.transaction(|conn| insert_member(conn, &id, new, now));
    match inserted {
        Err(error) if is_duplicate(&error) => return Err(Refusal::UserNameTaken.into()),
        other => other?,
    }
    let token = make_link(conn, &id, valid_hours, actor, now)?;
    Ok((id, token))
}

fn make_link(
    conn: &mut AnyConnection,
    id: &StaffId,
    valid_hours: u32,
    actor: Actor<'_>,
    now: Moment,
) -> Result<InvitationToken> {
    let token = InvitationToken::generate()?;
    diesel::insert_into(invitation::table)
        .values((
            invitation::token_hash.eq(token.hash()),
            invitation::staff_id.eq(id.as_str()),
            invitation::expires_at.eq(now + TimeDelta::hours(valid_hours.into())),
        ))
        .execute(conn)?;
    audit::record(conn, actor, Act::Invite, id.as_str(), now)?;
    Ok(token)
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
        ))
        .execute(conn)?;
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
pub fn find(conn: &mut AnyConnection, token: &InvitationToken, now: Moment) -> Result<Member> {
    let row: Option<StaffRow> = invitation::table
        .inner_join(staff::table)
        .filter(invitation::token_hash.eq(token.hash()))
        .filter(invitation::used_at.is_null())
        .filter(invitation::expires_at.gt(now))
        .filter(staff::state.eq(AccountState::Invited.word()))
        .select(StaffRow::as_select())
        .first(conn)
        .optional()?;
    row.ok_or(Refusal::InvitationGone)?.into_member(conn)
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
    let member = find(conn, token, now)?;
    let used = diesel::update(invitation::table.find(token.hash()).filter(invitation::used_at.is_null()))
        .set(invitation::used_at.eq(now))
        .execute(conn)?;
    if used != 1 {
        return Err(Refusal::InvitationGone.into());
    }
    insert_keys(conn, secret, &member.id, set_up)?;
    audit::record(conn, Actor::Staff(&member.id), Act::SetUp, member.id.as_str(), now)?;
    let is_first = epoch_table::table.count().get_result::<i64>(conn)? == 0;
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

/// A new link for someone who has not used theirs; older links stop working.
pub fn renew(
    conn: &mut AnyConnection,
    id: &StaffId,
    valid_hours: u32,
    actor: Actor<'_>,
    now: Moment,
) -> Result<InvitationToken> {
    if super::find(conn, id)?.state != AccountState::Invited {
        return Err(Refusal::NoSuchMember.into());
    }
    diesel::delete(invitation::table.filter(invitation::staff_id.eq(id.as_str()))).execute(conn)?;
    make_link(conn, id, valid_hours, actor, now)
}
