//! What staff see of what readers said.

use spoross::domain::feedback::{self, Verdict};
use spoross::domain::staff::Role;

use crate::public::read::publishes;
use crate::support::House;

#[actix_web::test]
async fn pairs_that_helped_least_come_first_and_small_numbers_are_not_told() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    assert!(kari.reads("/panel/feedback").await.says("Nobody has answered yet."));
    let (good, bad) = (publishes(&house, "Angst", "Hei!"), publishes(&house, "Snus", "Hei!"));
    for (pair, verdict, times) in [(&good, Verdict::Yes, 9), (&good, Verdict::No, 2), (&bad, Verdict::No, 7)] {
        (0..times).for_each(|_| house.with(|conn| feedback::count(conn, &pair.id, verdict)));
    }
    let page = kari.reads("/panel/feedback").await.succeeds();
    assert_eq!(page.text_of("tbody tr"), "Snus70");
    assert_eq!(page.text_of_row("Angst"), "Angst <5 9");
}

#[actix_web::test]
async fn only_clinicians_are_led_to_what_readers_wrote() {
    let house = House::open().await;
    let (kari, nina) = (house.clinician("Kari").await, house.member("Nina", &[Role::Editor]).await);
    assert!(kari.reads("/panel/feedback").await.has_link_to("/panel/reports"));
    assert!(!nina.reads("/panel/feedback").await.succeeds().has_link_to("/panel/reports"));
}
