//! The rules of the sealed tables.

use relais_store::sql;
use relais_testkit::{refused_by, rows::id};

use crate::world::World;

#[tokio::test]
async fn a_sealed_entry_has_words() {
    let world = World::of(0).await;
    let tx = world.app.sealed().db().begin().await.unwrap();
    let empty =
        sql("insert into sealed_saying (org_id, id, kind, theme, frequency, hinders, text, receipt) \
         values ($1, $2, 'irritant', 'other', 'weekly', $3, '', $4)")
        .bind(id())
        .bind(id())
        .bind(false)
        .bind(vec![0_u8; 32])
        .run(&tx)
        .await;
    refused_by(empty, "sealed_saying_filled");
}
