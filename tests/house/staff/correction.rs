//! A published pair is corrected: one writes, another reads the very same words, readers are told, and what stood there
//! is kept.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::audit;
use spoross::domain::publication::{self, Publication};
use spoross::domain::staff::Role;

use super::withdrawal::withdraws;
use crate::public::read::publishes;
use crate::staff::version::{brings_out, in_english};
use crate::support::person::Person;
use crate::support::{House, Page};

const PAIR: &str = "/panel/publications/sovn";
const FORM: &str = "/panel/publications/sovn/correction";
const NOTE: &str = "Aldersgrensen er 18 år.";

/// Fills in the form of a page: what is not named stays as it is.
async fn sends(person: &Person, page: &Page, answer: &str, note: &str, step: &str) -> Page {
    let (title, question) = (page.value_of("title"), page.value_of("question"));
    let fields = [
        ("title", title.as_str()),
        ("question", &question),
        ("answer", answer),
        ("public_note", note),
        ("number", &page.value_of("number")),
        ("original", &page.value_of("original")),
        ("do", step),
    ];
    person.presses(FORM, &fields).await
}

async fn writes(person: &Person, answer: &str, step: &str) -> Page {
    let page = person.reads(FORM).await.succeeds();
    sends(person, &page, answer, NOTE, step).await
}

async fn decides(person: &Person, verdict: &str) -> Page {
    let number = person.reads(FORM).await.succeeds().value_of("number");
    decides_seen_at(person, verdict, &number).await
}

async fn decides_seen_at(person: &Person, verdict: &str, number: &str) -> Page {
    let fields = [("do", verdict), ("note", "Se på dosen igjen."), ("number", number)];
    person.presses(&format!("{FORM}/review"), &fields).await
}

/// One corrects a pair's answer, and what these fields say; another passes it.
pub async fn corrects(by: (&Person, &Person), slug: &str, (answer, note): (&str, &str), more: &[(&str, &str)]) {
    let form = format!("/panel/publications/{slug}/correction");
    let page = by.0.reads(&form).await.succeeds();
    let title = page.value_of("title");
    // As every pair of these tests has it.
    let question = "Første avsnitt.\n\nAndre avsnitt.";
    let (number, original) = (page.value_of("number"), page.value_of("original"));
    let mut fields = vec![("title", title.as_str()), ("question", question), ("answer", answer)];
    fields.extend([("public_note", note), ("number", &number), ("original", &original), ("do", "review")]);
    fields.extend_from_slice(more);
    by.0.presses(&form, &fields).await.succeeds();
    let number = by.1.reads(&form).await.value_of("number");
    by.1.presses(&format!("{form}/review"), &[("do", "publish"), ("number", &number)]).await.succeeds();
}

fn pair(house: &House) -> Publication {
    house.with(|conn| publication::find_by_slug(conn, "sovn"))
}

#[actix_web::test]
async fn a_correction_is_public_when_a_colleague_has_read_it_and_readers_are_told() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Grensen er 16 år.");
    writes(&kari, "Grensen er 18 år.", "save").await.succeeds();
    assert!(kari.reads(FORM).await.says("Removed: 16 End.") && kari.reads(FORM).await.says("Added: 18 End."));
    writes(&kari, "Grensen er 18 år.", "review").await.succeeds();
    assert!(house.visitor().reads("/sporsmal/sovn").await.says("Grensen er 16 år."));
    assert!(ola.reads("/panel/corrections").await.text_of_row("Søvn").contains("To be reviewed"));
    let page = ola.reads(FORM).await;
    assert_eq!(
        (page.text_of(".changed del"), page.text_of(".changed ins")),
        ("Removed: 16 End.".into(), "Added: 18 End.".into())
    );
    assert!(page.text_of("#public-note").contains(NOTE));

    decides(&ola, "publish").await.succeeds();
    let page = house.visitor().reads("/sporsmal/sovn").await.succeeds();
    assert!(page.says("Grensen er 18 år.") && !page.says("16 år"), "{}", page.words());
    assert_eq!(page.text_of("#corrections p"), format!("Rettet 10. mars 2026: {NOTE}"));
    assert_eq!(pair(&house).updated_on, Some("2026-03-10".parse().unwrap()));
    let facts = house.visitor().reads("/sporsmal/sovn.jsonld").await.succeeds().body;
    for fact in ["\"dateModified\":\"2026-03-10\"", "CorrectionComment", NOTE] {
        assert!(facts.contains(fact), "{fact}: {facts}");
    }
    let history = kari.reads(&format!("{PAIR}/history")).await.succeeds();
    for words in ["Corrected 10 March 2026:", "Grensen er 16 år.", "Kari Prøvesen", "Ola Prøvesen"] {
        assert!(history.says(words), "{words}: {}", history.words());
    }
    assert!(kari.reads("/panel/corrections").await.says("No corrections are under way."));
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn whoever_reads_a_correction_sees_it_as_readers_will_before_what_is_changed() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Grensen er 16 år.");
    assert_eq!(kari.reads(FORM).await.count("#correction-view"), 0, "nothing is written yet");
    writes(&kari, "Grensen er **18 år**.\n\n- Ja", "save").await.succeeds();
    assert_eq!(kari.reads(FORM).await.text_of("#correction-view .letter strong"), "18 år");
    writes(&kari, "Grensen er **18 år**.\n\n- Ja", "review").await.succeeds();
    for person in [&kari, &ola] {
        let page = person.reads(FORM).await;
        assert_eq!(page.text_of("#correction-view .public-title"), "Søvn");
        assert_eq!(page.text_of("#correction-view .letter"), "Grensen er 18 år. Ja");
        assert!(page.text_of("#correction-view .note").contains("Andre avsnitt."));
        assert!(page.body.find("id=\"correction-view\"") < page.body.find("id=\"changes\""));
    }
}

#[actix_web::test]
async fn nobody_whose_hand_was_in_it_passes_a_correction() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Før.");
    writes(&kari, "Så.", "save").await.succeeds();
    writes(&ola, "Nå.", "review").await.succeeds();
    for writer in [&kari, &ola] {
        assert_eq!(writer.reads(FORM).await.count("button[value=publish]"), 0);
        for verdict in ["publish", "return"] {
            let number = "2";
            let page = decides_seen_at(writer, verdict, number).await;
            assert_eq!(page.status, StatusCode::CONFLICT, "{verdict}");
            assert!(page.says("This is your own answer."), "{}", page.words());
        }
    }
    let nina = house.member("Nina", &[Role::Clinician, Role::Editor]).await;
    assert_eq!(decides_seen_at(&nina, "publish", "2").await.status, StatusCode::FORBIDDEN);
    assert_eq!(pair(&house).answer, "Før.");
}

#[actix_web::test]
async fn two_editors_on_one_correction_are_told_and_nothing_is_lost() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Før.");
    let (first, second) = (kari.reads(FORM).await, ola.reads(FORM).await);
    sends(&kari, &first, "Karis ord.", NOTE, "save").await.succeeds();
    let page = sends(&ola, &second, "Olas ord.", "Olas merknad.", "save").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.text_of("#answer").contains("Olas ord.") && page.value_of("public_note") == "Olas merknad.");
    assert!(page.text_of("#other-version").contains("Karis ord."), "{}", page.words());
    let saved = kari.reads(FORM).await;
    assert!(saved.text_of("#answer").contains("Karis ord."));
    // Looked at beside each other, the second may go on from the newer one.
    sends(&ola, &page, "Begges ord.", NOTE, "save").await.succeeds();
}

#[actix_web::test]
async fn what_the_author_changes_while_a_colleague_reads_is_not_passed_unread() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Før.");
    writes(&kari, "Lest.", "review").await.succeeds();
    let seen = ola.reads(FORM).await.value_of("number");
    let typed_over = sends(&kari, &kari.reads(FORM).await, "Ulest.", NOTE, "save").await;
    assert_eq!(typed_over.status, StatusCode::CONFLICT, "a colleague has it");
    assert!(typed_over.text_of("#answer").contains("Ulest."));
    kari.presses(&format!("{FORM}/take-back"), &[]).await.succeeds();
    writes(&kari, "Ulest.", "review").await.succeeds();
    let page = decides_seen_at(&ola, "publish", &seen).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("The correction has moved on."), "{}", page.words());
    assert_eq!(pair(&house).answer, "Før.");
    decides(&ola, "publish").await.succeeds();
    let twice = decides_seen_at(&ola, "publish", "2").await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert_eq!(house.visitor().reads("/sporsmal/sovn").await.count("#corrections p"), 1, "published once");
}

#[actix_web::test]
async fn words_written_beside_an_older_text_do_not_undo_what_was_corrected_since() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Før.");
    let old_page = kari.reads(FORM).await;
    writes(&kari, "Rettet.", "review").await.succeeds();
    decides(&ola, "publish").await.succeeds();
    let page = sends(&kari, &old_page, "Før, med komma.", NOTE, "review").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("The original has changed."), "{}", page.words());
    assert!(page.text_of("#answer").contains("Før, med komma."));
    assert_eq!(pair(&house).answer, "Rettet.");
}

#[actix_web::test]
async fn a_correction_lacks_nothing_and_a_very_long_one_comes_back() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    publishes(&house, "Søvn", "Før.");
    let page = kari.reads(FORM).await;
    let without = sends(&kari, &page, "Nå.", "", "review").await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.error_at("public_note").contains("Write what readers should know"));
    assert!(without.text_of("#answer").contains("Nå."));
    let gap = sends(&kari, &page, "Nå. [FORKLAR DETTE]", NOTE, "review").await;
    assert!(gap.error_at("answer").contains("[BRACKETS]"), "{}", gap.words());
    let pasted = "å ".repeat(25_000);
    let long = sends(&kari, &page, &pasted, NOTE, "save").await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.error_at("answer").contains("20,000") || long.error_at("answer").contains("20 000"));
    assert_eq!(long.text_of("#answer").matches('å').count(), 25_000, "all of it");
}

#[actix_web::test]
async fn a_correction_comes_back_with_a_note_can_be_dropped_and_hides_the_versions() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let published = publishes(&house, "Søvn", "Før.");
    brings_out((&kari, &ola), &published, "en", &in_english()).await;
    writes(&kari, "Nå.", "review").await.succeeds();
    assert_eq!(decides_seen_at(&ola, "return", "0").await.status, StatusCode::CONFLICT);
    decides(&ola, "return").await.succeeds();
    let again = decides_seen_at(&ola, "return", "1").await;
    assert!(again.text_of("#kept-note").contains("Se på dosen igjen."), "{}", again.words());
    assert!(kari.reads(FORM).await.text_of("#said").contains("Se på dosen igjen."));
    writes(&kari, "Nå!", "review").await.succeeds();
    decides(&ola, "publish").await.succeeds();
    assert_eq!(house.visitor_in("/en").reads("/sporsmal/sovn").await.heading(), "Søvn");

    writes(&kari, "Angrer.", "save").await.succeeds();
    kari.presses(&format!("{FORM}/end"), &[("number", "1")]).await.succeeds();
    assert!(kari.reads(FORM).await.text_of("#answer").contains("Nå!"));
    let acts: i64 =
        house.with(|conn| Ok(audit::table.filter(audit::act.like("correction.%")).count().get_result(conn)?));
    assert_eq!(acts, 5);
}

#[actix_web::test]
async fn the_history_lives_through_a_withdrawal_and_what_is_typed_meanwhile_comes_back() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Før.");
    writes(&kari, "Nå.", "review").await.succeeds();
    decides(&ola, "publish").await.succeeds();
    let open = kari.reads(FORM).await;
    withdraws(&ola, "sovn", "outdated", "").await.succeeds();
    let page = sends(&kari, &open, "Mitt lange arbeid.", NOTE, "save").await;
    assert_eq!(page.status, StatusCode::GONE);
    assert!(page.text_of("#answer").contains("Mitt lange arbeid.") && page.body.contains(NOTE), "{}", page.words());
    kari.presses(&format!("{PAIR}/return-wish"), &[]).await.succeeds();
    ola.presses(&format!("{PAIR}/return"), &[]).await.succeeds();
    assert!(house.visitor().reads("/sporsmal/sovn").await.text_of("#corrections").contains(NOTE));
    assert!(kari.reads(&format!("{PAIR}/history")).await.says("Før."));
}
