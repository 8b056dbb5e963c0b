//! Whoever writes a question sees what was answered before, once, without script or with it; and nobody keeps the text.

use actix_web::http::StatusCode;
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::publication::{self, New, Signature};
use spoross::text::language::Language;

use crate::support::visitor::{Visitor, filled_in};
use crate::support::{House, Page, log};

const TEXT: &str = "Jeg må levere urinprøve på jobben. Hvor lenge kan weed ses på en urinprøve?";
const OTHER: &str = "Katten vår har fått unger. Hvordan lager jeg en god seng til dem?";
const TITLE: &str = "Hvor lenge kan weed ses på en urinprøve?";
const PATH: &str = "/sporsmal/hvor-lenge-kan-weed-ses-pa-en-urinprove";
const THANKS: &str = "Takk for at du spurte";
const ONCE: &str = "Har vi svart på dette før?";

/// A house that has answered some things.
async fn house() -> House {
    let house = House::open().await;
    for (topic, title, question, answer) in [
        (
            "cannabis",
            TITLE,
            "Jeg røyker weed i helgene og skal ta urinprøve på jobben.",
            "Hei!\n\nDet er ofte mulig å se det i **noen dager**, og lenger for dem som røyker mye.\n\nHilsen oss",
        ),
        ("alkohol", "Er blackout farlig?", "Jeg husker ingenting fra festen.", "Ja, det kan være farlig."),
        ("psykisk-helse", "Jeg får jernteppe", "Muntlig eksamen er skummelt.", "Det er vanlig å grue seg."),
    ] {
        let new = New {
            wording: Wording {
                title: title.into(),
                question: question.into(),
                answer: answer.into(),
                ..Wording::default()
            },
            topic: topic.into(),
            language: Language::Nb,
            audience: Audience { gender: Gender::Male, age_band: AgeBand::From18To20 },
            signature: Signature { name: "Kari".into(), title: "Lege".into(), specialities: String::new() },
            published_on: "2026-03-01".parse().unwrap(),
        };
        house.with(|conn| publication::add(conn, &new));
    }
    house.app.search.poll(&house.app.database).await.unwrap();
    house
}

async fn looks(visitor: &Visitor, text: &str) -> Page {
    visitor.sends_to("/spor/svar", &[("question", text)]).await.succeeds()
}

async fn sends_with(visitor: &Visitor, ticket: &str, text: &str, more: &[(&str, &str)]) -> Page {
    let mut fields = filled_in(ticket, &[("question", text)]);
    fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    visitor.sends_form(&fields).await
}

#[actix_web::test]
async fn whoever_writes_is_shown_what_was_answered_before() {
    let house = house().await;
    for (prefix, text) in
        [("", TEXT), ("/nn", "Eg skal ta urinprøve på jobben. Kor lenge kan ein sjå weed på ei urinprøve?")]
    {
        let part = looks(&house.visitor_in(prefix), text).await;
        assert_eq!(part.header("cache-control"), "no-store");
        assert_eq!(part.count("html > head > *, form"), 0, "a part of a page");
        let link = format!("a[href='{prefix}{PATH}'][target=_blank][rel='noopener noreferrer']");
        assert_eq!(part.text_of(&link), TITLE);
        assert!(part.says("Det er ofte mulig å se det i noen dager"), "the answer's first words: {}", part.words());
        assert_eq!(part.value_of("seen"), "yes");
        assert!(part.has_link_to(&format!("{prefix}/spor/funnet")));
        assert!(!part.says("weed røyker"), "the text is not said again");
    }
    for text in [OTHER, "", "hvor lenge", "weed", "👍"] {
        assert_eq!(looks(&house.visitor(), text).await.body.trim(), "", "{text}");
    }
}

#[actix_web::test]
async fn without_script_one_looks_with_a_button_and_everything_typed_stays() {
    let house = house().await;
    let visitor = house.visitor();
    let form = visitor.reads("/spor").await;
    assert_eq!(form.attribute("#look", "formaction").as_deref(), Some("/spor#answered"));
    assert_eq!(form.count("#answered > *"), 0);
    let page = sends_with(&visitor, &form.value_of("ticket"), TEXT, &[("do", "look")]).await.succeeds();
    assert_eq!(page.heading(), "Hva lurer du på?");
    assert_eq!(page.text_of(&format!("#answered a[href='{PATH}']")), TITLE);
    let kept = ["question", "topic", "gender", "age_band", "region"].map(|name| page.value_of(name));
    assert_eq!(kept, [TEXT, "psykisk-helse", "female", "16_17", "42"]);
    assert!(house.question_ids().is_empty());
    let again = sends_with(&visitor, &page.value_of("ticket"), TEXT, &[("seen", &page.value_of("seen"))]).await;
    assert_eq!(again.heading(), THANKS, "not asked again");

    let ticket = visitor.reads("/spor").await.value_of("ticket");
    let page = sends_with(&visitor, &ticket, OTHER, &[("do", "look")]).await.succeeds();
    assert!(page.says("Vi fant ikke noe som ligner"), "{}", page.words());
}

#[actix_web::test]
async fn it_is_shown_once_before_sending() {
    let house = house().await;
    let visitor = house.visitor();
    let ticket = visitor.opens_the_form().await;
    let page = sends_with(&visitor, &ticket, TEXT, &[]).await.succeeds();
    assert_eq!(page.heading(), ONCE);
    assert!(page.has_link_to(PATH) && page.has_link_to("/spor/funnet"));
    assert_eq!((page.count("h2.sr-only"), page.text_of("button[value=anyway]").as_str()), (1, "Send spørsmålet"));
    assert!(house.question_ids().is_empty());
    let back = sends_with(&visitor, &ticket, TEXT, &[("do", "change"), ("seen", &page.value_of("seen"))]).await;
    assert_eq!((back.heading().as_str(), back.value_of("seen").as_str()), ("Hva lurer du på?", "yes"));
    assert_eq!(sends_with(&visitor, &ticket, TEXT, &[("seen", "yes")]).await.heading(), THANKS);

    let ticket = visitor.opens_the_form().await;
    let page = sends_with(&visitor, &ticket, &format!("{TEXT} Jeg heter Ola Hansen."), &[]).await;
    assert_eq!(page.heading(), "Vil du se over dette først?", "what gives someone away comes first");
    assert_eq!((page.count("h2.sr-only"), page.text_of("button[value=anyway]").as_str()), (0, "Send likevel"));
    assert!(page.has_link_to(PATH));
    let page = sends_with(&visitor, &ticket, &format!("{TEXT} Jeg heter Ola Hansen."), &[("do", "anyway")]).await;
    assert_eq!(page.heading(), THANKS);
    assert_eq!(sends_with(&visitor, &visitor.opens_the_form().await, OTHER, &[]).await.heading(), THANKS);
    assert_eq!(house.question_ids().len(), 3);
}

#[actix_web::test]
async fn nobody_in_danger_is_held_up_by_it() {
    let house = house().await;
    let visitor = house.visitor();
    let serious = format!("{TEXT} Jeg vil ikke leve mer.");
    assert_eq!(sends_with(&visitor, &visitor.opens_the_form().await, &serious, &[]).await.heading(), THANKS);
    let page = sends_with(&visitor, &visitor.opens_the_form().await, TEXT, &[("danger", "yes")]).await;
    assert_eq!(page.heading(), THANKS);
}

#[actix_web::test]
async fn whoever_found_the_answer_hears_that_nothing_was_kept() {
    let house = house().await;
    let before = log::recorded();
    let part = looks(&house.visitor(), TEXT).await;
    assert_eq!(log::recorded(), before);
    assert!(part.has_link_to("/spor/funnet"));
    let page = house.visitor().reads("/spor/funnet").await.succeeds();
    assert!(page.says("Det du skrev, er ikke sendt og ikke lagret."), "{}", page.words());
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn a_house_without_an_index_takes_questions_all_the_same() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = visitor.sends_to("/spor/svar", &[("question", TEXT)]).await;
    assert_eq!((page.status, page.body.trim()), (StatusCode::SERVICE_UNAVAILABLE, ""), "to be asked again");
    assert_eq!(sends_with(&visitor, &visitor.opens_the_form().await, TEXT, &[]).await.heading(), THANKS);
}
