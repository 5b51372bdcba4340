//! The database's own rules about imports.

use relais_kernel::ImportId;
use relais_network::imports::{FileKind, Outcome, Settings};
use relais_store::{InOrg as _, Result, Sql, sql};
use relais_testkit::refused_by;
use uuid::Uuid;

use crate::world::{World, dry, people, world};

const LINES: &str = "E1;Inès;Marchal;;;;EVR;conseiller;;;\nE2;Paul;Girard;;;;EVR;conseiller;;;\n";

async fn checked(world: &World) -> Outcome {
    world.run(FileKind::People, people(LINES), &dry()).await
}

async fn applied(world: &World) -> Outcome {
    world.run(FileKind::People, people(LINES), &Settings::default()).await
}

async fn try_run(world: &World, query: Sql) -> Result<u64> {
    let tx = world.org.begin().await.unwrap();
    let result = query.run(&tx).await;
    if result.is_ok() {
        tx.commit().await?
    } else {
        tx.rollback().await?
    }
    result
}

async fn try_set(world: &World, id: ImportId, change: &str) -> Result<u64> {
    try_run(world, sql("update import set ").push(change).push(" where id = ").arg(id)).await
}

#[tokio::test]
async fn an_import_is_of_a_known_kind_and_state_and_of_an_organisation() {
    let world = world().await;
    let id = checked(&world).await.record.id;
    refused_by(try_set(&world, id, "kind = 'machines'").await, "import_kind_known");
    refused_by(try_set(&world, id, "state = 'elsewhere'").await, "import_state_known");
    refused_by(try_set(&world, id, "cursor_row = row_count + 1").await, "import_cursor_within_file");
    refused_by(try_set(&world, id, "state = 'refused', error = null").await, "import_refused_has_reason");
    let stray = sql("insert into import (org_id, id, kind, file_name, bytes, state, good_lines_only, as_of, row_count, \
         cursor_row, new_count, changed_count, same_count, leaver_count, leavers_told, fault_count, refused_count, preview, \
         error_args, created_at, version) select ")
    .arg(Uuid::from_u128(7))
    .push(", ")
    .arg(Uuid::from_u128(8))
    .push(", kind, file_name, bytes, 'uploaded', good_lines_only, as_of, row_count, cursor_row, new_count, changed_count, \
         same_count, leaver_count, leavers_told, fault_count, refused_count, preview, error_args, created_at, version \
         from import where id = ")
    .arg(id);
    refused_by(try_run(&world, stray).await, "import_of_organisation");
}

#[tokio::test]
async fn one_import_of_a_kind_is_at_work_at_a_time() {
    let world = world().await;
    let (first, second) = (checked(&world).await.record.id, checked(&world).await.record.id);
    try_set(&world, first, "state = 'applying'").await.unwrap();
    refused_by(try_set(&world, second, "state = 'applying'").await, "unique_import__kind");
}

#[tokio::test]
async fn nothing_is_checked_or_written_without_named_columns() {
    let world = world().await;
    let id = checked(&world).await.record.id;
    try_run(&world, sql("delete from import_mapping where import_id = $1").bind(id)).await.unwrap();
    refused_by(try_set(&world, id, "state = 'applying'").await, "applying_import_has_mapping");
}

#[tokio::test]
async fn an_applied_import_has_written_what_it_counts() {
    let world = world().await;
    let id = checked(&world).await.record.id;
    refused_by(try_set(&world, id, "state = 'applied'").await, "applied_import_has_changes");
}

#[tokio::test]
async fn the_file_and_columns_of_an_applied_import_never_change() {
    let world = world().await;
    let id = applied(&world).await.record.id;
    let file = sql("update import_chunk set seq = seq + 1 where import_id = $1").bind(id);
    refused_by(try_run(&world, file).await, "import_file_stays_as_sent");
    let columns = sql("update import_mapping set columns = '{}' where import_id = $1").bind(id);
    refused_by(try_run(&world, columns).await, "applied_mapping_stays");
}

#[tokio::test]
async fn what_is_undone_stays_undone() {
    let world = world().await;
    let outcome = applied(&world).await;
    world.undo(&outcome).await;
    let id = outcome.record.id;
    refused_by(try_set(&world, id, "state = 'applied'").await, "undone_import_stays");
    let change = sql("update import_change set outcome = 'done' where import_id = $1").bind(id);
    refused_by(try_run(&world, change).await, "settled_change_stays");
}

#[tokio::test]
async fn a_change_is_of_a_known_noun_and_outcome_and_says_why_it_was_refused() {
    let world = world().await;
    let id = applied(&world).await.record.id;
    let set =
        |change: &str| sql("update import_change set ").push(change).push(" where import_id = ").arg(id);
    refused_by(try_run(&world, set("noun = 'machine'")).await, "change_noun_known");
    refused_by(try_run(&world, set("outcome = 'lost'")).await, "change_outcome_known");
    refused_by(try_run(&world, set("outcome = 'refused'")).await, "change_refused_has_reason");
}

#[tokio::test]
async fn nothing_belongs_to_an_import_that_does_not_exist() {
    let world = world().await;
    let id = applied(&world).await.record.id;
    let copy = |table: &str, columns: &str| {
        sql("insert into ")
            .push(table)
            .push(" (org_id, import_id, ")
            .push(columns)
            .push(") select org_id, ")
            .arg(Uuid::from_u128(9))
            .push(", ")
            .push(columns)
            .push(" from ")
            .push(table)
            .push(" where import_id = ")
            .arg(id)
            .push(" limit 1")
    };
    refused_by(try_run(&world, copy("import_mapping", "sheet, columns, options")).await, "mapping_of_import");
    refused_by(try_run(&world, copy("import_chunk", "seq, content, created_at")).await, "chunk_of_import");
    let change = copy(
        "import_change",
        "seq, noun, row_id, line, label, before, after_hash, outcome, reason, created_at",
    );
    refused_by(try_run(&world, change).await, "change_of_import");
    let fault = sql(
        "insert into import_fault (org_id, import_id, seq, line, column_name, message, args, created_at) \
         values ($1, $2, 1, 1, '', '', '', 0)",
    )
    .bind(world.org.org())
    .bind(Uuid::from_u128(9));
    refused_by(try_run(&world, fault).await, "fault_of_import");
}
