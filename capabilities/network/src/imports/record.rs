//! An import as a row: where it stands, what it counted.

use std::time::Duration;

use relais_kernel::{Day, ImportId, Instant, PersonId};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use super::{findings::Difference, schema::CHANGES_KEPT};

relais_kernel::codes! {
    /// What a file is about.
    pub enum FileKind {
        /// Units and their regions.
        Units = "units",
        /// People and where they work.
        People = "people",
    }
}

relais_kernel::codes! {
    /// Where an import stands.
    pub enum State {
        /// The file is here; its columns are to be named.
        Uploaded = "uploaded",
        /// It is being read; nothing is written.
        Checking = "checking",
        /// What it would do is known.
        Checked = "checked",
        /// The file as a whole cannot be used; nothing was written.
        Refused = "refused",
        /// It is being written.
        Applying = "applying",
        /// It is written.
        Applied = "applied",
        /// It is being taken back.
        Undoing = "undoing",
        /// It is taken back, but for what had changed since.
        Undone = "undone",
        /// Something of ours failed; it can be taken up again.
        Failed = "failed",
    }
}

impl State {
    /// Whether a job works on it.
    pub fn is_running(self) -> bool {
        matches!(self, Self::Checking | Self::Applying | Self::Undoing)
    }

    /// Whether its columns may still be named.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Uploaded | Self::Checked | Self::Refused)
    }
}

/// What an import found or did, in lines of its file; leavers may be people whom it no longer names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Written anew.
    pub new: i64,
    /// Changed.
    pub changed: i64,
    /// As they were.
    pub same: i64,
    /// Who leaves: no longer named by a complete file, or named with a last day.
    pub leavers: i64,
    /// Faults, all of them, whether kept by name or not.
    pub faults: i64,
}

impl Counts {
    /// Counts a line that writes something, as what it is.
    pub(super) fn add(&mut self, difference: &Difference) {
        match difference.what.as_str() {
            "new" => self.new += 1,
            "leaves" => self.leavers += 1,
            _ => self.changed += 1,
        }
    }

    /// Whether anything is to be written.
    pub fn any_change(&self) -> bool {
        self.new + self.changed + self.leavers > 0
    }
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Record {
    /// Its id.
    pub id: ImportId,
    /// What the file is about.
    pub kind: FileKind,
    /// The name it came with, for showing only.
    pub file_name: String,
    /// Its length.
    pub bytes: i64,
    /// Where it stands.
    pub state: State,
    /// Lines with a fault are left out, the others written; otherwise all or nothing.
    pub good_lines_only: bool,
    /// The day that counts as today for the whole file, however long it takes.
    pub as_of: Day,
    /// Lines after the header; 0 until they are counted.
    pub row_count: i64,
    /// Lines done.
    pub cursor_row: i64,
    pub(super) new_count: i64,
    pub(super) changed_count: i64,
    pub(super) same_count: i64,
    pub(super) leaver_count: i64,
    /// The leavers that its check told: more than these are never closed without asking again.
    pub(super) leavers_told: i64,
    pub(super) fault_count: i64,
    /// Changes that could not be taken back.
    pub refused_count: i64,
    pub(super) preview: String,
    /// Why the whole was refused or taken back: a code.
    pub error: Option<String>,
    pub(super) error_args: String,
    /// Who brought it.
    pub created_by: Option<PersonId>,
    /// When it came.
    pub created_at: Instant,
    /// When it was written.
    pub applied_at: Option<Instant>,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Grows with each step: two workers on one import find out by it.
    pub version: i64,
}

impl Record {
    /// What it counted.
    pub fn counts(&self) -> Counts {
        Counts {
            new: self.new_count,
            changed: self.changed_count,
            same: self.same_count,
            leavers: self.leaver_count,
            faults: self.fault_count,
        }
    }

    /// Whether it can be taken back: for as long as what it changed is surely kept whole.
    pub(super) fn may_be_undone(&self, now: Instant) -> bool {
        let kept = Duration::from_secs(86_400) * (CHANGES_KEPT - 1);
        let written = self.applied_at.unwrap_or(self.created_at);
        matches!(self.state, State::Applied | State::Failed) && now < written.plus(kept)
    }

    pub(super) fn set_counts(&mut self, counts: Counts) {
        self.new_count = counts.new;
        self.changed_count = counts.changed;
        self.same_count = counts.same;
        self.leaver_count = counts.leavers;
        self.fault_count = counts.faults;
    }

    /// The first differences found by the check.
    pub fn differences(&self) -> Vec<Difference> {
        serde_json::from_str(&self.preview).unwrap_or_default()
    }

    /// What completes the reason's sentence.
    pub fn reason_args(&self) -> Vec<(String, String)> {
        serde_json::from_str(&self.error_args).unwrap_or_default()
    }

    pub(super) fn set_reason(&mut self, code: &str, args: &[(String, String)]) {
        self.error = Some(code.to_owned());
        self.error_args = as_json(&args);
    }
}

/// JSON of values that always have one.
pub(super) fn as_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}

const SELECT: &str = "select id, kind, file_name, bytes, state, good_lines_only, as_of, row_count, cursor_row, new_count, \
     changed_count, same_count, leaver_count, leavers_told, fault_count, refused_count, preview, error, error_args, created_by, \
     created_at, applied_at, undone_at, version from import where org_id = ";

/// The import of an id.
pub(super) async fn by_id(on: &impl InOrg, id: ImportId) -> Result<Option<Record>> {
    sql(SELECT).arg(on.org()).push(" and id = ").arg(id).one(on).await
}

/// The latest imports, newest first.
pub(super) async fn latest(on: &impl InOrg, size: i64) -> Result<Vec<Record>> {
    sql(SELECT).arg(on.org()).push(" order by created_at desc, id desc limit ").arg(size).all(on).await
}

/// Writes a new import whose file follows.
pub(super) async fn create(
    tx: &OrgTx,
    kind: FileKind,
    file_name: &str,
    bytes: u64,
    as_of: Day,
    by: Option<PersonId>,
) -> Result<Record> {
    let id: ImportId = tx.clock().id();
    let shown: String = file_name.chars().filter(|c| !c.is_control()).take(200).collect();
    insert(
        "import",
        &[
            "org_id",
            "id",
            "kind",
            "file_name",
            "bytes",
            "state",
            "good_lines_only",
            "as_of",
            "row_count",
            "cursor_row",
            "new_count",
            "changed_count",
            "same_count",
            "leaver_count",
            "leavers_told",
            "fault_count",
            "refused_count",
            "preview",
            "error_args",
            "created_by",
            "created_at",
            "version",
        ],
    )
    .row([
        tx.org().into(),
        id.into(),
        kind.into(),
        shown.into(),
        i64::try_from(bytes).unwrap_or(i64::MAX).into(),
        State::Uploaded.into(),
        false.into(),
        as_of.into(),
        0_i64.into(),
        0_i64.into(),
        0_i64.into(),
        0_i64.into(),
        0_i64.into(),
        0_i64.into(),
        0_i64.into(),
        0_i64.into(),
        0_i64.into(),
        "[]".into(),
        "[]".into(),
        by.into(),
        tx.clock().now().into(),
        1_i64.into(),
    ])
    .run(tx)
    .await?;
    by_id(tx, id).await?.ok_or(relais_store::Error::Rows { what: "import", expected: 1, touched: 0 })
}

/// Writes the record over the row it was read from. False when somebody else took a step since: then nothing is written
/// and the transaction must be given up.
pub(super) async fn step(tx: &OrgTx, record: &mut Record) -> Result<bool> {
    let touched = sql("update import set state = $1, good_lines_only = $2, as_of = $3, row_count = $4, \
         cursor_row = $5, new_count = $6, changed_count = $7, same_count = $8, leaver_count = $9, fault_count = $10, \
         refused_count = $11, preview = $12, error = $13, error_args = $14, applied_at = $15, undone_at = $16, \
         leavers_told = $17, version = version + 1 where org_id = $18 and id = $19 and version = $20")
    .bind(record.state)
    .bind(record.good_lines_only)
    .bind(record.as_of)
    .bind(record.row_count)
    .bind(record.cursor_row)
    .bind(record.new_count)
    .bind(record.changed_count)
    .bind(record.same_count)
    .bind(record.leaver_count)
    .bind(record.fault_count)
    .bind(record.refused_count)
    .bind(record.preview.clone())
    .bind(record.error.clone())
    .bind(record.error_args.clone())
    .bind(record.applied_at)
    .bind(record.undone_at)
    .bind(record.leavers_told)
    .bind(tx.org())
    .bind(record.id)
    .bind(record.version)
    .run(tx)
    .await?;
    record.version += i64::try_from(touched).unwrap_or(0);
    Ok(touched == 1)
}

/// Takes an import that wrote nothing away, with its file. False when it has written something, or is at work.
pub(super) async fn remove(tx: &OrgTx, record: &Record) -> Result<bool> {
    if !record.state.is_open() {
        return Ok(false);
    }
    for table in ["import_fault", "import_chunk", "import_mapping"] {
        sql("delete from ")
            .push(table)
            .push(" where org_id = ")
            .arg(tx.org())
            .push(" and import_id = ")
            .arg(record.id)
            .run(tx)
            .await?;
    }
    let touched = sql("delete from import where org_id = $1 and id = $2 and version = $3")
        .bind(tx.org())
        .bind(record.id)
        .bind(record.version)
        .run(tx)
        .await?;
    Ok(touched == 1)
}
