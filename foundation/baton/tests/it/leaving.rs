//! Leaving: for the day, everything is held out and stays held; for good, nothing stays with whoever is gone.

use relais_baton::{Handing, Holder, company_left, hand_over, offer, presence_of, unit_leads};
use relais_directory::people;
use relais_store::sql;
use relais_testkit::builders::today;
use uuid::Uuid;

use crate::world::World;

#[tokio::test]
async fn at_the_end_of_a_shift_all_is_held_out_and_stays_held() {
    let w = World::new().await;
    let (one, other) = (w.a_baton(Holder::Person(w.nadege)).await, w.a_baton(Holder::Person(w.nadege)).await);
    let foreign = w.a_baton(Holder::Person(w.karim)).await;
    let nadege = w.actor(w.nadege).await;
    let handing = Handing { to: Holder::Person(w.yanis), until: today() };
    let tx = w.begin().await;
    assert_eq!(hand_over(&tx, &nadege, handing, "à ce soir").await.unwrap().unwrap(), 2);
    assert_eq!(hand_over(&tx, &nadege, handing, "").await.unwrap().unwrap(), 0, "not held out twice");
    tx.commit().await.unwrap();
    for id in [one, other] {
        let baton = w.read(id).await;
        assert_eq!(baton.holder, Some(Holder::Person(w.nadege)));
        assert_eq!(baton.offers[0].to, Holder::Person(w.yanis));
    }
    assert!(w.read(foreign).await.offers.is_empty());
    assert!(presence_of(&w.org, w.nadege).await.unwrap().is_away(today()));
}

#[tokio::test]
async fn whoever_leaves_the_organisation_holds_nothing_and_is_offered_nothing() {
    let w = World::new().await;
    let held = w.a_baton(Holder::Person(w.karim)).await;
    let offered = w.a_baton(Holder::Person(w.ines)).await;
    let tx = w.begin().await;
    offer(&tx, &w.actor(w.ines).await, offered, Holder::Person(w.karim), "").await.unwrap().unwrap();
    people::leave(&tx, w.karim, today(), today()).await.unwrap().unwrap();
    assert_eq!(company_left(&tx, w.karim).await.unwrap(), 1);
    assert_eq!(company_left(&tx, w.karim).await.unwrap(), 0, "once");
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let returned = w.read(held).await;
    assert_eq!(returned.holder, Some(Holder::Team(team)), "those who answer for the shop hold it");
    assert_eq!(called(&w, team.0).await, 1, "and are called at once");
    assert!(w.read(offered).await.offers.is_empty());
}

/// How many calls to somebody or to a team were said.
async fn called(w: &World, to: Uuid) -> i64 {
    let said = sql("select count(*) from outbox where name = 'baton.called' and body like ");
    said.arg(format!("%{to}%")).value(&w.org).await.unwrap().unwrap()
}
