//! A demo house behind a real nginx with our sample configuration, and what a browser sends through it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::files::contents_below;
use super::page::Page;
use super::visitor::{encode, solves};

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
pub struct Proxied {
    address: String,
    _processes: [Running; 2],
}

impl Proxied {
    /// A house whose settings are changed as the owner of our samples does, and some more.
    pub fn start(folder: &Path, settings: &[(&str, &str)], change: impl Fn(String) -> String) -> Self {
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
    pub fn send(&self, head: &str, body: &str) -> String {
        self.send_with("", head, body)
    }

    fn send_with(&self, cookie: &str, head: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let request = format!(
            "{head} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nUser-Agent: KanariNettleser\r\nAccept-Language: kanari-spraak\r\n\
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
    pub fn ask(&self) -> Page {
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

/// A member of staff at their browser, behind the same proxy.
pub struct Staff<'a> {
    proxied: &'a Proxied,
    cookie: String,
}

impl Proxied {
    /// Signs in with what `spoross demo --codes` prints.
    pub fn sign_in(&self, folder: &Path, user: &str) -> Staff<'_> {
        let mut print = Command::new(PROGRAM);
        print.args(["demo", "--codes", "--json", "--data"]).arg(folder.join("demo"));
        let codes: serde_json::Value = serde_json::from_slice(&run(&mut print)).unwrap();
        let access = codes.as_array().unwrap().iter().find(|access| access["user"] == user).unwrap().clone();
        let of = |key: &str| access[key].as_str().unwrap().to_owned();
        let ticket = page(self.send("GET /panel/sign-in", "")).value_of("ticket");
        let fields =
            [("user_name", user.to_owned()), ("password", of("password")), ("code", of("totp")), ("ticket", ticket)];
        let fields = fields.map(|(name, value)| (name.to_owned(), value));
        let answer = self.send("POST /panel/sign-in", &encode(&fields));
        let cookie =
            answer.lines().find_map(|line| line.strip_prefix("set-cookie: ").or(line.strip_prefix("Set-Cookie: ")));
        let cookie = cookie.unwrap_or_else(|| panic!("{answer}")).split(';').next().unwrap().to_owned();
        Staff { proxied: self, cookie }
    }

    /// A public form.
    pub fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        page(self.send(&format!("POST {path}"), &encode(&owned(fields))))
    }
}

impl Staff<'_> {
    pub fn reads(&self, path: &str) -> Page {
        page(self.proxied.send_with(&self.cookie, &format!("GET {path}"), ""))
    }

    /// Presses a button of the panel, with the session's token.
    #[track_caller]
    pub fn presses(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.reads("/panel/profile").value_of("token");
        let mut all = vec![("token", token.as_str())];
        all.extend_from_slice(fields);
        let answer = self.proxied.send_with(&self.cookie, &format!("POST {path}"), &encode(&owned(&all)));
        page(answer).succeeds()
    }

    /// The address of the waiting question that says this.
    pub fn finds(&self, words: &str) -> String {
        let queue = self.reads("/panel?topic=alkohol");
        let all = queue.links_below("/panel/questions/");
        all.into_iter().find(|path| self.reads(path).says(words)).expect("the question in the queue")
    }
}

fn owned(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn run(command: &mut Command) -> Vec<u8> {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
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

/// A copy of the database as an owner's backup makes it.
pub fn back_up(folder: &Path) {
    let database = folder.join("demo/spoross.sqlite");
    let mut conn = SqliteConnection::establish(&database.to_string_lossy()).unwrap();
    let _old = fs::remove_file(folder.join("backup.sqlite"));
    conn.batch_execute(&format!("VACUUM INTO '{}'", folder.join("backup.sqlite").display())).unwrap();
}

/// Marks found, with the file they were found in.
pub fn traces(folder: &Path, more: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for (file, content) in contents_below(folder) {
        for mark in MARKS.into_iter().chain(more.iter().map(String::as_str)) {
            if content.windows(mark.len()).any(|window| window == mark.as_bytes()) {
                found.push(format!("{mark} in {}", file.file_name().unwrap().to_string_lossy()));
            }
        }
    }
    found
}
