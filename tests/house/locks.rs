//! Every door of the panel refuses whoever it is not for; generated from the route table.

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use spoross::domain::staff::Role;
use spoross::web::staff::ROUTES;
use spoross::web::{Access, Route};

use crate::support::person::Person;
use crate::support::{House, Page};

/// An address of the route that leads to nothing: the guard must answer before anyone looks for it.
fn address(route: &Route) -> String {
    let path = route.path.replace("{id}", "00000000-0000-4000-8000-000000000000");
    format!("/panel{}", path.replace("{number}", "1").replace("{slug}", "ingen"))
}

fn request(route: &Route) -> TestRequest {
    let method = if route.method == "get" { Method::GET } else { Method::POST };
    TestRequest::default()
        .method(method)
        .uri(&address(route))
        .insert_header(("content-type", "application/x-www-form-urlencoded"))
}

fn locked() -> impl Iterator<Item = &'static Route> {
    ROUTES.iter().filter(|route| route.access != Access::Anyone)
}

#[track_caller]
fn assert_refused(page: &Page, route: &Route, who: &str) {
    let is_sent_to_sign_in = page.status == StatusCode::SEE_OTHER && page.leads_to() == "/panel/sign-in";
    let is_refused = page.status == StatusCode::FORBIDDEN || (route.method == "get" && is_sent_to_sign_in);
    assert!(is_refused, "{} {} let in {who}: {} {}", route.method, route.path, page.status, page.heading());
}

/// Someone with every role but those the route asks for.
async fn wrong_role(house: &House, name: &str, asked_for: &[Role]) -> Person {
    let others: Vec<Role> = Role::ALL.iter().copied().filter(|other| !asked_for.contains(other)).collect();
    house.member(name, &others).await
}

async fn assert_all_refused(person: &Person, routes: impl Iterator<Item = &'static Route>) {
    for route in routes {
        let token = person.reads("/panel/profile").await.value_of("token");
        let page = person.sends(request(route).set_payload(format!("token={token}"))).await;
        assert_refused(&page, route, "someone without the role");
    }
}

#[actix_web::test]
async fn a_stranger_gets_in_nowhere() {
    let house = House::open().await;
    for route in locked() {
        assert_refused(&house.answers(request(route)).await, route, "a stranger");
        let forged = request(route).insert_header(("cookie", format!("panel={}", "0".repeat(64))));
        assert_refused(&house.answers(forged).await, route, "a forged cookie");
    }
}

#[actix_web::test]
async fn the_wrong_role_gets_in_nowhere() {
    let house = House::open().await;
    for role in Role::ALL {
        let person = wrong_role(&house, &format!("Not{}", role.word()), &[*role]).await;
        assert_all_refused(&person, locked().filter(|route| route.access == Access::Only(*role))).await;
    }
    let either = |route: &&Route| matches!(route.access, Access::Either(..));
    assert!(locked().any(|route| either(&route)));
    for (number, route) in locked().filter(either).enumerate() {
        let Access::Either(one, other) = route.access else { unreachable!() };
        let name = format!("Without{number}");
        let person = wrong_role(&house, &name, &[one, other]).await;
        assert_all_refused(&person, std::iter::once(route)).await;
    }
}

#[actix_web::test]
async fn whoever_waits_to_be_let_in_gets_in_nowhere() {
    let house = House::open().await;
    let waiting = house.waiting("Nina", Role::ALL).await;
    for route in locked().filter(|route| route.access != Access::SignedIn) {
        let page = waiting.sends(request(route)).await;
        assert_refused(&page, route, "someone who waits");
        if route.method == "get" {
            assert!(page.says("You are waiting"), "{}", page.words());
        }
    }
}

#[actix_web::test]
async fn whoever_was_disabled_is_out_at_once() {
    let house = House::open().await;
    let person = house.member("Per", Role::ALL).await;
    person.reads("/panel").await.succeeds();
    let now = house.app.clock.now();
    house.with(|conn| {
        spoross::domain::staff::disable(conn, "per", spoross::domain::audit::Actor::Server, now)?;
        Ok(())
    });
    for route in locked() {
        assert_refused(&person.sends(request(route)).await, route, "someone disabled");
    }
}

#[actix_web::test]
async fn a_form_without_this_sessions_token_does_nothing() {
    let house = House::open().await;
    let person = house.member("Kari", Role::ALL).await;
    let other = house.member("Ola", Role::ALL).await.reads("/panel/profile").await.value_of("token");
    let other = other.as_str();
    for route in locked().filter(|route| route.method == "post") {
        for body in [String::new(), "token=".into(), "token=x".into(), format!("token={other}")] {
            let page = person.sends(request(route).set_payload(body.clone())).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{} with {body}", route.path);
        }
    }
}
