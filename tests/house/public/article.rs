//! Articles as everyone reads them.

use crate::public::read::publishes;
use crate::staff::article::published;
use crate::support::House;

#[actix_web::test]
async fn a_reader_gets_the_points_first_then_the_contents_the_sections_and_the_sources() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    published((&kari, &ola), &[]).await;
    let page = house.visitor().reads("/fakta/sovn-og-hjernen").await.succeeds();
    assert_eq!((page.heading(), page.count(".key-points li")), ("Søvn og hjernen".into(), 2));
    assert_eq!(page.links_below("#del-"), ["#del-hva-skjer", "#del-og-sa"]);
    for (anchor, heading) in [("del-hva-skjer", "Hva skjer?"), ("del-og-sa", "Og så?")] {
        assert_eq!(page.text_of(&format!("h2#{anchor}")), heading);
    }
    assert!(page.body.contains("<strong>sover</strong>"));
    let source = ".sources a[href='https://www.who.int/']";
    assert_eq!(page.attribute(source, "rel").unwrap(), "noopener noreferrer");
    assert_eq!((page.text_of(source), page.count(".sources li")), ("Håndbok. WHO, 2014".into(), 2));
    assert!(page.says("kan ikke erstatte en samtale") && page.has_link_to("tel:113"));
    let words = page.body.find("key-points").unwrap();
    assert!(words < page.body.find("Hva skjer?").unwrap());
    assert_eq!((page.header("cache-control"), page.header("set-cookie")), ("public, max-age=60", ""));
}

#[actix_web::test]
async fn what_the_author_chose_is_read_next_else_the_same_topic() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    publishes(&house, "Snus og søvn", "Hei!");
    published((&kari, &ola), &[]).await;
    published((&kari, &ola), &[("title", "Om drømmer")]).await;
    let visitor = house.visitor();
    assert!(visitor.reads("/fakta/om-drommer").await.has_link_to("/fakta/sovn-og-hjernen"));
    assert!(!visitor.reads("/fakta/om-drommer").await.has_link_to("/fakta/om-drommer"));
    let related = "https://spor.example.org/sporsmal/snus-og-sovn\n/fakta/om-drommer\n/fakta/finnes-ikke";
    published((&kari, &ola), &[("title", "Valgt"), ("topic", "lov-og-rett"), ("related", related)]).await;
    let page = visitor.reads("/fakta/valgt").await.succeeds();
    assert!(page.has_link_to("/sporsmal/snus-og-sovn") && page.has_link_to("/fakta/om-drommer"));
    assert!(!page.has_link_to("/fakta/sovn-og-hjernen") && !page.has_link_to("/fakta/finnes-ikke"));
}

#[actix_web::test]
async fn articles_are_found_where_people_look() {
    let house = House::open().await;
    let (kari, ola) = (house.clinician("Kari").await, house.clinician("Ola").await);
    published((&kari, &ola), &[("language", "nn")]).await;
    for path in ["/", "/fakta", "/tema/kropp-og-helse", "/skole"] {
        let page = house.visitor_in("/en").reads(path).await.succeeds();
        let link = "a[href='/en/fakta/sovn-og-hjernen']";
        assert_eq!(page.count(link), 1, "{path}");
        let is_marked = page.count(&format!("{link}[lang=nn], [lang=nn] {link}"));
        assert_eq!(is_marked, 1, "{path}");
    }
}
