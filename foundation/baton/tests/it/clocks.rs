//! The two clocks: pauses stop the work target and never the promise; handing over touches neither.

use std::time::Duration;

use relais_baton::{Holder, Waiting, accept, hours_of, offer, pause, resume};
use relais_kernel::Instant;
use relais_testkit::builders::today;

use crate::world::{HOUR, STONE, World};

fn at(text: &str) -> Instant {
    text.parse::<jiff::Timestamp>().unwrap().into()
}

/// The clock of tests stands on a Saturday, when the usual week is closed.
async fn a_baton_of_two_hours(w: &World) -> relais_kernel::BatonId {
    let monday = at("2026-11-23T09:00:00+01:00");
    w.clock().advance(monday.since(w.now()));
    w.a_baton_for(Holder::Person(w.nadege), vec![Waiting::person(w.ines)], Some(2 * HOUR)).await
}

#[tokio::test]
async fn a_pause_stops_the_work_and_not_the_promise() {
    let w = World::new().await;
    let id = a_baton_of_two_hours(&w).await;
    let nadege = w.actor(w.nadege).await;
    let before = w.read(id).await;
    assert_eq!(before.target.unwrap().due_at, Some(at("2026-11-23T11:00:00+01:00")));

    w.clock().advance(Duration::from_secs(1800));
    let tx = w.begin().await;
    let hours = hours_of(&tx, Some(w.unit), today()).await.unwrap();
    let paused = pause(&tx, &nadege, &STONE, id, &hours, "quel modèle ?").await.unwrap().unwrap();
    assert!(pause(&tx, &nadege, &STONE, id, &hours, "").await.unwrap().is_err(), "it stands already");
    tx.commit().await.unwrap();
    let target = paused.target.unwrap();
    assert_eq!((target.left, target.running_since, target.due_at), (5400, None, None));
    assert_eq!(paused.promised_at, before.promised_at);

    w.clock().advance(Duration::from_secs(3 * 3600));
    let tx = w.begin().await;
    let resumed = resume(&tx, &nadege, &STONE, id, &hours).await.unwrap().unwrap();
    assert!(resume(&tx, &nadege, &STONE, id, &hours).await.unwrap().is_err(), "it runs already");
    tx.commit().await.unwrap();
    assert_eq!(resumed.target.unwrap().due_at, Some(at("2026-11-23T14:00:00+01:00")));
    assert_eq!(w.read(id).await.promised_at, before.promised_at);
}

#[tokio::test]
async fn handing_over_recounts_nothing() {
    let w = World::new().await;
    let id = a_baton_of_two_hours(&w).await;
    let (nadege, karim) = (w.actor(w.nadege).await, w.actor(w.karim).await);
    let before = w.read(id).await;
    w.clock().advance(Duration::from_secs(600));
    let tx = w.begin().await;
    let held_out = offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap().offers[0].id;
    let after = accept(&tx, &karim, id, held_out).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(after.target, before.target);
    assert_eq!((after.promised_at, after.step_at), (before.promised_at, before.step_at));
}

#[tokio::test]
async fn a_units_own_hours_and_holidays_count() {
    let w = World::new().await;
    let tx = w.begin().await;
    let unit = relais_directory::units::by_code(&tx, "EVR").await.unwrap().unwrap();
    let saturday = relais_directory::units::Opening { weekday: 6, opens: 600, closes: 720 };
    relais_directory::units::change_hours(&tx, w.unit, unit.version, &[saturday]).await.unwrap();
    let closed = relais_directory::units::Exception {
        day: relais_testkit::builders::day("2026-11-28"),
        opens: None,
        closes: None,
        note: "inventaire".into(),
    };
    relais_directory::units::put_exception(&tx, w.unit, &closed).await.unwrap().unwrap();
    let hours = hours_of(&tx, Some(w.unit), today()).await.unwrap();
    tx.commit().await.unwrap();
    let from = at("2026-11-21T11:30:00+01:00").timestamp();
    let due = hours.after(from, jiff::SignedDuration::from_mins(60)).unwrap();
    assert_eq!(Instant::from(due), at("2026-12-05T10:30:00+01:00"), "the 28th is closed");
    let christmas = at("2026-12-25T10:00:00+01:00").timestamp();
    let nobody_wrote = hours_of(&w.org, None, today()).await.unwrap();
    assert!(!nobody_wrote.is_open(christmas));
}
