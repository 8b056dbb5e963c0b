//! What stood around a pair that was taken away: it comes back with it, as far as what it leads to is still there.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::database::AnyConnection;
use crate::database::schema::{
    article, feedback, publication, publication_article, publication_check as check, publication_choice as choice,
    publication_pin as pin, publication_topic as topic, urgent_publication as urgent,
    urgent_publication_writer as urgent_writer,
};
use crate::domain::errors::Result;
use crate::domain::ids::PublicationId;
use crate::domain::publication::{Publication, choice as chosen};

/// An id or a word, and its place.
type Placed = (String, i32);

/// All of it, as it is kept beside the pair.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Surroundings {
    choice: Option<i32>,
    topics: Vec<Placed>,
    pins: Vec<Placed>,
    /// Pairs that it was pinned to.
    pinned_to: Vec<Placed>,
    articles: Vec<Placed>,
    feedback: Vec<(String, i64)>,
    check: Option<LastReading>,
    urgent: Option<Urgent>,
}

#[derive(Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = check)]
struct LastReading {
    publication_id: String,
    checked_on: Option<NaiveDate>,
    staff_id: Option<String>,
    recheck_on: Option<NaiveDate>,
}

#[derive(Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = urgent)]
struct UrgentRow {
    publication_id: String,
    reason: String,
    staff_id: String,
    published_on: NaiveDate,
    reviewer_id: Option<String>,
    reviewed_on: Option<NaiveDate>,
}

/// It came out unread: who had a hand in it, so that none of them passes it after all.
#[derive(Serialize, Deserialize)]
struct Urgent {
    row: UrgentRow,
    hands: Vec<String>,
}

impl Surroundings {
    pub fn find(conn: &mut AnyConnection, id: &PublicationId) -> Result<Self> {
        let id = id.as_str();
        let row: Option<UrgentRow> = urgent::table.find(id).select(UrgentRow::as_select()).first(conn).optional()?;
        let hands = urgent_writer::table.filter(urgent_writer::publication_id.eq(id));
        let hands: Vec<String> = hands.select(urgent_writer::staff_id).load(conn)?;
        let articles = publication_article::table.filter(publication_article::publication_id.eq(id));
        Ok(Self {
            choice: choice::table.find(id).select(choice::place).first(conn).optional()?,
            topics: topic::table
                .filter(topic::publication_id.eq(id))
                .select((topic::topic, topic::place))
                .load(conn)?,
            pins: pin::table.filter(pin::publication_id.eq(id)).select((pin::related_id, pin::place)).load(conn)?,
            pinned_to: pin::table
                .filter(pin::related_id.eq(id))
                .select((pin::publication_id, pin::place))
                .load(conn)?,
            articles: articles.select((publication_article::article_id, publication_article::place)).load(conn)?,
            feedback: feedback::table
                .filter(feedback::publication_id.eq(id))
                .select((feedback::answer, feedback::count))
                .load(conn)?,
            check: check::table.find(id).select(LastReading::as_select()).first(conn).optional()?,
            urgent: row.map(|row| Urgent { row, hands }),
        })
    }

    pub fn put_back(self, conn: &mut AnyConnection, pair: &Publication) -> Result<()> {
        let id = pair.id.as_str();
        if let Some(place) = self.choice {
            chosen::take_in(conn, pair, place)?;
        }
        for (name, place) in self.topics {
            let row = (topic::publication_id.eq(id), topic::topic.eq(name), topic::place.eq(place));
            diesel::insert_into(topic::table).values(row).execute(conn)?;
        }
        for (other, place) in self.pins {
            pin_one(conn, (id, &other), place)?;
        }
        for (other, place) in self.pinned_to {
            pin_one(conn, (&other, id), place)?;
        }
        for (other, place) in self.articles {
            if article::table.find(&other).count().get_result::<i64>(conn)? > 0 {
                let row = (
                    publication_article::publication_id.eq(id),
                    publication_article::article_id.eq(other),
                    publication_article::place.eq(place),
                );
                diesel::insert_into(publication_article::table).values(row).execute(conn)?;
            }
        }
        for (answer, count) in self.feedback {
            let row = (feedback::publication_id.eq(id), feedback::answer.eq(answer), feedback::count.eq(count));
            diesel::insert_into(feedback::table).values(row).execute(conn)?;
        }
        if let Some(row) = self.check {
            diesel::insert_into(check::table).values(&row).execute(conn)?;
        }
        self.urgent.map_or(Ok(()), |urgent| urgent.put_back(conn))
    }
}

impl Urgent {
    fn put_back(self, conn: &mut AnyConnection) -> Result<()> {
        diesel::insert_into(urgent::table).values(&self.row).execute(conn)?;
        for hand in self.hands {
            let row = (urgent_writer::publication_id.eq(&self.row.publication_id), urgent_writer::staff_id.eq(hand));
            diesel::insert_into(urgent_writer::table).values(row).execute(conn)?;
        }
        Ok(())
    }
}

/// One pair beside another, when both are there.
fn pin_one(conn: &mut AnyConnection, (id, related): (&str, &str), place: i32) -> Result<()> {
    let there = publication::table.filter(publication::id.eq_any([id, related])).count().get_result::<i64>(conn)?;
    if there == 2 {
        let row = (pin::publication_id.eq(id), pin::related_id.eq(related), pin::place.eq(place));
        diesel::insert_into(pin::table).values(row).execute(conn)?;
    }
    Ok(())
}
