//! A flood of the same thing is seen as one, and goes together; what only looks like it stays.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::{letter, question, receipt};

use crate::support::House;
use crate::support::files::contents_below;

const SPAM: &str = "Kjøp billige sko på nettet i dag, tilbudet varer bare til midnatt i kveld";
const HONEST: &str = "Jeg kjøpte billige sko på nettet, og nå har jeg gnagsår. Hva hjelper mot det?";

/// Four of the same with a little change each, and one honest question; gives the codes of the four.
async fn flooded(house: &House) -> Vec<String> {
    let mut codes = Vec::new();
    for nth in 0..4 {
        codes.push(house.visitor().asks_for_a_code(&format!("{SPAM} {nth}")).await);
    }
    house.visitor().asks(HONEST).await.succeeds();
    codes
}

#[actix_web::test]
async fn what_is_alike_stands_together_and_goes_together() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let codes = flooded(&house).await;
    let sealed: Vec<Vec<u8>> = house.with(|conn| Ok(question::table.select(question::sealed).load(conn)?));
    let page = kari.reads("/panel/floods").await.succeeds();
    assert!(page.says("4 alike") && page.says("5 waiting questions were compared"), "{}", page.words());
    assert!(!page.says("gnagsår"), "{}", page.words());

    let ticked = page.values_of("input[name=question][checked]");
    assert_eq!(ticked.len(), 4);
    let fields: Vec<(&str, &str)> = ticked.iter().map(|id| ("question", id.as_str())).collect();
    let page = kari.presses("/panel/floods", &fields).await.succeeds();
    assert!(page.leads_to().ends_with("notice=dropped"), "{}", page.leads_to());
    assert_eq!(house.question_ids().len(), 1);
    let page = house.visitor().shows(&codes[0]).await.succeeds();
    assert!(page.says("Slik det er skrevet, kan vi ikke svare på det."), "{}", page.words());
    for (_, file) in contents_below(house.database.folder.path()) {
        let left = sealed.iter().filter(|sealed| file.windows(32).any(|window| window == &sealed[64..96])).count();
        assert!(left <= 1, "the honest question alone");
    }
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn a_question_that_someone_began_on_or_took_back_is_left_alone() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let codes = flooded(&house).await;
    let ticked = kari.reads("/panel/floods").await.values_of("input[name=question][checked]");
    house.visitor().withdraws(&codes[3]).await.succeeds();
    let left = house.question_ids();
    let held = left.iter().find(|id| ticked.contains(&id.to_string())).unwrap().clone();
    ola.claims(&held).await.succeeds();
    let fields: Vec<(&str, &str)> = ticked.iter().map(|id| ("question", id.as_str())).collect();
    kari.presses("/panel/floods", &fields).await.succeeds();
    assert!(house.question_ids().contains(&held));
    assert_eq!(house.question_ids().len(), 2, "the one that is held, and the honest one");
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn nothing_ticked_drops_nothing_and_danger_is_not_ticked() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    for nth in 0..3 {
        house.visitor().asks(&format!("jeg vil bare dø, orker ikke mer av dette livet nå {nth}")).await.succeeds();
    }
    let page = kari.reads("/panel/floods").await.succeeds();
    assert!(page.says("3 alike") && page.says("Acute"), "{}", page.words());
    assert_eq!(page.count("input[name=question][checked]"), 0);
    let page = kari.presses("/panel/floods", &[]).await;
    assert_eq!((page.status, page.leads_to()), (StatusCode::SEE_OTHER, "/panel/floods"));
    assert_eq!(house.question_ids().len(), 3);
}

#[actix_web::test]
async fn looking_leaves_no_mark_of_likeness() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    flooded(&house).await;
    let rows = |house: &House| -> (i64, i64) {
        house.with(|conn| Ok((letter::table.count().get_result(conn)?, receipt::table.count().get_result(conn)?)))
    };
    let before = rows(&house);
    kari.reads("/panel/floods").await.succeeds();
    assert_eq!(rows(&house), before);
}
