use super::*;

#[test]
fn levels_are_in_order_of_danger() {
    assert!(Level::R1 > Level::R2 && Level::R2 > Level::R3 && Level::R3 > Level::None);
}

#[test]
fn built_in_lexicon_has_no_bad_line() {
    Lexicon::parse(include_str!("../../../config/lexicon/acute_terms.tsv")).unwrap();
    assert!(Lexicon::built_in().rules.len() > 100);
}

#[test]
fn every_example_of_the_lexicon_fires_its_own_rule() {
    for rule in &Lexicon::built_in().rules {
        for example in &rule.examples {
            let forms = [plain::typed(example), plain::plain(example)];
            let fires = forms.iter().any(|form| rule.pattern.is_match(&plain::bytes(form)));
            if !fires {
                println!("{}: {example} ({})", rule.id, forms[1]);
            }
        }
    }
}

#[test]
fn bad_lines_are_named_by_their_number() {
    const HEADING: &str = "id\tcategory\tseverity\tlang\tkind\tregex\texamples\tnote";
    const GOOD: &str = "a1\tsuicide\tR2\tnb\tterm\tord\tord\t";
    for (lines, message) in [
        ("a2\tsuicide\tR2", "3 columns where 8 belong"),
        ("a2\tsuicide\tR9\tnb\tterm\tord\tord\t", "kind \"term\" with severity \"R9\" means nothing"),
        ("a2\tsuicide\tR2\tnb\tterm\t(ord\tord\t", "unclosed group"),
        ("a2\tsuicide\tR2\tnb\tterm\tOrd\tord\t", "the capital letter 'O'"),
        ("a2\tsuicide\tR2\tnb\tterm\tord\t\t", "a2 has no example"),
        ("a1\tsuicide\tR2\tnb\tterm\tord\tord\t", "the id a1 stands twice"),
    ] {
        let error =
            format!("{:#}", Lexicon::parse(&format!("{HEADING}\n{GOOD}\n\n# a remark\n{lines}\n")).unwrap_err());
        assert!(error.starts_with("line 5 of the lexicon") && error.contains(message), "{error}");
    }
    assert!(Lexicon::parse(HEADING).is_err());
}

/// Text and level, on the built-in lexicon.
fn expect_levels(table: &[(&str, Level)]) {
    for (text, level) in table {
        let signs = Lexicon::built_in().find(text);
        assert_eq!(signs.level, *level, "{text}: {:?}", signs.rules);
    }
}

#[test]
fn idioms_school_and_negation_lower_r2_one_step() {
    expect_levels(&[
        ("jeg tenker på selvmord", Level::R2),
        ("jeg er ikke suicidal, bare lei meg", Level::R3),
        ("skal ha foredrag om voldtekt", Level::R3),
        ("skal ha foredrag om voldtekt, men pappa slår meg", Level::R2),
        ("vennen min tok selvmord. jeg ser en serie om det", Level::R2),
        ("jeg kuttet meg på kniven", Level::R3),
        ("jeg kutta meg på låret", Level::R2),
        ("klarer ikke slutte å kutte meg", Level::R2),
        ("vet ikke om jeg ble voldtatt", Level::R2),
        ("hører på musikk. aldri igjen. selvmord", Level::R2),
    ]);
}

#[test]
fn r1_is_never_suppressed() {
    expect_levels(&[
        ("skoleoppgave i naturfag. jeg vil ikke leve lenger", Level::R1),
        ("det er ikke sånn at jeg aldri vil dø", Level::R1),
        ("jeg dør av latter, men jeg vil dø", Level::R1),
        ("ser en film og har skrevet avskjedsbrev", Level::R1),
        ("skal henge meg på rommet", Level::R1),
    ]);
}

#[test]
fn now_raises_a_sign_but_no_joke_no_common_word_and_no_mere_mention() {
    expect_levels(&[
        ("pappa slår meg", Level::R2),
        ("pappa slår meg nå", Level::R1),
        ("kms prøven er i dag", Level::R2),
        ("jeg er redd for prøven i dag", Level::R3),
        ("kan man få psykose av hasj, lurer på det nå", Level::R2),
        ("skal på kino i kveld", Level::None),
    ]);
}

#[test]
fn spelling_hides_nothing() {
    for text in ["V1L D0", "æ vil itj lev meir", "sel\u{200b}vmo\u{ad}rd", "jjjeg viiiil døøø", "SJØLVMORD"] {
        let signs = Lexicon::built_in().find(text);
        assert!(signs.level >= Level::R2, "{text}: {signs:?}");
    }
}

#[test]
fn a_method_question_joins_an_amount_with_death() {
    for (text, expected) in [
        ("hvor mange paracet må jeg ta for å dø", true),
        ("kor mange pillar må til for å døy", true),
        ("hva er dødelig dose av koffein", true),
        ("kan man dø av 40 tabletter", true),
        ("er to brett ibux nok? 500 mg hver. vil dø", true),
        ("how many pills to die", true),
        ("hvor mange paracet kan jeg ta mot hodepine", false),
        ("kan man dø av å røyke hasj", false),
        ("jeg vil dø", false),
        ("hvor mange dør i trafikken", false),
        ("tar 50 mg sertralin hver dag", false),
    ] {
        let signs = Lexicon::built_in().find(text);
        assert_eq!(signs.is_method_question, expected, "{text}: {:?}", signs.rules);
    }
}

#[test]
fn signs_carry_ids_in_order_and_nothing_else() {
    let signs = Lexicon::built_in().find("jeg tenker på selvmord og vil dø nå");
    assert!(signs.rules.is_sorted() && signs.rules.len() > 1);
    assert!(signs.rules.iter().all(|id| id.len() == 4), "{:?}", signs.rules);
    assert_eq!(Lexicon::built_in().find(""), Signs::default());
}
