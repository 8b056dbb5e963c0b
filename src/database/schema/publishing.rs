//! The tables of what happens to a pair after it came out, and of the second pair of eyes.

use super::publication;

diesel::table! {
    withdrawal (publication_id) {
        publication_id -> Text,
        slug -> Text,
        old_path -> Nullable<Text>,
        import_mark -> Nullable<Text>,
        words_mark -> Text,
        topic -> Text,
        language -> Text,
        reason -> Text,
        words -> Text,
        instead -> Nullable<Text>,
        withdrawn_on -> Date,
        staff_id -> Text,
        kept -> Nullable<Text>,
        returner_id -> Nullable<Text>,
    }
}

diesel::table! {
    correction (publication_id) {
        publication_id -> Text,
        state -> Text,
        number -> Integer,
        title -> Text,
        question -> Text,
        answer -> Text,
        public_note -> Text,
        original -> Text,
        said -> Nullable<Text>,
        author_id -> Text,
        written_on -> Date,
        placing -> Nullable<Text>,
    }
}

diesel::table! {
    correction_writer (publication_id, staff_id) {
        publication_id -> Text,
        staff_id -> Text,
    }
}

diesel::table! {
    former_wording (publication_id, number) {
        publication_id -> Text,
        number -> Integer,
        title -> Text,
        question -> Text,
        answer -> Text,
        public_note -> Text,
        replaced_on -> Date,
        author_id -> Nullable<Text>,
        reviewer_id -> Nullable<Text>,
        placing -> Nullable<Text>,
    }
}

diesel::table! {
    publication_check (publication_id) {
        publication_id -> Text,
        checked_on -> Nullable<Date>,
        staff_id -> Nullable<Text>,
        recheck_on -> Nullable<Date>,
    }
}

diesel::table! {
    broken_link (publication_id, path) {
        publication_id -> Text,
        path -> Text,
    }
}

diesel::table! {
    urgent_publication (publication_id) {
        publication_id -> Text,
        reason -> Text,
        staff_id -> Text,
        published_on -> Date,
        reviewer_id -> Nullable<Text>,
        reviewed_on -> Nullable<Date>,
    }
}

diesel::table! {
    urgent_publication_writer (publication_id, staff_id) {
        publication_id -> Text,
        staff_id -> Text,
    }
}

diesel::table! {
    slot_publication (id) {
        id -> Text,
        slug -> Text,
        content -> Text,
        due_on -> Date,
        hour -> Integer,
    }
}

diesel::table! {
    answer_returned (question_id) {
        question_id -> Text,
        version -> Integer,
        sealed_wording -> Binary,
    }
}

diesel::table! {
    answer_comment (id) {
        id -> Text,
        question_id -> Text,
        place -> Integer,
        staff_id -> Text,
        sealed -> Binary,
        done_by -> Nullable<Text>,
    }
}

diesel::joinable!(correction -> publication (publication_id));
diesel::joinable!(publication_check -> publication (publication_id));
diesel::joinable!(urgent_publication -> publication (publication_id));
diesel::allow_tables_to_appear_in_same_query!(publication, correction);
diesel::allow_tables_to_appear_in_same_query!(publication, publication_check);
diesel::allow_tables_to_appear_in_same_query!(publication, urgent_publication);
