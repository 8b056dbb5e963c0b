//! The words of a reminder: how many questions come to their day or are past it, and nothing of any of them.

use crate::domain::outbox::Mail;
use crate::domain::outbox::step::{Audience, Step};
use crate::mailer::Letter;
use crate::settings::Settings;
use crate::web::locale::Texts;

/// A reminder in its receiver's language: numbers, and the address of the panel's front page.
pub fn words(settings: &Settings, mail: &Mail) -> Letter {
    let texts = Texts(mail.language);
    let mut body = vec![texts.t("reminder-greeting").to_string()];
    for audience in Audience::ALL {
        let lines: Vec<String> =
            mail.steps.iter().filter(|step| step.audience == *audience).map(|step| line(texts, *step)).collect();
        if !lines.is_empty() {
            body.push(format!("{}\n{}", texts.t(format!("reminder-of-{}", audience.word())), lines.join("\n")));
        }
    }
    body.push(texts.t("digest-panel").with("address", format!("{}/panel", settings.web.public_url)).to_string());
    body.push(texts.t("digest-why").to_string());
    Letter {
        id: mail.id.to_string(),
        to: mail.address.clone(),
        subject: texts.t("reminder-subject").with("site", &settings.site.name).to_string(),
        body: body.join("\n\n") + "\n",
    }
}

fn line(texts: Texts, Step { days, count, .. }: Step) -> String {
    let key = match days {
        ..0 => "reminder-before",
        0 => "reminder-today",
        1.. => "reminder-after",
    };
    let days = texts.t("count-of-days").with("count", days.abs());
    format!("- {}", texts.t(key).with("count", count).with("days", days.to_string()))
}
