//! What an editor arranges: where a pair stands, what stands beside it, and what its topic begins with.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::audit;
use spoross::domain::answer::Wording;
use spoross::domain::publication::changes::{self, Kind};
use spoross::domain::publication::import::{self, Incoming};
use spoross::domain::publication::slug::Slug;
use spoross::domain::publication::{self, New, Signature};
use spoross::domain::staff::Role;
use spoross::text::language::Language;

use crate::public::topics::publishes;
use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const SOVN: &str = "/panel/publications/sovn";

async fn editor(house: &House) -> Person {
    house.member("Ola", &[Role::Editor]).await
}

fn count_of_acts(house: &House, act: &str) -> i64 {
    house.with(|conn| Ok(audit::table.filter(audit::act.eq(act)).count().get_result(conn)?))
}

fn listed(page: &Page) -> usize {
    page.count(".titles tbody tr")
}

#[actix_web::test]
async fn a_pair_is_found_by_its_topic_the_words_of_its_title_and_its_address() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    for number in 1..=21 {
        publishes(&house, &format!("Øl nummer {number}"), ("alkohol", "fest"), "2026-02-01");
    }
    publishes(&house, "100 % sikker på hasj?", ("cannabis", ""), "2026-02-02");
    let page = kari.reads("/panel/publications").await.succeeds();
    assert_eq!((listed(&page), page.text_of_row("100")), (20, "100 % sikker på hasj? Cannabis 2 February 2026".into()));
    assert_eq!(page.text_of_row("Øl nummer 1"), "Øl nummer 1 Alcohol / Parties, pressure and habits 1 February 2026");
    let next = page.attribute("a[rel=next]", "href").unwrap();
    assert_eq!(listed(&kari.reads(&next).await.succeeds()), 2);
    for (query, count) in [
        ("topic=cannabis", 1),
        ("q=%C3%B8l+21", 1),
        ("q=%C3%98L", 20),
        ("q=hasj+sikker", 1),
        ("q=hasj+%C3%B8l", 0),
        ("q=100+%25", 1),
        ("q=_", 20),
        ("topic=romfart", 20),
        ("q=https%3A%2F%2Fspor.example.org%2Fen%2Fsporsmal%2F100-sikker-pa-hasj%3Fx%3D1", 1),
        ("q=hasj&topic=alkohol", 0),
    ] {
        assert_eq!(listed(&kari.reads(&format!("/panel/publications?{query}")).await.succeeds()), count, "{query}");
    }
}

#[actix_web::test]
async fn a_pair_whose_address_came_from_elsewhere_is_found_by_its_title() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let new = New {
        wording: Wording {
            title: "Kan jeg Drikke?".into(),
            question: "?".into(),
            answer: "!".into(),
            ..Wording::default()
        },
        topic: "alkohol".into(),
        language: Language::Nb,
        audience: publishes(&house, "Søvn", ("alkohol", ""), "2026-02-01").audience,
        signature: Signature { name: String::new(), title: String::new(), specialities: String::new() },
        published_on: "2026-02-01".parse().unwrap(),
    };
    let incoming = Incoming {
        new,
        updated_on: None,
        slug: Slug::parse("mann-24"),
        old_path: None,
        choice: None,
        related: Vec::new(),
        former: Vec::new(),
        checked_on: None,
        recheck_on: None,
        versions: Vec::new(),
    };
    house.with(|conn| import::take_in(conn, &incoming));
    let page = kari.reads("/panel/publications?q=drikke").await.succeeds();
    assert!(page.has_link_to("/panel/publications/mann-24"), "{}", page.words());
}

#[actix_web::test]
async fn everyone_who_works_here_sees_how_a_pair_is_arranged_and_only_an_editor_has_the_forms() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, editor(&house).await);
    publishes(&house, "Søvn", ("alkohol", "fest"), "2026-02-01");
    let page = kari.reads(SOVN).await.succeeds();
    // What is read again is no arrangement: two forms of a clinician, one of any writer.
    assert_eq!((page.heading().as_str(), page.count("main form")), ("Søvn", 2));
    assert!(page.says("Parties, pressure and habits") && page.has_link_to("/en/sporsmal/sovn"), "{}", page.words());
    assert!(page.has_link_to("/panel/publications/sovn/versions"));
    assert!(page.text_of("#words").contains('!') && !page.says("Paste the address"), "{}", page.words());
    let page = ola.reads(SOVN).await.succeeds();
    assert!(page.says("Paste the address") && page.says("Save the subtopic"), "{}", page.words());
    assert_eq!((page.count("main form"), page.value_of("subtopic").as_str()), (4, "fest"));
    assert_eq!(ola.reads("/panel/publications/ingen").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn an_editor_moves_a_pair_to_another_subtopic_and_search_learns_of_it() {
    let house = House::open().await;
    let ola = editor(&house).await;
    let pair = publishes(&house, "Søvn", ("alkohol", "fest"), "2026-02-01");
    let before = house.with(changes::last_place);
    let path = format!("{SOVN}/subtopic");
    let page = ola.presses(&path, &[("subtopic", "slutte")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_at("subtopic"), "Choose one of the subtopics in the list.");
    assert_eq!(count_of_acts(&house, "publication.set_subtopic"), 0);

    ola.presses(&path, &[("subtopic", "kroppen")]).await.succeeds();
    assert!(house.visitor().reads("/tema/alkohol/kroppen").await.says("Søvn"));
    assert!(!house.visitor().reads("/tema/alkohol/fest").await.says("Søvn"));
    let change = house.with(|conn| changes::list_after(conn, before, 10)).pop().unwrap();
    assert_eq!((change.publication_id, change.kind), (pair.id, Kind::Changed));
    ola.presses(&path, &[("subtopic", "")]).await.succeeds();
    assert_eq!(house.with(|conn| publication::find_by_slug(conn, "sovn")).subtopic, None);
    assert_eq!(count_of_acts(&house, "publication.set_subtopic"), 2);
    assert_eq!(
        ola.presses("/panel/publications/x/subtopic", &[("subtopic", "fest")]).await.status,
        StatusCode::NOT_FOUND
    );
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn what_cannot_be_pinned_is_said_at_its_field_and_nothing_is_changed() {
    let house = House::open().await;
    let ola = editor(&house).await;
    for title in ["Søvn", "Angst", "Bok"] {
        publishes(&house, title, ("alkohol", ""), "2026-02-01");
    }
    let path = format!("{SOVN}/related");
    ola.presses(&path, &[("related-1", "https://spor.example.org/nn/sporsmal/bok#answer")]).await.succeeds();
    let page = ola.reads(SOVN).await.succeeds();
    assert_eq!(
        (page.value_of("related-1").as_str(), page.text_of("#related-1-title").as_str()),
        ("/sporsmal/bok", "Bok")
    );

    let typed = [
        ("related-1", "angst"),
        ("related-2", "Finnes ikke!"),
        ("related-3", "/sporsmal/angst"),
        ("related-5", "sovn"),
    ];
    let page = ola.presses(&path, &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (field, said) in [
        ("related-1", ""),
        ("related-2", "We find no answer at this address."),
        ("related-3", "This answer stands there already."),
        ("related-5", "This is the answer itself. Choose another."),
    ] {
        assert_eq!(page.error_at(field), said, "{field}");
    }
    for (field, value) in typed {
        assert_eq!(page.value_of(field), value);
    }
    assert_eq!(ola.reads(SOVN).await.value_of("related-1"), "/sporsmal/bok");
    ola.presses(&path, &[]).await.succeeds();
    assert_eq!(ola.reads(SOVN).await.value_of("related-1"), "");
    assert_eq!(count_of_acts(&house, "publication.pin_related"), 2);
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn an_editor_orders_what_a_topic_begins_with() {
    let house = House::open().await;
    let ola = editor(&house).await;
    let titles = ["A", "B", "C", "D", "E", "F", "G"];
    for title in titles {
        publishes(&house, title, ("alkohol", ""), "2026-02-01");
    }
    let order = async || ola.reads("/panel/publications/g").await.succeeds().text_of(".choice-order");
    let puts = async |slug: &str, place: &str| {
        ola.presses(&format!("/panel/publications/{slug}/choice"), &[("place", place)]).await
    };
    for (slug, place, expected) in [
        ("a", "1", "A"),
        ("b", "2", "A B"),
        ("c", "1", "C A B"),
        ("b", "1", "B C A"),
        ("c", "9", "B A C"),
        ("a", "", "B C"),
        ("a", "0", "B C"),
        ("d", "2", "B D C"),
    ] {
        puts(slug, place).await.succeeds();
        assert_eq!(order().await, expected, "{slug} at {place}");
    }
    for slug in ["a", "e", "f"] {
        puts(slug, "9").await.succeeds();
    }
    let page = puts("g", "1").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_at("place"), "The list is full. Take out another answer first.");
    assert_eq!(order().await, "B D C A E F");
    puts("f", "1").await.succeeds();
    assert_eq!(order().await, "F B D C A E");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn whoever_writes_an_answer_may_say_where_it_will_stand() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    for (subtopic, expected) in [("angst", Some("angst")), ("fest", None), ("", None)] {
        let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
        let wording = Wording { subtopic: Some(subtopic.into()), ..whole_wording() };
        kari.claims(&question).await.succeeds();
        kari.writes(&question, &wording).await.succeeds();
        let chosen = kari.opens(&question).await.value_of("subtopic");
        assert_eq!(Some(chosen.as_str()).filter(|chosen| !chosen.is_empty()), expected);
        kari.sends_to_review(&question, &wording).await.succeeds();
        let page = ola.opens(&question).await;
        assert_eq!(
            page.says("Mental health / Anxiety, stress and compulsions"),
            expected.is_some(),
            "{}",
            page.words()
        );
        let published = ola.decides(&question, "publish", "").await.succeeds();
        let slug = published.leads_to().rsplit('=').next().unwrap().to_owned();
        let pair = house.with(|conn| publication::find_by_slug(conn, &slug));
        assert_eq!(pair.subtopic.as_deref(), expected, "{subtopic}");
    }
}
