//! Jobs on a real database: once inside, at least once outside, never lost.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use relais_kernel::OrgId;
use relais_store::{
    Db, InOrg as _, Lease, SCHEMA, Writes as _, insert,
    jobs::{self, JobError, Kind, Restart, Runner},
    outbox::{self, Event, Listener},
    sql,
};
use relais_testkit::{TestDb, refused_by};
use serde::Serialize;
use uuid::Uuid;

const ORG: OrgId = OrgId(Uuid::from_u128(1));
const OTHER: OrgId = OrgId(Uuid::from_u128(2));

async fn count(db: &Db, state: &str) -> i64 {
    sql("select count(*) from job where state = $1").bind(state).value(db).await.unwrap().unwrap()
}

async fn enqueue(db: &Db, kind: &'static str) {
    let tx = db.begin().await.unwrap();
    jobs::enqueue(&tx, kind, &"payload").await.unwrap();
    tx.commit().await.unwrap();
}

/// A kind that notes each of its runs as a row, and can be told to fail first.
fn noting(failures: usize, error: fn() -> JobError) -> (Kind, Arc<AtomicUsize>) {
    let runs = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&runs);
    let kind = Kind::in_tx("test.note", move |tx, _| {
        let run = seen.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            insert("lease", &["name", "holder", "until"])
                .row([format!("run {run}").into(), tx.clock().id::<Uuid>().into(), 0_i64.into()])
                .run(tx)
                .await?;
            if run < failures { Err(error()) } else { Ok(()) }
        })
    });
    (kind, runs)
}

async fn effects(db: &Db) -> i64 {
    sql("select count(*) from lease where name like 'run %'").value(db).await.unwrap().unwrap()
}

#[tokio::test]
async fn ops_09_a_job_of_an_abandoned_transaction_never_existed() {
    let t = TestDb::new(&[SCHEMA]).await;
    let tx = t.db().begin().await.unwrap();
    jobs::enqueue(&tx, "test.note", &1).await.unwrap();
    drop(tx);
    assert_eq!(count(t.db(), "ready").await, 0);
}

#[tokio::test]
async fn ops_09_a_failed_try_leaves_no_effect_and_the_next_one_comes_later() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (kind, runs) = noting(2, || JobError::Retry("down".into()));
    let runner = Runner::new(t.db().clone(), vec![kind], vec![]);
    enqueue(t.db(), "test.note").await;
    runner.run_due().await.unwrap();
    assert_eq!((runs.load(Ordering::SeqCst), effects(t.db()).await, count(t.db(), "ready").await), (1, 0, 1));
    t.db().clock().advance(Duration::from_secs(4));
    assert_eq!(runner.run_due().await.unwrap(), 0, "it waits five seconds first");
    t.db().clock().advance(Duration::from_secs(1));
    runner.run_due().await.unwrap();
    t.db().clock().advance(Duration::from_secs(10));
    runner.run_due().await.unwrap();
    assert_eq!((runs.load(Ordering::SeqCst), effects(t.db()).await, count(t.db(), "done").await), (3, 1, 1));
}

#[tokio::test]
async fn a_hopeless_job_is_given_up_and_can_be_restarted() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (kind, _) = noting(1, || JobError::Fail("no such mailbox".into()));
    let runner = Runner::new(t.db().clone(), vec![kind], vec![]);
    let tx = t.db().org(ORG).begin().await.unwrap();
    jobs::enqueue(&tx, "test.note", &"payload").await.unwrap();
    tx.commit().await.unwrap();
    runner.run_due().await.unwrap();
    let failed = jobs::list_all(t.db(), Some("failed"), None, 10).await.unwrap();
    assert_eq!(failed[0].last_error.as_deref(), Some("no such mailbox"));
    assert_eq!(jobs::health(t.db()).await.unwrap().failed, 1);
    let tx = t.db().org(ORG).begin().await.unwrap();
    assert_eq!(jobs::restart(&tx, failed[0].id).await.unwrap(), Restart::Restarted);
    tx.commit().await.unwrap();
    runner.run_due().await.unwrap();
    assert_eq!((count(t.db(), "done").await, effects(t.db()).await), (1, 1));
}

#[tokio::test]
async fn ops_09_a_job_of_a_dead_node_is_taken_over_and_takes_effect_once() {
    let t = TestDb::new(&[SCHEMA]).await;
    enqueue(t.db(), "test.note").await;
    let tx = t.db().begin().await.unwrap();
    let silent_until = t.db().clock().now().plus(Duration::from_secs(60));
    sql("update job set state = 'running', leased_until = $1, lease_token = $2")
        .bind(silent_until)
        .bind(t.db().clock().id::<Uuid>())
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let (kind, runs) = noting(0, || JobError::Retry(String::new()));
    let runner = Runner::new(t.db().clone(), vec![kind], vec![]);
    runner.run_due().await.unwrap();
    assert_eq!(runs.load(Ordering::SeqCst), 0, "the other node may still be at it");
    t.db().clock().advance(Duration::from_secs(61));
    runner.run_due().await.unwrap();
    assert_eq!((runs.load(Ordering::SeqCst), effects(t.db()).await), (1, 1));
}

#[tokio::test]
async fn ops_04_two_runners_do_each_job_once() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (kind, runs) = noting(0, || JobError::Retry(String::new()));
    for _ in 0..20 {
        enqueue(t.db(), "test.note").await;
    }
    let one = Runner::new(t.db().clone(), vec![kind.clone()], vec![]);
    let other = Runner::new(t.db().clone(), vec![kind], vec![]);
    let (a, b) = tokio::join!(one.run_due(), other.run_due());
    assert_eq!(a.unwrap() + b.unwrap(), 20);
    assert_eq!((runs.load(Ordering::SeqCst), effects(t.db()).await), (20, 20));
}

#[tokio::test]
async fn a_periodic_job_is_written_once_in_its_span() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (kind, runs) = noting(0, || JobError::Retry(String::new()));
    let kind = kind.every(Duration::from_secs(3600));
    let stop = Duration::from_millis(400);
    for runner in [
        Runner::new(t.db().clone(), vec![kind.clone()], vec![]),
        Runner::new(t.db().clone(), vec![kind], vec![]),
    ] {
        runner.run(tokio::time::sleep(stop)).await;
    }
    assert_eq!(runs.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn the_database_keeps_jobs_in_shape() {
    let t = TestDb::new(&[SCHEMA]).await;
    enqueue(t.db(), "test.note").await;
    let set = async |text: &'static str| {
        let tx = t.db().begin().await.unwrap();
        sql(text).run(&tx).await
    };
    refused_by(set("update job set state = 'lost'").await, "job_state_known");
    refused_by(set("update job set state = 'running'").await, "job_running_is_leased");
    let tx = t.db().begin().await.unwrap();
    let row = |id: Uuid| {
        insert("job", &["id", "kind", "payload", "once_key", "state", "attempts", "run_at", "created_at"])
            .row([
                id.into(),
                "k".into(),
                "1".into(),
                "same".into(),
                "ready".into(),
                0_i64.into(),
                0_i64.into(),
                0_i64.into(),
            ])
    };
    row(t.db().clock().id()).run(&tx).await.unwrap();
    refused_by(row(t.db().clock().id()).run(&tx).await, "unique_job__once_key");
}

#[derive(Serialize)]
struct Happened {
    n: i64,
}

impl Event for Happened {
    const NAME: &'static str = "test.happened";
    const VERSION: i64 = 1;
}

#[tokio::test]
async fn an_event_becomes_one_job_for_each_listener() {
    let t = TestDb::new(&[SCHEMA]).await;
    let tx = t.db().begin().await.unwrap();
    outbox::emit(&tx, &Happened { n: 7 }).await.unwrap();
    assert_eq!(tx.tx().clock().now(), t.db().clock().now());
    tx.commit().await.unwrap();
    let total = Arc::new(AtomicUsize::new(0));
    let adding = |name: &'static str| {
        let total = Arc::clone(&total);
        Kind::in_tx(name, move |_, job| {
            let total = Arc::clone(&total);
            Box::pin(async move {
                let body: serde_json::Value = job.payload()?;
                total.fetch_add(usize::try_from(body["n"].as_u64().unwrap()).unwrap(), Ordering::SeqCst);
                Ok(())
            })
        })
    };
    let listeners = ["test.a", "test.b"].map(|job| Listener::each("test.happened", job)).to_vec();
    let runner = Runner::new(t.db().clone(), vec![adding("test.a"), adding("test.b")], listeners);
    assert_eq!(runner.run_due().await.unwrap(), 2);
    assert_eq!(runner.run_due().await.unwrap(), 0);
    assert_eq!(total.load(Ordering::SeqCst), 14);
}

#[tokio::test]
async fn a_lease_has_one_holder_until_it_runs_out() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (one, other) = (Lease::new(t.db(), "night"), Lease::new(t.db(), "night"));
    let span = Duration::from_secs(30);
    assert!(one.hold(t.db(), span).await.unwrap());
    assert!(!other.hold(t.db(), span).await.unwrap());
    assert!(one.hold(t.db(), span).await.unwrap(), "its holder renews it");
    t.db().clock().advance(Duration::from_secs(31));
    assert!(other.hold(t.db(), span).await.unwrap());
    assert!(!one.hold(t.db(), span).await.unwrap());
}

#[tokio::test]
async fn sec_01_jobs_and_events_belong_to_the_organisation_that_wrote_them() {
    let t = TestDb::new(&[SCHEMA]).await;
    let tx = t.db().org(ORG).begin().await.unwrap();
    outbox::emit(&tx, &Happened { n: 1 }).await.unwrap();
    tx.commit().await.unwrap();
    let tx = t.db().begin().await.unwrap();
    jobs::enqueue(&tx.org(OTHER), "test.note", &1).await.unwrap();
    jobs::enqueue(&tx, "test.whole", &1).await.unwrap();
    tx.commit().await.unwrap();
    let listener = Listener::each("test.happened", "test.heard");
    let hopeless = |name| Kind::in_tx(name, |_, _| Box::pin(async { Err(JobError::Fail("no".into())) }));
    let kinds = ["test.heard", "test.note", "test.whole"].map(hopeless).to_vec();
    Runner::new(t.db().clone(), kinds, vec![listener]).run_due().await.unwrap();

    for (org, other, kind) in [(ORG, OTHER, "test.heard"), (OTHER, ORG, "test.note")] {
        let seen = jobs::list(&t.db().org(org), None, None, 10).await.unwrap();
        assert_eq!(seen.iter().map(|job| job.kind.as_str()).collect::<Vec<_>>(), [kind]);
        let now = t.db().clock().now();
        assert_eq!(jobs::health_of(&t.db().org(org), now).await.unwrap().failed, 1);
        let tx = t.db().org(other).begin().await.unwrap();
        assert_eq!(jobs::restart(&tx, seen[0].id).await.unwrap(), Restart::Unknown);
        assert_eq!(jobs::restart_kind(&tx, kind).await.unwrap(), 0);
        assert!(jobs::given_up(&tx).await.unwrap().iter().all(|given_up| given_up.kind != kind));
    }
    assert_eq!(jobs::health(t.db()).await.unwrap().failed, 3);
}

#[tokio::test]
async fn a_round_of_the_instance_is_seen_once_by_all() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (kind, _) = noting(0, || JobError::Retry(String::new()));
    let runner = Runner::new(t.db().clone(), vec![kind.every(Duration::from_secs(3600))], vec![]);
    for run in 1..=2 {
        let done = async {
            while count(t.db(), "done").await < run {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        runner.clone().run(done).await;
        t.db().clock().advance(Duration::from_secs(3600));
    }
    enqueue(t.db(), "test.note").await;
    let rounds = jobs::rounds(&t.db().org(ORG)).await.unwrap();
    assert_eq!(
        rounds.iter().map(|job| (job.kind.as_str(), job.state.as_str())).collect::<Vec<_>>(),
        [("test.note", "done")]
    );
    assert_eq!(jobs::list(&t.db().org(ORG), Some("done"), None, 10).await.unwrap().len(), 0);
}

#[tokio::test]
async fn a_listener_knows_the_event_and_writes_within_its_organisation() {
    let t = TestDb::new(&[SCHEMA]).await;
    let at = t.db().clock().now();
    let tx = t.db().org(ORG).begin().await.unwrap();
    outbox::emit(&tx, &Happened { n: 7 }).await.unwrap();
    tx.commit().await.unwrap();
    t.db().clock().advance(Duration::from_secs(60));
    let kind = Kind::in_org("test.heard", move |tx, job| {
        Box::pin(async move {
            let happened = job.event().unwrap();
            assert_eq!((happened.name.as_str(), happened.version, happened.at), ("test.happened", 1, at));
            assert_eq!((happened.org, job.org, tx.org()), (Some(ORG), Some(ORG), ORG));
            jobs::enqueue(tx, "test.next", &happened.id).await?;
            Ok(())
        })
    });
    let listener = Listener::each("test.happened", "test.heard");
    let next = Kind::in_tx("test.next", |tx, job| {
        Box::pin(async move {
            assert!(job.event().is_none());
            assert_eq!(tx.org(job.org.unwrap()).org(), ORG);
            Ok(())
        })
    });
    let runner = Runner::new(t.db().clone(), vec![kind, next], vec![listener]);
    assert_eq!(runner.run_due().await.unwrap(), 2);
    assert_eq!(count(t.db(), "done").await, 2);
}

#[tokio::test]
async fn work_for_an_organisation_needs_one() {
    let t = TestDb::new(&[SCHEMA]).await;
    enqueue(t.db(), "test.org").await;
    let kind = Kind::in_org("test.org", |_, _| Box::pin(async { Ok(()) }));
    Runner::new(t.db().clone(), vec![kind], vec![]).run_due().await.unwrap();
    assert_eq!(count(t.db(), "failed").await, 1);
}

#[tokio::test]
async fn events_of_one_transaction_are_heard_in_the_order_of_their_writing() {
    let t = TestDb::new(&[SCHEMA]).await;
    let tx = t.db().begin().await.unwrap();
    for n in 0..300 {
        outbox::emit(&tx, &Happened { n }).await.unwrap();
    }
    tx.commit().await.unwrap();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&heard);
    let kind = Kind::in_tx("test.heard", move |_, job| {
        let told = Arc::clone(&told);
        Box::pin(async move {
            let body: serde_json::Value = job.payload()?;
            told.lock().unwrap().push(body["n"].as_i64().unwrap());
            Ok(())
        })
    });
    let listener = Listener::each("test.happened", "test.heard");
    Runner::new(t.db().clone(), vec![kind], vec![listener]).run_due().await.unwrap();
    assert_eq!(*heard.lock().unwrap(), (0..300).collect::<Vec<_>>());
}
