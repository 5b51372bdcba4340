//! Telling and ending: nobody's baton ends behind their back.

use relais_baton::{
    Holder, Told, WaiterKind, Waiting, attempt, end, forgo, join, news, tell, tell_all_in_writing,
};
use uuid::Uuid;

use crate::world::{STONE, World};

#[tokio::test]
async fn it_does_not_end_before_who_waits_was_told() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    let fault = end(&tx, &nadege, &STONE, id, "done", "").await.unwrap().unwrap_err();
    assert_eq!(&*fault.key, "baton-not-told");
    tell_all_in_writing(&tx, &nadege, id, "une neuve arrive jeudi").await.unwrap().unwrap();
    let baton = end(&tx, &nadege, &STONE, id, "done", "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.read(id).await, baton);
    assert!(!baton.is_held() && baton.step_at.is_none());
    assert_eq!(baton.end.unwrap().outcome, "done");
}

#[tokio::test]
async fn whoever_joins_is_told_too() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    tell_all_in_writing(&tx, &nadege, id, "commandée").await.unwrap().unwrap();
    let joined = join(&tx, id, Waiting::person(w.karim)).await.unwrap().unwrap();
    assert_eq!(joined.waiters.len(), 2);
    let again = join(&tx, id, Waiting::person(w.karim)).await.unwrap().unwrap();
    assert_eq!(again.waiters.len(), 2, "nobody waits twice");
    assert!(end(&tx, &nadege, &STONE, id, "done", "").await.unwrap().is_err(), "Karim was not told");
    tell_all_in_writing(&tx, &nadege, id, "elle est là").await.unwrap().unwrap();
    end(&tx, &nadege, &STONE, id, "done", "").await.unwrap().unwrap();
    let fault = join(&tx, id, Waiting::person(w.yanis)).await.unwrap().unwrap_err();
    assert_eq!(&*fault.key, "baton-ended");
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn whoever_needs_it_no_more_says_so_and_the_last_of_them_ends_it() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let (ines, karim, nadege) = (w.actor(w.ines).await, w.actor(w.karim).await, w.actor(w.nadege).await);
    let tx = w.begin().await;
    join(&tx, id, Waiting::person(w.karim)).await.unwrap().unwrap();
    let key = async |by, outcome| {
        forgo(&tx, by, &STONE, id, outcome).await.unwrap().map(|_| ()).unwrap_err().key.to_string()
    };
    assert_eq!(key(&nadege, "done").await, "baton-not-waiting", "whoever holds it does not wait");
    assert_eq!(key(&ines, "rien").await, "baton-no-such-outcome");
    let baton = forgo(&tx, &ines, &STONE, id, "refused").await.unwrap().unwrap();
    assert!(baton.is_held(), "Karim waits");
    assert_eq!(key(&ines, "refused").await, "baton-already-told");
    let baton = forgo(&tx, &karim, &STONE, id, "refused").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.read(id).await, baton);
    assert!(!baton.is_held() && baton.step_at.is_none());
    assert!(baton.waiters.iter().all(|waiter| waiter.told == Some(Told::Declined)));
    let tx = w.begin().await;
    assert!(forgo(&tx, &ines, &STONE, id, "refused").await.unwrap().is_err());
}

#[tokio::test]
async fn a_customer_is_told_by_somebody() {
    let w = World::new().await;
    let customer = Waiting::other(WaiterKind::Contact, Some(w.clock().id::<Uuid>()));
    let id = w.a_baton_for(Holder::Person(w.ines), vec![customer], None).await;
    let ines = w.actor(w.ines).await;
    let tx = w.begin().await;
    tell_all_in_writing(&tx, &ines, id, "votre box est réparée").await.unwrap().unwrap();
    assert!(end(&tx, &ines, &STONE, id, "done", "").await.unwrap().is_err(), "nobody called");
    let waiter = w_waiter(&tx, id).await;
    tell(&tx, &ines, id, waiter, Told::Heard, "").await.unwrap().unwrap();
    end(&tx, &ines, &STONE, id, "done", "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

async fn w_waiter(tx: &relais_store::OrgTx, id: relais_kernel::BatonId) -> relais_kernel::WaiterId {
    relais_baton::baton(tx, id).await.unwrap().unwrap().waiters[0].id
}

#[tokio::test]
async fn unreachable_takes_three_attempts_in_different_slots() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    let waiter = w_waiter(&tx, id).await;
    for (slot, attempts) in
        [("20261121-morning", 1), ("20261121-morning", 1), ("20261121-evening", 2), ("20261123-noon", 3)]
    {
        let refused = tell(&tx, &nadege, id, waiter, Told::Unreachable, "").await.unwrap();
        assert_eq!(&*refused.unwrap_err().key, "baton-sought-too-little", "{slot}");
        let baton = attempt(&tx, &nadege, id, waiter, slot).await.unwrap().unwrap();
        assert_eq!(baton.waiters[0].attempts, attempts, "{slot}");
    }
    tell(&tx, &nadege, id, waiter, Told::Unreachable, "").await.unwrap().unwrap();
    end(&tx, &nadege, &STONE, id, "refused", "pas de budget cette année").await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn nothing_possible_is_no_end() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    tell_all_in_writing(&tx, &nadege, id, "non").await.unwrap().unwrap();
    let fault = end(&tx, &nadege, &STONE, id, "nothing_possible", "").await.unwrap().unwrap_err();
    assert_eq!((&*fault.field, &*fault.key), ("outcome", "baton-no-such-outcome"));
}

#[tokio::test]
async fn news_say_when_the_next_come_and_move_no_promise() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let (nadege, karim) = (w.actor(w.nadege).await, w.actor(w.karim).await);
    let before = w.read(id).await;
    let next = relais_kernel::Instant(w.now().0 + 3_600_000_000);
    let tx = w.begin().await;
    assert!(news(&tx, &karim, id, "bientôt", Some(next)).await.unwrap().is_err());
    assert!(news(&tx, &nadege, id, " ", Some(next)).await.unwrap().is_err());
    let after = news(&tx, &nadege, id, "le technicien passe lundi", Some(next)).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!((after.promised_at, after.hears_next_at), (before.promised_at, Some(next)));
    assert_eq!(after.waiters[0].told, None, "news are not the end");
}
