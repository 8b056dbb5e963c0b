//! One state of the index: open, whole, and made with known lists. It never changes; a newer state is another state.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use tantivy::indexer::IndexWriter;
use tantivy::{Index, ReloadPolicy, Searcher, TantivyDocument, Term};

use super::fields::Fields;
use super::related;
use super::spelling::Vocabulary;
use crate::domain::publication::Publication;
use crate::domain::publication::version::Version;
use crate::domain::topic::Topics;
use crate::text::search::Lists;

/// The least memory tantivy works with.
const MEMORY_BYTES: usize = 15_000_000;

/// Kept with every commit.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Payload {
    /// Format, lists and topics it was made with.
    made_with: String,
    /// The last change that is in it.
    place: i64,
}

pub(super) struct State {
    pub searcher: Searcher,
    pub fields: Fields,
    pub lists: Arc<Lists>,
    pub vocabulary: Vocabulary,
    pub made_with: String,
    pub place: i64,
    pub related: related::Found,
    index: Index,
}

/// Pairs on their way into an index.
pub(super) struct Writing<'a> {
    pub lists: &'a Lists,
    pub topics: &'a Topics,
    fields: Fields,
    index: Index,
    writer: IndexWriter,
}

impl State {
    /// Opens an index that must be whole.
    pub fn open(folder: &Path, lists: Arc<Lists>) -> Result<Self> {
        let mut index = Index::open_in_dir(folder)?;
        index.set_tokenizers(Fields::tokenizers());
        ensure!(index.schema() == Fields::new().schema, "the index has other fields");
        ensure!(index.validate_checksum()?.is_empty(), "files of the index are damaged");
        Self::of(index, lists)
    }

    /// The newest state of an index.
    pub fn of(index: Index, lists: Arc<Lists>) -> Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let (searcher, fields) = (reader.searcher(), Fields::new());
        let vocabulary = Vocabulary::read(&searcher, &fields, &lists)?;
        let Payload { made_with, place } = payload_of(&index)?;
        Ok(Self { searcher, fields, lists, vocabulary, made_with, place, related: related::Found::default(), index })
    }

    /// The same index with what was committed since.
    pub fn newer(&self) -> Result<Self> {
        Self::of(self.index.clone(), self.lists.clone())
    }

    /// Begins to change this index; none while somebody else does.
    pub fn write<'a>(&self, lists: &'a Lists, topics: &'a Topics) -> Result<Option<(Writing<'a>, i64)>> {
        match Writing::of(self.index.clone(), lists, topics) {
            Ok(writing) => {
                // Whoever wrote before may have gone further.
                let place = payload_of(&self.index)?.place;
                Ok(Some((writing, place)))
            }
            Err(tantivy::TantivyError::LockFailure(..)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn payload_of(index: &Index) -> Result<Payload> {
    let payload = index.load_metas()?.payload.context("the index does not say what is in it")?;
    serde_json::from_str(&payload).context("what the index says is in it cannot be read")
}

impl<'a> Writing<'a> {
    /// A new index, in an empty folder or in memory.
    pub fn new(folder: Option<&Path>, lists: &'a Lists, topics: &'a Topics) -> Result<Self> {
        let builder = Index::builder().schema(Fields::new().schema).tokenizers(Fields::tokenizers());
        let index = match folder {
            Some(folder) => {
                fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
                builder.create_in_dir(folder)?
            }
            None => builder.create_in_ram()?,
        };
        Ok(Self::of(index, lists, topics)?)
    }

    fn of(index: Index, lists: &'a Lists, topics: &'a Topics) -> tantivy::Result<Self> {
        let writer = index.writer_with_num_threads(1, MEMORY_BYTES)?;
        Ok(Self { lists, topics, fields: Fields::new(), index, writer })
    }

    /// Puts a pair and its public versions in, in place of what the index had of it.
    pub fn put(&mut self, pair: &Publication, further_topics: &[String], versions: &[Version]) -> Result<()> {
        self.take_out(pair.id.as_str());
        let mut document: TantivyDocument = self.fields.document(pair, versions, self.lists, self.topics);
        self.fields.list_under(&mut document, further_topics, self.lists, self.topics);
        self.writer.add_document(document)?;
        Ok(())
    }

    pub fn take_out(&mut self, id: &str) {
        self.writer.delete_term(Term::from_field_text(self.fields.id, id));
    }

    /// Makes it last.
    pub fn commit(&mut self, made_with: &str, place: i64) -> Result<()> {
        let payload = serde_json::to_string(&Payload { made_with: made_with.to_owned(), place })?;
        let mut prepared = self.writer.prepare_commit()?;
        prepared.set_payload(&payload);
        prepared.commit()?;
        Ok(())
    }

    /// Writes all pairs together anew, so that nothing is left of those taken out.
    pub fn forget_removed(&mut self) -> Result<()> {
        let segments = self.index.searchable_segment_ids()?;
        if !segments.is_empty() {
            self.writer.merge(&segments).wait()?;
        }
        Ok(())
    }

    /// Deletes the files nobody reads any more.
    pub fn tidy(&mut self) -> Result<()> {
        self.writer.garbage_collect_files().wait()?;
        Ok(())
    }

    /// Waits for what still happens in the background, and gives the index.
    pub fn finish(self) -> Result<Index> {
        self.writer.wait_merging_threads()?;
        Ok(self.index)
    }
}
