//! The runner on a bad day: work that panics, nodes that die, long work, and the word to stop.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use relais_kernel::Instant;
use relais_store::{
    Db, SCHEMA, insert,
    jobs::{self, JobError, Kind, Runner},
    sql,
};
use relais_testkit::TestDb;
use tokio::sync::Notify;
use uuid::Uuid;

async fn count(db: &Db, state: &str) -> i64 {
    sql("select count(*) from job where state = $1").bind(state).value(db).await.unwrap().unwrap()
}

async fn enqueue(db: &Db, kind: &'static str) {
    let tx = db.begin().await.unwrap();
    jobs::enqueue(&tx, kind, &"Inès Marchal").await.unwrap();
    tx.commit().await.unwrap();
}

async fn last_error(db: &Db) -> String {
    sql("select last_error from job").value(db).await.unwrap().unwrap()
}

/// Asks again and again until it is so, at most ten seconds.
async fn until(mut so: impl AsyncFnMut() -> bool) {
    for _ in 0..1000 {
        if so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never came to be");
}

/// Work that counts its beginnings and ends when it is rung.
fn waiting(name: &'static str) -> (Kind, Arc<AtomicUsize>, Arc<Notify>) {
    let (begun, bell) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let (counted, rung) = (Arc::clone(&begun), Arc::clone(&bell));
    let kind = Kind::outside(name, move |_, _| {
        counted.fetch_add(1, Ordering::SeqCst);
        let rung = Arc::clone(&rung);
        Box::pin(async move {
            rung.notified().await;
            Ok(())
        })
    });
    (kind, begun, bell)
}

#[tokio::test]
async fn ops_09_work_that_panics_is_a_failed_try_and_leaves_no_effect() {
    let t = TestDb::new(&[SCHEMA]).await;
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    let kind = Kind::in_tx("test.panics", move |tx, job| {
        counted.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            insert("lease", &["name", "holder", "until"])
                .row(["run".into(), tx.clock().id::<Uuid>().into(), 0_i64.into()])
                .run(tx)
                .await?;
            panic!("{}", job.payload::<String>()?);
        })
    });
    let runner = Runner::new(t.db().clone(), vec![kind.tries(3)], vec![]);
    enqueue(t.db(), "test.panics").await;
    for tried in 1..=3 {
        assert_eq!(runner.run_due().await.unwrap(), 1, "try {tried}");
        assert_eq!(runner.run_due().await.unwrap(), 0, "it waits first");
        assert_eq!(last_error(t.db()).await, "the job panicked");
        t.db().clock().advance(Duration::from_secs(20));
    }
    assert_eq!(runner.run_due().await.unwrap(), 0);
    assert_eq!((runs.load(Ordering::SeqCst), count(t.db(), "failed").await), (3, 1));
    assert_eq!(sql("select count(*) from lease").value::<i64>(t.db()).await.unwrap(), Some(0));
}

#[tokio::test]
async fn ops_09_work_that_panics_where_it_begins_is_a_failed_try_too() {
    let t = TestDb::new(&[SCHEMA]).await;
    let kind = Kind::outside("test.panics", |_, job| {
        assert!(job.attempt > 1, "not at the first try");
        Box::pin(async { Ok(()) })
    });
    let runner = Runner::new(t.db().clone(), vec![kind], vec![]);
    enqueue(t.db(), "test.panics").await;
    runner.run_due().await.unwrap();
    assert_eq!((count(t.db(), "ready").await, last_error(t.db()).await.as_str()), (1, "the job panicked"));
    t.db().clock().advance(Duration::from_secs(5));
    runner.run_due().await.unwrap();
    assert_eq!(count(t.db(), "done").await, 1);
}

#[tokio::test]
async fn ops_09_a_job_that_ends_its_node_each_time_is_given_up() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (kind, begun, _) = waiting("test.kills");
    let runner = Runner::new(t.db().clone(), vec![kind.tries(3)], vec![]);
    enqueue(t.db(), "test.kills").await;
    for tried in 1..=3 {
        let node = tokio::spawn(runner.clone().run(std::future::pending()));
        until(async || begun.load(Ordering::SeqCst) == tried).await;
        node.abort();
        assert!(node.await.unwrap_err().is_cancelled());
        assert_eq!(count(t.db(), "running").await, 1);
        t.db().clock().advance(Duration::from_secs(61));
    }
    let fourth = tokio::time::timeout(Duration::from_secs(20), runner.run_due()).await;
    assert_eq!(fourth.expect("there is no fourth try").unwrap(), 0);
    assert_eq!((begun.load(Ordering::SeqCst), count(t.db(), "failed").await), (3, 1));
    assert_eq!(last_error(t.db()).await, "the node fell silent");
}

#[tokio::test]
async fn a_job_of_a_kind_that_this_node_does_not_know_waits_for_one_that_does() {
    let t = TestDb::new(&[SCHEMA]).await;
    enqueue(t.db(), "test.newer").await;
    Runner::new(t.db().clone(), vec![], vec![]).run_due().await.unwrap();
    assert_eq!(count(t.db(), "ready").await, 1);
    t.db().clock().advance(Duration::from_secs(5));
    let kind = Kind::in_tx("test.newer", |_, _| Box::pin(async { Ok(()) }));
    Runner::new(t.db().clone(), vec![kind], vec![]).run_due().await.unwrap();
    assert_eq!(count(t.db(), "done").await, 1);
}

#[tokio::test]
async fn ops_09_long_work_stays_with_the_node_that_does_it() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (kind, begun, bell) = waiting("test.long");
    let runner = Runner::new(t.db().clone(), vec![kind], vec![]).renewing_every(Duration::from_millis(20));
    enqueue(t.db(), "test.long").await;
    let node = tokio::spawn({
        let runner = runner.clone();
        async move { runner.run_due().await.unwrap() }
    });
    until(async || begun.load(Ordering::SeqCst) == 1).await;
    for _ in 0..4 {
        t.db().clock().advance(Duration::from_secs(50));
        let due = t.db().clock().now().plus(Duration::from_secs(60));
        until(async || {
            let leased = sql("select leased_until from job").value::<Instant>(t.db()).await.unwrap();
            leased == Some(due)
        })
        .await;
        assert_eq!(runner.run_due().await.unwrap(), 0, "nobody takes it over");
    }
    bell.notify_one();
    assert_eq!(node.await.unwrap(), 1);
    assert_eq!((begun.load(Ordering::SeqCst), count(t.db(), "done").await), (1, 1));
}

#[tokio::test]
async fn ops_09_work_that_another_node_has_taken_is_dropped() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (begun, ended) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (beginnings, ends) = (Arc::clone(&begun), Arc::clone(&ended));
    let kind = Kind::outside("test.slow", move |_, job| {
        beginnings.fetch_add(1, Ordering::SeqCst);
        let ends = Arc::clone(&ends);
        Box::pin(async move {
            if job.attempt == 1 {
                tokio::time::sleep(Duration::from_secs(60)).await;
            }
            job.still_ours().await?;
            ends.fetch_add(1, Ordering::SeqCst);
            Ok(())
        })
    });
    let slow =
        Runner::new(t.db().clone(), vec![kind.clone()], vec![]).renewing_every(Duration::from_millis(200));
    enqueue(t.db(), "test.slow").await;
    let node = tokio::spawn(async move { slow.run_due().await.unwrap() });
    until(async || begun.load(Ordering::SeqCst) == 1).await;
    // A node that was asleep: its lease ran out, and somebody took the job.
    let tx = t.db().begin().await.unwrap();
    sql("update job set leased_until = 0").run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let other = Runner::new(t.db().clone(), vec![kind], vec![]);
    assert_eq!(other.run_due().await.unwrap(), 1);
    let late = tokio::time::timeout(Duration::from_secs(20), node).await;
    assert_eq!(late.expect("it is over long before its minute").unwrap(), 1);
    assert_eq!((begun.load(Ordering::SeqCst), ended.load(Ordering::SeqCst)), (2, 1));
    assert_eq!(count(t.db(), "done").await, 1, "what the late one says does not count");
}

#[tokio::test]
async fn long_work_never_stands_before_short_work() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (bulk, begun, bell) = waiting("test.import");
    let letters = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&letters);
    let quick = Kind::in_tx("test.letter", move |_, _| {
        counted.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { Ok(()) })
    });
    for _ in 0..6 {
        enqueue(t.db(), "test.import").await;
    }
    let stop = Arc::new(Notify::new());
    let told = Arc::clone(&stop);
    let runner = Runner::new(t.db().clone(), vec![bulk.bulk(), quick], vec![]).at_once(1);
    let node = tokio::spawn(runner.run(async move { told.notified().await }));
    until(async || begun.load(Ordering::SeqCst) == 2).await;
    for _ in 0..3 {
        enqueue(t.db(), "test.letter").await;
    }
    until(async || letters.load(Ordering::SeqCst) == 3).await;
    assert_eq!(begun.load(Ordering::SeqCst), 2, "long work has places of its own, and no others");
    stop.notify_one();
    bell.notify_waiters();
    node.await.unwrap();
}

#[tokio::test]
async fn ops_09_no_job_is_begun_after_the_word_to_stop() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (kind, begun, bell) = waiting("test.letter");
    for _ in 0..5 {
        enqueue(t.db(), "test.letter").await;
    }
    let stop = Arc::new(Notify::new());
    let told = Arc::clone(&stop);
    let runner = Runner::new(t.db().clone(), vec![kind.clone()], vec![]).at_once(2);
    let node = tokio::spawn(runner.run(async move { told.notified().await }));
    until(async || begun.load(Ordering::SeqCst) == 2).await;
    stop.notify_one();
    tokio::time::sleep(Duration::from_millis(50)).await;
    bell.notify_waiters();
    node.await.unwrap();
    assert_eq!((begun.load(Ordering::SeqCst), count(t.db(), "done").await), (2, 2));
    assert_eq!(count(t.db(), "ready").await, 3);

    let runner = Runner::new(t.db().clone(), vec![kind], vec![]);
    runner.run(std::future::ready(())).await;
    assert_eq!(count(t.db(), "ready").await, 3, "nor when it comes first");
}

#[tokio::test]
async fn what_failed_by_itself_says_so_in_its_own_words() {
    let t = TestDb::new(&[SCHEMA]).await;
    let kind =
        Kind::outside("test.fails", |_, _| Box::pin(async { Err(JobError::Retry("smtp 421".into())) }));
    enqueue(t.db(), "test.fails").await;
    Runner::new(t.db().clone(), vec![kind], vec![]).run_due().await.unwrap();
    assert_eq!(last_error(t.db()).await, "smtp 421");
}
