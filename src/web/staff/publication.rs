//! What is published, for whoever arranges it: an editor says where a pair stands, what stands beside it, and whether its
//! topic begins with it. Its words are not changed here.

mod list;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use validator::Validate;

use super::placing::{self, Row};
use super::withdrawal;
use crate::app::App;
use crate::domain::publication::check::{self, Check};
use crate::domain::publication::choice::{self, Chosen};
use crate::domain::publication::placed::{self, Neighbour};
use crate::domain::publication::related::{self, Fault, Pinned};
use crate::domain::publication::shelf;
use crate::domain::publication::urgent::{self, Urgent};
use crate::domain::publication::version::original_of;
use crate::domain::publication::{self, Heading, Publication};
use crate::domain::staff::{Editor, Role};
use crate::domain::topic::Topic;
use crate::domain::{self, Refusal};
use crate::text::markdown::HeadingLevel;
use crate::web::error::{Error, Result};
use crate::web::form::{Fields, Form, FormErrors};
use crate::web::guard::{Checked, SomeoneIn};
use crate::web::page::{Frame, Notice, Reply};
use crate::web::public::answers::answer_html;

pub use list::index;

#[derive(Template)]
#[template(path = "staff/publication.html")]
struct PublicationPage<'a> {
    frame: Frame,
    pair: &'a Publication,
    topic: Option<&'a Topic>,
    /// What stands first in its topic.
    choice: Vec<Heading>,
    pinned: Vec<Heading>,
    /// The addresses in the form, as typed or as they are.
    related: Vec<String>,
    is_editor: bool,
    /// It came out without a second pair of eyes.
    urgent: Option<Urgent>,
    /// Where it stands.
    placing: Vec<Row>,
    pages: Vec<Neighbour>,
    check: Check,
    /// Its answer as readers see it; cleaned HTML.
    answer: String,
    /// Which words it has now.
    seen: String,
    errors: FormErrors,
}

/// What a form sent that could not be done.
#[derive(Default)]
struct Returned {
    related: Option<Vec<String>>,
    errors: FormErrors,
}

/// A subtopic's slug; empty for none.
#[derive(Validate)]
pub struct SubtopicForm {
    subtopic: String,
}

impl Form for SubtopicForm {
    fn read(fields: &mut Fields) -> Self {
        Self { subtopic: fields.line("subtopic") }
    }
}

/// Addresses or slugs, as pasted; empty ones are no pins.
#[derive(Validate)]
pub struct RelatedForm {
    related: Vec<String>,
}

impl Form for RelatedForm {
    fn read(fields: &mut Fields) -> Self {
        Self { related: (1..=related::MOST).map(|number| fields.line(&format!("related-{number}"))).collect() }
    }
}

/// A place in the topic's choice, counted from 1; anything else is none.
#[derive(Validate)]
pub struct ChoiceForm {
    place: i32,
}

impl Form for ChoiceForm {
    fn read(fields: &mut Fields) -> Self {
        Self { place: fields.number("place") }
    }
}

/// `GET /panel/publications/{slug}`
pub async fn show(app: Data<App>, someone: SomeoneIn, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let is_editor = someone.0.member.roles.contains(&Role::Editor);
    match page(&app, &request, slug.into_inner(), is_editor, Returned::default()).await {
        Err(Error::Domain(domain::Error::Refused(Refusal::PairWithdrawn { slug }))) => {
            Ok(Reply::see_other(&withdrawal::path(&slug)))
        }
        page => page,
    }
}

/// `POST /panel/publications/{slug}/subtopic`
pub async fn update_subtopic(
    app: Data<App>,
    editor: Editor,
    Checked { form, mut errors }: Checked<SubtopicForm>,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let (slug, now, topics) = (slug.into_inner(), app.clock.now(), app.topics.clone());
    let (here, subtopic) = (slug.clone(), Some(form.subtopic).filter(|chosen| !chosen.is_empty()));
    let is_known = app
        .database
        .write("publication.set_subtopic", move |conn| {
            let topic = publication::find_by_slug(conn, &slug)?.topic;
            if subtopic.as_ref().is_some_and(|chosen| topics.find_subtopic(&topic, chosen).is_none()) {
                return Ok(false);
            }
            shelf::set_subtopic(conn, &editor, &slug, subtopic.as_deref(), now).map(|()| true)
        })
        .await?;
    if !is_known {
        errors.add("subtopic", "error-subtopic-unknown");
        return page(&app, &request, here, true, Returned { errors, ..Returned::default() }).await;
    }
    Ok(Reply::see_other_with(&path(&here), Notice::Arranged))
}

/// `POST /panel/publications/{slug}/related`
pub async fn update_related(
    app: Data<App>,
    editor: Editor,
    Checked { form, mut errors }: Checked<RelatedForm>,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let (slug, now) = (slug.into_inner(), app.clock.now());
    let (here, wanted) = (slug.clone(), form.related.iter().map(|typed| slug_in(typed).to_owned()).collect::<Vec<_>>());
    let pinned =
        app.database.write("publication.pin", move |conn| related::pin(conn, &editor, &slug, &wanted, now)).await?;
    let Pinned::Faulty(faults) = pinned else {
        return Ok(Reply::see_other_with(&path(&here), Notice::Arranged));
    };
    for (place, fault) in faults {
        let key = match fault {
            Fault::Unknown => "error-related-unknown",
            Fault::Itself => "error-related-itself",
            Fault::Again => "error-related-again",
        };
        errors.add(&format!("related-{}", place + 1), key);
    }
    page(&app, &request, here, true, Returned { related: Some(form.related), errors }).await
}

/// `POST /panel/publications/{slug}/choice`
pub async fn update_choice(
    app: Data<App>,
    editor: Editor,
    Checked { form, mut errors }: Checked<ChoiceForm>,
    slug: Path<String>,
    request: HttpRequest,
) -> Result<Reply> {
    let (slug, now) = (slug.into_inner(), app.clock.now());
    let (here, place) = (slug.clone(), usize::try_from(form.place).ok().and_then(|place| place.checked_sub(1)));
    let chosen = app
        .database
        .write("publication.choose", move |conn| choice::set_place(conn, &editor, &slug, place, now))
        .await?;
    if chosen == Chosen::Full {
        errors.add("place", "error-choice-full");
        return page(&app, &request, here, true, Returned { errors, ..Returned::default() }).await;
    }
    Ok(Reply::see_other_with(&path(&here), Notice::Arranged))
}

/// A pair's page, with what a form sent when that could not be done.
async fn page(app: &App, request: &HttpRequest, slug: String, is_editor: bool, returned: Returned) -> Result<Reply> {
    let (pair, pinned, choice, (urgent, check, placing, pages)) = app
        .database
        .read("publication.find", move |conn| {
            let pair = publication::find_by_slug(conn, &slug)?;
            let pinned = related::list_pinned(conn, &pair)?;
            let choice = choice::list(conn, &pair.topic)?;
            let urgent = urgent::find(conn, &pair.id)?;
            let check = check::find(conn, &pair.id)?;
            let placing = placed::find(conn, &pair)?;
            let pages = placed::list_related(conn, &pair)?;
            Ok::<_, domain::Error>((pair, pinned, choice, (urgent, check, placing, pages)))
        })
        .await?;
    let mut related = returned
        .related
        .unwrap_or_else(|| pinned.iter().map(|heading| format!("/sporsmal/{}", heading.slug)).collect());
    related.resize(related::MOST, String::new());
    let status = if returned.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let frame = Frame::of(request);
    let answer = answer_html(frame.texts, &pair.answer, HeadingLevel::H3);
    let page = PublicationPage {
        placing: placing::rows(app, &frame, (&placing, None), pair.language),
        pages,
        frame,
        topic: app.topics.find(&pair.topic),
        pair: &pair,
        choice,
        pinned,
        related,
        is_editor,
        urgent,
        check,
        seen: original_of(&pair),
        answer,
        errors: returned.errors,
    };
    Ok(Reply::page(&page)?.with_status(status))
}

fn path(slug: &str) -> String {
    format!("/panel/publications/{slug}")
}

/// The slug in a pasted address; a text that is none is taken as it is.
pub(super) fn slug_in(typed: &str) -> &str {
    let Some((_, rest)) = typed.rsplit_once("/sporsmal/") else { return typed };
    rest.split(['?', '#', '/']).next().unwrap_or(rest)
}

impl PublicationPage<'_> {
    /// Whoever had no hand in it may say that it may stand.
    fn may_pass(&self, urgent: &Urgent) -> bool {
        self.frame.is_reviewer()
            && self.frame.member.as_ref().is_some_and(|someone| !urgent.hands.contains(someone.id()))
    }

    fn subtopic_name(&self) -> String {
        let subtopic = self.topic.zip(self.pair.subtopic.as_ref()).and_then(|(topic, slug)| topic.subtopic(slug));
        subtopic.map_or_else(
            || self.frame.t("subtopic-none").to_string(),
            |subtopic| subtopic.name.to(self.frame.language()).to_owned(),
        )
    }

    /// The pair's place in its topic's choice, counted from 1.
    fn place(&self) -> Option<usize> {
        self.choice.iter().position(|heading| heading.slug == self.pair.slug).map(|place| place + 1)
    }

    /// The places it may be given; none when the list is full of others.
    fn places(&self) -> Vec<usize> {
        match (self.choice.len(), self.place()) {
            (count, Some(_)) => (1..=count).collect(),
            (count, None) if count < choice::MOST => (1..=count + 1).collect(),
            _ => Vec::new(),
        }
    }

    /// The title of what stands in this field now.
    fn pinned_at(&self, address: &str) -> Option<&Heading> {
        self.pinned.iter().find(|heading| !address.is_empty() && heading.slug == slug_in(address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_however_it_was_pasted() {
        for (typed, slug) in [
            ("sovn", "sovn"),
            ("/sporsmal/sovn", "sovn"),
            ("https://spor.example.org/en/sporsmal/sovn?x=1#answer", "sovn"),
            ("/sporsmal/sovn/feil", "sovn"),
            ("", ""),
        ] {
            assert_eq!(slug_in(typed), slug, "{typed}");
        }
    }
}
