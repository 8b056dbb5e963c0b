//! The queue: oldest due first, with who holds what.

use actix_web::HttpRequest;
use actix_web::web::{Data, Query};
use askama::Template;
use chrono::NaiveDate;
use serde::Deserialize;

use super::question;
use crate::app::App;
use crate::clock::date_in_norway;
use crate::database::AnyConnection;
use crate::domain;
use crate::domain::publication::{self, Publication};
use crate::domain::queue::{self, Entry, Filter, PAGE_SIZE, View};
use crate::domain::staff::{Clinician, Role};
use crate::domain::topic::Topic;
use crate::web::error::Result;
use crate::web::guard::{Button, Checked, SomeoneIn};
use crate::web::page::{Frame, Notice, Reply};

/// What the address chooses; nonsense is ignored.
#[derive(Deserialize, Default)]
pub struct Choice {
    #[serde(default)]
    topic: String,
    #[serde(default)]
    view: String,
    #[serde(default)]
    page: String,
    /// The slug of a pair that was just published.
    #[serde(default)]
    published: String,
}

#[derive(Template)]
#[template(path = "staff/queue.html")]
struct QueuePage<'a> {
    frame: Frame,
    topics: &'a [Topic],
    chosen_topic: String,
    view: View,
    entries: Vec<Entry>,
    total: i64,
    late: i64,
    today: NaiveDate,
    own_id: String,
    published: Option<Publication>,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET /panel`: the queue; someone who answers no questions is led to what they do have.
pub async fn show(app: Data<App>, someone: SomeoneIn, choice: Query<Choice>, request: HttpRequest) -> Result<Reply> {
    let Ok(clinician) = Clinician::try_from(someone.0.clone()) else {
        let is_manager = someone.0.member.roles.contains(&Role::Manager);
        return Ok(Reply::see_other(if is_manager { "/panel/staff" } else { "/panel/profile" }));
    };
    let choice = choice.into_inner();
    let index = choice.page.parse::<i64>().map_or(0, |page| page.clamp(1, 100_000) - 1);
    let view = View::from_word(&choice.view).unwrap_or(View::All);
    let topic = app.topics.find(&choice.topic).map(|topic| topic.slug.clone());
    let filter = Filter { topic: topic.clone(), view };
    let today = date_in_norway(app.clock.now());
    let (own_id, slug) = (clinician.id().to_string(), choice.published);
    let (page, late, published) = app
        .database
        .read("queue.list_open", move |conn| {
            let page = queue::list_open(conn, &clinician, &filter, index)?;
            let published = match publication::find_by_slug(conn, &slug) {
                Err(domain::Error::NotFound) => None,
                found => Some(found?),
            };
            Ok::<_, domain::Error>((page, queue::count_late(conn, today)?, published))
        })
        .await?;
    let chosen_topic = topic.unwrap_or_default();
    let link = |index: i64| format!("/panel?view={}&topic={chosen_topic}&page={}", view.word(), index + 1);
    Reply::page(&QueuePage {
        frame: Frame::of(&request),
        topics: app.topics.all(),
        previous: (index > 0).then(|| link(index - 1)),
        next: ((index + 1) * PAGE_SIZE < page.total).then(|| link(index + 1)),
        chosen_topic,
        view,
        entries: page.entries,
        total: page.total,
        late,
        today,
        own_id,
        published,
    })
}

/// `POST /panel/next`: what needs this clinician most, of the topics their groups answer; someone in no group answers all.
pub async fn claim_next(app: Data<App>, clinician: Clinician, _form: Checked<Button>) -> Result<Reply> {
    let groups = &clinician.member.groups;
    let answers = |topic: &&Topic| groups.is_empty() || groups.contains(&topic.group);
    let topics: Vec<String> = app.topics.all().iter().filter(answers).map(|topic| topic.slug.clone()).collect();
    let now = app.clock.now();
    let claim = move |conn: &mut AnyConnection| queue::claim_next(conn, &clinician, &topics, now);
    Ok(match app.database.write("queue.claim_next", claim).await? {
        Some(id) => Reply::see_other_with(&question::path(id.as_str()), Notice::Claimed),
        None => Reply::see_other_with("/panel", Notice::NothingWaits),
    })
}

impl QueuePage<'_> {
    /// Whether this line is the reader's own.
    fn is_own(&self, entry: &Entry) -> bool {
        entry.envelope.holder_id.as_deref() == Some(self.own_id.as_str())
    }

    /// Words and colour of the days that are left.
    fn due(&self, entry: &Entry) -> Due {
        Due::of(entry.envelope.days_left(self.today))
    }
}

/// How much time a question has left, in words and in a colour beside them.
pub struct Due {
    pub key: &'static str,
    pub days: i64,
    pub colour: &'static str,
}

impl Due {
    pub fn of(days_left: i64) -> Self {
        match days_left {
            ..0 => Self { key: "due-late", days: -days_left, colour: "danger" },
            0 => Self { key: "due-today", days: 0, colour: "warning" },
            1 => Self { key: "due-in-days", days: 1, colour: "warning" },
            days => Self { key: "due-in-days", days, colour: "" },
        }
    }
}
