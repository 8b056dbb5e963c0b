//! Joining: a link that works once, a password that holds, a colleague who lets one in.

use actix_web::http::StatusCode;
use actix_web::http::header::ContentType;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::{epoch, epoch_grant, invitation, staff_role};
use spoross::domain::audit::Actor;
use spoross::domain::staff::invitation::InvitationToken;
use spoross::domain::staff::{self, Role, sign_in};
use spoross::domain::{Error, Refusal};

use crate::support::person::PASSWORD;
use crate::support::visitor::encode;
use crate::support::visitor::filled_in;
use crate::support::{House, Page};

fn address(token: &InvitationToken) -> String {
    format!("/panel/set-up/{}", token.as_str())
}

async fn follows(house: &House, token: &InvitationToken, password: &str, code: &str) -> Page {
    let ticket = house.visitor().reads(&address(token)).await.value_of("ticket");
    let fields = [
        ("ticket", ticket.as_str()),
        ("name", "Nina Prøvesen"),
        ("title", "Helsesykepleier"),
        ("specialities", ""),
        ("language", "nn"),
        ("password", password),
        ("code", code),
    ];
    let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let form = TestRequest::post().uri(&address(token)).insert_header(ContentType::form_url_encoded());
    house.answers(form.set_payload(encode(&fields))).await
}

fn code(house: &House, token: &InvitationToken) -> String {
    sign_in::code_at(&token.totp_seed(&house.app.secret), house.app.clock.now()).unwrap()
}

#[actix_web::test]
async fn a_newcomer_follows_the_link_and_a_manager_lets_them_in() {
    let house = House::open().await;
    let token = house.invites("nina", "Nina", &[Role::Clinician]);
    let page = follows(&house, &token, PASSWORD, &code(&house, &token)).await.succeeds();
    let digits = page.text_of("#fingerprint");
    assert_eq!(digits.split(' ').count(), 6, "{digits}");

    let page = house.manager().reads("/panel/staff").await;
    assert!(page.says("Nina Prøvesen") && page.says(&digits), "{}", page.words());
    assert_eq!(page.count("form[action$='/grant']"), 1);
}

#[actix_web::test]
async fn whoever_waits_reads_the_same_digits_after_signing_in() {
    let house = House::open().await;
    let nina = house.waiting("Nina", &[Role::Clinician]).await;
    let page = nina.reads("/panel").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let on_the_list = house.manager().reads("/panel/staff").await.text_of("tr:has(form) .print");
    assert!(page.says(&on_the_list), "{} in {}", on_the_list, page.words());
    house.manager().lets_in(&nina).await.succeeds();
    assert_eq!(nina.reads("/panel").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_newcomer_reads_what_was_asked_before_they_came() {
    let house = House::open().await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    let nina = house.clinician("Nina").await;
    assert!(nina.opens(&question).await.says("Hvorfor får jeg ikke sove"));
}

#[actix_web::test]
async fn a_link_works_once_and_not_for_ever() {
    let house = House::open().await;
    let token = house.invites("nina", "Nina", &[Role::Clinician]);
    follows(&house, &token, PASSWORD, &code(&house, &token)).await.succeeds();
    assert_eq!(house.visitor().reads(&address(&token)).await.status, StatusCode::GONE);

    let late = house.invites("per", "Per", &[Role::Clinician]);
    house.later(TimeDelta::hours(73));
    assert_eq!(house.visitor().reads(&address(&late)).await.status, StatusCode::GONE);
    let guessed = InvitationToken::from_link(&"0".repeat(64));
    assert_eq!(house.visitor().reads(&address(&guessed)).await.status, StatusCode::GONE);
}

#[actix_web::test]
async fn a_weak_password_or_a_wrong_code_is_said_and_the_link_still_works() {
    let house = House::open().await;
    let token = house.invites("nina", "Nina", &[Role::Clinician]);
    for (password, field) in
        [("kort", "password"), ("aaaaaaaaaaaaaaaaaaaa", "password"), ("passordpassord1", "password")]
    {
        let page = follows(&house, &token, password, &code(&house, &token)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{password}");
        assert!(!page.error_at(field).is_empty(), "{password}: {}", page.words());
        assert_eq!(page.value_of("title"), "Helsesykepleier");
    }
    let good = code(&house, &token);
    let page = follows(&house, &token, PASSWORD, if good == "000000" { "000001" } else { "000000" }).await;
    assert!(!page.error_at("code").is_empty(), "{}", page.words());
    follows(&house, &token, PASSWORD, &good).await.succeeds();
}

#[actix_web::test]
async fn the_authenticators_key_is_the_same_each_time_the_page_is_opened() {
    let house = House::open().await;
    let token = house.invites("nina", "Nina", &[Role::Clinician]);
    let first = house.visitor().reads(&address(&token)).await.text_of("#seed");
    assert_eq!(first, house.visitor().reads(&address(&token)).await.text_of("#seed"));
    assert_eq!(first.replace(' ', "").len(), 32);
}

#[actix_web::test]
async fn a_profile_signs_the_next_answers() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let fields = [("name", "Kari Ny Prøvesen"), ("title", "Overlege"), ("specialities", ""), ("language", "nb")];
    kari.presses("/panel/profile", &fields).await.succeeds();
    let page = kari.reads("/panel/profile").await;
    assert_eq!(page.value_of("title"), "Overlege");
    assert_eq!(page.heading(), "Profil");
    let page = kari.presses("/panel/profile", &[("name", ""), ("title", "Overlege")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.value_of("title"), "Overlege");
}

#[actix_web::test]
async fn nobody_is_let_in_twice_or_from_nowhere() {
    let house = House::open().await;
    let nina = house.waiting("Nina", &[Role::Clinician]).await;
    house.manager().lets_in(&nina).await.succeeds();
    assert_eq!(house.manager().lets_in(&nina).await.status, StatusCode::NOT_FOUND);
    let page = house.manager().presses("/panel/staff/00000000-0000-4000-8000-000000000000/grant", &[]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn whoever_can_only_write_the_database_cannot_invite_themselves() {
    let house = House::open().await;
    let token = house.invites("nina", "Nina", &[Role::Clinician]);
    let guessed = InvitationToken::from_link(&"ab".repeat(32));
    house.with(|conn| {
        let plain_hash = spoross::vault::fingerprint_hex(guessed.as_str().as_bytes());
        diesel::update(invitation::table.filter(invitation::used_at.is_null()))
            .set(invitation::token_code.eq(plain_hash))
            .execute(conn)?;
        Ok(())
    });
    for link in [&guessed, &token] {
        assert_eq!(house.visitor().reads(&address(link)).await.status, StatusCode::GONE);
    }
}

#[actix_web::test]
async fn an_invited_account_cannot_be_given_more_in_the_database() {
    let house = House::open().await;
    let token = house.invites("nina", "Nina", &[Role::Clinician]);
    house.visitor().reads(&address(&token)).await.succeeds();
    house.with(|conn| {
        diesel::update(staff_role::table.filter(staff_role::role.eq("clinician")))
            .set(staff_role::role.eq("manager"))
            .execute(conn)?;
        Ok(())
    });
    assert_eq!(house.visitor().reads(&address(&token)).await.status, StatusCode::GONE);
}

#[actix_web::test]
async fn an_emptied_epoch_table_lets_nobody_in() {
    let house = House::open().await;
    let token = house.invites("nina", "Nina", &[Role::Manager]);
    house.with(|conn| {
        diesel::delete(epoch_grant::table).execute(conn)?;
        diesel::delete(epoch::table).execute(conn)?;
        Ok(())
    });
    let page = follows(&house, &token, PASSWORD, &code(&house, &token)).await.succeeds();
    assert!(!page.text_of("#fingerprint").is_empty(), "she must wait for a colleague: {}", page.words());
}

#[actix_web::test]
async fn the_last_one_with_a_key_cannot_be_disabled() {
    let house = House::open().await;
    let now = house.app.clock.now();
    let disables = |name: &'static str| {
        house.app.database.write_blocking(move |conn| staff::disable(conn, name, Actor::Server, now))
    };
    assert!(matches!(disables("siv"), Err(Error::Refused(Refusal::LastKeyHolder))));
    house.clinician("Kari").await;
    disables("siv").unwrap();
    assert!(matches!(disables("kari"), Err(Error::Refused(Refusal::LastKeyHolder))));
}

#[actix_web::test]
async fn a_house_where_nobody_holds_the_key_takes_no_questions() {
    let house = House::open().await;
    let visitor = house.visitor();
    let form = visitor.reads("/spor").await.succeeds();
    house.with(|conn| {
        diesel::delete(epoch_grant::table).execute(conn)?;
        Ok(())
    });
    house.later(TimeDelta::seconds(5));
    let page = visitor.sends_form(&filled_in(&form.value_of("ticket"), &[])).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(house.question_ids().is_empty());
}
