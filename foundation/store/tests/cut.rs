//! A list by key shows each row once, forwards and backwards, equal names too.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_kernel::OrgId;
use relais_store::{Cut, InOrg as _, Key, Migration, OrgDb, SCHEMA, Schema, Slice, insert, sql};
use relais_testkit::TestDb;
use sea_orm::FromQueryResult;
use uuid::Uuid;

const STONES: Schema = Schema {
    room: "stones",
    migrations: &[Migration {
        name: "2026_11_21_stones",
        sql: "create table stone (\n\
              org_id $id not null,\nid $id not null,\nname text not null,\nprimary key (org_id, id)\n);\n",
    }],
    guards: &[],
    register: &[],
};

const BY_NAME: &[Key<'_>] = &[Key { column: "s.name", of_row: "select k.name from stone k" }];
const SIZE: usize = 2;

#[derive(Debug, PartialEq, Eq, FromQueryResult)]
struct Stone {
    id: Uuid,
    name: String,
}

async fn page(on: &OrgDb, cut: Cut) -> Slice<Stone> {
    let query = sql("select s.id, s.name from stone s where s.org_id = ").arg(on.org());
    let rows = cut.apply(query, BY_NAME, "s.id", on.org(), SIZE).all(on).await.unwrap();
    cut.slice(rows, SIZE)
}

fn numbers(slice: &Slice<Stone>) -> Vec<u128> {
    slice.rows.iter().map(|stone| stone.id.as_u128()).collect()
}

#[tokio::test]
async fn net_05_each_row_is_on_one_page_forwards_and_backwards() {
    let t = TestDb::new(&[SCHEMA, STONES]).await;
    let (ours, theirs) = (OrgId(Uuid::from_u128(1)), OrgId(Uuid::from_u128(2)));
    let tx = t.db().begin().await.unwrap();
    let mut rows = insert("stone", &["org_id", "id", "name"]);
    // By name: 4 and 5 (ash), 1, 2 and 3 (oak), then 6 (yew).
    for (id, name) in [(1, "oak"), (2, "oak"), (3, "oak"), (4, "ash"), (5, "ash"), (6, "yew")] {
        rows.add([ours.into(), Uuid::from_u128(id).into(), name.into()]);
        rows.add([theirs.into(), Uuid::from_u128(id).into(), name.into()]);
    }
    rows.run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let on = t.db().org(ours);

    let first = page(&on, Cut::Start).await;
    assert_eq!((numbers(&first), first.earlier, first.later), (vec![4, 5], false, true));
    assert_eq!(first.ends(|stone| stone.id.as_u128()), (None, Some(5)));
    let second = page(&on, Cut::After(first.rows[1].id)).await;
    assert_eq!((numbers(&second), second.earlier, second.later), (vec![1, 2], true, true));
    assert_eq!(second.ends(|stone| stone.id.as_u128()), (Some(1), Some(2)));
    let last = page(&on, Cut::After(second.rows[1].id)).await;
    assert_eq!((numbers(&last), last.earlier, last.later), (vec![3, 6], true, false));
    assert_eq!(last.ends(|stone| stone.id.as_u128()), (Some(3), None));

    assert_eq!(page(&on, Cut::Before(last.rows[0].id)).await, second);
    let back = page(&on, Cut::Before(second.rows[0].id)).await;
    assert_eq!((numbers(&back), back.earlier, back.later), (vec![4, 5], false, true));
    assert!(page(&on, Cut::After(Uuid::from_u128(99))).await.rows.is_empty(), "a row that is not there");
}

#[test]
fn a_list_that_is_all_here_need_not_be_counted() {
    for (cut, rows, in_all) in [
        (Cut::Start, 2, Some(2)),
        (Cut::Start, 3, None),
        (Cut::After(Uuid::nil()), 1, None),
        (Cut::Before(Uuid::nil()), 1, None),
    ] {
        assert_eq!(cut.slice(vec![(); rows], SIZE).in_all(), in_all, "{cut:?} {rows}");
    }
}

#[test]
fn an_address_says_where_to_cut() {
    let id = Uuid::from_u128(7);
    assert_eq!(Cut::from_query(&id.to_string(), ""), Cut::After(id));
    assert_eq!(Cut::from_query("", &id.to_string()), Cut::Before(id));
    assert_eq!(Cut::from_query("Évry", ""), Cut::Start);
}
