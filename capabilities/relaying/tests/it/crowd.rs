//! A group of several experts and shops with several advisers, open on a Saturday afternoon.

use std::time::Duration;

use relais_directory::{assignments::Function, trades};
use relais_kernel::{PersonId, UnitId};
use relais_store::{InOrg as _, sql};
use relais_testkit::builders::{a_person, assigned};

use crate::world::World;

pub(crate) struct Crowd {
    pub(crate) world: World,
    pub(crate) group: String,
    pub(crate) theme: String,
    /// Advisers in Évry, Inès first.
    pub(crate) askers: Vec<PersonId>,
    /// Technicians in Créteil, Karim first.
    pub(crate) experts: Vec<PersonId>,
}

/// Somebody of a trade in a unit.
async fn somebody(world: &World, name: &str, unit: UnitId, trade: &str) -> PersonId {
    let person = a_person(&world.org, name, "Durand").await;
    assigned(&world.org, person, unit, Function::Adviser).await;
    let tx = world.org.begin().await.unwrap();
    trades::find_or_add(&tx, trade).await.unwrap();
    sql("update person set trade_code = $1 where org_id = $2 and id = $3")
        .bind(trade)
        .bind(world.org.org())
        .bind(person)
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    person
}

impl Crowd {
    pub(crate) async fn new() -> Self {
        let world = World::new().await;
        let creteil: UnitId = sql("select id from unit where org_id = $1 and name = 'Créteil'")
            .bind(world.org.org())
            .value(&world.org)
            .await
            .unwrap()
            .unwrap();
        let (mut askers, mut experts) = (vec![world.ines], vec![world.karim]);
        for n in 1..4 {
            askers.push(somebody(&world, &format!("Asker{n}"), world.evry, "sales").await);
            experts.push(somebody(&world, &format!("Expert{n}"), creteil, "technical").await);
        }
        let ids: Vec<String> = experts.iter().chain([&world.lea]).map(ToString::to_string).collect();
        let lea = world.lea.to_string();
        let mut fields = vec![
            ("name", "Experts 91-94"),
            ("themes", "Internet"),
            ("day6", "8:00-20:00"),
            ("day7", "8:00-20:00"),
        ];
        fields.extend(ids.iter().map(|id| ("people", id.as_str())));
        fields.extend([("hosts", ids[0].as_str()), ("hosts", lea.as_str())]);
        world.posts(world.helene, "/groups/new", &fields).await.is(303);
        let theme: uuid::Uuid = sql("select id from expert_theme where org_id = $1")
            .bind(world.org.org())
            .value(&world.org)
            .await
            .unwrap()
            .unwrap();
        let group = world.group_named("Experts 91-94").await;
        Self { world, group, theme: theme.to_string(), askers, experts }
    }

    pub(crate) async fn minutes(&self, minutes: u64) {
        self.world.app.db().clock().advance(Duration::from_secs(minutes * 60));
    }

    /// One asks, and one answers some minutes later; tells where.
    pub(crate) async fn asked(&self, asker: PersonId, expert: PersonId, minutes: u64) -> String {
        let fields =
            [("theme", self.theme.as_str()), ("text", "Le voyant clignote orange."), ("anyway", "1")];
        let asked = self.world.posts(asker, "/questions/new", &fields).await.is(303).location.unwrap();
        self.minutes(minutes).await;
        self.world.posts(expert, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(303);
        asked
    }

    /// Many questions, asked and answered by so many people in turn.
    pub(crate) async fn many(&self, n: usize, askers: usize, experts: usize, minutes: u64) -> Vec<String> {
        let mut asked = Vec::new();
        for turn in 0..n {
            asked.push(self.asked(self.askers[turn % askers], self.experts[turn % experts], minutes).await);
        }
        asked
    }

    pub(crate) async fn board(&self, over: &str) -> relais_testkit::Answer {
        let path = format!("/groups/{}/board?over={over}", self.group);
        self.world.reads(self.world.helene, &path).await
    }

    pub(crate) async fn count(&self, query: &'static str) -> i64 {
        sql(query).value::<i64>(&self.world.org).await.unwrap().unwrap()
    }

    /// A round of a job that runs by itself.
    pub(crate) async fn round(&self, kind: &'static str) {
        let tx = self.world.app.db().begin().await.unwrap();
        relais_store::jobs::enqueue(&tx, kind, &()).await.unwrap();
        tx.commit().await.unwrap();
        self.world.app.run_jobs().await;
    }
}
