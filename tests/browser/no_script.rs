//! The whole job with script off: nothing that matters needs it.

use crate::demo::Demo;
use crate::tab::Tab;

const TITLE: &str = "Skrevet uten skript";

#[tokio::test]
async fn without_script_a_question_is_answered_read_over_and_read() {
    let demo = Demo::start();
    let tab = Tab::open_without_script(&demo.url).await;
    tab.signs_in(&demo.code("kari")).await;
    tab.presses("Neste til meg").await;
    let question = tab.address().await.split('?').next().unwrap().to_owned();
    for (field, text) in [
        ("#title", TITLE),
        ("#question", "Er det farlig?"),
        ("#answer", "Hei! Nei, det er ikke farlig. Ring 116 111 om du vil snakke."),
    ] {
        tab.replaces(field, text).await;
    }
    tab.presses("Forhåndsvis").await;
    assert_eq!(tab.text_of("#preview .letter a").await, "116 111");
    tab.presses("Send til kollega").await;
    if tab.heading().await != "Kø" {
        tab.touches("#anyway").await;
        tab.presses("Send likevel").await;
    }
    tab.presses("Logg ut").await;

    tab.signs_in(&demo.code("siv")).await;
    tab.goes_to(&question).await;
    tab.presses("Godkjenn og publiser").await;
    tab.clicks(TITLE).await;
    assert_eq!(tab.heading().await, TITLE);
    tab.presses("Ja").await;
    assert!(tab.text_of("#takk").await.starts_with("Takk"), "{}", tab.text_of("#takk").await);
    tab.clicks("Søk").await;
    tab.types("#q", "alkohl").await;
    tab.presses("Søk").await;
    // The index of a new house is made in the background; the page says so, and how to ask again.
    while tab.count_of("#preparing").await > 0 {
        tab.clicks_on("#preparing a").await;
    }
    tab.clicks("alkohol").await;
    assert_eq!(tab.value_of("#q").await, "alkohol");
    tab.clicks_on("ul.tray a").await;
    assert!(tab.page().await.contains("Svar fra Spør oss"));
    tab.closes().await;
}
