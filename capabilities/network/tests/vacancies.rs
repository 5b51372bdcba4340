//! Who hears that a unit is without a manager (NET-01), and that they hear it once.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::time::Duration;

use relais_directory::{
    accounts::{self, Email, places},
    assignments::{self, AssignmentFacts, Function},
    regions::{self, MemberFacts, MemberFunction},
};
use relais_kernel::{Day, Locale, PersonId, RegionId, Role, Scope, UnitId};
use relais_store::{OrgDb, jobs, sql};
use relais_testkit::{
    TestApp,
    builders::{
        a_person, a_region, a_region_below, a_unit, an_organisation, assigned, assignment, granted, placed,
        today,
    },
    refused_by,
};

/// Évry in Essonne, below Île-de-France.
struct World {
    app: TestApp,
    org: OrgDb,
    top: RegionId,
    essonne: RegionId,
    evry: UnitId,
}

impl World {
    async fn new() -> Self {
        let app = TestApp::new(vec![relais_network::manifest()]).await;
        let org = an_organisation(app.db()).await;
        let top = a_region(&org, "Île-de-France").await;
        let essonne = a_region_below(&org, Some(top), "Essonne").await;
        let evry = a_unit(&org, "EVR", "Évry").await;
        placed(&org, evry, essonne).await;
        Self { app, org, top, essonne, evry }
    }

    /// Somebody who can be written to.
    async fn reachable(&self, name: &str) -> PersonId {
        let person = a_person(&self.org, name, "Essai").await;
        let tx = self.org.begin().await.unwrap();
        let email = Email::read(&format!("{}@essai.example", name.to_lowercase())).unwrap();
        let account = accounts::add(tx.whole(), &email, Locale::Fr, tx.clock().now()).await.unwrap();
        places::connect(&tx, account, person).await.unwrap();
        tx.commit().await.unwrap();
        person
    }

    async fn lead(&self, region: RegionId, person: PersonId) {
        let facts = MemberFacts {
            region_id: region,
            person_id: person,
            function: MemberFunction::Lead,
            from_day: today().plus(-30),
            to_day: None,
        };
        let tx = self.org.begin().await.unwrap();
        regions::add_member(&tx, &facts, None).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    async fn manages(&self, from: Day, to: Option<Day>) -> relais_kernel::AssignmentId {
        let person = a_person(&self.org, "Nadège", "Fournier").await;
        let facts = AssignmentFacts {
            from_day: from,
            to_day: to,
            ..assignment(&self.org, person, self.evry, Function::Manager).await
        };
        let tx = self.org.begin().await.unwrap();
        let id = assignments::assign(&tx, &facts, None).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// The addresses that were written to, a day later each time.
    async fn told_by_tomorrow(&self) -> Vec<String> {
        self.app.run_jobs().await;
        self.app.db().clock().advance(Duration::from_secs(24 * 3600));
        let tx = self.app.db().begin().await.unwrap();
        jobs::enqueue(&tx, "network.vacancies", &()).await.unwrap();
        tx.commit().await.unwrap();
        self.app.run_jobs().await;
        let query = sql("select to_address from letter where kind = 'manager_vacancy' order by to_address");
        query.values(self.app.db()).await.unwrap()
    }
}

#[tokio::test]
async fn net_01_an_end_known_from_the_start_is_told_on_the_day_and_once() {
    let w = World::new().await;
    w.lead(w.essonne, w.reachable("Claire").await).await;
    w.manages(today().plus(-60), Some(today())).await;
    assert_eq!(w.told_by_tomorrow().await, ["claire@essai.example"]);
    assert_eq!(w.told_by_tomorrow().await.len(), 1);
}

#[tokio::test]
async fn net_01_a_successor_who_does_not_come_is_told() {
    let w = World::new().await;
    w.lead(w.essonne, w.reachable("Claire").await).await;
    let first = w.manages(today().plus(-60), Some(today().plus(30))).await;
    let next = w.manages(today().plus(31), None).await;
    let tx = w.org.begin().await.unwrap();
    assignments::end(&tx, first, today(), None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let between = w.manages(today().plus(1), Some(today().plus(30))).await;
    assert_eq!(w.told_by_tomorrow().await, Vec::<String>::new());
    let tx = w.org.begin().await.unwrap();
    for id in [between, next] {
        assignments::withdraw(&tx, id, today()).await.unwrap().unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(w.told_by_tomorrow().await, ["claire@essai.example"]);
}

#[tokio::test]
async fn net_01_a_vacancy_climbs_until_somebody_can_be_written_to() {
    let w = World::new().await;
    // Who leads Essonne has no account.
    w.lead(w.essonne, a_person(&w.org, "Marc", "Delattre").await).await;
    let evry = assigned(&w.org, a_person(&w.org, "Inès", "Marchal").await, w.evry, Function::Manager).await;
    let tx = w.org.begin().await.unwrap();
    assignments::end(&tx, evry, today(), None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.told_by_tomorrow().await, Vec::<String>::new());
    let office = w.reachable("Anne").await;
    granted(&w.org, office, Role::Hr, Scope::Network).await;
    assert_eq!(w.told_by_tomorrow().await, ["anne@essai.example"]);

    let w = World::new().await;
    granted(&w.org, w.reachable("Anne").await, Role::Hr, Scope::Network).await;
    w.lead(w.top, w.reachable("Olivier").await).await;
    w.manages(today().plus(-60), Some(today())).await;
    assert_eq!(w.told_by_tomorrow().await, ["olivier@essai.example"]);
}

#[tokio::test]
async fn net_01_neither_a_closed_unit_nor_an_old_vacancy_is_told() {
    let w = World::new().await;
    w.lead(w.essonne, w.reachable("Claire").await).await;
    let person = a_person(&w.org, "Inès", "Marchal").await;
    assigned(&w.org, person, w.evry, Function::Manager).await;
    let unit = relais_directory::units::by_code(&w.org, "EVR").await.unwrap().unwrap();
    let input = relais_directory::units::UnitInput {
        closed_day: today().to_string(),
        ..relais_directory::units::UnitInput::of(&unit, &[], None)
    };
    let tx = w.org.begin().await.unwrap();
    relais_directory::units::change(&tx, unit.id, unit.version, &input.check().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.told_by_tomorrow().await, Vec::<String>::new());

    let w = World::new().await;
    w.lead(w.essonne, w.reachable("Claire").await).await;
    w.manages(today().plus(-600), Some(today().plus(-500))).await;
    assert_eq!(w.told_by_tomorrow().await, Vec::<String>::new());
}

#[tokio::test]
async fn what_was_told_is_of_an_organisation() {
    let w = World::new().await;
    let tx = w.app.db().begin().await.unwrap();
    let stray =
        sql("insert into vacancy_told (org_id, unit_id, since_day, created_at) values ($1, $2, 20261121, 0)")
            .bind(w.evry)
            .bind(w.evry);
    refused_by(stray.run(&tx).await, "vacancy_of_organisation");
}
