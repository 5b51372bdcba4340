//! The chain of acts: whatever is changed or taken away is found (SEC-11).

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::time::Duration;

use relais_kernel::{Clock, OrgId};
use relais_store::{
    Db, DbOptions, SCHEMA,
    audit::{self, Act, Actor, Flaw},
    jobs::{self, Health, Runner},
    purge, schema, sql,
};
use relais_testkit::{TestDb, refused_by};
use uuid::Uuid;

const ORG: OrgId = OrgId(Uuid::from_u128(1));

/// Runs the purge once.
async fn cleared(db: &Db) {
    let runner = Runner::new(db.clone(), vec![purge::job(&[SCHEMA])], vec![]);
    let tx = db.begin().await.unwrap();
    jobs::enqueue(&tx, purge::PURGE, &()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(runner.run_due().await.unwrap(), 1);
    assert_eq!(jobs::health(db).await.unwrap(), Health::default());
}

const THREE_YEARS: Duration = Duration::from_secs(1096 * 86_400);

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

async fn seqs(db: &Db) -> Vec<i64> {
    audit::page(db, ORG, None, 100).await.unwrap().into_iter().rev().map(|event| event.seq).collect()
}

#[tokio::test]
async fn prv_01_old_acts_go_and_the_chain_still_holds() {
    let t = TestDb::new(&[SCHEMA]).await;
    for n in 1..=3 {
        act(t.db(), &n.to_string()).await;
    }
    let old = audit::anchors(t.db()).await.unwrap();
    t.db().clock().advance(THREE_YEARS);
    act(t.db(), "4").await;
    let kept = audit::anchors(t.db()).await.unwrap();
    cleared(t.db()).await;
    assert_eq!(seqs(t.db()).await, [4, 5]);
    let told = &audit::page(t.db(), ORG, None, 1).await.unwrap()[0];
    assert_eq!(
        (told.action.as_str(), told.detail.as_str()),
        (audit::CUT, format!("3 {}", hex::encode(&old[0].hash)).as_str())
    );
    for anchors in [&[][..], &old, &kept] {
        assert_eq!(audit::verify(t.db(), anchors).await.unwrap(), []);
    }
    act(t.db(), "6").await;
    t.db().clock().advance(Duration::from_secs(7200));
    cleared(t.db()).await;
    assert_eq!(seqs(t.db()).await, [4, 5, 6], "no cut where nothing is old");
    t.db().clock().advance(THREE_YEARS);
    cleared(t.db()).await;
    assert_eq!(seqs(t.db()).await, [7], "a chain of old acts alone begins with the act that tells of it");
    assert_eq!(audit::verify(t.db(), &kept).await.unwrap(), []);
}

#[tokio::test]
async fn sec_11_a_beginning_that_was_cut_otherwise_is_found() {
    for (text, flaw) in [
        ("delete from audit_event where seq <= 3", Flaw::Missing(1)),
        (
            "update audit_head set cut_seq = 3, cut_hash = (select hash from audit_event where seq = 3)",
            Flaw::CutUntold,
        ),
    ] {
        let flaws = tampered(text).await;
        assert!(flaws.contains(&flaw), "{text}: {flaws:?}");
    }
    let t = TestDb::new(&[SCHEMA]).await;
    act(t.db(), "1").await;
    act(t.db(), "2").await;
    let mut forged = audit::anchors(t.db()).await.unwrap();
    t.db().clock().advance(THREE_YEARS);
    cleared(t.db()).await;
    assert_eq!(audit::verify(t.db(), &forged).await.unwrap(), []);
    forged[0].hash[0] ^= 1;
    assert_eq!(audit::verify(t.db(), &forged).await.unwrap(), [(Uuid::from(ORG), Flaw::NotAnchored)]);
}

#[tokio::test]
async fn sec_11_the_database_lets_only_acts_before_the_cut_go() {
    let t = TestDb::new(&[SCHEMA]).await;
    for n in 1..=3 {
        act(t.db(), &n.to_string()).await;
    }
    let hash = "(select hash from audit_event where seq = 2)";
    for text in [
        "update audit_head set cut_seq = 2, cut_hash = (select hash from audit_event where seq = 1)",
        "update audit_head set cut_seq = 9, cut_hash = hash",
    ] {
        let tx = t.db().begin().await.unwrap();
        refused_by(sql(text).run(&tx).await, "audit_is_cut_at_a_link");
    }
    let tx = t.db().begin().await.unwrap();
    sql("update audit_head set cut_seq = 2, cut_hash = ").push(hash).run(&tx).await.unwrap();
    assert_eq!(sql("delete from audit_event where seq <= 2").run(&tx).await.unwrap(), 2);
    tx.commit().await.unwrap();
    let tx = t.db().begin().await.unwrap();
    refused_by(sql("delete from audit_event where seq = 3").run(&tx).await, "audit_is_append_only");
    drop(tx);
    let tx = t.db().begin().await.unwrap();
    refused_by(sql("update audit_head set cut_seq = 0").run(&tx).await, "audit_is_cut_at_a_link");
}
