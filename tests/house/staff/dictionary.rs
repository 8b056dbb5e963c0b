//! The dictionary's words: only what a clinician passed, as it was when they passed it, is for readers.

use std::fs;

use actix_web::http::StatusCode;

use crate::support::House;
use crate::support::person::Person;

/// The value of a word's box.
async fn box_of(person: &Person, entry: &str, word: &str) -> String {
    let page = person.reads(&format!("/panel/dictionary/{entry}")).await.succeeds();
    let id = page.html().select(&scraper::Selector::parse("label").unwrap()).find_map(|label| {
        (label.text().collect::<String>() == word).then(|| label.value().attr("for").unwrap().to_owned())
    });
    page.attribute(&format!("#{}", id.unwrap()), "value").unwrap()
}

pub async fn says_of(person: &Person, entry: &str, words: &[&str], verdict: &str) {
    let mut fields = vec![("do", verdict.to_owned())];
    for word in words {
        fields.push(("row", box_of(person, entry, word).await));
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    person.presses(&format!("/panel/dictionary/{entry}"), &fields).await.succeeds();
}

#[actix_web::test]
async fn only_words_a_clinician_passed_are_for_readers() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let visitor = house.visitor();
    assert!(visitor.reads("/ordbok").await.succeeds().says("Ingen ord er klare ennå."));
    assert_eq!(visitor.reads("/ordbok/heroin").await.status, StatusCode::NOT_FOUND);
    assert!(kari.reads("/panel/dictionary/heroin").await.text_of_row("horse").contains("assumed Waiting"));
    says_of(&kari, "heroin", &["horse", "heroin"], "passed").await;
    let page = visitor.reads("/ordbok/heroin").await.succeeds();
    assert_eq!((page.heading(), page.text_of(".word-list")), ("Heroin".into(), "horse".into()));
    assert!(!page.says("hest") && page.has_link_to("/sok?q=Heroin") && page.has_link_to("tel:113"));
    assert!(page.says("Spørsmål og svar om heroin"), "{}", page.words());
    assert!(visitor.reads("/ordbok").await.has_link_to("/ordbok/heroin"));
    let row = kari.reads("/panel/dictionary/heroin").await.text_of_row("horse");
    assert!(row.contains("Passed Kari Prøvesen, 10 March 2026"), "{row}");
}

#[actix_web::test]
async fn the_list_begins_with_what_waits_most_and_tells_no_zeros() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let lines = async || {
        let page = kari.reads("/panel/dictionary").await.succeeds();
        let lines = scraper::Selector::parse(".lines li").unwrap();
        page.html().select(&lines).map(|line| line.text().collect::<String>()).collect::<Vec<_>>()
    };
    let waiting = |line: &String| -> usize {
        line.split(' ')
            .zip(line.split(' ').skip(1))
            .find_map(|(count, word)| word.starts_with("waiting").then(|| count.parse().unwrap()))
            .unwrap_or_default()
    };
    let before = lines().await;
    assert!(before.len() > 3 && before.iter().map(waiting).is_sorted_by(|one, other| one >= other), "{before:?}");
    says_of(&kari, "heroin", &["horse", "heroin"], "passed").await;
    let after = lines().await;
    let heroin = after.iter().find(|line| line.starts_with("Heroin")).unwrap();
    assert!(heroin.ends_with("waiting · 2 passed") && !heroin.contains(" 0 "), "{heroin}");
}

#[actix_web::test]
async fn a_word_taken_back_is_gone_and_it_is_known_by_whom() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    says_of(&kari, "heroin", &["horse", "hest"], "passed").await;
    says_of(&ola, "heroin", &["horse"], "taken_back").await;
    let page = house.visitor().reads("/ordbok/heroin").await.succeeds();
    assert_eq!(page.text_of(".word-list"), "hest");
    assert!(kari.reads("/panel/dictionary/heroin").await.text_of_row("horse").contains("Taken back Ola Prøvesen"));
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn what_nobody_ticked_and_what_is_no_row_is_not_passed() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let foreign = box_of(&kari, "kokain", "koks").await;
    for fields in [vec![("do", "passed")], vec![("do", "passed"), ("row", foreign.as_str())], vec![("row", "x")]] {
        let page = kari.presses("/panel/dictionary/heroin", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(house.visitor().reads("/ordbok").await.says("Ingen ord er klare ennå."));
}

#[actix_web::test]
async fn a_row_that_is_changed_waits_anew() {
    let lexicon = tempfile::tempdir().unwrap();
    let file = lexicon.path().join("synonyms.tsv");
    let rows = "group\tcanonical\tterm\tkind\tambiguous\tnote\tbasis\n\
        heroin\theroin\theroin\tformal\tno\t\tseen\nheroin\theroin\thest\tslang\tyes\thorse\treview\n";
    fs::write(&file, rows).unwrap();
    let folder = lexicon.path().to_owned();
    let house = House::open_with(move |settings| settings.content.lexicon = folder).await;
    let kari = house.clinician("Kari").await;
    says_of(&kari, "heroin", &["hest", "heroin"], "passed").await;
    assert!(house.visitor().reads("/ordbok/heroin").await.succeeds().says("hest"));
    fs::write(&file, rows.replace("\thorse\t", "\tan animal, and a whole herd\t")).unwrap();
    house.app.search.poll(&house.app.database).await.unwrap();
    assert!(!house.visitor().reads("/ordbok/heroin").await.succeeds().says("hest"));
    assert!(kari.reads("/panel/dictionary/heroin").await.text_of_row("hest").contains("Waiting"));
}

#[actix_web::test]
async fn an_owner_with_other_topics_has_a_dictionary_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("topics.toml");
    let text = "{ nb = \"a\", nn = \"a\", en = \"a\" }";
    fs::write(&file, format!("[[topic]]\nslug = \"rus\"\ngroup = \"rus\"\nname = {text}\nintro = {text}\n")).unwrap();
    let house = House::open_with(move |settings| settings.content.topics = file).await;
    says_of(&house.clinician("Kari").await, "heroin", &["horse"], "passed").await;
    let page = house.visitor().reads("/ordbok/heroin").await.succeeds();
    assert!(page.says("horse") && page.links_below("/tema/").is_empty());
}
