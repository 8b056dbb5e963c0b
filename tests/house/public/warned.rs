//! Warned before sending, and helped at once: what gives someone away is shown to them first, and what sounds
//! serious shows help before anything else. Looking stores nothing.

use actix_web::http::StatusCode;

use crate::support::visitor::{Visitor, filled_in};
use crate::support::{House, Page};

const NUMBER: &str = "68 05 12 34";
const TEXT: &str = "Hei, jeg sover så dårlig. Kan dere ringe meg på 68 05 12 34 i kveld?";

/// Presses a button on the page that shows what was found.
pub async fn presses(visitor: &Visitor, page: &Page, step: &str) -> Page {
    let mut fields = filled_in(&page.value_of("ticket"), &[("question", &page.value_of("question"))]);
    for name in ["topic", "gender", "age_band", "region", "danger"] {
        fields.retain(|(field, _)| field != name);
        fields.push((name.to_owned(), page.value_of(name)));
    }
    fields.push(("do".into(), step.into()));
    visitor.sends_form(&fields).await
}

#[actix_web::test]
async fn a_number_is_shown_to_its_writer_before_anything_is_sent() {
    let house = House::open().await;
    let page = house.visitor().asks(TEXT).await;
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::OK, "Vil du se over dette først?"));
    assert_eq!(page.text_of("mark"), NUMBER);
    assert!(page.says("telefonnummer"), "{}", page.words());
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn changing_gives_the_form_back_with_everything_in_it() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = presses(&visitor, &visitor.asks(TEXT).await, "change").await;
    assert_eq!(page.heading(), "Hva lurer du på?");
    assert_eq!(page.value_of("question"), TEXT);
    let kept = ["topic", "gender", "age_band", "region"].map(|name| page.value_of(name));
    assert_eq!(kept, ["psykisk-helse", "female", "16_17", "42"]);
    assert_eq!(page.count(".ds-error-summary"), 0);
    assert!(house.question_ids().is_empty());
}

#[actix_web::test]
async fn what_is_sent_anyway_goes_without_the_number() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = presses(&visitor, &visitor.asks(TEXT).await, "anyway").await;
    assert_eq!(page.heading(), "Takk for at du spurte");
    let kari = house.clinician("Kari").await;
    let opened = kari.opens(&house.question_ids()[0]).await;
    assert!(opened.says("ringe meg på [fjernet] i kveld?"), "{}", opened.words());
    assert!(!opened.says(NUMBER));
}

#[actix_web::test]
async fn a_name_is_the_askers_to_send() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = visitor.asks("Jeg heter Ola Hansen og lurer på hvorfor jeg ikke får sove.").await;
    assert_eq!(page.text_of("mark"), "Ola Hansen");
    presses(&visitor, &page, "anyway").await.succeeds();
    let kari = house.clinician("Kari").await;
    let opened = kari.opens(&house.question_ids()[0]).await;
    assert_eq!(opened.text_of("mark"), "Ola Hansen");
}

#[actix_web::test]
async fn a_clean_text_goes_straight_through() {
    let house = House::open().await;
    let page = house.visitor().asks("Er det farlig å drikke to øl når man er 16 år og veier 50 kg?").await;
    assert_eq!(page.heading(), "Takk for at du spurte");
    assert_eq!(page.count(".serious"), 0);
    assert!(!page.says("Ingen fare"));
}

#[actix_web::test]
async fn what_sounds_serious_shows_help_first_and_is_opened_first() {
    let house = House::open().await;
    let ordinary = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    for (text, danger, tag) in [
        ("jeg vil bare dø, orker ikke mer", "", "Acute"),
        ("Kan du svare fort på dette spørsmålet?", "yes", "Acute"),
        ("jeg kutter meg på armen når jeg er lei meg", "", "Urgent"),
    ] {
        let visitor = house.visitor();
        let ticket = visitor.opens_the_form().await;
        let mut fields = filled_in(&ticket, &[("question", text)]);
        fields.push(("danger".into(), danger.into()));
        let page = visitor.sends_form(&fields).await;
        assert_eq!(page.text_of("main h2"), "Du trenger ikke vente på svaret vårt", "{text}");
        assert!(page.has_link_to("tel:113"), "{text}");
        let queue = house.clinician(&format!("Kari{}", house.question_ids().len())).await.reads("/panel").await;
        assert!(queue.text_of("tbody").contains(tag), "{text}: {}", queue.text_of("tbody"));
        assert!(!queue.text_of("tbody tr:first-child").contains(&ordinary.short()), "{text}");
    }
}

/// The numbers in the box of help, in order.
fn numbers(page: &Page) -> Vec<String> {
    let links = scraper::Selector::parse(".serious a").unwrap();
    page.html()
        .select(&links)
        .filter_map(|link| link.value().attr("href")?.strip_prefix("tel:").map(str::to_owned))
        .collect()
}

#[actix_web::test]
async fn the_right_number_stands_first() {
    let house = House::open().await;
    for (text, age, first) in [
        ("jeg har tatt 20 paracet og er redd", "16_17", ["113", "22591300"]),
        ("pappa slår meg når han drikker", "13_15", ["112", "116111"]),
        ("kjæresten min slår meg", "21_25", ["112", "116006"]),
        ("jeg vil bare dø, orker ikke mer", "13_15", ["113", "116111"]),
        ("jeg vil bare dø, orker ikke mer", "over_25", ["113", "116123"]),
    ] {
        let page = house.visitor().asks_with(&[("question", text), ("age_band", age)]).await.succeeds();
        let numbers = numbers(&page);
        assert!(numbers.starts_with(&first.map(str::to_owned)), "{text}, {age}: {numbers:?}");
        assert_eq!(page.heading(), "Takk for at du spurte");
    }
}

#[actix_web::test]
async fn whoever_is_sent_to_the_poison_line_is_told_that_the_call_is_recorded() {
    let house = House::open().await;
    let page = house.visitor().asks("jeg har tatt 20 paracet og er redd").await;
    assert!(page.text_of(".serious").contains("Samtalen blir tatt opp"), "{}", page.words());
}

#[actix_web::test]
async fn the_page_that_shows_a_name_shows_the_right_number_too() {
    let house = House::open().await;
    let page = house.visitor().asks("Jeg heter Ola Hansen og har tatt 20 paracet").await;
    assert_eq!(page.heading(), "Du trenger ikke vente på svaret vårt");
    assert!(numbers(&page).starts_with(&["113".into(), "22591300".into()]), "{:?}", numbers(&page));
}

#[actix_web::test]
async fn nobody_about_to_die_is_asked_to_edit_the_text() {
    let house = House::open().await;
    let visitor = house.visitor();
    let page = visitor.asks("Jeg heter Ola Hansen. Jeg har bestemt meg for å ta livet mitt i natt.").await;
    assert!(!page.says("Vil du se over dette først?") && page.says("men du må ikke."), "{}", page.words());
    let first = page.text_of("form[action='/spor'] .actions button");
    assert_eq!((first.as_str(), page.attribute("button[value=anyway]", "data-variant")), ("Send spørsmålet", None));
    assert_eq!(page.attribute("button[value=change]", "data-variant").as_deref(), Some("secondary"));
    assert_eq!(page.count(".help"), 0, "the numbers stand above already");
    let page = presses(&visitor, &page, "anyway").await;
    assert_eq!((page.heading().as_str(), page.count(".serious"), page.count(".help")), ("Takk for at du spurte", 1, 0));
}

#[actix_web::test]
async fn a_child_is_shown_the_childrens_number_first_in_plain_words() {
    let house = House::open().await;
    for (text, title) in [
        ("pappa slår meg når han drikker", "Du kan få hjelp nå"),
        ("jeg vil bare dø, orker ikke mer", "Du kan få hjelp nå"),
        ("Hvorfor får jeg ikke sove før prøver?", "Vil du snakke med noen?"),
    ] {
        let page = house.visitor().asks_with(&[("question", text), ("age_band", "under_13")]).await;
        assert_eq!(page.text_of("main h2"), title, "{text}");
        assert_eq!(numbers(&page).first().map(String::as_str), Some("116111"), "{text}");
    }
    let page = house.visitor().asks_with(&[("question", "jeg har tatt 20 paracet"), ("age_band", "under_13")]).await;
    assert_eq!(numbers(&page).first().map(String::as_str), Some("113"), "nothing comes before an ambulance");
}

#[actix_web::test]
async fn an_older_one_who_asks_an_ordinary_thing_is_shown_no_box() {
    let house = House::open().await;
    let page = house.visitor().asks_with(&[("age_band", "13_15")]).await;
    assert_eq!(page.count(".serious"), 0);
}

#[actix_web::test]
async fn the_owners_numbers_are_the_ones_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("help.toml");
    let built_in = spoross::domain::help_service::BUILT_IN;
    let own = built_in.replace("22 59 13 00", "68 05 77 77").replace("22591300", "68057777").replace("116111", "x1");
    std::fs::write(&file, own).unwrap();
    let house = House::open_with(|settings| settings.content.help_services = file).await;
    let page = house.visitor().asks("jeg har tatt 20 paracet og er redd").await;
    assert_eq!(numbers(&page), ["113", "68057777", "112", "116111"]);
}

#[actix_web::test]
async fn the_owners_own_signs_are_used_from_the_folder_they_name() {
    let folder = tempfile::tempdir().unwrap();
    let rules = "id\tcategory\tseverity\tlang\tkind\tregex\texamples\tnote\n\
                 x001\tviolence_abuse\tR1\tnb\tphrase\tblåtåa\tblåtåa\t\n";
    std::fs::write(folder.path().join("acute_terms.tsv"), rules).unwrap();
    let path = folder.path().to_owned();
    let house = House::open_with(|settings| settings.content.lexicon = path).await;
    let page = house.visitor().asks("Hva gjør jeg når han tar blåtåa på meg?").await;
    assert_eq!(numbers(&page).first().map(String::as_str), Some("112"));
    let page = house.visitor().asks("jeg vil bare dø, orker ikke mer").await;
    assert_eq!(numbers(&page), Vec::<String>::new());
}

#[actix_web::test]
async fn the_tick_survives_a_mistake() {
    let house = House::open().await;
    let visitor = house.visitor();
    let mut fields = filled_in(&visitor.opens_the_form().await, &[("topic", "")]);
    fields.push(("danger".into(), "yes".into()));
    let page = visitor.sends_form(&fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.count("#danger[checked]"), 1);
}

#[actix_web::test]
async fn the_warning_speaks_the_askers_language() {
    let house = House::open().await;
    for (prefix, heading) in [("/nn", "Vil du sjå over dette først?"), ("/en", "Would you like to look at this first?")]
    {
        assert_eq!(house.visitor_in(prefix).asks(TEXT).await.heading(), heading);
    }
}
