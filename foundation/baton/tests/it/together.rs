//! Two people who act on one baton at once: no action is lost, and the second sees what happened.

use relais_baton::Waiting;
use relais_baton::{
    Holder, accept, end, join, note, offer, story, take, tell_all_in_writing, unit_leads, verify,
};

use crate::world::{STONE, World};

#[tokio::test]
async fn of_two_who_take_it_at_once_one_holds_it_and_the_other_is_told() {
    let w = World::new().await;
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let id = w.a_baton(Holder::Team(team)).await;
    let taking = async |person| {
        let by = w.actor(person).await;
        let tx = w.begin().await;
        let taken = take(&tx, &by, id).await.unwrap();
        tx.commit().await.unwrap();
        taken.map(|baton| baton.holder)
    };
    let (one, other) = tokio::join!(taking(w.nadege), taking(w.yanis));
    let won: Vec<_> = [&one, &other].into_iter().filter_map(|r| r.as_ref().ok()).collect();
    let lost: Vec<_> = [&one, &other].into_iter().filter_map(|r| r.as_ref().err()).collect();
    assert_eq!((won.len(), lost.len()), (1, 1));
    assert_eq!(&*lost[0].key, "baton-not-offered");
    assert_eq!(*won[0], w.read(id).await.holder);
}

#[tokio::test]
async fn what_both_say_at_once_is_heard() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let saying = async |person, words: String| {
        let by = w.actor(person).await;
        for n in 0..10 {
            let tx = w.begin().await;
            note(&tx, &by, id, &format!("{words} {n}")).await.unwrap().unwrap();
            tx.commit().await.unwrap();
        }
    };
    tokio::join!(saying(w.ines, "toner".into()), saying(w.karim, "papier".into()));
    let baton = w.read(id).await;
    assert_eq!(baton.seq, 21);
    assert_eq!(verify(&w.org, &baton).await.unwrap(), None);
    assert_eq!(story(&w.org, id).await.unwrap().iter().filter(|c| c.code == "noted").count(), 20);
}

#[tokio::test]
async fn whoever_joins_while_it_ends_is_told_or_turned_away() {
    for _ in 0..10 {
        let w = World::new().await;
        let id = w.a_baton(Holder::Person(w.nadege)).await;
        let ending = async {
            let by = w.actor(w.nadege).await;
            let tx = w.begin().await;
            tell_all_in_writing(&tx, &by, id, "remplacée").await.unwrap().unwrap();
            end(&tx, &by, &STONE, id, "done", "").await.unwrap().unwrap();
            tx.commit().await.unwrap();
        };
        let joining = async {
            let tx = w.begin().await;
            let joined = join(&tx, id, Waiting::person(w.karim)).await.unwrap().is_ok();
            tx.commit().await.unwrap();
            joined
        };
        let (joined, ()) = tokio::join!(joining, ending);
        let baton = w.read(id).await;
        assert!(!baton.is_held());
        assert!(baton.waiters.iter().all(|waiter| waiter.told.is_some()));
        assert_eq!(baton.waiters.len(), if joined { 2 } else { 1 });
    }
}

#[tokio::test]
async fn an_offer_accepted_while_it_is_made_again_leaves_one_holder() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    let held_out = offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap().offers[0].id;
    tx.commit().await.unwrap();
    let accepting = async {
        let by = w.actor(w.karim).await;
        let tx = w.begin().await;
        accept(&tx, &by, id, held_out).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    };
    let offering = async {
        let tx = w.begin().await;
        let offered = offer(&tx, &nadege, id, Holder::Person(w.yanis), "").await.unwrap();
        tx.commit().await.unwrap();
        offered.is_ok()
    };
    tokio::join!(accepting, offering);
    let baton = w.read(id).await;
    assert_eq!(baton.holder, Some(Holder::Person(w.karim)));
    assert!(baton.offers.is_empty(), "what was held out before fell with the acceptance");
}
