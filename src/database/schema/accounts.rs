//! The tables of staff, their keys and the epochs they can open.

diesel::table! {
    staff (id) {
        id -> Text,
        user_name -> Text,
        name -> Text,
        title -> Text,
        specialities -> Text,
        language -> Text,
        state -> Text,
        created_at -> Timestamp,
        shortcuts -> Bool,
        profession -> Text,
    }
}

diesel::table! {
    staff_role (staff_id, role) {
        staff_id -> Text,
        role -> Text,
    }
}

diesel::table! {
    staff_group (staff_id, name) {
        staff_id -> Text,
        name -> Text,
    }
}

diesel::table! {
    staff_key (staff_id) {
        staff_id -> Text,
        salt -> Binary,
        memory_kib -> Integer,
        passes -> Integer,
        verifier -> Binary,
        wrapped_private_key -> Binary,
        wrapped_totp_seed -> Binary,
        totp_last_step -> BigInt,
        public_key -> Binary,
        public_key_code -> Binary,
    }
}

diesel::table! {
    invitation (token_code) {
        token_code -> Text,
        staff_id -> Text,
        expires_at -> Timestamp,
        code -> Binary,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    session (id) {
        id -> Text,
        staff_id -> Text,
        wrapped_private_key -> Binary,
        started_at -> Timestamp,
        seen_at -> Timestamp,
    }
}

diesel::table! {
    epoch (id) {
        id -> Text,
        opened_at -> Timestamp,
        public_key -> Binary,
        public_key_code -> Binary,
    }
}

diesel::table! {
    epoch_grant (epoch_id, staff_id) {
        epoch_id -> Text,
        staff_id -> Text,
        sealed_private_key -> Binary,
    }
}

diesel::joinable!(staff_role -> staff (staff_id));
diesel::joinable!(staff_group -> staff (staff_id));
diesel::joinable!(staff_key -> staff (staff_id));
diesel::joinable!(invitation -> staff (staff_id));
diesel::joinable!(session -> staff (staff_id));
diesel::joinable!(epoch_grant -> epoch (epoch_id));
diesel::joinable!(epoch_grant -> staff (staff_id));
