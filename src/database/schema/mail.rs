//! The tables of mail to staff.

use super::staff;

diesel::table! {
    staff_mail (staff_id) {
        staff_id -> Text,
        address -> Text,
        chosen_at -> Timestamp,
        failure -> Nullable<Text>,
        failed_on -> Nullable<Date>,
    }
}

diesel::table! {
    staff_mail_hour (staff_id, hour) {
        staff_id -> Text,
        hour -> Integer,
    }
}

diesel::table! {
    digest (staff_id, due_on, hour) {
        staff_id -> Text,
        due_on -> Date,
        hour -> Integer,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        staff_id -> Text,
        hour -> Integer,
        waiting -> BigInt,
        urgent -> BigInt,
        late -> BigInt,
        review -> BigInt,
        state -> Text,
        attempts -> Integer,
        first_at -> Timestamp,
        next_at -> Timestamp,
        very_late -> BigInt,
        kind -> Text,
    }
}

diesel::table! {
    outbox_reminder (mail_id, audience, days) {
        mail_id -> Text,
        audience -> Text,
        days -> Integer,
        count -> BigInt,
    }
}

diesel::table! {
    reminder (staff_id, audience, days) {
        staff_id -> Text,
        audience -> Text,
        days -> Integer,
        told_on -> Date,
    }
}

diesel::joinable!(staff_mail -> staff (staff_id));
diesel::joinable!(staff_mail_hour -> staff_mail (staff_id));
diesel::joinable!(outbox -> staff_mail (staff_id));
diesel::allow_tables_to_appear_in_same_query!(staff, staff_mail, staff_mail_hour, outbox);
