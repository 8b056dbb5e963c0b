//! A pair's versions in the panel: which there are and where each stands, for one pair and for those that wait.

pub mod desk;
mod named;
pub mod steps;

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;
use chrono::NaiveDate;

use self::named::Named;
use crate::app::App;
use crate::domain;
use crate::domain::ids::StaffId;
use crate::domain::publication::version::listing::{self, Waiting};
use crate::domain::publication::version::{State, Variant, Version, original_of};
use crate::domain::publication::{self, Publication};
use crate::domain::staff;
use crate::text::language::Language;
use crate::text::tongue::Tongue;
use crate::web::error::Result;
use crate::web::guard::SomeoneIn;
use crate::web::page::{Frame, Reply};

/// What waits, in the order it should be looked at.
const WAITING: [State; 4] = [State::Outdated, State::InReview, State::Approved, State::Draft];

/// One line of a list.
struct Line {
    name: Named,
    path: String,
    state: State,
    author: String,
    written_on: NaiveDate,
    /// It was written beside words that the pair no longer has.
    is_behind: bool,
}

#[derive(Template)]
#[template(path = "staff/versions.html")]
struct VersionsPage {
    frame: Frame,
    pair: Publication,
    lines: Vec<Line>,
    /// What could be begun in ordinary words and in easy ones: name and path.
    others: [Vec<(Named, String)>; 2],
}

#[derive(Template)]
#[template(path = "staff/versions_waiting.html")]
struct WaitingPage {
    frame: Frame,
    shelves: Vec<(State, Vec<Waiting>)>,
}

/// `GET /panel/publications/{slug}/versions`
pub async fn index(app: Data<App>, _someone: SomeoneIn, slug: Path<String>, request: HttpRequest) -> Result<Reply> {
    let slug = slug.into_inner();
    let (pair, versions) = app
        .database
        .read("version.list", move |conn| {
            let pair = publication::find_by_slug(conn, &slug)?;
            let versions = listing::list_of(conn, &pair.id)?;
            let with_author = |version: Version| Ok((staff::find_name(conn, version.author_id.as_ref())?, version));
            let versions = versions.into_iter().map(with_author).collect::<domain::Result<Vec<_>>>()?;
            Ok::<_, domain::Error>((pair, versions))
        })
        .await?;
    let frame = Frame::of(&request);
    let original = original_of(&pair);
    let line = |(author, version): &(String, Version)| Line {
        name: Named::of(frame.texts, version.variant),
        path: path(&pair.slug, version.variant),
        state: version.state,
        author: author.clone(),
        written_on: version.written_on,
        is_behind: version.original != original,
    };
    let lines = versions.iter().map(line).collect();
    let begun: Vec<Variant> = versions.iter().map(|(_, version)| version.variant).collect();
    let others = [false, true].map(|is_easy| {
        let of_kind = possible(&app, pair.language).into_iter().filter(|variant| variant.is_easy == is_easy);
        let others = of_kind.filter(|variant| !begun.contains(variant));
        others.map(|other| (Named::of_tongue(frame.texts, other.tongue), path(&pair.slug, other))).collect()
    });
    Reply::page(&VersionsPage { frame, pair, lines, others })
}

/// `GET /panel/versions`
pub async fn waiting(app: Data<App>, _someone: SomeoneIn, request: HttpRequest) -> Result<Reply> {
    let shelves = app
        .database
        .read("version.list_waiting", |conn| {
            let shelf = |state: State| Ok((state, listing::list_waiting(conn, state)?));
            WAITING.into_iter().map(shelf).collect::<domain::Result<Vec<_>>>()
        })
        .await?;
    Reply::page(&WaitingPage { frame: Frame::of(&request), shelves })
}

/// Every version that a pair in this language can have here: easy words first, they help most readers.
fn possible(app: &App, own: Language) -> Vec<Variant> {
    let named = app.settings.site.version_languages.iter().filter_map(|tag| Tongue::from_tag(tag));
    let mut tongues: Vec<Tongue> = Language::ALL.into_iter().map(Tongue::from).collect();
    tongues.extend(named.filter(|tongue| tongue.of_ours().is_none()));
    let easy = tongues.iter().map(|tongue| Variant { tongue: *tongue, is_easy: true });
    let plain = tongues.iter().map(|tongue| Variant { tongue: *tongue, is_easy: false });
    let mut all: Vec<Variant> = plain.chain(easy).filter(|variant| !variant.is_original(own)).collect();
    all.sort_by_key(|variant| !(variant.is_easy && variant.tongue == own.into()));
    all
}

/// A version's address in the panel.
fn path(slug: &str, variant: Variant) -> String {
    format!("/panel/publications/{slug}/versions/{}", variant.word())
}

impl WaitingPage {
    fn name(&self, waiting: &Waiting) -> Named {
        Named::of(self.frame.texts, waiting.variant)
    }

    fn is_empty(&self) -> bool {
        self.shelves.iter().all(|(_, shelf)| shelf.is_empty())
    }
}

/// The names of those who had a hand in a version.
fn names(conn: &mut crate::database::AnyConnection, ids: &[StaffId]) -> domain::Result<Vec<String>> {
    ids.iter().map(|id| staff::find(conn, id).map(|member| member.name)).collect()
}
