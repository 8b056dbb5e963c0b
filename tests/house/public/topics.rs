//! A topic's pages: what we would show first, what is closest, the newest; and the way from one answer to the next.

use actix_web::http::StatusCode;
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::publication::{self, New, Publication, Signature};
use spoross::text::language::Language;

use crate::support::{House, Page};

pub fn publishes(house: &House, title: &str, (topic, subtopic): (&str, &str), day: &str) -> Publication {
    publishes_saying(house, title, (topic, subtopic), (day, "Hva er det?", "Hei!"))
}

fn publishes_saying(
    house: &House,
    title: &str,
    (topic, subtopic): (&str, &str),
    (day, question, answer): (&str, &str, &str),
) -> Publication {
    let wording = Wording {
        title: title.into(),
        question: question.into(),
        answer: answer.into(),
        subtopic: Some(subtopic.to_owned()).filter(|subtopic| !subtopic.is_empty()),
        ..Wording::default()
    };
    let new = New {
        wording,
        topic: topic.into(),
        language: Language::Nb,
        audience: Audience { gender: Gender::Female, age_band: AgeBand::From16To17 },
        signature: Signature { name: "Kari Prøvesen".into(), title: "Lege".into(), specialities: String::new() },
        published_on: day.parse().unwrap(),
    };
    house.with(|conn| publication::add(conn, &new))
}

fn related(page: &Page) -> Vec<String> {
    let list = page.html();
    let links = scraper::Selector::parse("nav[aria-labelledby=related] a").unwrap();
    list.select(&links).map(|link| link.text().collect()).collect()
}

#[actix_web::test]
async fn a_topic_leads_to_the_subtopics_that_have_answers() {
    let house = House::open().await;
    publishes(&house, "Må jeg drikke?", ("alkohol", "fest"), "2026-02-01");
    publishes(&house, "Alle drikker", ("alkohol", "fest"), "2026-02-02");
    publishes(&house, "Fyllesyk", ("alkohol", "kroppen"), "2026-02-03");
    publishes(&house, "Uten plass", ("alkohol", ""), "2026-02-04");
    let page = house.visitor().reads("/tema/alkohol").await.succeeds();
    assert_eq!(page.count(".subtopics li"), 2);
    assert_eq!(page.text_of(".subtopics a[href='/tema/alkohol/fest']"), "Fest, press og vaner 2, 2 svar");
    assert_eq!((page.count(".tray li"), page.count(".subtopics [aria-current]")), (4, 0));

    let page = house.visitor_in("/en").reads("/tema/alkohol/fest").await.succeeds();
    assert_eq!(page.heading(), "Parties, pressure and habits");
    assert_eq!(page.text_of(".subtopics [aria-current]"), "Parties, pressure and habits 2, 2 answers");
    assert_eq!((page.count(".tray li"), page.text_of(".tray li a").as_str()), (2, "Alle drikker"));
    assert!(page.has_link_to("/en/tema/alkohol") && page.has_link_to("/tema/alkohol/fest"));
    assert!(page.attribute("link[rel=canonical]", "href").unwrap().ends_with("/en/tema/alkohol/fest"));
    for path in ["/tema/alkohol/slutte", "/tema/romfart/fest", "/tema/alkohol/fest?side=2", "/tema/alkohol/%00"] {
        assert_eq!(house.visitor().reads(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(house.visitor().reads("/tema/alkohol/fare").await.succeeds().says("Vil du være den første?"));
}

#[actix_web::test]
async fn help_comes_first_where_a_subtopic_is_about_danger() {
    let house = House::open().await;
    for (path, is_first) in [("/tema/alkohol/fare", true), ("/tema/alkohol/fest", false), ("/tema/alkohol", false)] {
        let page = house.visitor().reads(path).await.succeeds();
        assert_eq!(page.count("section.help"), 1, "{path}");
        assert_eq!(page.count("h1 + .help:has(+ .actions)"), usize::from(is_first), "{path}");
    }
}

#[actix_web::test]
async fn an_answer_says_where_in_its_topic_it_stands() {
    let house = House::open().await;
    publishes(&house, "Må jeg drikke?", ("alkohol", "fest"), "2026-02-01");
    let page = house.visitor().reads("/sporsmal/ma-jeg-drikke").await.succeeds();
    assert_eq!(page.text_of(".crumbs"), "Spør ossAlkoholFest, press og vaner");
    assert!(page.has_link_to("/tema/alkohol/fest"));
}

#[actix_web::test]
async fn what_an_editor_chose_stands_first_and_only_there() {
    let house = House::open().await;
    let ola = house.member("Ola", &[spoross::domain::staff::Role::Editor]).await;
    for day in 1..=22 {
        publishes(&house, &format!("Svar {day}"), ("alkohol", "fest"), &format!("2026-01-{day:02}"));
    }
    assert_eq!(house.visitor().reads("/tema/alkohol").await.text_of("#answers"), "22 svar");
    for (slug, place) in [("svar-7", "1"), ("svar-3", "1")] {
        ola.presses(&format!("/panel/publications/{slug}/choice"), &[("place", place)]).await.succeeds();
    }
    let page = house.visitor().reads("/tema/alkohol").await.succeeds();
    assert_eq!(page.text_of("ol.first"), "Svar 3 Svar 7");
    assert!(page.says("Start her") && page.says("Vi teller ikke hva andre leser."));
    assert_eq!(page.text_of("#answers"), "Siste svar (22 i alt)");
    for path in ["/tema/alkohol?side=2", "/tema/alkohol/fest", "/tema/cannabis"] {
        assert_eq!(house.visitor().reads(path).await.succeeds().count("ol.first"), 0, "{path}");
    }
    let chosen = house.with(|conn| publication::find_by_slug(conn, "svar-3"));
    house.with(|conn| publication::remove(conn, &chosen.id));
    assert_eq!(house.visitor().reads("/tema/alkohol").await.text_of("ol.first"), "Svar 7");
}

#[actix_web::test]
async fn one_can_walk_through_a_topic_answer_by_answer() {
    let house = House::open().await;
    for (title, day) in [("A", "2026-01-02"), ("B", "2026-01-02"), ("C", "2026-01-02"), ("D", "2026-01-01")] {
        publishes(&house, title, ("alkohol", ""), day);
    }
    publishes(&house, "Annet tema", ("cannabis", ""), "2026-01-02");
    // In the order of the topic's page.
    let (mut path, mut walked) = ("/sporsmal/a".to_owned(), Vec::new());
    loop {
        let page = house.visitor().reads(&path).await.succeeds();
        let before = page.attribute(".next-door a[rel=prev]", "href");
        assert_eq!(before, walked.last().cloned(), "{path}");
        walked.push(path);
        match page.attribute(".next-door a[rel=next]", "href") {
            Some(next) => path = next,
            None => break,
        }
    }
    assert_eq!(walked, ["/sporsmal/a", "/sporsmal/b", "/sporsmal/c", "/sporsmal/d"]);
    let alone = house.visitor().reads("/sporsmal/annet-tema").await.succeeds();
    assert_eq!(alone.count(".next-door"), 0);
}

/// Pairs about three things, and one that is about nothing the others are about.
fn a_few_pairs(house: &House) {
    for (title, topic, question, answer) in [
        ("Kondomet sprakk", ("kropp-og-helse", "prevensjon"), "Kan jeg bli gravid?", "Ta angrepille."),
        ("Når må jeg ta angrepille?", ("kropp-og-helse", "prevensjon"), "Kondomet falt av.", "Så fort du kan."),
        ("Glemte kondomet", ("venner-og-familie", ""), "Bør jeg ta en angrepille?", "Ja."),
        ("Hvor farlig er kokain?", ("andre-rusmidler", "kokain-og-speed"), "Noen tar kokain.", "Ikke ta kokain."),
        ("Kokain på jobben", ("andre-rusmidler", "kokain-og-speed"), "Alle tar kokain der.", "Si nei."),
        ("Sekken min på skolen", ("kropp-og-helse", "prevensjon"), "Får læreren åpne den?", "Nei."),
    ] {
        publishes_saying(house, title, topic, ("2026-02-01", question, answer));
    }
}

#[actix_web::test]
async fn beside_an_answer_stand_those_that_are_like_it() {
    let house = House::open().await;
    a_few_pairs(&house);
    house.app.search.poll(&house.app.database).await.unwrap();
    let page = house.visitor().reads("/sporsmal/kondomet-sprakk").await.succeeds();
    assert_eq!(related(&page), ["Når må jeg ta angrepille?", "Glemte kondomet"]);
    let page = house.visitor().reads("/sporsmal/kokain-pa-jobben").await.succeeds();
    assert_eq!(related(&page), ["Hvor farlig er kokain?"]);

    // Gone from the index only when it follows, but from the page at once.
    let gone = house.with(|conn| publication::find_by_slug(conn, "glemte-kondomet"));
    house.with(|conn| publication::remove(conn, &gone.id));
    let page = house.visitor().reads("/sporsmal/kondomet-sprakk").await.succeeds();
    assert_eq!(related(&page), ["Når må jeg ta angrepille?"]);

    // What was found before does not hide what comes out after it.
    publishes_saying(
        &house,
        "Kondomet sprakk igjen",
        ("kropp-og-helse", "prevensjon"),
        ("2026-02-02", "Må jeg ta angrepille?", "Ja."),
    );
    house.app.search.poll(&house.app.database).await.unwrap();
    let page = house.visitor().reads("/sporsmal/kondomet-sprakk").await.succeeds();
    assert!(related(&page).contains(&"Kondomet sprakk igjen".to_owned()), "{:?}", related(&page));
}

#[actix_web::test]
async fn what_an_editor_pinned_stands_before_what_is_like_it() {
    let house = House::open().await;
    let ola = house.member("Ola", &[spoross::domain::staff::Role::Editor]).await;
    a_few_pairs(&house);
    house.app.search.poll(&house.app.database).await.unwrap();
    let pins = [("related-1", "/sporsmal/kokain-pa-jobben"), ("related-2", "glemte-kondomet")];
    ola.presses("/panel/publications/kondomet-sprakk/related", &pins).await.succeeds();
    let page = house.visitor().reads("/sporsmal/kondomet-sprakk").await.succeeds();
    assert_eq!(related(&page), ["Kokain på jobben", "Glemte kondomet", "Når må jeg ta angrepille?"]);
    let gone = house.with(|conn| publication::find_by_slug(conn, "kokain-pa-jobben"));
    house.with(|conn| publication::remove(conn, &gone.id));
    let page = house.visitor().reads("/sporsmal/kondomet-sprakk").await.succeeds();
    assert_eq!(related(&page), ["Glemte kondomet", "Når må jeg ta angrepille?"]);
}

#[actix_web::test]
async fn without_an_index_the_newest_of_the_topic_stand_in() {
    let house = House::open().await;
    a_few_pairs(&house);
    let page = house.visitor().reads("/sporsmal/kondomet-sprakk").await.succeeds();
    assert!(related(&page).is_empty() && page.says("Mer om temaet «Kropp og helse»"), "{}", page.words());
    assert_eq!(page.count("nav[aria-labelledby=more] a"), 2);
}
