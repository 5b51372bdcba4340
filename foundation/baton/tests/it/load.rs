//! Nobody is asked by name for more than one person is asked to keep (CSE-04).

use std::time::Duration;

use relais_baton::{Holder, MOST_HELD, away, climb, full};
use relais_directory::settings;
use relais_kernel::{BatonId, PersonId};
use relais_testkit::builders::today;

use crate::world::{STONE, World};

/// Whom the last step asked by name, for this many promises that are over at once.
async fn asked(w: &World, promises: usize) -> Vec<PersonId> {
    let mut batons = Vec::new();
    for _ in 0..promises {
        batons.push(w.a_baton(Holder::Person(w.ines)).await);
    }
    by_name(w, &batons).await
}

/// Whom the last step asked by name, for these promises.
async fn by_name(w: &World, batons: &[BatonId]) -> Vec<PersonId> {
    w.clock().advance(Duration::from_secs(16 * 3600));
    while climb(w.t.db(), &[STONE]).await.unwrap() > 0 {}
    let mut asked = Vec::new();
    for id in batons {
        asked.extend(w.read(*id).await.offers.into_iter().filter_map(|offer| match offer.to {
            Holder::Person(person) => Some(person),
            Holder::Team(_) => None,
        }));
    }
    asked
}

async fn most_held(w: &World, most: i64) {
    let tx = w.begin().await;
    let seen = settings::value(&tx, &MOST_HELD).await.unwrap();
    settings::set(&tx, &MOST_HELD, seen, most).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn cse_04_the_ladder_asks_the_next_when_one_keeps_enough() {
    let w = World::new().await;
    most_held(&w, 3).await;
    // Nadège keeps two and can be asked for one more; then Yanis for three, then those of the region and the network.
    let mut batons = Vec::new();
    for holder in [[w.nadege; 2].as_slice(), &[w.ines; 12]].concat() {
        batons.push(w.a_baton(Holder::Person(holder)).await);
    }
    let asked = by_name(&w, &batons).await;
    let of = |person| asked.iter().filter(|one| **one == person).count();
    assert_eq!((of(w.nadege), of(w.yanis), of(w.solene), of(w.helene)), (1, 3, 3, 3), "{asked:?}");
    // And the last promises were still held out to all who lead the network, together.
    assert_eq!(asked.len(), 10);
}

#[tokio::test]
async fn whoever_holds_it_is_not_the_one_who_is_asked() {
    let w = World::new().await;
    let held = w.a_baton(Holder::Person(w.nadege)).await;
    assert_eq!(by_name(&w, &[held]).await, [w.yanis]);
}

#[tokio::test]
async fn whoever_was_asked_by_name_is_asked_and_not_another_one_every_day() {
    let w = World::new().await;
    most_held(&w, 3).await;
    let how_many = async |id| {
        let offers = w.read(id).await.offers;
        offers.into_iter().filter(|offer| matches!(offer.to, Holder::Person(_))).count()
    };
    assert_eq!(asked(&w, 3).await, [w.nadege; 3]);
    let later = w.a_baton(Holder::Person(w.karim)).await;
    for _ in 0..3 {
        w.clock().advance(Duration::from_secs(86_401));
        while climb(w.t.db(), &[STONE]).await.unwrap() > 0 {}
    }
    assert_eq!(how_many(later).await, 1, "Yanis, since Nadège was asked for three");
}

#[tokio::test]
async fn cse_04_an_organisation_chooses_how_many() {
    let w = World::new().await;
    most_held(&w, 5).await;
    let asked = asked(&w, 6).await;
    let of = |person| asked.iter().filter(|one| **one == person).count();
    assert_eq!((of(w.nadege), of(w.yanis)), (5, 1), "{asked:?}");
}

#[tokio::test]
async fn cse_04_whoever_is_away_is_not_asked_and_one_s_own_load_is_known_to_oneself() {
    let w = World::new().await;
    most_held(&w, 3).await;
    let tx = w.begin().await;
    away(&tx, w.nadege, today().plus(3)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(full(&w.org, w.yanis).await.unwrap(), None);
    assert_eq!(asked(&w, 3).await, [w.yanis; 3]);
    assert_eq!(full(&w.org, w.yanis).await.unwrap(), None, "what is held out is not kept yet");
    assert_eq!(full(&w.org, w.ines).await.unwrap(), Some(3), "what is held counts");
    assert_eq!(full(&w.org, w.karim).await.unwrap(), None);
}
