//! Where a pair stands, and what stands beside it.

use std::sync::Arc;

use crate::app::App;
use crate::domain;
use crate::domain::publication::shelf::{self, Beside};
use crate::domain::publication::version::listing;
use crate::domain::publication::{Heading, Publication, related};
use crate::domain::topic::Subtopic;
use crate::text::language::Language;
use crate::web::error::Result;

const NEIGHBOURS: i64 = 5;

/// Its subtopic and its neighbours, as readers of a language see them.
pub(super) struct Place<'a> {
    pub subtopic: Option<&'a Subtopic>,
    /// Pinned by an editor, then the likest.
    pub related: Vec<Heading>,
    /// The newest of the topic, when nothing is known to be like it.
    pub neighbours: Vec<Heading>,
    pub beside: Beside,
}

impl<'a> Place<'a> {
    pub async fn find(app: &'a App, pair: &Arc<Publication>, language: Language) -> Result<Self> {
        let alike = app.search.related(pair.clone()).await.unwrap_or_default();
        let wanted = pair.clone();
        let (related, neighbours, beside) = app
            .database
            .read("publication.list_related", move |conn| {
                let mut related = related::list_pinned(conn, &wanted)?;
                for heading in related::list_by_slugs(conn, &alike)? {
                    if related.len() < related::MOST && related.iter().all(|known| known.slug != heading.slug) {
                        related.push(heading);
                    }
                }
                let mut neighbours = if related.is_empty() {
                    shelf::list_neighbours(conn, &wanted.topic, &wanted.slug, NEIGHBOURS)?
                } else {
                    Vec::new()
                };
                let mut beside = shelf::find_beside(conn, &wanted)?;
                for headings in [
                    related.as_mut_slice(),
                    neighbours.as_mut_slice(),
                    beside.newer.as_mut_slice(),
                    beside.older.as_mut_slice(),
                ] {
                    listing::put_in_place(conn, language, headings)?;
                }
                Ok::<_, domain::Error>((related, neighbours, beside))
            })
            .await?;
        let subtopic = pair.subtopic.as_ref().and_then(|slug| app.topics.find_subtopic(&pair.topic, slug));
        Ok(Self { subtopic, related, neighbours, beside })
    }
}
