//! What a pair has around its words moves with it: corrections, days, further topics, what stands beside it.

use super::{Desk, line};
use crate::public::read::publishes;
use crate::staff::article;
use crate::staff::correction::corrects;
use crate::support::database::TestDatabase;
use crate::support::program::said;

#[actix_web::test]
async fn corrections_days_topics_and_what_stands_beside_it_move_too() {
    let here = Desk::staffed().await;
    let house = &here.house;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(house, "Snus", "Hei igjen!");
    publishes(house, "Søvn", "Grensen er 16 år.");
    article::published((&kari, &ola), &[]).await;
    let placing = [
        ("language", "nb"),
        ("further", "alkohol"),
        ("further", "cannabis"),
        ("related", "/fakta/sovn-og-hjernen\n/sporsmal/snus"),
    ];
    corrects((&kari, &ola), "sovn", ("Grensen er 17 år.", "Grensen er 17 år."), &placing).await;
    corrects((&kari, &ola), "sovn", ("Grensen er 18 år.", "Aldersgrensen er 18 år."), &[]).await;
    kari.presses("/panel/publications/sovn/recheck", &[("recheck_on", "2026-12-01")]).await.succeeds();

    let lines = String::from_utf8(here.exports("jsonl")).unwrap();
    for told in [
        "\"related\":\"fakta/sovn-og-hjernen snus\"",
        "\"further_topics\":\"alkohol cannabis\"",
        "\"checked_on\":\"2026-03-10\",\"recheck_on\":\"2026-12-01\"",
        "\"answer\":\"Grensen er 16 år.\",\"note\":\"Grensen er 17 år.\",\"corrected_on\":\"2026-03-10\"",
    ] {
        assert!(lines.contains(told), "{told}\n{lines}");
    }
    let mut there = Desk::on(TestDatabase::other()).await;
    let output = there.imports("all.jsonl", &lines, &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(String::from_utf8(there.exports("jsonl")).unwrap(), lines);
    assert_eq!(there.exports("csv"), here.exports("csv"));
    // A house where nobody answers yet asks nobody to write.
    there.house.gets_a_manager().await;
    for path in ["/sporsmal/sovn", "/tema/alkohol", "/tema/cannabis"] {
        let (page, moved) =
            (house.visitor().reads(path).await.succeeds(), there.house.visitor().reads(path).await.succeeds());
        assert_eq!(moved.links_below("/"), page.links_below("/"), "{path}");
    }
    let moved = there.house.visitor().reads("/sporsmal/sovn").await;
    assert!(moved.text_of("#corrections").contains("Aldersgrensen er 18 år."), "{}", moved.words());
    assert!(moved.text_of("#checked-on").contains("10. mars 2026"), "{}", moved.words());
    // Twice is once.
    assert!(said(&there.imports("all.jsonl", &lines, &[])).contains("0 added, 3 already there"));
    assert_eq!(String::from_utf8(there.exports("jsonl")).unwrap(), lines);
}

#[actix_web::test]
async fn what_stands_beside_a_pair_is_found_where_it_stands_here() {
    let here = Desk::on(TestDatabase::new()).await;
    assert!(here.imports("first.jsonl", &line("En", ",\"slug\":\"en\""), &[]).status.success());
    // Another pair has its address here, so it gets a number, and what leads to it follows.
    let other = line("To", ",\"slug\":\"en\"");
    let leading = line("Tre", ",\"related\":\"en\",\"slug\":\"tre\"");
    assert!(here.imports("more.jsonl", &[other, leading].concat(), &[]).status.success());
    let page = here.house.visitor().reads("/sporsmal/tre").await.succeeds();
    assert!(page.links_below("/sporsmal/").contains(&"/sporsmal/en-2".to_owned()), "{:?}", page.links_below("/"));
}

#[actix_web::test]
async fn what_is_wrong_with_any_of_it_is_named() {
    let desk = Desk::on(TestDatabase::new()).await;
    for (more, why) in [
        (",\"further_topics\":\"ingen\"", "the further topic \"ingen\" is unknown"),
        (
            ",\"further_topics\":\"cannabis rus-og-avhengighet kropp-og-helse psykisk-helse\"",
            "further_topics has more than 3 topics",
        ),
        (",\"checked_on\":\"2126-01-01\"", "checked_on 2126-01-01 is a day to come"),
        (",\"recheck_on\":\"snart\"", "recheck_on \"snart\" is no day"),
        (",\"related\":\"fakta/Nei\"", "related has slugs"),
        (
            ",\"former\":[{\"title\":\"t\",\"question\":\"q\",\"answer\":\"a\",\"note\":\"n\"}]",
            "former 1: corrected_on is empty",
        ),
    ] {
        let output = desk.imports("pairs.jsonl", &line("En", more), &[]);
        assert!(!output.status.success() && said(&output).contains(why), "{why}: {}", said(&output));
    }
    assert_eq!(desk.count(), 0);
}
