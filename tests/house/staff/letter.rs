//! Writing to the asker: a question back, and a no with its reason.

use actix_web::http::StatusCode;

use crate::support::House;
use crate::support::person::whole_wording;

#[actix_web::test]
async fn a_decline_begins_with_a_letter_in_the_askers_language() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    house.visitor_in("/nn").asks("Kvifor får eg ikkje sove før eksamen?").await.succeeds();
    let question = house.question_ids()[0].clone();
    kari.claims(&question).await.succeeds();
    let page = kari.reads(&format!("/panel/questions/{question}/decline?reason=already_answered")).await.succeeds();
    assert!(page.value_of("text").contains("[LENKJE]"), "{}", page.body);
    let page = kari.declines(&question, "already_answered", &page.value_of("text")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.error_at("text").contains("[CAPITALS]"), "{}", page.words());
    let page = kari.declines(&question, "", "Hei! Dette kan vi ikkje svare på.").await;
    assert!(page.error_at("reason").contains("Choose a reason"), "{}", page.words());
    assert_eq!(page.value_of("text"), "Hei! Dette kan vi ikkje svare på.");
    kari.declines(&question, "abuse", "Hei! Dette kan vi ikkje svare på.").await.succeeds();
    assert!(kari.reads("/panel").await.says("The queue is empty"));
}

#[actix_web::test]
async fn a_draft_is_saved_before_its_writer_goes_to_ask_back() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    let page = kari.sends_draft(&question, &whole_wording(), "ask_back").await.succeeds();
    assert_eq!(page.leads_to(), format!("/panel/questions/{question}/question-back"));
    assert_eq!(kari.opens(&question).await.value_of("title"), "Søvn før eksamen");
}

#[actix_web::test]
async fn only_the_holder_writes_to_the_asker() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    let asked = ola.asks_back(&question, "Hvor lenge har det vart?").await;
    let declined = ola.declines(&question, "abuse", "Dette kan vi ikke svare på.").await;
    for (page, text) in [(asked, "Hvor lenge har det vart?"), (declined, "Dette kan vi ikke svare på.")] {
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert!(page.body.contains(text), "{}", page.body);
    }
    let page = ola.reads(&format!("/panel/questions/{question}/decline")).await;
    assert_eq!(page.leads_to(), format!("/panel/questions/{question}"));
}

#[actix_web::test]
async fn a_question_taken_back_under_a_clinicians_hands_loses_no_text() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let (question, code) = house.question_with_code("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.writes(&question, &whole_wording()).await.succeeds();
    house.visitor().withdraws(&code).await.succeeds();

    let page = kari.sends_draft_seen_at(&question, &whole_wording(), "save", "1").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.says("Its asker may have taken it back"), "{}", page.words());
    assert!(page.body.contains("Det er **helt vanlig**."), "{}", page.body);
    let page = kari.asks_back(&question, "Hvor lenge har det vart?").await;
    assert!(page.says("Its asker may have taken it back") && page.body.contains("Hvor lenge har det vart?"));
    assert!(kari.opens(&question).await.says("Its asker may have taken it back"));
}

#[actix_web::test]
async fn a_private_answer_is_read_by_a_colleague_before_it_goes() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    let private = spoross::domain::answer::Wording { is_private: true, ..whole_wording() };
    kari.sends_to_review(&question, &private).await.succeeds();
    assert!(kari.decides(&question, "publish", "").await.says("This is your own answer"));
    let page = ola.opens(&question).await;
    assert!(page.says("This goes to the asker alone") && page.says("Approve and send"), "{}", page.words());
    let page = ola.decides(&question, "approve", "").await.succeeds();
    assert!(ola.reads(page.leads_to()).await.says("can be sent to the asker"));
    let page = ola.publishes(&question).await.succeeds();
    assert!(page.leads_to().ends_with("notice=sent-privately"), "{}", page.leads_to());
    assert_eq!(house.visitor().reads("/").await.count(".tray li"), 0);
    house.assert_audit_is_whole();
}
