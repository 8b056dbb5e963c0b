//! What leads from one thing of a file to another: written once all are here, and where they are now.

use std::collections::HashMap;

use anyhow::Result;
use spoross::app::App;
use spoross::domain::article;
use spoross::domain::article::wording::Related;
use spoross::domain::publication::import::{self, Incoming};
use spoross::domain::publication::slug::Slug;

use super::BATCH;

/// What was pinned to the pairs of a file where they come from.
#[derive(Default)]
pub struct Pins {
    /// By the slugs they have here.
    wanted: Vec<(String, Vec<String>)>,
    /// From the addresses they had to those they have here, where these differ.
    moved: HashMap<String, String>,
}

impl Pins {
    pub fn note(&mut self, incoming: &Incoming, slug: &str) {
        self.note_place("/sporsmal/", incoming.slug.as_ref(), slug);
        if !incoming.related.is_empty() {
            self.wanted.push((slug.to_owned(), incoming.related.clone()));
        }
    }

    pub fn note_article(&mut self, incoming: &article::import::Incoming, slug: &str) {
        self.note_place("/fakta/", incoming.slug.as_ref(), slug);
    }

    fn note_place(&mut self, room: &str, before: Option<&Slug>, slug: &str) {
        if let Some(before) = before.filter(|before| before.as_str() != slug) {
            self.moved.insert(format!("{room}{}", before.as_str()), format!("{room}{slug}"));
        }
    }

    /// What an article leads to, where that stands here: pairs come before articles in a file.
    pub fn follow(&self, incoming: &mut article::import::Incoming) {
        let address = |related: Related<'_>| match related {
            Related::Pair(slug) => format!("/sporsmal/{slug}"),
            Related::Article(slug) => format!("/fakta/{slug}"),
        };
        let wording = &mut incoming.wording;
        if wording.related().any(|related| self.moved.contains_key(&address(related))) {
            let here = wording.related().map(|related| self.here(&address(related)));
            wording.related = here.collect::<Vec<_>>().join("\n");
        }
    }

    fn here(&self, address: &str) -> String {
        self.moved.get(address).map_or(address, String::as_str).to_owned()
    }

    pub fn write(&self, app: &App) -> Result<()> {
        for some in self.wanted.chunks(BATCH) {
            app.database.write_blocking(|conn| {
                let mut each = some.iter();
                each.try_for_each(|(slug, related)| {
                    let here: Vec<String> = related.iter().map(|address| self.here(address)).collect();
                    import::pin(conn, slug, &here)
                })
            })?;
        }
        Ok(())
    }
}
