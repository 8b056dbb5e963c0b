//! Where something longer than a line is written in the panel: the fields of each form, and the page it stands on again.

use std::sync::Arc;

use actix_web::{HttpRequest, web::Data};

use crate::app::App;
use crate::domain::staff::SignedIn;
use crate::web::error::Result;
use crate::web::form::Fields;
use crate::web::guard::SomeoneIn;
use crate::web::page::Reply;
use crate::web::staff::letter::{self, Purpose};
use crate::web::staff::{article, correction, draft, escalation, handover, review, text_block, version, withdrawal};

/// Where something longer than a line is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Desk {
    Draft(String),
    Review(String),
    Letter(Purpose, String),
    Version(String, String),
    VersionReview(String, String),
    NewArticle,
    Article(String),
    ArticleReview(String),
    NewBlock,
    Block(String),
    Handover(String),
    Comment(String),
    Urgent(String),
    Escalation(String),
    Decision(String),
    Withdrawal(String),
    Correction(String),
    CorrectionReview(String),
}

impl Desk {
    /// The desk of a form's address; none of any other form.
    pub(super) fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.strip_prefix("/panel/")?.split('/').collect();
        Some(match *parts.as_slice() {
            ["questions", id, "answer"] => Self::Draft(id.into()),
            ["questions", id, "review"] => Self::Review(id.into()),
            ["questions", id, "question-back"] => Self::Letter(Purpose::AskBack, id.into()),
            ["questions", id, "decline"] => Self::Letter(Purpose::Decline, id.into()),
            ["publications", slug, "versions", version] => Self::Version(slug.into(), version.into()),
            ["publications", slug, "versions", version, "review"] => Self::VersionReview(slug.into(), version.into()),
            ["articles"] => Self::NewArticle,
            ["articles", id] => Self::Article(id.into()),
            ["articles", id, "review"] => Self::ArticleReview(id.into()),
            ["text-blocks"] => Self::NewBlock,
            ["text-blocks", id] => Self::Block(id.into()),
            ["questions", id, "handover"] => Self::Handover(id.into()),
            ["questions", id, "comments"] => Self::Comment(id.into()),
            ["questions", id, "urgent-publication"] => Self::Urgent(id.into()),
            ["questions", id, "escalation"] => Self::Escalation(id.into()),
            ["escalations", id] => Self::Decision(id.into()),
            ["publications", slug, "withdrawal"] => Self::Withdrawal(slug.into()),
            ["publications", slug, "correction"] => Self::Correction(slug.into()),
            ["publications", slug, "correction", "review"] => Self::CorrectionReview(slug.into()),
            _ => return None,
        })
    }

    /// The fields someone types a text in, with the keys of their names.
    pub(super) fn texts(&self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Draft(_) | Self::Version(..) => {
                &[("title", "wording-title"), ("question", "wording-question"), ("answer", "wording-answer")]
            }
            Self::Correction(_) => &[
                ("title", "wording-title"),
                ("question", "wording-question"),
                ("answer", "wording-answer"),
                ("public_note", "public-note"),
            ],
            Self::Review(_) | Self::VersionReview(..) | Self::ArticleReview(_) | Self::CorrectionReview(_) => {
                &[("note", "kept-note")]
            }
            Self::Handover(_) => &[("note", "handover-note")],
            Self::Comment(_) => &[("text", "comment-text")],
            Self::Urgent(_) => &[("reason", "urgent-reason")],
            Self::Escalation(_) => &[("note", "escalation-note")],
            Self::Decision(_) => &[("reason", "escalation-reason")],
            Self::Withdrawal(_) => &[("words", "withdraw-words")],
            Self::Letter(..) => &[("text", "letter-text")],
            Self::NewBlock | Self::Block(_) => &[("title", "block-title"), ("body", "block-body")],
            Self::NewArticle | Self::Article(_) => &[
                ("title", "article-title"),
                ("lead", "article-lead"),
                ("key_points", "article-key-points"),
                ("body", "article-body"),
                ("sources", "article-sources"),
                ("related", "article-related"),
            ],
        }
    }

    /// What else belongs to the text. What was to be done with it is not carried: its writer decides anew.
    pub(super) fn rest(&self) -> &'static [&'static str] {
        match self {
            Self::Draft(_) => {
                &["private", "subtopic", "recheck_on", "version", "slug", "language", "further", "related", "pick"]
            }
            Self::Review(_) | Self::ArticleReview(_) => &["version"],
            Self::Letter(..) => &["reason"],
            Self::Version(..) => &["number", "original"],
            Self::Correction(_) => &["number", "original", "language", "further", "related", "pick"],
            Self::VersionReview(..) | Self::CorrectionReview(_) => &["number"],
            Self::Handover(_) | Self::Escalation(_) => &["to"],
            Self::Comment(_) => &["field", "passage", "version"],
            Self::Urgent(_) => &[],
            Self::Decision(_) => &["decision"],
            Self::Withdrawal(_) => &["reason", "successor"],
            Self::NewBlock | Self::Block(_) => &["language", "number"],
            Self::NewArticle | Self::Article(_) => &["topic", "language", "version"],
        }
    }

    /// The page it was written on, with the text in it, for someone who is signed in.
    pub(super) async fn reopen(
        &self,
        app: &Data<App>,
        someone: Arc<SignedIn>,
        fields: &mut Fields,
        request: &HttpRequest,
    ) -> Result<Reply> {
        match self {
            Self::Draft(id) => draft::go_on(app, &someone.try_into()?, id, fields, request).await,
            Self::Review(id) => review::go_on(app, &someone.try_into()?, id, fields, request).await,
            Self::Letter(purpose, id) => {
                letter::go_on(*purpose, app, &someone.try_into()?, (id, fields), request).await
            }
            Self::Version(slug, version) => {
                version::steps::go_on(app, &someone, &(slug.clone(), version.clone()), fields, request).await
            }
            Self::VersionReview(slug, version) => {
                version::steps::go_on_reviewing(app, &someone, &(slug.clone(), version.clone()), fields, request).await
            }
            Self::NewArticle => article::form::go_on_new(app, fields, request),
            Self::Article(id) => article::form::go_on(app, &someone.try_into()?, id, fields, request).await,
            Self::NewBlock => text_block::go_on(app, &someone.try_into()?, None, fields, request).await,
            Self::Block(id) => text_block::go_on(app, &someone.try_into()?, Some(id), fields, request).await,
            Self::ArticleReview(id) => article::review::go_on(app, &someone.try_into()?, id, fields, request).await,
            Self::Handover(id) => handover::go_on(app, &someone.try_into()?, id, fields, request).await,
            Self::Comment(id) => review::comment::go_on(app, &someone.try_into()?, id, fields, request).await,
            Self::Urgent(id) => review::urgent::go_on(&someone, id, fields, request),
            Self::Escalation(id) => escalation::go_on(app, &someone.try_into()?, id, fields, request).await,
            Self::Decision(id) => escalation::go_on_deciding(app, &SomeoneIn(someone), id, fields, request).await,
            Self::Withdrawal(slug) => withdrawal::go_on(app, &someone, slug, fields, request).await,
            Self::Correction(slug) => correction::steps::go_on(app, &someone.try_into()?, slug, fields, request).await,
            Self::CorrectionReview(slug) => {
                correction::steps::go_on_reviewing(app, &someone.try_into()?, slug, fields, request).await
            }
        }
    }
}
