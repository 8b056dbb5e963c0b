//! Asking: sealed at once, thanked with a date; and whatever is wrong, nothing typed is lost and nothing is kept.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::question;

use crate::support::House;
use crate::support::visitor::{encode, filled_in};

const TEXT: &str = "Hvorfor får jeg ikke sove før eksamen?";

#[actix_web::test]
async fn a_question_is_thanked_with_the_day_the_answer_comes() {
    let house = House::open().await;
    let page = house.visitor().asks(TEXT).await.succeeds();
    assert_eq!(page.heading(), "Takk for at du spurte");
    // Tuesday 10 March plus seven days.
    assert!(page.says("Du får svar senest tirsdag 17. mars."), "{}", page.words());
    assert!(page.has_link_to("/tema/psykisk-helse"));
    assert_eq!(page.header("cache-control"), "no-store");
}

#[actix_web::test]
async fn the_day_is_norways_even_just_after_midnight() {
    let house = House::open().await;
    // 23:30 UTC is half past midnight the next day in Norway.
    house.later(TimeDelta::hours(14) + TimeDelta::minutes(29));
    let page = house.visitor().asks(TEXT).await;
    assert!(page.says("onsdag 18. mars"), "{}", page.words());
}

#[actix_web::test]
async fn what_is_kept_is_sealed_and_tells_no_time() {
    let house = House::open().await;
    house.visitor().asks(TEXT).await.succeeds();
    let (sealed, arrived): (Vec<u8>, chrono::NaiveDate) =
        house.with(|conn| Ok(question::table.select((question::sealed, question::arrived_on)).first(conn)?));
    assert_eq!(arrived.to_string(), "2026-03-10");
    for clear in ["sove", "female", "16_17", "\"42\""] {
        assert!(!sealed.windows(clear.len()).any(|window| window == clear.as_bytes()), "{clear}");
    }
}

#[actix_web::test]
async fn every_choice_but_topic_may_be_left_out() {
    let house = House::open().await;
    let page = house.visitor().asks_with(&[("gender", ""), ("age_band", ""), ("region", "")]).await;
    assert_eq!(page.heading(), "Takk for at du spurte");
}

#[actix_web::test]
async fn whatever_is_wrong_is_said_at_its_field_and_all_that_was_typed_comes_back() {
    let house = House::open().await;
    let long = "å".repeat(4001);
    for (field, typed, message) in [
        ("question", "", "Skriv hva du lurer på."),
        ("question", "  \n ", "Skriv hva du lurer på."),
        ("question", "kort", "Skriv litt mer, minst 10 tegn."),
        ("question", long.as_str(), "Teksten er 1 tegn for lang. Du har plass til 4000 tegn."),
        ("topic", "", "Velg et tema. Er du usikker, velg det som ligner mest."),
        ("topic", "romfart", "Velg et tema fra listen. Er du usikker, velg det som ligner mest."),
        ("gender", "hemmelig", "Velg noe fra listen, eller «Vil ikke si»."),
        ("age_band", "14", "Velg noe fra listen, eller «Vil ikke si»."),
        ("region", "99", "Velg noe fra listen, eller «Vil ikke si»."),
    ] {
        let page = house.visitor().asks_with(&[(field, typed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {typed}");
        assert_eq!(page.error_at(field), message, "{field}: {typed}");
        assert!(page.says("Ingenting er sendt ennå."));
        assert_eq!(page.count(&format!(".ds-error-summary a[href='#{field}']")), 1);
        let question = if field == "question" { typed.trim() } else { TEXT };
        assert_eq!(page.value_of("question"), question);
        if field != "topic" {
            assert_eq!(page.value_of("topic"), "psykisk-helse");
        }
        if !["gender", "age_band", "region"].contains(&field) {
            let kept = ["gender", "age_band", "region"].map(|name| page.value_of(name));
            assert_eq!(kept, ["female", "16_17", "42"]);
        }
    }
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn several_errors_are_all_said_at_once() {
    let house = House::open().await;
    let page = house.visitor().asks_with(&[("question", ""), ("topic", "")]).await;
    assert!(page.body.contains("Nesten ferdig. 2\u{a0}ting gjenstår:"), "{}", page.words());
    assert!(page.text_of("title").starts_with("Feil: "));
}

#[actix_web::test]
async fn text_that_is_broken_on_the_way_is_given_back_and_marked() {
    let house = House::open().await;
    for broken in ["Hei%FF+jeg+lurer+p%C3%A5+noe", "Hei%00+jeg+lurer+p%C3%A5+noe", "Hei%C3+jeg+lurer+p%C3%A5+noe"] {
        let ticket = house.visitor().opens_the_form().await;
        let others: Vec<_> = filled_in(&ticket, &[]).into_iter().filter(|(name, _)| name != "question").collect();
        let page = house.visitor().sends_body(format!("question={broken}&{}", encode(&others)).into_bytes()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{broken}");
        assert!(page.error_at("question").starts_with("Noen tegn kom ikke fram"), "{}", page.words());
        assert!(page.value_of("question").contains("jeg lurer på noe"), "{broken}");
        assert_eq!(page.value_of("topic"), "psykisk-helse");
    }
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn a_field_sent_twice_is_asked_about() {
    let house = House::open().await;
    let ticket = house.visitor().opens_the_form().await;
    let body = format!("{}&topic=alkohol&question=noe+annet+enn+det", encode(&filled_in(&ticket, &[])));
    let page = house.visitor().sends_body(body.into_bytes()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_at("question"), "Dette kom to ganger. Se over og send på nytt.");
    assert_eq!(page.value_of("question"), TEXT);
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn a_forged_token_is_asked_to_send_once_more() {
    let house = House::open().await;
    let good = house.visitor().opens_the_form().await;
    let mut changed = good.clone().into_bytes();
    changed[40] = if changed[40] == b'0' { b'1' } else { b'0' };
    for forged in ["", "x", &"0".repeat(good.len()), &String::from_utf8(changed).unwrap()] {
        let page = house.visitor().sends_form(&filled_in(forged, &[])).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{forged}");
        assert!(page.says("trykk på send en gang til"), "{}", page.words());
        assert_eq!(page.value_of("question"), TEXT);
        assert!(house.question_ids().is_empty());
        // Doing what the page asks for works.
        assert_ne!(page.value_of("ticket"), forged);
    }
    house.visitor().asks(TEXT).await.succeeds();
}

#[actix_web::test]
async fn a_form_that_lay_open_for_hours_keeps_its_text() {
    let house = House::open().await;
    let ticket = house.visitor().opens_the_form().await;
    house.later(TimeDelta::hours(4) + TimeDelta::minutes(1));
    let page = house.visitor().sends_form(&filled_in(&ticket, &[])).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Siden har stått åpen lenge."), "{}", page.words());
    assert_eq!(page.value_of("question"), TEXT);
    let again = house.visitor().sends_form(&filled_in(&page.value_of("ticket"), &[])).await;
    assert_eq!(again.heading(), "Takk for at du spurte");
}

#[actix_web::test]
async fn a_clock_set_back_refuses_nobody() {
    let house = House::open().await;
    let ticket = house.visitor().opens_the_form().await;
    house.later(TimeDelta::minutes(-90));
    house.visitor().sends_form(&filled_in(&ticket, &[])).await.succeeds();
}

#[actix_web::test]
async fn pressing_send_twice_makes_one_question() {
    let house = House::open().await;
    let ticket = house.visitor().opens_the_form().await;
    for _ in 0..2 {
        let page = house.visitor().sends_form(&filled_in(&ticket, &[])).await;
        assert_eq!(page.heading(), "Takk for at du spurte");
    }
    assert_eq!(house.question_ids().len(), 1);
}

#[actix_web::test]
async fn ten_megabytes_get_an_answer_and_the_beginning_back() {
    let house = House::open().await;
    let ticket = house.visitor().opens_the_form().await;
    let huge = format!("Dette er begynnelsen. {}", "x".repeat(10 * 1024 * 1024));
    let others = encode(&filled_in(&ticket, &[]));
    let body = format!("{}&question={}", others.replace("question=", "unused="), huge.replace(' ', "+"));
    let page = house.visitor().sends_body(body.into_bytes()).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.says("Teksten er altfor lang"), "{}", page.text_of("h2"));
    assert!(page.value_of("question").starts_with("Dette er begynnelsen. xxx"));
    assert_eq!(page.value_of("topic"), "psykisk-helse");
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn four_thousand_characters_fit_in_any_script() {
    let house = House::open().await;
    // Norwegian, Arabic, and Tamil: three bytes a code point, several code points a character.
    for character in ["å", "م", "நி"] {
        let page = house.visitor().asks(&character.repeat(4000)).await;
        assert_eq!(page.heading(), "Takk for at du spurte", "{character}");
    }
}

#[actix_web::test]
async fn errors_are_said_in_the_persons_own_language() {
    let house = House::open().await;
    for (prefix, title) in [("", "Feil: "), ("/nn", "Feil: "), ("/en", "Error: ")] {
        let page = house.visitor_in(prefix).asks_with(&[("topic", "")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text_of("title").starts_with(title), "{prefix}: {}", page.text_of("title"));
        assert_eq!(page.attribute("form.form", "action").unwrap(), format!("{prefix}/spor"));
    }
    let words = ["", "/nn", "/en"].map(|prefix| (prefix, house.visitor_in(prefix)));
    let mut messages = Vec::new();
    for (_, visitor) in words {
        messages.push(visitor.asks_with(&[("question", "kort")]).await.error_at("question"));
    }
    assert_eq!(messages.len(), 3);
    assert!(messages[0] != messages[1] && messages[1] != messages[2], "{messages:?}");
}

#[actix_web::test]
async fn the_field_comes_soon_and_what_need_not_be_told_is_said_to_be_ones_own_choice() {
    let page = House::open().await.visitor().reads("/spor").await;
    let counts = ["#waiting", "#promise", "main label.sr-only[for=question]"].map(|part| page.count(part));
    assert_eq!(counts, [0, 0, 1]);
    assert!(!page.words().contains('*') && page.says("Litt om deg, hvis du vil"), "{}", page.words());
    assert!(page.says("Ring nå. Svaret vårt kan ta en uke."), "{}", page.words());
    assert_eq!(page.attribute("#danger", "aria-describedby").as_deref(), Some("danger-hint"));
}

#[actix_web::test]
async fn a_form_that_was_edited_and_sent_again_is_asked_about_once_and_is_another_question() {
    let house = House::open().await;
    let visitor = house.visitor();
    let ticket = visitor.opens_the_form().await;
    visitor.sends_form(&filled_in(&ticket, &[])).await.succeeds();
    let edited = "Og så en ting til jeg lurer på.";
    let page = visitor.sends_form(&filled_in(&ticket, &[("question", edited)])).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Dette skjemaet er sendt før."), "{}", page.words());
    assert_eq!((house.question_ids().len(), page.value_of("question").as_str()), (1, edited));

    house.later(TimeDelta::seconds(4));
    visitor.sends_form(&filled_in(&page.value_of("ticket"), &[("question", edited)])).await.succeeds();
    visitor.sends_form(&filled_in(&ticket, &[])).await.succeeds();
    assert_eq!(house.question_ids().len(), 2);
}

#[actix_web::test]
async fn one_open_form_does_not_do_for_a_flood() {
    let house = House::open().await;
    let visitor = house.visitor();
    let ticket = visitor.opens_the_form().await;
    visitor.sends_form(&filled_in(&ticket, &[])).await.succeeds();
    let mut page = visitor.sends_form(&filled_in(&ticket, &[("question", "Kjøp billige sko på nettet i dag.")])).await;
    for nth in 0..3 {
        let spam = format!("Kjøp billige sko på nettet i dag. {nth}");
        page = visitor.sends_form(&filled_in(&page.value_of("ticket"), &[("question", &spam)])).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "faster than anyone writes");
    }
    assert_eq!(house.question_ids().len(), 1);
}

#[actix_web::test]
async fn a_text_of_few_characters_that_is_huge_all_the_same_is_said_at_its_field() {
    let house = House::open().await;
    let page = house.visitor().asks(&"👩‍👩‍👧‍👦".repeat(2700)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.words());
    assert!(page.error_at("question").starts_with("Teksten tar for stor plass"), "{}", page.error_at("question"));
    assert!(page.value_of("question").starts_with("👩‍👩‍👧‍👦"));
}

#[actix_web::test]
async fn errors_are_listed_in_the_order_of_the_page() {
    let house = House::open().await;
    let page =
        house.visitor().asks_with(&[("question", "kort"), ("topic", ""), ("gender", "x"), ("region", "x")]).await;
    let links: Vec<String> = page
        .html()
        .select(&scraper::Selector::parse(".ds-error-summary a").unwrap())
        .map(|link| link.value().attr("href").unwrap().to_owned())
        .collect();
    assert_eq!(links, ["#question", "#topic", "#gender", "#region"]);
}
