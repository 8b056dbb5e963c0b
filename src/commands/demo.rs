//! `spoross demo`: a throwaway house with invented staff, so that anyone can try the whole job in a minute.

mod articles;
mod furnish;

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use spoross::app::App;
use spoross::app::data_folder::{DataFolder, Kind};
use spoross::clock::Clock;
use spoross::domain::staff::sign_in;
use spoross::settings::Settings;
use spoross::telemetry;
use spoross::vault;

use super::serve;
use crate::Place;

/// Which of the demo's questions the printed receipt codes belong to: one that waits, one that is being answered.
const RECEIPTS: [usize; 2] = [0, 13];
const DEFAULT_DATA: &str = "demo-data";

/// What a demo's member of staff signs in with. It lies readable in the demo's folder; a real house has no such file.
#[derive(Serialize, Deserialize)]
struct Access {
    user: String,
    password: String,
    seed: String,
    roles: Vec<String>,
}

/// What `--codes --json` prints.
#[derive(Serialize)]
struct Code<'a> {
    user: &'a str,
    password: &'a str,
    totp: String,
    roles: &'a [String],
}

/// `spoross demo`
pub fn run(place: &Place, listen: Option<SocketAddr>) -> Result<ExitCode> {
    let (settings, listener) = serve::bind(place, listen)?;
    let settings = throwaway(settings);
    telemetry::start(&settings.log.level, std::io::stderr);
    telemetry::silence_panic_messages();
    let folder = DataFolder::open_or_create(&place.data_path(DEFAULT_DATA), Kind::Demo)?;
    let app = App::open(settings, &folder, Clock::system())?;
    if !folder.demo_staff_file().exists() {
        println!("Making the demo house: invented staff, questions and answers …");
        keep_access(&folder, actix_web::rt::System::new().block_on(furnish::furnish(&app))?)?;
    }
    println!("\nSpør oss, demo: {url}\nThe panel:      {url}/panel\n", url = app.settings.web.public_url);
    print_codes(&folder, false)?;
    println!("\nA code works once and for 30 seconds; `spoross demo --codes` prints the current ones.");
    let codes: Vec<String> = RECEIPTS.map(|number| furnish::receipt_code(&app, number).grouped()).into();
    println!("Receipt codes to try at /kode: {}", codes.join(", "));
    println!("Everything here is invented. Delete {} to begin anew.\n", folder.path().display());
    serve::serve(app, listener)
}

/// `spoross demo --codes`
pub fn codes(place: &Place, as_json: bool) -> Result<ExitCode> {
    let folder = DataFolder::open(&place.data_path(DEFAULT_DATA), Kind::Demo)?;
    print_codes(&folder, as_json)?;
    Ok(ExitCode::SUCCESS)
}

/// A demo is always on SQLite in its own folder, whatever the settings say.
fn throwaway(mut settings: Settings) -> Settings {
    settings.database.url.clear();
    settings.secret.file = PathBuf::new();
    if settings.site.owner.is_empty() {
        settings.site.owner = "Demokommunen (oppdiktet)".into();
    }
    settings
}

fn print_codes(folder: &DataFolder, as_json: bool) -> Result<()> {
    let file = folder.demo_staff_file();
    let text =
        fs::read_to_string(&file).with_context(|| format!("reading {}: start `spoross demo` first", file.display()))?;
    let staff: Vec<Access> = serde_json::from_str(&text)?;
    let now = Clock::system().now();
    let codes: Vec<Code<'_>> = staff
        .iter()
        .map(|access| {
            let seed = vault::from_hex(&access.seed).context("a seed in the demo's staff file is broken")?;
            let totp = sign_in::code_at(&seed, now).context("a seed in the demo's staff file is too short")?;
            Ok(Code { user: &access.user, password: &access.password, totp, roles: &access.roles })
        })
        .collect::<Result<_>>()?;
    if as_json {
        println!("{}", serde_json::to_string(&codes)?);
        return Ok(());
    }
    println!("{:<10} {:<22} {:<8} roles", "user", "password", "code");
    for code in codes {
        println!("{:<10} {:<22} {:<8} {}", code.user, code.password, code.totp, code.roles.join(", "));
    }
    Ok(())
}

fn keep_access(folder: &DataFolder, mut staff: Vec<Access>) -> Result<()> {
    staff.sort_by(|one, other| one.user.cmp(&other.user));
    let path = folder.demo_staff_file();
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
    file.write_all(serde_json::to_string_pretty(&staff)?.as_bytes())?;
    Ok(())
}
