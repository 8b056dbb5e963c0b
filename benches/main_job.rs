//! What the main job costs, in process: reading a published page among a hundred, sending a question (sealed, written durably),
//! opening a queue of 500. Run with `cargo bench`; figures depend on the disk, so compare runs on one machine.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]

use std::net::SocketAddr;
use std::num::NonZeroU32;

use actix_http::Request;
use actix_web::body::to_bytes;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::rt::System;
use actix_web::test::{TestRequest, init_service};
use chrono::{Days, TimeDelta};
use criterion::{Criterion, criterion_group, criterion_main};
use spoross::app::App;
use spoross::app::data_folder::{DataFolder, Kind};
use spoross::clock::Clock;
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::audit::Actor;
use spoross::domain::ids::QuestionId;
use spoross::domain::publication::{self, New, Signature};
use spoross::domain::question::{self, Submission, Urgency};
use spoross::domain::staff::invitation::{self, NewMember};
use spoross::domain::staff::{Profile, Role, sign_in};
use spoross::settings::{Overrides, Settings};
use spoross::text::language::Language;
use spoross::web;
use spoross::web::guard::Ticket;
use tempfile::TempDir;

const PASSWORD: &str = "fjorten blå elefanter danser";
const QUEUE: usize = 500;
const PAIRS: usize = 100;

struct House {
    app: App,
    /// The cookie of a clinician's session.
    cookie: String,
    _folder: TempDir,
}

/// A real house on SQLite, on the disk, with one clinician signed in, one pair and a queue.
async fn house() -> House {
    let folder = TempDir::new().unwrap();
    let mut settings = Settings::load(None, &Overrides::default()).unwrap();
    settings.staff.password_memory_kib = 8;
    settings.abuse.questions_a_minute_before_challenge = NonZeroU32::MAX;
    let data = DataFolder::open_or_create(&folder.path().join("data"), Kind::House).unwrap();
    let app = App::open(settings, &data, Clock::system()).unwrap();
    let cookie = cookie_of_a_clinician(&app).await;
    let now = app.clock.now();
    app.database
        .write_blocking(|conn| {
            for number in 0..PAIRS {
                publication::add(conn, &pair(number))?;
            }
            for _ in 0..QUEUE {
                question::submit(conn, &app.secret, &QuestionId::random(), submission(), Days::new(7), now)?;
            }
            Ok::<_, spoross::domain::Error>(())
        })
        .unwrap();
    app.search.poll(&app.database).await.unwrap();
    House { app, cookie, _folder: folder }
}

async fn cookie_of_a_clinician(app: &App) -> String {
    let now = app.clock.now();
    let past = app.at(Clock::standing_at(now - TimeDelta::minutes(10)));
    let roles = [Role::Manager, Role::Clinician, Role::Reviewer].into();
    let new = NewMember {
        user_name: "kari".into(),
        name: "Kari".into(),
        roles,
        groups: [].into(),
        profession: String::new(),
    };
    let terms = past.invitation_terms(Actor::Server);
    let (_, token) = app.database.write_blocking(|conn| invitation::invite(conn, &new, terms)).unwrap();
    let seed = token.totp_seed(&app.secret);
    let profile =
        Profile { name: "Kari".into(), title: "Lege".into(), specialities: String::new(), language: Language::Nb };
    let code = |app: &App| sign_in::code_at(&seed, app.clock.now()).unwrap();
    past.set_up(token.clone(), PASSWORD.into(), code(&past), profile).await.unwrap();
    let started = app.sign_in("kari".into(), PASSWORD.into(), code(app)).await.unwrap();
    format!("panel={}", started.token.to_cookie())
}

/// One of several nights, so that the pairs are like each other and not the same.
fn pair(number: usize) -> New {
    let nights = ["eksamen", "en konsert", "en flytur", "en operasjon", "første skoledag"];
    let night = nights.get(number % nights.len()).unwrap();
    New {
        wording: Wording {
            title: format!("Søvn før {night}"),
            question: format!("Hvorfor er det vanskelig å sove før {night}?"),
            answer: "Hei!\n\n## Kort svar\n\nDet er **helt vanlig**.\n\n".repeat(12),
            ..Wording::default()
        },
        topic: "psykisk-helse".into(),
        language: Language::Nb,
        audience: Audience { gender: Gender::Female, age_band: AgeBand::From16To17 },
        signature: Signature { name: "Kari".into(), title: "Lege".into(), specialities: String::new() },
        published_on: "2026-01-01".parse().unwrap(),
    }
}

fn submission() -> Submission {
    Submission {
        text: "Hvorfor får jeg ikke sove før eksamen? ".repeat(10),
        topic: "psykisk-helse".into(),
        audience: Audience { gender: Gender::Female, age_band: AgeBand::From16To17 },
        region: "42".into(),
        language: Language::Nb,
        urgency: Urgency::Normal,
        rules: Vec::new(),
    }
}

fn from_here(request: TestRequest) -> Request {
    let address: SocketAddr = "127.0.0.1:50000".parse().unwrap();
    request.peer_addr(address).insert_header(("host", "127.0.0.1:8080")).to_request()
}

async fn answer<S, B>(service: &S, request: Request)
where
    S: Service<Request, Response = ServiceResponse<B>, Error = actix_web::Error>,
    B: actix_web::body::MessageBody,
{
    let response = service.call(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert!(to_bytes(response.into_body()).await.is_ok_and(|body| body.len() > 1000));
}

fn main_job(criterion: &mut Criterion) {
    let system = System::new();
    let house = system.block_on(house());
    let service = system.block_on(init_service(web::service(house.app.clone())));

    criterion.bench_function("read a published page", |bencher| {
        bencher.iter(|| {
            let page = TestRequest::get().uri("/sporsmal/sovn-for-eksamen");
            system.block_on(answer(&service, from_here(page)));
        });
    });
    criterion.bench_function("open a queue of 500", |bencher| {
        bencher.iter(|| {
            let page = TestRequest::get().uri("/panel").insert_header(("cookie", house.cookie.as_str()));
            system.block_on(answer(&service, from_here(page)));
        });
    });
    // A form that was opened a little while ago, as a person's is.
    let a_while_ago = house.app.at(Clock::standing_at(house.app.clock.now() - TimeDelta::seconds(10)));
    criterion.bench_function("send a question", |bencher| {
        bencher.iter(|| {
            let ticket = Ticket::issue(&a_while_ago).unwrap();
            let text = "Hvorfor+far+jeg+ikke+sove+for+eksamen+".repeat(10);
            let body = format!("ticket={ticket}&question={text}&topic=psykisk-helse&gender=female");
            let form = TestRequest::post().uri("/spor").set_payload(body);
            system.block_on(answer(&service, from_here(form)));
        });
    });
}

criterion_group!(benches, main_job);
criterion_main!(benches);
