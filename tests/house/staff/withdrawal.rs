//! A pair that is taken away: gone from everywhere at once, its address says why, and two people can bring it back.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::{audit, old_path, publication_topic as topic, withdrawal as table};
use spoross::domain::publication::changes::{self, Kind};
use spoross::domain::publication::import::{self, Incoming, OldPath, Taken};
use spoross::domain::publication::{New, walk};
use spoross::domain::staff::Role;

use crate::public::read::publishes;
use crate::staff::version::{brings_out, in_english};
use crate::support::person::Person;
use crate::support::{House, Page};

const PAIR: &str = "/panel/publications/sovn";
const SECRET_WORDS: &str = "Zebrafinken sang i Lillevik";

pub async fn withdraws(person: &Person, slug: &str, reason: &str, words: &str) -> Page {
    let erase = if reason == "identifies" { "yes" } else { "" };
    let fields = [("reason", reason), ("words", words), ("successor", ""), ("erase", erase)];
    person.presses(&format!("/panel/publications/{slug}/withdrawal"), &fields).await
}

async fn search(house: &House, query: &str) -> Page {
    house.app.search.poll(&house.app.database).await.unwrap();
    house.visitor().reads(&format!("/sok?q={query}")).await.succeeds()
}

#[actix_web::test]
async fn a_withdrawn_pair_is_gone_from_everywhere_at_once() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", &format!("{SECRET_WORDS}."));
    publishes(&house, "Angst", "Se også [søvn](/sporsmal/sovn).");
    brings_out((&kari, &ola), &pair, "en", &in_english()).await;
    let everywhere = [
        "/",
        "/tema/rus-og-avhengighet",
        "/atom.xml",
        "/tema/rus-og-avhengighet/atom.xml",
        "/sitemap-1.xml",
        "/api/v1/publications",
        "/sporsmal/angst",
    ];
    let shows = |page: &Page| page.body.contains("sporsmal/sovn\"") || page.body.contains("sporsmal/sovn<");
    for path in everywhere {
        assert!(shows(&house.visitor().reads(path).await.succeeds()), "{path} before");
    }
    assert!(search(&house, "zebrafinken").await.has_link_to("/sporsmal/sovn"));

    withdraws(&ola, "sovn", "wrong", "").await.succeeds();
    for path in everywhere.iter().filter(|path| **path != "/sporsmal/angst") {
        assert!(!shows(&house.visitor().reads(path).await.succeeds()), "{path} after");
    }
    assert_eq!(house.visitor().reads("/sporsmal/angst").await.count(".beside a[href='/sporsmal/sovn']"), 0);
    assert!(!search(&house, "zebrafinken").await.has_link_to("/sporsmal/sovn"));
    for path in ["/sporsmal/sovn", "/sporsmal/sovn.jsonld", "/sporsmal/sovn/klarsprak", "/api/v1/publications/sovn"] {
        for prefix in ["", "/en"] {
            let page = house.visitor().reads(&format!("{prefix}{path}")).await;
            if prefix.is_empty() || !path.starts_with("/api") && !path.ends_with("jsonld") {
                assert_eq!(page.status, StatusCode::GONE, "{prefix}{path}");
                assert!(!page.body.contains(SECRET_WORDS));
            }
        }
    }
    let exported = house.with(|conn| walk::list_after(conn, "", 10));
    assert_eq!(exported.iter().map(|one| one.publication.slug.as_str()).collect::<Vec<_>>(), ["angst"]);
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn whoever_follows_an_old_link_is_told_why_and_where_to_go() {
    let house = House::open().await;
    let ola = house.clinician("Ola").await;
    publishes(&house, "Søvn", "Hei!");
    publishes(&house, "Bedre søvn", "Hei!");
    let path = format!("{PAIR}/withdrawal");
    let fields = [("reason", "replaced"), ("words", "Loven ble endret.\n\nLes det nye."), ("successor", "bedre-sovn")];
    ola.presses(&path, &fields).await.succeeds();
    let page = house.visitor().reads("/sporsmal/sovn").await;
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::GONE, "Dette svaret er trukket tilbake"));
    for words in ["10. mars 2026", "Et annet svar sier det bedre.", "Loven ble endret.", "Les det nye."] {
        assert!(page.says(words), "{words}: {}", page.words());
    }
    assert_eq!(page.count(".note"), 0, "an asker's paper is for an asker's words");
    for link in ["/sporsmal/bedre-sovn", "/tema/rus-og-avhengighet", "/spor?tema=rus-og-avhengighet", "tel:116111"] {
        assert!(page.has_link_to(link), "{link}");
    }
    assert_eq!((page.header("set-cookie"), page.header("cache-control")), ("", "no-store"));
    let english = house.visitor_in("/en").reads("/sporsmal/sovn").await;
    assert!(english.says("This answer has been withdrawn") && english.says("Loven ble endret."));
    withdraws(&ola, "bedre-sovn", "outdated", "").await.succeeds();
    assert!(!house.visitor().reads("/sporsmal/sovn").await.has_link_to("/sporsmal/bedre-sovn"), "it is gone itself");
}

#[actix_web::test]
async fn a_reason_must_be_chosen_and_what_was_typed_comes_back() {
    let house = House::open().await;
    let ola = house.clinician("Ola").await;
    publishes(&house, "Søvn", "Hei!");
    let path = format!("{PAIR}/withdrawal");
    let long = "x".repeat(100_000);
    for (fields, field, said) in [
        ([("reason", ""), ("words", "Fordi"), ("successor", "")], "reason", "Choose a reason."),
        ([("reason", "other"), ("words", ""), ("successor", "")], "words", "Write why, so that readers know."),
        ([("reason", "wrong"), ("words", long.as_str()), ("successor", "")], "words", "at most 1000 characters"),
        ([("reason", "wrong"), ("words", "Fordi"), ("successor", "sovn")], "successor", "We find no answer"),
        ([("reason", "wrong"), ("words", "Fordi"), ("successor", "ingen")], "successor", "We find no answer"),
    ] {
        let page = ola.presses(&path, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(page.error_at(field).contains(said), "{field}: {}", page.error_at(field));
        assert!(page.text_of("#words").trim() == fields[1].1 && page.value_of("successor") == fields[2].1);
    }
    house.visitor().reads("/sporsmal/sovn").await.succeeds();
}

#[actix_web::test]
async fn what_is_erased_for_good_is_erased_by_one_who_said_that_they_know() {
    let house = House::open().await;
    let ola = house.clinician("Ola").await;
    publishes(&house, "Søvn", "Hei!");
    let path = format!("{PAIR}/withdrawal");
    let form = ola.reads(&path).await.succeeds().html();
    let last = form.select(&scraper::Selector::parse("[name=reason]").unwrap()).next_back().unwrap().value().id();
    assert_eq!(last, Some("reason-identifies"));
    let fields = [("reason", "identifies"), ("words", "Fordi"), ("successor", "/sporsmal/angst")];
    let page = ola.presses(&path, &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.error_at("erase"), "Tick that the text is deleted for good, or choose another reason.");
    assert_eq!(page.text_of("#words").trim(), "Fordi");
    assert_eq!(page.value_of("successor"), "/sporsmal/angst");
    assert_eq!(page.count("#reason-identifies[checked]"), 1);
    house.visitor().reads("/sporsmal/sovn").await.succeeds();
    let fields = [("reason", "identifies"), ("words", "Fordi"), ("successor", ""), ("erase", "yes")];
    ola.presses(&path, &fields).await.succeeds();
    let told = ola.reads(&path).await.text_of("#told");
    assert!(told.starts_with("Readers see:") && told.ends_with("Fordi"), "{told}");
}

#[actix_web::test]
async fn only_an_editor_or_a_reviewer_takes_a_pair_away() {
    let house = House::open().await;
    publishes(&house, "Søvn", "Hei!");
    let nina = house.member("Nina", &[Role::Clinician, Role::Manager]).await;
    assert_eq!(withdraws(&nina, "sovn", "wrong", "").await.status, StatusCode::FORBIDDEN);
    assert_eq!(nina.reads(&format!("{PAIR}/withdrawal")).await.succeeds().count("main form"), 0);
    house.visitor().reads("/sporsmal/sovn").await.succeeds();
    let ola = house.member("Ola", &[Role::Editor]).await;
    withdraws(&ola, "sovn", "wrong", "").await.succeeds();
}

#[actix_web::test]
async fn two_who_take_it_away_at_once_do_it_once_and_the_first_words_stand() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", "Hei!");
    withdraws(&kari, "sovn", "wrong", "Først.").await.succeeds();
    let second = withdraws(&ola, "sovn", "outdated", "Sist.").await;
    assert_eq!((second.status, second.leads_to()), (StatusCode::SEE_OTHER, "/panel/publications/sovn/withdrawal"));
    assert!(house.visitor().reads("/sporsmal/sovn").await.says("Først."));
    let acts: i64 =
        house.with(|conn| Ok(audit::table.filter(audit::act.eq("publication.withdraw")).count().get_result(conn)?));
    assert_eq!(acts, 1);
}

#[actix_web::test]
async fn it_takes_two_to_bring_it_back_and_it_comes_back_as_it_was() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let pair = publishes(&house, "Søvn", "Hei!");
    brings_out((&kari, &ola), &pair, "en", &in_english()).await;
    withdraws(&ola, "sovn", "wrong", "").await.succeeds();
    assert_eq!(ola.reads(PAIR).await.leads_to(), "/panel/publications/sovn/withdrawal");
    let early = kari.presses(&format!("{PAIR}/return"), &[]).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "nobody has asked");
    kari.presses(&format!("{PAIR}/return-wish"), &[]).await.succeeds();
    let own = kari.presses(&format!("{PAIR}/return"), &[]).await;
    assert_eq!(own.status, StatusCode::CONFLICT);
    assert!(own.says("It takes two.") && own.says("Andre avsnitt."), "{}", own.words());
    assert_eq!(house.visitor().reads("/sporsmal/sovn").await.status, StatusCode::GONE);
    assert!(ola.reads("/panel/withdrawals").await.text_of_row("Søvn").contains("Someone wants it back"));

    ola.presses(&format!("{PAIR}/return"), &[]).await.succeeds();
    let page = house.visitor().reads("/sporsmal/sovn").await.succeeds();
    assert_eq!(
        (page.heading().as_str(), page.text_of("#answer-date")),
        ("Søvn", "Svar fra Spør oss, 1. mars 2026".into())
    );
    let change = house.with(|conn| changes::list_after(conn, 0, 20)).pop().unwrap();
    assert_eq!((change.publication_id, change.kind), (pair.id, Kind::Added));
    assert_eq!(house.visitor_in("/en").reads("/sporsmal/sovn").await.heading(), "Søvn", "its version waits");
    assert!(ola.reads(&format!("{PAIR}/versions")).await.text_of_row("English").contains("Draft"));
    let again = ola.presses(&format!("{PAIR}/return"), &[]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn what_could_give_someone_away_is_erased_and_cannot_come_back() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Søvn", &format!("{SECRET_WORDS}."));
    withdraws(&ola, "sovn", "identifies", "").await.succeeds();
    let kept: Option<String> = house.with(|conn| Ok(table::table.select(table::kept).first(conn)?));
    assert_eq!(kept, None);
    let page = kari.reads(&format!("{PAIR}/withdrawal")).await.succeeds();
    assert!(page.says("cannot come back") && !page.body.contains(SECRET_WORDS), "{}", page.words());
    assert_eq!(kari.presses(&format!("{PAIR}/return-wish"), &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(kari.presses(&format!("{PAIR}/return"), &[]).await.status, StatusCode::CONFLICT);
}

#[actix_web::test]
async fn an_import_does_not_bring_it_back_its_old_address_leads_to_the_notice_and_its_address_stays_its_own() {
    let house = House::open().await;
    let ola = house.clinician("Ola").await;
    let template = publishes(&house, "Angst", "Hei!");
    let incoming = |old_path: Option<&str>, question: &str| Incoming {
        new: New {
            wording: spoross::domain::answer::Wording {
                title: "Søvn".into(),
                question: question.into(),
                answer: "Hei!".into(),
                ..Default::default()
            },
            topic: template.topic.clone(),
            language: template.language,
            audience: template.audience,
            signature: template.signature.clone(),
            published_on: template.published_on,
        },
        updated_on: None,
        slug: None,
        old_path: old_path.and_then(OldPath::parse),
        choice: None,
        related: Vec::new(),
        former: Vec::new(),
        checked_on: None,
        recheck_on: None,
        versions: Vec::new(),
    };
    house.with(|conn| import::take_in(conn, &incoming(Some("/gammel/sovn"), "Hvorfor?")));
    withdraws(&ola, "sovn", "wrong", "").await.succeeds();
    let old = house.visitor().reads("/gammel/sovn").await;
    assert_eq!((old.status, old.leads_to()), (StatusCode::MOVED_PERMANENTLY, "/sporsmal/sovn"));
    for again in [incoming(None, "Hvorfor?"), incoming(Some("/gammel/sovn"), "Hvordan da?")] {
        assert_eq!(house.with(|conn| import::take_in(conn, &again)), Taken::Withdrawn("sovn".into()));
        assert_eq!(house.with(|conn| import::find_slug(conn, &again)), Some("sovn".into()));
    }
    let another = house.with(|conn| import::take_in(conn, &incoming(None, "Hvordan da?")));
    assert_eq!(another, Taken::Added("sovn-2".into()), "nobody meets something else at the old address");
}

#[actix_web::test]
async fn what_stood_around_it_comes_back_with_it() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let nina = house.member("Nina", &[Role::Editor]).await;
    publishes(&house, "Søvn", "Hei!");
    publishes(&house, "Angst", "Hei!");
    publishes(&house, "Snus", "Hei!");
    for (slug, related) in [("sovn", "/sporsmal/angst"), ("snus", "/sporsmal/sovn"), ("angst", "/sporsmal/snus")] {
        let path = format!("/panel/publications/{slug}/related");
        nina.presses(&path, &[("related-1", related)]).await.succeeds();
    }
    nina.presses(&format!("{PAIR}/choice"), &[("place", "1")]).await.succeeds();
    for verdict in ["yes", "no", "no", "no", "no", "no"] {
        house.visitor().sends_to("/sporsmal/sovn/tilbakemelding", &[("svar", verdict)]).await.succeeds();
    }
    house.with(|conn| {
        let pair = spoross::domain::publication::find_by_slug(conn, "sovn")?;
        let row = (topic::publication_id.eq(pair.id.as_str()), topic::topic.eq("alkohol"), topic::place.eq(0));
        diesel::insert_into(topic::table).values(row).execute(conn)?;
        let of_import = OldPath::parse("/gammel/sovn").unwrap();
        let row = (old_path::path.eq(of_import.as_str()), old_path::publication_id.eq(pair.id.as_str()));
        diesel::insert_into(old_path::table).values(row).execute(conn)?;
        Ok(())
    });
    let seen = kari.reads(PAIR).await.value_of("original");
    kari.presses(&format!("{PAIR}/check"), &[("original", &seen)]).await.succeeds();
    kari.presses(&format!("{PAIR}/recheck"), &[("recheck_on", "2026-12-01")]).await.succeeds();
    let before = (nina.reads(PAIR).await.words(), kari.reads("/panel/feedback").await.words());
    let public = house.visitor().reads("/sporsmal/sovn").await.words();
    let other = nina.reads("/panel/publications/snus").await.words();

    withdraws(&ola, "sovn", "wrong", "").await.succeeds();
    assert_ne!(nina.reads("/panel/publications/snus").await.words(), other);
    kari.presses(&format!("{PAIR}/return-wish"), &[]).await.succeeds();
    ola.presses(&format!("{PAIR}/return"), &[]).await.succeeds();
    assert_eq!((nina.reads(PAIR).await.words(), kari.reads("/panel/feedback").await.words()), before);
    assert_eq!(nina.reads("/panel/publications/snus").await.words(), other);
    assert_eq!(house.visitor().reads("/sporsmal/sovn").await.words(), public);
    assert!(public.contains("Sist sett over") && public.contains("Alkohol"), "{public}");
    assert_eq!(house.visitor().reads("/gammel/sovn").await.leads_to(), "/sporsmal/sovn");
}
