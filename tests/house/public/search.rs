//! Looking for what others have asked: in one's own words, misspelled or not, and nobody writes down what it was.

use std::fs;
use std::path::Path;

use actix_web::http::StatusCode;
use serde::Deserialize;
use spoross::domain::answer::Wording;
use spoross::domain::audience::{AgeBand, Audience, Gender};
use spoross::domain::publication::{self, New, Publication, Signature};
use spoross::text::language::Language;

use crate::support::files::{contents_below, files_with};
use crate::support::visitor::encode;
use crate::support::{House, Page, log};

#[derive(Deserialize)]
struct PairsFile {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    topic: String,
    title: String,
    question: String,
    answer: String,
    gender: Gender,
    age_band: AgeBand,
    language: Language,
}

fn pair(title: &str, question: &str) -> Pair {
    Pair {
        topic: "cannabis".into(),
        title: title.into(),
        question: question.into(),
        answer: "Hei!".into(),
        gender: Gender::Female,
        age_band: AgeBand::From16To17,
        language: Language::Nb,
    }
}

/// Publishes, and lets search follow.
async fn publishes(house: &House, pairs: Vec<Pair>) -> Vec<Publication> {
    let published = house.with(|conn| {
        pairs
            .into_iter()
            .map(|pair| {
                let wording =
                    Wording { title: pair.title, question: pair.question, answer: pair.answer, ..Wording::default() };
                let new = New {
                    wording,
                    topic: pair.topic,
                    language: pair.language,
                    audience: Audience { gender: pair.gender, age_band: pair.age_band },
                    signature: Signature { name: "Kari".into(), title: "Lege".into(), specialities: String::new() },
                    published_on: "2026-03-01".parse().unwrap(),
                };
                publication::add(conn, &new)
            })
            .collect::<Result<Vec<_>, _>>()
    });
    polls(house).await;
    published
}

async fn polls(house: &House) {
    house.app.search.poll(&house.app.database).await.unwrap();
}

async fn looks_for(house: &House, query: &str) -> Page {
    looks_with(house, &[("q", query)]).await
}

async fn looks_with(house: &House, fields: &[(&str, &str)]) -> Page {
    house.visitor().reads(&address(fields)).await.succeeds()
}

fn address(fields: &[(&str, &str)]) -> String {
    let fields: Vec<_> = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    format!("/sok?{}", encode(&fields))
}

fn first(page: &Page) -> String {
    page.text_of(".found li a")
}

#[actix_web::test]
async fn the_right_pair_comes_first_whatever_the_words_and_the_spelling() {
    let house = House::empty().await;
    let files = fs::read_dir("demo/pairs").unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    publishes(&house, files.flat_map(|text| toml::from_str::<PairsFile>(&text).unwrap().pair).collect()).await;
    for (query, title) in [
        ("emma hvor ofte", "Hvor ofte kan man ta MDMA uten at det er skadelig?"),
        ("promile", "Hva betyr promillen? Fra 0,2 til over 3, forklart"),
        ("kjerestn min røyker stoff", "Kjæresten min røyker stoff. Hva kan jeg gjøre?"),
        ("mora til venninna er full", "Moren til venninna mi var full da jeg sov over"),
        ("hasj kake", "Spiste cannabiskake og trodde jeg skulle dø"),
        ("faar ikke soevn om natta", "Jeg får ikke sove før klokka tre om natta"),
    ] {
        assert_eq!(first(&looks_for(&house, query).await), title, "{query}");
    }
    let page = looks_for(&house, "emma hvor ofte").await;
    assert!(page.count(".found mark") > 0 && page.says("Andre rusmidler · 1. mars 2026"), "{}", page.words());
}

#[actix_web::test]
async fn search_says_honestly_when_it_is_not_ready() {
    let house = House::empty().await;
    let page = looks_for(&house, "søvn").await;
    assert!(page.text_of("#preparing a[href='/sok?q=s%C3%B8vn']") == "Prøv igjen" && !page.says("Vi fant ingen svar"));
    polls(&house).await;
    assert_eq!(looks_for(&house, "søvn").await.count("#preparing"), 0);
}

#[actix_web::test]
async fn what_is_published_is_found_and_what_is_removed_is_gone_on_every_instance() {
    let house = House::empty().await;
    let folder = house.database.folder.path().join("search");
    let (app, elsewhere) = house.another_instance(&folder).await;
    polls(&house).await;
    app.search.poll(&app.database).await.unwrap();
    let pairs = vec![pair("Søvn før eksamen", "Noe om marsipankaker."), pair("Vondt i hodet", "Det dunker.")];
    let published = publishes(&house, pairs).await;
    app.search.poll(&app.database).await.unwrap();
    for page in [looks_for(&house, "sove").await, elsewhere.reads("/sok?q=sove").await] {
        assert_eq!(first(&page), "Søvn før eksamen");
    }
    assert!(is_in_files(&folder, "marsipankaker"));

    house.with(|conn| publication::remove(conn, &published[0].id));
    polls(&house).await;
    app.search.poll(&app.database).await.unwrap();
    for page in [looks_for(&house, "sove").await, elsewhere.reads("/sok?q=sove").await] {
        assert!(page.says("Vi fant ingen svar"), "{}", page.words());
    }
    assert!(!is_in_files(&folder, "marsipankaker"), "a removed pair's words lie in the index's files");
}

#[actix_web::test]
async fn an_index_that_is_damaged_missing_or_older_is_made_anew() {
    let house = House::empty().await;
    publishes(&house, vec![pair("Søvn før eksamen", "Jeg ligger våken.")]).await;
    let folder = house.database.folder.path().join("search");
    for damage in [spoil, |folder: &Path| fs::remove_dir_all(folder).unwrap(), rename] {
        let (app, _) = house.another_instance(&folder).await;
        app.search.poll(&app.database).await.unwrap();
        damage(&folder);
        let (app, visitor) = house.another_instance(&folder).await;
        assert_eq!(visitor.reads("/sok?q=eksamen").await.status, StatusCode::OK);
        app.search.poll(&app.database).await.unwrap();
        assert_eq!(first(&visitor.reads("/sok?q=eksamen").await), "Søvn før eksamen");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "an older index lies about");
    }
}

#[actix_web::test]
async fn an_index_that_breaks_while_it_is_in_use_is_made_anew_with_the_next_change() {
    let house = House::empty().await;
    let folder = house.database.folder.path().join("search");
    let (app, visitor) = house.another_instance(&folder).await;
    app.search.poll(&app.database).await.unwrap();
    for (file, _) in contents_below(&folder) {
        fs::remove_file(file).unwrap();
    }
    publishes(&house, vec![pair("Søvn før eksamen", "Jeg ligger våken.")]).await;
    app.search.poll(&app.database).await.unwrap();
    assert_eq!(first(&visitor.reads("/sok?q=eksamen").await), "Søvn før eksamen");
}

/// Every file of every index holds something else.
fn spoil(folder: &Path) {
    for (file, _) in contents_below(folder) {
        fs::write(file, b"not an index").unwrap();
    }
}

/// As another version of the program would have left it.
fn rename(folder: &Path) {
    let made = fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    fs::rename(&made, folder.join("0-older")).unwrap();
}

fn is_in_files(folder: &Path, word: &str) -> bool {
    !files_with(folder, word.as_bytes()).is_empty()
}

#[actix_web::test]
async fn filters_leave_what_fits_and_say_what_is_there_without_them() {
    let house = House::empty().await;
    let other =
        Pair { topic: "alkohol".into(), gender: Gender::Male, ..pair("Hodepine og øl", "Vondt i hodet av øl.") };
    publishes(&house, vec![pair("Hodepine av hasj", "Vondt i hodet."), other]).await;
    for (name, value, title) in [
        ("topic", "alkohol", "Hodepine og øl"),
        ("gender", "female", "Hodepine av hasj"),
        ("gender", "male", "Hodepine og øl"),
    ] {
        let page = looks_with(&house, &[("q", "hodepine"), (name, value)]).await;
        assert_eq!((page.count(".found li"), first(&page).as_str()), (1, title), "{name}={value}");
        assert_eq!(page.value_of(name), value);
    }
    let page = looks_with(&house, &[("q", "hodepine"), ("age_band", "21_25")]).await;
    assert!(page.says("Uten filtrene: 2 svar") && page.has_link_to("/sok?q=hodepine"), "{}", page.words());
    let page = looks_with(&house, &[("q", "hodepine"), ("age_band", "99"), ("topic", "romfart")]).await;
    assert_eq!(page.count(".found li"), 2);
}

#[actix_web::test]
async fn a_misspelled_word_is_understood_and_its_spelling_offered() {
    let house = House::empty().await;
    publishes(&house, vec![pair("Lungebetennelse og trening", "Kan jeg trene?")]).await;
    let page = looks_for(&house, "lungebetenelse").await;
    assert_eq!(first(&page), "Lungebetennelse og trening");
    assert_eq!(page.text_of("#did-you-mean a"), "lungebetennelse");
    assert_eq!(looks_for(&house, "lungebetennelse").await.count("#did-you-mean"), 0);
}

#[actix_web::test]
async fn nothing_found_is_no_dead_end() {
    let house = House::empty().await;
    publishes(&house, vec![pair("Søvn", "Jeg ligger våken.")]).await;
    let page = looks_for(&house, "romferge").await;
    assert!(page.says("Vi fant ingen svar på det"));
    assert!(page.has_link_to("/spor") && page.has_link_to("/tema/alkohol") && page.has_link_to("tel:116111"));
    let page = house.visitor_in("/en").reads("/sok?q=romferge").await.succeeds();
    assert!(page.says("We found no answers to that") && page.has_link_to("/en/spor"));
}

#[actix_web::test]
async fn anything_at_all_can_be_typed() {
    let house = House::empty().await;
    publishes(&house, vec![pair("Søvn", "Jeg ligger våken.")]).await;
    let long = "søvn ".repeat(2_000);
    for query in ["\"søvn", "+søvn -(title:*)", "søvn AND OR NOT ^2 ~", "søvn😴", "[søvn TO *]", "søvn\\", &long]
    {
        assert_eq!(first(&looks_for(&house, query).await), "Søvn", "{query}");
    }
    for query in ["", "   ", "*", "😴", "<script>alert(1)</script>", "%", "\0"] {
        let page = looks_for(&house, query).await;
        assert_eq!(page.count("script:not([src])"), 0, "{query}");
    }
    for address in ["/sok", "/sok?q=%FF", "/sok?q=s&q=t", "/sok?side=-7&q=x", "/sok?&&="] {
        house.visitor().reads(address).await.succeeds();
    }
    let page = looks_for(&house, &long).await;
    assert!(page.count(".error") == 0 && page.text_of("#q-cut").contains("200"));
    assert!(page.value_of("q").chars().count() <= 200 && page.count("details .actions button") == 1);
}

#[actix_web::test]
async fn many_answers_come_twenty_a_page() {
    let house = House::empty().await;
    publishes(&house, (0..25).map(|number| pair(&format!("Søvn {number}"), "Jeg ligger våken.")).collect()).await;
    let page = looks_for(&house, "søvn").await;
    assert_eq!((page.count(".found li"), page.text_of("#answers").as_str()), (20, "25 svar"));
    let next = page.attribute(".more a", "href").unwrap();
    assert_eq!(house.visitor().reads(&next).await.count(".found li"), 5);
    let page = house.visitor().reads("/sok?q=s%C3%B8vn&side=3").await;
    assert_eq!(page.leads_to(), "/sok?q=s%C3%B8vn", "past the last one is the first one");
}

#[actix_web::test]
async fn self_harm_is_found_in_nynorsk_and_in_plain_words() {
    let house = House::empty().await;
    publishes(
        &house,
        vec![pair("Jeg skader meg selv og vet ikke hvordan jeg skal slutte", "Jeg kutter meg når alt blir for mye.")],
    )
    .await;
    for query in ["sjølvskading", "sjølvskade", "selvskading", "kutting", "skadar meg sjølv"] {
        assert!(first(&looks_for(&house, query).await).starts_with("Jeg skader meg selv"), "{query}");
    }
}

#[actix_web::test]
async fn what_someone_looks_for_is_in_no_log_no_title_and_no_cache() {
    let house = House::empty().await;
    publishes(&house, vec![pair("Søvn", "Jeg ligger våken.")]).await;
    for prefix in ["", "/nn", "/en"] {
        let page = house.visitor_in(prefix).reads("/sok?q=sjiraffkanari+xyzzyord").await.succeeds();
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(!page.text_of("title").contains("sjiraff"), "{}", page.text_of("title"));
    }
    let recorded = log::recorded().to_lowercase();
    assert!(recorded.contains("/sok") && !recorded.contains("sjiraffkanari") && !recorded.contains("xyzzyord"));
}

#[actix_web::test]
async fn search_is_within_reach_of_every_page() {
    let house = House::empty().await;
    let front = house.visitor_in("/nn").reads("/").await;
    assert_eq!(front.attribute("form[role=search]", "action").unwrap(), "/nn/sok");
    for path in ["/", "/spor", "/tema/alkohol", "/sok"] {
        assert!(house.visitor().reads(path).await.has_link_to("/sok"), "{path}");
    }
}

#[actix_web::test]
async fn an_owners_new_list_counts_without_a_restart() {
    let lists = tempfile::tempdir().unwrap();
    let file = lists.path().join("everyday.txt");
    fs::write(&file, "katt, pus\n").unwrap();
    let folder = lists.path().to_owned();
    let house = House::open_with(|settings| settings.content.lexicon = folder).await;
    publishes(&house, vec![pair("Søvn", "Jeg ligger våken.")]).await;
    assert!(looks_for(&house, "snorkesvin").await.says("Vi fant ingen svar"));
    for (text, is_found) in [("søvn, snorkesvin\nkatt, pus\n", true), ("one term alone stands here\n", true)] {
        fs::write(&file, text).unwrap();
        polls(&house).await;
        assert_eq!(first(&looks_for(&house, "snorkesvin").await) == "Søvn", is_found, "{text}");
    }
}
