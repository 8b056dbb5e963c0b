//! The main job in a real Chromium: the program is started as a newcomer starts it, and every step is a click.
//! `tests/run` starts chromedriver and names it in `SPOROSS_TEST_WEBDRIVER`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod album;
mod demo;
mod every_desk;
mod every_page;
mod first_day;
mod in_words;
mod keyboard;
mod look;
mod no_script;
mod pictures;
mod tab;
mod weight;

use demo::Demo;
use tab::Tab;

const QUESTION: &str = "Hei! Jeg sover nesten ikke før prøver. Er det farlig, og hva kan jeg gjøre?";

#[tokio::test]
async fn a_question_goes_from_a_phone_to_everyone() {
    let demo = Demo::start();
    asks_on_a_phone(&demo).await;
    answers_and_approves(&demo).await;
    reads(&demo).await;
}

async fn asks_on_a_phone(demo: &Demo) {
    let asker = Tab::open_on_a_phone(&demo.url).await;
    asker.clicks("Spør oss").await;
    assert_eq!(asker.text_of("#question-count").await, "4000 tegn igjen");
    asker.types("#question", QUESTION).await;
    let left = 4000 - QUESTION.chars().count();
    assert_eq!(asker.text_of("#question-count").await, format!("{left} tegn igjen"));
    asker.chooses("#topic", "psykisk-helse").await;
    asker.touches("label[for=gender-female]").await;
    asker.touches("label[for='age-16_17']").await;
    asker.presses("Send spørsmålet").await;
    asker.answers_the_sum_if_asked().await;
    assert_eq!(asker.heading().await, "Takk for at du spurte");
    assert_eq!(asker.leaves_behind().await, "no cookie, no storage");
    asker.closes().await;
}

/// Kari writes; Siv, at the same computer, reads with a second pair of eyes.
async fn answers_and_approves(demo: &Demo) {
    let tab = Tab::open(&demo.url).await;
    tab.signs_in(&demo.code("kari")).await;
    tab.opens_the_question_saying(QUESTION).await;
    tab.presses("Ta spørsmålet").await;
    assert!(tab.width_of("textarea#answer").await > 500.0, "room to write in");
    tab.replaces("#title", "Lite søvn før prøver").await;
    tab.replaces("#question", "Er det farlig å sove lite før prøver?").await;
    tab.replaces("#answer", "Hei!\n\nNei, **det er ikke farlig**.\n\n## Hva du kan gjøre\n\n- Legg bort telefonen")
        .await;
    tab.waits_for("live-status", "Lagret").await;
    assert_eq!(tab.text_of("#live-answer strong").await, "det er ikke farlig");
    tab.presses("Forhåndsvis").await;
    assert_eq!(tab.text_of("#preview .letter strong").await, "det er ikke farlig");
    tab.presses("Send til kollega").await;
    assert!(tab.text_of("#checks").await.contains("Svaret nevner ingen som kan hjelpe."));
    tab.touches("#anyway").await;
    tab.presses("Send likevel").await;
    assert!(tab.page().await.contains("Svaret er sendt til kontroll."));
    tab.presses("Logg ut").await;

    tab.signs_in(&demo.code("siv")).await;
    tab.clicks("Til kontroll").await;
    tab.opens_the_question_saying(QUESTION).await;
    tab.presses("Godkjenn og publiser").await;
    tab.clicks("Lite søvn før prøver").await;
    assert_eq!(tab.heading().await, "Lite søvn før prøver");
    tab.closes().await;
}

async fn reads(demo: &Demo) {
    let reader = Tab::open(&demo.url).await;
    reader.clicks("Psykisk helse").await;
    reader.clicks("Lite søvn før prøver").await;
    assert_eq!(reader.text_of(".note .from").await, "Jente, 16–17");
    assert_eq!(reader.text_of(".letter h3").await, "Hva du kan gjøre");
    assert!(reader.width_of(".letter").await > 500.0, "a readable measure");
    assert!(reader.page().await.contains("Kari Demosen"));
    assert_eq!(reader.leaves_behind().await, "no cookie, no storage");
    reader.closes().await;
}

#[tokio::test]
async fn without_script_a_code_leads_back_and_takes_the_question_back() {
    let demo = Demo::start();
    let asker = Tab::open_without_script(&demo.url).await;
    asker.clicks("Spør oss").await;
    asker.types("#question", QUESTION).await;
    asker.chooses("#topic", "psykisk-helse").await;
    asker.presses("Send spørsmålet").await;
    asker.answers_the_sum_if_asked().await;
    let code = asker.text_of("#code").await;
    asker.clicks("Har du en kode?").await;
    asker.types("#code", &code.to_lowercase().replace('-', "")).await;
    asker.presses("Åpne").await;
    assert_eq!(asker.heading().await, "Spørsmålet ditt er kommet fram");
    assert!(!asker.address().await.contains(&code), "a code is never in an address");
    asker.touches("#withdraw summary").await;
    asker.presses("Slett spørsmålet nå").await;
    assert_eq!(asker.heading().await, "Spørsmålet er slettet");
    assert_eq!(asker.leaves_behind().await, "no cookie, no storage");
    asker.closes().await;
}

#[tokio::test]
async fn without_script_a_mistake_loses_nothing() {
    let demo = Demo::start();
    let asker = Tab::open_without_script(&demo.url).await;
    asker.clicks("Spør oss").await;
    assert_eq!(asker.text_of("#question-count").await, "Du har plass til 4000 tegn.");
    asker.types("#question", QUESTION).await;
    asker.presses("Send spørsmålet").await;
    assert!(asker.text_of("#topic-error").await.starts_with("Velg et tema"));
    assert_eq!(asker.value_of("#question").await, QUESTION);
    // The summary takes focus, so that nobody has to look for it.
    assert_eq!(asker.focused_id().await, "errors");
    asker.chooses("#topic", "alkohol").await;
    // Asked along with the mistake when the driver was faster than a person: answered with the same press.
    if !asker.answers_the_sum_if_asked().await {
        asker.presses("Send spørsmålet").await;
    }
    assert_eq!(asker.heading().await, "Takk for at du spurte");
    asker.closes().await;
}

#[tokio::test]
async fn answers_that_are_there_already_come_up_while_one_writes() {
    const ANSWERED: &str = "Jeg får ikke sove før klokka tre om natta. Hva kan jeg gjøre for å sovne tidligere?";
    let demo = Demo::start();
    let asker = Tab::open(&demo.url).await;
    asker.clicks("Spør oss").await;
    asker.types("#question", ANSWERED).await;
    assert_eq!(asker.text_of("#answered li a").await, "Jeg får ikke sove før klokka tre om natta");
    assert_eq!(asker.text_of("#answered-status").await, asker.text_of("#answered-title").await);
    asker.chooses("#topic", "kropp-og-helse").await;
    asker.presses("Send spørsmålet").await;
    asker.answers_the_sum_if_asked().await;
    assert_eq!(asker.heading().await, "Takk for at du spurte", "what was seen is not asked about again");

    asker.clicks("Still et spørsmål til").await;
    asker.types("#question", ANSWERED).await;
    asker.clicks("Dette svarte på spørsmålet mitt").await;
    assert_eq!(asker.heading().await, "Så bra at du fant svar");
    assert_eq!(asker.leaves_behind().await, "no cookie, no storage");
    asker.closes().await;
}

#[tokio::test]
async fn escape_twice_leads_away_and_back_does_not_lead_here() {
    let demo = Demo::start();
    let asker = Tab::open(&demo.url).await;
    asker.clicks("Spør oss").await;
    asker.types("#question", "\u{e00c}").await;
    assert!(asker.address().await.starts_with(&demo.url), "once is no wish to leave");
    asker.leaves_by_typing("#question", "\u{e00c}\u{e00c}", &demo.url).await;
    asker.closes().await;
}

#[tokio::test]
async fn an_answer_is_read_aloud_by_the_device_itself_or_not_at_all() {
    let demo = Demo::start();
    let reader = Tab::open(&demo.url).await;
    reader.goes_to(&format!("{}/sporsmal/hva-skjer-i-hjernen-nar-man-blir-avhengig", demo.url)).await;
    reader.has_voices(&[("nb-NO", false), ("en-GB", true)]).await;
    assert!(!reader.page().await.contains("Les høyt"), "a remote voice would be told what is read");
    reader.has_voices(&[("nb-NO", false), ("no-NO", true)]).await;
    reader.touches("[data-play]").await;
    let said = reader.has_said().await;
    assert_eq!(said.first().map(String::as_str), Some("no-NO: Hva skjer i hjernen når man blir avhengig?"));
    assert!(said.iter().any(|line| line.contains("Belønning.")), "{said:?}");
    assert!(!said.iter().any(|line| line.contains("Del svaret") || line.contains("Kari")), "{said:?}");
    reader.touches("[data-read-aloud] [data-play] + button").await;
    assert!(reader.has_said().await.is_empty());
    assert_eq!(reader.leaves_behind().await, "no cookie, no storage");
    reader.closes().await;
}

#[tokio::test]
async fn every_page_fits_a_small_phone() {
    let demo = Demo::start();
    let tab = Tab::open_on_a_phone(&demo.url).await;
    for path in [
        "/",
        "/spor",
        "/tema/alkohol",
        "/nn/spor",
        "/en",
        "/sporsmal/nar-er-en-full-venn-sa-darlig-at-vi-ma-ringe-113/uk",
        "/finnes-ikke",
        "/panel/sign-in",
    ] {
        tab.goes_to(&format!("{}{path}", demo.url)).await;
        tab.assert_nothing_sticks_out(path).await;
    }
    tab.goes_to(&format!("{}/tema/alkohol", demo.url)).await;
    tab.clicks_on("ul.tray a").await;
    tab.assert_nothing_sticks_out("an answer").await;
    tab.signs_in(&demo.code("kari")).await;
    tab.assert_nothing_sticks_out("the queue").await;
    tab.clicks_on("table.rows th a").await;
    tab.assert_nothing_sticks_out("a question").await;
    tab.goes_to(&format!("{}/panel/versions", demo.url)).await;
    tab.assert_nothing_sticks_out("versions").await;
    tab.clicks_on("table.rows th a").await;
    tab.assert_nothing_sticks_out("a version").await;
    tab.closes().await;
}

#[tokio::test]
async fn keys_do_the_work_of_the_mouse_but_never_while_one_writes() {
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    tab.signs_in(&demo.code("kari")).await;
    tab.hits("?").await;
    assert!(tab.text_of("dialog[open] h2").await.contains("Snarveier"));
    tab.hits("?").await;
    assert_eq!(tab.count_of("dialog[open]").await, 0);
    tab.hits("j").await;
    let first = tab.text_of("main .rows tbody tr:first-child th a").await;
    assert_eq!(tab.focused_text().await, first);
    tab.hits("n").await;
    tab.comes_to("/panel/questions/").await;
    tab.hits("s").await;
    assert_eq!(tab.focused_id().await, "answer");
    tab.types("#answer", "Hei? 1 n").await;
    assert!(tab.value_of("#answer").await.ends_with("Hei? 1 n"));
    assert_eq!(tab.count_of("dialog[open]").await, 0);
    tab.goes_to(&format!("{}/panel/profile", demo.url)).await;
    tab.presses("Slå av snarveiene").await;
    tab.hits("1").await;
    assert!(tab.address().await.contains("/panel/profile"), "turned off is off");
    tab.closes().await;
}

#[tokio::test]
async fn the_way_out_keeps_its_place_at_every_width() {
    const PLACE: &str = "const box = (element) => element.getBoundingClientRect();
        const exit = box(document.querySelector('.site-exit'));
        const meets = (link) => box(link).right > exit.left && box(link).left < exit.right && box(link).top < exit.bottom && box(link).bottom > exit.top;
        return [Math.round(box(document.querySelector('.site-header .wrap')).right - exit.right), [...document.querySelectorAll('.site-nav a')].filter(meets).length]";
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    for path in ["/", "/spor", "/en/spor", "/nn/kode"] {
        tab.goes_to(&tab.at(path)).await;
        for width in (320..=1280).step_by(40) {
            let screen = serde_json::json!({ "width": width, "height": 700, "deviceScaleFactor": 1, "mobile": false });
            tab.asks_chrome("Emulation.setDeviceMetricsOverride", screen).await;
            assert_eq!(tab.runs(PLACE, Vec::new()).await, serde_json::json!([0, 0]), "{path}, {width} px");
        }
    }
    tab.closes().await;
}
