//! How the index follows the database: opened or made anew, then change by change.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, Result};
use tantivy::TantivyError;

use super::Inner;
use super::fields::FORMAT;
use super::state::{State, Writing};
use crate::database::{AnyConnection, Database};
use crate::domain::publication::changes::{self, Kind};
use crate::domain::publication::placed;
use crate::domain::publication::version::{Version, listing};
use crate::text::search::{FILES, Lists};

/// Pairs and changes read at once.
const BATCH: i64 = 200;

/// When the owner's lists were last changed, and how long they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamps(Vec<Option<(SystemTime, u64)>>);

impl Stamps {
    pub fn of(folder: &Path) -> Self {
        if folder.as_os_str().is_empty() {
            return Self::default();
        }
        let stamp = |name| {
            let file = fs::metadata(folder.join(name)).ok()?;
            Some((file.modified().ok()?, file.len()))
        };
        Self(FILES.into_iter().map(stamp).collect())
    }
}

impl Inner {
    pub(super) fn poll(&self, database: &Database) -> Result<()> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.read_lists_again();
        let lists = self.lists();
        let made_with = self.made_with(&lists);
        let state = self.state().filter(|state| state.made_with == made_with).or_else(|| self.open(&lists, &made_with));
        let mut conn = database.connect()?;
        let last = changes::last_place(&mut conn)?;
        match state {
            // A place beyond the last is of another database, or of one that was put back.
            Some(state) if state.place <= last => match self.follow(&mut conn, state, last) {
                Err(error) if error.is::<TantivyError>() => {
                    tracing::warn!(error = format!("{error:#}"), "the search index broke; it is made anew");
                    self.make(&mut conn, lists, &made_with)
                }
                followed => followed,
            },
            _ => self.make(&mut conn, lists, &made_with),
        }
    }

    fn made_with(&self, lists: &Lists) -> String {
        format!("{FORMAT}-{}-{}", lists.fingerprint(), self.topics_fingerprint)
    }

    /// The owner's lists when they changed; a list with an error in it changes nothing.
    fn read_lists_again(&self) {
        let stamps = Stamps::of(&self.lexicon);
        if self.lists.read().unwrap_or_else(PoisonError::into_inner).1 == stamps {
            return;
        }
        let read = Lists::load(&self.lexicon);
        let mut kept = self.lists.write().unwrap_or_else(PoisonError::into_inner);
        kept.1 = stamps;
        match read {
            Ok(lists) => kept.0 = lists,
            Err(error) => tracing::error!(error = format!("{error:#}"), "the search lists stay as they were"),
        }
    }

    /// The index in the folder, if it is there, whole and made with these lists.
    fn open(&self, lists: &Arc<Lists>, made_with: &str) -> Option<Arc<State>> {
        let folder = self.folder.as_ref()?.join(made_with);
        if !folder.exists() {
            return None;
        }
        match State::open(&folder, lists.clone()) {
            Ok(state) if state.made_with == made_with => {
                let state = Arc::new(state);
                self.put(state.clone());
                Some(state)
            }
            Ok(_) => None,
            Err(error) => {
                tracing::warn!(error = format!("{error:#}"), "the search index is damaged; it is made anew");
                None
            }
        }
    }

    /// Applies what happened since, in the order it happened.
    fn follow(&self, conn: &mut AnyConnection, state: Arc<State>, last: i64) -> Result<()> {
        if state.place == last {
            return Ok(());
        }
        let lists = state.lists.clone();
        let Some((mut writing, mut place)) = state.write(&lists, &self.topics)? else {
            self.put(Arc::new(state.newer()?));
            return Ok(());
        };
        let mut is_something_gone = false;
        loop {
            let batch = changes::list_after(conn, place, BATCH)?;
            let Some(newest) = batch.last() else { break };
            place = newest.place;
            for change in &batch {
                is_something_gone |= change.kind != Kind::Added;
                match changes::find(conn, &change.publication_id)? {
                    Some(pair) => {
                        let further = placed::find(conn, &pair)?.further_topics;
                        writing.put(&pair, &further, &listing::list_public(conn, std::slice::from_ref(&pair))?)?;
                    }
                    None => writing.take_out(change.publication_id.as_str()),
                }
            }
            writing.commit(&state.made_with, place)?;
        }
        if is_something_gone {
            writing.forget_removed()?;
        }
        self.put(Arc::new(state.newer()?));
        drop(state);
        if is_something_gone {
            writing.tidy()?;
        }
        writing.finish().map(drop)
    }

    /// Makes the index from the database, beside the one that still answers, and puts it in its place.
    fn make(&self, conn: &mut AnyConnection, lists: Arc<Lists>, made_with: &str) -> Result<()> {
        let unfinished = self.folder.as_ref().map(|folder| folder.join(format!("{made_with}.new")));
        if let Some(unfinished) = &unfinished {
            remove(unfinished)?;
        }
        let mut writing = Writing::new(unfinished.as_deref(), &lists, &self.topics)?;
        // Read first: what is published meanwhile is applied once more, which does no harm.
        let place = changes::last_place(conn)?;
        let mut after = None;
        loop {
            let batch = changes::list_pairs(conn, after.as_ref(), BATCH)?;
            let Some(last) = batch.last() else { break };
            let versions = listing::list_public(conn, &batch)?;
            let ids: Vec<&str> = batch.iter().map(|pair| pair.id.as_str()).collect();
            let mut further = placed::list_topics(conn, &ids)?;
            for pair in &batch {
                let own = |version: &&Version| version.publication_id == pair.id;
                let topics = further.remove(pair.id.as_str()).unwrap_or_default();
                writing.put(pair, &topics, &versions.iter().filter(own).cloned().collect::<Vec<_>>())?;
            }
            after = Some(last.id.clone());
        }
        writing.commit(made_with, place)?;
        let index = writing.finish()?;
        let state = match (&self.folder, unfinished) {
            (Some(folder), Some(unfinished)) => {
                let finished = folder.join(made_with);
                remove(&finished)?;
                fs::rename(&unfinished, &finished).context("putting the search index in its place")?;
                remove_all_but(folder, &finished)?;
                State::open(&finished, lists)?
            }
            _ => State::of(index, lists)?,
        };
        tracing::info!(pairs = state.searcher.num_docs(), "the search index was made anew");
        self.put(Arc::new(state));
        Ok(())
    }
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}

/// Indexes made with other lists are no use.
fn remove_all_but(folder: &Path, kept: &PathBuf) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path != *kept && path.is_dir() {
            remove(&path)?;
        }
    }
    Ok(())
}
