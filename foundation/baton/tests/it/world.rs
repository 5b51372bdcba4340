//! A shop with an adviser, a colleague, a manager, a deputy; a region's lead; somebody at head office.

use relais_baton::{Actor, Baton, Gift, Holder, Promise, Waiting, actor, baton, give, hours_of};
use relais_directory::{
    assignments::Function,
    regions::{self, MemberFacts, MemberFunction},
};
use relais_kernel::{
    Audience, BatonId, BatonKind, Clock, Instant, PersonId, RegionId, Role, Scope, Side, Step, UnitId,
};
use relais_store::{OrgDb, OrgTx, SCHEMA};
use relais_testkit::{
    TestDb,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, granted, placed, today},
};
use uuid::Uuid;

/// A kind as a capability declares it.
pub(crate) const STONE: BatonKind = BatonKind {
    code: "test.stone",
    side: Side::Employee,
    path: "/stones/{id}",
    outcomes: &["done", "refused"],
    ladder: &[
        Step { at_percent: 50, audience: Audience::Holder },
        Step { at_percent: 67, audience: Audience::UnitLeads },
        Step { at_percent: 100, audience: Audience::RegionLeads },
        Step { at_percent: 150, audience: Audience::SomebodyThere },
    ],
};

pub(crate) const HOUR: i64 = 3600;

pub(crate) struct World {
    pub(crate) t: TestDb,
    pub(crate) org: OrgDb,
    pub(crate) unit: UnitId,
    pub(crate) region: RegionId,
    /// Adviser.
    pub(crate) ines: PersonId,
    /// Another adviser.
    pub(crate) karim: PersonId,
    /// Manager.
    pub(crate) nadege: PersonId,
    /// Deputy.
    pub(crate) yanis: PersonId,
    /// Leads the region.
    pub(crate) solene: PersonId,
    /// Leads customer experience.
    pub(crate) helene: PersonId,
}

impl World {
    pub(crate) async fn new() -> Self {
        let t = TestDb::new(&[SCHEMA, relais_directory::SCHEMA, relais_baton::SCHEMA]).await;
        let org = an_organisation(t.db()).await;
        let region = a_region(&org, "Île-de-France Sud").await;
        let unit = a_unit(&org, "EVR", "Évry").await;
        placed(&org, unit, region).await;
        let mut people = Vec::new();
        for (given, family) in [
            ("Inès", "Marchal"),
            ("Karim", "Benseddik"),
            ("Nadège", "Fournier"),
            ("Yanis", "Perrin"),
            ("Solène", "Le Goff"),
            ("Hélène", "Kowalski"),
        ] {
            people.push(a_person(&org, given, family).await);
        }
        let [ines, karim, nadege, yanis, solene, helene] = people[..] else { unreachable!() };
        for (person, function) in [
            (ines, Function::Adviser),
            (karim, Function::Adviser),
            (nadege, Function::Manager),
            (yanis, Function::Deputy),
        ] {
            assigned(&org, person, unit, function).await;
        }
        let tx = org.begin().await.unwrap();
        let lead = MemberFacts {
            region_id: region,
            person_id: solene,
            function: MemberFunction::Lead,
            from_day: today(),
            to_day: None,
        };
        regions::add_member(&tx, &lead, None).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        granted(&org, helene, Role::CxLead, Scope::Network).await;
        Self { t, org, unit, region, ines, karim, nadege, yanis, solene, helene }
    }

    pub(crate) fn clock(&self) -> &Clock {
        self.t.db().clock()
    }

    pub(crate) fn now(&self) -> Instant {
        self.clock().now()
    }

    pub(crate) async fn actor(&self, person: PersonId) -> Actor {
        actor(&self.org, person, today()).await.unwrap()
    }

    pub(crate) async fn begin(&self) -> OrgTx {
        self.org.begin().await.unwrap()
    }

    /// Somebody promises something to Inès within ten hours.
    pub(crate) async fn a_baton(&self, holder: Holder) -> BatonId {
        self.a_baton_for(holder, vec![Waiting::person(self.ines)], None).await
    }

    pub(crate) async fn a_baton_for(
        &self,
        holder: Holder,
        waits: Vec<Waiting>,
        work: Option<i64>,
    ) -> BatonId {
        let tx = self.begin().await;
        let at = Instant(self.now().0 + 10 * HOUR * 1_000_000);
        let gift = Gift {
            kind: &STONE,
            subject: self.clock().id::<Uuid>(),
            parent: None,
            unit: Some(self.unit),
            title: "L’imprimante du fond tombe en panne chaque samedi",
            holder,
            waits,
            promise: Promise { at, hears_next_at: None, work },
            by: Some(self.ines),
        };
        let hours = hours_of(&tx, Some(self.unit), today()).await.unwrap();
        let id = give(&tx, &gift, &hours).await.unwrap().id;
        tx.commit().await.unwrap();
        id
    }

    pub(crate) async fn read(&self, id: BatonId) -> Baton {
        baton(&self.org, id).await.unwrap().unwrap()
    }
}
