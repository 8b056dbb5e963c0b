//! The accessibility page: it is everywhere, and leads to the owner's declaration once there is one.

use crate::support::House;

#[actix_web::test]
async fn every_page_leads_there_in_its_own_language() {
    let house = House::open().await;
    for (prefix, heading) in [("", "Tilgjengelighet"), ("/nn", "Tilgjenge"), ("/en", "Accessibility")] {
        let reader = house.visitor_in(prefix);
        assert!(reader.reads("/kode").await.has_link_to(&format!("{prefix}/tilgjengelighet")));
        let page = reader.reads("/tilgjengelighet").await.succeeds();
        assert_eq!(page.heading(), heading);
        assert!(page.has_link_to("https://www.diskrimineringsnemnda.no/"));
    }
}

#[actix_web::test]
async fn it_leads_to_the_declaration_once_there_is_one() {
    let without = House::open().await.visitor().reads("/tilgjengelighet").await.succeeds();
    assert_eq!(without.count("#declaration"), 0);
    assert!(!without.says("erklæring") && without.says("Si fra til dem som driver tjenesten."), "{}", without.words());
    let named = House::open_with(|settings| settings.site.owner = "Prøve kommune".into()).await;
    assert!(named.visitor().reads("/tilgjengelighet").await.says("Si fra til Prøve kommune."));
    let house = House::open_with(|settings| {
        settings.site.accessibility_url = "https://uustatus.no/nb/erklaringer/publisert/x".into();
        settings.site.contact = "hei@example.org".into();
    })
    .await;
    let with = house.visitor().reads("/tilgjengelighet").await.succeeds();
    assert_eq!(
        with.attribute("#declaration", "href").as_deref(),
        Some("https://uustatus.no/nb/erklaringer/publisert/x")
    );
    assert!(with.has_link_to("mailto:hei@example.org"));
}
