//! The tables of articles and of the dictionary.

diesel::table! {
    article (id) {
        id -> Text,
        slug -> Text,
        language -> Text,
        state -> Text,
        newest_version -> Integer,
        public_version -> Nullable<Integer>,
        note -> Nullable<Text>,
        author_id -> Nullable<Text>,
        author_name -> Text,
        author_title -> Text,
        checker_name -> Text,
        checker_title -> Text,
        published_on -> Nullable<Date>,
        updated_on -> Nullable<Date>,
        checked_on -> Nullable<Date>,
        withdrawn_on -> Nullable<Date>,
    }
}

diesel::table! {
    article_version (article_id, version) {
        article_id -> Text,
        version -> Integer,
        writer_id -> Nullable<Text>,
        saved_on -> Date,
        topic -> Text,
        title -> Text,
        lead -> Text,
        key_points -> Text,
        body -> Text,
        sources -> Text,
        related -> Text,
        reviewer_id -> Nullable<Text>,
        approval_code -> Nullable<Binary>,
        published_on -> Nullable<Date>,
    }
}

diesel::table! {
    dictionary_word (fingerprint) {
        fingerprint -> Text,
        entry -> Text,
        word -> Text,
        state -> Text,
        staff_id -> Nullable<Text>,
        decided_on -> Date,
    }
}

diesel::joinable!(article_version -> article (article_id));
diesel::allow_tables_to_appear_in_same_query!(article, article_version);
