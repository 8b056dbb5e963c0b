use super::*;

fn topics() -> Topics {
    Topics::parse(spoross::domain::topic::BUILT_IN).unwrap()
}

fn rules(topics: &Topics) -> Rules<'_> {
    let topic_map = [("Rus & alkohol".to_owned(), "alkohol".to_owned())].into();
    let today = NaiveDate::from_ymd_opt(2026, 3, 18).unwrap();
    Rules { topics, topic_map, default_topic: None, today }
}

fn good() -> Pair {
    Pair {
        title: "Tittel".into(),
        question: "Hva?".into(),
        answer: "Slik.".into(),
        topic: "alkohol".into(),
        ..Pair::default()
    }
}

#[test]
fn everything_wrong_with_a_pair_is_said() {
    let topics = topics();
    let some = |text: &str| Some(text.to_owned());
    for (pair, message) in [
        (Pair { title: " \n".into(), ..good() }, "title is empty"),
        (Pair { question: String::new(), ..good() }, "question is empty"),
        (Pair { answer: "å".repeat(20_001), ..good() }, "answer has 20001 characters; at most 20000 fit"),
        (Pair { topic: String::new(), ..good() }, "topic is empty; it is one of alkohol"),
        (Pair { topic: "romfart".into(), ..good() }, "the topic \"romfart\" is unknown"),
        (
            Pair { subtopic: some("slutte"), ..good() },
            "the subtopic \"slutte\" is unknown in \"alkohol\"; there are: promille",
        ),
        (Pair { choice: some("0"), ..good() }, "choice \"0\" is no place"),
        (Pair { related: some("a b c d e f"), ..good() }, "at most 5"),
        (Pair { related: some("a Å"), ..good() }, "related has slugs"),
        (Pair { gender: some("jente"), ..good() }, "gender \"jente\" is unknown"),
        (Pair { age_band: some("14"), ..good() }, "age_band \"14\" is unknown"),
        (Pair { language: some("se"), ..good() }, "language \"se\" is unknown"),
        (Pair { published_on: some("18.03.2026"), ..good() }, "published_on \"18.03.2026\" is no day"),
        (Pair { published_on: some("2026-03-19"), ..good() }, "is a day to come"),
        (Pair { published_on: some("2026-03-01"), updated_on: some("2026-02-28"), ..good() }, "before published_on"),
        (Pair { signature: some("a\nb\nc\nd"), ..good() }, "more than three lines"),
        (Pair { old_path: some("https://gammel.example.org/"), ..good() }, "old_path is no path"),
        (Pair { slug: some("Å"), ..good() }, "slug may only have"),
    ] {
        let wrong = pair.check(&rules(&topics)).err().unwrap_or_default();
        assert!(wrong.len() == 1 && wrong[0].contains(message), "{message}: {wrong:?}");
    }
    let wrong = Pair::default().check(&rules(&topics)).err().unwrap();
    assert_eq!(wrong.len(), 4, "{wrong:?}");
}

#[test]
fn what_a_pair_does_not_say_is_left_open() {
    let topics = topics();
    let taken = good().check(&rules(&topics)).ok().unwrap();
    assert_eq!(taken.new.published_on, rules(&topics).today);
    assert_eq!((taken.new.audience.gender, taken.new.language), (Gender::Unsaid, Language::Nb));
    assert_eq!(taken.new.signature.name, "");
    let rare = Pair { gender: Some("other".into()), ..good() }.check(&rules(&topics)).ok().unwrap();
    assert_eq!(rare.new.audience.gender, Gender::Unsaid, "a rare gender is not published");
}

#[test]
fn a_topic_is_found_by_any_of_its_names() {
    let topics = topics();
    let elsewhere = Pair { topic: String::new(), categories: vec!["Nyheter".into(), "Rus & alkohol".into()], ..good() };
    assert_eq!(elsewhere.check(&rules(&topics)).ok().unwrap().new.topic, "alkohol");
    let with_default = Rules { default_topic: Some("cannabis".into()), ..rules(&topics) };
    let unknown = Pair { topic: "Nyheter".into(), ..good() };
    assert_eq!(unknown.check(&with_default).ok().unwrap().new.topic, "cannabis");
}
