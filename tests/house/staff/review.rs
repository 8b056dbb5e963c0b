//! Four eyes, and publishing.

use actix_web::http::StatusCode;
use diesel::prelude::*;
use spoross::database::schema::{answer, audit, publication, question};
use spoross::domain::answer::Wording;
use spoross::domain::audit::Actor;
use spoross::domain::ids::QuestionId;
use spoross::domain::staff::Role;

use crate::public::warned::presses;
use crate::support::House;
use crate::support::person::{Person, whole_wording};

const TEXT: &str = "hei, hvorfor får jeg ikke sove før eksamen i Lillevik?";

async fn answered(house: &House, author: &Person) -> QuestionId {
    let question = house.question(TEXT).await;
    author.claims(&question).await.succeeds();
    author.sends_to_review(&question, &whole_wording()).await.succeeds();
    question
}

fn publications(house: &House) -> i64 {
    house.with(|conn| Ok(publication::table.count().get_result(conn)?))
}

#[actix_web::test]
async fn a_pair_goes_from_asking_to_everyone() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    ola.decides(&question, "approve", "").await.succeeds();
    let page = kari.publishes(&question).await.succeeds();
    assert!(page.leads_to().starts_with("/panel?published=sovn-for-eksamen"), "{}", page.leads_to());
    assert!(kari.reads(page.leads_to()).await.has_link_to("/sporsmal/sovn-for-eksamen"));

    let page = house.visitor().reads("/sporsmal/sovn-for-eksamen").await.succeeds();
    assert_eq!(page.heading(), "Søvn før eksamen");
    assert!(page.says("Kari Prøvesen Lege Spesialist i allmennmedisin"));
    assert_eq!(page.text_of(".note .from"), "Jente, 16–17");
    assert!(!page.says("Lillevik") && !page.says("Agder"));
    assert!(house.visitor().reads("/").await.has_link_to("/sporsmal/sovn-for-eksamen"));
    house.assert_audit_is_whole();
}

#[actix_web::test]
async fn approving_and_publishing_is_one_click() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    ola.decides(&question, "publish", "").await.succeeds();
    house.visitor().reads("/sporsmal/sovn-for-eksamen").await.succeeds();
}

#[actix_web::test]
async fn where_it_is_read_closely_the_question_says_how_urgent_it_is_and_what_gives_someone_away() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let visitor = house.visitor();
    let page = visitor.asks("Jeg heter Sigrid Hansen. Jeg har bestemt meg for å ta livet mitt i natt.").await;
    presses(&visitor, &page, "anyway").await.succeeds();
    let question = house.question_ids()[0].clone();
    kari.claims(&question).await.succeeds();
    assert_eq!(kari.opens(&question).await.text_of(".head .ds-tag"), "Acute");
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    let page = ola.reads(&format!("/panel/questions/{question}/review")).await.succeeds();
    assert_eq!((page.text_of(".note mark"), page.text_of(".stack .ds-tag")), ("Sigrid Hansen".into(), "Acute".into()));
}

#[actix_web::test]
async fn nobody_reviews_their_own_answer() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = answered(&house, &kari).await;
    assert_eq!(kari.opens(&question).await.count("form[action$='/review']"), 0);
    for verdict in ["approve", "publish", "return"] {
        let page = kari.decides_seen_at(&question, verdict, "Bra, meg", "1").await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{verdict}");
        assert!(page.says("This is your own answer"), "{}", page.words());
    }
    assert_eq!(publications(&house), 0);
}

#[actix_web::test]
async fn nothing_is_published_without_approval() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question(TEXT).await;
    for person in [&kari, &ola] {
        assert!(person.publishes(&question).await.status.is_client_error());
    }
    kari.claims(&question).await.succeeds();
    kari.writes(&question, &whole_wording()).await.succeeds();
    assert!(kari.publishes(&question).await.status.is_client_error());
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    for person in [&kari, &ola] {
        assert!(person.publishes(&question).await.status.is_client_error());
    }
    assert_eq!(publications(&house), 0);
}

#[actix_web::test]
async fn a_colleague_sends_it_back_with_a_note_and_the_author_goes_on() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    let page = ola.decides(&question, "return", "").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!page.error_at("note").is_empty());

    ola.decides(&question, "return", "Skriv hvor man kan få hjelp.").await.succeeds();
    let page = kari.opens(&question).await;
    assert!(page.says("Skriv hvor man kan få hjelp."));
    assert_eq!(page.value_of("title"), "Søvn før eksamen");
    let sealed: Option<Vec<u8>> = house.with(|conn| Ok(answer::table.select(answer::sealed_note).first(conn)?));
    assert!(!sealed.unwrap().windows(5).any(|window| window == b"hjelp"));
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    ola.decides(&question, "publish", "").await.succeeds();
}

#[actix_web::test]
async fn an_approved_answer_can_still_be_sent_back() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    ola.decides(&question, "approve", "").await.succeeds();
    ola.decides(&question, "return", "Vent, én ting til.").await.succeeds();
    assert!(kari.publishes(&question).await.status.is_client_error());
    assert!(kari.opens(&question).await.says("Vent, én ting til."));
}

#[actix_web::test]
async fn approval_is_for_the_version_that_was_read() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    let read = ola.opens(&question).await.value_of("version");
    ola.decides(&question, "return", "Litt til.").await.succeeds();
    let changed = Wording { answer: "Noe helt annet".into(), ..whole_wording() };
    kari.sends_to_review(&question, &changed).await.succeeds();
    let page = ola.decides_seen_at(&question, "publish", "", &read).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("Noe helt annet"));
    assert_eq!(publications(&house), 0);
}

#[actix_web::test]
async fn publishing_twice_makes_one_pair() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    ola.decides(&question, "approve", "").await.succeeds();
    let (one, other) = futures_util::future::join(kari.publishes(&question), ola.publishes(&question)).await;
    assert_eq!([one.status, other.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count(), 1);
    assert_eq!(publications(&house), 1);
    assert!(kari.opens(&question).await.succeeds().says("The answer is published"));
}

#[actix_web::test]
async fn a_pair_holds_no_key_back_to_the_question() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    ola.decides(&question, "publish", "").await.succeeds();
    let id: String = house.with(|conn| Ok(publication::table.select(publication::id).first(conn)?));
    assert_ne!(id, question.as_str());
    assert_eq!(house.with(|conn| Ok(answer::table.count().get_result::<i64>(conn)?)), 0);
    let left: (Option<String>, String) =
        house.with(|conn| Ok(question::table.select((question::holder_id, question::state)).first(conn)?));
    assert_eq!(left, (None, "published".to_owned()));
}

#[actix_web::test]
async fn a_clinician_who_may_not_review_only_reads() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let nils = house.member("Nils", &[Role::Clinician]).await;
    let question = answered(&house, &kari).await;
    assert_eq!(nils.opens(&question).await.count("form[action$='/review']"), 0);
    assert_eq!(nils.decides_seen_at(&question, "approve", "", "1").await.status, StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn whoever_wrote_a_word_of_it_is_no_second_pair_of_eyes() {
    let house = House::open().await;
    let (kari, ola, eva) = (house.clinician("Kari").await, house.clinician("Ola").await, house.clinician("Eva").await);
    let question = house.question(TEXT).await;
    kari.claims(&question).await.succeeds();
    kari.sends_draft(&question, &whole_wording(), "release").await.succeeds();
    ola.claims(&question).await.succeeds();
    ola.sends_to_review(&question, &whole_wording()).await.succeeds();
    for verdict in ["approve", "publish", "return"] {
        let page = kari.decides_seen_at(&question, verdict, "Bra, meg", "2").await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{verdict}");
    }
    eva.decides(&question, "publish", "").await.succeeds();
    assert_eq!(publications(&house), 1);
}

#[actix_web::test]
async fn the_chain_of_acts_never_names_a_pair() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    ola.decides(&question, "publish", "").await.succeeds();
    let pair: String = house.with(|conn| Ok(publication::table.select(publication::id).first(conn)?));
    let named: i64 =
        house.with(|conn| Ok(audit::table.filter(audit::subject_id.eq(&pair)).count().get_result(conn)?));
    assert_eq!(named, 0);
}

#[actix_web::test]
async fn what_is_sent_back_to_someone_who_left_waits_for_another() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = answered(&house, &kari).await;
    let now = house.app.clock.now();
    house.with(|conn| spoross::domain::staff::disable(conn, "kari", Actor::Server, now));
    ola.decides(&question, "return", "Litt til.").await.succeeds();
    ola.claims(&question).await.succeeds();
    assert!(ola.opens(&question).await.says("Litt til."));
}

#[actix_web::test]
async fn an_approval_that_someone_wrote_into_the_database_is_none() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.sends_to_review(&question, &whole_wording()).await.succeeds();
    house.with(|conn| {
        use diesel::prelude::*;
        use spoross::database::schema::{answer, question as questions};
        diesel::update(answer::table).set(answer::reviewer_id.eq(Some(ola.id.as_str()))).execute(conn)?;
        diesel::update(questions::table).set(questions::state.eq("approved")).execute(conn)?;
        Ok(())
    });
    assert_eq!(kari.publishes(&question).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(house.visitor().reads("/").await.count(".tray li"), 0);
}
