//! Where a pair stands, and what stands beside it.

use std::sync::Arc;

use crate::app::App;
use crate::domain;
use crate::domain::publication::placed::{self, Neighbour};
use crate::domain::publication::shelf::{self, Beside};
use crate::domain::publication::version::listing;
use crate::domain::publication::{Heading, Publication, related};
use crate::domain::topic::{Subtopic, Topic};
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
    /// Articles that someone put beside it.
    pub articles: Vec<Neighbour>,
    /// Topics that it is listed under too.
    pub further: Vec<&'a Topic>,
}

impl<'a> Place<'a> {
    pub async fn find(app: &'a App, pair: &Arc<Publication>, language: Language) -> Result<Self> {
        let alike = app.search.related(pair.clone()).await.unwrap_or_default();
        let wanted = pair.clone();
        let (related, neighbours, beside, (articles, further)) = app
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
                let articles = placed::list_articles(conn, &wanted)?.into_iter().map(|(_, page)| page).collect();
                let further = placed::list_topics(conn, &[wanted.id.as_str()])?.into_values().flatten().collect();
                Ok::<_, domain::Error>((related, neighbours, beside, (articles, further)))
            })
            .await?;
        let subtopic = pair.subtopic.as_ref().and_then(|slug| app.topics.find_subtopic(&pair.topic, slug));
        let further: Vec<String> = further;
        let further = further.iter().filter_map(|slug| app.topics.find(slug)).collect();
        Ok(Self { subtopic, related, neighbours, beside, articles, further })
    }
}
