//! The two clocks of a question: a person opens it within one working day, and it is answered by its day. The second is a
//! promise in days of the calendar; holidays are shown beside it and do not stretch it.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::Envelope;
use crate::clock::holidays::next_working_day;
use crate::database::AnyConnection;
use crate::database::schema::question;
use crate::domain::errors::Result;

impl Envelope {
    /// Days until the answer is due; negative when it is late.
    pub fn days_left(&self, today: NaiveDate) -> i64 {
        (self.due_on - today).num_days()
    }

    /// The last day on which its first opening is in time (NORWAY.md: one working day).
    pub fn open_by(&self) -> NaiveDate {
        next_working_day(self.arrived_on)
    }

    /// Whether no person has opened it although its working day is over.
    pub fn is_overlooked(&self, today: NaiveDate) -> bool {
        self.opened_on.is_none() && self.open_by() < today
    }

    /// Writes down the day it was first opened; a later look changes nothing.
    pub(super) fn note_opened(&mut self, conn: &mut AnyConnection, today: NaiveDate) -> Result<()> {
        if self.opened_on.is_some() {
            return Ok(());
        }
        diesel::update(question::table.find(self.id.as_str()).filter(question::opened_on.is_null()))
            .set(question::opened_on.eq(today))
            .execute(conn)?;
        self.opened_on = Some(today);
        Ok(())
    }
}
