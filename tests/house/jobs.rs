//! What happens by itself.

use chrono::TimeDelta;
use diesel::prelude::*;
use spoross::database::schema::session;

use crate::support::House;

fn sessions(house: &House) -> i64 {
    house.with(|conn| Ok(session::table.count().get_result(conn)?))
}

#[actix_web::test]
async fn sessions_that_nobody_can_use_any_more_are_removed() {
    let house = House::open().await;
    let kari = house.clinician("Kari").await;
    assert_eq!(sessions(&house), 2);
    house.later(TimeDelta::minutes(20));
    kari.reads("/panel").await.succeeds();
    house.later(TimeDelta::minutes(20));
    for _ in 0..2 {
        spoross::jobs::run_all(&house.app).await.unwrap();
        // The manager was idle for forty minutes, Kari for twenty.
        assert_eq!(sessions(&house), 1);
    }
    kari.reads("/panel").await.succeeds();
    assert_eq!(kari.reads("/panel").await.heading(), "Queue");
}
