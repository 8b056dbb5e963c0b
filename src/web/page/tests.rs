//! Paragraphs, and what an address may say.

use super::*;

#[test]
fn a_text_is_set_as_it_was_written() {
    assert_eq!(paragraphs("a\nb\n\n\nc"), vec![vec!["a", "b"], vec!["c"]]);
    assert_eq!(paragraphs(" \n\n "), Vec::<Vec<&str>>::new());
}

#[test]
fn a_notice_is_one_of_ours() {
    assert_eq!(word_in("page=2&notice=claimed", "notice=", Notice::from_word), Some(Notice::Claimed));
    assert_eq!(word_in("notice=<script>", "notice=", Notice::from_word), None);
}
