//! The closed list of noes. Each refusal has its sentence in every language; `web::error` makes the page.

use diesel::result::Error as DieselError;

use crate::database::DatabaseError;
use crate::vault::VaultError;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The domain says no, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No service key is open yet: nobody could read a question.
    NotOpenYet,
    /// The question was withdrawn by its asker, or forgotten on its day.
    QuestionGone,
    /// Someone else holds the question.
    AlreadyClaimed { by: String },
    /// Only the one who holds the question may do this.
    NotHolder,
    /// The question is in another state than the act needs.
    WrongState,
    /// The draft was changed after the page was opened.
    StaleVersion,
    /// Title, question or answer is missing.
    Incomplete,
    /// Something in the wording may give someone away, and nobody has handled it.
    UnhandledMarks,
    /// The pair's own words were changed after the version was written beside them.
    OriginalChanged,
    /// Nobody reviews their own answer.
    OwnAnswer,
    /// The member of staff has not the role the act needs.
    WrongRole,
    /// The member's account waits for a colleague to let them in.
    AwaitingGrant { fingerprint: String },
    /// This account holds no key to that question.
    NoKey,
    /// User name, password or code is wrong; never which.
    WrongSignIn,
    /// Too many attempts for this user name.
    TooManyAttempts,
    /// Too many sign-ins at once.
    TooBusy,
    /// The set-up link is used, too old or unknown.
    InvitationGone,
    /// The user name is taken.
    UserNameTaken,
    /// Nobody else could open the waiting questions.
    LastKeyHolder,
    /// The question came without a receipt: nobody could read a letter.
    NoReceipt,
    /// The asker has written as often as the settings allow.
    NoMoreLetters,
    /// The article lacks something a reader needs.
    ArticleIncomplete,
    /// The article is in another state than the act needs.
    ArticleMovedOn,
    /// Nobody passes an article they wrote on.
    OwnArticle,
    /// The article stood here and was taken back.
    ArticleWithdrawn,
    /// The pair stood at this address and was taken away.
    PairWithdrawn { slug: String },
    /// The pair waits for its hour.
    NotYetPublic,
    /// The correction is in another state than the act needs, or was changed after the page was opened.
    CorrectionMovedOn,
    /// The pair has a version in the language that a correction would give it.
    LanguageHasVersion,
    /// In this topic someone of another profession must read the answer.
    SameProfession,
    /// It takes two: a colleague must do this.
    NeedsAnother,
    /// There is no such member of staff, or not in a state for this.
    NoSuchMember,
}

/// What a domain verb may answer instead of its result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("refused: {0:?}")]
    Refused(Refusal),
    #[error("there is no such thing")]
    NotFound,
    /// A public key in the database does not carry our code: someone may have put in their own. Nothing is
    /// sealed to it.
    #[error("a public key in the database is not ours: do not use this database before you know why")]
    ForeignKey,
    /// A row that we wrote cannot be read as what it should be.
    #[error("a sealed row has content of an unknown form")]
    UnknownContent,
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => Self::NotFound,
            other => Self::Database(DatabaseError::Diesel(other)),
        }
    }
}
