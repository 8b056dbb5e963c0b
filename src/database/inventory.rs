//! Every table and column this version keeps, each with its class. The privacy page and `spoross privacy` are made from
//! this list, and a test holds it against both databases: a column that is not named here fails.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::Text;

use super::AnyConnection;

/// How a column is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Bytes that only someone's keys open.
    Sealed,
    /// Readable for whoever has the database.
    Clear,
    /// A day, never a time of day.
    Date,
    /// A random number or a key: it says nothing by itself.
    Key,
    /// About those who work here.
    Staff,
    /// Everyone may read it.
    Public,
    /// A number that is added to.
    Counter,
}

impl Class {
    pub const ALL: [Self; 7] =
        [Self::Sealed, Self::Clear, Self::Date, Self::Key, Self::Staff, Self::Public, Self::Counter];

    pub fn word(self) -> &'static str {
        match self {
            Self::Sealed => "sealed",
            Self::Clear => "clear",
            Self::Date => "date",
            Self::Key => "key",
            Self::Staff => "staff",
            Self::Public => "public",
            Self::Counter => "counter",
        }
    }
}

/// Whether a table may hold a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// What askers left here, or what could lead to it: days only.
    DaysOnly,
    /// Only what staff and the service itself do.
    Exact,
}

/// One table. Tables on one shelf stand together on the privacy page.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    pub name: &'static str,
    pub shelf: &'static str,
    pub times: Times,
    pub columns: &'static [(&'static str, Class)],
}

/// Writes the list: a table a line, `"name" on "shelf", Times: column Class, …;`
macro_rules! tables {
    ($($name:literal on $shelf:literal, $times:ident: $($column:ident $class:ident),+;)+) => {
        &[$(Table {
            name: $name,
            shelf: $shelf,
            times: Times::$times,
            columns: &[$((stringify!($column), Class::$class)),+],
        }),+]
    };
}

/// All that is kept. A new table is one line here, and texts for its shelf if that is new.
#[rustfmt::skip]
pub const TABLES: &[Table] = tables! {
    "question" on "question", DaysOnly: id Key, topic Clear, urgency Clear, state Clear, arrived_on Date, due_on Date,
        closed_on Date, holder_id Staff, epoch_id Key, sealed Sealed, opened_on Date;
    "receipt" on "receipt", DaysOnly: tag Key, question_id Key, public_key Key, seal Key, closed_on Date;
    "letter" on "letter", DaysOnly: id Key, receipt_tag Key, question_id Key, place Clear, kind Clear, written_on Date,
        for_asker Sealed, asker_code Key, for_staff Sealed, staff_code Key;
    "answer" on "answer", DaysOnly: question_id Key, author_id Staff, reviewer_id Staff, version Clear,
        sealed_wording Sealed, sealed_note Sealed, approval_code Key;
    "answer_writer" on "answer", DaysOnly: question_id Key, staff_id Staff;
    "answer_past" on "answer", DaysOnly: question_id Key, version Clear, writer_id Staff, sealed_wording Sealed;
    "answer_companion" on "answer", DaysOnly: companion_id Key, question_id Key;
    "text_block" on "text_block", DaysOnly: id Key, language Clear, title Clear, body Clear, number Clear,
        writer_id Staff, written_on Date;
    "publication" on "publication", DaysOnly: id Public, slug Public, topic Public, language Public, title Public,
        question Public, answer Public, gender Public, age_band Public, signature_name Public, signature_title Public,
        signature_specialities Public, published_on Public, updated_on Public, subtopic Public;
    "publication_choice" on "publication", DaysOnly: publication_id Public, place Public;
    "publication_pin" on "publication", DaysOnly: publication_id Public, related_id Public, place Public;
    "publication_version" on "publication", DaysOnly: publication_id Public, language Public, is_easy Public,
        state Staff, number Staff, title Public, question Public, answer Public, original Public, note Staff,
        author_id Staff, reviewer_id Staff, approval_code Key, written_on Staff, approved_on Public, public_on Public;
    "publication_version_writer" on "publication", DaysOnly: publication_id Public, language Public, is_easy Public,
        staff_id Staff;
    "old_path" on "publication", DaysOnly: path Public, publication_id Public;
    "import_mark" on "publication", DaysOnly: fingerprint Public, publication_id Public;
    "publication_change" on "publication", DaysOnly: place Public, publication_id Public, kind Public;
    "publication_change_end" on "publication", DaysOnly: id Public, place Public;
    "withdrawal" on "publication", DaysOnly: publication_id Public, slug Public, old_path Public, import_mark Public,
        words_mark Public, topic Public, language Public, reason Public, words Public, instead Public,
        withdrawn_on Public, staff_id Staff, kept Staff, returner_id Staff;
    "correction" on "publication", DaysOnly: publication_id Public, state Staff, number Staff, title Staff,
        question Staff, answer Staff, public_note Staff, original Public, said Staff, author_id Staff, written_on Staff,
        placing Staff;
    "correction_writer" on "publication", DaysOnly: publication_id Public, staff_id Staff;
    "former_wording" on "publication", DaysOnly: publication_id Public, number Staff, title Staff, question Staff,
        answer Staff, public_note Public, replaced_on Public, author_id Staff, reviewer_id Staff, placing Staff;
    "publication_topic" on "publication", DaysOnly: publication_id Public, topic Public, place Public;
    "publication_article" on "publication", DaysOnly: publication_id Public, article_id Key, place Public;
    "publication_check" on "publication", DaysOnly: publication_id Public, checked_on Public, staff_id Staff,
        recheck_on Staff;
    "broken_link" on "publication", DaysOnly: publication_id Public, path Public;
    "slot_publication" on "publication", DaysOnly: id Public, slug Public, content Public, due_on Public, hour Public;
    "urgent_publication" on "publication", DaysOnly: publication_id Public, reason Staff, staff_id Staff,
        published_on Public, reviewer_id Staff, reviewed_on Staff;
    "urgent_publication_writer" on "publication", DaysOnly: publication_id Public, staff_id Staff;
    "answer_returned" on "answer", DaysOnly: question_id Key, version Clear, sealed_wording Sealed;
    "answer_comment" on "answer", DaysOnly: id Key, question_id Key, place Clear, staff_id Staff, sealed Sealed,
        done_by Staff;
    "relevel" on "relevel", DaysOnly: id Key, found Clear, set_to Clear, rules Clear, month Date;
    "statistic" on "statistic", DaysOnly: month Date, dimension Counter, value Counter, count Counter;
    "week_count" on "statistic", DaysOnly: monday Date, counted Counter, count Counter;
    "feedback" on "feedback", DaysOnly: publication_id Key, answer Counter, count Counter;
    "report" on "report", DaysOnly: id Key, publication_id Key, kind Clear, arrived_on Date, epoch_id Key,
        sealed Sealed;
    "article" on "article", DaysOnly: id Key, slug Public, language Public, state Clear, newest_version Clear,
        public_version Clear, note Clear, author_id Staff, author_name Public, author_title Public,
        checker_name Public, checker_title Public, published_on Public, updated_on Public, checked_on Public,
        withdrawn_on Public;
    "article_version" on "article", DaysOnly: article_id Key, version Clear, writer_id Staff, saved_on Date,
        topic Clear, title Clear, lead Clear, key_points Clear, body Clear, sources Clear, related Clear,
        reviewer_id Staff, approval_code Key, published_on Date;
    "article_broken_link" on "article", DaysOnly: article_id Key, path Public;
    "outside_link" on "article", DaysOnly: kind Public, subject Public, address Public, trouble Public, asked_on Public;
    "dictionary_word" on "dictionary", DaysOnly: fingerprint Key, entry Public, word Public, state Clear,
        staff_id Staff, decided_on Date;
    "audit" on "audit", Exact: place Counter, at Staff, actor_id Staff, act Staff, subject_id Key, salt Key,
        subject_hash Key, link Key;
    "audit_end" on "audit", Exact: id Counter, place Counter;
    "staff" on "staff", Exact: id Key, user_name Staff, name Staff, title Staff, specialities Staff, language Staff,
        state Staff, created_at Staff, shortcuts Staff, profession Staff;
    "staff_role" on "staff", Exact: staff_id Key, role Staff;
    "staff_group" on "staff", Exact: staff_id Key, name Staff;
    "staff_key" on "staff", Exact: staff_id Key, salt Key, memory_kib Key, passes Key, verifier Key,
        wrapped_private_key Sealed, wrapped_totp_seed Sealed, totp_last_step Staff, public_key Key, public_key_code Key;
    "invitation" on "staff", Exact: token_code Key, staff_id Key, expires_at Staff, code Key, used_at Staff;
    "session" on "staff", Exact: id Key, staff_id Key, wrapped_private_key Sealed, started_at Staff, seen_at Staff;
    "staff_mail" on "staff", Exact: staff_id Key, address Staff, chosen_at Staff, failure Staff, failed_on Staff;
    "staff_mail_hour" on "staff", Exact: staff_id Key, hour Staff;
    "digest" on "staff", Exact: staff_id Key, due_on Staff, hour Staff;
    "outbox" on "staff", Exact: id Key, staff_id Key, hour Staff, waiting Counter, urgent Counter, late Counter,
        review Counter, state Staff, attempts Staff, first_at Staff, next_at Staff, very_late Counter, kind Staff;
    "outbox_reminder" on "staff", Exact: mail_id Key, audience Staff, days Staff, count Counter;
    "reminder" on "staff", Exact: staff_id Key, audience Staff, days Staff, told_on Staff;
    "handover" on "handover", DaysOnly: question_id Key, from_id Staff, to_id Staff, to_group Staff, sealed_note Sealed,
        handed_on Date;
    "escalation" on "escalation", Exact: id Key, question_id Key, from_id Staff, to_id Staff, raised_at Staff,
        opened_at Staff, decided_at Staff, decision Clear;
    "escalation_text" on "escalation", DaysOnly: escalation_id Key, question_id Key, sealed_text Sealed,
        sealed_reason Sealed;
    "wait" on "wait", DaysOnly: closed_on Date, days Counter, count Counter;
    "wait_month" on "wait", DaysOnly: month Date, days Counter;
    "season" on "season", DaysOnly: id Key, kind Public, until_on Public, staff_id Staff, chosen_on Staff;
    "lease" on "lease", Exact: question_id Key, seen_at Staff;
    "epoch" on "house", Exact: id Key, opened_at Staff, public_key Key, public_key_code Key;
    "epoch_grant" on "house", Exact: epoch_id Key, staff_id Key, sealed_private_key Sealed;
    "__diesel_schema_migrations" on "house", Exact: version Clear, run_on Clear;
};

/// A column as the database itself names it.
#[derive(Clone, Debug, QueryableByName)]
pub struct LiveColumn {
    #[diesel(sql_type = Text)]
    pub table_name: String,
    #[diesel(sql_type = Text)]
    pub column_name: String,
    /// In the database's own words.
    #[diesel(sql_type = Text)]
    pub column_type: String,
}

const SQLITE_COLUMNS: &str = "SELECT t.name AS table_name, c.name AS column_name, c.type AS column_type \
     FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'";
const POSTGRES_COLUMNS: &str = "SELECT table_name::text AS table_name, column_name::text AS column_name, data_type::text AS column_type \
     FROM information_schema.columns WHERE table_schema = current_schema()";

/// Every column there is.
pub fn live_columns(conn: &mut AnyConnection) -> QueryResult<Vec<LiveColumn>> {
    match conn {
        AnyConnection::Postgres(conn) => sql_query(POSTGRES_COLUMNS).load(conn),
        AnyConnection::Sqlite(conn) => sql_query(SQLITE_COLUMNS).load(conn),
    }
}

/// The columns of a live database that this list does not name as `table.column`.
pub fn unnamed(live: &[LiveColumn]) -> impl Iterator<Item = String> {
    let is_named = |column: &LiveColumn| {
        find(&column.table_name).is_some_and(|table| table.columns.iter().any(|(name, _)| *name == column.column_name))
    };
    live.iter().filter(move |column| !is_named(column)).map(LiveColumn::to_string)
}

/// What this list names and a live database does not have.
pub fn missing(live: &[LiveColumn]) -> Vec<String> {
    let is_there =
        |table: &str, name: &str| live.iter().any(|column| column.table_name == table && column.column_name == name);
    TABLES
        .iter()
        .flat_map(|table| table.columns.iter().map(move |(name, _)| (table.name, *name)))
        .filter(|(table, name)| !is_there(table, name))
        .map(|(table, name)| format!("{table}.{name}"))
        .collect()
}

/// The columns that could hold a time of day in tables that have days only. A table nobody named is one of them.
pub fn telling_time(live: &[LiveColumn]) -> impl Iterator<Item = String> {
    live.iter()
        .filter(|column| column.can_hold_a_time() && !may_be_exact(&column.table_name))
        .map(LiveColumn::to_string)
}

fn may_be_exact(table: &str) -> bool {
    find(table).is_some_and(|table| table.times == Times::Exact)
}

fn find(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

impl LiveColumn {
    fn can_hold_a_time(&self) -> bool {
        self.column_type.to_lowercase().contains("time")
    }
}

impl std::fmt::Display for LiveColumn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.table_name, self.column_name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(table: &str, name: &str, kind: &str) -> LiveColumn {
        LiveColumn { table_name: table.into(), column_name: name.into(), column_type: kind.into() }
    }

    #[test]
    fn a_time_of_day_is_seen_where_only_days_may_be() {
        let live = [
            column("question", "arrived_on", "DATE"),
            column("question", "seen_at", "timestamp without time zone"),
            column("session", "seen_at", "TIMESTAMP"),
            column("visit", "at", "DATETIME"),
        ];
        assert_eq!(telling_time(&live).collect::<Vec<_>>(), ["question.seen_at", "visit.at"]);
        assert_eq!(unnamed(&live).collect::<Vec<_>>(), ["question.seen_at", "visit.at"]);
        assert!(missing(&live).contains(&"question.sealed".to_owned()));
    }

    #[test]
    fn no_column_that_tells_time_is_called_a_date() {
        let dated = |name: &str| name.ends_with("_on") || ["month", "monday"].contains(&name);
        for table in TABLES.iter().filter(|table| table.times == Times::DaysOnly) {
            for (name, class) in table.columns {
                assert!(!name.ends_with("_at"), "{}.{name}", table.name);
                assert!(*class != Class::Date || dated(name), "{}.{name}", table.name);
            }
        }
    }
}
