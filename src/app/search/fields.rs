//! The index's fields: each part of a pair as spelt, stemmed, folded, in parts and by what it is about.

use sha2::{Digest, Sha256};
use tantivy::TantivyDocument;
use tantivy::schema::{Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager, WhitespaceTokenizer};

use super::snippet::plain_text;
use crate::domain::publication::Publication;
use crate::domain::publication::version::Version;
use crate::domain::topic::Topics;
use crate::text::language::Language;
use crate::text::search::{Forms, Lists};
use crate::text::terms::spelt_words;
use crate::vault::to_hex;

/// Goes up with every change to what is indexed: an older index is made anew.
pub(super) const FORMAT: u32 = 3;

const WORDS: &str = "words";

/// One part of a pair.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub spelt: Field,
    pub stems: Field,
    pub folded: Field,
    pub parts: Field,
    pub ideas: Field,
}

/// Every field.
#[derive(Clone)]
pub(super) struct Fields {
    pub schema: Schema,
    pub id: Field,
    /// What a list shows.
    pub slug: Field,
    pub published_on: Field,
    pub language: Field,
    pub title_text: Field,
    pub question_text: Field,
    pub answer_text: Field,
    /// What filters ask for.
    pub topic: Field,
    /// Topic and subtopic together.
    pub within: Field,
    pub age_band: Field,
    pub gender: Field,
    pub title: Part,
    pub question: Part,
    pub answer: Part,
    pub topic_name: Part,
    /// All public versions together; so a pair's own words weigh the same whether it has versions or not.
    pub version_title: Part,
    pub version_text: Part,
    /// A version as a list shows it, one value each, in one order: its word, title, question, answer.
    pub versions: Stored,
}

/// What is kept of each version.
#[derive(Clone, Copy)]
pub(super) struct Stored {
    pub word: Field,
    pub title: Field,
    pub question: Field,
    pub answer: Field,
}

impl Fields {
    pub fn new() -> Self {
        let mut builder = Schema::builder();
        let mut part = |name: &str| {
            let indexing =
                TextFieldIndexing::default().set_tokenizer(WORDS).set_index_option(IndexRecordOption::WithFreqs);
            let options = TextOptions::default().set_indexing_options(indexing);
            let mut field = |form: &str| builder.add_text_field(&format!("{name}_{form}"), options.clone());
            Part {
                spelt: field("spelt"),
                stems: field("stems"),
                folded: field("folded"),
                parts: field("parts"),
                ideas: field("ideas"),
            }
        };
        let (title, question, answer, topic_name) =
            (part("title"), part("question"), part("answer"), part("topic_name"));
        let (version_title, version_text) = (part("version_title"), part("version_text"));
        let mut stored = |name: &str| builder.add_text_field(name, STORED);
        let (slug, published_on, language) = (stored("slug"), stored("published_on"), stored("language"));
        let (title_text, question_text, answer_text) =
            (stored("title_text"), stored("question_text"), stored("answer_text"));
        let versions = Stored {
            word: stored("version_word"),
            title: stored("version_title_text"),
            question: stored("version_question_text"),
            answer: stored("version_answer_text"),
        };
        let mut word = |name: &str| builder.add_text_field(name, STRING | STORED);
        let (id, topic, age_band, gender) = (word("id"), word("topic"), word("age_band"), word("gender"));
        let within = builder.add_text_field("within", STORED);
        Self {
            schema: builder.build(),
            id,
            slug,
            published_on,
            language,
            title_text,
            question_text,
            answer_text,
            topic,
            within,
            age_band,
            gender,
            title,
            question,
            answer,
            topic_name,
            version_title,
            version_text,
            versions,
        }
    }

    /// Our words come with spaces between.
    pub fn tokenizers() -> TokenizerManager {
        let manager = TokenizerManager::default();
        manager.register(WORDS, TextAnalyzer::from(WhitespaceTokenizer::default()));
        manager
    }

    /// A pair and its public versions as the index keeps them.
    pub fn document(
        &self,
        pair: &Publication,
        versions: &[Version],
        lists: &Lists,
        topics: &Topics,
    ) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        let (question, answer) = (pair.question.clone(), plain_text(&pair.answer));
        for (field, text) in [
            (self.id, pair.id.as_str()),
            (self.slug, &pair.slug),
            (self.published_on, &pair.published_on.to_string()),
            (self.language, pair.language.tag()),
            (self.topic, &pair.topic),
            (self.age_band, pair.audience.age_band.word()),
            (self.gender, pair.audience.gender.word()),
            (self.title_text, &pair.title),
            (self.question_text, &question),
            (self.answer_text, &answer),
        ] {
            document.add_text(field, text);
        }
        if let Some(subtopic) = &pair.subtopic {
            document.add_text(self.within, within(&pair.topic, subtopic));
        }
        for (part, text) in [(self.title, &pair.title), (self.question, &question), (self.answer, &answer)] {
            part.fill(&mut document, &lists.forms(text, pair.language));
        }
        for version in versions {
            self.add_version(&mut document, version, lists);
        }
        self.name_topic(&mut document, &pair.topic, lists, topics);
        document
    }

    /// The further topics of a pair: filters find it there, and their names find it. Its own stands first.
    pub fn list_under(&self, document: &mut TantivyDocument, further: &[String], lists: &Lists, topics: &Topics) {
        for topic in further {
            document.add_text(self.topic, topic);
            self.name_topic(document, topic, lists, topics);
        }
    }

    fn name_topic(&self, document: &mut TantivyDocument, slug: &str, lists: &Lists, topics: &Topics) {
        if let Some(topic) = topics.find(slug) {
            for language in Language::ALL {
                self.topic_name.fill(document, &lists.forms(topic.name.to(language), language));
            }
        }
    }

    fn add_version(&self, document: &mut TantivyDocument, version: &Version, lists: &Lists) {
        let wording = &version.wording;
        let answer = plain_text(&wording.answer);
        for (field, text) in [
            (self.versions.word, &version.variant.word()),
            (self.versions.title, &wording.title),
            (self.versions.question, &wording.question),
            (self.versions.answer, &answer),
        ] {
            document.add_text(field, text);
        }
        let forms = |text: &str| match version.variant.tongue.of_ours() {
            Some(language) => lists.forms(text, language),
            // We know neither its stems nor its slang.
            None => Forms { spelt: spelt_words(text).join(" "), ..Forms::default() },
        };
        self.version_title.fill(document, &forms(&wording.title));
        self.version_text.fill(document, &forms(&format!("{}\n{answer}", wording.question)));
    }
}

/// A subtopic as the index knows it: no two topics share one.
pub(super) fn within(topic: &str, subtopic: &str) -> String {
    format!("{topic}/{subtopic}")
}

/// Says which names the topics have.
pub(super) fn fingerprint(topics: &Topics) -> String {
    let mut hasher = Sha256::new();
    for topic in topics.all() {
        hasher.update(topic.slug.as_bytes());
        for language in Language::ALL {
            hasher.update(topic.name.to(language).as_bytes());
        }
    }
    to_hex(hasher.finalize().get(..4).unwrap_or_default())
}

impl Part {
    fn fill(self, document: &mut TantivyDocument, forms: &Forms) {
        for (field, words) in [
            (self.spelt, &forms.spelt),
            (self.stems, &forms.stems),
            (self.folded, &forms.folded),
            (self.parts, &forms.parts),
            (self.ideas, &forms.ideas),
        ] {
            document.add_text(field, words);
        }
    }
}
