//! Search over published pairs: an index in the data folder that follows the list of changes, and can be made anew from
//! the database at any time. What someone looks for is never logged, kept or part of an error.

mod alike;
mod answer;
mod fields;
mod follow;
mod looking;
mod query;
mod related;
mod snippet;
mod spelling;
mod state;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use actix_web::rt::task::spawn_blocking;
use anyhow::{Context, Result};

pub use self::answer::{Answer, Asked, Hit, MOST_HITS};
use self::follow::Stamps;
pub use self::snippet::Piece;
use self::state::State;
use crate::database::Database;
use crate::domain::publication::Publication;
use crate::domain::topic::Topics;
use crate::text::language::Language;
use crate::text::search::Lists;

/// Clones share one index.
#[derive(Clone)]
pub struct Search(Arc<Inner>);

struct Inner {
    /// None: the index lies in memory.
    folder: Option<PathBuf>,
    /// The owner's folder of lists; empty when there is none.
    lexicon: PathBuf,
    topics: Arc<Topics>,
    /// Changes when a topic is named otherwise.
    topics_fingerprint: String,
    /// The owner's lists, if there are any of them.
    lists: RwLock<(Option<Arc<Lists>>, Stamps)>,
    state: RwLock<Option<Arc<State>>>,
    /// One poll at a time.
    turn: Mutex<()>,
}

impl Search {
    /// Opens nothing yet: the first poll does.
    pub fn new(folder: Option<&Path>, lexicon: &Path, lists: Option<Arc<Lists>>, topics: Arc<Topics>) -> Self {
        let stamps = Stamps::of(lexicon);
        Self(Arc::new(Inner {
            folder: folder.map(Path::to_owned),
            lexicon: lexicon.to_owned(),
            topics_fingerprint: fields::fingerprint(&topics),
            topics,
            lists: RwLock::new((lists, stamps)),
            state: RwLock::new(None),
            turn: Mutex::new(()),
        }))
    }

    /// Brings the index up to date: opens or makes it, reads changed lists anew, applies what was published and removed
    /// since. Called every second; it is quick when nothing happened.
    pub async fn poll(&self, database: &Database) -> Result<()> {
        let (inner, database) = (self.0.clone(), database.clone());
        let polled = spawn_blocking(move || inner.poll(&database)).await;
        if polled.is_err() {
            self.0.put_away();
        }
        polled.context("bringing the search index up to date did not run to its end")?
    }

    /// The lists as they are now.
    pub fn lists(&self) -> Arc<Lists> {
        self.0.lists()
    }

    /// The best pairs. While there is no index, and when it turns out to be broken, the answer says so.
    pub async fn find(&self, asked: Asked) -> Answer {
        self.look(move |state| looking::find(state, &asked)).await.unwrap_or_else(Answer::preparing)
    }

    /// The pairs that may already answer a text that someone is writing; often none.
    pub async fn find_alike(&self, text: String, page: Language, count: usize) -> Answer {
        self.look(move |state| alike::find(state, &text, page, count)).await.unwrap_or_else(Answer::preparing)
    }

    /// Slugs of pairs like this one, the likest first; none while there is no index to ask.
    pub async fn related(&self, pair: Arc<Publication>) -> Option<Arc<[String]>> {
        if let Some(known) = self.0.state().and_then(|state| state.related.get(&pair)) {
            return Some(known);
        }
        self.look(move |state| state.related.find(state, &pair)).await
    }

    /// Asks the index, if there is a whole one.
    async fn look<T: Send + 'static>(&self, ask: impl FnOnce(&State) -> Result<T> + Send + 'static) -> Option<T> {
        let inner = self.0.clone();
        match spawn_blocking(move || inner.state().map(|state| ask(&state))).await {
            Ok(Some(Ok(answer))) => Some(answer),
            Ok(None) => None,
            // Neither the error nor the panic is logged: they might repeat what someone looked for.
            Ok(Some(Err(_))) | Err(_) => {
                tracing::error!("the search index could not be read; it is made anew");
                self.0.put_away();
                None
            }
        }
    }
}

impl Inner {
    fn state(&self) -> Option<Arc<State>> {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn lists(&self) -> Arc<Lists> {
        self.lists.read().unwrap_or_else(PoisonError::into_inner).0.clone().unwrap_or_else(Lists::built_in)
    }

    fn put(&self, state: Arc<State>) {
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = Some(state);
    }

    /// A broken index is answered from no more; the next poll opens it again or makes it anew.
    fn put_away(&self) {
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
