//! Published answers that are like a question, beside it: to link to, or to begin with.

use crate::app::App;
use crate::app::search::Hit;
use crate::database::AnyConnection;
use crate::domain::answer::Wording;
use crate::domain::ids::words;
use crate::domain::publication;
use crate::domain::question::Content;
use crate::domain::{self};

/// So many are shown.
const MOST: usize = 5;

words!(
    /// What is taken over.
    Way, "way" {
        Link = "link",
        Text = "text",
    }
);

/// The published answers most like a question's text; nothing of it leaves this machine.
pub async fn list(app: &App, content: &Content) -> Vec<Hit> {
    app.search.find_alike(content.text.clone(), content.language, MOST).await.hits
}

/// What a button beside a published answer takes over from it into the draft.
pub struct Takeover {
    way: Way,
    slug: String,
}

impl Takeover {
    /// Reads what a button sends: "link" or "text", and the answer's slug.
    pub fn read(value: &str) -> Option<Self> {
        let (way, slug) = value.split_once(' ')?;
        Some(Self { way: Way::from_word(way)?, slug: slug.to_owned() })
    }

    /// Puts it after what is written already. An answer that was removed meanwhile changes nothing.
    pub fn apply(&self, conn: &mut AnyConnection, wording: &mut Wording) -> domain::Result<()> {
        let pair = match publication::find_by_slug(conn, &self.slug) {
            Err(domain::Error::NotFound) => return Ok(()),
            found => found?,
        };
        let taken = match self.way {
            Way::Link => format!("[{}]({})", pair.title.replace('[', "\\[").replace(']', "\\]"), pair.path()),
            Way::Text => pair.answer,
        };
        let parts = [wording.answer.trim_end(), &taken];
        wording.answer = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
        Ok(())
    }
}
