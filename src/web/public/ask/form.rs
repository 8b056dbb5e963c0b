//! What someone typed into the form, and what of it makes a submission.

use actix_web::HttpRequest;
use validator::Validate;

use crate::app::App;
use crate::domain::audience::{AgeBand, Audience, Gender};
use crate::domain::ids::words;
use crate::domain::question::{Submission, TICKED, Urgency};
use crate::domain::region;
use crate::text::acute::Signs;
use crate::text::count_characters;
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::page::Frame;

/// What someone typed, right or wrong.
#[derive(Clone, Validate)]
pub struct AskForm {
    #[validate(length(min = 1, code = "error-question-missing"))]
    pub(super) question: String,
    #[validate(length(min = 1, code = "error-topic-missing"))]
    pub(super) topic: String,
    pub(super) gender: String,
    pub(super) age_band: String,
    pub(super) region: String,
    /// "yes" when the asker ticked that someone is in danger now.
    pub(super) danger: String,
    /// What was pressed: see [`Step`].
    pub(super) step: String,
    pub(super) ticket: String,
    /// The answer to the challenge, when the form went out with one.
    pub(super) answer: String,
    /// A field that nobody sees: what fills it in is a machine.
    pub(super) remark: String,
    /// "yes" when answers that are there already were shown.
    pub(super) seen: String,
}

words!(
    /// What the asker wants done with what was typed.
    Step, "step" {
        Send = "send",
        /// After the words that give someone away were shown.
        SendAnyway = "anyway",
        Change = "change",
        /// To see whether others have asked.
        Look = "look",
    }
);

impl Form for AskForm {
    fn read(fields: &mut Fields) -> Self {
        Self {
            question: fields.text("question"),
            topic: fields.line("topic"),
            gender: fields.line("gender"),
            age_band: fields.line("age_band"),
            region: fields.line("region"),
            danger: fields.line("danger"),
            step: fields.line("do"),
            ticket: fields.raw("ticket"),
            answer: fields.line("answer"),
            remark: fields.line("remark"),
            seen: fields.line("seen"),
        }
    }
}

impl AskForm {
    pub(super) fn empty() -> Self {
        Self {
            question: String::new(),
            topic: String::new(),
            gender: String::new(),
            age_band: String::new(),
            region: String::new(),
            danger: String::new(),
            step: String::new(),
            ticket: String::new(),
            answer: String::new(),
            remark: String::new(),
            seen: String::new(),
        }
    }

    /// The asker's own word weighs most; signs in the text only raise.
    fn urgency(&self, signs: &Signs) -> Urgency {
        if self.is_ticked() { Urgency::Acute } else { Urgency::of_level(signs.level) }
    }

    fn is_ticked(&self) -> bool {
        self.danger == "yes"
    }

    /// Why it was found so urgent: the rules' ids, and the asker's own tick.
    fn rules(&self, signs: &Signs) -> Vec<String> {
        let ticked = self.is_ticked().then(|| TICKED.to_owned());
        signs.rules.iter().cloned().chain(ticked).collect()
    }

    /// All that makes one question another.
    pub(super) fn sent(&self) -> [&str; 6] {
        [&self.question, &self.topic, &self.gender, &self.age_band, &self.region, &self.danger]
    }

    /// Checks what needs the settings and the content files; a submission when nothing at all is wrong.
    pub(super) fn check(
        &self,
        app: &App,
        signs: &Signs,
        errors: &mut FormErrors,
        request: &HttpRequest,
    ) -> Option<Submission> {
        let settings = &app.settings.question;
        let length = count_characters(&self.question);
        if length < settings.min_characters {
            errors.add("question", "error-question-short");
        } else if length > settings.max_characters {
            errors.add("question", "error-question-long");
        }
        if app.topics.find(&self.topic).is_none() {
            errors.add("topic", "error-topic-unknown");
        }
        let gender = word_or_unsaid("gender", &self.gender, Gender::Unsaid, Gender::from_word, errors);
        let age_band = word_or_unsaid("age_band", &self.age_band, AgeBand::Unsaid, AgeBand::from_word, errors);
        let region = if self.region.is_empty() { region::UNSAID } else { &self.region };
        if !app.regions.offers(region) {
            errors.add("region", "error-choice-unknown");
        }
        errors.sort_as(&["question", "topic", "gender", "age_band", "region"]);
        errors.is_empty().then(|| Submission {
            text: self.question.clone(),
            topic: self.topic.clone(),
            audience: Audience { gender, age_band },
            region: region.to_owned(),
            language: Frame::of(request).language(),
            urgency: self.urgency(signs),
            rules: self.rules(signs),
        })
    }
}

/// One of a closed list; empty means "would rather not say".
fn word_or_unsaid<T>(
    field: &str,
    typed: &str,
    unsaid: T,
    read: impl Fn(&str) -> Option<T>,
    errors: &mut FormErrors,
) -> T {
    read(typed).unwrap_or_else(|| {
        if !typed.is_empty() {
            errors.add(field, "error-choice-unknown");
        }
        unsaid
    })
}
