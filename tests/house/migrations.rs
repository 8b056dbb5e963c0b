//! Migrations: the same names for both databases, each with a way back, and both ways with data in the tables.

use std::collections::BTreeSet;
use std::fs;

use diesel::prelude::*;
use spoross::database::schema::relevel;

use crate::support::House;

fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(format!("migrations/{folder}")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn both_databases_have_the_same_migrations_each_with_a_way_back() {
    assert_eq!(names("sqlite"), names("postgres"));
    for folder in ["sqlite", "postgres"] {
        for name in names(folder) {
            for file in ["up.sql", "down.sql"] {
                let path = format!("migrations/{folder}/{name}/{file}");
                assert!(!fs::read_to_string(&path).unwrap().trim().is_empty(), "{path}");
            }
        }
    }
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    for name in names("sqlite") {
        let columns = |folder: &str| -> BTreeSet<String> {
            let text = fs::read_to_string(format!("migrations/{folder}/{name}/up.sql")).unwrap();
            let table = std::cell::RefCell::new(String::new());
            text.lines()
                .filter_map(|line| {
                    if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
                        *table.borrow_mut() = rest.trim_end_matches(" (").to_owned();
                    }
                    let column = line.strip_prefix("    ")?.split(' ').next()?;
                    Some(format!("{}.{column}", table.borrow()))
                })
                // SQLite builds a table anew under such a name to change it, where PostgreSQL alters it.
                .filter(|column| !column.contains("_next."))
                .collect()
        };
        assert_eq!(columns("sqlite"), columns("postgres"), "{name}");
    }
}

#[actix_web::test]
async fn a_house_full_of_data_goes_down_and_up_again() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.writes(&question, &crate::support::person::whole_wording()).await.succeeds();
    kari.presses(&format!("/panel/questions/{question}/urgency"), &[("urgency", "acute")]).await.succeeds();
    assert_eq!(house.with(|conn| Ok(relevel::table.count().get_result::<i64>(conn)?)), 1);

    let mut conn = house.app.database.connect().unwrap();
    conn.migrate_down().unwrap();
    assert!(conn.has_pending_migrations().unwrap());
    assert!(!conn.migrate().unwrap().is_empty());
    assert!(!conn.has_pending_migrations().unwrap());
    assert!(house.question_ids().is_empty());
}

/// Question and draft live through the step that builds the questions' table anew, both ways; a state that the older
/// table does not know becomes the nearest it has.
#[actix_web::test]
async fn a_step_down_and_up_keeps_questions_and_drafts() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    let question = house.question("Hvorfor får jeg ikke sove før eksamen?").await;
    kari.claims(&question).await.succeeds();
    kari.writes(&question, &crate::support::person::whole_wording()).await.succeeds();
    kari.asks_back(&question, "Hvor lenge har det vart?").await.succeeds();

    let mut conn = house.app.database.connect().unwrap();
    let steps = names("sqlite").len() - 1;
    (0..steps).for_each(|_| drop(conn.migrate_one_down().unwrap()));
    assert_eq!(conn.migrate().unwrap().len(), steps);
    let page = kari.opens(&question).await.succeeds();
    assert!(page.says("Hvorfor får jeg ikke sove før eksamen?"));
    assert_eq!(page.value_of("title"), "Søvn før eksamen");
    let page = kari.asks_back(&question, "Hvor lenge har det vart?").await;
    assert!(page.says("came before we had codes"), "{}", page.words());
    house.assert_audit_is_whole();
}
