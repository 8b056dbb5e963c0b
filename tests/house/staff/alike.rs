//! Whoever answers sees what was answered before, and takes it over with one press; nothing written is lost by it.

use spoross::domain::ids::QuestionId;
use spoross::domain::publication;

use crate::public::read::publishes;
use crate::support::House;
use crate::support::person::whole_wording;

const TEXT: &str = "Hvor lenge kan weed ses på en urinprøve når man røyker i helgene?";
const PATH: &str = "/sporsmal/hvor-lenge-kan-weed-ses-pa-en-urinprove";

/// A house where this was asked before anything like it was published.
async fn house_asked(text: &str) -> (House, QuestionId) {
    let house = House::open().await;
    let question = house.question(text).await;
    publishes(&house, "Hvor lenge kan weed [THC] ses på en urinprøve?", "Hei!\n\nDet er **ofte** noen dager.");
    publishes(&house, "Er blackout farlig?", "Ja, det kan være farlig.");
    publishes(&house, "Jeg får jernteppe på muntlig eksamen", "Det er vanlig å grue seg.");
    house.app.search.poll(&house.app.database).await.unwrap();
    (house, question)
}

#[actix_web::test]
async fn what_is_alike_stands_beside_the_question() {
    let (house, question) = house_asked(TEXT).await;
    let kari = house.clinician("Kari").await;
    let page = kari.opens(&question).await;
    assert_eq!(page.text_of(".alike a"), "Hvor lenge kan weed [THC] ses på en urinprøve?");
    assert_eq!(page.count(".alike li"), 1);
    assert!(page.says("Det er ofte noen dager."), "{}", page.words());
    assert_eq!(page.count(".alike button"), 0, "nobody writes yet");
    let (house, other) = house_asked("Katten vår har fått unger. Hvordan lager jeg en seng til dem?").await;
    assert_eq!(house.clinician("Kari").await.opens(&other).await.count(".alike"), 0);
}

#[actix_web::test]
async fn one_press_links_to_it_or_begins_with_it_after_what_is_written() {
    let (house, question) = house_asked(TEXT).await;
    let kari = house.clinician("Kari").await;
    kari.claims(&question).await.succeeds();
    let page = kari.opens(&question).await;
    assert_eq!(page.attribute(".alike button", "value").as_deref(), Some("save"), "Enter in a field saves");
    let slug = page.attribute(".alike button[name=take]", "value").unwrap();
    assert_eq!(slug, format!("link {}", PATH.trim_start_matches("/sporsmal/").replace("weed-", "weed-thc-")));
    let wording = whole_wording();
    for (way, expected) in [
        ("text", "Hei!\n\nDet er **ofte** noen dager.".to_owned()),
        ("link", "[Hvor lenge kan weed \\[THC\\] ses på en urinprøve?](/sporsmal/".to_owned()),
    ] {
        let version = kari.opens(&question).await.value_of("version");
        let take = slug.replace("link", way);
        let fields = [
            ("title", wording.title.as_str()),
            ("question", &wording.question),
            ("answer", &wording.answer),
            ("version", &version),
            ("take", &take),
        ];
        kari.presses(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
        let answer = kari.opens(&question).await.value_of("answer");
        assert!(answer.starts_with(&format!("{}\n\n{expected}", wording.answer)), "{answer}");
    }
}

#[actix_web::test]
async fn what_was_removed_meanwhile_changes_nothing() {
    let (house, question) = house_asked(TEXT).await;
    let kari = house.clinician("Kari").await;
    kari.claims(&question).await.succeeds();
    let take = kari.opens(&question).await.attribute(".alike button[name=take]", "value").unwrap();
    let slug = take.trim_start_matches("link ").to_owned();
    house.with(|conn| {
        let pair = publication::find_by_slug(conn, &slug)?;
        publication::remove(conn, &pair.id)
    });
    let fields =
        [("title", ""), ("question", "Spørsmål"), ("answer", "Svar"), ("version", "0"), ("take", take.as_str())];
    kari.presses(&format!("/panel/questions/{question}/answer"), &fields).await.succeeds();
    assert_eq!(kari.opens(&question).await.value_of("answer"), "Svar");
}
