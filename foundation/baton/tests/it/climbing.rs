//! The ladder: it tells and offers, it never moves the holder, and its last step finds somebody who is there.

use std::time::Duration;

use relais_baton::{
    Gift, Holder, Promise, Waiting, accept, climb, give, here, hours_of, news, story, take, unit_leads,
};
use relais_directory::people;
use relais_kernel::{BatonId, Instant};
use relais_store::jobs::{self, Runner};
use relais_testkit::builders::{day, today};

use uuid::Uuid;

use crate::world::{HOUR, STONE, World};

async fn climbs(w: &World) -> usize {
    let mut steps = 0;
    loop {
        match climb(w.t.db(), &[STONE]).await.unwrap() {
            0 => return steps,
            n => steps += n,
        }
    }
}

async fn offered_to(w: &World, id: BatonId) -> Vec<Holder> {
    w.read(id).await.offers.iter().map(|offer| offer.to).collect()
}

#[tokio::test]
async fn each_step_asks_more_people_and_the_holder_stays() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.ines)).await;
    assert_eq!(climbs(&w).await, 0, "nothing is due yet");
    // 50 % of ten hours: a reminder; 67 %: those who answer for the shop.
    w.clock().advance(Duration::from_secs(5 * 3600));
    assert_eq!(climbs(&w).await, 1);
    assert_eq!(offered_to(&w, id).await, []);
    w.clock().advance(Duration::from_secs(2 * 3600));
    assert_eq!(climbs(&w).await, 1);
    assert_eq!(climbs(&w).await, 0, "a step is climbed once");
    assert_eq!(offered_to(&w, id).await.len(), 1);
    // 100 %: the region.
    w.clock().advance(Duration::from_secs(3 * 3600));
    assert_eq!(climbs(&w).await, 1);
    assert_eq!(offered_to(&w, id).await.len(), 2);
    let baton = w.read(id).await;
    assert_eq!(baton.holder, Some(Holder::Person(w.ines)), "only accepting moves it");

    let tx = w.begin().await;
    let solene = w.actor(w.solene).await;
    let regional = baton.offers[1].id;
    let taken = accept(&tx, &solene, id, regional).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(taken.holder, Some(Holder::Person(w.solene)));
}

#[tokio::test]
async fn the_last_step_asks_a_person_who_is_there_and_asks_again() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.ines)).await;
    let tx = w.begin().await;
    here(&tx, w.yanis, today()).await.unwrap();
    tx.commit().await.unwrap();
    w.clock().advance(Duration::from_secs(15 * 3600 + 1));
    // The clock has passed midnight: it is Sunday there.
    let tx = w.begin().await;
    here(&tx, w.yanis, day("2026-11-22")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(climbs(&w).await, 4, "no step is skipped");
    assert!(
        offered_to(&w, id).await.contains(&Holder::Person(w.yanis)),
        "Nadège said nothing, Yanis is there"
    );
    let events = w.read(id).await.seq;
    w.clock().advance(Duration::from_secs(86_400));
    let tx = w.begin().await;
    here(&tx, w.yanis, day("2026-11-23")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(climbs(&w).await, 1, "asked again the day after");
    let codes: Vec<_> = story(&w.org, id).await.unwrap().into_iter().map(|c| c.code).collect();
    assert_eq!(codes.iter().filter(|code| *code == "climbed").count(), 5);
    assert_eq!(w.read(id).await.seq, events + 1, "nobody is asked twice at the same time");
}

#[tokio::test]
async fn a_work_target_climbs_by_its_own_hours() {
    let w = World::new().await;
    // A Monday at nine, one opening hour of work under a promise of ten hours.
    let monday: jiff::Timestamp = "2026-11-23T09:00:00+01:00".parse().unwrap();
    w.clock().advance(Instant::from(monday).since(w.now()));
    let waits = vec![Waiting::person(w.ines)];
    w.a_baton_for(Holder::Person(w.nadege), waits, Some(HOUR)).await;
    w.clock().advance(Duration::from_secs(29 * 60));
    assert_eq!(climbs(&w).await, 0);
    w.clock().advance(Duration::from_secs(60));
    assert_eq!(climbs(&w).await, 1, "half of the work's hour, not of the promise's ten");
    w.clock().advance(Duration::from_secs(30 * 60));
    assert_eq!(climbs(&w).await, 2, "two thirds, and all of it");
}

#[tokio::test]
async fn a_round_climbs_all_that_is_due() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.ines)).await;
    let other = w.a_baton(Holder::Person(w.karim)).await;
    w.clock().advance(Duration::from_secs(15 * 3600 + 1));
    let runner = Runner::new(w.t.db().clone(), relais_baton::jobs(&[STONE]), Vec::new());
    let tx = w.t.db().begin().await.unwrap();
    jobs::enqueue(&tx, "baton.ladder", &()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(runner.run_due().await.unwrap(), 1);
    for id in [id, other] {
        let codes: Vec<_> = story(&w.org, id).await.unwrap().into_iter().map(|c| c.code).collect();
        assert_eq!(codes.iter().filter(|code| *code == "climbed").count(), 4);
    }
}

#[tokio::test]
async fn where_a_shop_has_nobody_the_next_wider_are_asked() {
    let w = World::new().await;
    let tx = w.begin().await;
    for person in [w.nadege, w.yanis, w.solene] {
        people::leave(&tx, person, today(), today()).await.unwrap().unwrap();
    }
    tx.commit().await.unwrap();
    let id = w.a_baton(Holder::Person(w.ines)).await;
    w.clock().advance(Duration::from_secs(40 * 3600));
    climbs(&w).await;
    assert!(offered_to(&w, id).await.contains(&Holder::Person(w.helene)), "head office is there");
}

#[tokio::test]
async fn a_pause_never_silences_a_promise() {
    let w = World::new().await;
    let waits = vec![Waiting::person(w.ines)];
    let id = w.a_baton_for(Holder::Person(w.nadege), waits, Some(3600)).await;
    let tx = w.begin().await;
    let hours = hours_of(&tx, Some(w.unit), today()).await.unwrap();
    relais_baton::pause(&tx, &w.actor(w.nadege).await, &STONE, id, &hours, "quel modèle ?")
        .await
        .unwrap()
        .unwrap();
    tx.commit().await.unwrap();
    w.clock().advance(Duration::from_secs(11 * 3600));
    assert!(climbs(&w).await >= 3, "the promise is over, pause or not");
}

/// A promise of ten hours that a team holds; whoever waits is to hear in an hour.
async fn a_team_is_to_be_heard_of_in_an_hour(w: &World) -> BatonId {
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    let hears = Instant(w.now().0 + HOUR * 1_000_000);
    let gift = Gift {
        kind: &STONE,
        subject: w.clock().id::<Uuid>(),
        parent: None,
        unit: Some(w.unit),
        title: "",
        holder: Holder::Team(team),
        waits: vec![Waiting::person(w.ines)],
        promise: Promise {
            at: Instant(w.now().0 + 10 * HOUR * 1_000_000),
            hears_next_at: Some(hears),
            work: None,
        },
        by: Some(w.ines),
    };
    let hours = hours_of(&tx, Some(w.unit), today()).await.unwrap();
    let id = give(&tx, &gift, &hours).await.unwrap().id;
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn vdt_01_who_heard_that_somebody_took_it_is_not_awaited() {
    let w = World::new().await;
    let id = a_team_is_to_be_heard_of_in_an_hour(&w).await;
    let tx = w.begin().await;
    take(&tx, &w.actor(w.nadege).await, id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.clock().advance(Duration::from_secs(3600));
    climbs(&w).await;
    let codes: Vec<_> = story(&w.org, id).await.unwrap().into_iter().map(|c| c.code).collect();
    assert_eq!(codes, ["accepted", "given"]);
}

#[tokio::test]
async fn vdt_01_what_news_promised_stays_promised_when_somebody_takes_it() {
    let w = World::new().await;
    let id = a_team_is_to_be_heard_of_in_an_hour(&w).await;
    let next = Instant(w.now().0 + 2 * HOUR * 1_000_000);
    let tx = w.begin().await;
    let nadege = w.actor(w.nadege).await;
    news(&tx, &nadege, id, "La pièce arrive.", Some(next)).await.unwrap().unwrap();
    take(&tx, &nadege, id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.read(id).await.hears_next_at, Some(next));
    w.clock().advance(Duration::from_secs(2 * 3600));
    climbs(&w).await;
    let codes: Vec<_> = story(&w.org, id).await.unwrap().into_iter().map(|c| c.code).collect();
    assert_eq!(codes[0], "awaited");
}

#[tokio::test]
async fn vdt_01_who_waits_is_to_hear_in_a_day_and_silence_is_noticed() {
    let w = World::new().await;
    let id = a_team_is_to_be_heard_of_in_an_hour(&w).await;
    assert_eq!(climbs(&w).await, 0);
    w.clock().advance(Duration::from_secs(3600));
    assert_eq!(climbs(&w).await, 1);
    assert_eq!(climbs(&w).await, 0, "once");
    let codes = || async { story(&w.org, id).await.unwrap().into_iter().map(|c| c.code).collect::<Vec<_>>() };
    assert_eq!(codes().await, ["awaited", "given"], "nobody wider was asked, and no step was used up");
    assert_eq!(w.read(id).await.step, 0);

    // News say when they hear next, and that is watched as well; news that promise nothing are not.
    let tx = w.begin().await;
    let nadege = w.actor(w.nadege).await;
    take(&tx, &nadege, id).await.unwrap().unwrap();
    let next = Instant(w.now().0 + HOUR * 1_000_000);
    news(&tx, &nadege, id, "La pièce est commandée.", Some(next)).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.clock().advance(Duration::from_secs(3600));
    assert_eq!(climbs(&w).await, 1);
    assert_eq!(codes().await[..2], ["awaited", "news"]);
    let tx = w.begin().await;
    let next = Instant(w.now().0 + HOUR * 1_000_000);
    news(&tx, &nadege, id, "Elle arrive.", Some(next)).await.unwrap().unwrap();
    news(&tx, &nadege, id, "Elle est là.", None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.clock().advance(Duration::from_secs(3600));
    climbs(&w).await;
    assert_eq!(codes().await[..2], ["news", "news"]);
    // Its own steps come when they are due.
    w.clock().advance(Duration::from_secs(2 * 3600));
    assert_eq!(climbs(&w).await, 1);
    assert_eq!(codes().await[0], "climbed");
}
