//! The pages as strangers get them: no cookie, the headers we promise, nothing from elsewhere. And a log that stays
//! silent about whoever asked for them.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::{Result, ensure};
use spoross::app::App;
use spoross::domain::article::reading;
use spoross::domain::{self, publication};
use spoross::settings::Web;
use spoross::telemetry;
use spoross::text::language::Language;
use spoross::web::{self, machines, public::ROUTES};
use tracing_subscriber::fmt::MakeWriter;

use self::judge::{Expected, faults};
use super::visit::Door;
use crate::commands::report::Verdict;

mod judge;

/// What our own request carries, to be looked for in the log afterwards.
const MARK: &str = "spoross-privacy-mark";
const MARKED_ADDRESS: &str = "203.0.113.77";

/// The whole service in this process, on a free port, with its log in memory.
pub struct Rehearsal<'a> {
    app: &'a App,
    door: Door,
}

impl<'a> Rehearsal<'a> {
    pub fn start(app: &'a App) -> Result<Self> {
        telemetry::start("debug", Recorder);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let door = door_to(listener.local_addr()?, &app.settings.web)?;
        let serving = app.clone();
        // It ends with this process.
        thread::spawn(move || actix_web::rt::System::new().block_on(web::serve(serving, listener)));
        Ok(Self { app, door })
    }

    /// The most talkative log has no word of a visitor; and how talkative the settings are.
    pub fn log_stays_silent(&self) -> Result<Verdict> {
        let web = &self.app.settings.web;
        let mut headers = vec![("user-agent", MARK), ("referer", MARK), ("cookie", MARK), ("accept-language", MARK)];
        headers.push(("x-forwarded-for", MARKED_ADDRESS));
        if !web.client_address_header.is_empty() {
            headers.push((&web.client_address_header, MARKED_ADDRESS));
        }
        for (path, _) in paths(self.app)? {
            self.door.get(&format!("{path}?side={MARK}"), &headers)?;
        }
        let log = recorded();
        ensure!(log.contains("request"), "the log could not be read");
        for trace in [MARK, MARKED_ADDRESS, &Ipv4Addr::LOCALHOST.to_string()] {
            ensure!(!log.contains(trace), "the log tells of its visitors");
        }
        Ok(match self.app.settings.log.level.as_str() {
            "debug" => Verdict::Doubt(
                "no address, browser, code or text; but at level debug the kind of each page that is read, and when"
                    .into(),
            ),
            "info" => Verdict::Holds("no visitor; at level info what staff do in the panel, and when".into()),
            level => Verdict::Holds(format!("no visitor; at level {level} only what goes wrong")),
        })
    }

    /// Every page anyone can get, in every language: from the running service if there is one.
    pub fn pages_leave_no_trace(&self, url: Option<&str>) -> Result<Verdict> {
        let web = &self.app.settings.web;
        let (door, whose) = match url {
            Some(url) => (Door::parse(url)?, format!("the service at {url}")),
            None => match door_to(web.listen, web)? {
                door if door.is_open() => (door, format!("the service that runs at {}", web.listen)),
                _ => (self.door.clone(), "this program (no service runs at `web.listen`)".into()),
            },
        };
        let paths = paths(self.app)?;
        let mut found = Vec::new();
        for (path, must_not_be_stored) in &paths {
            let reply = door.get(path, &[])?;
            let expected = Expected { web, must_not_be_stored: *must_not_be_stored };
            found.extend(faults(&reply, &expected).into_iter().map(|fault| format!("{path} {fault}")));
        }
        ensure!(found.is_empty(), "{whose}: {}", found.join("; "));
        Ok(Verdict::Holds(format!("{whose}: {} pages set no cookie and load nothing from elsewhere", paths.len())))
    }
}

/// Where to knock for what listens there, by its public name.
fn door_to(listen: SocketAddr, web: &Web) -> Result<Door> {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    Ok(Door::parse(&format!("http://{}", SocketAddr::new(ip, listen.port())))?.called(&web.public_url))
}

/// Every public GET route in every language, with something real in its place; and whether no cache may keep it.
///
/// A page that has a form of its own is where someone writes: it must leave nothing in a browser.
fn paths(app: &App) -> Result<Vec<(String, bool)>> {
    let (latest, articles) = app.database.write_blocking(|conn| {
        Ok::<_, domain::Error>((publication::list_latest(conn, 1)?, reading::list(conn, None)?))
    })?;
    let article = articles.first().map_or("ingen", |heading| heading.slug.as_str());
    let entry = app.dictionary.all().first().map_or("ingen", |entry| entry.slug.as_str());
    let published = latest.first().map_or("ingen", |heading| heading.slug.as_str());
    let topic = app.topics.all().first().map_or("ingen", |topic| topic.slug.as_str());
    let is_form = |path: &str| ROUTES.iter().any(|route| route.method == "post" && route.path == path);
    let mut paths = Vec::new();
    for language in Language::ALL {
        for route in ROUTES.iter().filter(|route| route.method == "get") {
            let slug = match route.path.split('/').nth(1) {
                Some("sporsmal") => published,
                Some("fakta") => article,
                Some("ordbok") => entry,
                _ => topic,
            };
            let path = format!("{}{}", language.prefix(), filled_in(route.path, slug));
            let path = if path.len() > 1 { path.trim_end_matches('/').to_owned() } else { path };
            paths.push((path, is_form(route.path)));
        }
    }
    paths.extend(machines::ROUTES.iter().map(|route| {
        let slug = if route.path.starts_with("/fakta") { article } else { published };
        (filled_in(route.path, slug), false)
    }));
    Ok(paths)
}

/// A route's pattern with a word in the place of each name.
fn filled_in(pattern: &str, word: &str) -> String {
    let parts: Vec<&str> = pattern.split('/').map(|part| if part.starts_with('{') { word } else { part }).collect();
    parts.join("/")
}

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

fn recorded() -> String {
    String::from_utf8_lossy(&LINES.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
}

/// Keeps the log in memory.
#[derive(Clone, Copy)]
struct Recorder;

impl Write for Recorder {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        LINES.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Recorder {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        *self
    }
}
