//! PRV-03: names leave the history some time after the end, and the history still verifies.

use std::time::Duration;

use relais_baton::{Broken, Holder, accept, cut_names, end, note, offer, story, tell_all_in_writing, verify};
use relais_kernel::{BatonId, Instant};
use relais_store::{
    InOrg as _,
    jobs::{self, Runner},
    sql,
};

use crate::world::{STONE, World};

async fn an_ended_one(w: &World) -> BatonId {
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let (nadege, karim) = (w.actor(w.nadege).await, w.actor(w.karim).await);
    let tx = w.begin().await;
    note(&tx, &w.actor(w.ines).await, id, "encore ce matin").await.unwrap().unwrap();
    let held_out = offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap().offers[0].id;
    accept(&tx, &karim, id, held_out).await.unwrap().unwrap();
    tell_all_in_writing(&tx, &karim, id, "remplacée").await.unwrap().unwrap();
    end(&tx, &karim, &STONE, id, "done", "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn prv_03_names_and_words_leave_and_the_chain_verifies() {
    let w = World::new().await;
    let id = an_ended_one(&w).await;
    let open = w.a_baton(Holder::Person(w.nadege)).await;
    assert_eq!(verify(&w.org, &w.read(id).await).await.unwrap(), None);
    let before = |w: &World| w.now().minus(Duration::from_secs(30 * 86_400));
    w.clock().advance(Duration::from_secs(29 * 86_400));
    assert_eq!(cut_names(&w.org, before(&w)).await.unwrap(), 0, "not before thirty days");
    w.clock().advance(Duration::from_secs(2 * 86_400));
    assert_eq!(cut_names(&w.org, before(&w)).await.unwrap(), 1);
    assert_eq!(cut_names(&w.org, before(&w)).await.unwrap(), 0, "once");

    let baton = w.read(id).await;
    assert_eq!((baton.holder, baton.title), (None, None));
    assert!(baton.waiters.iter().all(|w| w.who.person.is_none()));
    let chapters = story(&w.org, id).await.unwrap();
    assert!(chapters.len() >= 6);
    assert!(chapters.iter().all(|c| c.person_id.is_none() && c.words.is_none()));
    for table in ["baton_face", "baton_waiter", "baton_offer"] {
        let names: Option<i64> = sql("select count(*) from ")
            .push(table)
            .push(" where person_id is not null and baton_id = ")
            .arg(id)
            .value(&w.org)
            .await
            .unwrap();
        assert_eq!(names, Some(0), "{table}");
    }
    assert_eq!(verify(&w.org, &baton).await.unwrap(), None, "the chain holds ids, codes and hashes");
    assert_eq!(w.read(open).await.holder, Some(Holder::Person(w.nadege)), "what is held keeps its names");
}

#[tokio::test]
async fn a_history_that_was_changed_shows() {
    let w = World::new().await;
    let id = an_ended_one(&w).await;
    let tx = w.begin().await;
    // What the rules of the database refuse, somebody with the file at hand could do: the last event is taken away.
    let removed = sql("delete from baton_event where org_id = $1 and baton_id = $2 and seq = 3")
        .bind(w.org.org())
        .bind(id)
        .run(&tx)
        .await;
    match removed {
        Ok(_) => tx.commit().await.unwrap(),
        Err(error) => panic!("{error}"),
    }
    assert_eq!(verify(&w.org, &w.read(id).await).await.unwrap(), Some(Broken::At(4)));
    let mut shorter = w.read(id).await;
    shorter.seq += 1;
    shorter.created_at = Instant(0);
    assert!(verify(&w.org, &shorter).await.unwrap().is_some());
}

#[tokio::test]
async fn a_link_that_does_not_hold_shows_and_so_does_another_end() {
    let w = World::new().await;
    let id = an_ended_one(&w).await;
    let whole = w.read(id).await;
    assert_eq!(verify(&w.org, &whole).await.unwrap(), None);
    let other_end = relais_baton::Baton { head: vec![7; 32], ..whole.clone() };
    assert_eq!(
        verify(&w.org, &other_end).await.unwrap(),
        Some(Broken::Short),
        "the right place, another link"
    );
    let longer = relais_baton::Baton { seq: whole.seq + 1, ..whole };
    assert_eq!(verify(&w.org, &longer).await.unwrap(), Some(Broken::Short));

    // Somebody with the file at hand adds an event that was never written.
    let held = w.a_baton(Holder::Person(w.nadege)).await;
    let tx = w.begin().await;
    let columns = ["org_id", "baton_id", "seq", "at", "code", "face", "detail", "hash"];
    let row = [
        w.org.org().into(),
        held.into(),
        2_i64.into(),
        w.now().into(),
        "noted".into(),
        0_i32.into(),
        "".into(),
        vec![7_u8; 32].into(),
    ];
    relais_store::insert("baton_event", &columns).row(row).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(verify(&w.org, &w.read(held).await).await.unwrap(), Some(Broken::At(2)));
}

#[tokio::test]
async fn prv_03_the_round_takes_names_out_thirty_days_after_the_end() {
    let w = World::new().await;
    let id = an_ended_one(&w).await;
    let runner = Runner::new(w.t.db().clone(), relais_baton::jobs(&[STONE]), Vec::new());
    let round = async || {
        let tx = w.t.db().begin().await.unwrap();
        jobs::enqueue(&tx, "baton.cut_names", &()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(runner.run_due().await.unwrap(), 1);
        w.read(id).await.waiters[0].who.person
    };
    w.clock().advance(Duration::from_secs(29 * 86_400));
    assert!(round().await.is_some(), "not before");
    w.clock().advance(Duration::from_secs(2 * 86_400));
    assert_eq!(round().await, None);
}
