//! Real conversations with a mail server: one that takes mail, refuses, puts off, says nothing, or is not who it should be.

use std::net::TcpListener;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::outbox;
use spoross::domain::outbox::Trouble;
use spoross::mailer::{Failure, Letter, Mailer};
use spoross::{jobs, web};

use crate::support::mail_server::{MailServer, certificate, mailer, mailer_with_patience};
use crate::support::person::Person;
use crate::support::{House, log};

fn letter(to: &str) -> Letter {
    let id = uuid::Uuid::new_v4().to_string();
    Letter { id, to: to.into(), subject: "Spør oss: køen".into(), body: "- tre spørsmål venter\n".into() }
}

fn in_clear(server: &MailServer) -> Mailer {
    mailer(&format!("smtp://127.0.0.1:{}?tls=none", server.port), None)
}

fn sends(mailer: &Mailer, to: &str) -> Result<(), Failure> {
    mailer.send(&letter(&format!("{to}@example.org")))
}

#[test]
fn a_mail_server_takes_mail_and_says_no_in_its_ways() {
    let server = MailServer::start();
    let mailer = in_clear(&server);
    mailer.test().unwrap();
    assert_eq!(sends(&mailer, "kari"), Ok(()));
    assert_eq!(sends(&mailer, "gone"), Err(Failure::Refused));
    assert_eq!(sends(&mailer, "grey"), Err(Failure::Postponed));
    assert_eq!(sends(&mailer, "grey"), Ok(()));
    assert_eq!(sends(&mailer, "slow"), Err(Failure::Silent));
    assert_eq!(sends(&mailer, "dropped"), Err(Failure::Uncertain));
    assert_eq!(server.receivers(3), ["kari@example.org", "grey@example.org", "dropped@example.org"]);
    let text = server.first_text();
    for line in ["To: kari@example.org", "Auto-Submitted: auto-generated", "Content-Type: text/plain; charset=utf-8"] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[test]
fn a_server_that_is_not_there_or_never_speaks_is_not_waited_for() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(sends(&mailer(&format!("smtp://{gone}?tls=none"), None), "kari"), Err(Failure::Unreachable));
    let mute = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = mute.local_addr().unwrap();
    for url in [format!("smtp://{address}?tls=none"), format!("smtp://{address}"), format!("smtps://{address}")] {
        let start = Instant::now();
        assert_eq!(sends(&mailer_with_patience(&url, None, 1), "kari"), Err(Failure::Silent), "{url}");
        assert!(start.elapsed() < Duration::from_secs(8), "{url}");
    }
}

#[test]
fn mail_goes_over_tls_to_the_right_server_only() {
    let folder = tempfile::tempdir().unwrap();
    let (right, other) = (certificate(folder.path(), "IP:127.0.0.1"), certificate(folder.path(), "DNS:annen.example"));
    for (argument, scheme) in [("--wrapped", "smtps"), ("--starttls", "smtp")] {
        let says = |shown: &Path, trusted: Option<&Path>| {
            let server = MailServer::start_with(&[argument, shown.to_str().unwrap()]);
            let url = format!("{scheme}://127.0.0.1:{}", server.port);
            let said = sends(&mailer(&url, trusted), "kari");
            assert_eq!(server.receivers(usize::from(said.is_ok())).is_empty(), said.is_err());
            said
        };
        assert_eq!(says(&right, Some(&right.with_extension("crt"))), Ok(()), "{scheme}");
        assert_eq!(says(&right, None), Err(Failure::Insecure), "{scheme}: nobody vouches for it");
        assert_eq!(
            says(&other, Some(&other.with_extension("crt"))),
            Err(Failure::Insecure),
            "{scheme}: another's name"
        );
    }
    let server = MailServer::start();
    let url = format!("smtp://127.0.0.1:{}", server.port);
    assert_eq!(sends(&mailer(&url, None), "kari"), Err(Failure::Insecure), "no STARTTLS");
}

#[test]
fn a_password_is_said_over_tls_and_a_wrong_one_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let shown = certificate(folder.path(), "IP:127.0.0.1");
    let trusted = shown.with_extension("crt");
    let server = MailServer::start_with(&["--starttls", shown.to_str().unwrap(), "--password"]);
    let with = |user: &str| mailer(&format!("smtp://{user}@127.0.0.1:{}", server.port), Some(&trusted));
    assert_eq!(sends(&with("siv:p%40ss"), "kari"), Ok(()));
    assert_eq!(sends(&with("siv:feil"), "kari"), Err(Failure::SignIn));
    assert_eq!(server.receivers(1), ["kari@example.org"]);
}

async fn wants_mail(house: &House, name: &str) -> Person {
    let person = house.clinician(name).await;
    let address = format!("{}@example.org", name.to_lowercase());
    person.presses("/panel/profile/mail", &[("mail", &address), ("hour", "11")]).await.succeeds();
    person
}

async fn a_minute(house: &House, by: TimeDelta) -> i64 {
    house.later(by);
    jobs::digest::run(&house.app, web::staff::digest::words).await.unwrap();
    house.with(|conn| Ok(outbox::table.count().get_result(conn)?))
}

#[actix_web::test]
async fn one_silent_mailbox_holds_nobody_else_up_and_each_no_has_its_end() {
    let server = MailServer::start();
    let url = format!("smtp://127.0.0.1:{}?tls=none", server.port);
    let house = House::open_with(|settings| {
        settings.mail.url = url;
        settings.mail.timeout_seconds = 3;
    })
    .await;
    let mut people = Vec::new();
    for name in ["Slow", "Gone", "Grey", "Dropped", "Kari"] {
        people.push(wants_mail(&house, name).await);
    }
    house.question("Hvorfor får jeg ikke sove før eksamen?").await;

    // Slow and Grey are left: Gone and Dropped are given up at once, Kari's went.
    assert_eq!(a_minute(&house, TimeDelta::hours(1)).await, 2);
    assert!(server.receivers(2).contains(&"kari@example.org".to_owned()));
    assert_eq!(a_minute(&house, TimeDelta::minutes(1)).await, 1);
    let mut receivers = server.receivers(3);
    receivers.sort();
    assert_eq!(receivers, ["dropped@example.org", "grey@example.org", "kari@example.org"]);
    for (person, trouble) in
        [(&people[1], Some(Trouble::Refused)), (&people[3], Some(Trouble::Uncertain)), (&people[4], None)]
    {
        let choice = house.with(|conn| spoross::domain::digest::find_choice(conn, &person.id));
        assert_eq!(choice.trouble.map(|(why, _)| why), trouble, "{}", person.user_name);
    }
    let logged = log::recorded();
    assert!(logged.contains("mail to staff was given up") && !logged.contains("@example.org"), "an address in the log");
}
