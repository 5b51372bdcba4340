//! What is remembered holds exactly as long as nothing was written, by whomever.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use relais_store::{Backend, Db, Memo, Reads as _, SCHEMA, jobs, sql};
use relais_testkit::TestDb;

#[tokio::test]
async fn an_answer_is_remembered_until_something_is_written_or_its_time_is_over() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (memo, reads) = (Memo::new(Duration::from_secs(5)), AtomicUsize::new(0));
    let count = async || {
        let mark = t.db().mark().await.unwrap();
        let answer = memo.get(t.db(), mark, "jobs", async || {
            reads.fetch_add(1, Ordering::SeqCst);
            Ok(sql("select count(*) from job").value::<i64>(t.db()).await?.unwrap_or(0))
        });
        answer.await.unwrap()
    };
    assert_eq!(count().await, 0);
    // A server is others' too: what they write elsewhere may cost a reading, now and then.
    let tries = if t.db().kind() == Backend::Sqlite { 1 } else { 1_000 };
    let mut remembered = false;
    for _ in 0..tries {
        let before = reads.load(Ordering::SeqCst);
        assert_eq!(count().await, 0);
        remembered |= reads.load(Ordering::SeqCst) == before;
    }
    assert!(remembered, "nothing was written in between");

    let tx = t.db().begin().await.unwrap();
    jobs::enqueue(&tx, "test.kind", &1).await.unwrap();
    assert_eq!(count().await, 0, "what is not committed is not there");
    tx.commit().await.unwrap();
    assert_eq!(count().await, 1, "a commit is seen at once");
    let mut expected = 1;
    if t.db().kind() == Backend::Postgres {
        let node = Db::open(t.options(), t.db().clock().clone()).await.unwrap();
        let tx = node.begin().await.unwrap();
        jobs::enqueue(&tx, "test.kind", &2).await.unwrap();
        assert_eq!(count().await, 1);
        tx.commit().await.unwrap();
        expected = 2;
        assert_eq!(count().await, 2, "so is what another node committed");
        node.close().await.unwrap();
    }

    let before = reads.load(Ordering::SeqCst);
    t.db().clock().advance(Duration::from_secs(6));
    assert_eq!(count().await, expected);
    assert_eq!(reads.load(Ordering::SeqCst), before + 1, "an answer does not last for ever");
}
