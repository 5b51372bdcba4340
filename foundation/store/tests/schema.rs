//! Tables and rules in the life of a database: later steps are saved and restored, rules that are no more are gone.

use std::{io::Cursor, time::Duration};

use relais_kernel::{Clock, OrgId};
use relais_store::{
    Db, DbOptions, Error, Migration, Result, SCHEMA, Schema, archive, guard::Guard, insert, schema, sql,
};
use relais_testkit::{TestDb, refused_by};
use uuid::Uuid;

const FIRST: Migration = Migration {
    name: "2026_11_21_stones",
    sql: "create table stone (\nid $id not null primary key,\norg_id $id not null,\nfrom_day $day not null,\n\
          to_day $day,\nname text not null\n);\n",
};
const SECOND: Migration = Migration {
    name: "2026_12_01_stones",
    sql: "alter table stone add column weight $int;\nalter table stone rename column name to title;\n",
};
const ONE_AT_A_TIME: Guard = Guard::no_overlap("stone_lies_alone", "stone", &["org_id"], "1 = 1");
const NEVER_MOVED: Guard = Guard::append_only("stone_never_moves", "stone");

const fn stones(migrations: &'static [Migration], guards: &'static [Guard]) -> Schema {
    Schema { room: "stones", migrations, guards, register: &[] }
}

const OLD: [Schema; 2] = [SCHEMA, stones(&[FIRST], &[ONE_AT_A_TIME, NEVER_MOVED])];
const NEW: [Schema; 2] = [SCHEMA, stones(&[FIRST, SECOND], &[ONE_AT_A_TIME])];

async fn lay_stone(db: &Db, org: OrgId, id: u128, name: &str) -> Result<()> {
    let tx = db.begin().await?;
    let row = insert("stone", &["id", "org_id", "from_day", "to_day", name]);
    let days = [20_260_101_i32 + i32::try_from(id).unwrap_or(0); 2];
    row.row([Uuid::from_u128(id).into(), org.into(), days[0].into(), days[1].into(), "Évry".into()])
        .run(&tx)
        .await?;
    tx.commit().await
}

fn org(number: u128) -> OrgId {
    OrgId(Uuid::from_u128(number))
}

#[tokio::test]
async fn ops_03_a_column_that_came_later_is_saved_and_an_older_file_follows_later_steps() {
    let t = TestDb::new(&OLD).await;
    lay_stone(t.db(), org(1), 1, "name").await.unwrap();
    let mut before = Cursor::new(Vec::new());
    archive::write(t.db(), &OLD, &mut before, |_| {}).await.unwrap();

    schema::lay(t.db(), &NEW, None).await.unwrap();
    let tx = t.db().begin().await.unwrap();
    sql("update stone set weight = 7").run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let mut after = Cursor::new(Vec::new());
    archive::write(t.db(), &NEW, &mut after, |_| {}).await.unwrap();

    for (file, weight) in [(before, None), (after, Some(7))] {
        let folder = tempfile::tempdir().unwrap();
        let options = DbOptions::new(format!("sqlite:{}", folder.path().join("t.db").display()));
        let db = Db::open(&options, Clock::system()).await.unwrap();
        archive::restore(&db, &NEW, file, |_| {}).await.unwrap();
        let weights =
            sql("select weight from stone where title = 'Évry'").values::<Option<i64>>(&db).await.unwrap();
        assert_eq!(weights, [weight]);
    }
}

#[tokio::test]
async fn ops_03_a_database_that_is_not_as_the_migrations_say_is_not_saved_in_part() {
    let t = TestDb::new(&OLD).await;
    schema::lay(t.db(), &NEW, None).await.unwrap();
    let told = archive::write(t.db(), &OLD, Cursor::new(Vec::new()), |_| {}).await.unwrap_err();
    assert!(matches!(&told, Error::Schema(what) if what.starts_with("stone.")), "{told}");
}

async fn weigh(db: &Db) -> Result<()> {
    let tx = db.begin().await?;
    sql("update stone set to_day = to_day").run(&tx).await?;
    tx.commit().await
}

#[tokio::test]
async fn a_rule_that_is_no_more_declared_is_taken_away_and_the_others_stay() {
    let t = TestDb::new(&OLD).await;
    lay_stone(t.db(), org(1), 1, "name").await.unwrap();
    refused_by(weigh(t.db()).await, "stone_never_moves");

    schema::lay(t.db(), &NEW, None).await.unwrap();
    weigh(t.db()).await.unwrap();
    let tx = t.db().begin().await.unwrap();
    let moved = sql("update stone set from_day = 20260101, to_day = null").run(&tx).await;
    moved.unwrap();
    tx.commit().await.unwrap();
    refused_by(lay_stone(t.db(), org(1), 2, "title").await, "stone_lies_alone");

    // An older version that comes back leaves a later one's rules alone.
    schema::lay(t.db(), &[SCHEMA, stones(&[FIRST], &[])], None).await.unwrap();
    refused_by(lay_stone(t.db(), org(1), 2, "title").await, "stone_lies_alone");
}

/// Two imports of different organisations at once meet on the keys of the same rule, each in another order.
#[tokio::test]
async fn transactions_of_many_rows_take_turns_instead_of_waiting_for_each_other() {
    let t = TestDb::new(&OLD).await;
    let write = async |number: u128, ids: Vec<u128>| -> Result<()> {
        let tx = t.db().org(org(number)).begin_bulk().await?;
        for id in ids {
            let row = insert("stone", &["id", "org_id", "from_day", "to_day", "name"]);
            let day = 20_260_000_i32 + i32::try_from(id).unwrap();
            // Another organisation's key each time, as people of a file are.
            row.row([
                Uuid::from_u128(number << 64 | id).into(),
                org(id).into(),
                (day + i32::try_from(number).unwrap() * 10_000).into(),
                (day + i32::try_from(number).unwrap() * 10_000).into(),
                "x".into(),
            ])
            .run(&tx)
            .await?;
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tx.commit().await
    };
    let (up, down) = tokio::join!(write(1, (1..60).collect()), write(2, (1..60).rev().collect()));
    up.unwrap();
    down.unwrap();
    let kept: Option<i64> = sql("select count(*) from stone").value(t.db()).await.unwrap();
    assert_eq!(kept, Some(118));
}
