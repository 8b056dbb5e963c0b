//! The signs that fired when the question was asked, and a person's own word on how soon it must be looked at.

use actix_web::web::{Data, Path};
use validator::Validate;

use super::question;
use crate::app::App;
use crate::domain::question::{Content, TICKED, Urgency};
use crate::domain::staff::Clinician;
use crate::domain::triage;
use crate::text::acute::Category;
use crate::web::error::{Error, Result};
use crate::web::form::{Fields, Form};
use crate::web::guard::Checked;
use crate::web::page::{Notice, Reply};

/// What fired, in words and as ids.
pub struct FoundSigns {
    /// The keys of the words.
    pub words: Vec<&'static str>,
    pub rules: Vec<String>,
}

impl FoundSigns {
    /// What was kept with the question; rules that the lexicon no longer has stand as ids only.
    pub fn of(app: &App, content: &Content) -> Self {
        let mut categories: Vec<Category> =
            content.rules.iter().filter_map(|id| app.lexicons.acute().category_of(id)).collect();
        categories.sort_unstable();
        categories.dedup();
        let ticked = content.rules.iter().any(|rule| rule == TICKED).then_some("sign-ticked");
        let rules = content.rules.iter().filter(|rule| *rule != TICKED).cloned().collect();
        Self { words: ticked.into_iter().chain(categories.into_iter().map(word_key)).collect(), rules }
    }
}

fn word_key(category: Category) -> &'static str {
    match category {
        Category::Poisoning => "sign-poisoning",
        Category::Violence => "sign-violence",
        Category::Suicide => "sign-suicide",
        Category::Method => "sign-method",
        Category::SexualAbuse => "sign-sexual-abuse",
        Category::SelfHarm => "sign-self-harm",
        Category::Crisis => "sign-crisis",
        Category::EatingDisorder => "sign-eating-disorder",
        Category::Broad => "sign-broad",
    }
}

#[derive(Validate)]
pub struct UrgencyForm {
    urgency: String,
}

impl Form for UrgencyForm {
    fn read(fields: &mut Fields) -> Self {
        Self { urgency: fields.line("urgency") }
    }
}

/// `POST /panel/questions/{id}/urgency`
pub async fn update(
    app: Data<App>,
    clinician: Clinician,
    checked: Checked<UrgencyForm>,
    id: Path<String>,
) -> Result<Reply> {
    let question = question::read_id(&id)?;
    let to = Urgency::from_word(&checked.form.urgency).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    app.database.write("question.relevel", move |conn| triage::relevel(conn, &clinician, &question, to, now)).await?;
    Ok(Reply::see_other_with(&question::path(&id), Notice::Relevelled))
}
