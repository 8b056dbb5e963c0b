//! The service key of a time. Questions are sealed to its public half; each member of staff who was let in
//! holds its private half, sealed to their personal key. The server keeps neither private half.

use diesel::prelude::*;

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

/// The epoch that questions are sealed to now. Refuses a key that does not carry our code.
pub fn current(conn: &mut AnyConnection, secret: &AppSecret) -> Result<Epoch> {
    let row: Option<(String, Vec<u8>, Vec<u8>)> = epoch::table
        .order((epoch::opened_at.desc(), epoch::id))
        .select((epoch::id, epoch::public_key, epoch::public_key_code))
        .first(conn)
        .optional()?;
    let (id, key, code) = row.ok_or(Refusal::NotOpenYet)?;
    let public_key = checked(secret, EPOCH_CODE, &id, &key, &code)?;
    Ok(Epoch { id: id.into(), public_key })
}

/// The public key of an epoch that may not be the current one.
pub fn find_public_key(conn: &mut AnyConnection, secret: &AppSecret, id: &EpochId) -> Result<PublicKey> {
    let (key, code): (Vec<u8>, Vec<u8>) =
        epoch::table.find(id.as_str()).select((epoch::public_key, epoch::public_key_code)).first(conn)?;
    checked(secret, EPOCH_CODE, id.as_str(), &key, &code)
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
            epoch::public_key_code.eq(code_for(secret, EPOCH_CODE, id.as_str(), &public)),
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
    checked(secret, STAFF_CODE, id.as_str(), &key, &code)
}

/// A public key from a row, if it carries our code.
fn checked(secret: &AppSecret, label: &str, id: &str, key: &[u8], code: &[u8]) -> Result<PublicKey> {
    if secret.is_authentic(label, &[id.as_bytes(), key], code) {
        Ok(PublicKey::from_bytes(key)?)
    } else {
        Err(Error::ForeignKey)
    }
}

/// The code that goes beside a member's public key.
pub(super) fn staff_code(secret: &AppSecret, id: &StaffId, key: &PublicKey) -> Vec<u8> {
    code_for(secret, STAFF_CODE, id.as_str(), key)
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

/// Every epoch whose public key does not carry our code, for `spoross check`.
pub fn count_foreign_keys(conn: &mut AnyConnection, secret: &AppSecret) -> Result<usize> {
    let epochs: Vec<(String, Vec<u8>, Vec<u8>)> =
        epoch::table.select((epoch::id, epoch::public_key, epoch::public_key_code)).load(conn)?;
    let members: Vec<(String, Vec<u8>, Vec<u8>)> =
        staff_key::table.select((staff_key::staff_id, staff_key::public_key, staff_key::public_key_code)).load(conn)?;
    let foreign = |label: &'static str| {
        move |(id, key, code): &&(String, Vec<u8>, Vec<u8>)| !secret.is_authentic(label, &[id.as_bytes(), key], code)
    };
    Ok(epochs.iter().filter(foreign(EPOCH_CODE)).count() + members.iter().filter(foreign(STAFF_CODE)).count())
}

pub(super) fn grant_place<'a>(epoch_id: &'a str, holder: &'a str) -> Place<'a> {
    Place { purpose: "grant", row: epoch_id, epoch: epoch_id, holder }
}

pub(super) fn private_key_from(bytes: &[u8]) -> Result<PrivateKey, VaultError> {
    PrivateKey::from_bytes(bytes)
}

fn code_for(secret: &AppSecret, label: &str, id: &str, key: &PublicKey) -> Vec<u8> {
    secret.authenticate(label, &[id.as_bytes(), key.as_bytes()]).to_vec()
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
