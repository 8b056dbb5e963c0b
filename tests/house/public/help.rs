//! Finding help: who answers now, for this age and this place, without leaving a trace of having looked.

use chrono::TimeDelta;

use crate::support::{House, Page};

/// The page's headings of services in order, by their place on the page.
fn order(page: &Page, ids: &[&str]) -> Vec<String> {
    let mut found: Vec<(usize, &str)> =
        ids.iter().filter_map(|id| Some((page.body.find(&format!("<li id=\"{id}\""))?, *id))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id.to_owned()).collect()
}

fn has(page: &Page, id: &str) -> bool {
    page.body.contains(&format!("<li id=\"{id}\""))
}

fn standing(page: &Page, id: &str) -> String {
    page.text_of(&format!("[id='{id}'] .standing"))
}

#[actix_web::test]
async fn who_answers_now_comes_first_and_emergency_numbers_before_all() {
    let house = House::open().await;
    // Ten to eleven on a Tuesday morning.
    house.later(TimeDelta::minutes(50));
    let page = house.visitor().reads("/hjelp").await.succeeds();
    assert_eq!(standing(&page, "rusinfo"), "Stengt nå. Åpner i dag 11");
    assert_eq!(standing(&page, "113"), "Døgnåpent");
    assert!(!page.text_of("[id='113']").contains("Døgnåpen."), "said once: {}", page.text_of("[id='113']"));
    assert!(page.text_of("[id='116111']").contains("døgnet rundt. Chat og SMS"), "the chat has hours of its own");
    house.later(TimeDelta::minutes(10));
    let page = house.visitor().reads("/hjelp").await.succeeds();
    assert_eq!(standing(&page, "rusinfo"), "Åpent nå, til 14.30");
    let ids = ["sidetmedord", "korspahalsen", "rusinfo", "116117", "112", "113"];
    assert_eq!(order(&page, &ids), ["113", "112", "116117", "rusinfo", "korspahalsen", "sidetmedord"]);
    house.later(TimeDelta::hours(10));
    let page = house.visitor().reads("/hjelp").await.succeeds();
    assert_eq!(standing(&page, "rusinfo"), "Stengt nå. Åpner onsdag 11");
    assert!(page.says("Chat: Åpent nå, til 22.45"), "{}", page.words());
}

#[actix_web::test]
async fn on_easter_monday_a_weekday_line_is_closed() {
    let house = House::open().await;
    // Easter Monday 2026, noon in Norway.
    house.later(TimeDelta::days(27) + TimeDelta::hours(1));
    let page = house.visitor().reads("/hjelp").await.succeeds();
    assert_eq!(standing(&page, "rusinfo"), "Stengt nå. Åpner tirsdag 11");
}

#[actix_web::test]
async fn a_service_whose_hours_are_not_known_is_never_open() {
    let house = House::open().await;
    for _ in 0..24 {
        let page = house.visitor().reads("/hjelp").await.succeeds();
        assert_eq!(page.count("[aria-labelledby=help-page-open] [id=sidetmedord], [id=sidetmedord] [data-open]"), 0);
        assert!(page.says("Se nettsiden for åpningstider"));
        house.later(TimeDelta::hours(1));
    }
}

#[actix_web::test]
async fn a_minor_meets_the_childrens_line_first_and_is_told_what_is_left_out() {
    let house = House::open().await;
    let page = house.visitor().reads("/hjelp?alder=13_15").await.succeeds();
    assert!(!has(&page, "volinjen"));
    assert!(page.text_of("#other-age").contains("VO-linjen"), "{}", page.words());
    assert_eq!(order(&page, &["116111", "mentalhelse", "kirkenssos"])[0], "116111");
    let page = house.visitor().reads("/hjelp?alder=18_20").await.succeeds();
    assert!(has(&page, "volinjen") && !has(&page, "korspahalsen"));
    assert_eq!(house.visitor().reads("/hjelp").await.count("#other-age"), 0);
}

#[actix_web::test]
async fn what_is_chosen_stays_in_the_address_and_nowhere_else() {
    let house = House::open().await;
    let page = house.visitor().reads("/hjelp?tema=lov-og-rett&alder=16_17&region=42").await.succeeds();
    let kept = ["tema", "alder", "region"].map(|name| page.value_of(name));
    assert_eq!(kept, ["lov-og-rett", "16_17", "42"]);
    assert_eq!((page.count("main details[open]"), page.text_of("summary").as_str()), (1, "Finn hjelp som passer deg"));
    assert_eq!(house.visitor().reads("/hjelp").await.count("main details[open]"), 0);
    assert_eq!((page.header("cache-control"), page.text_of("title").as_str()), ("no-store", "Hjelp"));
    assert!(!has(&page, "ivareta"), "it is about something else");
    for link in page.links_below("/") {
        assert!(!link.contains("region"), "{link}");
    }
    let nonsense = house.visitor().reads("/hjelp?tema=romfart&alder=99&region=x").await.succeeds();
    assert_eq!(nonsense.count("main li"), house.visitor().reads("/hjelp").await.count("main li"));
}

#[actix_web::test]
async fn each_service_says_what_it_records_and_when_we_looked() {
    let house = House::open().await;
    for (prefix, records, checked) in [
        ("", "Samtalen blir tatt opp", "Sjekket 8. oktober 2026"),
        ("/nn", "Samtalen blir teken opp", "Sjekka 8. oktober 2026"),
        ("/en", "the call is recorded", "Checked 8 October 2026"),
    ] {
        let page = house.visitor_in(prefix).reads("/hjelp").await.succeeds();
        let gift = page.text_of("[id=gift]");
        assert!(gift.contains(records) && gift.contains(checked), "{gift}");
        assert!(page.has_link_to("tel:22591300") && page.has_link_to("https://www.116111.no/"));
    }
}

#[actix_web::test]
async fn whoever_needs_an_ambulance_or_the_police_is_to_ring_and_not_to_read() {
    let page = House::open().await.visitor().reads("/hjelp").await.succeeds();
    for id in ["113", "112"] {
        assert_eq!(
            (page.count(&format!("[id='{id}'] a")), page.count(&format!("[id='{id}'] a[href^='tel:']"))),
            (1, 1)
        );
    }
    assert!(page.count("[id='116111'] a[href^='https:']") > 0, "the children's line has a chat");
}
