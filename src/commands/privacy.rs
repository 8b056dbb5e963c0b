//! `spoross privacy`: does this house keep what its privacy page says? A line each, and exit status 1 when one fails.
//! Looks at the live database, files, settings and pages; changes nothing, and prints nothing secret.

mod deletion;
mod files;
mod mail;
mod pages;
mod tables;
mod visit;

use std::process::ExitCode;

use anyhow::Result;
use spoross::app::App;
use spoross::clock::Clock;
use spoross::database::Database;
use spoross::secret::AppSecret;
use spoross::settings::{Settings, Site};

use super::check;
use super::report::{Report, Verdict};
use crate::Place;

/// `url` is where the pages are asked for, instead of where the settings listen.
pub fn run(place: &Place, url: Option<&str>) -> ExitCode {
    let mut report = Report::default();
    if let Some(settings) = report.line("settings", check::check_settings(place)) {
        look_at_house(place, &settings, url, &mut report);
        report.verdict("contact", Ok(someone_answers(&settings.site)));
        report.verdict("core", Ok(files::no_core_is_dumped()));
    }
    report.exit_code()
}

fn look_at_house(place: &Place, settings: &Settings, url: Option<&str>, report: &mut Report) {
    let Some(folder) = report.line("folder", check::check_folder(place)) else { return };
    let clock = Clock::system();
    report.verdict("files", files::are_ours_alone(&folder, settings));
    report.verdict("backup", files::backup_forgets(&folder, &settings.backup, clock.now()));
    let secret = report.line("secret", check::check_secret(settings, &folder));
    if secret.is_some() {
        report.verdict("secret", files::secret_lies_apart(&folder, settings));
    }
    let Some(database) = report.line("database", check::check_database(settings, &folder)) else { return };
    report.verdict("tables", tables::are_named(&database));
    report.verdict("times", tables::tell_no_time(&database));
    report.verdict("deleting", deletion::leaves_the_files(&database, settings, &folder));
    let Some(secret) = secret else { return };
    match assemble(settings, clock, secret, database) {
        Ok(app) => look_at_service(&app, url, report),
        Err(error) => report.verdict("content", Err(error)),
    }
}

fn look_at_service(app: &App, url: Option<&str>, report: &mut Report) {
    report.verdict("retention", deletion::happened_in_time(app));
    report.verdict("sessions", deletion::no_session_is_left(app));
    report.verdict("mail", mail::goes_closed_and_leaves(app));
    match pages::Rehearsal::start(app) {
        Ok(rehearsal) => {
            report.verdict("log", rehearsal.log_stays_silent());
            report.verdict("pages", rehearsal.pages_leave_no_trace(url));
        }
        Err(error) => report.verdict("pages", Err(error)),
    }
}

fn assemble(settings: &Settings, clock: Clock, secret: AppSecret, database: Database) -> Result<App> {
    let mut settings = settings.clone();
    settings.web.workers = 1;
    App::assemble(settings, clock, secret, database)
}

fn someone_answers(site: &Site) -> Verdict {
    if site.owner.is_empty() || site.contact.is_empty() {
        Verdict::Doubt("the privacy page does not say whom to ask: set `site.owner` and `site.contact`".into())
    } else {
        Verdict::Holds(format!("{} answers for privacy at {}", site.owner, site.contact))
    }
}
