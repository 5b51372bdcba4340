//! Leaving: for the day, everything is held out and stays held; for good, nothing stays with whoever is gone.

use std::time::Duration;

use relais_baton::{Handing, Holder, climb, company_left, hand_over, offer, presence_of, unit_leads};
use relais_contracts::directory::PersonLeft;
use relais_directory::people;
use relais_store::{
    InOrg as _,
    jobs::{self, Runner},
    sql,
};
use relais_testkit::builders::today;
use uuid::Uuid;

use crate::world::{STONE, World};

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

#[tokio::test]
async fn what_returns_to_a_team_is_held_out_to_it_no_more_and_stays_held_out_to_others() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.karim)).await;
    w.clock().advance(Duration::from_secs(10 * 3600));
    while climb(w.t.db(), &[STONE]).await.unwrap() > 0 {}
    assert_eq!(w.read(id).await.offers.len(), 2, "those of the shop and of the region");
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    people::leave(&tx, w.karim, today(), today()).await.unwrap().unwrap();
    company_left(&tx, w.karim).await.unwrap();
    tx.commit().await.unwrap();
    let returned = w.read(id).await;
    assert_eq!(returned.holder, Some(Holder::Team(team)));
    assert_eq!(returned.offers.len(), 1);
    assert_ne!(returned.offers[0].to, Holder::Team(team));
}

#[tokio::test]
async fn whoever_leaves_holds_on_through_their_last_day() {
    let w = World::new().await;
    let (one, other) = (w.a_baton(Holder::Person(w.karim)).await, w.a_baton(Holder::Person(w.yanis)).await);
    let tx = w.begin().await;
    for person in [w.karim, w.yanis] {
        people::leave(&tx, person, today(), today()).await.unwrap().unwrap();
    }
    tx.commit().await.unwrap();
    let runner = Runner::new(w.t.db().clone(), relais_baton::jobs(&[STONE]), Vec::new());
    let rounds = async || {
        let tx = w.begin().await;
        // One hears of it by its event, the other by the daily round.
        let left = PersonLeft { org: w.org.org(), person: w.karim, last_day: today() };
        jobs::enqueue(&tx, "baton.return", &left).await.unwrap();
        tx.commit().await.unwrap();
        runner.run_due().await.unwrap();
        let karims = w.read(one).await.holder;
        let tx = w.t.db().begin().await.unwrap();
        jobs::enqueue(&tx, "baton.return_all", &()).await.unwrap();
        tx.commit().await.unwrap();
        runner.run_due().await.unwrap();
        (karims == Some(Holder::Person(w.karim)), w.read(other).await.holder == Some(Holder::Person(w.yanis)))
    };
    assert_eq!(rounds().await, (true, true));
    w.clock().advance(Duration::from_secs(86_400));
    assert_eq!(rounds().await, (false, false), "the day after, it returns");
}
