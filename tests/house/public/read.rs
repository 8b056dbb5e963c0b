//! Reading: the answer in two clicks, in one's own language, with help beside it.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use chrono::NaiveDate;
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::publication::{self, New, Publication, Signature};
use spoross::text::language::Language;

use crate::support::House;

pub fn publishes(house: &House, title: &str, answer: &str) -> Publication {
    publishes_on(house, title, answer, "2026-03-01")
}

fn publishes_on(house: &House, title: &str, answer: &str, day: &str) -> Publication {
    let new = New {
        wording: Wording {
            title: title.into(),
            question: "Første avsnitt.\n\nAndre avsnitt.".into(),
            answer: answer.into(),
            ..Wording::default()
        },
        topic: "rus-og-avhengighet".into(),
        language: Language::Nb,
        audience: Audience { gender: Gender::Female, age_band: AgeBand::From18To20 },
        signature: Signature {
            name: "Kari Prøvesen".into(),
            title: "Lege".into(),
            specialities: "Spesialist i samfunnsmedisin".into(),
        },
        published_on: day.parse::<NaiveDate>().unwrap(),
    };
    house.with(|conn| publication::add(conn, &new))
}

#[actix_web::test]
async fn the_front_page_leads_to_asking_topics_and_answers() {
    let house = House::open().await;
    publishes(&house, "Søvn før eksamen", "Hei!");
    let page = house.visitor().reads("/").await.succeeds();
    assert!(page.has_link_to("/spor"));
    assert_eq!(page.count("ul.topics a[href^='/tema/']"), 8);
    assert!(page.has_link_to("/sporsmal/sovn-for-eksamen"));
    for number in ["tel:113", "tel:116111", "tel:116123"] {
        assert!(page.has_link_to(number), "{number}");
    }
}

#[actix_web::test]
async fn a_pair_shows_all_that_a_reader_needs() {
    let house = House::open().await;
    publishes(&house, "Virkninger av noe", "Kjære du!\n\n## Hvorfor\n\nDet er **slik**.");
    let page = house.visitor().reads("/sporsmal/virkninger-av-noe").await.succeeds();
    assert_eq!(page.heading(), "Virkninger av noe");
    assert_eq!(page.text_of(".crumbs"), "Spør ossRus og avhengighet");
    assert_eq!(page.text_of(".note .from"), "Jente, 18–20");
    assert_eq!(page.text_of("#answer-date"), "Svar fra Spør oss, 1. mars 2026");
    assert_eq!(page.text_of(".letter h3"), "Hvorfor");
    assert_eq!(page.text_of(".letter .prose strong"), "slik");
    assert!(page.says("Kari Prøvesen Lege Spesialist i samfunnsmedisin"));
    assert_eq!(page.text_of("#need-help"), "Trenger du hjelp?");
    assert_eq!(page.count(".note .prose p"), 2);
    assert_eq!(page.count("a.ds-skip-link"), 2);
    assert!(page.has_link_to("/spor?tema=rus-og-avhengighet"));
}

#[actix_web::test]
async fn nothing_in_a_pair_can_run_in_the_readers_browser() {
    let house = House::open().await;
    let evil = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>";
    publishes(&house, "<script>alert(1)</script>Tittel", evil);
    let page = house.visitor().reads("/sporsmal/script-alert-1-script-tittel").await.succeeds();
    assert_eq!(page.count("main script, main img, a[href^='javascript']"), 0);
    assert_eq!(page.heading(), "<script>alert(1)</script>Tittel");
}

#[actix_web::test]
async fn two_pairs_with_one_title_have_two_addresses() {
    let house = House::open().await;
    let slugs: Vec<String> = (0..3).map(|_| publishes(&house, "Søvn", "Hei!").slug).collect();
    assert_eq!(slugs, ["sovn", "sovn-2", "sovn-3"]);
}

#[actix_web::test]
async fn a_topic_lists_its_answers_newest_first_page_by_page() {
    let house = House::open().await;
    for day in 1..=25 {
        publishes_on(&house, &format!("Svar {day}"), "Hei!", &format!("2026-01-{day:02}"));
    }
    let first = house.visitor().reads("/tema/rus-og-avhengighet").await.succeeds();
    assert_eq!(first.text_of("#answers"), "25 svar");
    assert_eq!(first.count("ul.tray li"), 20);
    assert_eq!(first.text_of("ul.tray li a"), "Svar 25");
    let second = house.visitor().reads("/tema/rus-og-avhengighet?side=2").await.succeeds();
    assert_eq!(second.count("ul.tray li"), 5);
    assert!(second.has_link_to("/tema/rus-og-avhengighet"));
    assert_eq!(house.visitor().reads("/tema/rus-og-avhengighet?side=3").await.status, StatusCode::NOT_FOUND);
    for nonsense in ["side=x", "side=-1", "side=99999999999999999999", "annet=1"] {
        let page = house.visitor().reads(&format!("/tema/rus-og-avhengighet?{nonsense}")).await;
        assert_eq!(page.text_of("ul.tray li a"), "Svar 25", "{nonsense}");
    }
}

#[actix_web::test]
async fn an_empty_topic_is_an_invitation() {
    let house = House::open().await;
    let page = house.visitor().reads("/tema/cannabis").await.succeeds();
    assert!(page.says("Vil du være den første?"));
}

#[actix_web::test]
async fn every_public_page_stands_in_three_languages() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    for path in ["", "/spor", "/tema/alkohol", "/sporsmal/sovn"] {
        for (prefix, tag) in [("", "nb"), ("/nn", "nn"), ("/en", "en")] {
            let path = if prefix.is_empty() && path.is_empty() { "/" } else { path };
            let page = house.visitor_in(prefix).reads(path).await.succeeds();
            assert_eq!(page.attribute("html", "lang").unwrap(), tag, "{prefix}{path}");
            // What is for readers names itself among its versions; the form does not ask to be found.
            let versions = if path == "/spor" { 2 } else { 3 };
            assert_eq!(page.count("link[rel=alternate][hreflang]"), versions);
            assert_eq!(page.count(".languages a"), 2);
        }
    }
    assert!(house.visitor().reads("/en/sporsmal/sovn").await.says("Answer from"));
}

#[actix_web::test]
async fn the_words_of_a_pair_keep_their_own_language() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    let page = house.visitor().reads("/en/sporsmal/sovn").await;
    assert_eq!(page.attribute("html", "lang").unwrap(), "en");
    assert_eq!(page.attribute("div:has(> h1)", "lang").unwrap(), "nb");
}

#[actix_web::test]
async fn what_is_not_there_is_said_kindly_in_the_houses_own_style() {
    let house = House::open().await;
    for (path, heading) in [
        ("/finnes-ikke", "Denne siden finnes ikke"),
        ("/sporsmal/finnes-ikke", "Denne siden finnes ikke"),
        ("/tema/romfart", "Denne siden finnes ikke"),
        ("/assets/x/finnes-ikke.css", "Denne siden finnes ikke"),
        ("/en/nowhere", "This page doesn’t exist"),
    ] {
        let page = house.visitor().reads(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(page.heading(), heading, "{path}");
        assert!(page.has_link_to("tel:116111"), "{path}");
    }
}

#[actix_web::test]
async fn a_failure_inside_is_a_page_too_and_tells_nothing() {
    let house = House::open().await;
    house.with(|conn| {
        use diesel::connection::SimpleConnection;
        conn.batch_execute("ALTER TABLE publication RENAME TO lost").map_err(spoross::domain::Error::from)
    });
    let page = house.visitor().reads("/").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(page.heading(), "Noe gikk galt hos oss");
    assert!(!page.says("publication"));
}

#[actix_web::test]
async fn a_slash_too_many_and_head_are_understood() {
    let house = House::open().await;
    for path in ["/spor/", "/en/", "/nn/spor/", "//spor"] {
        house.visitor().reads(path).await.succeeds();
    }
    let page = house.answers(TestRequest::default().method(actix_web::http::Method::HEAD).uri("/")).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[actix_web::test]
async fn styles_may_be_kept_for_ever_because_their_address_changes() {
    let house = House::open().await;
    let page = house.visitor().reads("/").await;
    let address = page.attribute("link[rel=stylesheet]", "href").unwrap();
    let sheet = house.visitor().reads(&address).await.succeeds();
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    assert!(sheet.header("cache-control").contains("immutable"));
    let old = house.visitor().reads("/assets/older/site.css").await.succeeds();
    assert!(!old.header("cache-control").contains("immutable"));
}

#[actix_web::test]
async fn an_address_that_no_pair_can_have_is_not_found_on_either_database() {
    let house = House::open().await;
    for path in ["/sporsmal/%00", "/sporsmal/x%00y", "/sporsmal/%FF", "/sporsmal/S%C3%98VN", "/tema/%00"] {
        assert_eq!(house.visitor().reads(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let page = house.visitor().reads("/tema/alkohol?side=1&side=2").await;
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::NOT_FOUND, "Denne siden finnes ikke"));
}

#[actix_web::test]
async fn titles_in_another_language_say_so() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    for (path, tag) in [("/en", Some("nb")), ("/en/tema/rus-og-avhengighet", Some("nb")), ("/", None)] {
        let page = house.visitor().reads(path).await;
        assert_eq!(page.attribute("a[href$='/sporsmal/sovn']", "lang").as_deref(), tag, "{path}");
    }
}

#[actix_web::test]
async fn every_page_has_a_way_out_that_leaves_nothing_behind() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    for path in ["/", "/spor", "/tema/alkohol", "/sporsmal/sovn", "/finnes-ikke", "/nn/spor", "/en/"] {
        let page = house.visitor().reads(path).await;
        let out = page.attribute("[data-way-out]", "href").expect(path);
        let left = house.visitor().reads(&out).await;
        assert_eq!((left.status, left.leads_to()), (StatusCode::SEE_OTHER, "https://www.yr.no/"), "{path}");
        assert_eq!(left.header("clear-site-data"), "\"cache\", \"cookies\", \"storage\"");
        assert_eq!(left.header("cache-control"), "no-store");
    }
}

#[actix_web::test]
async fn the_tab_says_nothing_while_someone_asks() {
    let house = House::open().await;
    for page in [house.visitor().reads("/spor").await, house.visitor().asks("Hvorfor får jeg ikke sove?").await] {
        assert_eq!(page.text_of("title"), "Skjema");
        assert_eq!(page.header("cache-control"), "no-store");
    }
}
