//! The mark by which a database knows its key again (SEC-10).

use relais_store::{Db, Error, SCHEMA, Vault, insert, sql, vault};
use relais_testkit::{TestDb, refused_by};

async fn handle(t: &TestDb, key: Option<[u8; 32]>) -> Result<Db, Error> {
    let mut options = t.options().clone();
    options.vault = key.map(Vault::new);
    Db::open(&options, t.db().clock().clone()).await
}

async fn seals(db: &Db) -> Result<(), Error> {
    let tx = db.begin().await?;
    tx.vault()?.seal(tx.clock(), "here", "Inès")?;
    tx.commit().await
}

#[tokio::test]
async fn sec_10_a_database_is_marked_when_its_key_is_first_used() {
    let t = TestDb::new(&[SCHEMA]).await;
    let tx = t.db().begin().await.unwrap();
    tx.commit().await.unwrap();
    // Reading seals nothing.
    let picture = t.db().snapshot().await.unwrap();
    picture.vault().unwrap();
    picture.commit().await.unwrap();
    assert!(!vault::is_marked(t.db()).await.unwrap() && vault::is_ours(t.db()).await.unwrap());
    let given_up = t.db().begin().await.unwrap();
    given_up.vault().unwrap();
    given_up.rollback().await.unwrap();
    assert!(!vault::is_marked(t.db()).await.unwrap());
    for _ in 0..2 {
        seals(t.db()).await.unwrap();
        assert!(vault::is_marked(t.db()).await.unwrap() && vault::is_ours(t.db()).await.unwrap());
    }
}

#[tokio::test]
async fn sec_10_another_key_is_refused_and_none_seals_nothing() {
    let t = TestDb::new(&[SCHEMA]).await;
    // Two nodes begin on an unmarked database, with a key each.
    let other = handle(&t, Some([9; 32])).await.unwrap();
    seals(t.db()).await.unwrap();
    let late = seals(&other).await.unwrap_err().to_string();
    assert!(late.contains("another key"), "{late}");
    assert!(!vault::is_ours(&other).await.unwrap());
    let refused = handle(&t, Some([9; 32])).await.unwrap_err().to_string();
    assert!(refused.contains("another key"), "{refused}");
    let without = handle(&t, None).await.unwrap();
    let said = seals(&without).await.unwrap_err().to_string();
    assert!(said.contains("no key was given"), "{said}");
    assert!(!vault::is_ours(&without).await.unwrap());
    handle(&t, Some([7; 32])).await.unwrap();
}

#[tokio::test]
async fn a_database_without_tables_has_no_mark() {
    let t = TestDb::new(&[]).await;
    assert!(!vault::is_marked(t.db()).await.unwrap());
    handle(&t, Some([9; 32])).await.unwrap();
}

#[tokio::test]
async fn the_mark_is_one_whole_and_stays() {
    let t = TestDb::new(&[SCHEMA]).await;
    let write = async |id: i32, mark: Vec<u8>| {
        let tx = t.db().begin().await.unwrap();
        let written = insert("vault_mark", &["id", "mark", "made_at"])
            .row([id.into(), mark.into(), 1_i64.into()])
            .run(&tx)
            .await;
        tx.rollback().await.unwrap();
        written
    };
    refused_by(write(2, vec![1; 32]).await, "vault_mark_is_one");
    refused_by(write(1, vec![1; 31]).await, "vault_mark_whole");
    seals(t.db()).await.unwrap();
    for change in ["update vault_mark set made_at = 2", "delete from vault_mark"] {
        let tx = t.db().begin().await.unwrap();
        refused_by(sql(change).run(&tx).await, "vault_mark_stays");
        tx.rollback().await.unwrap();
    }
}
