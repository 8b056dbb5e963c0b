//! A house that lives as long as one test.

use std::net::SocketAddr;
use std::path::Path;
use std::rc::Rc;

use actix_http::Request;
use actix_web::body::to_bytes;
use actix_web::dev::Service;
use actix_web::http::StatusCode;
use actix_web::test::{TestRequest, init_service};
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::app::App;
use spoross::clock::{Clock, Moment};
use spoross::database::schema::{question, staff, staff_group};
use spoross::database::{AnyConnection, Database};
use spoross::domain::answer::Wording;
use spoross::domain::audit::{self, Actor};
use spoross::domain::ids::QuestionId;
use spoross::domain::staff::Role;
use spoross::domain::staff::invitation::{self, InvitationToken, NewMember};
use spoross::domain::{self};
use spoross::secret::AppSecret;
use spoross::settings::{Overrides, Settings};
use spoross::web;

use super::database::TestDatabase;
use super::log;
use super::page::Page;
use super::person::Person;
use super::visitor::{Answering, Visitor};

pub const HOST: &str = "127.0.0.1:8080";
pub const SECRET: [u8; 32] = [42; 32];

pub struct House {
    pub app: App,
    pub database: TestDatabase,
    answering: Answering,
    manager: Option<Box<Person>>,
}

impl House {
    /// A house with one manager, whose user name is "siv", and the clock at ten in the morning of a Tuesday.
    pub async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// The same with settings changed first.
    pub async fn open_with(change: impl FnOnce(&mut Settings)) -> Self {
        let mut house = Self::empty_with(change).await;
        house.gets_a_manager().await;
        house
    }

    /// From now on somebody can let others in, and questions can be asked.
    pub async fn gets_a_manager(&mut self) {
        let siv = self.newcomer("siv", "Siv", &[Role::Manager]).await;
        siv.signs_in().await;
        self.manager = Some(Box::new(siv));
    }

    /// A house nobody has set up yet.
    pub async fn empty() -> Self {
        Self::empty_with(|_| {}).await
    }

    async fn empty_with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::empty_on(TestDatabase::new(), change).await
    }

    /// The same on a database of the test's choice.
    pub async fn empty_on(database: TestDatabase, change: impl FnOnce(&mut Settings)) -> Self {
        log::start();
        let mut settings = test_settings();
        settings.database.url.clone_from(&database.url);
        change(&mut settings);
        let opened = Database::open(&settings.database.url, &database.folder.path().join("spoross.sqlite"), 4).unwrap();
        opened.migrate().unwrap();
        let clock = Clock::standing_at(moment("2026-03-10T09:00:00"));
        let app = App::assemble(settings, clock, AppSecret::new(SECRET), opened).unwrap();
        Self { answering: answering(&app).await, app, database, manager: None }
    }

    /// A second instance on the same database, with the same secret.
    pub async fn second_instance(&self) -> Answering {
        answering(&self.app).await
    }

    /// Another instance on the same database, with its own search index in a folder; and someone who reads there.
    pub async fn another_instance(&self, search_folder: &Path) -> (App, Visitor) {
        let app = self.app.with_search_in(search_folder);
        let visitor = Visitor::new(answering(&app).await, "", self.app.clock.clone());
        (app, visitor)
    }

    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.answering.clone(), "", self.app.clock.clone())
    }

    /// A visitor who reads in another language.
    pub fn visitor_in(&self, prefix: &'static str) -> Visitor {
        Visitor::new(self.answering.clone(), prefix, self.app.clock.clone())
    }

    /// A signed-in clinician who also reviews.
    pub async fn clinician(&self, name: &str) -> Person {
        self.member(name, &[Role::Clinician, Role::Reviewer]).await
    }

    /// A signed-in member of staff with these roles, let in by the manager.
    pub async fn member(&self, name: &str, roles: &[Role]) -> Person {
        let person = self.waiting(name, roles).await;
        if self.manager().reads("/panel/staff").await.status != StatusCode::OK {
            self.manager().signs_in().await;
        }
        self.manager().lets_in(&person).await.succeeds();
        person
    }

    /// A signed-in member of staff who still waits to be let in.
    pub async fn waiting(&self, name: &str, roles: &[Role]) -> Person {
        let person = self.newcomer(&name.to_lowercase(), name, roles).await;
        person.signs_in().await;
        person
    }

    pub fn manager(&self) -> &Person {
        self.manager.as_ref().expect("a house that was opened with a manager")
    }

    async fn newcomer(&self, user_name: &str, name: &str, roles: &[Role]) -> Person {
        let token = self.invites(user_name, name, roles);
        Person::sets_up(&self.app, self.answering.clone(), user_name, name, &token).await
    }

    /// A set-up link, as `spoross staff add` prints it.
    pub fn invites(&self, user_name: &str, name: &str, roles: &[Role]) -> InvitationToken {
        let new = NewMember {
            user_name: user_name.into(),
            name: name.into(),
            roles: roles.iter().copied().collect(),
            groups: ["rus".to_owned()].into(),
            profession: String::new(),
        };
        let terms = self.app.invitation_terms(Actor::Server);
        self.with(|conn| invitation::invite(conn, &new, terms)).1
    }

    /// Time goes by.
    pub fn later(&self, by: TimeDelta) {
        self.app.clock.advance(by);
    }

    /// Every question's id, so that a test can name what it just asked.
    pub fn question_ids(&self) -> Vec<QuestionId> {
        let ids: Vec<String> = self.with(|conn| Ok(question::table.select(question::id).load(conn)?));
        ids.into_iter().map(QuestionId::from).collect()
    }

    /// Asks something well-formed and gives the question.
    pub async fn question(&self, text: &str) -> QuestionId {
        self.question_with_code(text).await.0
    }

    /// The same, with the code its asker was shown.
    pub async fn question_with_code(&self, text: &str) -> (QuestionId, String) {
        let before = self.question_ids();
        let code = self.visitor().asks_for_a_code(text).await;
        let new: Vec<QuestionId> = self.question_ids().into_iter().filter(|id| !before.contains(id)).collect();
        assert_eq!(new.len(), 1, "one question more");
        (new[0].clone(), code)
    }

    /// One clinician answers and another says yes, to all or to the asker alone.
    pub async fn answered(&self, by: (&Person, &Person), question: &QuestionId, wording: &Wording) {
        by.0.claims(question).await.succeeds();
        by.0.sends_to_review(question, wording).await.succeeds();
        by.1.decides(question, "publish", "").await.succeeds();
    }

    /// Work on the database itself, in one transaction.
    pub fn with<T>(&self, work: impl FnOnce(&mut AnyConnection) -> domain::Result<T>) -> T {
        self.app.database.write_blocking(work).unwrap()
    }

    /// A member answers for one more staff group.
    pub fn joins(&self, person: &Person, group: &str) {
        self.with(|conn| {
            let id: String =
                staff::table.filter(staff::user_name.eq(&person.user_name)).select(staff::id).first(conn)?;
            let row = (staff_group::staff_id.eq(id), staff_group::name.eq(group));
            Ok(diesel::insert_into(staff_group::table).values(row).execute(conn)?)
        });
    }

    /// The chain of staff acts must be whole, whatever happened in the house.
    pub fn assert_audit_is_whole(&self) {
        assert_eq!(self.with(audit::find_break), None);
    }

    /// A request exactly as it is, whoever it comes from.
    pub async fn answers_as_is(&self, request: Request) -> Page {
        (self.answering)(request).await
    }

    pub async fn answers(&self, request: TestRequest) -> Page {
        (self.answering)(complete(request)).await
    }
}

/// What a browser on this machine adds to every request.
pub fn complete(request: TestRequest) -> Request {
    complete_from(request, local_address())
}

/// The same from somewhere else.
pub fn complete_from(request: TestRequest, address: SocketAddr) -> Request {
    request.peer_addr(address).insert_header(("host", HOST)).to_request()
}

pub fn local_address() -> SocketAddr {
    "127.0.0.1:50000".parse().unwrap()
}

pub fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

async fn answering(app: &App) -> Answering {
    let service = Rc::new(init_service(web::service(app.clone())).await);
    Rc::new(move |request| {
        let service = service.clone();
        Box::pin(async move {
            let response = service.call(request).await.unwrap_or_else(|error| panic!("the service failed: {error}"));
            let (status, headers) = (response.status(), response.headers().clone());
            let body = to_bytes(response.into_body()).await.unwrap_or_else(|_| panic!("a body"));
            Page { status, headers, body: String::from_utf8(body.to_vec()).expect("pages are UTF-8") }
        })
    })
}

/// The defaults, with passwords that cost next to nothing.
fn test_settings() -> Settings {
    let mut settings = Settings::load(None, &Overrides::default()).unwrap();
    settings.staff.password_memory_kib = 8;
    settings.staff.password_passes = 1;
    settings
}
