//! Every page and state that anyone may come to, looked at in every condition.

use serde_json::json;

use crate::demo::Demo;
use crate::look::{Look, routes};
use crate::tab::Tab;

/// As many as the walk sends before it comes to be refused.
const QUESTIONS: &str = "3";
/// What the walks' browser would rather read, so that no other language is offered on their pages.
pub const NORWEGIAN: &str = "nb-NO";
/// With a name and numbers in it.
const GIVES_AWAY: &str = "Jeg heter Kari Nordmann og nummeret mitt er 912 34 567. Hvorfor er jeg så trøtt hele tida?";
const IN_DANGER: &str = "Jeg har bestemt meg for å ta livet mitt i natt og har skrevet avskjedsbrev.";
const GIVES_AWAY_IN_DANGER: &str = "Jeg heter Kari Nordmann. Jeg har bestemt meg for å ta livet mitt i natt.";
const ANSWERED: &str = "Jeg får ikke sove før klokka tre om natta. Hva kan jeg gjøre for å sovne tidligere?";
const SCHOOLWORK: &str = "Hei, vi har prosjekt på skolen om alkohol og skal skrive en oppgave. Kan dere svare på disse \
    spørsmålene til oppgaven vår: 1. Hva er alkohol? 2. Hvorfor drikker folk? 3. Hva er virkningene?";
const PAIR: &str = "/sporsmal/nar-er-en-full-venn-sa-darlig-at-vi-ma-ringe-113";

const OPEN_THE_REPORT: &str = "document.querySelector('details.box form').closest('details').open = true";

#[tokio::test]
async fn every_public_page_is_for_everyone() {
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    tab.speaks(NORWEGIAN).await;
    let mut look = Look::through(&tab, "public-pages").await;
    for prefix in ["/", "/nn", "/en"] {
        look.follows_links(prefix).await;
        let bare = prefix.trim_end_matches('/');
        look.visits(&format!("{bare}/spor/funnet")).await;
        look.visits(&format!("{bare}{PAIR}/tilbakemelding")).await;
        look.visits(&format!("{bare}{PAIR}/feil")).await;
        look.visits(&format!("{bare}{PAIR}/uk")).await;
    }
    look.found_nothing(&routes::of_everyone()).await;
    tab.closes().await;
}

#[tokio::test]
async fn every_state_of_asking_is_for_everyone() {
    let demo = Demo::start_with(&[
        ("SPOROSS__ABUSE__WRONG_CODES_AN_HOUR", "2"),
        ("SPOROSS__ABUSE__QUESTIONS_AN_HOUR_BEFORE_CHALLENGE", QUESTIONS),
        ("SPOROSS__ABUSE__QUESTIONS_AN_HOUR_BEFORE_REFUSAL", QUESTIONS),
        ("SPOROSS__WEB__CLIENT_ADDRESS_HEADER", "x-real-ip"),
    ]);
    let tab = Tab::open(&demo.url).await;
    tab.speaks(NORWEGIAN).await;
    // Nobody is counted who comes from the machine itself.
    tab.asks_chrome("Network.enable", json!({})).await;
    tab.asks_chrome("Network.setExtraHTTPHeaders", json!({ "headers": { "X-Real-IP": "203.0.113.7" } })).await;
    let mut look = Look::through(&tab, "asking").await;
    mistakes_of_askers(&tab, &mut look).await;
    what_is_said_before_sending(&tab, &mut look).await;
    behind_a_code(&tab, &mut look).await;
    look.found_nothing(&[]).await;
    tab.closes().await;
}

async fn mistakes_of_askers(tab: &Tab, look: &mut Look<'_>) {
    tab.goes_to(&tab.at("/spor")).await;
    tab.clicks_on("button.big").await;
    look.sees("asked without a word").await;
    tab.fills(&[("#question", &"Så langt ".repeat(500)), ("#topic", "alkohol")]).await;
    tab.clicks_on("button.big").await;
    look.sees("asked at too great length").await;
    tab.posts("/spor", &[("question", &"lang ".repeat(60_000)), ("topic", "alkohol")]).await;
    look.sees("more than a form takes").await;
    tab.goes_to(&tab.at("/spor")).await;
    tab.fills(&[("#question", ANSWERED), ("#topic", "alkohol"), ("#remark", "What no person fills in")]).await;
    tab.clicks_on("button.big").await;
    assert!(tab.text_of("label[for=answer]").await.contains("pluss"));
    look.sees("the small sum").await;
}

async fn sends(tab: &Tab, question: &str) {
    tab.goes_to(&tab.at("/spor")).await;
    tab.fills(&[("#question", question), ("#topic", "psykisk-helse"), ("#age-13_15", "")]).await;
    tab.clicks_on("button.big").await;
    tab.answers_the_sum_if_asked().await;
}

async fn what_is_said_before_sending(tab: &Tab, look: &mut Look<'_>) {
    for (question, state) in [
        (GIVES_AWAY, "a name and a number"),
        (GIVES_AWAY_IN_DANGER, "help first"),
        (SCHOOLWORK, "an assignment"),
        (ANSWERED, "answered already"),
    ] {
        sends(tab, question).await;
        assert_eq!(tab.count_of("#code").await, 0, "{state}: nothing was sent yet");
        look.sees(state).await;
    }
    tab.posts("/spor", &[("question", ANSWERED), ("do", "look")]).await;
    look.sees("asked to be shown answers").await;
    sends(tab, IN_DANGER).await;
    look.sees("sent by someone in danger").await;
}

async fn behind_a_code(tab: &Tab, look: &mut Look<'_>) {
    sends(tab, "Hei! Jeg sover nesten ikke før prøver. Er det farlig, og hva kan jeg gjøre?").await;
    let code = tab.text_of("#code").await;
    look.sees("sent").await;
    for (typed, state) in [("", "no code"), ("7KQF", "a code too short"), ("B2HA-B2HA-B2HA-B2HA", "a wrong code")] {
        opens(tab, typed).await;
        look.sees(state).await;
    }
    opens(tab, &code).await;
    look.sees("a question that waits").await;
    tab.clicks_on("form[action$='/kode/trekk'] button").await;
    look.sees("a question taken back").await;
    for _ in 0..3 {
        opens(tab, &code).await;
    }
    assert!(tab.text_of("#code-error").await.contains("mange feil koder"));
    look.sees("too many wrong codes").await;
    sends(tab, "Er det vanlig å få vondt i magen før en prøve i gym?").await;
    sends(tab, "Og hvorfor skjelver jeg på hendene når jeg skal lese høyt?").await;
    assert!(tab.text_of("#errors").await.contains("mange spørsmål"));
    look.sees("too many questions").await;
}

pub async fn opens(tab: &Tab, code: &str) {
    tab.goes_to(&tab.at("/kode")).await;
    tab.fills(&[("#code", code)]).await;
    tab.clicks_on("button.big").await;
}

#[tokio::test]
async fn every_state_of_reading_is_for_everyone() {
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    let mut look = Look::through(&tab, "reading").await;
    tab.speaks("en-GB").await;
    look.visits("/").await;
    assert!(tab.text_of(".suggestion").await.contains("English"));
    tab.speaks(NORWEGIAN).await;
    for path in [
        "/sok?q=angst",
        "/sok?q=alkohl",
        "/sok?q=xqzzw",
        "/sok?q=fest&topic=alkohol&age_band=16_17",
        "/hjelp?alder=13_15&region=42",
        "/finnes-ikke",
        "/en/sporsmal/finnes-ikke",
        "/statistikk/1999",
    ] {
        look.visits(path).await;
    }
    look.visits(&format!("/sok?q={}", "a".repeat(400))).await;
    tab.goes_to(&tab.at(PAIR)).await;
    tab.clicks_on("button[name=svar][value=yes]").await;
    look.sees("it helped").await;
    tab.runs(OPEN_THE_REPORT, Vec::new()).await;
    tab.clicks_on("form[action*='/feil'] button").await;
    look.sees("a report of nothing").await;
    tab.fills(&[("[name=kind]", ""), ("#report-text", "Nummeret er feil.")]).await;
    tab.clicks_on("form[action*='/feil'] button").await;
    look.sees("a report").await;
    let another = demo.is_kept_busy();
    tab.goes_to(&tab.at(PAIR)).await;
    tab.runs(OPEN_THE_REPORT, Vec::new()).await;
    tab.fills(&[("[name=kind]", ""), ("#report-text", "Nummeret er feil.")]).await;
    tab.clicks_on("form[action*='/feil'] button").await;
    assert_eq!(tab.value_of("#report-text").await, "Nummeret er feil.");
    look.sees("a report that cannot be kept now").await;
    let someone = demo.code("kari");
    tab.tries_to_sign_in(&someone).await;
    look.sees("nobody can sign in now").await;
    drop(another);
    look.found_nothing(&[]).await;
    tab.closes().await;
}
