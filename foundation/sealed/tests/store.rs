//! The sealed store: whole after a crash, whole after a restore, and without any order of writing.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::io::Cursor;

use relais_kernel::{Clock, Instant};
use relais_sealed::{Row, Sealed};
use relais_store::{
    Backend, Db, DbOptions, Migration, Reads as _, SCHEMA, Schema,
    archive::{self, Part},
    schema, sql,
};
use relais_testkit::TestDb;
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

const NOTES: Schema = Schema {
    room: "notes",
    migrations: &[Migration {
        name: "2026_11_22_notes",
        sql: "create table note (\n  id $id not null,\n  text text not null,\n  primary key (id)\n);\n",
    }],
    guards: &[],
    register: &[],
};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
struct Note {
    text: String,
    id: Uuid,
}

impl Row for Note {
    const TABLE: &'static str = "note";
    const COLUMNS: &'static [&'static str] = &["id", "text"];
    fn values(&self) -> Vec<Value> {
        vec![self.id.into(), self.text.clone().into()]
    }
}

async fn write(sealed: &Sealed, text: &str) {
    let change = sealed.begin().await.unwrap();
    let mut notes: Vec<Note> = change.rows().await.unwrap();
    notes.push(Note { id: change.clock().unordered_id(), text: text.into() });
    change.rewrite(&notes).await.unwrap();
    change.commit().await.unwrap();
}

async fn texts(sealed: &Sealed) -> Vec<String> {
    let mut notes: Vec<Note> = sealed.rows().await.unwrap();
    notes.sort();
    notes.into_iter().map(|note| note.text).collect()
}

#[tokio::test]
async fn a_change_that_is_not_committed_leaves_no_trace_and_two_at_once_lose_nothing() {
    let test = TestDb::new(&[]).await;
    let sealed = test.seal(&[NOTES]).await;
    let change = sealed.begin().await.unwrap();
    change.rewrite(&[Note { id: Uuid::nil(), text: "given up".into() }]).await.unwrap();
    drop(change);
    let writing = (0..12).map(|n| {
        let sealed = sealed.clone();
        tokio::spawn(async move { write(&sealed, &format!("{n:02}")).await })
    });
    for written in writing.collect::<Vec<_>>() {
        written.await.unwrap();
    }
    let all: Vec<String> = (0..12).map(|n| format!("{n:02}")).collect();
    assert_eq!(texts(&sealed).await, all);
    sealed.stir::<Note>().await.unwrap();
    assert_eq!(texts(&sealed).await, all, "stirring changes nothing");
}

#[tokio::test]
async fn prv_07_rows_stand_in_an_order_drawn_at_each_change() {
    let test = TestDb::new(&[]).await;
    let sealed = test.seal(&[NOTES]).await;
    let mut last_stood_last = 0;
    const ROUNDS: usize = 40;
    for round in 0..ROUNDS {
        let change = sealed.begin().await.unwrap();
        change.rewrite::<Note>(&[]).await.unwrap();
        change.commit().await.unwrap();
        for n in 0..4 {
            write(&sealed, &format!("round {round} note {n}")).await;
        }
        last_stood_last += usize::from(stands_last(&test, &sealed, &format!("round {round} note 3")).await);
    }
    // By chance one in four; a row that is only added always stands at an end.
    assert!(last_stood_last < 28, "the last row stood last {last_stood_last} times of {ROUNDS}");
}

/// Whether a text stands behind all others: in the file, or by `ctid`.
async fn stands_last(test: &TestDb, sealed: &Sealed, text: &str) -> bool {
    if sealed.db().kind() == Backend::Postgres {
        let numbers: i64 =
            sql("select count(distinct xmin::text) from note").value(sealed.db()).await.unwrap().unwrap();
        assert_eq!(numbers, 1, "all rows are one transaction's");
        let last: Option<String> =
            sql("select text from note order by ctid desc limit 1").value(sealed.db()).await.unwrap();
        return last.as_deref() == Some(text);
    }
    let path = test.options().sealed_beside().sqlite_path().unwrap();
    let bytes = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    let round = text.rsplit_once(' ').unwrap().0;
    // SQLite fills a page from its end.
    bytes.find(text) == bytes.find(round)
}

#[tokio::test]
async fn prv_07_what_is_removed_is_overwritten_and_the_file_tells_the_day_alone() {
    let folder = tempfile::tempdir().unwrap();
    let main = DbOptions::new(format!("sqlite:{}", folder.path().join("t.db").display()));
    let clock = Clock::manual(Instant(1_795_267_200_000_000));
    let sealed = Sealed::open(&main.sealed_beside(), clock).await.unwrap();
    sealed.lay(&[NOTES]).await.unwrap();
    write(&sealed, "une phrase qui doit partir").await;
    let path = folder.path().join("t.db.sealed");
    let holds = |text: &str| String::from_utf8_lossy(&std::fs::read(&path).unwrap()).contains(text);
    assert!(holds("une phrase qui doit partir"));
    let changed = std::fs::metadata(&path).unwrap().modified().unwrap();
    let day = changed.duration_since(std::time::SystemTime::UNIX_EPOCH).unwrap();
    assert_eq!(day.as_secs() % 86_400, 0, "the file bears the day, not the moment");
    let change = sealed.begin().await.unwrap();
    change.rewrite::<Note>(&[]).await.unwrap();
    change.commit().await.unwrap();
    assert!(!holds("une phrase"), "removed words are overwritten");
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["t.db.sealed"], "no log of writes stays beside it");
    let modes = ["pragma journal_mode", "pragma secure_delete", "pragma synchronous"];
    let tx = sealed.db().begin().await.unwrap();
    assert_eq!(sql(modes[0]).value::<String>(&tx).await.unwrap().as_deref(), Some("delete"));
    assert_eq!(sql(modes[1]).value::<i64>(&tx).await.unwrap(), Some(1));
    assert_eq!(sql(modes[2]).value::<i64>(&tx).await.unwrap(), Some(2), "full: a commit waits for the disk");
}

/// Archives both stores and brings them back into others.
async fn moved(from: (&Db, &Sealed), to: (&Db, &Sealed)) {
    let mut file = Cursor::new(Vec::new());
    let (main, beside) =
        (Part { db: from.0, schemas: &[SCHEMA] }, Part { db: from.1.db(), schemas: &[NOTES] });
    let manifest = archive::write_both(main, Some(beside), &mut file, |_| {}).await.unwrap();
    assert_eq!(manifest.sealed.len(), 1);
    let whole = file.into_inner();
    let (main, beside) = (Part { db: to.0, schemas: &[SCHEMA] }, Part { db: to.1.db(), schemas: &[NOTES] });
    // A restore that is cut off leaves the database empty and may be given again.
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged.truncate(middle);
    assert!(archive::restore_both(main, Some(beside), Cursor::new(damaged), |_| {}).await.is_err());
    let alone = archive::restore(to.0, &[SCHEMA], Cursor::new(whole.clone()), |_| {}).await;
    assert!(alone.is_err(), "what was sealed is not left out in silence");
    archive::restore_both(main, Some(beside), Cursor::new(whole), |_| {}).await.unwrap();
}

#[tokio::test]
async fn prv_07_a_backup_holds_the_sealed_store_in_no_order_and_brings_it_back_across_databases() {
    let test = TestDb::new(&[SCHEMA]).await;
    let sealed = test.seal(&[NOTES]).await;
    let all: Vec<String> = (0..9).map(|n| format!("{n:02}")).collect();
    for text in &all {
        write(&sealed, text).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let options = DbOptions::new(format!("sqlite:{}", folder.path().join("t.db").display()));
    let other = Db::open(&options, Clock::system()).await.unwrap();
    let beside = Sealed::open(&options.sealed_beside(), Clock::system()).await.unwrap();
    moved((test.db(), &sealed), (&other, &beside)).await;
    assert_eq!(texts(&beside).await, all);
    let back = TestDb::new(&[]).await;
    let empty = Sealed::open(&back.options().sealed_beside(), Clock::system()).await.unwrap();
    moved((&other, &beside), (back.db(), &empty)).await;
    assert_eq!(texts(&empty).await, all);
    assert!(schema::is_laid(empty.db(), &[NOTES]).await.unwrap());
    write(&empty, "later").await;
}
