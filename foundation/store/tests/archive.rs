//! Backup and restore: the same rows, on either database, or nothing at all.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::io::Cursor;

use relais_kernel::{Clock, OrgId};
use relais_store::{
    Db, DbOptions, Error, SCHEMA, archive,
    audit::{self, Act, Actor},
    jobs, sql,
};
use relais_testkit::TestDb;
use uuid::Uuid;

async fn filled() -> TestDb {
    let t = TestDb::new(&[SCHEMA]).await;
    let tx = t.db().begin().await.unwrap();
    for n in 0..2500 {
        jobs::enqueue(&tx, "test.kind", &format!("« {n} » é")).await.unwrap();
    }
    let act = Act { actor: Actor::default(), action: "test.act", subject: "thing", id: None, detail: "" };
    audit::write(&tx, Some(OrgId(Uuid::from_u128(9))), act).await.unwrap();
    tx.commit().await.unwrap();
    t
}

async fn saved(t: &TestDb) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    archive::write(t.db(), t.schemas(), &mut file, |_| {}).await.unwrap();
    file.into_inner()
}

async fn empty() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let options = DbOptions::new(format!("sqlite:{}", folder.path().join("t.db").display()));
    let db = Db::open(&options, Clock::system()).await.unwrap();
    (folder, db)
}

#[tokio::test]
async fn ops_03_a_restore_gives_the_same_rows_and_the_chain_verifies() {
    let t = filled().await;
    let file = saved(&t).await;
    let (_folder, db) = empty().await;
    let manifest = archive::restore(&db, t.schemas(), Cursor::new(file), |_| {}).await.unwrap();
    let jobs = manifest.tables.iter().find(|table| table.name == "job").unwrap();
    assert_eq!(jobs.rows, 2500);
    let payloads = sql("select payload from job order by id");
    assert_eq!(
        payloads.clone().values::<String>(&db).await.unwrap(),
        payloads.values::<String>(t.db()).await.unwrap()
    );
    assert_eq!(audit::verify(&db, &audit::anchors(t.db()).await.unwrap()).await.unwrap(), []);
}

#[tokio::test]
async fn ops_03_a_database_that_is_not_empty_is_left_alone() {
    let t = filled().await;
    let file = saved(&t).await;
    let refused = archive::restore(t.db(), t.schemas(), Cursor::new(file), |_| {}).await;
    assert!(matches!(refused, Err(Error::Archive(_))), "{refused:?}");
}

#[tokio::test]
async fn ops_03_a_damaged_file_restores_nothing() {
    let t = filled().await;
    let whole = saved(&t).await;
    let mut damaged = whole.clone();
    let middle = damaged.len() / 3;
    for byte in &mut damaged[middle..middle + 40] {
        *byte ^= 0x55;
    }
    for file in [damaged, whole[..whole.len() / 2].to_vec(), b"nothing".to_vec()] {
        let (_folder, db) = empty().await;
        assert!(archive::restore(&db, t.schemas(), Cursor::new(file), |_| {}).await.is_err());
        assert!(sql("select 1 from job").value::<i32>(&db).await.is_err(), "no table was left behind");
    }
}
