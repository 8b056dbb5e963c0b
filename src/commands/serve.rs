//! `spoross serve`: a real house.

use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;

use anyhow::{Context, Result};
use spoross::app::App;
use spoross::app::data_folder::{DataFolder, Kind};
use spoross::clock::Clock;
use spoross::domain;
use spoross::domain::audit::Actor;
use spoross::domain::staff::Role;
use spoross::domain::staff::invitation::{self, InvitationToken, NewMember};
use spoross::settings::{Overrides, Settings};
use spoross::{jobs, telemetry, web};

use super::DEFAULT_DATA;
use crate::Place;

/// The user name of the first account; the person gives their own name when they set it up.
const FIRST_MANAGER: &str = "manager";

pub fn run(place: &Place, listen: Option<SocketAddr>) -> Result<ExitCode> {
    let (settings, listener) = bind(place, listen)?;
    telemetry::start(&settings.log.level, std::io::stderr);
    telemetry::silence_panic_messages();
    let folder = DataFolder::open_or_create(&place.data_path(DEFAULT_DATA), Kind::House)?;
    let app = App::open(settings, &folder, Clock::system())?;
    println!("Spør oss answers on {}", app.settings.web.public_url);
    println!("Data folder: {}. Secret file: {}.", folder.path().display(), folder.secret_file(&app.settings).display());
    if let Some(token) = invite_first_manager(&app)? {
        println!(
            "\nNobody can sign in yet. The first manager sets up their account here (once, within {} hours):",
            app.settings.staff.invitation_hours
        );
        println!("  {}/panel/set-up/{}\n", app.settings.web.public_url, token.as_str());
    }
    serve(app, listener)
}

/// Settings and an open socket. Port 0 takes a free one, and the public address follows it.
pub fn bind(place: &Place, listen: Option<SocketAddr>) -> Result<(Settings, TcpListener)> {
    let wanted = place.settings(&Overrides { listen })?.web.listen;
    let listener = TcpListener::bind(wanted).with_context(|| format!("listening on {wanted}"))?;
    let listening_on = listener.local_addr()?;
    let settings = place.settings(&Overrides { listen: Some(listening_on) })?;
    Ok((settings, listener))
}

/// Serves until the process is told to stop.
pub fn serve(app: App, listener: TcpListener) -> Result<ExitCode> {
    actix_web::rt::System::new().block_on(async {
        jobs::start(&app, web::staff::digest::words);
        web::serve(app, listener).await
    })?;
    Ok(ExitCode::SUCCESS)
}

/// A link for the first manager, as long as nobody has used one.
fn invite_first_manager(app: &App) -> Result<Option<InvitationToken>> {
    let terms = app.invitation_terms(Actor::Server);
    let token = app.database.write_blocking(|conn| {
        if invitation::nobody_yet(conn)? {
            let roles = [Role::Manager, Role::Editor].into();
            let (name, profession) = (String::new(), String::new());
            let new = NewMember { user_name: FIRST_MANAGER.into(), name, roles, groups: [].into(), profession };
            return Ok(Some(invitation::invite(conn, &new, terms)?.1));
        }
        match invitation::first_manager_waiting(conn)? {
            Some(id) => Ok::<_, domain::Error>(Some(invitation::renew(conn, &id, terms)?)),
            None => Ok(None),
        }
    })?;
    Ok(token)
}
