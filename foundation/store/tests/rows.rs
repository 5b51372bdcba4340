//! Many rows in one statement: each changes to values of its own, and rows that somebody has are left to them.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_kernel::OrgId;
use relais_store::{Backend, InOrg as _, Migration, OrgDb, Reads as _, SCHEMA, Schema, insert, sql, update};
use relais_testkit::TestDb;
use uuid::Uuid;

const STONES: Schema = Schema {
    room: "stones",
    migrations: &[Migration {
        name: "2026_11_22_stones",
        sql: "create table stone (\n\
              org_id $id not null,\nid $id not null,\nname text not null,\nweight $int,\nprimary key (org_id, id)\n);\n",
    }],
    guards: &[],
    register: &[],
};

const OURS: OrgId = OrgId(Uuid::from_u128(1));
const THEIRS: OrgId = OrgId(Uuid::from_u128(2));

async fn stones(n: u128) -> (TestDb, OrgDb) {
    let t = TestDb::new(&[SCHEMA, STONES]).await;
    let tx = t.db().begin().await.unwrap();
    let mut rows = insert("stone", &["org_id", "id", "name", "weight"]);
    for id in 1..=n {
        rows.add([OURS.into(), Uuid::from_u128(id).into(), "oak".into(), Some(1_i64).into()]);
        rows.add([THEIRS.into(), Uuid::from_u128(id).into(), "oak".into(), Some(1_i64).into()]);
    }
    rows.run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let on = t.db().org(OURS);
    (t, on)
}

#[tokio::test]
async fn each_row_changes_to_its_own_values() {
    let (_t, on) = stones(2500).await;
    let tx = on.begin().await.unwrap();
    let mut rows = update("stone", &["org_id", "id"], &["name", "weight"]);
    for id in 1..=2400 {
        let weight = (id % 2 == 0).then_some(i64::try_from(id).unwrap());
        rows.add([tx.org().into(), Uuid::from_u128(id).into(), format!("stone {id}").into(), weight.into()]);
    }
    rows.add([tx.org().into(), Uuid::from_u128(9_999).into(), "nobody".into(), None::<i64>.into()]);
    assert_eq!(rows.run(&tx).await.unwrap(), 2400, "those that were found");
    tx.commit().await.unwrap();
    let of = |query: &'static str| sql(query).bind(OURS).bind(THEIRS);
    let wrong = "select count(*) from stone where (org_id = $1 and (name <> 'oak') <> (name like 'stone %')) \
                 or (org_id = $2 and (name <> 'oak' or weight <> 1))";
    assert_eq!(of(wrong).value::<i64>(&on).await.unwrap(), Some(0));
    let sum =
        "select cast(sum(weight) as bigint) from stone where org_id = $1 and name <> 'oak' and org_id <> $2";
    assert_eq!(of(sum).value::<i64>(&on).await.unwrap(), Some((1..=1200).map(|n| 2 * n).sum()));
    let names =
        sql("select name from stone where org_id = $1 and id = $2").bind(OURS).bind(Uuid::from_u128(77));
    assert_eq!(names.value::<String>(&on).await.unwrap().as_deref(), Some("stone 77"));
}

#[tokio::test]
async fn rows_that_somebody_has_are_left_to_them() {
    let (_t, on) = stones(3).await;
    if on.kind() == Backend::Sqlite {
        // One writer at a time has them all: there is nobody to leave any to.
        return;
    }
    let first = on.begin().await.unwrap();
    let taking =
        || sql("select id from stone where org_id = $1 order by id limit 2").bind(OURS).taking_free_rows();
    assert_eq!(taking().values::<Uuid>(&first).await.unwrap(), [1, 2].map(Uuid::from_u128));
    let second = on.begin().await.unwrap();
    assert_eq!(taking().values::<Uuid>(&second).await.unwrap(), [Uuid::from_u128(3)]);
}
