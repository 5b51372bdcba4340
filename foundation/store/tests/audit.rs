//! The chain of acts: whatever is changed or taken away is found (SEC-11).

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_kernel::{Clock, OrgId};
use relais_store::{
    Db, DbOptions, SCHEMA,
    audit::{self, Act, Actor, Flaw},
    schema, sql,
};
use relais_testkit::{TestDb, refused_by};
use uuid::Uuid;

const ORG: OrgId = OrgId(Uuid::from_u128(1));

async fn act(db: &Db, detail: &str) {
    let tx = db.begin().await.unwrap();
    let act = Act { actor: Actor::default(), action: "test.act", subject: "thing", id: None, detail };
    audit::write(&tx, Some(ORG), act).await.unwrap();
    tx.commit().await.unwrap();
}

/// Somebody with the database's own tools: no guard stands in the way.
async fn tampered(text: &'static str) -> Vec<Flaw> {
    let folder = tempfile::tempdir().unwrap();
    let options = DbOptions::new(format!("sqlite:{}", folder.path().join("t.db").display()));
    let db = Db::open(&options, Clock::system()).await.unwrap();
    schema::lay(&db, &[SCHEMA], Some("audit_is_append_only")).await.unwrap();
    for n in 1..=5 {
        act(&db, &n.to_string()).await;
    }
    let anchors = audit::anchors(&db).await.unwrap();
    let tx = db.begin().await.unwrap();
    sql(text).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    audit::verify(&db, &anchors).await.unwrap().into_iter().map(|(_, flaw)| flaw).collect()
}

#[tokio::test]
async fn sec_11_an_untouched_chain_holds() {
    let t = TestDb::new(&[SCHEMA]).await;
    for n in 1..=3 {
        act(t.db(), &n.to_string()).await;
    }
    let anchors = audit::anchors(t.db()).await.unwrap();
    assert_eq!(anchors[0].seq, 3);
    act(t.db(), "4").await;
    assert_eq!(audit::verify(t.db(), &anchors).await.unwrap(), []);
    let page = audit::page(t.db(), ORG, Some(4), 2).await.unwrap();
    assert_eq!(page.iter().map(|e| e.seq).collect::<Vec<_>>(), [3, 2]);
}

#[tokio::test]
async fn sec_11_a_changed_act_is_found() {
    assert_eq!(tampered("update audit_event set detail = 'x' where seq = 3").await, [Flaw::Changed(3)]);
    assert_eq!(tampered("update audit_event set at = at + 1 where seq = 5").await, [Flaw::Changed(5)]);
}

#[tokio::test]
async fn sec_11_a_removed_act_is_found() {
    let flaws = tampered("delete from audit_event where seq = 3").await;
    assert!(flaws.contains(&Flaw::Missing(3)), "{flaws:?}");
    assert!(tampered("delete from audit_event where seq = 5").await.contains(&Flaw::Cut));
}

#[tokio::test]
async fn sec_11_a_chain_rewritten_as_a_whole_is_found_by_its_anchor() {
    let t = TestDb::new(&[SCHEMA]).await;
    act(t.db(), "honest").await;
    let anchors = audit::anchors(t.db()).await.unwrap();
    let other = TestDb::new(&[SCHEMA]).await;
    act(other.db(), "forged").await;
    assert_eq!(audit::verify(other.db(), &[]).await.unwrap(), []);
    assert_eq!(audit::verify(other.db(), &anchors).await.unwrap(), [(Uuid::from(ORG), Flaw::NotAnchored)]);
}

#[tokio::test]
async fn sec_11_the_database_itself_keeps_the_acts() {
    let t = TestDb::new(&[SCHEMA]).await;
    act(t.db(), "1").await;
    for text in ["update audit_event set detail = 'x'", "delete from audit_event"] {
        let tx = t.db().begin().await.unwrap();
        refused_by(sql(text).run(&tx).await, "audit_is_append_only");
    }
}

#[tokio::test]
async fn acts_of_two_at_once_make_one_chain() {
    let t = TestDb::new(&[SCHEMA]).await;
    let (a, b) = (t.db().clone(), t.db().clone());
    let one = tokio::spawn(async move {
        for n in 0..20 {
            act(&a, &format!("a{n}")).await;
        }
    });
    let other = tokio::spawn(async move {
        for n in 0..20 {
            act(&b, &format!("b{n}")).await;
        }
    });
    one.await.unwrap();
    other.await.unwrap();
    assert_eq!(audit::verify(t.db(), &[]).await.unwrap(), []);
    assert_eq!(audit::anchors(t.db()).await.unwrap()[0].seq, 40);
}
