//! `spoross staff …`: accounts from the server's side.

use std::process::ExitCode;

use anyhow::{Result, bail, ensure};
use spoross::domain::audit::Actor;
use spoross::domain::staff::invitation::{self, NewMember};
use spoross::domain::staff::{self, AccountState, Role};
use spoross::domain::{self, Refusal, queue};

use crate::Place;

/// As in the panel.
const LONGEST_PROFESSION: usize = 60;

/// What is said of someone beside their user name.
pub struct Person {
    pub name: String,
    /// What they are by training, as a review by another profession compares it.
    pub profession: String,
}

/// `spoross staff add`
pub fn add(place: &Place, user_name: &str, person: &Person, roles: &[String], groups: Vec<String>) -> Result<ExitCode> {
    let Person { name, profession } = person;
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.' || byte == b'-';
    ensure!(
        (2..=40).contains(&user_name.len()) && user_name.bytes().all(is_plain),
        "the user name \"{user_name}\" may have 2 to 40 of a–z, 0–9, dot and hyphen"
    );
    let profession = profession.trim();
    ensure!(
        profession.chars().count() <= LONGEST_PROFESSION && !profession.contains(char::is_control),
        "the profession \"{profession}\" may be one line of at most {LONGEST_PROFESSION} characters"
    );
    let app = place.open_house()?;
    let known = app.topics.groups();
    if let Some(unknown) = groups.iter().find(|group| !known.contains(&group.as_str())) {
        bail!("there is no group \"{unknown}\" in the topics file; it has: {}", known.join(", "));
    }
    let new = NewMember {
        user_name: user_name.to_owned(),
        name: name.clone(),
        profession: profession.to_owned(),
        roles: roles.iter().filter_map(|role| Role::from_word(role)).collect(),
        groups: groups.into_iter().collect(),
    };
    let terms = app.invitation_terms(Actor::Server);
    let hours = terms.valid_hours;
    let invited = app.database.write_blocking(|conn| match staff::find_by_user_name(conn, &new.user_name) {
        Ok(member) if member.state == AccountState::Invited => invitation::invite_again(conn, &member.id, &new, terms),
        Ok(_) => Err(Refusal::UserNameTaken.into()),
        Err(domain::Error::Refused(Refusal::NoSuchMember)) => {
            invitation::invite(conn, &new, terms).map(|(_, token)| token)
        }
        Err(error) => Err(error),
    });
    let token = match invited {
        Err(domain::Error::Refused(Refusal::UserNameTaken)) => bail!("the user name \"{user_name}\" is taken"),
        other => other?,
    };
    println!("Give this link to {name} (it works once, within {hours} hours):");
    println!("  {}/panel/set-up/{}", app.settings.web.public_url, token.as_str());
    println!("Then a manager lets {user_name} in under /panel/staff.");
    Ok(ExitCode::SUCCESS)
}

/// `spoross staff list`
pub fn list(place: &Place) -> Result<ExitCode> {
    let app = place.open_house()?;
    for member in app.database.write_blocking(staff::list_all)? {
        let roles: Vec<&str> = member.roles.iter().map(|role| role.word()).collect();
        let profession = if member.profession.is_empty() { String::new() } else { format!(", {}", member.profession) };
        let (user_name, state) = (&member.user_name, member.state.word());
        println!("{user_name:<20} {state:<15} {:<40} {}{profession}", roles.join(","), member.name);
    }
    Ok(ExitCode::SUCCESS)
}

/// `spoross staff disable`
pub fn disable(place: &Place, user_name: &str) -> Result<ExitCode> {
    let app = place.open_house()?;
    let now = app.clock.now();
    let disabled = app.database.write_blocking(|conn| {
        let member = staff::disable(conn, user_name, Actor::Server, now)?;
        queue::release_all_held_by(conn, &member.id, Actor::Server, now)
    });
    match disabled {
        Err(domain::Error::Refused(Refusal::NoSuchMember)) => bail!("there is no user \"{user_name}\""),
        Err(domain::Error::Refused(Refusal::LastKeyHolder)) => {
            bail!("nobody else can open the waiting questions: let a colleague in before you disable {user_name}")
        }
        other => other?,
    }
    println!(
        "{user_name} is disabled. Their sessions stopped working just now; questions they held are in the queue again."
    );
    Ok(ExitCode::SUCCESS)
}
