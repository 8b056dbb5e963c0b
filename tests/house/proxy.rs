//! A marked question sent through a real nginx with our sample configuration: afterwards no mark is in any file of
//! the house, of nginx, or of the temporary folder both were given.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use tempfile::TempDir;

use crate::support::Page;
use crate::support::visitor::solves;

const PROGRAM: &str = env!("CARGO_BIN_EXE_spoross");
const MARKS: [&str; 5] = ["kanarifugl-tekst", "KanariNettleser", "kanari-spraak", "kanari.example", "203.0.113.77"];
const PATIENCE: Duration = Duration::from_secs(20);

/// A process that is ended with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _was_running = self.0.kill().is_ok() && self.0.wait().is_ok();
    }
}

fn nginx() -> PathBuf {
    ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"]
        .into_iter()
        .map(PathBuf::from)
        .find(|path| path.exists())
        .expect("nginx is needed: `apt-get install nginx-light`, or ./tests/run, which installs it")
}

/// A demo house behind nginx; both write only below `folder`.
struct Proxied {
    address: String,
    _processes: [Running; 2],
}

impl Proxied {
    /// A house whose settings are changed as the owner of our samples does, and some more.
    fn start(folder: &Path, settings: &[(&str, &str)], change: impl Fn(String) -> String) -> Self {
        let temporary = folder.join("tmp");
        fs::create_dir_all(&temporary).unwrap();
        let (house, upstream) = start_demo(folder, &temporary, settings);
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let sample = fs::read_to_string("config/proxy/nginx.conf").unwrap();
        let file = folder.join("nginx.conf");
        fs::write(&file, whole_configuration(folder, &change(adapted(&sample, port, &upstream)))).unwrap();
        let log = fs::File::create(folder.join("nginx.out")).unwrap();
        let mut command = Command::new(nginx());
        command.arg("-p").arg(folder).arg("-c").arg(&file).env("TMPDIR", &temporary).stderr(log);
        let proxy = Running(command.spawn().unwrap());
        let address = format!("127.0.0.1:{port}");
        let patience = Instant::now() + PATIENCE;
        while TcpStream::connect(&address).is_err() {
            assert!(Instant::now() < patience, "{}", fs::read_to_string(folder.join("nginx.out")).unwrap());
            std::thread::sleep(Duration::from_millis(20));
        }
        Self { address, _processes: [house, proxy] }
    }

    /// One request as a browser sends it, with everything a browser tells about its owner.
    fn send(&self, head: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let request = format!(
            "{head} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: KanariNettleser\r\nAccept-Language: kanari-spraak\r\n\
             Referer: https://kanari.example/\r\nX-Forwarded-For: 203.0.113.77\r\nX-Real-IP: 203.0.113.77\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks a long marked question, faster than anyone writes: so a small sum is asked first, and answered.
    fn ask(&self) -> Page {
        let form = page(self.send("GET /spor?kanarifugl-tekst", ""));
        let text = "kanarifugl-tekst+".repeat(230);
        let send = |form: &Page| {
            let (ticket, answer) = (form.value_of("ticket"), solves(form));
            let body = format!("ticket={ticket}&answer={answer}&question={text}&topic=alkohol");
            page(self.send("POST /spor", &body))
        };
        let first = send(&form);
        if solves(&first).is_empty() { first } else { send(&first) }
    }
}

/// An answer as it came over the line.
fn page(answer: String) -> Page {
    let status = answer.split(' ').nth(1).and_then(|code| code.parse::<u16>().ok()).unwrap();
    Page { status: StatusCode::from_u16(status).unwrap(), headers: HeaderMap::new(), body: answer }
}

fn start_demo(folder: &Path, temporary: &Path, settings: &[(&str, &str)]) -> (Running, String) {
    let log = fs::File::create(folder.join("house.log")).unwrap();
    let mut process = Command::new(PROGRAM)
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.join("demo"))
        .env("TMPDIR", temporary)
        .env("SPOROSS__LOG__LEVEL", "debug")
        .env("SPOROSS__WEB__CLIENT_ADDRESS_HEADER", "x-real-ip")
        .envs(settings.iter().copied())
        .stdout(Stdio::piped())
        .stderr(log)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let url = lines.find_map(|line| line.unwrap().strip_prefix("Spør oss, demo: ").map(str::to_owned)).unwrap();
    std::thread::spawn(move || lines.for_each(drop));
    (Running(process), url)
}

/// Our sample without TLS, on this machine's loopback. Every line that is not about that stays.
fn adapted(sample: &str, port: u16, upstream: &str) -> String {
    let kept: Vec<String> = sample
        .lines()
        .filter(|line| !line.contains("ssl_certificate"))
        .map(|line| line.replace("listen 443 ssl;", &format!("listen 127.0.0.1:{port};")))
        .map(|line| line.replace("http://127.0.0.1:8080", upstream))
        .collect();
    kept.join("\n")
}

/// What stands around a server block, with every folder nginx may write to below ours.
fn whole_configuration(folder: &Path, server: &str) -> String {
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {}/nginx-{kind};\n", folder.display()))
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {0}/nginx.pid;\nerror_log {0}/nginx-error.log debug;\nevents {{}}\nhttp {{\n\
         log_format full '$remote_addr $http_user_agent $http_referer $request $request_body';\n{folders}{server}\n}}\n",
        folder.display()
    )
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// Marks found, with the file they were found in.
fn traces(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for file in files_below(folder) {
        let content = fs::read(&file).unwrap();
        for mark in MARKS {
            if content.windows(mark.len()).any(|window| window == mark.as_bytes()) {
                found.push(format!("{mark} in {}", file.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    found
}

#[test]
fn a_question_through_our_sample_proxy_leaves_no_trace_in_any_file() {
    let folder = TempDir::new().unwrap();
    let proxied = Proxied::start(folder.path(), &[], |configuration| configuration);
    let page = proxied.ask();
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::OK, "Takk for at du spurte"), "{}", page.words());
    let searched = files_below(folder.path());
    assert!(searched.iter().any(|file| file.ends_with("spoross.sqlite-wal")), "{searched:?}");
    assert_eq!(traces(folder.path()), Vec::<String>::new());
}

#[test]
fn a_proxy_that_keeps_an_access_log_is_found_out() {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("access.log");
    let with_log = |configuration: String| {
        configuration.replace("access_log off;", &format!("access_log {} full;", log.display()))
    };
    let proxied = Proxied::start(folder.path(), &[], with_log);
    proxied.ask();
    let found = traces(folder.path());
    for mark in ["KanariNettleser", "kanari.example", "kanarifugl-tekst"] {
        assert!(found.contains(&format!("{mark} in access.log")), "{mark}: {found:?}");
    }
}

/// One question an hour from one address.
const ONE_QUESTION: [(&str, &str); 2] = [
    ("SPOROSS__ABUSE__QUESTIONS_AN_HOUR_BEFORE_CHALLENGE", "1"),
    ("SPOROSS__ABUSE__QUESTIONS_AN_HOUR_BEFORE_REFUSAL", "1"),
];

#[test]
fn an_address_that_a_visitor_claims_is_overwritten_by_our_sample_proxy() {
    let folder = TempDir::new().unwrap();
    let proxied = Proxied::start(folder.path(), &ONE_QUESTION, |configuration| configuration);
    // The visitor is on this machine, which is nobody in particular, whatever they claim.
    for _ in 0..2 {
        assert_eq!(proxied.ask().status, StatusCode::OK);
    }
}

#[test]
fn a_proxy_that_hands_on_what_a_visitor_claims_is_found_out() {
    let folder = TempDir::new().unwrap();
    let believing = |configuration: String| configuration.replace("$remote_addr;", "$http_x_real_ip;");
    let proxied = Proxied::start(folder.path(), &ONE_QUESTION, believing);
    assert_eq!(proxied.ask().status, StatusCode::OK);
    assert_eq!(proxied.ask().status, StatusCode::TOO_MANY_REQUESTS);
}
