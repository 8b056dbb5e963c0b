//! What leads from one thing of a file to another: written once all are here, and where they are now.

use std::collections::HashMap;

use anyhow::Result;
use spoross::app::App;
use spoross::domain::article;
use spoross::domain::article::wording::Related;
use spoross::domain::publication::import::{self, Incoming};

use super::BATCH;

/// What was pinned to the pairs of a file where they come from.
#[derive(Default)]
pub struct Pins {
    /// By the slugs they have here.
    wanted: Vec<(String, Vec<String>)>,
    /// From the slugs they had to those they have here, where these differ.
    moved: HashMap<String, String>,
}

impl Pins {
    pub fn note(&mut self, incoming: &Incoming, slug: &str) {
        if let Some(before) = incoming.slug.as_ref().filter(|before| before.as_str() != slug) {
            self.moved.insert(before.as_str().to_owned(), slug.to_owned());
        }
        if !incoming.pinned.is_empty() {
            self.wanted.push((slug.to_owned(), incoming.pinned.clone()));
        }
    }

    /// What an article leads to, where that stands here: pairs come before articles in a file.
    pub fn follow(&self, incoming: &mut article::import::Incoming) {
        let here = |related: Related<'_>| match related {
            Related::Pair(slug) => format!("/sporsmal/{}", self.moved.get(slug).map_or(slug, String::as_str)),
            Related::Article(slug) => format!("/fakta/{slug}"),
        };
        let leads_elsewhere = |related| matches!(related, Related::Pair(slug) if self.moved.contains_key(slug));
        let wording = &mut incoming.wording;
        if wording.related().any(leads_elsewhere) {
            wording.related = wording.related().map(here).collect::<Vec<_>>().join("\n");
        }
    }

    pub fn write(&self, app: &App) -> Result<()> {
        let here = |slug: &String| self.moved.get(slug).unwrap_or(slug).clone();
        for some in self.wanted.chunks(BATCH) {
            app.database.write_blocking(|conn| {
                let mut each = some.iter();
                each.try_for_each(|(slug, pinned)| {
                    import::pin(conn, slug, &pinned.iter().map(here).collect::<Vec<_>>())
                })
            })?;
        }
        Ok(())
    }
}
