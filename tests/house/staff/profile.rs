//! What a member of staff chooses for their own panel.

use crate::support::House;

#[actix_web::test]
async fn single_keys_can_be_turned_off_and_on_again() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    let has_keys = async |person: &crate::support::person::Person| {
        let page = person.reads("/panel").await.succeeds();
        let has_script = page.count("script[src*='keys.js']");
        assert_eq!(page.count("dialog#keys"), has_script);
        has_script == 1
    };
    assert!(has_keys(&kari).await);
    kari.presses("/panel/profile/keys", &[("keys", "off")]).await;
    assert!(!has_keys(&kari).await && has_keys(&ola).await);
    kari.presses("/panel/profile/keys", &[("keys", "on")]).await;
    assert!(has_keys(&kari).await);
    house.assert_audit_is_whole();
}
