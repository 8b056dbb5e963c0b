//! The words a pair had before a correction, and what readers were told, as they stand in a pair's line.

use serde::{Deserialize, Serialize};
use spoross::domain::publication::correction::history::{Former, Incoming, Note};
use spoross::text::normalise_line;

use super::{Rules, day, require, wording};

/// As in the panel's own form.
const LONGEST_NOTE: usize = 500;

/// One correction, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PairFormer {
    pub title: String,
    pub question: String,
    /// Markdown.
    pub answer: String,
    /// What readers were told.
    pub note: String,
    pub corrected_on: Option<String>,
}

/// All of a pair's, the newest first; what is wrong is said with a number before it.
pub fn check_all(former: &[PairFormer], rules: &Rules<'_>, wrong: &mut Vec<String>) -> Vec<Incoming> {
    let mut checked = Vec::new();
    for (number, one) in former.iter().enumerate() {
        let mut its_own = Vec::new();
        let wording = wording((&one.title, &one.question, &one.answer), &mut its_own);
        let words = normalise_line(&one.note);
        require("note", LONGEST_NOTE, &words, &mut its_own);
        let on = day("corrected_on", one.corrected_on.as_deref(), rules, &mut its_own);
        if on.is_none() && its_own.is_empty() {
            its_own.push("corrected_on is empty".into());
        }
        wrong.extend(its_own.into_iter().map(|why| format!("former {}: {why}", number + 1)));
        let (title, question, answer) = (wording.title, wording.question, wording.answer);
        checked.extend(on.map(|on| Incoming { title, question, answer, note: Note { on, words } }));
    }
    checked
}

impl From<Former> for PairFormer {
    fn from(it: Former) -> Self {
        Self {
            title: it.title,
            question: it.question,
            answer: it.answer,
            note: it.note.words,
            corrected_on: Some(it.note.on.to_string()),
        }
    }
}
