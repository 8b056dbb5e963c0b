//! `spoross check`: does this house stand? A line each, and exit status 1 when one fails.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Result, anyhow, bail, ensure};
use spoross::app::App;
use spoross::app::data_folder::DataFolder;
use spoross::clock::Clock;
use spoross::database::Database;
use spoross::domain::audit;
use spoross::domain::ids::MailId;
use spoross::domain::staff::epoch;
use spoross::mailer::{self, Letter, Mailer, Way};
use spoross::secret::AppSecret;
use spoross::settings::{Overrides, Settings, Web};

use super::links::{self, Found};
use super::report::{Report, Verdict};
use crate::Place;

/// `patience` is how long a page of another house may take; none are asked without.
pub fn run(place: &Place, mail_to: Option<&str>, patience: Option<Duration>) -> ExitCode {
    let mut report = Report::default();
    if let Some(settings) = report.line("settings", check_settings(place)) {
        if let Some(doubt) = doubt_of_visitors(&settings.web) {
            report.verdict("visitors", Ok(doubt));
        }
        check_house(place, &settings, &mut report);
        report.line("mail", check_mail(&settings, mail_to));
        if let Some(patience) = patience {
            check_links(place, patience, &mut report);
        }
    }
    report.exit_code()
}

/// A line for each page of another house that did not answer well.
fn check_links(place: &Place, patience: Duration, report: &mut Report) {
    let found = place.open_house().and_then(|app| links::look(&app, patience));
    match found {
        Ok(Found { asked, lines, guarded }) => {
            let said = format!(
                "{asked} pages elsewhere asked for; {guarded} let no machine in; {} did not answer well",
                lines.len()
            );
            report.verdict("links", Ok(Verdict::Holds(said)));
            for line in lines {
                report.verdict("link", Err(anyhow!(line)));
            }
        }
        Err(error) => report.verdict("links", Err(error)),
    }
}

fn check_house(place: &Place, settings: &Settings, report: &mut Report) {
    let Some(folder) = report.line("folder", check_folder(place)) else { return };
    let secret = report.line("secret", check_secret(settings, &folder));
    let database = report.line("database", check_database(settings, &folder));
    let (Some(secret), Some(database)) = (secret, database) else { return };
    report.line("keys", check_keys(&database, &secret));
    report.line("audit", check_audit(&database));
    report.line("content", check_content(settings, secret, database));
}

pub(super) fn check_settings(place: &Place) -> Result<(Settings, String)> {
    let settings = place.settings(&Overrides::default())?;
    let owner = if settings.site.owner.is_empty() { "; say who runs this in `site.owner`" } else { "" };
    let said = format!("{}, listening on {}{owner}", settings.web.public_url, settings.web.listen);
    Ok((settings, said))
}

/// Behind a proxy that names nobody, only the ceiling for everyone together holds.
fn doubt_of_visitors(web: &Web) -> Option<Verdict> {
    (web.is_https() && web.client_address_header.is_empty()).then(|| {
        Verdict::Doubt(
            "cannot be told apart behind a proxy: one machine can set off the small sum for everyone; let the proxy set \
             one header and name it in `web.client_address_header`"
                .into(),
        )
    })
}

pub(super) fn check_folder(place: &Place) -> Result<(DataFolder, String)> {
    let folder = place.existing_folder()?;
    let name = folder.path().display();
    let mode = fs::metadata(folder.path())?.permissions().mode();
    ensure!(mode & 0o077 == 0, "{name} can be entered by others (mode {:o}): run `chmod 700 {name}`", mode & 0o777);
    let said = name.to_string();
    Ok((folder, said))
}

pub(super) fn check_secret(settings: &Settings, folder: &DataFolder) -> Result<(AppSecret, String)> {
    let path = folder.secret_file(settings);
    let secret = AppSecret::load(&path)?;
    let beside = path.starts_with(folder.path());
    let advice = if beside { "; in production keep it outside the data folder" } else { "" };
    Ok((secret, format!("{}, only its owner can read it{advice}", path.display())))
}

pub(super) fn check_database(settings: &Settings, folder: &DataFolder) -> Result<(Database, String)> {
    let is_sqlite = !settings.database.url.starts_with("postgres");
    ensure!(
        !settings.database.url.is_empty() || folder.database_file().exists(),
        "{} does not exist: start `spoross serve` once",
        folder.database_file().display()
    );
    let database = App::open_database(settings, folder)?;
    ensure!(!database.has_pending_migrations()?, "the tables are not up to date: run `spoross migrate`");
    Ok((database, format!("{}, up to date", if is_sqlite { "SQLite" } else { "PostgreSQL" })))
}

fn check_keys(database: &Database, secret: &AppSecret) -> Result<((), String)> {
    let (foreign, holders) = database.write_blocking(|conn| {
        let current = epoch::current(conn, secret)?;
        let holders = epoch::count_holders(conn, current.id.as_str())?;
        Ok::<_, spoross::domain::Error>((epoch::count_foreign_keys(conn, secret)?, holders))
    })?;
    ensure!(foreign == 0, "{foreign} public keys in the database are not ours: find out why before anyone signs in");
    let warning =
        if holders < 2 { "; let a second person in, or one lost password loses all waiting questions" } else { "" };
    Ok(((), format!("questions can be sealed, {holders} staff can open them{warning}")))
}

fn check_audit(database: &Database) -> Result<((), String)> {
    match database.write_blocking(audit::find_break)? {
        Some(place) => bail!("the chain of staff acts is broken at entry {place}"),
        None => Ok(((), "the chain of staff acts is whole".into())),
    }
}

fn check_content(settings: &Settings, secret: AppSecret, database: Database) -> Result<((), String)> {
    // Mail has a line of its own.
    let mut settings = settings.clone();
    settings.mail.url.clear();
    let app = App::assemble(settings, Clock::system(), secret, database)?;
    app.check_topics()?;
    Ok(((), format!("{} topics, {} regions", app.topics.all().len(), app.regions.all().len())))
}

fn check_mail(settings: &Settings, to: Option<&str>) -> Result<((), String)> {
    match (Mailer::from_settings(&settings.mail)?, to) {
        (None, Some(_)) => bail!("no mail can be sent: the setting `mail.url` is empty"),
        (None, None) => Ok(((), "not set up; staff get no mail".into())),
        (Some(mailer), None) => mailer.test().map(|()| ((), said_of(mailer.way()).into())),
        (Some(mailer), Some(to)) => {
            let body = "This is a test mail from Spør oss. If you can read it, mail to staff works.\n";
            let id = MailId::random().to_string();
            ensure!(mailer::is_address(to), "\"{to}\" is not a mail address");
            mailer.send(&Letter { id, to: to.into(), subject: "Spør oss: test".into(), body: body.into() })?;
            Ok(((), format!("a test mail was handed over for {to}")))
        }
    }
}

fn said_of(way: Way) -> &'static str {
    match way {
        Way::Encrypted => "the server answers, over TLS",
        Way::OnThisMachine => "the server on this machine answers, in clear",
        Way::Folder | Way::Memory => "each mail becomes a file; nobody gets it",
    }
}
