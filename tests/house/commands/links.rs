//! `spoross check --links` asks real servers on this machine, each once, and remembers who did not answer well.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Output;
use std::sync::{Arc, Mutex};
use std::thread;

use openssl::asn1::Asn1Time;
use openssl::hash::MessageDigest;
use openssl::pkey::PKey;
use openssl::rsa::Rsa;
use openssl::ssl::{SslAcceptor, SslMethod};
use openssl::x509::{X509, X509NameBuilder};
use tempfile::TempDir;

use crate::public::read::publishes;
use crate::staff::article;
use crate::staff::withdrawal::withdraws;
use crate::support::House;
use crate::support::house::SECRET;
use crate::support::program::{said, spoross};

/// What was asked, head by head.
type Heads = Arc<Mutex<Vec<String>>>;

/// A server that answers by path; gives its address and what it was asked.
fn server() -> (String, Heads) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let heads = Heads::default();
    let asked = heads.clone();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let head: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
            let Some(first) = head.first() else { continue };
            let status = match first.split(' ').nth(1).unwrap() {
                "/moved" => "301 Moved Permanently\r\nlocation: /well",
                "/circle" => "302 Found\r\nlocation: /circle",
                "/missing" => "404 Not Found",
                "/broken" => "500 Internal Server Error",
                "/guarded" => "403 Forbidden",
                "/shy" if first.starts_with("HEAD") => "405 Method Not Allowed",
                _ => "200 OK",
            };
            asked.lock().unwrap().push(head.join("\n"));
            let _gone = write!(stream, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        }
    });
    (address, heads)
}

/// A server that takes the question and says nothing; it is there as long as the listener is.
fn silent() -> (String, TcpListener) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    (format!("http://{}/", listener.local_addr().unwrap()), listener)
}

/// A server with a certificate that it made itself.
fn untrusted() -> String {
    let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
    let mut name = X509NameBuilder::new().unwrap();
    name.append_entry_by_text("CN", "localhost").unwrap();
    let name = name.build();
    let mut certificate = X509::builder().unwrap();
    certificate.set_version(2).unwrap();
    certificate.set_subject_name(&name).unwrap();
    certificate.set_issuer_name(&name).unwrap();
    certificate.set_pubkey(&key).unwrap();
    certificate.set_not_before(&Asn1Time::days_from_now(0).unwrap()).unwrap();
    certificate.set_not_after(&Asn1Time::days_from_now(30).unwrap()).unwrap();
    certificate.sign(&key, MessageDigest::sha256()).unwrap();
    let mut acceptor = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server()).unwrap();
    acceptor.set_private_key(&key).unwrap();
    acceptor.set_certificate(&certificate.build()).unwrap();
    let acceptor = acceptor.build();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://localhost:{}/", listener.local_addr().unwrap().port());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let _refused = acceptor.accept(stream.unwrap());
        }
    });
    address
}

fn closed() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("http://{}/", listener.local_addr().unwrap())
}

/// Someone at the terminal of a house whose only help service has this site.
fn asks(house: &House, folder: &Path, site: &str) -> Output {
    let services = folder.join("help.toml");
    let words = |text: &str| format!("{{ nb = \"{text}\", nn = \"{text}\", en = \"{text}\" }}");
    let service = format!(
        "[[service]]\nid = \"hjelpen\"\nname = {}\nnumber = \"\"\ntel = \"\"\nurl = \"{site}\"\nalways = true\ntopics = []\n\
         about = {}\nhours = {}\nrecords = {}\nsource = \"{site}\"\nchecked_on = 2026-03-01\n",
        words("Hjelpen"),
        words("Om"),
        words("Alltid"),
        words("Ja")
    );
    fs::write(&services, service).unwrap();
    let data = folder.join("data");
    let run = |arguments: &[&str]| {
        let mut command = spoross(arguments, &data);
        command.env("SPOROSS__DATABASE__URL", house.database.address());
        command.env("SPOROSS__CONTENT__HELP_SERVICES", &services).output().unwrap()
    };
    assert!(run(&["migrate"]).status.success());
    fs::write(data.join("secret.key"), SECRET).unwrap();
    fs::set_permissions(data.join("secret.key"), fs::Permissions::from_mode(0o600)).unwrap();
    run(&["check", "--links", "--patience", "2"])
}

#[actix_web::test]
async fn each_page_elsewhere_is_asked_for_once_and_those_that_fail_are_on_the_list() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let folder = TempDir::new().unwrap();
    let (web, heads) = server();
    let (slow, _listener) = silent();
    let (bad, nobody) = (untrusted(), closed());
    publishes(
        &house,
        "Godt",
        &format!("Se [a]({web}/well#x), [b]({web}/moved), [c]({web}/shy) og [d]({web}/guarded)."),
    );
    let all = format!("[a]({web}/missing) [b]({web}/broken) [c]({web}/circle) [d]({slow}) [e]({bad}) [f]({nobody})");
    publishes(&house, "Dårlig", &all);
    publishes(&house, "Også", &format!("[a]({web}/missing) [b]({web}/well)"));
    let sources = format!("En kilde | {web}/broken");
    article::published((&kari, &ola), &[("sources", &sources)]).await;

    let output = asks(&house, folder.path(), &format!("{web}/missing"));
    let words = said(&output);
    assert!(!output.status.success(), "{words}");
    for line in [
        format!("{web}/missing (404): /sporsmal/darlig, /sporsmal/ogsa, help service hjelpen"),
        format!("{web}/broken (500): /sporsmal/darlig, /fakta/sovn-og-hjernen"),
        format!("{web}/circle (circle): /sporsmal/darlig"),
        format!("{slow} (slow): /sporsmal/darlig"),
        format!("{bad} (certificate): /sporsmal/darlig"),
        format!("{nobody} (closed): /sporsmal/darlig"),
    ] {
        assert!(words.contains(&line), "{line}\n{words}");
    }
    assert_eq!(words.matches("FAIL  link ").count(), 6, "{words}");
    assert!(words.contains("10 pages elsewhere asked for; 1 let no machine in; 6 did not answer well"), "{words}");

    let heads = heads.lock().unwrap().clone();
    let count = |start: &str| heads.iter().filter(|head| head.starts_with(start)).count();
    assert_eq!((count("HEAD /missing "), count("GET /missing "), count("GET /well ")), (1, 1, 0));
    for head in &heads {
        let small = head.to_lowercase();
        assert!(small.contains("user-agent: spoross/"), "{head}");
        assert!(!small.contains("referer") && !small.contains("cookie"), "{head}");
    }
    let page = kari.reads("/panel/rechecks").await.succeeds();
    let row = page.text_of_row("Dårlig");
    for why in
        ["/missing (Answered with status 404)", "(Did not answer in time)", "(Its certificate cannot be trusted)"]
    {
        assert!(row.contains(why), "{why}: {row}");
    }
    assert_eq!(page.text_of_row("Godt"), "");
    assert!(page.text_of_row("Søvn og hjernen").contains("/broken (Answered with status 500)"), "{}", page.words());
}

#[actix_web::test]
async fn what_answers_again_leaves_the_list_and_a_withdrawn_pair_takes_its_links_along() {
    let house = House::open().await;
    let ola = house.clinician("Ola").await;
    let folder = TempDir::new().unwrap();
    let (web, _heads) = server();
    publishes(&house, "Søvn", &format!("[a]({web}/missing)"));
    asks(&house, folder.path(), &format!("{web}/well"));
    assert!(ola.reads("/panel/rechecks").await.text_of_row("Søvn").contains("404"));
    withdraws(&ola, "sovn", "wrong", "").await.succeeds();
    let left: i64 = house.with(|conn| {
        use diesel::prelude::*;
        Ok(spoross::database::schema::outside_link::table.count().get_result(conn)?)
    });
    assert_eq!(left, 0);
    let output = asks(&house, folder.path(), &format!("{web}/well"));
    assert!(said(&output).contains("0 did not answer well"), "{}", said(&output));
}
