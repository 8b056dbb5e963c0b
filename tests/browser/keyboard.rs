//! The main job with keys alone: Tab, Enter, Space, arrows, and what one writes. No mouse, no shortcuts.

use crate::demo::Demo;
use crate::tab::Tab;

const QUESTION: &str = "Hei! Jeg sover nesten ikke foer proever. Er det farlig, og hva kan jeg gjoere?";
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";
const SPACE: &str = " ";
const FREE: &str = "[...document.querySelectorAll('table.rows tbody tr')]
    .find((row) => row.lastElementChild.textContent.includes('Ledig')).querySelector('th a').getAttribute('href')";

#[tokio::test]
async fn whoever_has_no_mouse_asks_and_comes_back() {
    let demo = Demo::start();
    let asker = Tab::open(&demo.url).await;
    // The way past the menu is first, and leads past it.
    asker.hits(TAB).await;
    assert_eq!(asker.focused_text().await, asker.text_of(".ds-skip-link").await);
    asker.hits(ENTER).await;
    asker.tabs_to("main a.big").await;
    asker.hits_and_follows(ENTER).await;
    asker.tabs_to("#question").await;
    asker.hits(QUESTION).await;
    asker.tabs_to("#topic").await;
    while asker.value_of("#topic").await != "psykisk-helse" {
        asker.hits(DOWN).await;
    }
    asker.tabs_to("#gender-female").await;
    asker.hits(SPACE).await;
    asker.hits(DOWN).await;
    assert_eq!(asker.focused_id().await, "gender-male", "arrows go from choice to choice");
    asker.tabs_to("button.big").await;
    asker.hits_and_follows(ENTER).await;
    asker.answers_the_sum_with_keys_if_asked().await;
    let code = asker.text_of("#code").await;

    asker.goes_to(&asker.at("/kode")).await;
    asker.tabs_to("#code").await;
    asker.hits(&code).await;
    asker.hits_and_follows(ENTER).await;
    assert_eq!(asker.heading().await, "Spørsmålet ditt er kommet fram");
    asker.tabs_to("#withdraw summary").await;
    asker.hits(ENTER).await;
    asker.tabs_to("form[action$='/kode/trekk'] button").await;
    asker.hits_and_follows(SPACE).await;
    assert_eq!(asker.heading().await, "Spørsmålet er slettet");
    asker.closes().await;
}

#[tokio::test]
async fn whoever_has_no_mouse_answers_and_publishes() {
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    signs_in_with_keys(&tab, &demo, "kari").await;
    // The first in the list that nobody holds.
    let free = tab.value(FREE).await;
    tab.tabs_to(&format!("table.rows a[href='{}']", free.as_str().unwrap())).await;
    tab.hits_and_follows(ENTER).await;
    let question = tab.path().await;
    tab.tabs_to("form[action$='/claim'] button").await;
    tab.hits_and_follows(ENTER).await;
    writes_with_keys(&tab).await;
    tab.tabs_to("form[action='/panel/sign-out'] button").await;
    tab.hits_and_follows(ENTER).await;

    signs_in_with_keys(&tab, &demo, "siv").await;
    tab.tabs_to("a[href='/panel?view=review']").await;
    tab.hits_and_follows(ENTER).await;
    tab.tabs_to(&format!("table.rows a[href='{question}']")).await;
    tab.hits_and_follows(ENTER).await;
    tab.tabs_to("main button[value=publish]").await;
    tab.hits_and_follows(ENTER).await;
    tab.tabs_to("main .status a[href^='/sporsmal/']").await;
    tab.hits_and_follows(ENTER).await;
    assert_eq!(tab.heading().await, "Skrevet uten mus");
    tab.closes().await;
}

async fn signs_in_with_keys(tab: &Tab, demo: &Demo, user: &str) {
    let code = demo.code(user);
    tab.goes_to(&tab.at("/panel/sign-in")).await;
    tab.tabs_to("#user_name").await;
    tab.hits(&code.user).await;
    tab.hits(TAB).await;
    tab.hits(&code.password).await;
    tab.hits(TAB).await;
    tab.hits(&code.totp).await;
    tab.hits_and_follows(ENTER).await;
    assert_eq!(tab.path().await, "/panel");
}

async fn writes_with_keys(tab: &Tab) {
    for (field, text) in [
        ("#title", "Skrevet uten mus"),
        ("#draft #question", "Er det farlig?"),
        ("#draft #answer", "Hei! Nei, det er ikke farlig. Ring 116 111 om du vil snakke."),
    ] {
        tab.tabs_to(field).await;
        tab.replaces_with_keys(text).await;
    }
    tab.tabs_to("#draft button[value=review]:not(.sr-only)").await;
    tab.hits_and_follows(ENTER).await;
    if tab.count_of("#anyway").await > 0 {
        tab.tabs_to("#anyway").await;
        tab.hits(SPACE).await;
        tab.tabs_to("#checks button[value=review]").await;
        tab.hits_and_follows(ENTER).await;
    }
    assert_eq!(tab.path().await, "/panel");
}

#[tokio::test]
async fn focus_goes_down_the_page_as_the_eye_does() {
    let demo = Demo::start();
    let tab = Tab::open_on_a_phone(&demo.url).await;
    let answer = "/sporsmal/hva-skjer-i-hjernen-nar-man-blir-avhengig";
    for path in ["/", "/spor", "/kode", "/sok", "/hjelp", answer, "/panel/sign-in"] {
        tab.goes_to(&tab.at(path)).await;
        assert!(tab.walks_down().await > 5, "{path}");
    }
    tab.signs_in(&demo.code("kari")).await;
    tab.walks_down().await;
    tab.clicks_on("table.rows th a").await;
    tab.walks_down().await;
    tab.closes().await;
}

#[tokio::test]
async fn whoever_writes_shows_signs_of_life_and_is_told_when_the_question_went_to_another() {
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    tab.holds_the_hands_of_the_clock().await;
    tab.signs_in(&demo.code("kari")).await;
    tab.clicks_on("form[action='/panel/next'] button").await;
    let question = tab.path().await;
    tab.two_minutes_pass().await;
    assert_eq!(tab.signs_of_life().await, 0, "whoever does nothing gives none");
    tab.types("#answer", "Hei").await;
    tab.two_minutes_pass().await;
    assert_eq!(tab.signs_of_life().await, 1);
    assert!(!tab.sees("#lease").await, "the question is still hers");
    tab.two_minutes_pass().await;
    assert_eq!(tab.signs_of_life().await, 1, "each sign is of something done");

    tab.lets_go_elsewhere(&question).await;
    tab.types("#answer", " igjen").await;
    tab.two_minutes_pass().await;
    tab.waits_until_seen("#lease").await;
    assert!(tab.value_of("#answer").await.ends_with("Hei igjen"), "what was typed stays");
    tab.closes().await;
}
