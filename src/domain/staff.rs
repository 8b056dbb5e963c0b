//! The people who answer: who they are, what they may do, and the proofs of it that the other verbs ask for.

pub mod epoch;
pub mod invitation;
pub mod session;
pub mod sign_in;

use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

use diesel::prelude::*;

use super::audit::{self, Act, Actor};
use super::errors::{Error, Refusal, Result};
use super::ids::{StaffId, UnknownWord, words};
use super::outbox;
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{
    epoch_grant, invitation as invitation_table, session as session_table, staff, staff_group, staff_role,
};
use crate::text::language::Language;
use crate::vault::envelope::{Place, PrivateKey};

words!(
    /// What a person may do; someone may have several roles.
    Role, "role" {
        Clinician = "clinician",
        Reviewer = "reviewer",
        Editor = "editor",
        Manager = "manager",
    }
);

words!(
    /// Where an account stands.
    AccountState, "account state" {
        Invited = "invited",
        AwaitingGrant = "awaiting_grant",
        Active = "active",
        Disabled = "disabled",
    }
);

/// A member of staff, as colleagues and signatures know them.
#[derive(Clone, Debug)]
pub struct Member {
    pub id: StaffId,
    pub user_name: String,
    pub name: String,
    /// Profession, as it stands under an answer.
    pub title: String,
    pub specialities: String,
    /// What a manager calls their training; empty when nobody said.
    pub profession: String,
    pub language: Language,
    pub state: AccountState,
    pub roles: BTreeSet<Role>,
    pub groups: BTreeSet<String>,
    /// Whether single keys press links and buttons in their panel.
    pub shortcuts: bool,
}

/// A member with their own keys in hand, for one request.
#[derive(Clone)]
pub struct SignedIn {
    pub member: Member,
    pub keys: SessionKeys,
    /// The id of the session's row.
    pub session: String,
    /// What each form of this session must carry.
    pub form_token: String,
    /// Whether the session's last use should be written down again.
    pub is_due_to_be_seen: bool,
}

/// Opens what is sealed to its holder. Exists only while a request is served.
#[derive(Clone)]
pub struct SessionKeys {
    holder: StaffId,
    personal: PrivateKey,
}

/// Proof of a role; only [`SignedIn`] gives one, and the domain's verbs ask for it.
macro_rules! proof {
    ($(#[$note:meta])* $name:ident, $($role:expr),+) => {
        $(#[$note])*
        #[derive(Clone)]
        pub struct $name(Arc<SignedIn>);

        impl TryFrom<Arc<SignedIn>> for $name {
            type Error = Refusal;

            fn try_from(someone: Arc<SignedIn>) -> Result<Self, Refusal> {
                let has_role = $(someone.member.roles.contains(&$role))||+;
                if has_role { Ok(Self(someone)) } else { Err(Refusal::WrongRole) }
            }
        }

        impl Deref for $name {
            type Target = SignedIn;

            fn deref(&self) -> &SignedIn {
                &self.0
            }
        }
    };
}

proof!(
    /// May open, hold, answer and publish questions.
    Clinician,
    Role::Clinician
);
proof!(
    /// May approve a colleague's answer, or send it back.
    Reviewer,
    Role::Reviewer
);
proof!(
    /// May write, publish and take back articles.
    Writer,
    Role::Clinician,
    Role::Editor
);
proof!(
    /// May take a published pair away, and agree that it comes back.
    Keeper,
    Role::Editor,
    Role::Reviewer
);
proof!(
    /// May arrange what is published: subtopics, related pairs, what comes first in a topic.
    Editor,
    Role::Editor
);
proof!(
    /// May say what the weeks to come are like: holiday, full.
    Steward,
    Role::Editor,
    Role::Manager
);
proof!(
    /// May invite, let in and disable staff.
    Manager,
    Role::Manager
);

#[derive(Queryable, Selectable)]
#[diesel(table_name = staff)]
struct StaffRow {
    #[diesel(deserialize_as = String)]
    id: StaffId,
    user_name: String,
    name: String,
    title: String,
    specialities: String,
    profession: String,
    language: String,
    #[diesel(deserialize_as = String)]
    state: AccountState,
    shortcuts: bool,
}

impl SessionKeys {
    pub(super) fn new(holder: StaffId, personal: PrivateKey) -> Self {
        Self { holder, personal }
    }

    /// The private key of an epoch, if this person was given it.
    pub fn epoch_key(&self, conn: &mut AnyConnection, epoch_id: &str) -> Result<PrivateKey> {
        let sealed: Vec<u8> = epoch_grant::table
            .find((epoch_id, self.holder.as_str()))
            .select(epoch_grant::sealed_private_key)
            .first(conn)
            .optional()?
            .ok_or(Refusal::NoKey)?;
        let place = epoch::grant_place(epoch_id, self.holder.as_str());
        Ok(epoch::private_key_from(&crate::vault::envelope::open(&self.personal, &place, &sealed)?)?)
    }

    /// Opens a padded text that was sealed to an epoch.
    pub fn open_text(&self, conn: &mut AnyConnection, place: &Place<'_>, sealed: &[u8]) -> Result<crate::vault::Plain> {
        let key = self.epoch_key(conn, place.epoch)?;
        Ok(crate::vault::envelope::open_padded(&key, place, sealed)?)
    }

    /// Opens a padded text that was sealed to this person alone.
    pub fn open_own(&self, place: &Place<'_>, sealed: &[u8]) -> Result<crate::vault::Plain> {
        Ok(crate::vault::envelope::open_padded(&self.personal, place, sealed)?)
    }
}

impl SignedIn {
    pub fn id(&self) -> &StaffId {
        &self.member.id
    }
}

/// Everyone, by user name.
pub fn list_all(conn: &mut AnyConnection) -> Result<Vec<Member>> {
    let rows = staff::table.order(staff::user_name).select(StaffRow::as_select()).load(conn)?;
    rows.into_iter().map(|row| row.into_member(conn)).collect()
}

pub fn find(conn: &mut AnyConnection, id: &StaffId) -> Result<Member> {
    let row: StaffRow = staff::table.find(id.as_str()).select(StaffRow::as_select()).first(conn)?;
    row.into_member(conn)
}

/// What colleagues call someone; empty for nobody here.
pub fn find_name(conn: &mut AnyConnection, id: Option<&StaffId>) -> Result<String> {
    id.map_or_else(|| Ok(String::new()), |id| Ok(find(conn, id)?.name))
}

/// The member with this user name, or [`Refusal::NoSuchMember`].
pub fn find_by_user_name(conn: &mut AnyConnection, user_name: &str) -> Result<Member> {
    let row: Option<StaffRow> =
        staff::table.filter(staff::user_name.eq(user_name)).select(StaffRow::as_select()).first(conn).optional()?;
    row.ok_or(Refusal::NoSuchMember)?.into_member(conn)
}

/// What a person says of themselves under their answers, and the language of their panel.
#[derive(Clone, Debug)]
pub struct Profile {
    pub name: String,
    pub title: String,
    pub specialities: String,
    pub language: Language,
}

/// A member changes their own profile; pairs that are published keep the signature they had.
pub fn update_profile(conn: &mut AnyConnection, id: &StaffId, profile: &Profile, now: Moment) -> Result<()> {
    diesel::update(staff::table.find(id.as_str()))
        .set((
            staff::name.eq(&profile.name),
            staff::title.eq(&profile.title),
            staff::specialities.eq(&profile.specialities),
            staff::language.eq(profile.language.tag()),
        ))
        .execute(conn)?;
    audit::record(conn, Actor::Staff(id), Act::EditProfile, id.as_str(), now)
}

/// A member turns single keys on or off for their own panel.
pub fn choose_shortcuts(conn: &mut AnyConnection, id: &StaffId, are_on: bool, now: Moment) -> Result<()> {
    diesel::update(staff::table.find(id.as_str())).set(staff::shortcuts.eq(are_on)).execute(conn)?;
    audit::record(conn, Actor::Staff(id), Act::EditProfile, id.as_str(), now)
}

/// A manager says what someone is by training: settings may ask for two professions.
pub fn set_profession(
    conn: &mut AnyConnection,
    manager: &Manager,
    (id, profession): (&StaffId, &str),
    now: Moment,
) -> Result<()> {
    let changed = diesel::update(staff::table.find(id.as_str())).set(staff::profession.eq(profession)).execute(conn)?;
    if changed != 1 {
        return Err(Error::NotFound);
    }
    audit::record(conn, Actor::Staff(manager.id()), Act::SetProfession, id.as_str(), now)
}

/// Ends an account: no session, no key, no link works after it. What the person wrote stays. Refuses the last one
/// who can open what waits: with them every waiting question would be lost.
pub fn disable(conn: &mut AnyConnection, user_name: &str, actor: Actor<'_>, now: Moment) -> Result<Member> {
    let member = find_by_user_name(conn, user_name)?;
    let id = member.id.as_str();
    if epoch::holds_alone(conn, &member.id)? {
        return Err(Refusal::LastKeyHolder.into());
    }
    set_state(conn, &member.id, AccountState::Disabled)?;
    diesel::delete(session_table::table.filter(session_table::staff_id.eq(id))).execute(conn)?;
    diesel::delete(epoch_grant::table.filter(epoch_grant::staff_id.eq(id))).execute(conn)?;
    diesel::delete(invitation_table::table.filter(invitation_table::staff_id.eq(id))).execute(conn)?;
    outbox::forget_address(conn, &member.id)?;
    audit::record(conn, actor, Act::Disable, id, now)?;
    find(conn, &member.id)
}

fn set_state(conn: &mut AnyConnection, id: &StaffId, state: AccountState) -> Result<()> {
    let changed = diesel::update(staff::table.find(id.as_str())).set(staff::state.eq(state.word())).execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

impl StaffRow {
    fn into_member(self, conn: &mut AnyConnection) -> Result<Member> {
        let id = self.id.as_str();
        let roles: Vec<String> =
            staff_role::table.filter(staff_role::staff_id.eq(id)).select(staff_role::role).load(conn)?;
        let groups: Vec<String> =
            staff_group::table.filter(staff_group::staff_id.eq(id)).select(staff_group::name).load(conn)?;
        let roles = roles.into_iter().map(Role::try_from).collect::<Result<_, UnknownWord>>();
        Ok(Member {
            id: self.id,
            user_name: self.user_name,
            name: self.name,
            title: self.title,
            specialities: self.specialities,
            profession: self.profession,
            language: Language::from_tag(&self.language).unwrap_or_default(),
            state: self.state,
            roles: roles.map_err(|_| Error::UnknownContent)?,
            groups: groups.into_iter().collect(),
            shortcuts: self.shortcuts,
        })
    }
}
