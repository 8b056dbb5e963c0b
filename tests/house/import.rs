//! Pairs that move: from a file, from another site, from one database to the other.

mod placed;
mod taken_over;
mod whole;

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use diesel::prelude::*;
use spoross::database::schema::publication;
use tempfile::TempDir;

use crate::support::House;
use crate::support::database::TestDatabase;
use crate::support::program::{said, spoross};

/// A house and someone at its terminal.
struct Desk {
    house: House,
    folder: TempDir,
}

impl Desk {
    async fn open() -> Self {
        Self::on(TestDatabase::new()).await
    }

    async fn on(database: TestDatabase) -> Self {
        let desk = Self { house: House::empty_on(database, |_| {}).await, folder: TempDir::new().unwrap() };
        let migrated = desk.types(&["migrate"]);
        assert!(migrated.status.success(), "{}", said(&migrated));
        desk
    }

    fn types(&self, arguments: &[&str]) -> Output {
        let mut command = spoross(arguments, &self.folder.path().join("data"));
        command.env("SPOROSS__DATABASE__URL", self.house.database.address()).output().unwrap()
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn imports(&self, name: &str, text: &str, more: &[&str]) -> Output {
        let path = self.file(name, text);
        self.types(&[&["import", path.to_str().unwrap()], more].concat())
    }

    fn exports(&self, format: &str) -> Vec<u8> {
        let output = self.types(&["export", "--format", format]);
        assert!(output.status.success(), "{}", said(&output));
        output.stdout
    }

    fn count(&self) -> i64 {
        self.house.with(|conn| Ok(publication::table.count().get_result(conn)?))
    }
}

fn line(title: &str, more: &str) -> String {
    format!(
        "{{\"title\":\"{title}\",\"question\":\"Hva er {title}?\",\"answer\":\"Hei!\",\"topic\":\"alkohol\"{more}}}\n"
    )
}

#[actix_web::test]
async fn a_question_that_may_give_someone_away_is_named_without_its_words() {
    let desk = Desk::open().await;
    let naming = line("En", "").replace("Hva er En?", "Jeg heter Ola Hansen og har nummer 412 34 567. Hva er det?");
    for more in [&["--dry-run"][..], &[]] {
        let output = desk.imports("pairs.jsonl", &[naming.clone(), line("To", "")].concat(), more);
        assert!(output.status.success());
        let words = said(&output);
        assert!(words.contains("line 1: look at it, its question may give someone away: phone, person"), "{words}");
        assert!(words.contains("1 of them may give someone away"), "{words}");
        assert!(!words.contains("Hansen") && !words.contains("412"), "{words}");
    }
    assert_eq!(desk.count(), 2);
}

#[actix_web::test]
async fn nobody_here_has_approved_what_was_imported() {
    let desk = Desk::open().await;
    let signed = line("En", ",\"signature\":\"Kari Demosen\\nLege\"");
    assert!(desk.imports("pairs.jsonl", &signed, &[]).status.success());
    let page = desk.house.visitor().reads("/sporsmal/en").await.succeeds();
    assert!(page.says("Kari Demosen") && !page.says("En kollega har lest"), "{}", page.words());
}

#[actix_web::test]
async fn a_wrong_line_is_named_and_the_others_come_in() {
    let desk = Desk::open().await;
    let lines =
        [line("En", ""), "{\"title\":\n".into(), line("To", ",\"gender\":\"jente\""), line("Tre", ""), line("En", "")];
    let output = desk.imports("pairs.jsonl", &lines.concat(), &[]);
    assert_eq!(output.status.code(), Some(1));
    let words = said(&output);
    for part in [
        "line 2: wrong: this is no pair in JSON",
        "line 3: wrong: gender \"jente\" is unknown",
        "2 added, 1 already there, 0 skipped, 2 wrong.",
    ] {
        assert!(words.contains(part), "«{part}» is missing in: {words}");
    }
    assert!(!words.contains("line 1") && !words.contains('\r'), "{words}");
    assert_eq!(desk.count(), 2);
    let page = desk.house.visitor().reads("/sporsmal/tre").await.succeeds();
    assert!(page.says("Hva er Tre?") && !page.says("En kollega har lest"));
}

#[actix_web::test]
async fn a_rehearsal_says_every_line_and_writes_nothing() {
    let desk = Desk::open().await;
    desk.imports("first.jsonl", &line("En", ""), &[]);
    let lines = [line("En", ""), line("To", ""), line("To", ""), line("", "")].concat();
    let output = desk.imports("pairs.jsonl", &lines, &["--dry-run"]);
    let words = said(&output);
    for part in [
        "line 1: already there: en",
        "line 2: ok",
        "line 3: already there: further up in this file",
        "line 4: wrong: title is empty",
        "1 would be added, 2 already there, 0 skipped, 1 wrong.",
    ] {
        assert!(words.contains(part), "«{part}» is missing in: {words}");
    }
    assert_eq!((desk.count(), output.status.code()), (1, Some(1)));
}

#[actix_web::test]
async fn an_import_that_broke_off_goes_on_where_it_was() {
    let desk = Desk::open().await;
    let lines: Vec<String> = (0..700).map(|number| line(&format!("Nummer {number}"), "")).collect();
    assert!(said(&desk.imports("half.jsonl", &lines[..350].concat(), &[])).contains("350 added"));
    let output = desk.imports("all.jsonl", &lines.concat(), &[]);
    assert!(output.status.success() && said(&output).contains("350 added, 350 already there"), "{}", said(&output));
    assert_eq!(desk.count(), 700);
}

#[actix_web::test]
async fn a_pair_that_was_edited_here_is_still_recognised() {
    let desk = Desk::open().await;
    let lines = line("En", ",\"old_path\":\"/spor/en\"") + &line("To", "");
    desk.imports("pairs.jsonl", &lines, &[]);
    desk.house.with(|conn| {
        diesel::update(publication::table).set(publication::question.eq("Rettet")).execute(conn)?;
        Ok(())
    });
    assert!(said(&desk.imports("again.jsonl", &lines, &[])).contains("0 added, 2 already there"));
    let reworded = line("Helt andre ord", ",\"old_path\":\"https://gammel.example.org/spor/en/\"");
    assert!(said(&desk.imports("third.jsonl", &reworded, &[])).contains("0 added, 1 already there"));
}

#[actix_web::test]
async fn an_old_link_leads_to_the_pair_for_good() {
    let desk = Desk::open().await;
    let old = line("En", ",\"old_path\":\"https://gammel.example.org/Sp%C3%B8r/en/\"");
    let ours = line("To", ",\"old_path\":\"/personvern\"");
    desk.imports("pairs.jsonl", &(old + &ours), &[]);
    let reader = desk.house.visitor();
    for path in ["/Sp%C3%B8r/en", "/Sp%C3%B8r/en/", "/Sp%c3%b8r/%65n?utm=1"] {
        let page = reader.reads(path).await;
        assert_eq!((page.status, page.leads_to()), (StatusCode::MOVED_PERMANENTLY, "/sporsmal/en"), "{path}");
        assert!(page.succeeds().header("set-cookie").is_empty());
    }
    let head = reader.sends(TestRequest::default().method(Method::HEAD).uri("/Sp%C3%B8r/en")).await;
    assert_eq!(head.status, StatusCode::MOVED_PERMANENTLY);
    for path in ["/sp%C3%B8r/en", "/Sp%C3%B8r", "/panel/Sp%C3%B8r/en", "/%FF"] {
        assert!(!reader.reads(path).await.status.is_success() && reader.reads(path).await.leads_to() != "/sporsmal/en");
    }
    let posted = reader.sends(TestRequest::post().uri("/Sp%C3%B8r/en")).await;
    assert_eq!(posted.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.reads("/personvern").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn a_sheet_from_a_spreadsheet_comes_in() {
    let desk = Desk::open().await;
    let sheet = "\u{feff}title;question;answer;topic;published_on;signature\r\n\
                 Søvn;\"Hva; da?\";\"Hei!\r\n\r\nSov.\";psykisk-helse;2020-02-03;\"Kari\nLege\"\r\nfor lite\r\n";
    let output = desk.imports("sheet.csv", sheet, &[]);
    assert!(said(&output).contains("1 added, 0 already there, 0 skipped, 1 wrong."), "{}", said(&output));
    let page = desk.house.visitor().reads("/sporsmal/sovn").await.succeeds();
    assert!(page.says("Hva; da?") && page.says("3. februar 2020") && page.says("Kari Lege"));
    assert_eq!(page.count(".letter .prose p"), 2);
}

const WORDPRESS: &str = r#"<?xml version="1.0"?><rss xmlns:content="c" xmlns:wp="w"><channel><language>nb-NO</language>
<item><title>Fest &amp; mat</title><link>https://gammel.example.org/2019/05/fest/</link><wp:post_type>post</wp:post_type>
<wp:status>publish</wp:status><category domain="category" nicename="fest"><![CDATA[Fest]]></category>
<content:encoded><![CDATA[<p>Hei!</p><script>alert(1)</script><ul><li>Spis</li></ul>]]></content:encoded></item>
<item><title>Halvferdig</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
<item><title>Romfart</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<category><![CDATA[Rom]]></category><content:encoded>Svar</content:encoded></item></channel></rss>"#;

#[actix_web::test]
async fn posts_of_another_site_come_in_and_their_links_live_on() {
    let desk = Desk::open().await;
    let map = desk.file("topics.toml", "\"Fest\" = \"alkohol\"\n");
    let map = map.to_str().unwrap();
    let output = desk.imports("wp.xml", WORDPRESS, &["--topic-map", map]);
    let words = said(&output);
    for part in [
        "line 2: skipped: \"Halvferdig\" is not published but \"draft\"",
        "line 3: wrong: the topic \"Rom\" is unknown",
        "1 added, 0 already there, 1 skipped, 1 wrong.",
    ] {
        assert!(words.contains(part), "«{part}» is missing in: {words}");
    }
    let reader = desk.house.visitor();
    assert_eq!(reader.reads("/2019/05/fest/").await.leads_to(), "/sporsmal/fest-mat");
    let page = reader.reads("/sporsmal/fest-mat").await.succeeds();
    assert_eq!((page.heading(), page.count(".prose li")), ("Fest & mat".into(), 1));
    assert!(!page.body.contains("alert"));
    let again = desk.imports("wp.xml", WORDPRESS, &["--topic-map", map, "--topic", "cannabis"]);
    assert!(again.status.success() && said(&again).contains("1 added, 1 already there, 1 skipped, 0 wrong."));
}

/// As different as pairs can be.
fn varied() -> String {
    let odd = "{\"title\":\"Øl, \\\"vin\\\" & <b>\",\"question\":\"To\\nlinjer; og komma, der\",\"answer\":\"# Hei\\n\\n- a\\n- \\\\ b\",\
               \"topic\":\"cannabis\",\"gender\":\"female\",\"age_band\":\"16_17\",\"published_on\":\"2021-01-02\",\
               \"updated_on\":\"2022-03-04\",\"language\":\"en\",\"signature\":\"Kari, PhD\\n\\nAlt mulig\",\
               \"old_path\":\"/a%25b/%3Fc/Ø\",\"slug\":\"en-annen-slug\",\"subtopic\":\"slutte\",\
               \"choice\":\"2\",\"related\":\"samme-tittel-9 samme-tittel\"}\n";
    let plain = (0..320)
        .map(|number| line("Samme tittel", &format!(",\"published_on\":\"2020-01-01\",\"old_path\":\"/p/{number}\"")));
    let plain = plain.enumerate().map(|(number, line)| line.replace("Hva er", &format!("Nummer {number},")));
    odd.to_owned() + &plain.collect::<String>()
}

#[actix_web::test]
async fn what_goes_out_of_one_database_comes_into_the_other_the_same() {
    let (here, there) = (Desk::open().await, Desk::on(TestDatabase::other()).await);
    let output = here.imports("pairs.jsonl", &varied(), &[]);
    assert!(output.status.success(), "{}", said(&output));
    let (lines, sheet) = (here.exports("jsonl"), here.exports("csv"));
    assert_eq!(lines, here.exports("jsonl"));
    let text = String::from_utf8(lines.clone()).unwrap();
    assert_eq!(text.lines().count(), 321);
    let output = there.imports("moved.jsonl", &text, &[]);
    assert!(output.status.success() && said(&output).contains("321 added"), "{}", said(&output));
    assert_eq!(there.exports("jsonl"), lines);
    assert_eq!(there.exports("csv"), sheet);

    // The way back, as a sheet; then the pages are the same too.
    let back = Desk::open().await;
    let output = back.imports("back.csv", &String::from_utf8(sheet).unwrap(), &[]);
    assert!(output.status.success() && said(&output).contains("321 added"), "{}", said(&output));
    assert_eq!(back.exports("jsonl"), lines);
    for path in ["/", "/tema/alkohol?side=3", "/sporsmal/en-annen-slug", "/a%25b/%3Fc/%C3%98"] {
        let (one, other) = (here.house.visitor().reads(path).await, there.house.visitor().reads(path).await);
        assert_eq!(
            (one.status, one.body, one.headers.get("location").cloned()),
            (other.status, other.body, other.headers.get("location").cloned()),
            "{path}"
        );
    }
}

#[actix_web::test]
async fn what_stands_beside_a_pair_comes_with_it_even_when_addresses_change() {
    let desk = Desk::open().await;
    desk.imports("first.jsonl", &line("En", ""), &[]);
    let other = line("En", ",\"slug\":\"en\",\"choice\":\"1\"").replace("Hva er En", "Hva er det andre");
    let lines = line("To", ",\"related\":\"en finnes-ikke to tre\"") + &line("Tre", "") + &other;
    assert!(said(&desk.imports("pairs.jsonl", &lines, &[])).contains("3 added"));
    let text = String::from_utf8(desk.exports("jsonl")).unwrap();
    assert!(text.contains("\"related\":\"en-2 tre\""), "{text}");
    assert!(desk.house.visitor().reads("/tema/alkohol").await.says("Start her"));
    // What an editor pinned here stays.
    let again = line("To", ",\"related\":\"tre\"");
    assert!(said(&desk.imports("again.jsonl", &again, &[])).contains("1 already there"));
    assert_eq!(String::from_utf8(desk.exports("jsonl")).unwrap(), text);
}

#[actix_web::test]
async fn what_cannot_be_read_at_all_is_said_at_once() {
    let desk = Desk::open().await;
    for (name, text, more, part) in [
        ("a.txt", "", [].as_slice(), "ends in none of"),
        ("a.csv", "tittel,svar\n", &[], "\"tittel\" is unknown"),
        ("a.jsonl", "", &["--topic", "romfart"], "there is no topic \"romfart\""),
        ("a.jsonl", "", &["--topic-map", "/nowhere.toml"], "/nowhere.toml"),
        ("a.xml", "<rss><channel><item><title>x", &[], "post 1 cannot be read"),
    ] {
        let output = desk.imports(name, text, more);
        assert!(!output.status.success() && said(&output).contains(part), "{part}: {}", said(&output));
    }
    assert_eq!(desk.count(), 0);
}
