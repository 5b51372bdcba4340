//! What passed from team to team, without persons.

use std::time::Duration;

use relais_baton::{Holder, Told, accept, duty, news, offer, passes, refuse, take, tell, withdraw};
use relais_testkit::builders::today;

use crate::world::{STONE, World};

#[tokio::test]
async fn map_04_what_passes_from_team_to_team_is_logged_with_both_delays() {
    let w = World::new().await;
    let tx = w.begin().await;
    let first = duty(&tx, "Experts", None, &[w.karim, w.nadege], today()).await.unwrap();
    let second = duty(&tx, "Facture", None, &[w.yanis, w.solene], today()).await.unwrap();
    tx.commit().await.unwrap();
    let since = w.now();
    let id = w.a_baton(Holder::Team(first)).await;
    let tx = w.begin().await;
    let (karim, yanis, solene) = (w.actor(w.karim).await, w.actor(w.yanis).await, w.actor(w.solene).await);
    take(&tx, &karim, id).await.unwrap().unwrap();
    let held_out =
        offer(&tx, &karim, id, Holder::Team(second), "C’est de la facture.").await.unwrap().unwrap();
    let held_out = held_out.offers[0].id;
    tx.commit().await.unwrap();
    assert_eq!(passes(&w.org, &[STONE.code], since).await.unwrap(), [], "nobody has answered yet");

    let tx = w.begin().await;
    w.clock().advance(Duration::from_secs(600));
    refuse(&tx, &solene, id, held_out, "Je suis en formation.").await.unwrap().unwrap();
    accept(&tx, &yanis, id, held_out).await.unwrap().unwrap();
    w.clock().advance(Duration::from_secs(1200));
    news(&tx, &yanis, id, "Je regarde.", None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let found = passes(&w.org, &[STONE.code], since).await.unwrap();
    let [pass] = &found[..] else { panic!("{found:?}") };
    assert_eq!((pass.from, pass.to, pass.unit), (Some(first), second, Some(w.unit)));
    assert!(pass.accepted && pass.refused == 1);
    assert_eq!(pass.answered_at.since(pass.at), Duration::from_secs(600));
    assert_eq!(pass.acted_at.unwrap().since(pass.answered_at), Duration::from_secs(1200));
    assert_eq!(passes(&w.org, &["other.kind"], since).await.unwrap(), []);
    assert_eq!(passes(&w.org, &[STONE.code], w.now()).await.unwrap(), [], "it was held out before");

    // Held out to a person, or taken by one's own team, it passed from no team to another.
    let tx = w.begin().await;
    offer(&tx, &yanis, id, Holder::Person(w.ines), "").await.unwrap().unwrap();
    let back = offer(&tx, &yanis, id, Holder::Team(first), "").await.unwrap().unwrap();
    let back = back.offers.iter().find(|open| open.to == Holder::Team(first)).unwrap().id;
    withdraw(&tx, &yanis, id, back).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let found = passes(&w.org, &[STONE.code], since).await.unwrap();
    assert_eq!(
        found.iter().map(|pass| (pass.to, pass.accepted)).collect::<Vec<_>>(),
        [(second, true), (first, false)]
    );
    let tx = w.begin().await;
    let waiter = w.read(id).await.waiters[0].id;
    tell(&tx, &yanis, id, waiter, Told::Heard, "").await.unwrap().unwrap();
    relais_baton::end(&tx, &yanis, &STONE, id, "done", "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    // Names leave, what passed between teams stays.
    w.clock().advance(Duration::from_secs(3 * 86_400));
    relais_baton::cut_names(&w.org, w.now()).await.unwrap();
    assert_eq!(passes(&w.org, &[STONE.code], since).await.unwrap().len(), 2);
}
