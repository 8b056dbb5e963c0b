//! The tables of a question on its way: receipt, letters, answer.

use super::staff;

diesel::table! {
    question (id) {
        id -> Text,
        topic -> Text,
        urgency -> Text,
        state -> Text,
        arrived_on -> Date,
        due_on -> Date,
        closed_on -> Nullable<Date>,
        holder_id -> Nullable<Text>,
        epoch_id -> Text,
        sealed -> Binary,
        opened_on -> Nullable<Date>,
    }
}

diesel::table! {
    receipt (tag) {
        tag -> Text,
        question_id -> Nullable<Text>,
        public_key -> Binary,
        seal -> Binary,
        closed_on -> Nullable<Date>,
    }
}

diesel::table! {
    letter (id) {
        id -> Text,
        receipt_tag -> Text,
        question_id -> Nullable<Text>,
        place -> Integer,
        kind -> Text,
        written_on -> Date,
        for_asker -> Nullable<Binary>,
        asker_code -> Binary,
        for_staff -> Nullable<Binary>,
        staff_code -> Binary,
    }
}

diesel::table! {
    answer (question_id) {
        question_id -> Text,
        author_id -> Text,
        reviewer_id -> Nullable<Text>,
        version -> Integer,
        sealed_wording -> Binary,
        sealed_note -> Nullable<Binary>,
        approval_code -> Nullable<Binary>,
    }
}

diesel::table! {
    answer_writer (question_id, staff_id) {
        question_id -> Text,
        staff_id -> Text,
    }
}

diesel::table! {
    relevel (id) {
        id -> Text,
        found -> Text,
        set_to -> Text,
        rules -> Text,
        month -> Date,
    }
}

diesel::joinable!(question -> staff (holder_id));
diesel::joinable!(answer -> question (question_id));
