//! Entries of help services that nobody has looked at for too long.

use chrono::TimeDelta;

use crate::support::House;

#[actix_web::test]
async fn staff_see_in_red_which_services_must_be_checked_again() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let page = kari.reads("/panel/help-services").await.succeeds();
    let red = page.text_of("#due[data-color=danger]");
    let text = page.text_of_row("Poison information");
    assert!(text.ends_with("helsenorge.no") && !text.contains("https"), "{text}");
    assert!(red.contains("ung.no – 28 June 2021") && !red.contains("Poison information"), "{red}");
    // To the 181st day after the entries from October.
    house.later(TimeDelta::days(393));
    kari.signs_in().await;
    let red = kari.reads("/panel/help-services").await.text_of("#due[data-color=danger]");
    assert!(red.contains("Poison information – 8 October 2026"), "{red}");
}
