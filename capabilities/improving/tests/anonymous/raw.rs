//! What somebody sees who holds the databases themselves: every cell of every table, every byte of every file, and where
//! in them a text stands.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use relais_store::{Backend, Db, DbOptions, Reads as _, sql};
use sea_orm::{DbErr, FromQueryResult, QueryResult};
use uuid::Uuid;

/// A row as the texts of its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cells(pub(crate) Vec<(String, String)>);

impl FromQueryResult for Cells {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        Ok(Self(row.column_names().into_iter().map(|name| (name.clone(), cell(row, &name))).collect()))
    }
}

impl Cells {
    pub(crate) fn of(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    pub(crate) fn hold(&self, value: &str) -> bool {
        self.0.iter().any(|(_, cell)| cell == value)
    }

    pub(crate) fn hold_one_of(&self, values: &BTreeSet<String>) -> bool {
        self.0.iter().any(|(_, cell)| values.contains(cell))
    }
}

fn cell(row: &QueryResult, name: &str) -> String {
    if let Ok(Some(text)) = row.try_get::<Option<String>>("", name) {
        return text;
    }
    if let Ok(Some(number)) = row.try_get::<Option<i64>>("", name) {
        return number.to_string();
    }
    if let Ok(Some(number)) = row.try_get::<Option<i32>>("", name) {
        return number.to_string();
    }
    if let Ok(Some(id)) = row.try_get::<Option<Uuid>>("", name) {
        return id.to_string();
    }
    if let Ok(Some(bytes)) = row.try_get::<Option<Vec<u8>>>("", name) {
        return bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    }
    if let Ok(Some(truth)) = row.try_get::<Option<bool>>("", name) {
        return truth.to_string();
    }
    String::new()
}

/// The tables of a store.
pub(crate) async fn tables(db: &Db) -> Vec<String> {
    let text = match db.kind() {
        Backend::Sqlite => "select name from sqlite_master where type = 'table' order by name",
        Backend::Postgres => {
            "select table_name::text as name from information_schema.tables \
             where table_schema = current_schema() order by 1"
        }
    };
    sql(text).values(db).await.unwrap()
}

/// Every row of a table as it stands there, with what the database itself notes of rows.
pub(crate) async fn rows(db: &Db, table: &str) -> Vec<Cells> {
    let query = match db.kind() {
        Backend::Sqlite => sql("select * from ").push(table),
        Backend::Postgres => sql("select ctid::text as ctid_, xmin::text as xmin_, * from ")
            .push(table)
            .push(" t order by t.ctid"),
    };
    query.all(db).await.unwrap()
}

/// Every row of every table.
pub(crate) async fn everything(db: &Db) -> BTreeMap<String, Vec<Cells>> {
    let mut all = BTreeMap::new();
    for table in tables(db).await {
        all.insert(table.clone(), rows(db, &table).await);
    }
    all
}

/// The files of an embedded store, with those that SQLite keeps beside it.
pub(crate) fn files(options: &DbOptions) -> Vec<PathBuf> {
    let Some(path) = options.sqlite_path() else { return Vec::new() };
    let beside = |end: &str| PathBuf::from(format!("{}{end}", path.display()));
    ["", "-wal", "-journal", "-shm"].map(beside).into_iter().filter(|path| path.exists()).collect()
}

/// All their bytes, as a text that can be searched: what is no letter becomes a sign.
pub(crate) fn bytes(options: &DbOptions) -> String {
    let bytes: Vec<u8> = files(options).iter().flat_map(|path| std::fs::read(path).unwrap()).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}
