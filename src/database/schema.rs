//! The tables as diesel sees them; `tests/house/migrations.rs` holds them against both databases.

mod accounts;
mod articles;
mod mail;
mod placing;
mod publishing;
mod questions;
mod queue;
mod writing;

pub use accounts::{epoch, epoch_grant, invitation, session, staff, staff_group, staff_key, staff_role};
pub use articles::{article, article_version, dictionary_word};
pub use mail::{digest, outbox, outbox_reminder, reminder, staff_mail, staff_mail_hour};
pub use placing::{article_broken_link, outside_link, publication_article, publication_topic};
pub use publishing::{
    answer_comment, answer_returned, broken_link, correction, correction_writer, former_wording, publication_check,
    slot_publication, urgent_publication, urgent_publication_writer, withdrawal,
};
pub use questions::{answer, answer_writer, letter, question, receipt, relevel};
pub use queue::{escalation, escalation_text, handover, lease, season, wait, wait_month};
pub use writing::{answer_companion, answer_past, text_block};

diesel::table! {
    publication (id) {
        id -> Text,
        slug -> Text,
        topic -> Text,
        language -> Text,
        title -> Text,
        question -> Text,
        answer -> Text,
        gender -> Text,
        age_band -> Text,
        signature_name -> Text,
        signature_title -> Text,
        signature_specialities -> Text,
        published_on -> Date,
        updated_on -> Nullable<Date>,
        subtopic -> Nullable<Text>,
    }
}

diesel::table! {
    publication_choice (publication_id) {
        publication_id -> Text,
        place -> Integer,
    }
}

diesel::table! {
    publication_pin (publication_id, related_id) {
        publication_id -> Text,
        related_id -> Text,
        place -> Integer,
    }
}

diesel::table! {
    import_mark (fingerprint) {
        fingerprint -> Text,
        publication_id -> Text,
    }
}

diesel::table! {
    old_path (path) {
        path -> Text,
        publication_id -> Text,
    }
}

diesel::table! {
    publication_change (place) {
        place -> BigInt,
        publication_id -> Text,
        kind -> Text,
    }
}

diesel::table! {
    publication_change_end (id) {
        id -> Integer,
        place -> BigInt,
    }
}

diesel::table! {
    audit (place) {
        place -> BigInt,
        at -> Timestamp,
        actor_id -> Text,
        act -> Text,
        subject_id -> Nullable<Text>,
        salt -> Nullable<Binary>,
        subject_hash -> Binary,
        link -> Binary,
    }
}

diesel::table! {
    audit_end (id) {
        id -> Integer,
        place -> BigInt,
    }
}

diesel::table! {
    week_count (monday, counted) {
        monday -> Date,
        counted -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    statistic (month, dimension, value) {
        month -> Date,
        dimension -> Text,
        value -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    feedback (publication_id, answer) {
        publication_id -> Text,
        answer -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    report (id) {
        id -> Text,
        publication_id -> Text,
        kind -> Text,
        arrived_on -> Date,
        epoch_id -> Text,
        sealed -> Binary,
    }
}

diesel::table! {
    publication_version (publication_id, language, is_easy) {
        publication_id -> Text,
        language -> Text,
        is_easy -> Bool,
        state -> Text,
        number -> Integer,
        title -> Text,
        question -> Text,
        answer -> Text,
        original -> Text,
        note -> Nullable<Text>,
        author_id -> Nullable<Text>,
        reviewer_id -> Nullable<Text>,
        approval_code -> Nullable<Binary>,
        written_on -> Date,
        approved_on -> Nullable<Date>,
        public_on -> Nullable<Date>,
    }
}

diesel::table! {
    publication_version_writer (publication_id, language, is_easy, staff_id) {
        publication_id -> Text,
        language -> Text,
        is_easy -> Bool,
        staff_id -> Text,
    }
}

diesel::joinable!(publication_version -> publication (publication_id));
diesel::allow_tables_to_appear_in_same_query!(publication, publication_version);
diesel::joinable!(feedback -> publication (publication_id));
diesel::joinable!(report -> publication (publication_id));
diesel::joinable!(publication_choice -> publication (publication_id));
// A pin's list is read from its page: what is joined is the pair it leads to.
diesel::joinable!(publication_pin -> publication (related_id));
diesel::joinable!(old_path -> publication (publication_id));
diesel::joinable!(import_mark -> publication (publication_id));
diesel::allow_tables_to_appear_in_same_query!(publication, old_path, import_mark);
diesel::allow_tables_to_appear_in_same_query!(publication, publication_choice);
diesel::allow_tables_to_appear_in_same_query!(old_path, publication_choice);
diesel::allow_tables_to_appear_in_same_query!(publication, publication_pin);
diesel::allow_tables_to_appear_in_same_query!(
    staff,
    staff_role,
    staff_group,
    staff_key,
    invitation,
    session,
    epoch,
    epoch_grant,
    question,
    answer,
    answer_writer
);
diesel::allow_tables_to_appear_in_same_query!(publication, feedback, report);
