//! What someone sees of a question in the panel, and what they may do with it now.

use std::collections::BTreeMap;

use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::domain::answer::comment::{self, Comment};
use crate::domain::answer::{self, Draft, companion};
use crate::domain::ids::{QuestionId, StaffId};
use crate::domain::letter::{self, Letter};
use crate::domain::question::{self, Opened, State};
use crate::domain::staff::{self, Clinician, Member, Role};
use crate::domain::text_block::{self, TextBlock};
use crate::domain::{self, Refusal, queue};
use crate::secret::AppSecret;

/// What someone may do with the question now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nobody holds it.
    Free,
    /// The reader holds it and writes.
    Writing,
    /// A colleague holds it.
    Elsewhere,
    /// A colleague's answer waits for the reader's eyes.
    Reviewing,
    /// The reader's own answer waits for a colleague's eyes.
    Waiting,
    /// Approved: it can be published.
    Approved,
    /// The asker was asked something back.
    AskedBack,
    Published,
    /// Answered to the asker alone.
    Answered,
    Declined,
}

impl Mode {
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Published | Self::Answered | Self::Declined)
    }
}

/// Everything the page shows of a question.
pub struct Sight {
    pub opened: Opened,
    pub draft: Option<Draft>,
    /// What was written after the question, oldest first.
    pub letters: Vec<Letter>,
    /// The name of the one who holds the question; empty when nobody does.
    pub holder: String,
    /// Who wrote the draft, as the answer will be signed.
    pub author: Option<Member>,
    /// The team's pieces of text in the question's language.
    pub blocks: Vec<TextBlock>,
    /// The questions its answer will serve too.
    pub companions: Vec<QuestionId>,
    /// The question whose answer will serve this one.
    pub leader: Option<QuestionId>,
    /// What a colleague said of its passages, and who said it.
    pub comments: Vec<(Comment, String)>,
    /// The names of those who saw to remarks.
    pub finishers: BTreeMap<StaffId, String>,
}

impl Sight {
    /// Opens it, as part of someone's work.
    pub fn look(
        conn: &mut AnyConnection,
        secret: &AppSecret,
        clinician: &Clinician,
        id: &QuestionId,
        now: Moment,
    ) -> domain::Result<Self> {
        // A look is a sign of life; whoever does not hold it just looks.
        match queue::lease::renew(conn, clinician, id, now) {
            Err(domain::Error::Refused(Refusal::NotHolder)) => {}
            renewed => renewed?,
        }
        let opened = question::open(conn, clinician, id, now)?;
        let draft = answer::find(conn, &clinician.keys, id)?;
        let letters = letter::list_for_staff(conn, secret, clinician, id)?;
        let mut find = |id: Option<StaffId>| id.map(|id| staff::find(conn, &id)).transpose();
        let holder = find(opened.envelope.holder_id.clone().map(StaffId::from))?;
        let holder = holder.map(|member| member.name).unwrap_or_default();
        let author = find(draft.as_ref().map(|draft| draft.author_id.clone()))?;
        let blocks = text_block::list_in(conn, opened.content.language)?;
        let (companions, leader) = (companion::list(conn, id)?, companion::find_leader(conn, id)?);
        let comments = comment::list(conn, &clinician.keys, id)?;
        let finishers = comments.iter().filter_map(|comment| comment.done_by.clone());
        let finishers = finishers.map(|id| Ok((id.clone(), staff::find_name(conn, Some(&id))?)));
        let finishers = finishers.collect::<domain::Result<BTreeMap<_, _>>>()?;
        let with_name = |comment: Comment| Ok((staff::find_name(conn, Some(&comment.by))?, comment));
        let comments = comments.into_iter().map(with_name).collect::<domain::Result<Vec<_>>>()?;
        let comments = comments.into_iter().map(|(name, comment)| (comment, name)).collect();
        Ok(Self { opened, draft, letters, holder, author, blocks, companions, leader, comments, finishers })
    }

    /// Who saw to a remark; empty while it is open.
    pub fn done_by(&self, comment: &Comment) -> &str {
        comment.done_by.as_ref().and_then(|id| self.finishers.get(id)).map_or("", String::as_str)
    }

    pub fn count_open(&self) -> usize {
        self.comments.iter().filter(|(comment, _)| comment.done_by.is_none()).count()
    }

    pub fn author_name(&self) -> &str {
        self.author.as_ref().map_or("", |author| &author.name)
    }
}

/// A second pair of eyes is never the author's own.
pub(super) fn may_review(sight: &Sight, reader: &Clinician) -> bool {
    let has_written = sight.draft.as_ref().is_some_and(|draft| draft.writers.contains(reader.id()));
    !has_written && reader.member.roles.contains(&Role::Reviewer)
}

impl Mode {
    pub fn of(sight: &Sight, reader: &Clinician) -> Self {
        match sight.opened.envelope.state {
            State::Waiting => Self::Free,
            State::Claimed if sight.opened.envelope.is_held_by(reader.id()) => Self::Writing,
            State::Claimed => Self::Elsewhere,
            State::InReview if may_review(sight, reader) => Self::Reviewing,
            State::InReview => Self::Waiting,
            State::Approved => Self::Approved,
            State::AskedBack => Self::AskedBack,
            State::Published => Self::Published,
            State::Answered => Self::Answered,
            State::Declined => Self::Declined,
        }
    }
}
