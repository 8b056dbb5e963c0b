//! The privacy page: it is everywhere, it knows no more than the settings, and it changes with them.

use spoross::database::inventory::TABLES;
use spoross::settings::Settings;

use crate::support::House;
use crate::support::page::Page;

async fn page_of(change: impl FnOnce(&mut Settings)) -> Page {
    House::open_with(change).await.visitor().reads("/personvern").await.succeeds()
}

#[actix_web::test]
async fn every_page_leads_there_in_its_own_language() {
    let house = House::open().await;
    for (prefix, heading) in
        [("", "Hva vi vet om deg"), ("/nn", "Kva vi veit om deg"), ("/en", "What we know about you")]
    {
        let reader = house.visitor_in(prefix);
        assert!(reader.reads("/kode").await.has_link_to(&format!("{prefix}/personvern")));
        let page = reader.reads("/personvern").await.succeeds();
        assert_eq!(page.heading(), heading);
        assert_eq!(page.header("cache-control"), "public, max-age=60");
        assert!(page.has_link_to("tel:113") && page.has_link_to(&format!("{prefix}/kode")));
    }
}

#[actix_web::test]
async fn every_column_the_database_has_stands_there() {
    let page = page_of(|_| {}).await;
    let words: Vec<String> =
        page.words().split_whitespace().map(|word| word.trim_matches([',', '.']).to_owned()).collect();
    for table in TABLES {
        assert!(words.iter().any(|word| word == table.name), "{}", table.name);
        for (name, _) in table.columns {
            assert!(words.iter().any(|word| word == name), "{}.{name}", table.name);
        }
    }
    for said_once in ["tilfeldige tall og nøkler", "aldri klokkeslettet"] {
        assert!(page.words().split_once("Hvor lenge").unwrap().0.contains(said_once), "{said_once}");
    }
    for row in page.html().select(&scraper::Selector::parse("table.kept tbody tr").unwrap()) {
        let row = row.text().collect::<String>();
        assert!(row.starts_with("\n      Koden du får") || !row.contains("tilfeldige tall"), "{row}");
    }
    for shelf in ["Svaret mens vi skriver det", "Svaret som er lagt ut", "Koden du får"] {
        let html = page.html();
        let names = scraper::Selector::parse("table.kept [role=rowheader]").unwrap();
        let told = html.select(&names).filter(|name| name.text().collect::<String>() == shelf).count();
        assert_eq!(told, 1, "{shelf}");
    }
    let rows = page.words().contains("det du skrev, kjønn, alder, sted og språk");
    assert!(rows && page.count("table.kept tbody tr") > 5);
}

#[actix_web::test]
async fn every_number_of_days_comes_from_the_settings() {
    let page = page_of(|settings| {
        settings.retention.answered_days = 7;
        settings.retention.declined_days = 1;
        settings.retention.receipt_days = 91;
        settings.question.wait_for_reply_days = 5;
        settings.staff.session_idle_minutes = 13;
        settings.staff.session_hours = 1;
        settings.staff.invitation_hours = 49;
    })
    .await;
    for text in [
        "blir slettet 7 dager etter",
        "Til 7 dager etter svaret. Svarer vi ikke, til én dag etter",
        "til 91 dager etter",
        "venter vi 5 dager",
        "13 minutter uten bruk og senest etter én time",
        "virker i 49 timer",
    ] {
        assert!(page.says(text), "«{text}» in {}", page.words());
    }
    assert!(!page.says("30 dager"));
}

/// What is set, what the page says then, and what it must not say any more.
#[actix_web::test]
async fn the_page_changes_with_what_is_true() {
    type Change = fn(&mut Settings);
    let changes: [(Change, &str, &str); 10] = [
        (
            |it| it.retention.archive_folder = "/archive".into(),
            "lagt i et arkiv",
            "Svaret blir stående for alle uten arkiv",
        ),
        (|it| it.log.level = "debug".into(), "mer enn den pleier", "bruker sidene sine"),
        (|it| it.log.level = "warn".into(), "skriver bare når noe går galt", "bruker sidene sine"),
        (|it| it.web.client_address_header = "x-real-ip".into(), "i én linje (x-real-ip)", "koblet rett til oss"),
        (|it| it.mail.url = "smtps://mail.example.org".into(), "kan be om en e-post", "sender ingen e-post"),
        (|it| it.web.public_url = "https://spor.example.org".into(), "at du var på spor.example.org", "ikke kryptert"),
        (|it| it.web.onion_url = "http://spoross.onion".into(), "http://spoross.onion", "Tor uten adresse"),
        (
            |it| it.backup.folder = "/backup".into(),
            "slettet når de er 14 dager gamle",
            "Det kan finnes sikkerhetskopier",
        ),
        (|it| it.site.owner = "Prøve kommune".into(), "Prøve kommune har ansvaret", "ikke fylt ut"),
        (|it| it.site.contact = "pvo@example.org".into(), "skriv til pvo@example.org", "Uten noen å skrive til"),
    ];
    let usual = page_of(|_| {}).await;
    for (change, then, otherwise) in changes {
        let page = page_of(change).await;
        assert!(page.says(then) && !page.says(otherwise), "«{then}» in {}", page.words());
        assert!(!usual.says(then), "«{then}» is said without reason");
    }
    for otherwise in
        ["bruker sidene sine", "koblet rett til oss", "sender ingen e-post", "ikke kryptert", "ikke fylt ut"]
    {
        assert!(usual.says(otherwise), "«{otherwise}»");
    }
}

#[actix_web::test]
async fn the_kind_of_database_is_named() {
    let house = House::open().await;
    let page = house.visitor().reads("/personvern").await;
    assert_eq!(page.says("(PostgreSQL)"), house.database.is_postgres());
    assert_eq!(page.says("(SQLite)"), !house.database.is_postgres());
}

#[actix_web::test]
async fn complaints_and_the_source_lead_where_the_settings_say() {
    let page = page_of(|settings| {
        settings.site.complaint_url = "https://klage.example.org/".into();
        settings.site.source_url = "https://kode.example.org/".into();
        settings.site.contact = "pvo@example.org".into();
    })
    .await;
    for address in ["https://klage.example.org/", "https://kode.example.org/", "mailto:pvo@example.org"] {
        assert!(page.has_link_to(address), "{address}");
    }
    assert!(page_of(|_| {}).await.has_link_to("https://www.datatilsynet.no/"));
}
