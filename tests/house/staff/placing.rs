//! Where a pair will stand is chosen with its words, read by the colleague with them, and changed by a correction.

use actix_web::http::StatusCode;
use spoross::domain::answer::placing::Placing;
use spoross::domain::ids::QuestionId;
use spoross::domain::publication::{self, placed};
use spoross::text::language::Language;

use super::article;
use super::version::{brings_out, in_english};
use crate::public::read::publishes;
use crate::support::person::{Person, whole_wording};
use crate::support::{House, Page};

const TEXT: &str = "Hei, hvorfor får jeg ikke sove før eksamen i Tromsø?";
const ARTICLE: &str = "/fakta/sovn-og-hjernen";
const SEEN: &str = "both source help recheck";

/// Fills in the form of an answer: whole words, and these fields.
async fn fills_in(person: &Person, question: &QuestionId, chosen: &[(&str, &str)], step: &str) -> Page {
    let wording = whole_wording();
    let version = person.opens(question).await.value_of("version");
    let mut fields = vec![
        ("title", wording.title.as_str()),
        ("question", &wording.question),
        ("answer", &wording.answer),
        ("version", &version),
        ("do", step),
    ];
    fields.extend_from_slice(chosen);
    if chosen.iter().all(|(name, _)| *name != "anyway") {
        fields.push(("anyway", SEEN));
    }
    person.presses(&format!("/panel/questions/{question}/answer"), &fields).await
}

async fn claimed(house: &House, person: &Person) -> QuestionId {
    let question = house.question(TEXT).await;
    person.claims(&question).await.succeeds();
    question
}

fn stands(house: &House, slug: &str) -> Placing {
    house.with(|conn| {
        let pair = publication::find_by_slug(conn, slug)?;
        placed::find(conn, &pair)
    })
}

#[actix_web::test]
async fn a_pair_comes_out_where_its_writer_chose_and_stands_there_once() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Sov godt.");
    article::published((&kari, &ola), &[]).await;
    let question = claimed(&house, &kari).await;
    let chosen = [
        ("slug", "sove-for-eksamen"),
        ("language", "nn"),
        ("further", "kropp-og-helse"),
        ("further", "alkohol"),
        ("related", "https://spor.example.org/nn/fakta/sovn-og-hjernen#a\n\n/sporsmal/sovn"),
    ];
    fills_in(&kari, &question, &chosen, "review").await.succeeds();
    ola.decides(&question, "publish", "").await.succeeds();

    let page = house.visitor().reads("/sporsmal/sove-for-eksamen").await.succeeds();
    assert!(page.count("[lang=nn]") > 0, "{}", page.body);
    assert_eq!(page.links_below("/fakta/")[..1], [ARTICLE.to_owned()]);
    assert!(page.has_link_to("/sporsmal/sovn") && page.has_link_to("/tema/kropp-og-helse"));
    for path in ["/tema/psykisk-helse", "/tema/kropp-og-helse", "/tema/alkohol", "/sitemap.xml"] {
        let body = house.visitor().reads(path).await.succeeds().body;
        let times = body.matches("/sporsmal/sove-for-eksamen").count();
        assert_eq!(times, 1, "{path}");
    }
    let feed = house.visitor().reads("/tema/kropp-og-helse/atom.xml").await.succeeds().body;
    assert!(feed.contains("<category term=\"alkohol\""), "{feed}");
    assert_eq!(feed.matches("<entry").count(), 1);
    let listed = house.visitor().reads("/api/v1/publications?topic=kropp-og-helse").await.succeeds().body;
    assert!(listed.contains("\"total\":1") && listed.contains("sove-for-eksamen"), "{listed}");
    let whole = house.visitor().reads("/api/v1/publications/sove-for-eksamen").await.succeeds().body;
    assert!(whole.contains("\"further_topics\":[\"kropp-og-helse\",\"alkohol\"]"), "{whole}");
    let counts = house.visitor().reads("/api/v1/topics").await.succeeds().body;
    assert_eq!(counts.matches("\"publications\":1").count(), 4, "{counts}");
    house.app.search.poll(&house.app.database).await.unwrap();
    let found = house.visitor().reads("/api/v1/search?q=eksamen&topic=alkohol").await.succeeds().body;
    assert!(found.contains("sove-for-eksamen"), "{found}");
    let elsewhere = house.visitor().reads("/api/v1/search?q=eksamen&topic=cannabis").await.body;
    assert!(!elsewhere.contains("sove-for-eksamen"), "{elsewhere}");
}

#[actix_web::test]
async fn an_address_is_checked_and_a_free_one_proposed() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    publishes(&house, "Søvn", "Sov godt.");
    let question = claimed(&house, &kari).await;
    let long = "a".repeat(71);
    for (typed, why, free) in [
        ("Søvn før!", "Use small letters", "Free: sovn-for"),
        ("sovn", "Another answer has or had this address.", "Free: sovn-2"),
        (&long, "at most 70 characters", "Free: "),
        ("---", "Use small letters", "Free: sporsmal"),
    ] {
        let page = fills_in(&kari, &question, &[("slug", typed)], "save").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        let said = page.text_of("#slug-error");
        assert!(said.contains(why) && said.contains(free), "{typed}: {said}");
        assert_eq!((page.value_of("slug"), page.value_of("title")), (typed.to_owned(), "Søvn før eksamen".into()));
    }
    fills_in(&kari, &question, &[("slug", "")], "save").await.succeeds();
    let page = kari.opens(&question).await;
    assert_eq!(page.text_of("#slug-now"), "Its address will be /sporsmal/sovn-for-eksamen");
    fills_in(&kari, &question, &[("slug", "/sov-godt/")], "save").await.succeeds();
    assert_eq!(kari.opens(&question).await.text_of("#slug-now"), "Its address will be /sporsmal/sov-godt");
}

#[actix_web::test]
async fn an_address_that_someone_takes_meanwhile_gets_a_number() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = claimed(&house, &kari).await;
    fills_in(&kari, &question, &[("slug", "sovn")], "review").await.succeeds();
    publishes(&house, "Søvn", "Sov godt.");
    assert!(
        ola.reads(&format!("/panel/questions/{question}/review")).await.says("Its address will be /sporsmal/sovn-2")
    );
    ola.decides(&question, "publish", "").await.succeeds();
    house.visitor().reads("/sporsmal/sovn-2").await.succeeds();
}

#[actix_web::test]
async fn an_address_that_may_give_someone_away_is_shown_before_it_comes_out() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = claimed(&house, &kari).await;
    let named = ("slug", "sovn-i-tromso");
    let page = fills_in(&kari, &question, &[named], "review").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text_of("#checks").contains("may have a name or a place in it"), "{}", page.words());
    fills_in(&kari, &question, &[named, ("anyway", "both source help recheck address")], "review").await.succeeds();
    let page = ola.reads(&format!("/panel/questions/{question}/review")).await.succeeds();
    assert!(page.text_of("#named").contains("tromso"), "{}", page.words());
}

#[actix_web::test]
async fn words_that_look_like_another_language_are_asked_about() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = claimed(&house, &kari).await;
    let nynorsk = "Eg veit ikkje kva du skal gjere, men det er ikkje farleg. Korleis kan du sove meir?";
    let fields = |language| [("language", language), ("answer", nynorsk)];
    let sends = async |language: &'static str| {
        let version = kari.opens(&question).await.value_of("version");
        let wording = whole_wording();
        let mut all = vec![("title", wording.title.as_str()), ("question", &wording.question), ("version", &version)];
        all.extend(fields(language));
        all.extend([("anyway", SEEN), ("do", "review")]);
        kari.presses(&format!("/panel/questions/{question}/answer"), &all).await
    };
    let page = sends("nb").await;
    assert!(page.text_of("#checks").contains("another language"), "{}", page.words());
    assert!(page.text_of("#language-hint").contains("Nynorsk"));
    sends("nn").await.succeeds();
}

#[actix_web::test]
async fn too_much_and_what_leads_nowhere_comes_back_with_everything_typed() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = claimed(&house, &kari).await;
    let topics = ["kropp-og-helse", "alkohol", "cannabis", "rus-og-avhengighet"];
    let many: Vec<(&str, &str)> = topics.iter().map(|topic| ("further", *topic)).collect();
    let page = fills_in(&kari, &question, &many, "save").await;
    assert_eq!(page.text_of("#further-error"), "Choose at most three more topics.");
    assert_eq!(page.count("input[name=further][checked]"), topics.len());
    for (typed, why) in [
        ("/sporsmal/finnes-ikke", "not the address of a public answer"),
        ("https://elsewhere.example.org/", "not the address of a public answer"),
        ("/fakta/1\n/fakta/2\n/fakta/3\n/fakta/4\n/fakta/5\n/fakta/6", "at most five"),
    ] {
        let page = fills_in(&kari, &question, &[("related", typed)], "save").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text_of("#related-error").contains(why), "{typed}: {}", page.text_of("#related-error"));
        assert_eq!(page.text_of("textarea[name=related]"), typed.replace('\n', " "));
    }
}

#[actix_web::test]
async fn what_is_like_it_is_proposed_and_one_tick_chooses_it() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvor lenge kan weed ses på en urinprøve når man røyker i helgene?").await;
    kari.claims(&question).await.succeeds();
    publishes(&house, "Hvor lenge kan weed ses på en urinprøve?", "Hei!\n\nDet er **ofte** noen dager.");
    publishes(&house, "Er blackout farlig?", "Ja, det kan være farlig.");
    publishes(&house, "Jeg får jernteppe på muntlig eksamen", "Det er vanlig å grue seg.");
    article::published((&kari, &ola), &[("topic", "psykisk-helse")]).await;
    house.app.search.poll(&house.app.database).await.unwrap();
    let alike = "/sporsmal/hvor-lenge-kan-weed-ses-pa-en-urinprove";
    for path in [alike, ARTICLE] {
        assert_eq!(kari.opens(&question).await.count(&format!("input[name=pick][value='{path}']")), 1, "{path}");
    }
    fills_in(&kari, &question, &[("pick", ARTICLE), ("pick", alike)], "save").await.succeeds();
    let page = kari.opens(&question).await;
    assert_eq!(page.text_of("textarea[name=related]"), format!("{ARTICLE} {alike}"));
    assert!(page.text_of("#related-pages").contains("Søvn og hjernen"));
    assert_eq!(page.count("input[name=pick]"), 0);
}

#[actix_web::test]
async fn the_colleague_sees_what_was_changed_in_it() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = claimed(&house, &kari).await;
    let before = [("slug", "sov-godt"), ("language", "nb"), ("further", "kropp-og-helse")];
    fills_in(&kari, &question, &before, "review").await.succeeds();
    let desk = format!("/panel/questions/{question}/review");
    let page = ola.reads(&desk).await.succeeds();
    assert!(page.text_of("#address").ends_with("/sporsmal/sov-godt"), "{}", page.text_of("#address"));
    let rows = page.text_of("#placing-rows");
    for said in ["Bokmål", "Body and health"] {
        assert!(rows.contains(said), "{said}: {rows}");
    }
    ola.decides(&question, "return", "Velg et annet tema.").await.succeeds();
    let after = [("slug", "sov-lenge"), ("language", "nb"), ("further", "alkohol")];
    fills_in(&kari, &question, &after, "review").await.succeeds();
    let changes = ola.reads(&desk).await.succeeds().text_of("#changes");
    for said in ["Removed: sov-godt", "Added: sov-lenge", "Removed: Body and health"] {
        assert!(changes.contains(said), "{said}: {changes}");
    }
    assert!(!changes.contains("Bokmål"), "{changes}");
}

#[actix_web::test]
async fn a_correction_moves_a_pair_and_its_address_stays() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Sov godt.");
    publishes(&house, "Snus", "Nei.");
    let form = "/panel/publications/sovn/correction";
    let sends = async |language: &'static str, step: &'static str| {
        let page = kari.reads(form).await.succeeds();
        let fields = [
            ("title", "Søvn"),
            ("question", &page.text_of("textarea[name=question]")),
            ("answer", "Sov godt."),
            ("public_note", "Flyttet."),
            ("slug", "noe-annet"),
            ("language", language),
            ("further", "kropp-og-helse"),
            ("related", "/sporsmal/snus"),
            ("number", &page.value_of("number")),
            ("original", &page.value_of("original")),
            ("do", step),
        ];
        kari.presses(form, &fields).await
    };
    let before = stands(&house, "sovn");
    sends("nn", "review").await.succeeds();
    assert_eq!(stands(&house, "sovn"), before);
    let page = ola.reads(form).await.succeeds();
    for said in ["Removed: Bokmål", "Added: Nynorsk", "Added: Body and health", "Added: /sporsmal/snus"] {
        assert!(page.text_of("#changes").contains(said), "{said}: {}", page.words());
    }
    let number = page.value_of("number");
    ola.presses(&format!("{form}/review"), &[("do", "publish"), ("number", &number)]).await.succeeds();
    let after = Placing {
        slug: "sovn".into(),
        language: Some(Language::Nn),
        further_topics: vec!["kropp-og-helse".into()],
        related: vec!["/sporsmal/snus".into()],
    };
    assert_eq!(stands(&house, "sovn"), after);
    let history = kari.reads("/panel/publications/sovn/history").await.succeeds();
    assert!(history.says("Removed: Bokmål") && history.says("Added: Nynorsk"), "{}", history.words());
    let panel = kari.reads("/panel/publications/sovn").await.succeeds().text_of("#placing-rows");
    assert!(panel.contains("Nynorsk") && panel.contains("Snus"), "{panel}");

    // A language that a version has is not given to the pair.
    let pair = house.with(|conn| publication::find_by_slug(conn, "sovn"));
    brings_out((&kari, &ola), &pair, "en", &in_english()).await;
    sends("en", "save").await.succeeds();
    let page = sends("en", "review").await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("There is a version in that language."), "{}", page.words());
}

#[actix_web::test]
async fn what_waits_for_its_hour_keeps_where_it_will_stand() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Snus", "Nei.");
    let question = claimed(&house, &kari).await;
    let chosen = [("language", "en"), ("further", "kropp-og-helse"), ("related", "/sporsmal/snus")];
    fills_in(&kari, &question, &chosen, "review").await.succeeds();
    ola.decides(&question, "approve", "").await.succeeds();
    kari.presses(&format!("/panel/questions/{question}/slot"), &[]).await.succeeds();
    house.later(chrono::TimeDelta::hours(7));
    spoross::jobs::run_all(&house.app).await.unwrap();
    let placing = stands(&house, "sovn-for-eksamen");
    assert_eq!(placing.language, Some(Language::En));
    assert_eq!(
        (placing.further_topics, placing.related),
        (vec!["kropp-og-helse".into()], vec!["/sporsmal/snus".into()])
    );
}
