//! What belongs to the queue and the week.

use super::question;

diesel::table! {
    lease (question_id) {
        question_id -> Text,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    handover (question_id) {
        question_id -> Text,
        from_id -> Text,
        to_id -> Nullable<Text>,
        to_group -> Nullable<Text>,
        sealed_note -> Nullable<Binary>,
        handed_on -> Date,
    }
}

diesel::table! {
    season (id) {
        id -> Integer,
        kind -> Text,
        until_on -> Date,
        staff_id -> Text,
        chosen_on -> Date,
    }
}

diesel::table! {
    wait (closed_on, days) {
        closed_on -> Date,
        days -> Integer,
        count -> BigInt,
    }
}

diesel::table! {
    wait_month (month) {
        month -> Date,
        days -> Integer,
    }
}

diesel::table! {
    escalation (id) {
        id -> Text,
        question_id -> Nullable<Text>,
        from_id -> Text,
        to_id -> Text,
        raised_at -> Timestamp,
        opened_at -> Nullable<Timestamp>,
        decided_at -> Nullable<Timestamp>,
        decision -> Nullable<Text>,
    }
}

diesel::table! {
    escalation_text (escalation_id) {
        escalation_id -> Text,
        question_id -> Text,
        sealed_text -> Binary,
        sealed_reason -> Nullable<Binary>,
    }
}

diesel::joinable!(handover -> question (question_id));
diesel::joinable!(lease -> question (question_id));
diesel::allow_tables_to_appear_in_same_query!(lease, question);
diesel::allow_tables_to_appear_in_same_query!(handover, question);
