//! `spoross check --links`: asks every other house that we link to whether its page is still there. Only when someone asks
//! for it: no page view and no job does. Nothing is sent but the address and our name.

mod ask;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::Result;
use spoross::app::App;
use spoross::clock::date_in_norway;
use spoross::database::AnyConnection;
use spoross::domain::publication::changes;
use spoross::domain::publication::check::links::inside;
use spoross::domain::publication::check::outside::{self, Dead, Kind};
use spoross::domain::{self, article};
use spoross::text::links::links;

use self::ask::{Answer, Asker};

/// Houses asked at the same time; of one house, one page after the other.
const AT_ONCE: usize = 4;
/// Pairs read at a time.
const STRETCH: i64 = 300;

/// A page of ours with a link on it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Page {
    kind: Kind,
    /// As it is printed; in this order too.
    named: String,
    subject: String,
}

/// From each address to the pages it stands on.
type Links = BTreeMap<String, BTreeSet<Page>>;

/// What was found: how many addresses were asked, a line for each that did not answer well, and how many let no machine in.
#[derive(Default)]
pub struct Found {
    pub asked: usize,
    pub lines: Vec<String>,
    pub guarded: usize,
}

/// Asks them all, writes down what did not answer well, and says so.
pub fn look(app: &App, patience: Duration) -> Result<Found> {
    let mut conn = app.database.connect()?;
    let links = gather(&mut conn, app)?;
    let answers = ask_all(&links, patience);
    let (mut found, mut dead) = (Found { asked: links.len(), ..Found::default() }, Vec::new());
    for (address, pages) in &links {
        let trouble = match answers.get(address) {
            Some(Answer::Guarded) => {
                found.guarded += 1;
                continue;
            }
            Some(Answer::Trouble(trouble)) => trouble.clone(),
            Some(Answer::Well) | None => continue,
        };
        let named: Vec<&str> = pages.iter().map(|page| page.named.as_str()).collect();
        found.lines.push(format!("{address} ({trouble}): {}", named.join(", ")));
        dead.extend(pages.iter().map(|page| Dead {
            kind: page.kind,
            subject: page.subject.clone(),
            address: address.clone(),
            trouble: trouble.clone(),
        }));
    }
    let today = date_in_norway(app.clock.now());
    app.database.write_blocking(|conn| outside::record(conn, &dead, today))?;
    Ok(found)
}

/// Every address in answers, articles and help services; what askers wrote has none that is asked.
fn gather(conn: &mut AnyConnection, app: &App) -> domain::Result<Links> {
    let web = &app.settings.web;
    let own: Vec<String> =
        [&web.public_url, &web.onion_url].into_iter().filter(|url| !url.is_empty()).cloned().collect();
    let mut all = Links::new();
    let mut note = |page: Page, found: Vec<String>| {
        for address in found.iter().filter_map(|link| outside_address(link, &own)) {
            all.entry(address).or_default().insert(page.clone());
        }
    };
    let mut after = None;
    loop {
        let pairs = changes::list_pairs(conn, after.as_ref(), STRETCH)?;
        let Some(last) = pairs.last() else { break };
        after = Some(last.id.clone());
        for pair in &pairs {
            let page = Page { kind: Kind::Pair, subject: pair.id.to_string(), named: pair.path() };
            note(page, links(&pair.answer));
        }
    }
    for (article, found) in article::due::list_links(conn)? {
        note(Page { kind: Kind::Article, subject: article.id.to_string(), named: article.path() }, found);
    }
    for service in app.help_services.all() {
        let page =
            Page { kind: Kind::Service, subject: service.id.clone(), named: format!("help service {}", service.id) };
        note(page, vec![service.url.clone(), service.chat_url.clone()]);
    }
    Ok(all)
}

/// The address that is asked for, without the place on its page.
fn outside_address(link: &str, own: &[String]) -> Option<String> {
    let is_web = link.starts_with("https://") || link.starts_with("http://");
    let address = link.split('#').next().filter(|address| is_web && !address.is_empty())?;
    inside(address, own).is_none().then(|| address.to_owned())
}

/// A few houses at a time, each by one thread, so that nobody is asked for two pages at once.
fn ask_all(links: &Links, patience: Duration) -> BTreeMap<String, Answer> {
    let mut houses: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for address in links.keys() {
        let host = address.split('/').nth(2).unwrap_or_default();
        houses.entry(host).or_default().push(address);
    }
    let (waiting, answers) = (Mutex::new(houses.into_values().collect::<VecDeque<_>>()), Mutex::new(BTreeMap::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                let asker = Asker::new(patience);
                loop {
                    let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                    let Some(addresses) = next else { break };
                    for address in addresses {
                        let answer = asker.ask(address);
                        answers.lock().unwrap_or_else(PoisonError::into_inner).insert(address.to_owned(), answer);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_other_houses_are_asked_for() {
        let own = ["https://spor.example.org".to_owned()];
        for (link, address) in [
            ("https://a.example.org/x#y", Some("https://a.example.org/x")),
            ("http://a.example.org", Some("http://a.example.org")),
            ("https://spor.example.org/sporsmal/sovn", None),
            ("/sporsmal/sovn", None),
            ("//a.example.org/", None),
            ("tel:113", None),
            ("mailto:post@example.org", None),
            ("", None),
        ] {
            assert_eq!(outside_address(link, &own).as_deref(), address, "{link}");
        }
    }
}
