//! « Mes relais » and what became of what one gave.

use relais_baton::{
    Holder, Mine, concerns, end, given_by, mine, offer, take, tell_all_in_writing, unit_leads,
};

use crate::world::{STONE, World};

#[tokio::test]
async fn somebody_sees_what_they_and_their_teams_hold_and_are_offered() {
    let w = World::new().await;
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let held = w.a_baton(Holder::Person(w.nadege)).await;
    let of_team = w.a_baton(Holder::Team(team)).await;
    let offered = w.a_baton(Holder::Person(w.karim)).await;
    let both = w.a_baton(Holder::Person(w.nadege)).await;
    let elsewhere = w.a_baton(Holder::Person(w.karim)).await;
    let tx = w.begin().await;
    let karim = w.actor(w.karim).await;
    offer(&tx, &karim, offered, Holder::Person(w.nadege), "").await.unwrap().unwrap();
    offer(&tx, &w.actor(w.nadege).await, both, Holder::Team(team), "").await.unwrap().unwrap();
    tx.commit().await.unwrap();

    let nadege = w.actor(w.nadege).await;
    let cards = mine(&w.org, nadege.person, &nadege.teams, 50).await.unwrap();
    let how = |id| cards.iter().find(|card| card.id == id).map(|card| card.how);
    assert_eq!(cards.len(), 4);
    assert_eq!(
        (how(held), how(of_team), how(offered), how(both), how(elsewhere)),
        (Some(Mine::Held), Some(Mine::Team), Some(Mine::Offered), Some(Mine::Held), None)
    );
    let card = cards.iter().find(|card| card.id == offered).unwrap();
    assert!(card.offer_id.is_some());
    assert_eq!(card.title.as_deref(), Some("L’imprimante du fond tombe en panne chaque samedi"));
    assert_eq!((card.unit_name.as_deref(), card.waiting), (Some("Évry"), 1));
    assert!(cards.iter().filter(|card| card.how == Mine::Held).all(|card| card.offer_id.is_none()));

    let few = mine(&w.org, nadege.person, &nadege.teams, 2).await.unwrap();
    assert_eq!(few.len(), 3, "one more, to know that others follow");
    assert!(mine(&w.org, w.ines, &[], 50).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_baton_concerns_those_who_could_take_it_and_nobody_else() {
    let w = World::new().await;
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let id = w.a_baton(Holder::Team(team)).await;
    let concerned = async || {
        let mut found = Vec::new();
        for person in [w.nadege, w.yanis, w.karim, w.ines, w.helene] {
            found.push(concerns(&w.org, id, &w.actor(person).await).await.unwrap());
        }
        found
    };
    assert_eq!(concerned().await, [true, true, false, false, false], "the team that holds it");
    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    take(&tx, &nadege, id).await.unwrap().unwrap();
    offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        concerned().await,
        [true, true, true, false, false],
        "whoever was slower is told, not turned away"
    );
    let other = relais_testkit::builders::an_organisation(w.t.db()).await;
    assert!(!concerns(&other, id, &nadege).await.unwrap());
}

#[tokio::test]
async fn who_waited_sees_what_became_of_it() {
    let w = World::new().await;
    let (done, open) = (w.a_baton(Holder::Person(w.nadege)).await, w.a_baton(Holder::Person(w.nadege)).await);
    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    tell_all_in_writing(&tx, &nadege, done, "réparée").await.unwrap().unwrap();
    end(&tx, &nadege, &STONE, done, "done", "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let given = given_by(&w.org, w.ines, 20).await.unwrap();
    let ids: Vec<_> = given.iter().map(|given| (given.id, given.outcome.as_deref())).collect();
    assert_eq!(ids, [(open, None), (done, Some("done"))]);
    assert!(given_by(&w.org, w.karim, 20).await.unwrap().is_empty());
}
