//! A shop whose people are called.

use std::time::Duration;

use relais_baton::{Actor, Gift, Holder, Promise, Waiting, actor, climb, give, hours_of, offer};
use relais_directory::assignments::Function;
use relais_kernel::{Audience, BatonId, BatonKind, OfferId, PersonId, Side, Step, UnitId};
use relais_store::{OrgDb, OrgTx, sql};
use relais_testkit::{
    TestApp,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, placed, today},
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{doors::test_doors, manifest};

pub(super) const STONE: BatonKind = BatonKind {
    code: "test.stone",
    side: Side::Employee,
    path: "/stones/{id}",
    outcomes: &["done"],
    ladder: &[
        Step { at_percent: 50, audience: Audience::Holder },
        Step { at_percent: 80, audience: Audience::UnitLeads },
        Step { at_percent: 100, audience: Audience::SomebodyThere },
    ],
};

pub(super) const WORDS: &str = "L’imprimante du fond";

/// A shop with an adviser who waits, another one, and two who answer for it.
pub(super) struct Shop {
    pub(super) app: TestApp,
    pub(super) org: OrgDb,
    pub(super) unit: UnitId,
    pub(super) waits: PersonId,
    pub(super) ines: PersonId,
    pub(super) nadege: PersonId,
    pub(super) omar: PersonId,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
pub(super) struct Row {
    pub(super) person_id: PersonId,
    pub(super) title: String,
    pub(super) path: String,
    pub(super) urgent: bool,
    pub(super) state: String,
}

impl Shop {
    pub(super) async fn new() -> Self {
        let app = TestApp::new(vec![manifest(test_doors(), vec![STONE])]).await;
        let org = an_organisation(app.db()).await;
        let unit = a_unit(&org, "EVR", "Évry").await;
        placed(&org, unit, a_region(&org, "Île-de-France Sud").await).await;
        let mut people = Vec::new();
        for (given, function) in [
            ("Karim", Function::Adviser),
            ("Inès", Function::Adviser),
            ("Nadège", Function::Manager),
            ("Omar", Function::Deputy),
        ] {
            let person = a_person(&org, given, "Marchal").await;
            assigned(&org, person, unit, function).await;
            people.push(person);
        }
        let [waits, ines, nadege, omar] = people[..] else { unreachable!() };
        Self { app, org, unit, waits, ines, nadege, omar }
    }

    pub(super) async fn tx(&self) -> OrgTx {
        self.org.begin().await.unwrap()
    }

    pub(super) async fn who(&self, person: PersonId) -> Actor {
        actor(&self.org, person, today()).await.unwrap()
    }

    /// A stone that Inès promises to Karim within ten hours.
    pub(super) async fn stone(&self) -> BatonId {
        self.stone_for(Holder::Person(self.ines), self.ines).await
    }

    pub(super) async fn stone_for(&self, holder: Holder, by: PersonId) -> BatonId {
        let tx = self.tx().await;
        let gift = Gift {
            kind: &STONE,
            subject: Uuid::from_u128(9),
            parent: None,
            unit: Some(self.unit),
            title: WORDS,
            holder,
            waits: vec![Waiting::person(self.waits)],
            promise: Promise {
                at: tx.clock().now().plus(Duration::from_secs(36_000)),
                hears_next_at: None,
                work: None,
            },
            by: Some(by),
        };
        let hours = hours_of(&tx, Some(self.unit), today()).await.unwrap();
        let id = give(&tx, &gift, &hours).await.unwrap().id;
        tx.commit().await.unwrap();
        id
    }

    /// Lets hours pass, climbs what is due, and does the jobs that this leaves.
    pub(super) async fn pass(&self, hours: u64) {
        self.app.db().clock().advance(Duration::from_secs(hours * 3600));
        while climb(self.app.db(), &[STONE]).await.unwrap() > 0 {}
        self.app.run_jobs().await;
    }

    pub(super) async fn offer(&self, id: BatonId, to: PersonId) -> OfferId {
        let (tx, by) = (self.tx().await, self.who(self.ines).await);
        let held_out = offer(&tx, &by, id, Holder::Person(to), "Vous la connaissez").await.unwrap().unwrap();
        tx.commit().await.unwrap();
        held_out.offers.iter().find(|offer| offer.to == Holder::Person(to)).unwrap().id
    }

    /// The notices, each with whom it calls.
    pub(super) async fn notices(&self) -> Vec<Row> {
        let mut rows: Vec<Row> =
            sql("select person_id, title, path, urgent, state from notice order by created_at, id")
                .all(&self.org)
                .await
                .unwrap();
        rows.sort();
        rows
    }

    pub(super) fn row(person: PersonId, title: &str, path: String) -> Row {
        Row { person_id: person, title: title.into(), path, urgent: false, state: "waiting".into() }
    }
}
