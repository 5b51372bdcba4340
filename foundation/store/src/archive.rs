//! Backup and restore (OPS-03): every row of every table, in one file that either database can read.
//!
//! The file is a zip: `tables/NAME.ndjson`, one array a row, and `manifest.json` with the migrations laid, and for each
//! table its columns, count and hash. It is written from one snapshot while the server runs. The tables of a sealed store
//! stand beside them as `sealed/NAME.ndjson`, in the order of their keys, which are drawn: it tells nothing of the writing.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Read, Seek, Write},
};

use relais_kernel::Instant;
use sea_orm::{QueryResult, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{
    Backend, Db, Error, Reads as _, Result, Schema, Tx, insert,
    schema::{self, Table},
    sql,
    tables::{same_as_laid, tables_of},
    unordered,
};

/// What an archive holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Shape of the file.
    pub format: u32,
    /// When the snapshot was taken.
    pub taken_at: Instant,
    /// The migrations laid at that moment.
    pub migrations: Vec<String>,
    /// The tables, in the order in which they can be filled.
    pub tables: Vec<TableNote>,
    /// The migrations of the sealed store.
    #[serde(default)]
    pub sealed_migrations: Vec<String>,
    /// Its tables.
    #[serde(default)]
    pub sealed: Vec<TableNote>,
}

/// A store and the tables that it has.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The store.
    pub db: &'a Db,
    /// Its tables.
    pub schemas: &'a [Schema],
}

const OPEN: &str = "tables";
const SEALED: &str = "sealed";

/// One table of an archive.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TableNote {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: u64,
    /// SHA-256 of its file.
    pub sha256: String,
}

const FORMAT: u32 = 1;
const PAGE: i64 = 2000;

/// Writes everything, telling `progress` each table as it is done.
pub async fn write<W: Write + Seek + Send>(
    db: &Db,
    schemas: &[Schema],
    out: W,
    progress: impl FnMut(&TableNote) + Send,
) -> Result<Manifest> {
    write_both(Part { db, schemas }, None, out, progress).await
}

/// The same with a sealed store. Its snapshot is the earlier one: what moves from it into the database meanwhile is then
/// in both, and nowhere lost.
pub async fn write_both<W: Write + Seek + Send>(
    main: Part<'_>,
    sealed: Option<Part<'_>>,
    out: W,
    mut progress: impl FnMut(&TableNote) + Send,
) -> Result<Manifest> {
    let mut zip = ZipWriter::new(out);
    let (sealed_migrations, beside) = match sealed {
        Some(part) => write_part(part, SEALED, &mut zip, &mut progress).await?,
        None => Default::default(),
    };
    let taken_at = main.db.clock().now();
    let (migrations, tables) = write_part(main, OPEN, &mut zip, &mut progress).await?;
    let manifest =
        Manifest { format: FORMAT, taken_at, migrations, tables, sealed_migrations, sealed: beside };
    zip.start_file("manifest.json", SimpleFileOptions::default()).map_err(archive)?;
    serde_json::to_writer_pretty(&mut zip, &manifest).map_err(|e| Error::Archive(e.to_string()))?;
    zip.finish().map_err(archive)?.flush()?;
    Ok(manifest)
}

/// The migrations laid in a store, and its tables, written from one snapshot.
async fn write_part<W: Write + Seek + Send>(
    part: Part<'_>,
    folder: &str,
    zip: &mut ZipWriter<W>,
    progress: &mut (impl FnMut(&TableNote) + Send),
) -> Result<(Vec<String>, Vec<TableNote>)> {
    let tables = schema::tables(part.schemas)?;
    let snapshot = part.db.snapshot().await?;
    if part.db.is_sealed() {
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        unordered::hold_still(&snapshot, &names).await?;
    }
    let migrations = sql("select name from schema_ledger order by name").values::<String>(&snapshot).await?;
    let mut notes = Vec::new();
    for table in tables {
        same_as_laid(&snapshot, &table).await?;
        // Four gibibytes are not the end of a table.
        let options = SimpleFileOptions::default().large_file(true);
        zip.start_file(format!("{folder}/{}.ndjson", table.name), options).map_err(archive)?;
        let note = write_table(&snapshot, &table, zip).await?;
        progress(&note);
        notes.push(note);
    }
    Ok((migrations.into_iter().filter(|name| !name.starts_with("guard ")).collect(), notes))
}

async fn write_table(snapshot: &Tx, table: &Table, out: &mut (impl Write + Send)) -> Result<TableNote> {
    let names: Vec<String> = table.columns.iter().map(|(name, _)| name.clone()).collect();
    let (mut rows, mut hasher) = (0, Sha256::new());
    let mut after: Option<Vec<Value>> = None;
    loop {
        let mut query = sql("select ").push(&names.join(", ")).push(" from ").push(&table.name);
        if let Some(after) = after.take() {
            query = query.push(" where (").push(&table.key.join(", ")).push(") > ").list(after);
        }
        let page = query
            .push(" order by ")
            .push(&table.key.join(", "))
            .push(" limit ")
            .arg(PAGE)
            .rows(snapshot)
            .await?;
        for row in &page {
            let cells = table
                .columns
                .iter()
                .map(|(name, kind)| read_cell(row, name, kind))
                .collect::<Result<Vec<_>>>()?;
            let mut line = serde_json::to_vec(&cells).map_err(|e| Error::Archive(e.to_string()))?;
            line.push(b'\n');
            hasher.update(&line);
            out.write_all(&line)?;
            rows += 1;
        }
        let Some(last) = page.last().filter(|_| page.len() as i64 == PAGE) else { break };
        let key = table.columns.iter().filter(|(name, _)| table.key.contains(name));
        let mut by_name: BTreeMap<&str, Value> = BTreeMap::new();
        for (name, kind) in key {
            by_name.insert(name, write_cell(read_cell(last, name, kind)?, kind, &table.name)?);
        }
        after = Some(table.key.iter().filter_map(|name| by_name.remove(name.as_str())).collect());
    }
    Ok(TableNote { name: table.name.clone(), columns: names, rows, sha256: hex::encode(hasher.finalize()) })
}

/// Fills an empty database, in one transaction; nothing is left behind when anything is wrong.
pub async fn restore<R: Read + Seek + Send>(
    db: &Db,
    schemas: &[Schema],
    file: R,
    progress: impl FnMut(&TableNote) + Send,
) -> Result<Manifest> {
    restore_both(Part { db, schemas }, None, file, progress).await
}

/// The same with a sealed store, which is filled first: as long as the database is empty, what a restore that was cut off
/// left in the sealed store is replaced.
pub async fn restore_both<R: Read + Seek + Send>(
    main: Part<'_>,
    sealed: Option<Part<'_>>,
    file: R,
    mut progress: impl FnMut(&TableNote) + Send,
) -> Result<Manifest> {
    if schema::is_laid(main.db, &main.schemas[..1]).await? {
        return Err(Error::Archive("the database is not empty".into()));
    }
    let mut zip = ZipArchive::new(file).map_err(archive)?;
    let manifest: Manifest = {
        let entry = zip.by_name("manifest.json").map_err(archive)?;
        serde_json::from_reader(entry).map_err(|e| Error::Archive(e.to_string()))?
    };
    if manifest.format != FORMAT {
        return Err(Error::Archive(format!("format {} is not known", manifest.format)));
    }
    known(&manifest.migrations, main.schemas)?;
    let Some(sealed) = sealed else {
        if !manifest.sealed.is_empty() {
            return Err(Error::Archive("it holds a sealed store, and there is none here".into()));
        }
        restore_part(main, OPEN, (&manifest.migrations, &manifest.tables), &mut zip, &mut progress).await?;
        return Ok(manifest);
    };
    known(&manifest.sealed_migrations, sealed.schemas)?;
    let beside = (&*manifest.sealed_migrations, &*manifest.sealed);
    restore_part(sealed, SEALED, beside, &mut zip, &mut progress).await?;
    restore_part(main, OPEN, (&manifest.migrations, &manifest.tables), &mut zip, &mut progress).await?;
    Ok(manifest)
}

fn known(migrations: &[String], schemas: &[Schema]) -> Result<()> {
    let ours: Vec<&str> = schemas.iter().flat_map(|s| s.migrations).map(|m| m.name).collect();
    match migrations.iter().find(|name| !ours.contains(&name.as_str())) {
        Some(newer) => Err(Error::Archive(format!("it was made by a later version ({newer})"))),
        None => Ok(()),
    }
}

async fn restore_part<R: Read + Seek + Send>(
    part: Part<'_>,
    folder: &str,
    (migrations, notes): (&[String], &[TableNote]),
    zip: &mut ZipArchive<R>,
    progress: &mut (impl FnMut(&TableNote) + Send),
) -> Result<()> {
    let wanted = |name: &str| migrations.iter().any(|known| known == name);
    let tx = part.db.begin().await?;
    schema::lay_tables(&tx, part.schemas, None, wanted).await?;
    tx.execute_plain(match tx.kind() {
        Backend::Sqlite => "pragma defer_foreign_keys = on",
        Backend::Postgres => "set constraints all deferred",
    })
    .await?;
    // Rows go into the tables as they were, and follow the later migrations from there.
    let tables = tables_of(part.schemas, wanted)?;
    for note in notes {
        let table = tables
            .iter()
            .find(|t| t.name == note.name)
            .ok_or_else(|| Error::Archive(format!("unknown table {}", note.name)))?;
        if part.db.is_sealed() {
            sql("delete from ").push(&note.name).run(&tx).await?;
        }
        let entry = zip.by_name(&format!("{folder}/{}.ndjson", note.name)).map_err(archive)?;
        fill(&tx, table, note, entry).await?;
        progress(note);
    }
    schema::lay_tables(&tx, part.schemas, None, |_| true).await?;
    schema::lay_guards(&tx, part.schemas, None).await?;
    tx.commit().await
}

async fn fill(tx: &Tx, table: &Table, note: &TableNote, entry: impl Read + Send) -> Result<()> {
    let kinds: Vec<&str> = note
        .columns
        .iter()
        .map(|name| table.columns.iter().find(|(known, _)| known == name).map(|(_, kind)| kind.as_str()))
        .collect::<Option<_>>()
        .ok_or_else(|| Error::Archive(format!("{}: a column is not known", note.name)))?;
    let columns: Vec<&str> = note.columns.iter().map(String::as_str).collect();
    let (mut rows, mut hasher) = (0_u64, Sha256::new());
    let mut batch = insert(&note.name, &columns);
    let mut lines = BufReader::new(entry);
    let mut line = Vec::new();
    loop {
        line.clear();
        if lines.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        hasher.update(&line);
        let cells: Vec<serde_json::Value> =
            serde_json::from_slice(&line).map_err(|e| Error::Archive(e.to_string()))?;
        if cells.len() != kinds.len() {
            return Err(Error::Archive(format!("{}: row {} has another width", note.name, rows + 1)));
        }
        for (cell, kind) in cells.into_iter().zip(&kinds) {
            batch.add_all([write_cell(cell, kind, &note.name)?]);
        }
        rows += 1;
        if rows % 1000 == 0 {
            std::mem::replace(&mut batch, insert(&note.name, &columns)).run(tx).await?;
        }
    }
    batch.run(tx).await?;
    if rows != note.rows || hex::encode(hasher.finalize()) != note.sha256 {
        return Err(Error::Archive(format!("{}: the rows are not those that were saved", note.name)));
    }
    Ok(())
}

pub(crate) fn read_cell(row: &QueryResult, name: &str, kind: &str) -> Result<serde_json::Value> {
    use serde_json::Value as Json;
    Ok(match kind {
        "id" => row.try_get::<Option<Uuid>>("", name)?.map_or(Json::Null, |id| id.to_string().into()),
        "int" | "instant" => row.try_get::<Option<i64>>("", name)?.map_or(Json::Null, Json::from),
        "day" | "small" => row.try_get::<Option<i32>>("", name)?.map_or(Json::Null, Json::from),
        "bool" => row.try_get::<Option<bool>>("", name)?.map_or(Json::Null, Json::from),
        "bytes" => row.try_get::<Option<Vec<u8>>>("", name)?.map_or(Json::Null, |b| hex::encode(b).into()),
        _ => row.try_get::<Option<String>>("", name)?.map_or(Json::Null, Json::from),
    })
}

fn write_cell(cell: serde_json::Value, kind: &str, table: &str) -> Result<Value> {
    let wrong = || Error::Archive(format!("{table}: a value is no {kind}"));
    let text = |cell: &serde_json::Value| cell.as_str().map(str::to_owned).ok_or_else(wrong);
    let null = cell.is_null();
    Ok(match kind {
        "id" if null => None::<Uuid>.into(),
        "id" => text(&cell)?.parse::<Uuid>().map_err(|_| wrong())?.into(),
        "int" | "instant" if null => None::<i64>.into(),
        "int" | "instant" => cell.as_i64().ok_or_else(wrong)?.into(),
        "day" | "small" if null => None::<i32>.into(),
        "day" | "small" => cell.as_i64().and_then(|n| i32::try_from(n).ok()).ok_or_else(wrong)?.into(),
        "bool" if null => None::<bool>.into(),
        "bool" => cell.as_bool().ok_or_else(wrong)?.into(),
        "bytes" if null => None::<Vec<u8>>.into(),
        "bytes" => hex::decode(text(&cell)?).map_err(|_| wrong())?.into(),
        _ if null => None::<String>.into(),
        _ => text(&cell)?.into(),
    })
}

fn archive(error: zip::result::ZipError) -> Error {
    Error::Archive(error.to_string())
}
