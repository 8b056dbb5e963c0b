//! `spoross check`: a line for each thing, and what it says of mail.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;

use tempfile::TempDir;

use crate::support::program::{Running, demo, run, said, spoross};

#[test]
fn a_check_says_a_line_each_and_fails_when_one_does() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    let missing = run(&["check"], &data);
    assert!(!missing.status.success() && said(&missing).contains("FAIL  folder"), "{}", said(&missing));
    drop(demo(&data));
    let good = run(&["check"], &data);
    assert!(good.status.success(), "{}", said(&good));
    for name in ["settings", "folder", "secret", "database", "keys", "audit", "content", "mail"] {
        assert!(
            said(&good).lines().any(|line| line.starts_with("ok") && line.contains(name)),
            "{name}: {}",
            said(&good)
        );
    }
    fs::set_permissions(data.join("secret.key"), fs::Permissions::from_mode(0o644)).unwrap();
    let open = run(&["check"], &data);
    assert!(!open.status.success() && said(&open).contains("chmod 600"), "{}", said(&open));
}

#[test]
fn a_check_warns_when_visitors_behind_a_proxy_cannot_be_told_apart() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    let check = |url: &str, header: &str| {
        let mut command = spoross(&["check"], &data);
        command.env("SPOROSS__WEB__PUBLIC_URL", url).env("SPOROSS__WEB__CLIENT_ADDRESS_HEADER", header);
        said(&command.output().unwrap()).contains("warn  visitors")
    };
    assert!(check("https://spor.example.org", ""));
    assert!(!check("https://spor.example.org", "x-real-ip"));
    assert!(!check("http://127.0.0.1:8080", ""));
}

#[test]
fn a_house_nobody_set_up_fails_its_check() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("data");
    drop(Running::start(spoross(&["serve", "--listen", "127.0.0.1:0"], &data), "/panel/set-up/"));
    let output = run(&["check"], &data);
    assert!(!output.status.success());
    assert!(said(&output).lines().any(|line| line.starts_with("FAIL") && line.contains("keys")), "{}", said(&output));
}

/// The server's side of one SMTP conversation (RFC 5321); gives the mail it was handed.
fn receive_one_mail(stream: &TcpStream) -> String {
    let mut writer = stream;
    let mut reader = BufReader::new(stream);
    let mut say = |line: &str| writer.write_all(format!("{line}\r\n").as_bytes()).unwrap();
    say("220 mail.example.org ESMTP");
    let (mut mail, mut line) = (String::new(), String::new());
    while reader.read_line(&mut line).unwrap() > 0 {
        match line.split_whitespace().next().unwrap_or_default() {
            "EHLO" => say("250 mail.example.org"),
            "DATA" => {
                say("354 go on");
                line.clear();
                while reader.read_line(&mut line).unwrap() > 0 && line != ".\r\n" {
                    mail.push_str(&line);
                    line.clear();
                }
                say("250 taken");
            }
            "QUIT" => {
                say("221 goodbye");
                break;
            }
            _ => say("250 ok"),
        }
        line.clear();
    }
    mail
}

#[test]
fn a_test_mail_is_handed_to_a_mail_server() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    drop(demo(&data));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}?tls=none", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || receive_one_mail(&listener.accept().unwrap().0));
    let output =
        spoross(&["check", "--mail-to", "kari@example.org"], &data).env("SPOROSS__MAIL__URL", url).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let mail = server.join().unwrap();
    assert!(mail.contains("To: kari@example.org") && mail.contains("This is a test mail"), "{mail}");
}

#[test]
fn a_mail_server_that_is_not_there_fails_the_check() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    drop(demo(&data));
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let output =
        spoross(&["check"], &data).env("SPOROSS__MAIL__URL", format!("smtp://{gone}?tls=none")).output().unwrap();
    assert!(!output.status.success());
    assert!(said(&output).contains("FAIL  mail"), "{}", said(&output));
    let nowhere = run(&["check", "--mail-to", "kari@example.org"], &data);
    assert!(!nowhere.status.success() && said(&nowhere).contains("mail.url"), "{}", said(&nowhere));
}
