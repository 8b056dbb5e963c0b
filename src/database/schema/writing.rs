//! What stands around a draft: its former wordings, the questions it answers beside its own, shared pieces of text.

diesel::table! {
    answer_past (question_id, version) {
        question_id -> Text,
        version -> Integer,
        writer_id -> Text,
        sealed_wording -> Binary,
    }
}

diesel::table! {
    answer_companion (companion_id) {
        companion_id -> Text,
        question_id -> Text,
    }
}

diesel::table! {
    text_block (id) {
        id -> Text,
        language -> Text,
        title -> Text,
        body -> Text,
        number -> Integer,
        writer_id -> Text,
        written_on -> Date,
    }
}
