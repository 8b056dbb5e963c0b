//! Every text in three languages: the same keys, the same arguments, each one used, none missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use spoross::database::inventory::{Class, TABLES};
use spoross::domain::Refusal;
use spoross::domain::answer::checks::Reminder;
use spoross::domain::answer::marks::Field;
use spoross::domain::article::State as Article;
use spoross::domain::audience::{AgeBand, Gender};
use spoross::domain::dictionary::Verdict;
use spoross::domain::escalation::Decision;
use spoross::domain::letter::Kind as LetterKind;
use spoross::domain::letter::model::Reason as WhyNot;
use spoross::domain::outbox::Trouble;
use spoross::domain::outbox::step::Audience;
use spoross::domain::publication::check::due::Why;
use spoross::domain::publication::correction::State as CorrectionState;
use spoross::domain::publication::version::State as VersionState;
use spoross::domain::publication::withdrawal::Reason as WhyWithdrawn;
use spoross::domain::question::{State, Urgency};
use spoross::domain::queue::{Age, View};
use spoross::domain::report::Kind as Report;
use spoross::domain::season::Kind as Season;
use spoross::domain::staff::{AccountState, Role};
use spoross::domain::statistics::Dimension;
use spoross::domain::triage::{Reason, Tone};
use spoross::text::identifying::Kind;
use spoross::text::language::Language;
use spoross::text::synonyms::rows::Kind as Word;
use spoross::text::tongue::Tongue;
use spoross::web::error::refusal_key;
use spoross::web::locale::Texts;
use spoross::web::page::Notice;

/// Key → names of the arguments, as written in a language's files.
fn keys(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::<String, BTreeSet<String>>::new();
    let mut current = String::new();
    for entry in fs::read_dir(format!("templates/locales/{language}")).unwrap() {
        for line in fs::read_to_string(entry.unwrap().path()).unwrap().lines() {
            if let Some((key, _)) = line.split_once(" = ")
                && !line.starts_with([' ', '#', '['])
            {
                key.clone_into(&mut current);
                assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{language}: {key} stands twice");
            }
            for argument in line.split('$').skip(1) {
                let name: String =
                    argument.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                found.get_mut(&current).unwrap().insert(name);
            }
        }
    }
    found
}

/// Everything below a folder, without unit tests.
fn text_of(folder: &str, ending: &str) -> String {
    fn read(folder: &Path, ending: &str, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, ending, text);
            } else if path.extension().is_some_and(|found| found == ending) {
                text.push_str(fs::read_to_string(path).unwrap().split("#[cfg(test)]").next().unwrap());
            }
        }
    }
    let mut text = String::new();
    read(Path::new(folder), ending, &mut text);
    text
}

/// Keys the code builds from a word: `gender-{}` and the like, with every word it can be.
fn built_keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut add = |form: &str, words: &[&str]| keys.extend(words.iter().map(|word| form.replace("{}", word)));
    add("gender-{}", &Gender::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("age-{}", &AgeBand::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("state-{}", &State::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("role-{}", &Role::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("account-{}", &AccountState::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("reminder-{}", &Reminder::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("trouble-{}", &["status", "slow", "closed", "certificate", "circle", "other"]);
    add("checks-go-to-{}", &["answer", "recheck_on", "slug", "language"]);
    add("reading-{}", &["light", "middle", "heavy"]);
    add("skeleton-{}", &["short", "why", "do", "help"]);
    add("skeleton-{}-begin", &["short", "why", "do", "help"]);
    add("notice-{}", &Notice::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("view-{}", &View::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("queue-empty-{}", &View::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    for form in ["season-{}", "season-{}-text", "season-name-{}", "season-hint-{}"] {
        add(form, &Season::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>());
    }
    add("decision-{}", &Decision::ALL.iter().map(|decision| decision.word()).collect::<Vec<_>>());
    add("age-of-question-{}", &Age::ALL.iter().map(|age| age.word()).collect::<Vec<_>>());
    add("help-{}", &["113", "116111", "116123", "116117"]);
    add("mark-{}", &Kind::ALL.map(Kind::word));
    add("urgency-{}", &Urgency::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("in-{}", &Field::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("serious-{}", &Reason::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("{}-title", &Tone::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    add("{}-text", &Tone::ALL.iter().map(|word| word.word()).collect::<Vec<_>>());
    for (form, words) in [
        ("{}-title", RECEIPTS.as_slice()),
        ("{}-write", &["receipt-asked-back", "receipt-published", "receipt-answered"]),
        ("letter-{}", &LetterKind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>()),
        ("staff-letter-{}", &LetterKind::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>()),
        ("retention-{}", &["answered", "declined", "receipt"]),
        ("retention-after-{}", &["answered", "declined", "receipt"]),
    ] {
        add(form, words);
    }
    add("dimension-{}", &Dimension::ALL.iter().map(|dimension| dimension.word()).collect::<Vec<_>>());
    add("outcome-declined_{}", &WhyNot::ALL.iter().map(|reason| reason.word()).collect::<Vec<_>>());
    add("outcome-{}", &["published", "answered", "withdrawn", "dropped"]);
    for form in ["step-{}", "letter-to-asker-{}", "letter-send-{}"] {
        add(form, &["ask_back", "decline"]);
    }
    add("class-{}", &Class::ALL.map(Class::word));
    add("reminder-of-{}", &Audience::ALL.iter().map(|audience| audience.word()).collect::<Vec<_>>());
    add("mail-trouble-{}", &Trouble::ALL.iter().map(|trouble| trouble.word()).collect::<Vec<_>>());
    for table in TABLES {
        add("{}", &[&format!("kept-{}", table.shelf), &format!("kept-{}-until", table.shelf)]);
        for (_, class) in table.columns {
            match class {
                Class::Date | Class::Key => add("class-{}-what", &[class.word()]),
                _ => add(&format!("kept-{}-{{}}", table.shelf), &[class.word()]),
            }
        }
    }
    add("correction-{}", &CorrectionState::ALL.iter().map(|state| state.word()).collect::<Vec<_>>());
    add("recheck-{}", &Why::ALL.iter().map(|why| why.word()).collect::<Vec<_>>());
    add("withdraw-reason-{}", &WhyWithdrawn::ALL.iter().map(|reason| reason.word()).collect::<Vec<_>>());
    add("withdrawn-told-{}", &WhyWithdrawn::ALL.iter().map(|reason| reason.word()).collect::<Vec<_>>());
    add("version-{}", &VersionState::ALL.iter().map(|state| state.word()).collect::<Vec<_>>());
    add("language-{}", &Tongue::all().map(Tongue::tag).collect::<Vec<_>>());
    for number in 1..=12 {
        add("month-short-{}", &[&number.to_string()]);
    }
    add("report-{}", &Report::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>());
    add("article-state-{}", &Article::ALL.iter().map(|state| state.word()).collect::<Vec<_>>());
    add("dictionary-{}", &Verdict::ALL.iter().map(|verdict| verdict.word()).collect::<Vec<_>>());
    add("dictionary-kind-{}", &Word::ALL.map(Word::word));
    add(
        "{}-hint",
        &["title", "lead", "key-points", "body", "sources", "related"]
            .map(|part| format!("article-{part}"))
            .each_ref()
            .map(String::as_str),
    );
    add("month-{}", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    add("number-{}", &["2", "3", "4", "5"]);
    add("weekday-{}", &["1", "2", "3", "4", "5", "6", "7"]);
    for field in ["user_name", "password", "code", "name", "title", "specialities"] {
        add("{}-label", &[field]);
        add("{}-hint", &[field]);
    }
    keys
}

/// What every standing of a question is called on its asker's page.
const RECEIPTS: [&str; 7] = [
    "receipt-waiting",
    "receipt-being-answered",
    "receipt-asked-back",
    "receipt-published",
    "receipt-answered",
    "receipt-declined",
    "receipt-forgotten",
];

fn is_key(word: &str) -> bool {
    !word.is_empty()
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte))
}

/// Every quoted word in templates and code that could be a key.
fn quoted_words() -> BTreeSet<String> {
    let text = text_of("templates", "html") + &text_of("src", "rs");
    text.split('"').filter(|word| is_key(word)).map(str::to_owned).collect()
}

#[test]
fn the_three_languages_have_the_same_texts_with_the_same_arguments() {
    let nb = keys("nb");
    for language in ["nn", "en"] {
        let other = keys(language);
        let missing: Vec<_> = nb.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !nb.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language}: missing {missing:?}, extra {extra:?}");
        for (key, arguments) in &nb {
            let foreign: Vec<_> = other[key].difference(arguments).collect();
            // A translation may use more of what every caller gives for errors; nothing else.
            assert!(foreign.is_empty(), "{language}: {key} asks for {foreign:?}");
        }
    }
}

#[test]
fn every_text_that_is_asked_for_is_there() {
    let nb = keys("nb");
    let text = text_of("templates", "html") + &text_of("src", "rs");
    let mut asked: BTreeSet<String> = built_keys();
    for call in ["frame.t(\"", "texts.t(\"", ".t(\""] {
        for after in text.split(call).skip(1) {
            asked.extend(after.split('"').next().filter(|key| is_key(key)).map(str::to_owned));
        }
    }
    for word in quoted_words() {
        if [
            "error-",
            "refusal-",
            "instead-",
            "sign-",
            "help-now",
            "help-ask",
            "help-wait",
            "due-",
            "privacy-",
            "count-of-",
        ]
        .iter()
        .any(|start| word.starts_with(start))
        {
            asked.insert(word);
        }
    }
    // A style sheet's name, not a text.
    asked.remove("error-summary");
    let missing: Vec<_> = asked.iter().filter(|key| !nb.contains_key(*key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_text_lies_about_unused() {
    let used: BTreeSet<String> = quoted_words().into_iter().chain(built_keys()).collect();
    let is_refusal_title = |key: &str| key.strip_suffix("-title").is_some_and(|start| used.contains(start));
    let unused: Vec<_> = keys("nb").into_keys().filter(|key| !used.contains(key) && !is_refusal_title(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_refusal_has_a_heading_and_a_sentence_in_every_language() {
    let refusals = [
        Refusal::NotOpenYet,
        Refusal::AlreadyClaimed { by: String::new() },
        Refusal::NotHolder,
        Refusal::WrongState,
        Refusal::StaleVersion,
        Refusal::Incomplete,
        Refusal::UnhandledMarks,
        Refusal::OriginalChanged,
        Refusal::OwnAnswer,
        Refusal::WrongRole,
        Refusal::AwaitingGrant { fingerprint: String::new() },
        Refusal::NoKey,
        Refusal::WrongSignIn,
        Refusal::TooManyAttempts,
        Refusal::TooBusy,
        Refusal::InvitationGone,
        Refusal::UserNameTaken,
        Refusal::LastKeyHolder,
        Refusal::ArticleIncomplete,
        Refusal::ArticleMovedOn,
        Refusal::OwnArticle,
        Refusal::ArticleWithdrawn,
        Refusal::PairWithdrawn { slug: String::new() },
        Refusal::NotYetPublic,
        Refusal::CorrectionMovedOn,
        Refusal::LanguageHasVersion,
        Refusal::SameProfession,
        Refusal::NeedsAnother,
        Refusal::NoSuchMember,
        Refusal::QuestionGone,
        Refusal::NoReceipt,
        Refusal::NoMoreLetters,
    ];
    for refusal in refusals {
        let key = refusal_key(&refusal);
        for language in Language::ALL {
            assert!(Texts(language).has(key) && Texts(language).has(&format!("{key}-title")), "{key}");
        }
    }
}

#[test]
fn plurals_and_dates_read_well() {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 18).unwrap();
    for (language, date, weekday, one, many) in [
        (Language::Nb, "18.\u{a0}mars 2026", "onsdag 18.\u{a0}mars", "Ett svar", "3 svar"),
        (Language::Nn, "18.\u{a0}mars 2026", "onsdag 18.\u{a0}mars", "Eitt svar", "3 svar"),
        (Language::En, "18\u{a0}March 2026", "Wednesday 18\u{a0}March", "One answer", "3 answers"),
    ] {
        let texts = Texts(language);
        assert_eq!(texts.date(&day), date);
        assert_eq!(texts.weekday_and_date(&day), weekday);
        assert_eq!(texts.t("count-of-answers").with("count", 1).to_string(), one);
        assert_eq!(texts.t("count-of-answers").with("count", 3).to_string(), many);
        let thousands = if language == Language::En { "12,345 answers" } else { "12\u{a0}345 svar" };
        assert_eq!(texts.t("count-of-answers").with("count", 12_345).to_string(), thousands);
    }
}
