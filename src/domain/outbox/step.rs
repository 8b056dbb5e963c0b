//! What a reminder on its way says: how many questions reached which step.

use diesel::prelude::*;

use super::{Kind, insert};
use crate::clock::Moment;
use crate::database::AnyConnection;
use crate::database::schema::outbox_reminder as table;
use crate::domain::errors::Result;
use crate::domain::ids::{MailId, StaffId, words};

words!(
    /// Who is told of a step.
    Audience, "audience" {
        /// Those who answer for a question's group, of their own groups alone.
        Group = "group",
        /// Editors, of all groups together.
        Editors = "editors",
    }
);

/// How many questions reached a step: so many days after their day; before it when negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub audience: Audience,
    pub days: i32,
    pub count: i64,
}

/// Puts a reminder into the outbox. One that has not gone stays beside it: it tells of other questions.
pub fn put(conn: &mut AnyConnection, staff: &StaffId, hour: i32, steps: &[Step], now: Moment) -> Result<()> {
    let id = insert(conn, (staff, hour), (Kind::Reminder, super::Numbers::default()), (now, now))?;
    for step in steps {
        diesel::insert_into(table::table)
            .values((
                table::mail_id.eq(id.as_str()),
                table::audience.eq(step.audience.word()),
                table::days.eq(step.days),
                table::count.eq(step.count),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// What a mail says of steps: nothing when it is a digest. The group's first, the earliest first.
pub(super) fn list(conn: &mut AnyConnection, mail: &MailId) -> Result<Vec<Step>> {
    let rows: Vec<(String, i32, i64)> = table::table
        .filter(table::mail_id.eq(mail.as_str()))
        .select((table::audience, table::days, table::count))
        .load(conn)?;
    let step = |(audience, days, count): (String, i32, i64)| {
        Some(Step { audience: Audience::from_word(&audience)?, days, count })
    };
    let mut steps: Vec<Step> = rows.into_iter().filter_map(step).collect();
    steps.sort_by_key(|step| (step.audience, step.days));
    Ok(steps)
}
