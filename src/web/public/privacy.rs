//! `/personvern`: what is kept, what never is, and how anyone can check it. Made from the settings and from the list of
//! what the database holds, so that it cannot say anything else than what is done.

use std::collections::{BTreeMap, HashSet};

use actix_web::{HttpRequest, web::Data};
use askama::Template;

use crate::app::App;
use crate::database::inventory::{Class, TABLES, Table};
use crate::settings::Settings;
use crate::text::host_of;
use crate::web::error::Result;
use crate::web::locale::{Line, Texts};
use crate::web::page::{Frame, Reply};

#[derive(Template)]
#[template(path = "public/privacy.html")]
struct PrivacyPage<'a> {
    frame: Frame,
    settings: &'a Settings,
    tables: &'static [Table],
}

/// One row of the page's table: tables that belong together.
struct Shelf {
    name: Line,
    /// How it is kept, and what.
    ways: Vec<(Line, Line)>,
    until: Line,
}

/// `GET /personvern`
pub async fn show(app: Data<App>, request: HttpRequest) -> Result<Reply> {
    let page = PrivacyPage { frame: Frame::of(&request), settings: &app.settings, tables: TABLES };
    Ok(Reply::page(&page)?.briefly_cached())
}

impl PrivacyPage<'_> {
    /// A text with every number and name that the settings hold.
    fn says(&self, key: impl AsRef<str>) -> Line {
        let (texts, settings) = (self.frame.texts, self.settings);
        let (retention, staff) = (&settings.retention, &settings.staff);
        texts
            .t(key)
            .with("answered", days(texts, retention.answered_days))
            .with("declined", days(texts, retention.declined_days))
            .with("receipt", days(texts, retention.receipt_days))
            .with("wait", days(texts, settings.question.wait_for_reply_days))
            .with("within", days(texts, settings.question.answer_within_days))
            .with("backup", days(texts, settings.backup.keep_days))
            .with("idle", texts.t("count-of-minutes").with("count", staff.session_idle_minutes))
            .with("session", texts.t("count-of-hours").with("count", staff.session_hours))
            .with("invitation", texts.t("count-of-hours").with("count", staff.invitation_hours))
            .with("owner", &settings.site.owner)
            .with("header", &settings.web.client_address_header)
            .with("host", host_of(&settings.web.public_url).unwrap_or(&settings.web.public_url))
    }

    /// What stands in the database, shelf by shelf.
    fn shelves(&self) -> Vec<Shelf> {
        let mut told = HashSet::new();
        let names = TABLES.iter().map(|table| table.shelf).filter(|name| told.insert(*name));
        names.map(|name| self.shelf(name)).collect()
    }

    fn shelf(&self, name: &str) -> Shelf {
        let columns = TABLES.iter().filter(|table| table.shelf == name).flat_map(|table| table.columns);
        let mut classes: Vec<Class> = by_class(columns).into_keys().collect();
        // Said once above the table, but where there is nothing else.
        if classes.iter().any(|class| !is_on_most(*class)) {
            classes.retain(|class| !is_on_most(*class));
        }
        let ways = classes.into_iter().map(|class| {
            let what = match class {
                Class::Date | Class::Key => format!("class-{}-what", class.word()),
                _ => format!("kept-{name}-{}", class.word()),
            };
            (self.class_name(class), self.says(what))
        });
        Shelf {
            name: self.says(format!("kept-{name}")),
            ways: ways.collect(),
            until: self.says(format!("kept-{name}-until")),
        }
    }

    /// A table's columns in the database's own words: how they are kept, and their names.
    fn columns(&self, table: &Table) -> Vec<(Line, String)> {
        let classes = by_class(table.columns);
        classes.into_iter().map(|(class, names)| (self.class_name(class), names.join(", "))).collect()
    }

    fn class_name(&self, class: Class) -> Line {
        self.says(format!("class-{}", class.word()))
    }

    fn database(&self) -> Line {
        let is_postgres = self.settings.database.url.starts_with("postgres");
        self.says(if is_postgres { "privacy-database-postgres" } else { "privacy-database-sqlite" })
    }

    /// When the original goes, and whether a sealed copy stays in an archive.
    fn gone(&self) -> Line {
        self.says(if self.is_archived() { "privacy-short-archived" } else { "privacy-short-gone" })
    }

    fn is_archived(&self) -> bool {
        !self.settings.retention.archive_folder.as_os_str().is_empty()
    }

    fn backup(&self) -> Line {
        self.says(if self.settings.backup.is_known() { "privacy-backup-known" } else { "privacy-backup-unknown" })
    }

    /// What the log holds at the level that is set.
    fn log(&self) -> Line {
        self.says(match self.settings.log.level.as_str() {
            "debug" => "privacy-log-debug",
            "info" => "privacy-log-info",
            _ => "privacy-log-quiet",
        })
    }

    fn address(&self) -> Line {
        let is_told = !self.settings.web.client_address_header.is_empty();
        self.says(if is_told { "privacy-address-told" } else { "privacy-address-seen" })
    }

    fn network(&self) -> Line {
        self.says(if self.settings.web.is_https() { "privacy-limit-network" } else { "privacy-limit-network-open" })
    }

    fn mail(&self) -> Line {
        self.says(if self.settings.mail.url.is_empty() { "privacy-mail-off" } else { "privacy-mail-on" })
    }

    fn responsible(&self) -> Line {
        self.says(if self.settings.site.owner.is_empty() { "privacy-owner-unsaid" } else { "privacy-owner" })
    }
}

fn is_on_most(class: Class) -> bool {
    matches!(class, Class::Date | Class::Key)
}

fn days(texts: Texts, count: u32) -> Line {
    texts.t("count-of-days").with("count", count)
}

fn by_class<'a>(columns: impl IntoIterator<Item = &'a (&'static str, Class)>) -> BTreeMap<Class, Vec<&'static str>> {
    let mut classes = BTreeMap::<Class, Vec<&str>>::new();
    for (name, class) in columns {
        classes.entry(*class).or_default().push(name);
    }
    classes
}
