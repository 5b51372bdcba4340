//! Whom a baton calls, and why: once for each place in its history, and never whoever did it.

use std::time::Duration;

use relais_baton::{
    Holder, WaiterKind, Waiting, accept, climb, end, news, note, offer, refuse, replied, take,
    tell_all_in_writing, unit_leads, untold,
};
use relais_contracts::baton::{Call, Called, Settled, Why};
use relais_kernel::{BatonId, PersonId, TeamId};
use relais_store::{InOrg as _, sql};

use crate::world::{STONE, World};

/// Why, who or which team, and by whom.
type Short = (Why, Option<PersonId>, Option<TeamId>, Option<PersonId>);

impl World {
    /// What was said since it was last asked.
    async fn calls(&self) -> Vec<Call> {
        let bodies: Vec<String> =
            sql("select body from outbox where name = 'baton.called' and org_id = $1 order by id")
                .bind(self.org.org())
                .values(&self.org)
                .await
                .unwrap();
        let tx = self.begin().await;
        sql("delete from outbox").run(&tx).await.unwrap();
        tx.commit().await.unwrap();
        bodies.iter().flat_map(|body| serde_json::from_str::<Called>(body).unwrap().calls).collect()
    }

    async fn short(&self) -> Vec<Short> {
        self.calls().await.into_iter().map(|call| (call.why, call.person, call.team, call.by)).collect()
    }

    async fn leads(&self) -> TeamId {
        let tx = self.begin().await;
        let team = unit_leads(&tx, self.unit).await.unwrap();
        tx.commit().await.unwrap();
        team
    }

    async fn takes(&self, person: PersonId, id: BatonId) {
        let (tx, by) = (self.begin().await, self.actor(person).await);
        take(&tx, &by, id).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_new_baton_calls_who_holds_it_or_may_take_it_and_not_who_promised_it() {
    let w = World::new().await;
    w.a_baton(Holder::Person(w.nadege)).await;
    assert_eq!(w.short().await, [(Why::Given, Some(w.nadege), None, Some(w.ines))]);
    let team = w.leads().await;
    w.a_baton(Holder::Team(team)).await;
    assert_eq!(w.short().await, [(Why::Offered, None, Some(team), Some(w.ines))]);
    w.a_baton(Holder::Person(w.ines)).await;
    assert_eq!(w.short().await, []);
}

#[tokio::test]
async fn those_who_wait_hear_that_a_person_has_it_and_what_is_new_until_they_are_told() {
    let w = World::new().await;
    let team = w.leads().await;
    let waits = vec![
        Waiting::person(w.ines),
        Waiting::person(w.karim),
        Waiting::other(WaiterKind::Box, Some(w.clock().id::<uuid::Uuid>())),
    ];
    let id = w.a_baton_for(Holder::Team(team), waits, None).await;
    w.calls().await;
    w.takes(w.nadege, id).await;
    let taken = w.calls().await;
    let waiters = w.read(id).await.waiters;
    let expected = [(Some(w.ines), Some(waiters[0].id)), (Some(w.karim), Some(waiters[1].id))];
    assert_eq!(taken.iter().map(|call| (call.person, call.waiter)).collect::<Vec<_>>(), expected);
    assert!(taken.iter().all(|call| call.why == Why::News && call.by == Some(w.nadege) && !call.urgent));
    let ids: Vec<_> = waiters.iter().map(|waiter| waiter.id).collect();
    assert_eq!(untold(&w.org, &ids).await.unwrap().len(), 3);

    // From hand to hand is not news.
    let (tx, nadege) = (w.begin().await, w.actor(w.nadege).await);
    let offered = offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap().offers[0].id;
    tx.commit().await.unwrap();
    assert_eq!(w.short().await, [(Why::Offered, Some(w.karim), None, Some(w.nadege))]);
    let (tx, karim) = (w.begin().await, w.actor(w.karim).await);
    accept(&tx, &karim, id, offered).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.short().await, []);

    let tx = w.begin().await;
    news(&tx, &karim, id, "Jeudi.", None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let heard: Vec<_> = w.short().await;
    assert_eq!(
        heard,
        [(Why::News, Some(w.ines), None, Some(w.karim)), (Why::News, Some(w.karim), None, Some(w.karim)),]
    );
    let tx = w.begin().await;
    tell_all_in_writing(&tx, &karim, id, "C’est réparé.").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert!(w.calls().await.iter().all(|call| call.why == Why::Told && call.waiter.is_some()));
    assert_eq!(untold(&w.org, &ids).await.unwrap(), []);
    let tx = w.begin().await;
    news(&tx, &karim, id, "Encore une chose.", None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.short().await, [], "whoever was told waits no more");
}

#[tokio::test]
async fn whoever_holds_it_hears_a_word_of_somebody_else_with_a_name_or_without() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    w.calls().await;
    for by in [w.nadege, w.ines] {
        let (tx, by) = (w.begin().await, w.actor(by).await);
        note(&tx, &by, id, "Encore ce matin.").await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(w.short().await, [(Why::Said, Some(w.nadege), None, Some(w.ines))]);
    let tx = w.begin().await;
    replied(&tx, id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.short().await, [(Why::Said, Some(w.nadege), None, None)]);

    let (tx, nadege) = (w.begin().await, w.actor(w.nadege).await);
    tell_all_in_writing(&tx, &nadege, id, "C’est réparé.").await.unwrap().unwrap();
    end(&tx, &nadege, &STONE, id, "done", "").await.unwrap().unwrap();
    assert!(replied(&tx, id).await.unwrap().is_err(), "it ended");
    tx.rollback().await.unwrap();
}

#[tokio::test]
async fn whoever_held_it_out_hears_that_it_is_not_taken() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let (tx, nadege) = (w.begin().await, w.actor(w.nadege).await);
    let offered = offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap().offers[0].id;
    tx.commit().await.unwrap();
    w.calls().await;
    let (tx, karim) = (w.begin().await, w.actor(w.karim).await);
    refuse(&tx, &karim, id, offered, "Je pars ce soir.").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.short().await, [(Why::Refused, Some(w.nadege), None, Some(w.karim))]);
}

#[tokio::test]
async fn of_two_who_held_it_out_the_one_hears_whose_offer_was_refused() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Team(w.leads().await)).await;
    let tx = w.begin().await;
    let (nadege, yanis, karim) = (w.actor(w.nadege).await, w.actor(w.yanis).await, w.actor(w.karim).await);
    offer(&tx, &yanis, id, Holder::Person(w.solene), "").await.unwrap().unwrap();
    let offers = offer(&tx, &nadege, id, Holder::Person(w.karim), "").await.unwrap().unwrap().offers;
    let held_out = offers.iter().find(|offer| offer.to == Holder::Person(w.karim)).unwrap().id;
    tx.commit().await.unwrap();
    w.calls().await;
    let tx = w.begin().await;
    refuse(&tx, &karim, id, held_out, "Je pars ce soir.").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.short().await, [(Why::Refused, Some(w.nadege), None, Some(w.karim))]);
}

#[tokio::test]
async fn each_step_calls_whom_it_asks_and_the_last_one_is_urgent() {
    let w = World::new().await;
    w.a_baton(Holder::Person(w.ines)).await;
    w.calls().await;
    let mut heard = Vec::new();
    for hours in [5, 2, 4, 5] {
        w.clock().advance(Duration::from_secs(hours * 3600));
        while climb(w.t.db(), &[STONE]).await.unwrap() > 0 {}
        heard.push(w.calls().await);
    }
    let [reminded, unit, region, last] = &heard[..] else { unreachable!("four steps") };
    assert_eq!((reminded.len(), reminded[0].why, reminded[0].person), (1, Why::Reminded, Some(w.ines)));
    for step in [unit, region] {
        assert_eq!((step.len(), step[0].why, step[0].urgent), (1, Why::Offered, false));
        assert!(step[0].team.is_some() && step[0].by.is_none());
    }
    assert!(last.iter().all(|call| call.urgent) && !last.is_empty(), "{last:?}");
    assert!(last.iter().any(|call| call.person.is_some()), "somebody is asked by name");
}

#[tokio::test]
async fn what_found_somebody_or_ended_is_settled() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Team(w.leads().await)).await;
    w.calls().await;
    w.takes(w.nadege, id).await;
    let settled: Vec<String> =
        sql("select body from outbox where name = 'baton.settled'").values(&w.org).await.unwrap();
    let settled: Vec<Settled> = settled.iter().map(|body| serde_json::from_str(body).unwrap()).collect();
    assert_eq!(settled, [Settled { batons: vec![id] }]);
}
