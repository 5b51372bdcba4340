//! Promises in numbers: « Mes relais » before 10,000 open promises of one group and a million in history, and the
//! ladder of 100,000 that are due at once.

use std::time::Instant;

use relais_baton::{climb, network_leads};
use relais_improving::ANSWER;
use relais_kernel::{BatonId, Clock, OrgId, PersonId, TeamId, UnitId, WaiterId, WordsId};
use relais_store::{Db, DbOptions, OrgDb, insert, sql};
use uuid::Uuid;

use crate::{
    database::Database,
    http::{Client, hidden},
    imports::fill,
    report::{Outcome, Report},
    world::World,
};

const UNITS: usize = 100;
const PEOPLE: usize = 2_000;
const OPEN: usize = 10_000;
const HISTORY: usize = 1_000_000;
const DUE: usize = 100_000;
const AT_ONCE: usize = 10_000;
const DAY: i64 = 86_400_000_000;

pub(crate) fn run(report: &Report, database: Database) -> Outcome {
    let world = World::new(database)?;
    fill(&world, UNITS, PEOPLE)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let base = Base::of(&world).await?;
        base.history(HISTORY).await?;
        base.held(OPEN, false).await?;
        base.db.close().await?;
        Ok::<_, Box<dyn std::error::Error>>(())
    })?;

    let server = world.serve()?;
    let mut client = world.sign_in(&server)?;
    let page = client.get("/", false)?;
    let body = String::from_utf8_lossy(&page.body).into_owned();
    if !body.contains("Plus de 20 promesses") {
        return Err("the page does not show the promises".into());
    }
    let csrf = hidden(&body, "csrf").unwrap_or_default().to_owned();
    let (mut fresh, mut again) = (Vec::new(), Vec::new());
    for _ in 0..50 {
        // Something is written in between, so that nothing of the page is remembered.
        client.post("/presence", &[("csrf", &csrf)])?;
        fresh.push(took(&mut client)?);
        again.push(took(&mut client)?);
    }
    report.line("« Mes relais », 10,000 open, 1,000,000 in history", "ms", fresh, "bar 20");
    report.line("… again, when nothing was written", "ms", again, "");
    drop(server);

    let seconds = runtime.block_on(async {
        let base = Base::of(&world).await?;
        base.held(DUE, true).await?;
        let before = base.offers().await?;
        let begun = Instant::now();
        let mut climbed = 0;
        loop {
            match climb(&base.db, &[ANSWER]).await? {
                0 => break,
                n => climbed += n,
            }
        }
        let seconds = begun.elapsed().as_secs_f64();
        let offered = base.offers().await? - before;
        if climbed != DUE || usize::try_from(offered)? != DUE {
            return Err(format!("{climbed} climbed, {offered} held out").into());
        }
        base.db.close().await?;
        Ok::<_, Box<dyn std::error::Error>>(seconds)
    })?;
    report.line("100,000 due promises climb and are held out once each", "s", vec![seconds], "bar 60");
    Ok(())
}

fn took(client: &mut Client) -> Outcome<f64> {
    let begun = Instant::now();
    let answer = client.get("/", false)?;
    if answer.status != 200 {
        return Err(format!("the start page answers {}", answer.status).into());
    }
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}

/// The instance's database, while no server runs.
struct Base {
    db: Db,
    org: OrgDb,
    units: Vec<UnitId>,
    people: Vec<PersonId>,
    team: TeamId,
}

impl Base {
    async fn of(world: &World) -> Outcome<Self> {
        let db = Db::open(&DbOptions::new(world.url()), Clock::system()).await?;
        let id: OrgId = sql("select id from organisation").value(&db).await?.ok_or("no organisation")?;
        let org = db.org(id);
        let units = sql("select id from unit where org_id = $1 order by id").bind(id).values(&db).await?;
        let people = sql("select id from person where org_id = $1 order by id").bind(id).values(&db).await?;
        let tx = org.begin().await?;
        let team = network_leads(&tx).await?;
        tx.commit().await?;
        Ok(Self { db, org, units, people, team })
    }

    async fn offers(&self) -> Outcome<i64> {
        Ok(sql("select count(*) from baton_offer").value(&self.db).await?.unwrap_or(0))
    }

    /// Promises of the network's group that somebody waits for; those that are due climb to those who answer for their
    /// unit.
    async fn held(&self, count: usize, due: bool) -> Outcome {
        self.write(count, due, false).await
    }

    /// Promises that were kept, of everybody.
    async fn history(&self, count: usize) -> Outcome {
        self.write(count, false, true).await
    }

    async fn write(&self, count: usize, due: bool, ended: bool) -> Outcome {
        for begun in (0..count).step_by(AT_ONCE) {
            let n = AT_ONCE.min(count - begun);
            let tx = self.org.begin().await?;
            let (clock, now) = (self.db.clock(), self.db.clock().now());
            let org = relais_store::InOrg::org(&tx);
            let mut batons = insert(
                "baton",
                &[
                    "org_id",
                    "id",
                    "kind",
                    "subject_id",
                    "side",
                    "unit_id",
                    "words_id",
                    "holder_person_id",
                    "holder_team_id",
                    "state",
                    "promised_at",
                    "step",
                    "step_at",
                    "created_at",
                    "seq",
                    "head",
                ],
            );
            let mut words = insert("baton_words", &["org_id", "id", "baton_id", "text", "hash"]);
            let mut waiters =
                insert("baton_waiter", &["org_id", "id", "baton_id", "kind", "person_id", "told", "told_at"]);
            for i in begun..begun + n {
                let (id, text): (BatonId, WordsId) = (clock.id(), clock.id());
                let waits = self.people[i % self.people.len()];
                let holder = ended.then(|| self.people[(i / 7) % self.people.len()]);
                // What is due is nine tenths through: past the step that asks those who answer for the unit.
                let (created, promised) = if due {
                    (now.0 - 9 * DAY, now.0 + DAY)
                } else {
                    (now.0 - DAY, now.0 + DAY * i64::try_from(1 + i % 20)?)
                };
                let step_at = if due { Some(now.0) } else { (!ended).then_some(now.0 + 30 * DAY) };
                batons.add([
                    org.into(),
                    id.into(),
                    ANSWER.code.into(),
                    clock.id::<Uuid>().into(),
                    "employee".into(),
                    self.units[i % self.units.len()].into(),
                    text.into(),
                    holder.into(),
                    if ended { None::<TeamId> } else { Some(self.team) }.into(),
                    "held".into(),
                    promised.into(),
                    i32::from(due).into(),
                    step_at.into(),
                    created.into(),
                    1_i64.into(),
                    vec![7_u8; 32].into(),
                ]);
                let said = format!("{:032}Le terminal {i} perd le réseau quand il pleut", 0);
                words.add([org.into(), text.into(), id.into(), said.into(), vec![7_u8; 32].into()]);
                waiters.add([
                    org.into(),
                    clock.id::<WaiterId>().into(),
                    id.into(),
                    "person".into(),
                    waits.into(),
                    ended.then_some("written").into(),
                    ended.then_some(now.0).into(),
                ]);
            }
            batons.run(&tx).await?;
            words.run(&tx).await?;
            waiters.run(&tx).await?;
            if ended {
                sql("update baton set state = 'ended', outcome = 'done', ended_at = $1 where org_id = $2 \
                     and state = 'held'")
                .bind(now.0)
                .bind(org)
                .run(&tx)
                .await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }
}
