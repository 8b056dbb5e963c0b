//! Words that rise in what is asked: for whoever tends the lists. Words alone, none of fewer than five questions, and no
//! name.

use actix_web::HttpRequest;
use actix_web::web::Data;
use askama::Template;

use crate::app::App;
use crate::domain;
use crate::domain::new_word::{self, NEW_DAYS, Texts};
use crate::domain::staff::Clinician;
use crate::text::identifying::{self, Lexicon};
use crate::text::rising::{Rising, rising};
use crate::text::search::Lists;
use crate::text::search::wanted::is_filler;
use crate::text::synonyms::Reading;
use crate::web::error::Result;
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "staff/new_words.html")]
struct NewWordsPage {
    frame: Frame,
    words: Vec<Rising>,
    new: usize,
    old: usize,
}

/// `GET /panel/words`
pub async fn show(app: Data<App>, clinician: Clinician, request: HttpRequest) -> Result<Reply> {
    let now = app.clock.now();
    let reader = clinician.clone();
    app.database.write("new_word.record_look", move |conn| new_word::record_look(conn, &reader, now)).await?;
    let lexicons = (app.lexicons.clone(), app.search.lists());
    // Reading alone, so that nobody who asks has to wait for it.
    let (words, new, old) = app
        .database
        .read("new_word.open_texts", move |conn| {
            let texts = new_word::open_texts(conn, &clinician, now)?;
            let (lexicons, lists) = lexicons;
            let words = compare(&texts, &lexicons.identifying, &lists);
            Ok::<_, domain::Error>((words, texts.new.len(), texts.old.len()))
        })
        .await?;
    Ok(Reply::page(&NewWordsPage { frame: Frame::of(&request), words, new, old })?.not_stored())
}

/// What may give someone away is taken out first.
fn compare(texts: &Texts, lexicon: &Lexicon, lists: &Lists) -> Vec<Rising> {
    let new: Vec<String> = texts.new.iter().map(|text| identifying::remove(text, &lexicon.mark(text), " ")).collect();
    let is_known = |word: &str| is_filler(word) || !lists.synonyms.find(&[word], Reading::Query).is_empty();
    rising(new.iter().map(String::as_str), texts.old.iter().map(String::as_str), is_known)
}
