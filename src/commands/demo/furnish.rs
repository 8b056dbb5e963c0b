//! Fills an empty demo house, through the same verbs that people's clicks lead to.

mod arrange;
mod blocks;
mod lived;
mod numbers;
mod passing_on;
mod versions;

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use serde::Deserialize;
use spoross::app::App;
use spoross::clock::{Clock, Moment};
use spoross::database::AnyConnection;
use spoross::domain::answer::{self, Wording};
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::audit::Actor;
use spoross::domain::ids::QuestionId;
use spoross::domain::question::{self, Submission, Urgency};
use spoross::domain::staff::invitation::{self, InvitationToken, NewMember};
use spoross::domain::staff::{AccountState, Clinician, Manager, Profile, Role, SignedIn, epoch, session, sign_in};
use spoross::domain::{self, queue, receipt};
use spoross::text::language::Language;
use spoross::vault;

use super::{Access, articles};
use arrange::PairsFile;
use passing_on::Passed;

const STAFF: &str = include_str!("../../../demo/staff.toml");
/// One file a topic.
const PAIRS: [&str; 8] = [
    include_str!("../../../demo/pairs/alkohol.toml"),
    include_str!("../../../demo/pairs/andre-rusmidler.toml"),
    include_str!("../../../demo/pairs/cannabis.toml"),
    include_str!("../../../demo/pairs/kropp-og-helse.toml"),
    include_str!("../../../demo/pairs/lov-og-rett.toml"),
    include_str!("../../../demo/pairs/psykisk-helse.toml"),
    include_str!("../../../demo/pairs/rus-og-avhengighet.toml"),
    include_str!("../../../demo/pairs/venner-og-familie.toml"),
];
const QUESTIONS: &str = include_str!("../../../demo/questions.toml");
/// The house was set up this long ago, so that every code shown now is still unused.
const SET_UP_BEFORE: TimeDelta = TimeDelta::hours(1);

#[derive(Deserialize)]
struct StaffFile {
    staff: Vec<DemoStaff>,
}

#[derive(Deserialize)]
struct DemoStaff {
    user_name: String,
    name: String,
    title: String,
    specialities: String,
    roles: BTreeSet<Role>,
    groups: BTreeSet<String>,
    profession: String,
    language: Language,
}

#[derive(Deserialize)]
struct QuestionsFile {
    question: Vec<DemoQuestion>,
}

#[derive(Deserialize)]
struct DemoQuestion {
    topic: String,
    text: String,
    gender: Gender,
    age_band: AgeBand,
    region: String,
    language: Language,
    days_ago: i64,
    state: question::State,
    holder: Option<String>,
    subtopic: Option<String>,
    title: Option<String>,
    edited_question: Option<String>,
    answer: Option<String>,
    handover: Option<Passed>,
    escalation: Option<Passed>,
}

/// Fills an empty house; gives what its staff sign in with.
pub(super) async fn furnish(app: &App) -> Result<Vec<Access>> {
    let staff: StaffFile = toml::from_str(STAFF)?;
    let now = app.clock.now();
    let past = app.at(Clock::standing_at(now - SET_UP_BEFORE));
    let mut team: Vec<(Access, Arc<SignedIn>)> = Vec::new();
    // Whoever may let others in comes first.
    let mut newcomers: Vec<&DemoStaff> = staff.staff.iter().collect();
    newcomers.sort_by_key(|newcomer| !newcomer.roles.contains(&Role::Manager));
    for newcomer in newcomers {
        let manager = team.first().map(|(_, someone)| Manager::try_from(someone.clone()));
        team.push(bring_in(&past, newcomer, manager.transpose().ok().flatten()).await?);
    }
    let pairs = PAIRS.map(toml::from_str::<PairsFile>).into_iter().collect::<Result<Vec<_>, _>>()?;
    let questions: QuestionsFile = toml::from_str(QUESTIONS)?;
    let lived = lived::read()?;
    app.database.write_blocking(|conn| {
        let pairs = pairs.into_iter().flat_map(|file| file.pair);
        arrange::publish_all(conn, &staff.staff, &team, pairs.collect(), now)?;
        versions::write_all(conn, app, &team)?;
        lived::write_all(conn, &staff.staff, &team, lived, now)?;
        blocks::write_all(conn, team.iter().map(|(_, someone)| someone), now)?;
        for (number, question) in questions.question.into_iter().enumerate() {
            let id = ask(conn, app, &team, question, now)?;
            receipt::hand_out(conn, &app.secret, &receipt_code(app, number), &id)?;
        }
        Ok::<_, domain::Error>(())
    })?;
    articles::furnish(app, &team, now)?;
    Ok(team.into_iter().map(|(access, _)| access).collect())
}

/// Invites, sets up, lets in and signs in one invented member of staff.
async fn bring_in(app: &App, newcomer: &DemoStaff, manager: Option<Manager>) -> Result<(Access, Arc<SignedIn>)> {
    let new = NewMember {
        user_name: newcomer.user_name.clone(),
        name: newcomer.name.clone(),
        roles: newcomer.roles.clone(),
        groups: newcomer.groups.clone(),
        profession: newcomer.profession.clone(),
    };
    let terms = app.invitation_terms(Actor::Server);
    let (_, token) = app.database.write_blocking(|conn| invitation::invite(conn, &new, terms))?;
    let access = Access {
        user: newcomer.user_name.clone(),
        password: new_password()?,
        seed: vault::to_hex(&token.totp_seed(&app.secret)),
        roles: newcomer.roles.iter().map(|role| role.word().to_owned()).collect(),
    };
    set_up(app, newcomer, &token, &access).await?;
    if let Some(manager) = manager {
        let_in(app, newcomer, &manager)?;
    }
    // The step of the set-up is used; the next code is for the next half minute.
    app.clock.advance(TimeDelta::seconds(30));
    let started = app.sign_in(access.user.clone(), access.password.clone(), code_now(app, &token)?).await?;
    let limits = app.session_limits();
    let found = app.database.write_blocking(|conn| session::find(conn, &started.token, limits, app.clock.now()))?;
    Ok((access, Arc::new(found.context("a session that was just started")?)))
}

async fn set_up(app: &App, newcomer: &DemoStaff, token: &InvitationToken, access: &Access) -> Result<()> {
    let profile = Profile {
        name: newcomer.name.clone(),
        title: newcomer.title.clone(),
        specialities: newcomer.specialities.clone(),
        language: newcomer.language,
    };
    app.set_up(token.clone(), access.password.clone(), code_now(app, token)?, profile).await?;
    Ok(())
}

fn let_in(app: &App, newcomer: &DemoStaff, manager: &Manager) -> Result<()> {
    let now = app.clock.now();
    let member = app.database.write_blocking(|conn| {
        let member = domain::staff::find_by_user_name(conn, &newcomer.user_name)?;
        epoch::let_in(conn, &app.secret, manager, &member.id, now)
    })?;
    ensure!(member.state == AccountState::Active, "{} could not be let in", member.user_name);
    Ok(())
}

fn code_now(app: &App, token: &InvitationToken) -> Result<String> {
    sign_in::code_at(&token.totp_seed(&app.secret), app.clock.now()).context("a code for the demo's staff")
}

/// Four groups of four: easy to type, and no two demos have the same.
fn new_password() -> Result<String> {
    let mut bytes = [0; 8];
    vault::fill_random(&mut bytes)?;
    let hex = vault::to_hex(&bytes);
    let groups: Vec<&str> = [0, 4, 8, 12].iter().filter_map(|start| hex.get(*start..start + 4)).collect();
    Ok(groups.join("-"))
}

fn ask(
    conn: &mut AnyConnection,
    app: &App,
    team: &[(Access, Arc<SignedIn>)],
    question: DemoQuestion,
    now: Moment,
) -> domain::Result<QuestionId> {
    let id = QuestionId::random();
    let signs = app.lexicons.acute().find(&question.text);
    let submission = Submission {
        text: question.text.trim().to_owned(),
        topic: question.topic.clone(),
        audience: Audience { gender: question.gender, age_band: question.age_band },
        region: question.region.clone(),
        language: question.language,
        urgency: Urgency::of_level(signs.level),
        rules: signs.rules,
    };
    let arrived = now - TimeDelta::days(question.days_ago);
    question::submit(conn, &app.secret, &id, submission, app.answer_within(), arrived)?;
    if let Some(note) = &question.handover {
        passing_on::hand_over(conn, app, team, (&id, note), now)?;
    }
    if let Some(note) = &question.escalation {
        passing_on::escalate(conn, app, team, (&id, note), now)?;
    }
    let holder = team.iter().find(|(access, _)| Some(&access.user) == question.holder.as_ref());
    let Some((_, holder)) = holder else { return Ok(id) };
    let clinician = Clinician::try_from(holder.clone())?;
    queue::claim(conn, &clinician, &id, now - SET_UP_BEFORE)?;
    question::open(conn, &clinician, &id, now - SET_UP_BEFORE)?;
    queue::lease::renew(conn, &clinician, &id, now)?;
    let subtopic = question.subtopic;
    if let (Some(title), Some(edited), Some(text)) = (question.title, question.edited_question, question.answer) {
        let (question, answer) = (edited.trim().to_owned(), text.trim().to_owned());
        let wording = Wording { title, question, answer, subtopic, ..Wording::default() };
        answer::save(conn, &app.secret, &clinician, &id, &wording, 0)?;
    }
    if question.state == question::State::InReview {
        answer::review::send_to_review(conn, &clinician, &id, &app.lexicons.identifying, now - SET_UP_BEFORE)?;
    }
    Ok(id)
}

/// The receipt code of the demo's question with this number: always the same in one demo, so that it can be shown.
pub(super) fn receipt_code(app: &App, number: usize) -> vault::code::Code {
    let bytes = app.secret.authenticate("demo-receipt", &[number.to_string().as_bytes()]);
    let mut seed = [0; 10];
    seed.iter_mut().zip(bytes).for_each(|(byte, from)| *byte = from);
    vault::code::Code::from_seed(seed)
}
