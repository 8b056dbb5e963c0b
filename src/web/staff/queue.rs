//! The queue: most urgent and oldest due first, with who holds what, and filters in the address.

mod choice;

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use askama::Template;
use chrono::NaiveDate;

use self::choice::{Choice, Hiding, Select};
use super::question;
use crate::app::App;
use crate::clock::date_in_norway;
use crate::clock::holidays::is_public_holiday;
use crate::database::AnyConnection;
use crate::domain;
use crate::domain::escalation;
use crate::domain::publication::{self, Publication};
use crate::domain::question::{Envelope, State};
use crate::domain::queue::handover::{self, Handover};
use crate::domain::queue::{self, Age, Aspect, Entry, Filter, Looker, Overview, PAGE_SIZE, View, lease};
use crate::domain::staff::{Clinician, Role};
use crate::domain::topic::Topic;
use crate::web::error::Result;
use crate::web::guard::{Button, Checked, SomeoneIn};
use crate::web::page::{Frame, Notice, Reply};

#[derive(Template)]
#[template(path = "staff/queue.html")]
struct QueuePage {
    frame: Frame,
    filter: Filter,
    selects: Vec<Select>,
    /// What hides something, when nothing is left to show.
    hiding: Vec<Hiding>,
    /// What waits for the reader's decision under the duty to warn.
    undecided: i64,
    /// What was handed to the reader or their group; on the whole queue's first page only.
    handed: Vec<(Envelope, Handover)>,
    entries: Vec<Entry>,
    total: usize,
    overview: Overview,
    today: NaiveDate,
    own_id: String,
    published: Option<Publication>,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET /panel`: the queue; someone who answers no questions is led to what they do have.
pub async fn show(app: Data<App>, someone: SomeoneIn, choice: Query<Choice>, request: HttpRequest) -> Result<Reply> {
    let undecided = count_undecided(&app, &someone).await?;
    let Ok(clinician) = Clinician::try_from(someone.0.clone()) else {
        return Ok(Reply::see_other(elsewhere(&someone, undecided)));
    };
    let choice = choice.into_inner();
    let (filter, index) = (choice.filter(&app), choice.index());
    let today = date_in_norway(app.clock.now());
    let looker = Looker { id: clinician.id().clone(), today };
    let (own_id, slug, asked) = (clinician.id().to_string(), choice.published, filter.clone());
    let is_whole = index == 0 && filter.view == View::All && !Aspect::ALL.iter().any(|aspect| filter.has(*aspect));
    let (page, handed, published) = app
        .database
        .read("queue.list_open", move |conn| {
            let page = queue::list_open(conn, &looker, &asked, index)?;
            let published = match publication::find_by_slug(conn, &slug) {
                Err(domain::Error::NotFound) => None,
                found => Some(found?),
            };
            let handed = if is_whole { handover::list_for(conn, &clinician)? } else { Vec::new() };
            Ok::<_, domain::Error>((page, handed, published))
        })
        .await?;
    let frame = Frame::of(&request);
    let selects = choice::selects(&app, &frame, &filter, &page);
    Reply::page(&QueuePage {
        previous: (index > 0).then(|| choice::path(&filter, index - 1)),
        next: ((index + 1) * PAGE_SIZE < page.total).then(|| choice::path(&filter, index + 1)),
        hiding: choice::hiding(&frame, &filter, &selects, &page.counts),
        frame,
        filter,
        selects,
        undecided,
        handed,
        entries: page.entries,
        total: page.total,
        overview: page.overview,
        today,
        own_id,
        published,
    })
}

/// What waits for the reader's decision under the duty to warn.
async fn count_undecided(app: &App, someone: &SomeoneIn) -> Result<i64> {
    let id = someone.0.id().clone();
    Ok(app.database.read("escalation.count", move |conn| escalation::count_undecided(conn, &id)).await?)
}

/// Where someone who answers no questions has something to do.
fn elsewhere(someone: &SomeoneIn, undecided: i64) -> &'static str {
    match undecided {
        1.. => "/panel/escalations",
        _ if someone.0.member.roles.contains(&Role::Manager) => "/panel/staff",
        _ => "/panel/profile",
    }
}

/// `POST /panel/next`: what needs this clinician most, of the topics their groups answer; someone in no group answers all.
pub async fn claim_next(app: Data<App>, clinician: Clinician, _form: Checked<Button>) -> Result<Reply> {
    let groups = &clinician.member.groups;
    let answers = |topic: &&Topic| groups.is_empty() || groups.contains(&topic.group);
    let topics: Vec<String> = app.topics.all().iter().filter(answers).map(|topic| topic.slug.clone()).collect();
    let now = app.clock.now();
    take_back_abandoned(&app).await?;
    let claim = move |conn: &mut AnyConnection| queue::claim_next(conn, &clinician, &topics, now);
    Ok(match app.database.write("queue.claim_next", claim).await? {
        Some(id) => Reply::see_other_with(&question::path(id.as_str()), Notice::Claimed),
        None => Reply::see_other_with("/panel", Notice::NothingWaits),
    })
}

/// Before someone asks for a question: what nobody works on any more is theirs to take.
pub async fn take_back_abandoned(app: &App) -> Result<()> {
    let (after, now) = (app.lease(), app.clock.now());
    app.database.write("lease.take_back", move |conn| lease::take_back_abandoned(conn, after, now)).await?;
    Ok(())
}

impl QueuePage {
    /// Whether this line is the reader's own.
    fn is_own(&self, entry: &Entry) -> bool {
        entry.envelope.holder_id.as_deref() == Some(self.own_id.as_str())
    }

    /// The key of where a question is; one's own answer is read by somebody else.
    fn state(&self, entry: &Entry) -> String {
        match entry.envelope.state {
            State::InReview if self.is_own(entry) => "state-in_review-own".into(),
            state => format!("state-{}", state.word()),
        }
    }

    fn is_handed_to_reader(&self, entry: &Entry) -> bool {
        entry.handed_to.as_deref() == Some(self.frame.member_name())
    }

    fn is_filtered(&self) -> bool {
        self.chosen() > 0
    }

    /// How many filters are chosen.
    fn chosen(&self) -> usize {
        Aspect::ALL.iter().filter(|aspect| self.filter.has(**aspect)).count()
    }

    /// The view with nothing chosen.
    fn whole(&self) -> String {
        choice::path(&Filter::of(self.filter.view), 0)
    }

    /// The whole queue, of this age.
    fn of_age(age: Age) -> String {
        choice::path(&Filter { age: Some(age), ..Filter::of(View::All) }, 0)
    }

    /// Words and colour of the days that are left.
    fn due(&self, entry: &Entry) -> Due {
        Due::of(&entry.envelope, self.today)
    }

    /// A holiday stands beside the day and does not move it.
    fn is_on_holiday(entry: &Entry) -> bool {
        is_public_holiday(entry.envelope.due_on)
    }

    /// What the clock of the first opening says; nothing once a person has opened it.
    fn unopened(&self, envelope: &Envelope) -> Option<Due> {
        let is_new = envelope.opened_on.is_none() && envelope.state == State::Waiting;
        let is_late = envelope.is_overlooked(self.today);
        let (key, colour) = if is_late { ("unopened-late", "danger") } else { ("unopened", "") };
        is_new.then_some(Due { key, days: 0, colour })
    }
}

/// How much time a question has left, in words and in a colour beside them.
pub struct Due {
    pub key: &'static str,
    pub days: i64,
    pub colour: &'static str,
}

impl Due {
    pub fn of(envelope: &Envelope, today: NaiveDate) -> Self {
        if envelope.state == State::AskedBack {
            return Self { key: "due-stands-still", days: 0, colour: "" };
        }
        match envelope.days_left(today) {
            days @ ..0 => Self { key: "due-late", days: -days, colour: "danger" },
            0 => Self { key: "due-today", days: 0, colour: "warning" },
            1 => Self { key: "due-in-days", days: 1, colour: "warning" },
            days => Self { key: "due-in-days", days, colour: "" },
        }
    }
}
