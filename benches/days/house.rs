//! A real house on SQLite, on the disk, with mail that stays in memory.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use spoross::app::App;
use spoross::app::data_folder::{DataFolder, Kind};
use spoross::clock::Clock;
use spoross::database::schema;
use spoross::domain;
use spoross::domain::audit::Actor;
use spoross::domain::staff::invitation::{self, NewMember};
use spoross::domain::staff::{Clinician, Manager, Profile, Reviewer, Role, SignedIn, Steward, epoch, session, sign_in};
use spoross::domain::{digest, publication};
use spoross::mailer::{Mailbag, Mailer};
use spoross::settings::{Overrides, Settings};
use spoross::text::language::Language;
use tempfile::TempDir;

const PASSWORD: &str = "fjorten blå elefanter danser";
const ADDRESS: &str = "someone@example.org";
const DIGEST_HOURS: [i32; 2] = [8, 15];

pub struct House {
    pub app: App,
    /// The same people, in the same order.
    pub clinicians: Vec<Clinician>,
    pub reviewers: Vec<Reviewer>,
    pub steward: Steward,
    pub mail: Mailbag,
    folder: TempDir,
}

impl House {
    /// An editor who also lets people in, and so many clinicians, spread over the groups of the topics.
    pub async fn furnish(clinicians: usize, first_day: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let mut settings = Settings::load(None, &Overrides::default()).unwrap();
        settings.staff.password_memory_kib = 8;
        let data = DataFolder::open_or_create(&folder.path().join("data"), Kind::House).unwrap();
        let midnight = first_day.parse::<NaiveDate>().unwrap().and_hms_opt(0, 0, 0).unwrap();
        let (mailer, mail) = Mailer::in_memory();
        let clock = Clock::standing_at(midnight - TimeDelta::hours(2));
        let app = App::open(settings, &data, clock).unwrap().with_mailer(mailer);
        let editor = bring_in(&app, "editor", [Role::Manager, Role::Editor], None, None).await;
        let manager = Manager::try_from(editor.clone()).unwrap();
        let (mut team, mut reviewers, groups) = (Vec::new(), Vec::new(), app.topics.groups());
        for number in 0..clinicians {
            let group = groups[number % groups.len()];
            let roles = [Role::Clinician, Role::Reviewer];
            let someone = bring_in(&app, &format!("clinician{number}"), roles, Some(group), Some(&manager)).await;
            reviewers.push(Reviewer::try_from(someone.clone()).unwrap());
            team.push(Clinician::try_from(someone).unwrap());
        }
        app.clock.advance(midnight - app.clock.now());
        Self { steward: Steward::try_from(editor).unwrap(), clinicians: team, reviewers, app, mail, folder }
    }

    /// So many of the team are there in this stretch, and want mail.
    pub fn staffed(&self, count: usize) {
        let now = self.app.clock.now();
        for (number, clinician) in self.clinicians.iter().enumerate() {
            let address = if number < count { ADDRESS } else { "" };
            let choose = |conn: &mut _| digest::choose(conn, &clinician.member, address, &DIGEST_HOURS.into(), now);
            self.app.database.write_blocking(choose).unwrap();
        }
    }

    /// What is in the database after all of it.
    pub fn remains(&self) -> String {
        let count = |conn: &mut _| {
            let pairs = publication::walk::count(conn)?;
            let questions: i64 = schema::question::table.count().get_result(conn)?;
            let letters: i64 = schema::letter::table.count().get_result(conn)?;
            let receipts: i64 = schema::receipt::table.count().get_result(conn)?;
            let drafts: i64 = schema::answer::table.count().get_result(conn)?;
            let outbox: i64 = schema::outbox::table.count().get_result(conn)?;
            let hours: i64 = schema::digest::table.count().get_result(conn)?;
            let acts: i64 = schema::audit::table.count().get_result(conn)?;
            Ok::<_, domain::Error>(format!(
                "left in the database: {pairs} pairs, {questions} questions, {drafts} drafts, {letters} letters, \
                 {receipts} receipts, {outbox} mails that wait, {hours} decided hours, {acts} acts"
            ))
        };
        let counts = self.app.database.write_blocking(count).unwrap();
        let file = self.folder.path().join("data").join("spoross.sqlite");
        let mebibytes = std::fs::metadata(file).map_or(0, |file| file.len() >> 20);
        format!("{counts}; {mebibytes} MiB")
    }
}

async fn bring_in(
    app: &App,
    user_name: &str,
    roles: impl IntoIterator<Item = Role>,
    group: Option<&str>,
    manager: Option<&Manager>,
) -> Arc<SignedIn> {
    let (name, roles) = (user_name.to_owned(), roles.into_iter().collect());
    let groups = group.into_iter().map(str::to_owned).collect();
    let new = NewMember { user_name: name.clone(), name: name.clone(), roles, groups, profession: String::new() };
    let terms = app.invitation_terms(Actor::Server);
    let (_, token) = app.database.write_blocking(|conn| invitation::invite(conn, &new, terms)).unwrap();
    let code = || sign_in::code_at(&token.totp_seed(&app.secret), app.clock.now()).unwrap();
    let profile = Profile { name, title: "Lege".into(), specialities: String::new(), language: Language::Nb };
    app.set_up(token.clone(), PASSWORD.into(), code(), profile).await.unwrap();
    let now = app.clock.now();
    app.database
        .write_blocking(|conn| {
            let member = domain::staff::find_by_user_name(conn, user_name)?;
            if let Some(manager) = manager {
                epoch::let_in(conn, &app.secret, manager, &member.id, now)?;
            }
            // Who edits always hears; the others while they come to work.
            let address = if manager.is_none() { ADDRESS } else { "" };
            digest::choose(conn, &member, address, &DIGEST_HOURS.into(), now)
        })
        .unwrap();
    // The step of the set-up is used; the next code is for the next half minute.
    app.clock.advance(TimeDelta::seconds(30));
    let started = app.sign_in(user_name.into(), PASSWORD.into(), code()).await.unwrap();
    let (limits, now) = (app.session_limits(), app.clock.now());
    let found = app.database.write_blocking(|conn| session::find(conn, &started.token, limits, now)).unwrap();
    Arc::new(found.unwrap())
}
