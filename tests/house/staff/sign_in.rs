//! Signing in, staying in, and being out.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use spoross::domain::staff::Role;

use crate::support::House;
use crate::support::house::{HOST, complete};
use crate::support::person::PASSWORD;

const WRONG: &str = "user name, password or code is wrong";
const FEIL: &str = "Brukernavn, passord eller kode er feil";

#[actix_web::test]
async fn a_clinician_signs_in_reads_and_signs_out() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    assert_eq!(kari.reads("/panel").await.heading(), "Queue");
    let page = kari.signs_out().await;
    assert_eq!(page.leads_to(), "/panel/sign-in");
    assert_eq!(kari.reads("/panel").await.leads_to(), "/panel/sign-in");
}

#[actix_web::test]
async fn the_cookie_is_for_this_site_and_no_script() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let header = kari.signs_in().await.header("set-cookie").to_owned();
    for part in ["panel=", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(header.contains(part), "{part} in {header}");
    }
    assert!(!header.contains("Secure") && !header.contains("Domain"), "{header}");
}

#[actix_web::test]
async fn with_https_the_cookie_is_bound_to_the_host_and_secure() {
    let house = House::open_with(|settings| settings.web.public_url = "https://spor.example.org".into()).await;
    let header = house.manager().signs_in().await.header("set-cookie").to_owned();
    for part in ["__Host-panel=", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(header.contains(part), "{part} in {header}");
    }
}

#[actix_web::test]
async fn every_wrong_way_in_says_the_same() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    house.later(TimeDelta::seconds(30));
    let good = kari.code();
    let wrong_code = if good == "000000" { "000001" } else { "000000" };
    for (password, code) in [("feil passord som er langt", good.as_str()), (PASSWORD, wrong_code)] {
        let page = kari.signs_in_with(password, code).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says(WRONG) || page.says(FEIL), "{}", page.words());
        assert_eq!(page.value_of("user_name"), "kari");
        assert_eq!(page.value_of("password"), "");
    }
    let ticket = house.visitor().reads("/panel/sign-in").await.value_of("ticket");
    let fields = [("user_name", "ukjent"), ("password", PASSWORD), ("code", &good), ("ticket", &ticket)];
    let page = kari.sends_form("/panel/sign-in", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says(WRONG) || page.says(FEIL), "{}", page.words());
}

#[actix_web::test]
async fn a_code_opens_once() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    house.later(TimeDelta::seconds(30));
    let code = kari.code();
    kari.signs_in_with(PASSWORD, &code).await.succeeds();
    let again = kari.signs_in_with(PASSWORD, &code).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    house.later(TimeDelta::seconds(30));
    kari.signs_in_with(PASSWORD, &kari.code()).await.succeeds();
}

#[actix_web::test]
async fn a_forgotten_session_ends_and_a_used_one_lasts_a_working_day() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    house.later(TimeDelta::minutes(31));
    assert_eq!(kari.reads("/panel").await.leads_to(), "/panel/sign-in");

    kari.signs_in().await;
    for _ in 0..29 {
        house.later(TimeDelta::minutes(20));
        kari.reads("/panel").await.succeeds();
        assert_eq!(kari.reads("/panel").await.status, StatusCode::OK);
    }
    house.later(TimeDelta::minutes(25));
    assert_eq!(kari.reads("/panel").await.leads_to(), "/panel/sign-in");
}

#[actix_web::test]
async fn guessing_is_slowed_down_for_that_name_only() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let mut last = StatusCode::OK;
    for _ in 0..12 {
        last = kari.signs_in_with("feil passord som er langt", "000000").await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    ola.signs_in().await;
}

#[actix_web::test]
async fn what_is_missing_is_said_at_its_field() {
    let house = House::open().await;
    let visitor = house.visitor();
    let ticket = visitor.reads("/panel/sign-in").await.value_of("ticket");
    let kari = house.clinician("Kari").await;
    let page = kari.sends_form("/panel/sign-in", &[("ticket", &ticket)]).await;
    for field in ["user_name", "password", "code"] {
        assert!(!page.error_at(field).is_empty(), "{field}");
    }
    let page = kari
        .sends_form(
            "/panel/sign-in",
            &[("ticket", "forged"), ("user_name", "kari"), ("password", PASSWORD), ("code", "1")],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn over_plain_http_the_panel_answers_only_on_this_machine() {
    let house = House::open().await;
    let refused =
        |page: &crate::support::Page| page.status == StatusCode::FORBIDDEN && page.says("Panelet er stengt her");
    for (peer, host, is_open) in [
        ("127.0.0.1:5000", HOST, true),
        ("[::1]:5000", "[::1]:8080", true),
        ("127.0.0.1:5000", "localhost", true),
        ("192.0.2.7:5000", HOST, false),
        ("127.0.0.1:5000", "spor.example.org", false),
        ("127.0.0.1:5000", "localhost.evil.example", false),
        ("127.0.0.1:5000", "127.0.0.1.evil.example:8080", false),
        ("127.0.0.1:5000", "", false),
    ] {
        let request =
            TestRequest::get().uri("/panel/sign-in").peer_addr(peer.parse().unwrap()).insert_header(("host", host));
        let page = house.answers_as_is(request.to_request()).await;
        assert_eq!(page.status == StatusCode::OK, is_open, "{peer} {host}: {}", page.status);
        assert_eq!(refused(&page), !is_open, "{peer} {host}");
    }
    let request = TestRequest::get().uri("/panel/sign-in").insert_header(("x-forwarded-host", "localhost"));
    assert_eq!(house.answers_as_is(complete(request)).await.status, StatusCode::OK);
}

#[actix_web::test]
async fn one_instance_serves_the_session_another_began() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    let elsewhere = kari.at(house.second_instance().await);
    assert!(elsewhere.opens(&question).await.says("Hvorfor får jeg ikke sove"));
    elsewhere.signs_out().await;
    assert_eq!(kari.reads("/panel").await.leads_to(), "/panel/sign-in");
}

#[actix_web::test]
async fn a_manager_without_a_clinical_role_opens_no_question() {
    let house = House::open().await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    assert_eq!(house.manager().reads("/panel").await.leads_to(), "/panel/staff");
    let page = house.manager().opens(&question).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.says("sove"));
    let editor = house.member("Eva", &[Role::Editor]).await;
    assert_eq!(editor.reads("/panel").await.leads_to(), "/panel/profile");
}

#[actix_web::test]
async fn signing_in_anew_ends_the_older_session() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let older = kari.at(house.second_instance().await);
    kari.signs_in().await;
    assert_eq!(kari.reads("/panel").await.status, StatusCode::OK);
    assert_eq!(older.reads("/panel").await.leads_to(), "/panel/sign-in");
}
