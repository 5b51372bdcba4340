//! The doorbell: rung by what lasts, counted without gaps, heard by every node.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::{collections::BTreeMap, future::poll_fn, task::Poll, time::Duration};

use relais_kernel::OrgId;
use relais_store::{
    Backend, Db, Reads as _, SCHEMA,
    bell::{self, Bells, Ring, Rung},
    sql,
};
use relais_testkit::TestDb;
use tokio::{task::JoinHandle, time::timeout};
use uuid::Uuid;

const ORG: OrgId = OrgId(Uuid::from_u128(1));
const OTHER: OrgId = OrgId(Uuid::from_u128(2));

/// A handle on the test's database as another node has one, which listens.
async fn node(t: &TestDb) -> (Db, Bells, JoinHandle<()>) {
    let db = Db::open(t.options(), t.db().clock().clone()).await.unwrap();
    listening(db).await
}

/// Waits until it hears: what is rung before is found by its version, and no test's concern.
async fn listening(db: Db) -> (Db, Bells, JoinHandle<()>) {
    let mut bells = db.bells();
    let task = tokio::spawn(bell::listen(db.clone(), std::future::pending()));
    if db.kind() == Backend::Postgres {
        assert_eq!(next(&mut bells).await, Rung::LookAgain);
    }
    (db, bells, task)
}

async fn next(bells: &mut Bells) -> Rung {
    timeout(Duration::from_secs(10), bells.next()).await.expect("something is rung").unwrap()
}

/// Waits for a ring, whatever is heard before it.
async fn topic(bells: &mut Bells) -> Ring {
    loop {
        if let Rung::Topic(ring) = next(bells).await {
            return ring;
        }
    }
}

async fn ring(db: &Db, topics: &[&str]) {
    let tx = db.org(ORG).begin().await.unwrap();
    for topic in topics {
        bell::ring(&tx, *topic).unwrap();
    }
    tx.commit().await.unwrap();
}

async fn version(db: &Db, topic: &str) -> i64 {
    bell::versions(&db.org(ORG), &[topic]).await.unwrap()[topic]
}

fn of(topic: &str, version: i64) -> Ring {
    Ring { org: ORG, topic: topic.into(), version }
}

#[tokio::test]
async fn a_transaction_rings_each_topic_once_when_it_lasts() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (db, mut bells, _task) = listening(t.db().clone()).await;
    let tx = db.org(ORG).begin().await.unwrap();
    for topic in ["unit:2", "unit:1", "unit:2"] {
        bell::ring(&tx, topic).unwrap();
    }
    assert!(timeout(Duration::from_millis(100), bells.next()).await.is_err(), "not before it lasts");
    assert_eq!(version(&db, "unit:2").await, 0);
    tx.commit().await.unwrap();
    assert_eq!(topic(&mut bells).await, of("unit:1", 1));
    assert_eq!(topic(&mut bells).await, of("unit:2", 1));
    ring(&db, &["unit:2"]).await;
    assert_eq!(topic(&mut bells).await, of("unit:2", 2));
    let known = bell::versions(&db.org(ORG), &["unit:1", "unit:2", "unit:3"]).await.unwrap();
    let told = [("unit:1", 1), ("unit:2", 2), ("unit:3", 0)].map(|(topic, n)| (topic.to_owned(), n));
    assert_eq!(known, BTreeMap::from(told));
}

#[tokio::test]
async fn what_is_rolled_back_rings_nothing() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (db, mut bells, _task) = listening(t.db().clone()).await;
    let tx = db.org(ORG).begin().await.unwrap();
    bell::ring(&tx, "unit:1").unwrap();
    tx.rollback().await.unwrap();
    let tx = db.org(ORG).begin().await.unwrap();
    bell::ring(&tx, "unit:1").unwrap();
    drop(tx);
    ring(&db, &["unit:9"]).await;
    assert_eq!(topic(&mut bells).await, of("unit:9", 1), "the first that is heard");
    assert_eq!(version(&db, "unit:1").await, 0);
}

#[tokio::test]
async fn a_change_whose_asker_went_away_while_it_lasted_is_rung_all_the_same() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (db, mut bells, _task) = listening(t.db().clone()).await;
    let mut lasted = 0;
    // Given up one step later each time, as a browser does that closes its connection.
    for steps in 1..=12 {
        let changed = format!("unit:{steps}");
        let tx = db.org(ORG).begin().await.unwrap();
        bell::ring(&tx, changed.as_str()).unwrap();
        let mut committing = Box::pin(tx.commit());
        let mut over = false;
        for _ in 0..steps {
            over = over || poll_fn(|cx| Poll::Ready(committing.as_mut().poll(cx).is_ready())).await;
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        drop(committing);
        // The writer's place is free again when that one has ended, one way or the other.
        ring(&db, &["unit:after"]).await;
        let mut heard = topic(&mut bells).await;
        if version(&db, &changed).await == 1 {
            assert_eq!(heard, of(&changed, 1), "given up after {steps} steps");
            lasted += 1;
            heard = topic(&mut bells).await;
        }
        assert_eq!(&*heard.topic, "unit:after");
    }
    assert!(lasted > 0, "some were given up too late to be undone");
}

#[tokio::test]
async fn each_organisation_counts_for_itself() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (db, mut bells, _task) = listening(t.db().clone()).await;
    let tx = db.begin().await.unwrap();
    bell::ring(&tx.org(OTHER), "unit:1").unwrap();
    tx.commit().await.unwrap();
    assert_eq!(topic(&mut bells).await.org, OTHER);
    assert_eq!(version(&db, "unit:1").await, 0);
    assert_eq!(bell::versions(&db.org(OTHER), &["unit:1"]).await.unwrap()["unit:1"], 1);
}

#[tokio::test]
async fn what_cannot_be_a_topic_is_refused() {
    let t = TestDb::new(&[SCHEMA]).await;
    let tx = t.db().org(ORG).begin().await.unwrap();
    assert!(bell::ring(&tx, "unit").is_err());
    assert!(bell::ring(&tx, "unit:a b").is_err());
    assert!(bell::ring(&tx, format!("unit:{}", "x".repeat(bell::LONGEST))).is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn versions_grow_by_one_for_each_of_many_writers_whose_topics_cross() {
    let t = TestDb::new(&[SCHEMA]).await;
    let writers = (0..8).map(|writer: usize| {
        let db = t.db().clone();
        tokio::spawn(async move {
            let mut topics = ["unit:a", "unit:b", "unit:c"];
            topics.rotate_left(writer % 3);
            for _ in 0..10 {
                ring(&db, &topics).await;
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        timeout(Duration::from_secs(60), writer).await.expect("nobody waits for ever").unwrap();
    }
    for topic in ["unit:a", "unit:b", "unit:c"] {
        assert_eq!(version(t.db(), topic).await, 80);
    }
}

#[tokio::test]
async fn thousands_of_topics_of_one_transaction_are_counted_and_heard() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (db, mut bells, _task) = listening(t.db().clone()).await;
    let topics: Vec<String> = (0..3_000).map(|n| format!("unit:{n:04}-{}", "x".repeat(80))).collect();
    let reading = tokio::spawn(async move {
        let mut heard = 0;
        // One that lags behind is told to look again instead.
        while let Rung::Topic(_) = next(&mut bells).await {
            heard += 1;
            if heard == 3_000 {
                break;
            }
        }
    });
    let tx = db.org(ORG).begin().await.unwrap();
    topics.iter().for_each(|topic| bell::ring(&tx, topic.as_str()).unwrap());
    tx.commit().await.unwrap();
    reading.await.unwrap();
    let known = bell::versions(&db.org(ORG), &topics).await.unwrap();
    assert!(known.len() == 3_000 && known.values().all(|version| *version == 1));
}

#[tokio::test]
async fn whoever_lags_behind_is_told_to_look_again() {
    let t = TestDb::new(&[SCHEMA]).await;
    if t.db().kind() == Backend::Postgres {
        return;
    }
    let mut bells = t.db().bells();
    let topics: Vec<String> = (0..2_000).map(|n| format!("unit:{n}")).collect();
    ring(t.db(), &topics.iter().map(String::as_str).collect::<Vec<_>>()).await;
    assert_eq!(next(&mut bells).await, Rung::LookAgain);
}

#[tokio::test]
async fn ops_04_nodes_hear_each_other_and_lose_nothing_with_a_connection() {
    let t = TestDb::new(&[SCHEMA]).await;
    if t.db().kind() == Backend::Sqlite {
        return;
    }
    let ((one, mut of_one, _), (other, mut of_other, _)) = (node(&t).await, node(&t).await);
    ring(&one, &["unit:1"]).await;
    assert_eq!(next(&mut of_one).await, Rung::Topic(of("unit:1", 1)));
    assert_eq!(next(&mut of_other).await, Rung::Topic(of("unit:1", 1)));
    ring(&other, &["unit:1"]).await;
    assert_eq!(next(&mut of_one).await, Rung::Topic(of("unit:1", 2)));
    assert_eq!(next(&mut of_other).await, Rung::Topic(of("unit:1", 2)));

    for lost in 1..=3 {
        let killed = sql("select count(pg_terminate_backend(pid)) from pg_stat_activity \
             where datname = current_database() and query ilike 'listen%'")
        .value::<i64>(t.db())
        .await
        .unwrap();
        assert_eq!(killed, Some(2));
        // Rung while nobody listens: the version tells.
        ring(&one, &["unit:1"]).await;
        for bells in [&mut of_one, &mut of_other] {
            while next(bells).await != Rung::LookAgain {}
        }
        assert_eq!(version(&other, "unit:1").await, 1 + 2 * lost);
        ring(&other, &["unit:1"]).await;
        for bells in [&mut of_one, &mut of_other] {
            while next(bells).await != Rung::Topic(of("unit:1", 2 + 2 * lost)) {}
        }
    }
}

#[tokio::test]
async fn listening_ends_when_it_is_told_to() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let task = tokio::spawn(bell::listen(t.db().clone(), async {
        let _ = stopped.await;
    }));
    tokio::task::yield_now().await;
    assert!(!task.is_finished());
    stop.send(()).unwrap();
    timeout(Duration::from_secs(10), task).await.expect("it ends").unwrap();
}
