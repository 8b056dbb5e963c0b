//! Every page and state of the panel, looked at in every condition: three people work through a day.

use crate::demo::Demo;
use crate::every_page::opens;
use crate::look::{Look, routes};
use crate::tab::Tab;

const TOLD: &str = "Hei! Jeg sover nesten ikke før prøver. Er det farlig, og hva kan jeg gjøre?";
const UNCLEAR: &str = "Hei! Jeg har vondt i magen hver morgen før skolen. Er det stress, tror dere?";
const NOT_OURS: &str = "Hei! Kan dere hjelpe meg å velge mellom to mobiler til bursdagen min, er det lurt?";
/// Shown only when a question has been kept for thirty days; its list is looked at.
const NOT_IN_A_DAY: &str = "/panel/archive/{id}";
/// Looked at on the house's first day.
const SET_UP: &str = "/panel/set-up/{token}";

#[tokio::test]
async fn every_page_of_the_panel_is_for_everyone() {
    let archive = tempfile::tempdir().unwrap();
    let archive = archive.path().display().to_string();
    let demo = Demo::start_with(&[
        ("SPOROSS__RETENTION__ARCHIVE_FOLDER", archive.as_str()),
        ("SPOROSS__MAIL__URL", &format!("file://{archive}")),
    ]);
    let tab = Tab::open(&demo.url).await;
    let mut codes = Vec::new();
    for question in [TOLD, UNCLEAR, NOT_OURS] {
        codes.push(asks(&tab, question).await);
    }
    let mut look = Look::through(&tab, "panel").await;
    at_the_door(&tab, &mut look).await;

    tab.signs_in(&demo.code("ola")).await;
    look.follows_links("/panel").await;
    an_editors_work(&tab, &mut look).await;
    signs_out(&tab).await;

    tab.signs_in(&demo.code("kari")).await;
    look.follows_links("/panel").await;
    refusals(&tab, &mut look).await;
    writes_an_answer(&tab, &mut look).await;
    asks_back_and_declines(&tab, &mut look).await;
    hands_over_and_escalates(&tab, &mut look).await;
    writes_for_everyone(&tab, &mut look).await;
    loses_the_session(&tab, &mut look).await;

    tab.signs_in(&demo.code("siv")).await;
    look.follows_links("/panel").await;
    reviews(&tab, &mut look).await;
    for (code, state) in codes.iter().zip(["answered", "asked back", "declined"]) {
        opens(&tab, code).await;
        look.sees(&format!("a code: {state}")).await;
    }
    let every: Vec<String> =
        routes::of_the_panel().into_iter().filter(|route| ![NOT_IN_A_DAY, SET_UP].contains(&route.as_str())).collect();
    look.found_nothing(&every).await;
    tab.closes().await;
}

async fn asks(tab: &Tab, question: &str) -> String {
    tab.goes_to(&tab.at("/spor")).await;
    tab.fills(&[("#question", question), ("#topic", "psykisk-helse"), ("#age-16_17", "")]).await;
    tab.clicks_on("button.big").await;
    tab.answers_the_sum_if_asked().await;
    if tab.count_of("button[name=do][value=anyway]").await > 0 {
        tab.clicks_on("button[name=do][value=anyway]").await;
        tab.answers_the_sum_if_asked().await;
    }
    tab.text_of("#code").await
}

async fn signs_out(tab: &Tab) {
    tab.clicks_on("form[action='/panel/sign-out'] button").await;
}

async fn at_the_door(tab: &Tab, look: &mut Look<'_>) {
    look.visits("/panel/sign-in").await;
    tab.clicks_on("#sign-in button").await;
    look.sees("signing in with nothing").await;
    tab.fills(&[("#user_name", "kari"), ("#password", "feil"), ("#code", "000000")]).await;
    tab.clicks_on("#sign-in button").await;
    look.sees("signing in with something wrong").await;
}

async fn an_editors_work(tab: &Tab, look: &mut Look<'_>) {
    tab.goes_to(&tab.at("/panel/season")).await;
    tab.fills(&[("#kind-holiday", ""), ("#until", "2000-01-01")]).await;
    tab.clicks_on("form[action='/panel/season'] button").await;
    look.sees("a holiday that is over").await;
    tab.fills(&[("#until", &next_week())]).await;
    tab.clicks_on("form[action='/panel/season'] button").await;
    for path in ["/panel/season", "/", "/spor"] {
        look.visits(path).await;
    }
    corrects(tab, look).await;
    withdraws(tab, look).await;
    publishes_alone(tab, look).await;
    tab.goes_to(&tab.at("/panel/profile/mail")).await;
    tab.fills(&[("#mail", "ikke en adresse")]).await;
    tab.clicks_on("form[action='/panel/profile/mail'] button").await;
    look.sees("an address that is none").await;
}

/// Far enough from any midnight that it is to come wherever the clock stands.
fn next_week() -> String {
    let day = spoross::clock::Clock::system().now() + chrono::TimeDelta::days(7);
    spoross::clock::date_in_norway(day).to_string()
}

const CORRECTED: &str = "/panel/publications/nar-er-en-full-venn-sa-darlig-at-vi-ma-ringe-113";
const WITHDRAWN: &str = "hva-skjer-i-hjernen-nar-man-blir-avhengig";

async fn corrects(tab: &Tab, look: &mut Look<'_>) {
    tab.goes_to(&tab.at(&format!("{CORRECTED}/correction"))).await;
    tab.fills(&[("#title", ""), ("#public_note", "")]).await;
    tab.clicks_on("form[action$='/correction'] button[value=review]").await;
    look.sees("a correction of nothing").await;
    let title = "Når er en full venn så dårlig at vi må ringe 113?";
    tab.fills(&[("#title", title), ("#answer", "Ring 113 når hun ikke våkner."), ("#public_note", "Kortere.")]).await;
    tab.clicks_on("form[action$='/correction'] button[value=save]:not(.sr-only)").await;
    look.sees("a correction being written").await;
    tab.clicks_on("form[action$='/correction'] button[value=review]").await;
    look.sees("a correction that waits").await;
}

async fn withdraws(tab: &Tab, look: &mut Look<'_>) {
    tab.goes_to(&tab.at(&format!("/panel/publications/{WITHDRAWN}/withdrawal"))).await;
    tab.clicks_on("form[action$='/withdrawal'] button").await;
    look.sees("a withdrawal without a reason").await;
    tab.fills(&[("#reason-identifies", "")]).await;
    tab.clicks_on("form[action$='/withdrawal'] button").await;
    look.sees("a withdrawal that erases without its tick").await;
    tab.fills(&[("[name=reason]", ""), ("#words", "Rådet er endret.")]).await;
    tab.clicks_on("form[action$='/withdrawal'] button").await;
    look.sees("withdrawn").await;
    look.visits("/panel/withdrawals").await;
    look.visits(&format!("/panel/publications/{WITHDRAWN}/withdrawal")).await;
    look.visits(&format!("/sporsmal/{WITHDRAWN}")).await;
}

async fn publishes_alone(tab: &Tab, look: &mut Look<'_>) {
    claims(tab, TOLD).await;
    let question = tab.path().await;
    writes_well(tab, "Lite søvn før prøver").await;
    tab.goes_to(&tab.at(&question)).await;
    look.sees("an answer of one's own that waits").await;
    look.follows_links_here().await;
    tab.clicks_on("a[href$='/urgent-publication']").await;
    tab.clicks_on("form[action$='/urgent-publication'] button").await;
    look.sees("alone without a reason").await;
    tab.fills(&[("textarea", "Ingen andre er på jobb, og dette haster.")]).await;
    tab.clicks_on("form[action$='/urgent-publication'] button").await;
    look.sees("published alone").await;
    look.visits("/panel/urgent").await;
}

/// Opens the first question that says this, and takes it.
async fn claims(tab: &Tab, question: &str) {
    tab.goes_to(&tab.at("/panel")).await;
    tab.opens_the_question_saying(question).await;
    tab.clicks_on("form[action$='/claim'] button").await;
}

/// A whole answer, sent on although nothing of help is named in it.
async fn writes_well(tab: &Tab, title: &str) {
    let question = "Er det farlig å sove lite før prøver?";
    let answer = "Hei!\n\nNei, **det er ikke farlig**.\n\n## Hva du kan gjøre\n\n- Legg bort telefonen";
    tab.fills(&[("#title", title), ("#draft #question", question), ("#draft #answer", answer)]).await;
    tab.clicks_on("#draft button[value=review]:not(.sr-only)").await;
    if tab.count_of("#anyway").await > 0 {
        tab.fills(&[("#anyway", "")]).await;
        tab.clicks_on("#checks button[value=review]").await;
    }
}

async fn refusals(tab: &Tab, look: &mut Look<'_>) {
    for path in ["/panel/staff", "/panel/finnes-ikke", "/panel/statistics/1999"] {
        look.visits(path).await;
    }
    look.visits("/panel?view=own&urgency=acute&age=late").await;
    tab.runs("document.querySelector('.more-menu').open = true", Vec::new()).await;
    look.sees("the whole menu").await;
}

async fn writes_an_answer(tab: &Tab, look: &mut Look<'_>) {
    claims(tab, UNCLEAR).await;
    look.sees("a question being written on").await;
    look.follows_links_here().await;
    tab.fills(&[("#title", ""), ("#draft #question", "")]).await;
    tab.clicks_on("#draft button[value=review]:not(.sr-only)").await;
    look.sees("an answer of nothing").await;
    tab.fills(&[
        ("#title", "Vondt i magen"),
        ("#draft #question", "Jeg heter Kari Nordmann, 912 34 567. Er det stress?"),
    ])
    .await;
    tab.fills(&[("#draft #answer", "Hei!\n\nDet kan det være.")]).await;
    tab.clicks_on("#draft button[value=preview]").await;
    look.sees("a preview").await;
    tab.clicks_on("#draft button[value=review]:not(.sr-only)").await;
    look.sees("marks and checks").await;
    tab.clicks_on("#draft button[value=save]:not(.sr-only)").await;
    look.sees("a saved draft").await;
    look.follows_links_here().await;
}

async fn asks_back_and_declines(tab: &Tab, look: &mut Look<'_>) {
    for (question, form) in [(UNCLEAR, "question-back"), (NOT_OURS, "decline")] {
        tab.goes_to(&tab.at("/panel")).await;
        tab.opens_the_question_saying(question).await;
        if tab.count_of("form[action$='/claim']").await > 0 {
            tab.clicks_on("form[action$='/claim'] button").await;
        }
        let page = format!("{}/{form}", tab.path().await);
        look.visits(&page).await;
        tab.fills(&[("#text", "")]).await;
        tab.clicks_on("main form button").await;
        look.sees(&format!("{form} with nothing")).await;
        if form == "decline" {
            tab.clicks_on("#reason a").await;
        }
        tab.fills(&[("#text", "Hei! Kan du si litt mer om når det gjør vondt?")]).await;
        tab.clicks_on("main form button").await;
        look.sees(&format!("after {form}")).await;
    }
}

async fn hands_over_and_escalates(tab: &Tab, look: &mut Look<'_>) {
    tab.goes_to(&tab.at("/panel?view=own")).await;
    tab.clicks_on("table.rows th a").await;
    tab.runs("document.querySelectorAll('details').forEach((part) => { part.open = true; })", Vec::new()).await;
    tab.fills(&[("#escalation-note", "Er dette noe vi må melde videre?")]).await;
    tab.clicks_on("form[action$='/escalation'] button").await;
    look.sees("asked a colleague to decide").await;
    look.follows_links("/panel/escalations").await;
}

async fn writes_for_everyone(tab: &Tab, look: &mut Look<'_>) {
    for (path, form) in
        [("/panel/articles/new", "form[action='/panel/articles'] button"), ("/panel/text-blocks", "#block button")]
    {
        tab.goes_to(&tab.at(path)).await;
        tab.clicks_on(form).await;
        look.sees(&format!("{path} with nothing")).await;
    }
}

/// The session ends while someone writes: what was written comes along to the door.
async fn loses_the_session(tab: &Tab, look: &mut Look<'_>) {
    tab.goes_to(&tab.at("/panel")).await;
    tab.clicks_on("form[action='/panel/next'] button").await;
    tab.fills(&[("#draft #answer", "Hei! Dette må ikke bli borte.")]).await;
    tab.forgets_cookies().await;
    tab.clicks_on("#draft button[value=save]:not(.sr-only)").await;
    assert!(tab.count_of("#carried").await > 0, "what was typed came along");
    look.sees("signing in again with a text").await;
}

async fn reviews(tab: &Tab, look: &mut Look<'_>) {
    tab.goes_to(&tab.at("/panel?view=review")).await;
    tab.clicks_on("table.rows th a").await;
    look.sees("a question to review").await;
    let question = tab.path().await;
    tab.clicks_on("main button[value=return]").await;
    look.sees("sent back without a word").await;
    look.visits(&format!("{question}/review")).await;
    tab.clicks_on("form[action$='/comments'] button").await;
    look.sees("a comment of nothing").await;
    tab.fills(&[("form[action$='/comments'] textarea", "Fint skrevet.")]).await;
    tab.clicks_on("form[action$='/comments'] button").await;
    look.sees("a comment").await;
    tab.goes_to(&tab.at(&question)).await;
    tab.clicks_on("main button[value=approve]").await;
    look.sees("approved").await;
    look.visits("/panel/slots").await;
    tab.goes_to(&tab.at(&format!("{CORRECTED}/correction"))).await;
    look.sees("a correction to review").await;
    tab.clicks_on("main button[value=publish]").await;
    look.sees("corrected").await;
    look.visits("/sporsmal/nar-er-en-full-venn-sa-darlig-at-vi-ma-ringe-113").await;
    look.visits("/panel/corrections").await;
}
