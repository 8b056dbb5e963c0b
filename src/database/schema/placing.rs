//! The tables of where a pair stands and what stands beside it, and of links that lead nowhere.

use super::{article, article_version, publication};

diesel::table! {
    publication_topic (publication_id, topic) {
        publication_id -> Text,
        topic -> Text,
        place -> Integer,
    }
}

diesel::table! {
    publication_article (publication_id, article_id) {
        publication_id -> Text,
        article_id -> Text,
        place -> Integer,
    }
}

diesel::table! {
    article_broken_link (article_id, path) {
        article_id -> Text,
        path -> Text,
    }
}

diesel::table! {
    outside_link (kind, subject, address) {
        kind -> Text,
        subject -> Text,
        address -> Text,
        trouble -> Text,
        asked_on -> Date,
    }
}

diesel::joinable!(publication_topic -> publication (publication_id));
diesel::joinable!(publication_article -> article (article_id));
diesel::allow_tables_to_appear_in_same_query!(publication, publication_topic);
diesel::allow_tables_to_appear_in_same_query!(publication_article, article);
diesel::allow_tables_to_appear_in_same_query!(publication_article, article_version);
