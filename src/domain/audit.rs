//! What staff did, when, in a chain of hashes. An entry never says what a text said. The subject's id is kept
//! beside a salted hash of it: the chain holds only the hash, so the id can be forgotten and the chain still holds.

use chrono::SubsecRound;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::errors::Result;
use super::ids::{StaffId, words};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::{audit, audit_end};
use crate::vault::fill_random;

words!(
    /// Every act that is written down.
    Act, "act" {
        SignIn = "staff.sign_in",
        SignOut = "staff.sign_out",
        Invite = "staff.invite",
        SetUp = "staff.set_up",
        Grant = "staff.grant",
        Disable = "staff.disable",
        EditProfile = "staff.edit_profile",
        ChooseMail = "staff.choose_mail",
        OpenEpoch = "epoch.open",
        OpenQuestion = "question.open",
        Claim = "question.claim",
        Release = "question.release",
        /// Nobody had worked on it for so long that it went back to the queue.
        EndLease = "question.end_lease",
        HandOver = "question.hand_over",
        Escalate = "question.escalate",
        OpenEscalation = "escalation.open",
        DecideEscalation = "escalation.decide",
        Relevel = "question.relevel",
        SendToReview = "answer.send_to_review",
        SendBack = "answer.send_back",
        Approve = "answer.approve",
        AnswerPrivately = "answer.privately",
        AskBack = "letter.ask_back",
        Decline = "letter.decline",
        ChooseSeason = "week.choose_season",
        CompareQuestions = "question.compare",
        OpenArchive = "archive.open",
        DropFlood = "question.drop",
        Publish = "publication.publish",
        SetSubtopic = "publication.set_subtopic",
        PinRelated = "publication.pin_related",
        ChooseFirst = "publication.choose_first",
        Comment = "answer.comment",
        FinishComment = "answer.finish_comment",
        ReopenComment = "answer.reopen_comment",
        RemoveComment = "answer.remove_comment",
        PublishAtSlot = "publication.publish_at_slot",
        PublishBeforeSlot = "publication.publish_before_slot",
        PublishUrgently = "publication.publish_urgently",
        PassUrgent = "publication.pass_urgent",
        SetProfession = "staff.set_profession",
        CheckPair = "publication.check",
        PlanCheck = "publication.plan_check",
        Withdraw = "publication.withdraw",
        AskReturn = "publication.ask_return",
        Return = "publication.return",
        SendCorrection = "correction.send_to_review",
        SendCorrectionBack = "correction.send_back",
        ApproveCorrection = "correction.approve",
        DropCorrection = "correction.drop",
        SaveArticle = "article.save",
        SendArticle = "article.send_to_review",
        ApproveArticle = "article.approve",
        SendBackArticle = "article.send_back",
        PublishArticle = "article.publish",
        WithdrawArticle = "article.withdraw",
        CheckArticle = "article.check",
        PassWord = "dictionary.pass",
        TakeBackWord = "dictionary.take_back",
        SendVersion = "version.send_to_review",
        SendVersionBack = "version.send_back",
        ApproveVersion = "version.approve",
        PublishVersion = "version.publish",
        TakeVersionBack = "version.take_back",
        ReadReports = "report.read",
        FinishReport = "report.finish",
        SaveTextBlock = "text_block.save",
        DeleteTextBlock = "text_block.delete",
        ServeTogether = "answer.serve_together",
    }
);

const THE_END: i32 = 1;
const SALT_BYTES: usize = 16;

#[derive(Queryable, Insertable)]
#[diesel(table_name = audit)]
struct Entry {
    place: i64,
    at: Moment,
    actor_id: String,
    act: String,
    subject_id: Option<String>,
    salt: Option<Vec<u8>>,
    subject_hash: Vec<u8>,
    link: Vec<u8>,
}

/// Who acted: a member of staff, or the one who types commands on the server.
#[derive(Clone, Copy, Debug)]
pub enum Actor<'a> {
    Staff(&'a StaffId),
    Server,
}

impl Actor<'_> {
    fn id(self) -> String {
        match self {
            Self::Staff(id) => id.to_string(),
            Self::Server => "server".into(),
        }
    }
}

/// Writes one act into the chain, in the caller's transaction.
pub fn record(conn: &mut AnyConnection, actor: Actor<'_>, act: Act, subject: &str, now: Moment) -> Result<()> {
    // The update locks the chain's end until this transaction is over: writers take turns.
    diesel::update(audit_end::table.find(THE_END)).set(audit_end::place.eq(audit_end::place + 1)).execute(conn)?;
    let place: i64 = audit_end::table.find(THE_END).select(audit_end::place).first(conn)?;
    let mut salt = vec![0; SALT_BYTES];
    fill_random(&mut salt)?;
    let mut entry = Entry {
        place,
        at: now.trunc_subsecs(6),
        actor_id: actor.id(),
        act: act.word().to_owned(),
        subject_id: Some(subject.to_owned()),
        subject_hash: hash(&[&salt, subject.as_bytes()]),
        salt: Some(salt),
        link: Vec::new(),
    };
    entry.link = entry.link_after(&link_at(conn, place - 1)?);
    diesel::insert_into(audit::table).values(&entry).execute(conn)?;
    Ok(())
}

/// Follows the whole chain; gives the first place where it is broken.
pub fn find_break(conn: &mut AnyConnection) -> Result<Option<i64>> {
    let mut previous = Vec::new();
    let mut expected: i64 = 1;
    for entry in audit::table.order(audit::place).load::<Entry>(conn)? {
        let is_whole = entry.place == expected && entry.link == entry.link_after(&previous) && entry.subject_matches();
        if !is_whole {
            return Ok(Some(expected));
        }
        previous = entry.link;
        expected += 1;
    }
    let end: i64 = audit_end::table.find(THE_END).select(audit_end::place).first(conn)?;
    Ok((end != expected - 1).then_some(expected))
}

/// Empties the subject of every entry about it; the chain stays whole.
pub fn forget_subject(conn: &mut AnyConnection, subject: &str) -> Result<()> {
    diesel::update(audit::table.filter(audit::subject_id.eq(subject)))
        .set((audit::subject_id.eq(None::<String>), audit::salt.eq(None::<Vec<u8>>)))
        .execute(conn)?;
    Ok(())
}

fn link_at(conn: &mut AnyConnection, place: i64) -> Result<Vec<u8>> {
    let link = audit::table.find(place).select(audit::link).first(conn).optional()?;
    Ok(link.unwrap_or_default())
}

impl Entry {
    fn link_after(&self, previous: &[u8]) -> Vec<u8> {
        let at = self.at.and_utc().timestamp_micros().to_be_bytes();
        hash(&[
            previous,
            &self.place.to_be_bytes(),
            &at,
            self.actor_id.as_bytes(),
            self.act.as_bytes(),
            &self.subject_hash,
        ])
    }

    fn subject_matches(&self) -> bool {
        match (&self.subject_id, &self.salt) {
            (Some(subject), Some(salt)) => self.subject_hash == hash(&[salt, subject.as_bytes()]),
            (None, None) => true,
            _ => false,
        }
    }
}

/// SHA-256 over the parts, each with its length before it.
fn hash(parts: &[&[u8]]) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_vec()
}
