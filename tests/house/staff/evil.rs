//! Markdown with script, HTML and links that run something: shown as words wherever it may stand, and never as what it says.

use spoross::domain::staff::Role;

use super::article;
use crate::public::read::publishes;
use crate::support::person::whole_wording;
use crate::support::{House, Page};

const EVIL: &str = "Hei <script>alert(1)</script> [en](javascript:alert(2)) [to](data:text/html;base64,PHNjcmlwdD4=) \
     <img src=x onerror=alert(3)> <b onclick=alert(4)>tre</b> [fire]: javascript:alert(5)";

/// Nothing of it runs or leads anywhere, and the words are there to see.
#[track_caller]
fn is_harmless(page: &Page, place: &str) {
    let runs = "[onerror], [onclick], img[src=x], a[href^='javascript'], a[href^='data'], script:not([src])";
    assert_eq!(page.count(runs), 0, "{place}: {}", page.body);
    assert!(!page.body.contains("<script>alert") && !page.body.contains("href=\"javascript"), "{place}");
    assert!(page.says("Hei") && page.says("fire"), "{place}: {}", page.words());
}

#[actix_web::test]
async fn evil_words_in_an_answer_and_beside_it_do_nothing() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let fields = [("title", "Hei fire"), ("body", EVIL), ("language", "nb")];
    kari.presses("/panel/text-blocks", &fields).await.succeeds();
    is_harmless(&kari.reads("/panel/text-blocks").await, "text blocks");
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    let block = kari.opens(&question).await.attribute("button[value^=block]", "value").unwrap();
    let fields = [("answer", "%"), ("version", "0"), ("insert", block.as_str())];
    kari.presses(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
    is_harmless(&kari.opens(&question).await, "a text block in a draft");

    let wording = spoross::domain::answer::Wording { answer: EVIL.into(), ..whole_wording() };
    is_harmless(&kari.sends_draft(&question, &wording, "preview").await, "preview");
    kari.sends_to_review(&question, &wording).await.succeeds();
    let desk = format!("/panel/questions/{question}/review");
    let version = ola.reads(&desk).await.value_of("version");
    let fields = [("field", "answer"), ("passage", "0"), ("version", version.as_str()), ("text", EVIL)];
    ola.presses(&format!("/panel/questions/{question}/comments"), &fields).await.succeeds();
    is_harmless(&ola.reads(&desk).await, "a remark");
    ola.decides(&question, "return", EVIL).await.succeeds();
    is_harmless(&kari.opens(&question).await, "a note and a remark");
    let to = format!("staff:{}", ola.id);
    kari.presses(&format!("/panel/questions/{question}/handover"), &[("to", &to), ("note", EVIL)]).await.succeeds();
    is_harmless(&ola.opens(&question).await, "a note of a handover");
    ola.claims(&question).await.succeeds();
    ola.sends_to_review(&question, &wording).await.succeeds();
    let nina = house.clinician("Nina").await;
    nina.decides(&question, "publish", "").await.succeeds();
    is_harmless(&house.visitor().reads("/sporsmal/sovn-for-eksamen").await, "the public page");
}

#[actix_web::test]
async fn evil_words_in_an_article_and_a_correction_do_nothing() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let body = format!("## Hei\n\n{EVIL}");
    let path = article::published((&kari, &ola), &[("body", &body)]).await;
    is_harmless(&kari.reads(&path).await, "an article in the panel");
    is_harmless(&house.visitor().reads("/fakta/sovn-og-hjernen").await, "an article");

    publishes(&house, "Søvn", "Grensen er 16 år.");
    let form = "/panel/publications/sovn/correction";
    let page = kari.reads(form).await.succeeds();
    let note = EVIL.get(..100).unwrap_or(EVIL);
    let note = format!("{note} fire");
    let original = page.value_of("original");
    let fields = [
        ("title", "Søvn"),
        ("question", EVIL),
        ("answer", EVIL),
        ("public_note", &note),
        ("number", "0"),
        ("original", &original),
        ("do", "review"),
    ];
    kari.presses(form, &fields).await.succeeds();
    let page = ola.reads(form).await.succeeds();
    is_harmless(&page, "a correction beside what stands");
    let fields = [("do", "publish"), ("note", ""), ("number", &page.value_of("number"))];
    ola.presses(&format!("{form}/review"), &fields).await.succeeds();
    let page = house.visitor().reads("/sporsmal/sovn").await.succeeds();
    is_harmless(&page, "a corrected pair");
    assert!(page.says("alert(1)"), "the note stands there in words: {}", page.words());
    is_harmless(&kari.reads("/panel/publications/sovn/history").await, "its history");
    let eli = house.member("Eli", &[Role::Editor]).await;
    let fields = [("reason", "other"), ("words", EVIL), ("successor", "")];
    eli.presses("/panel/publications/sovn/withdrawal", &fields).await.succeeds();
    is_harmless(&house.visitor().reads("/sporsmal/sovn").await, "the words of a withdrawal");
}
