//! The service key of a time. Questions are sealed to its public half; each member of staff who was let in
//! holds its private half, sealed to their personal key. The server keeps neither private half.

use diesel::prelude::*;
use subtle::ConstantTimeEq;

use super::{AccountState, Manager, Member, SignedIn};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{epoch, epoch_grant, staff, staff_key};
use crate::domain::audit::{self, Act, Actor};
use crate::domain::errors::{Error, Refusal, Result};
use crate::domain::ids::{EpochId, StaffId};
use crate::secret::AppSecret;
use crate::vault::envelope::{Place, PrivateKey, PublicKey, generate_key_pair, seal};
use crate::vault::{self, VaultError};

const EPOCH_CODE: &str = "public-key/epoch";
const STAFF_CODE: &str = "public-key/staff";
/// Groups of five digits that two people compare over the phone.
const FINGERPRINT_GROUPS: usize = 6;

/// What a question is sealed to.
#[derive(Clone, Debug)]
pub struct Epoch {
    pub id: EpochId,
    pub public_key: PublicKey,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = epoch)]
struct EpochRow {
    id: String,
    opened_at: Moment,
    public_key: Vec<u8>,
    public_key_code: Vec<u8>,
}

/// The epoch that questions are sealed to now. Refuses a key that does not carry our code, and an epoch that no
/// active member could open: a question nobody can ever read must not be taken.
pub fn current(conn: &mut AnyConnection, secret: &AppSecret) -> Result<Epoch> {
    let row: Option<EpochRow> = epoch::table
        .order((epoch::opened_at.desc(), epoch::id))
        .select(EpochRow::as_select())
        .first(conn)
        .optional()?;
    let row = row.ok_or(Refusal::NotOpenYet)?;
    if count_holders(conn, &row.id)? == 0 {
        return Err(Refusal::NotOpenYet.into());
    }
    Ok(Epoch { public_key: row.checked_key(secret)?, id: row.id.into() })
}

/// Active members who hold an epoch's private half.
pub fn count_holders(conn: &mut AnyConnection, epoch_id: &str) -> Result<i64> {
    Ok(epoch_grant::table
        .inner_join(staff::table)
        .filter(epoch_grant::epoch_id.eq(epoch_id))
        .filter(staff::state.eq(AccountState::Active.word()))
        .count()
        .get_result(conn)?)
}

/// Whether a member is the only active one who holds some epoch.
pub fn holds_alone(conn: &mut AnyConnection, id: &StaffId) -> Result<bool> {
    let held: Vec<String> = epoch_grant::table
        .inner_join(staff::table)
        .filter(epoch_grant::staff_id.eq(id.as_str()))
        .filter(staff::state.eq(AccountState::Active.word()))
        .select(epoch_grant::epoch_id)
        .load(conn)?;
    for epoch_id in held {
        if count_holders(conn, &epoch_id)? < 2 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The public key of an epoch that may not be the current one.
pub fn find_public_key(conn: &mut AnyConnection, secret: &AppSecret, id: &EpochId) -> Result<PublicKey> {
    let row: EpochRow = epoch::table.find(id.as_str()).select(EpochRow::as_select()).first(conn)?;
    row.checked_key(secret)
}

/// Opens a new epoch and gives it to every active member. Needs no one's private key.
pub fn open_new(conn: &mut AnyConnection, secret: &AppSecret, actor: Actor<'_>, now: Moment) -> Result<Epoch> {
    let id = EpochId::random();
    let (private, public) = generate_key_pair()?;
    diesel::insert_into(epoch::table)
        .values((
            epoch::id.eq(id.as_str()),
            epoch::opened_at.eq(now),
            epoch::public_key.eq(public.as_bytes()),
            epoch::public_key_code.eq(epoch_code(secret, id.as_str(), now, public.as_bytes())),
        ))
        .execute(conn)?;
    let active: Vec<String> =
        staff::table.filter(staff::state.eq(AccountState::Active.word())).select(staff::id).load(conn)?;
    for member in active {
        give(conn, secret, id.as_str(), &private, &member.into())?;
    }
    audit::record(conn, actor, Act::OpenEpoch, id.as_str(), now)?;
    Ok(Epoch { id, public_key: public })
}

/// Lets a colleague in: every epoch the manager holds is sealed to the colleague's key as well.
pub fn let_in(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    manager: &Manager,
    colleague: &StaffId,
    now: Moment,
) -> Result<Member> {
    let member = super::find(conn, colleague)?;
    if member.state != AccountState::AwaitingGrant {
        return Err(Refusal::NoSuchMember.into());
    }
    share_all(conn, secret, manager, colleague)?;
    super::set_state(conn, colleague, AccountState::Active)?;
    audit::record(conn, Actor::Staff(manager.id()), Act::Grant, colleague.as_str(), now)?;
    super::find(conn, colleague)
}

fn share_all(conn: &mut AnyConnection, secret: &AppSecret, from: &SignedIn, to: &StaffId) -> Result<()> {
    let held: Vec<String> = epoch_grant::table
        .filter(epoch_grant::staff_id.eq(from.id().as_str()))
        .select(epoch_grant::epoch_id)
        .load(conn)?;
    if held.is_empty() {
        return Err(Refusal::NoKey.into());
    }
    for epoch_id in held {
        let private = from.keys.epoch_key(conn, &epoch_id)?;
        give(conn, secret, &epoch_id, &private, to)?;
    }
    Ok(())
}

/// Seals an epoch's private half to one person.
pub(super) fn give(
    conn: &mut AnyConnection,
    secret: &AppSecret,
    epoch_id: &str,
    private: &PrivateKey,
    to: &StaffId,
) -> Result<()> {
    let public = staff_public_key(conn, secret, to)?;
    let sealed = seal(&public, &grant_place(epoch_id, to.as_str()), private.as_bytes())?;
    diesel::insert_into(epoch_grant::table)
        .values((
            epoch_grant::epoch_id.eq(epoch_id),
            epoch_grant::staff_id.eq(to.as_str()),
            epoch_grant::sealed_private_key.eq(sealed),
        ))
        .execute(conn)?;
    Ok(())
}

/// A member's public key, if it carries our code.
pub fn staff_public_key(conn: &mut AnyConnection, secret: &AppSecret, id: &StaffId) -> Result<PublicKey> {
    let (key, code): (Vec<u8>, Vec<u8>) =
        staff_key::table.find(id.as_str()).select((staff_key::public_key, staff_key::public_key_code)).first(conn)?;
    if !secret.is_authentic(STAFF_CODE, &[id.as_str().as_bytes(), &key], &code) {
        return Err(Error::ForeignKey);
    }
    Ok(PublicKey::from_bytes(&key)?)
}

/// The code that goes beside a member's public key.
pub(super) fn staff_code(secret: &AppSecret, id: &StaffId, key: &PublicKey) -> Vec<u8> {
    secret.authenticate(STAFF_CODE, &[id.as_str().as_bytes(), key.as_bytes()]).to_vec()
}

/// What two people read to each other before one lets the other in: `12345 67890 …`, six groups.
pub fn fingerprint(key: &PublicKey) -> String {
    let digest = vault::fingerprint_hex(key.as_bytes());
    let groups: Vec<String> = digest
        .as_bytes()
        .chunks_exact(8)
        .take(FINGERPRINT_GROUPS)
        .filter_map(|chunk| u64::from_str_radix(std::str::from_utf8(chunk).ok()?, 16).ok())
        .map(|number| format!("{:05}", number % 100_000))
        .collect();
    groups.join(" ")
}

/// Public keys that do not carry our code, for `spoross check`.
pub fn count_foreign_keys(conn: &mut AnyConnection, secret: &AppSecret) -> Result<usize> {
    let epochs: Vec<EpochRow> = epoch::table.select(EpochRow::as_select()).load(conn)?;
    let members: Vec<String> = staff_key::table.select(staff_key::staff_id).load(conn)?;
    let mut foreign = epochs.iter().filter(|epoch| epoch.checked_key(secret).is_err()).count();
    for member in members {
        foreign += usize::from(staff_public_key(conn, secret, &member.into()).is_err());
    }
    Ok(foreign)
}

pub(super) fn grant_place<'a>(epoch_id: &'a str, holder: &'a str) -> Place<'a> {
    Place { purpose: "grant", row: epoch_id, epoch: epoch_id, holder }
}

pub(super) fn private_key_from(bytes: &[u8]) -> Result<PrivateKey, VaultError> {
    PrivateKey::from_bytes(bytes)
}

/// Covers the opening time as well: an old epoch cannot be made the current one again.
fn epoch_code(secret: &AppSecret, id: &str, opened_at: Moment, key: &[u8]) -> Vec<u8> {
    let opened = opened_at.and_utc().timestamp_micros().to_be_bytes();
    secret.authenticate(EPOCH_CODE, &[id.as_bytes(), &opened, key]).to_vec()
}

impl EpochRow {
    fn checked_key(&self, secret: &AppSecret) -> Result<PublicKey> {
        let code = epoch_code(secret, &self.id, self.opened_at, &self.public_key);
        if !bool::from(code.ct_eq(&self.public_key_code)) {
            return Err(Error::ForeignKey);
        }
        Ok(PublicKey::from_bytes(&self.public_key)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_six_groups_of_five_digits_and_differs_between_keys() {
        let one = fingerprint(&PublicKey::from_bytes(&[1; 32]).unwrap());
        let two = fingerprint(&PublicKey::from_bytes(&[2; 32]).unwrap());
        assert_ne!(one, two);
        assert_eq!(one.split(' ').count(), 6);
        assert!(one.split(' ').all(|group| group.len() == 5 && group.bytes().all(|digit| digit.is_ascii_digit())));
    }
}
