//! Passing: the giver stays the holder until somebody accepts.

use relais_baton::{Holder, accept, note, offer, refuse, story, take, unit_leads, withdraw};
use relais_kernel::Day;
use relais_store::{InOrg as _, sql};
use relais_testkit::builders::today;

use crate::world::World;

#[tokio::test]
async fn the_giver_holds_it_until_it_is_accepted() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let (nadege, karim) = (w.actor(w.nadege).await, w.actor(w.karim).await);
    let tx = w.begin().await;
    let baton =
        offer(&tx, &nadege, id, Holder::Person(w.karim), "tu connais l’imprimante").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.read(id).await.holder, Some(Holder::Person(w.nadege)), "held out, not passed");

    let tx = w.begin().await;
    let accepted = accept(&tx, &karim, id, baton.offers[0].id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(accepted.holder, Some(Holder::Person(w.karim)));
    assert_eq!(w.read(id).await, accepted);
    assert!(accepted.offers.is_empty());

    let codes: Vec<String> = story(&w.org, id).await.unwrap().into_iter().map(|c| c.code).collect();
    assert_eq!(codes, ["accepted", "offered", "given"]);
}

#[tokio::test]
async fn a_refusal_is_read_by_the_giver_who_still_holds_it() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let (nadege, karim) = (w.actor(w.nadege).await, w.actor(w.karim).await);
    let tx = w.begin().await;
    let held_out = offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap().offers[0].id;
    let fault = refuse(&tx, &karim, id, held_out, " ").await.unwrap().unwrap_err();
    assert_eq!((&*fault.field, &*fault.key), ("reason", "baton-no-reason"));
    let baton = refuse(&tx, &karim, id, held_out, "je pars à midi").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(baton.holder, Some(Holder::Person(w.nadege)));
    assert!(baton.offers.is_empty());
    let story = story(&w.org, id).await.unwrap();
    assert_eq!(story[0].words.as_deref(), Some("je pars à midi"));
    assert_eq!(story[0].given_name.as_deref(), Some("Karim"));
}

#[tokio::test]
async fn one_member_who_refuses_leaves_it_to_the_others() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.ines)).await;
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let (ines, nadege, yanis) = (w.actor(w.ines).await, w.actor(w.nadege).await, w.actor(w.yanis).await);
    let tx = w.begin().await;
    let held_out = offer(&tx, &ines, id, Holder::Team(team), "").await.unwrap().unwrap().offers[0].id;
    refuse(&tx, &nadege, id, held_out, "en réunion").await.unwrap().unwrap();
    let baton = accept(&tx, &yanis, id, held_out).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(baton.holder, Some(Holder::Person(w.yanis)));
}

#[tokio::test]
async fn a_member_takes_what_the_team_holds_and_a_stranger_does_not() {
    let w = World::new().await;
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let id = w.a_baton(Holder::Team(team)).await;
    let (karim, yanis) = (w.actor(w.karim).await, w.actor(w.yanis).await);
    let tx = w.begin().await;
    assert!(take(&tx, &karim, id).await.unwrap().is_err());
    let baton = take(&tx, &yanis, id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(baton.holder, Some(Holder::Person(w.yanis)));
    assert_eq!(w.read(id).await, baton);
}

#[tokio::test]
async fn what_is_withdrawn_is_not_accepted() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let (nadege, karim) = (w.actor(w.nadege).await, w.actor(w.karim).await);
    let tx = w.begin().await;
    let held_out = offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap().offers[0].id;
    withdraw(&tx, &nadege, id, held_out).await.unwrap().unwrap();
    let fault = accept(&tx, &karim, id, held_out).await.unwrap().unwrap_err();
    tx.commit().await.unwrap();
    assert_eq!(&*fault.key, "baton-not-offered");
}

#[tokio::test]
async fn anybody_speaks_and_nothing_moves() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let karim = w.actor(w.karim).await;
    let before = w.read(id).await;
    let tx = w.begin().await;
    note(&tx, &karim, id, "le bac B coince aussi").await.unwrap().unwrap();
    assert!(note(&tx, &karim, id, "   ").await.unwrap().is_err());
    tx.commit().await.unwrap();
    let after = w.read(id).await;
    assert_eq!(
        (after.holder, after.promised_at, after.seq),
        (before.holder, before.promised_at, before.seq + 1)
    );
}

#[tokio::test]
async fn another_organisations_baton_does_not_exist() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let other = relais_testkit::builders::an_organisation(w.t.db()).await;
    assert_eq!(relais_baton::baton(&other, id).await.unwrap(), None);
    let tx = other.begin().await.unwrap();
    let fault = note(&tx, &w.actor(w.nadege).await, id, "bonjour").await.unwrap().unwrap_err();
    assert_eq!(&*fault.key, "baton-not-offered");
}

#[tokio::test]
async fn what_is_refused_or_withdrawn_falls_and_the_rest_stays_held_out() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let (nadege, karim) = (w.actor(w.nadege).await, w.actor(w.karim).await);
    let tx = w.begin().await;
    for to in [w.karim, w.yanis, w.ines] {
        offer(&tx, &nadege, id, Holder::Person(to), "").await.unwrap().unwrap();
    }
    let offers = relais_baton::baton(&tx, id).await.unwrap().unwrap().offers;
    let of = |person| offers.iter().find(|offer| offer.to == Holder::Person(person)).unwrap().id;
    let left = refuse(&tx, &karim, id, of(w.karim), "Je pars.").await.unwrap().unwrap();
    assert_eq!(left.offers.iter().map(|offer| offer.id).collect::<Vec<_>>(), [of(w.yanis), of(w.ines)]);
    let left = withdraw(&tx, &nadege, id, of(w.ines)).await.unwrap().unwrap();
    assert_eq!(left.offers.iter().map(|offer| offer.id).collect::<Vec<_>>(), [of(w.yanis)]);
    tx.commit().await.unwrap();
    assert_eq!(w.read(id).await.offers, left.offers);
}

#[tokio::test]
async fn whoever_left_the_organisation_takes_nothing_from_the_day_after_their_last() {
    for (days, takes) in [(-1, false), (0, true), (1, true)] {
        let w = World::new().await;
        let tx = w.begin().await;
        let team = unit_leads(&tx, w.unit).await.unwrap();
        tx.commit().await.unwrap();
        let (held, offered) = (w.a_baton(Holder::Team(team)).await, w.a_baton(Holder::Person(w.ines)).await);
        let (ines, yanis) = (w.actor(w.ines).await, w.actor(w.yanis).await);
        let tx = w.begin().await;
        let to = Holder::Person(w.yanis);
        let held_out = offer(&tx, &ines, offered, to, "").await.unwrap().unwrap().offers[0].id;
        let last: Day = today().plus(days);
        let left =
            sql("update person set left_day = $1 where org_id = $2 and id = $3").bind(last).bind(tx.org());
        left.bind(w.yanis).run_one("person", &tx).await.unwrap();
        assert_eq!(take(&tx, &yanis, held).await.unwrap().is_ok(), takes, "{days} days");
        assert_eq!(accept(&tx, &yanis, offered, held_out).await.unwrap().is_ok(), takes, "{days} days");
        tx.rollback().await.unwrap();
    }
}
