//! What the lists and the arithmetic do not test beside themselves: spans, overlaps, removal, time.

use unicode_normalization::UnicodeNormalization;

use super::*;

fn said<'a>(text: &'a str, marks: &[Mark]) -> Vec<(&'a str, &'static str)> {
    marks.iter().map(|mark| (mark.of(text), mark.kind.word())).collect()
}

fn warned(text: &str) -> Vec<(&str, &'static str)> {
    said(text, &Lexicon::built_in().warn(text))
}

fn marked(text: &str) -> Vec<(&str, &'static str)> {
    said(text, &Lexicon::built_in().mark(text))
}

#[test]
fn every_kind_has_its_word() {
    assert!(Kind::ALL.into_iter().all(|kind| Kind::from_word(kind.word()) == Some(kind)));
    assert_eq!(Kind::ALL.into_iter().filter(|kind| kind.is_removed_when_sent_anyway()).count(), 5);
}

#[test]
fn spans_are_exact_whatever_the_letters_are_made_of() {
    for text in [
        "👩‍👩‍👧 jeg heter Åse Bjørnstad 🇳🇴 og bor i Åsgårdsveien 12, ring 68\u{a0}05\u{a0}00\u{a0}12",
        "zero\u{200b}width Åse Bjørnstad, Åsgårdsveien 12 og ring 6805\u{200b}0012",
    ] {
        for text in [text.to_owned(), text.nfd().collect::<String>()] {
            let found: Vec<(String, &str)> =
                warned(&text).into_iter().map(|(part, kind)| (part.nfc().collect(), kind)).collect();
            let parts: Vec<(&str, &str)> = found.iter().map(|(part, kind)| (part.as_str(), *kind)).collect();
            assert!(parts.contains(&("Åse Bjørnstad", "person")), "{parts:?}");
            assert!(parts.contains(&("Åsgårdsveien 12", "address")), "{parts:?}");
            assert!(parts.iter().any(|(_, kind)| *kind == "phone"), "{parts:?}");
        }
    }
}

#[test]
fn offsets_are_counted_in_scalar_values_for_others() {
    let text = "😀æ 68 05 00 12";
    let mark = *Lexicon::built_in().warn(text).first().unwrap();
    assert_eq!((mark.start, mark.scalar_offsets(text)), (7, (3, 14)));
}

#[test]
fn test_numbers_are_found_bare_and_spaced() {
    for number in ["15821050054", "55821050048", "29840850070", "15821050089", "68467038838", "13097248022"] {
        let spaced = format!("nr {} {} takk", &number[..6], &number[6..]);
        assert_eq!(warned(number), [(number, "national_id")]);
        assert_eq!(warned(&spaced).first().map(|(_, kind)| *kind), Some("national_id"), "{spaced}");
    }
    assert_eq!(warned("fnr 13097248032"), []);
    assert_eq!(marked("fnr 13097248032"), [("13097248032", "national_id")]);
}

#[test]
fn marks_never_overlap_and_always_stand_on_characters() {
    let pieces =
        ["Kari Hansen", "æ", "68 05 00 12", "@kari_h", " snap ", "👍🏽", "Storgata 12", ", ", "9B", "a\u{30a}", "\n"];
    for seed in 0..400_usize {
        let text: String =
            (0..12).map(|step| pieces[(seed * 7 + step * step * (seed % 5 + 1)) % pieces.len()]).collect();
        let mut at = 0;
        for mark in Lexicon::built_in().mark(&text) {
            assert!(mark.start >= at && mark.start < mark.end && text.get(mark.start..mark.end).is_some(), "{text}");
            at = mark.end;
        }
    }
}

#[test]
fn what_is_removed_leaves_the_rest_as_it_was() {
    let text = "ring 68 05 00 12 eller kari@example.com 🙏";
    let marks = Lexicon::built_in().warn(text);
    assert_eq!(remove(text, &marks, "[fjernet]"), "ring [fjernet] eller [fjernet] 🙏");
    assert_eq!(remove(text, &[], "x"), text);
}

#[test]
fn a_long_text_of_one_thing_over_and_over_is_marked_as_exactly_as_a_short_one() {
    for piece in
        ["kari hansen 68 05 00 12 på snap, Storgata 12. ", "1 2 3 ", "a.", "a@", "Kari ", "11 ", "-", "snap er ", "a1:"]
    {
        let text: String = piece.chars().cycle().take(4_000).collect();
        let marks = Lexicon::built_in().mark(&text);
        assert!(marks.is_sorted_by(|one, next| one.end <= next.start), "{piece:?}");
        assert!(marks.iter().all(|mark| !mark.of(&text).is_empty()), "{piece:?}");
    }
}

#[test]
fn the_owners_numbers_sites_and_lists_are_used() {
    let own = Lexicon::parse(
        "# ours\nname\tweight\talso_word\talso_slang\nKari\t1\tno\tno\n",
        "name\tbearers\talso_word\nHansen\t1\tno\n",
        "name\tkind\talso_word\tlarge\tpost_codes\nMo\tpost\tyes\tno\t8600\n",
        "og i på",
    )
    .unwrap()
    .knowing(["68 05 00 12"], ["www.ungrus.no"]);
    assert_eq!(own.warn("ring 68 05 00 12 eller se https://ungrus.no/spor og info@ungrus.no"), []);
    assert_eq!(own.warn("jeg heter Kari Hansen").len(), 1);
    assert!(Lexicon::parse("Kari", "", "", "").is_err());
}

#[test]
fn a_surname_on_no_list_is_marked_with_the_name() {
    for (text, whole) in [
        ("Jeg heter Kari Nordmann og er trøtt.", "Kari Nordmann"),
        ("jeg heter Kari Nordmann-Quist", "Kari Nordmann-Quist"),
        ("Kjæresten min Xorbi Quandil slår meg", "Xorbi Quandil"),
        ("jeg heter Kari Hvorfor er jeg trøtt", "Kari"),
        ("jeg heter Kari. Xorbi er trøtt", "Kari"),
        ("jeg heter Kari NAV hjelper ikke", "Kari"),
    ] {
        let marks = Lexicon::built_in().mark(text);
        assert_eq!(marks.iter().map(|mark| mark.of(text)).collect::<Vec<_>>(), [whole], "{text}");
    }
}

#[test]
fn what_only_looks_like_someone_stops_nobody() {
    for text in [
        "hilsen jente, Amalia 15",
        "han er langt 5 hus unna",
        "på snap i går",
        "20 12 ganger",
        "jeg tok 5 x 10 mg",
        "pillen heter Molly",
        "Emma, molly, tina, mary jane og charlie",
    ] {
        assert_eq!(warned(text), [], "{text}");
    }
}
