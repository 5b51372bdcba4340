//! What a reading of the file found: faults by line and column, and the first differences.

use relais_kernel::ImportId;
use relais_sheets::{Row, column_name};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use super::{columns::Mapping, record::as_json};

/// Faults kept by name; all are counted.
pub(super) const MOST_FAULTS: i64 = 1000;
/// Differences shown before anything is written.
pub(super) const MOST_DIFFERENCES: usize = 50;

/// What is wrong with a line. The words are the key's, completed by the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The line in the file; 0 for the file as a whole.
    pub line: i64,
    /// The file's own name of the column; empty for the whole line.
    pub column: String,
    /// The sentence's key.
    pub message: String,
    /// What completes it.
    pub args: Vec<(String, String)>,
}

/// What a form says of a field, and a file of a cell: it has no list to choose from.
const IN_A_FILE: [(&str, &str); 6] = [
    ("field-empty", "import-cell-empty"),
    ("unit-kind-unknown", "import-unit-kind-unknown"),
    ("unit-channel-unknown", "import-channel-unknown"),
    ("function-unknown", "import-function-unknown"),
    ("assignment-unit-unknown", "import-unit-unknown"),
    ("trade-unknown", "import-trade-unknown"),
];

impl LineFault {
    /// A fault of a field, told on the column that the file has for it.
    pub(super) fn of(line: i64, mapping: &Mapping, fault: &Fault) -> Self {
        let column = match mapping.columns.get(fault.field.as_ref()) {
            Some(place) if place.name.is_empty() => column_name(place.index),
            Some(place) => place.name.clone(),
            None => String::new(),
        };
        let args: Vec<(String, String)> =
            fault.args.iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        let empty = args.iter().any(|(name, value)| name == "typed" && value.is_empty());
        let key = if empty { "field-empty" } else { fault.key.as_ref() };
        let said = IN_A_FILE.iter().find(|(of_form, _)| *of_form == key).map_or(key, |(_, of_file)| of_file);
        Self { line, column, message: said.to_owned(), args }
    }
}

/// What is wrong with a row as such: cut at the wrong places, or showing an error of the spreadsheet.
pub(super) fn shape(row: &Row, width: usize, mapping: &Mapping) -> Vec<LineFault> {
    let line = i64::try_from(row.line).unwrap_or(i64::MAX);
    let mut faults = Vec::new();
    let beyond = row.cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
    if row.cells.len() < width || beyond {
        let fault = Fault::of_form("import-ragged").with("cells", row.cells.len()).with("width", width);
        faults.push(LineFault::of(line, mapping, &fault));
    }
    for (code, place) in &mapping.columns {
        if row.errors.contains(&place.index) {
            faults.push(LineFault::of(line, mapping, &Fault::on(code.clone(), "import-cell-error")));
        }
    }
    faults
}

/// What a line would do, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The line in the file; 0 for somebody the file does not name.
    pub line: i64,
    /// Code or staff number.
    pub label: String,
    /// Name.
    pub name: String,
    /// `new`, `changed`, `leaves` or `returns`.
    pub what: String,
    /// Field, what stands there, what would.
    pub fields: Vec<(String, String, String)>,
}

#[derive(FromQueryResult)]
struct Stored {
    line: i64,
    column_name: String,
    message: String,
    args: String,
}

/// Writes faults down, `counted` of them being known already.
pub(super) async fn write(tx: &OrgTx, import: ImportId, counted: i64, faults: &[LineFault]) -> Result<()> {
    let mut rows = columns();
    for (fault, seq) in faults.iter().zip(counted + 1..=MOST_FAULTS) {
        add(&mut rows, tx, import, seq, fault);
    }
    rows.run(tx).await?;
    Ok(())
}

/// Writes down what a person has to decide. It stands below zero: it counts for no fault and stops nothing.
pub(super) async fn notice(tx: &OrgTx, import: ImportId, notices: &[LineFault]) -> Result<()> {
    if notices.is_empty() {
        return Ok(());
    }
    let lowest: Option<i64> = sql(
        "select coalesce(min(seq), 0) from import_fault where org_id = $1 and import_id = $2 and seq < 0",
    )
    .bind(tx.org())
    .bind(import)
    .value(tx)
    .await?;
    let mut rows = columns();
    for (one, seq) in notices.iter().zip((1 - lowest.unwrap_or(0))..=MOST_FAULTS) {
        add(&mut rows, tx, import, -seq, one);
    }
    rows.run(tx).await?;
    Ok(())
}

fn columns() -> relais_store::Insert {
    insert(
        "import_fault",
        &["org_id", "import_id", "seq", "line", "column_name", "message", "args", "created_at"],
    )
}

fn add(rows: &mut relais_store::Insert, tx: &OrgTx, import: ImportId, seq: i64, fault: &LineFault) {
    rows.add([
        tx.org().into(),
        import.into(),
        seq.into(),
        fault.line.into(),
        fault.column.clone().into(),
        fault.message.clone().into(),
        as_json(&fault.args).into(),
        tx.clock().now().into(),
    ]);
}

/// Forgets them: the file is read anew.
pub(super) async fn clear(tx: &OrgTx, import: ImportId) -> Result<()> {
    sql("delete from import_fault where org_id = $1 and import_id = $2")
        .bind(tx.org())
        .bind(import)
        .run(tx)
        .await?;
    Ok(())
}

/// The first faults, in order of lines.
pub(super) async fn first(on: &impl InOrg, import: ImportId, size: i64) -> Result<Vec<LineFault>> {
    told(on, import, " and seq > 0", size).await
}

/// The first things that a person has to decide, in order of lines.
pub(super) async fn notices(on: &impl InOrg, import: ImportId, size: i64) -> Result<Vec<LineFault>> {
    told(on, import, " and seq < 0", size).await
}

async fn told(on: &impl InOrg, import: ImportId, which: &'static str, size: i64) -> Result<Vec<LineFault>> {
    let query = sql("select line, column_name, message, args from import_fault where org_id = ")
        .arg(on.org())
        .push(" and import_id = ")
        .arg(import)
        .push(which);
    let stored: Vec<Stored> = query.push(" order by line, seq limit ").arg(size).all(on).await?;
    let read = |one: Stored| LineFault {
        line: one.line,
        column: one.column_name,
        message: one.message,
        args: serde_json::from_str(&one.args).unwrap_or_default(),
    };
    Ok(stored.into_iter().map(read).collect())
}
