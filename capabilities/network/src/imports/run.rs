//! An import from beginning to end: what pages start and jobs carry on, and the whole in one go for the command line.

use std::fs::File;

use relais_directory::organisations;
use relais_kernel::{Day, ImportId, OrgId};
use relais_sheets::{Row, SheetError};
use relais_store::{
    Db, Error, InOrg, OrgDb, OrgTx,
    audit::{self, Act, Actor},
    jobs::Job,
};

use super::{
    apply, check,
    columns::{self, Mapping, Options},
    file, findings,
    findings::LineFault,
    jobs,
    people::present,
    reading::{Reader, blocking, opened},
    record::{self, Counts, FileKind, Record, State},
    survey::Survey,
    undo,
};

/// Why a run stopped half-way.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] SheetError),
    /// Somebody else works on this import.
    #[error("the import was taken over")]
    Overtaken,
    /// Another import of this kind writes: nothing of this one was written.
    #[error("another import of the same kind is at work; nothing was written: try again when it is done")]
    Busy,
}

/// What a run is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Counting lines.
    Reading,
    /// Comparing lines; nothing is written.
    Checking,
    /// Writing.
    Applying,
    /// Taking back.
    Undoing,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is doing.
    pub stage: Stage,
    /// Lines done.
    pub done: i64,
    /// Of so many; 0 while they are counted.
    pub all: i64,
}

/// Who carries an import on.
#[derive(Clone, Copy)]
pub(super) enum By<'a> {
    /// A job, under its lease.
    Job(&'a Job),
    /// A command, which a job follows up should it be killed.
    Command(&'a Db, OrgId, ImportId),
}

/// Between two transactions: tells how far, and that somebody is at work.
pub(super) struct Pace<'a> {
    pub(super) by: By<'a>,
    pub(super) tell: &'a mut (dyn FnMut(Step) + Send),
}

impl Pace<'_> {
    pub(super) async fn beat(&mut self, stage: Stage, done: i64, all: i64) -> Result<(), RunError> {
        (self.tell)(Step { stage, done, all });
        match self.by {
            By::Job(job) => job.still_ours().await.map_err(|_| RunError::Overtaken),
            By::Command(db, org, import) => Ok(jobs::put_off(db, org, import).await?),
        }
    }
}

/// What check and apply need at hand.
pub(super) struct Work {
    pub(super) org: OrgDb,
    pub(super) mapping: Mapping,
    pub(super) options: Options,
    pub(super) survey: Survey,
    pub(super) width: usize,
}

impl Work {
    /// Fetches the file, reads it a first time, and opens it for the second.
    pub(super) async fn begin(db: &Db, org: OrgId, record: &Record) -> Result<(Self, Reader), RunError> {
        let org = db.org(org);
        let corrupt = |what: &str| Error::Corrupt { table: "import", what: what.to_owned() };
        let file = file::load(&org, record.id).await?.ok_or_else(|| corrupt("the file is gone"))?;
        let (mapping, options) =
            columns::load(&org, record.id).await?.ok_or_else(|| corrupt("no mapping"))?;
        let managers = match record.kind {
            FileKind::People => present(&org, record.as_of).await?,
            FileKind::Units => Default::default(),
        };
        let survey = Survey::take(&file, record.kind, &mapping, &managers, record.as_of).await?;
        let reader = Reader::open(&file, &mapping.sheet).await?;
        let width = reader.width();
        Ok((Self { org, mapping, options, survey, width }, reader))
    }
}

/// The next lines of a table, after so many.
pub(super) async fn next_lines(reader: &mut Reader, skip: &mut i64) -> Result<Vec<Row>, RunError> {
    loop {
        let mut rows = reader.batch().await?;
        let passed = usize::try_from(*skip).unwrap_or(0).min(rows.len());
        *skip -= i64::try_from(passed).unwrap_or(0);
        if passed == rows.len() && passed > 0 {
            continue;
        }
        return Ok(rows.split_off(passed));
    }
}

/// The day it is in an organisation.
pub(super) async fn today(on: &impl InOrg, now: relais_kernel::Instant) -> Result<Day, Error> {
    let organisation = organisations::by_id(on, on.org()).await?;
    Ok(organisation.map_or_else(|| now.day(&jiff::tz::TimeZone::UTC), |found| found.today(now)))
}

/// Stores a file as a new import.
pub(super) async fn receive(
    tx: &OrgTx,
    kind: FileKind,
    name: &str,
    content: &File,
    today: Day,
    actor: Actor,
) -> Result<Record, Error> {
    let bytes = content.metadata()?.len();
    let record = record::create(tx, kind, name, bytes, today, actor.person).await?;
    file::store(tx, record.id, content).await?;
    note(tx, actor, "network.imports.upload", &record).await?;
    Ok(record)
}

/// Sets the check going. False when somebody else took a step since the record was read, or it is past that.
pub(super) async fn begin_check(
    tx: &OrgTx,
    record: &mut Record,
    (mapping, options): (&Mapping, &Options),
    today: Day,
) -> Result<bool, Error> {
    if !record.state.is_open() {
        return Ok(false);
    }
    columns::store(tx, record.id, mapping, options).await?;
    findings::clear(tx, record.id).await?;
    record.state = State::Checking;
    restart(record, today);
    record::step(tx, record).await
}

/// Sets the writing going, or going on after a failure.
pub(super) async fn begin_apply(
    tx: &OrgTx,
    record: &mut Record,
    good_lines_only: bool,
    today: Day,
    actor: Actor,
) -> Result<bool, Error> {
    match record.state {
        State::Checked if record.fault_count == 0 || good_lines_only => {
            findings::clear(tx, record.id).await?;
            record.good_lines_only = good_lines_only;
            restart(record, today);
        }
        State::Failed => record.error = None,
        _ => return Ok(false),
    }
    record.state = State::Applying;
    note(tx, actor, "network.imports.apply", record).await?;
    record::step(tx, record).await
}

/// Sets the undoing going.
pub(super) async fn begin_undo(tx: &OrgTx, record: &mut Record, actor: Actor) -> Result<bool, Error> {
    if !record.may_be_undone(tx.clock().now()) {
        return Ok(false);
    }
    record.state = State::Undoing;
    record.error = None;
    note(tx, actor, "network.imports.undo", record).await?;
    record::step(tx, record).await
}

pub(super) fn restart(record: &mut Record, today: Day) {
    record.as_of = today;
    record.cursor_row = 0;
    record.set_counts(Counts::default());
    record.error = None;
    "[]".clone_into(&mut record.error_args);
}

/// Writes an act down: codes and counts, never a name.
pub(super) async fn note(
    tx: &OrgTx,
    actor: Actor,
    action: &'static str,
    record: &Record,
) -> Result<(), Error> {
    let Counts { new, changed, leavers, faults, .. } = record.counts();
    let detail =
        format!("kind={} new={new} changed={changed} leavers={leavers} faults={faults}", record.kind);
    let act = Act { actor, action, subject: "import", id: Some(record.id.0), detail: &detail };
    audit::write(tx, Some(tx.org()), act).await
}

/// How a file is run from the command line.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Lines with a fault are left out, the others written.
    pub good_lines_only: bool,
    /// Nothing is written.
    pub dry_run: bool,
    /// The rest; the choices of the last file of this kind when none are given.
    pub options: Option<Options>,
    /// The sheet of a workbook; the first when empty.
    pub sheet: String,
}

/// How a run ended.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The import, as pages show it.
    pub record: Record,
    /// The first faults.
    pub faults: Vec<LineFault>,
    /// What a person has to decide; it stopped nothing.
    pub notices: Vec<LineFault>,
}

impl Outcome {
    /// Whether all went as asked: the file is written, or would be.
    pub fn is_good(&self) -> bool {
        match self.record.state {
            State::Applied => self.record.good_lines_only || self.record.fault_count == 0,
            State::Checked => self.record.fault_count == 0 && self.record.error.is_none(),
            _ => false,
        }
    }
}

/// Runs a file from reading to writing, as the nightly file of people does (OPS-06). The columns are those of the last
/// file of this kind, or guessed. What is refused is in the outcome; a job waits in case this process is killed.
pub async fn run_file(
    db: &Db,
    org: OrgId,
    actor: Actor,
    kind: FileKind,
    (name, content): (&str, &File),
    settings: &Settings,
    tell: &mut (dyn FnMut(Step) + Send),
) -> Result<Outcome, RunError> {
    let orgdb = db.org(org);
    let day = today(&orgdb, db.clock().now()).await?;
    let length = content.metadata().map_err(Error::from)?.len();
    if length > file::MOST_BYTES {
        return Err(SheetError::FileTooLarge { bytes: length, limit: file::MOST_BYTES }.into());
    }
    let (copy, sheet) = (content.try_clone().map_err(Error::from)?, settings.sheet.clone());
    let header = blocking(move || opened(copy, &sheet).map(|sheet| sheet.header().to_vec())).await?;
    let remembered = columns::remembered(&orgdb, kind).await?;
    let (known, usual) = remembered.map_or((None, None), |(mapping, options)| (Some(mapping), Some(options)));
    let mapping = Mapping::guessed(kind, &header, &settings.sheet, known.as_ref());
    let options = settings.options.clone().or(usual).unwrap_or_default();
    let faults: Vec<LineFault> =
        mapping.faults(kind).0.iter().map(|fault| LineFault::of(0, &mapping, fault)).collect();

    let tx = orgdb.begin().await?;
    let mut record = receive(&tx, kind, name, content, day, actor).await?;
    if !faults.is_empty() {
        record.set_reason("import-columns-missing", &[]);
        record.state = State::Refused;
        record.fault_count = i64::try_from(faults.len()).unwrap_or(0);
        findings::write(&tx, record.id, 0, &faults).await?;
        record::step(&tx, &mut record).await?;
        tx.commit().await?;
        return Ok(Outcome { record, faults, notices: Vec::new() });
    }
    begin_check(&tx, &mut record, (&mapping, &options), day).await?;
    let id = record.id;
    jobs::watch(&tx, jobs::CHECK, id).await?;
    tx.commit().await?;
    check::run(db, org, id, &mut Pace { by: By::Command(db, org, id), tell }).await?;

    let mut record = reread(&orgdb, id).await?;
    let goes_on = !settings.dry_run && record.state == State::Checked;
    if goes_on && (record.fault_count == 0 || settings.good_lines_only) {
        let tx = orgdb.begin().await?;
        match begin_apply(&tx, &mut record, settings.good_lines_only, day, actor).await {
            Ok(true) => {}
            Ok(false) => return Err(RunError::Overtaken),
            Err(error) if error.violation() == Some("unique_import__kind") => return Err(RunError::Busy),
            Err(error) => return Err(error.into()),
        }
        jobs::watch(&tx, jobs::APPLY, id).await?;
        tx.commit().await?;
        apply::run(db, org, id, &mut Pace { by: By::Command(db, org, id), tell }).await?;
        undo::run(db, org, id, &mut Pace { by: By::Command(db, org, id), tell }).await?;
        record = reread(&orgdb, id).await?;
    }
    let faults = findings::first(&orgdb, id, findings::MOST_FAULTS).await?;
    let notices = findings::notices(&orgdb, id, findings::MOST_FAULTS).await?;
    Ok(Outcome { record, faults, notices })
}

async fn reread(on: &OrgDb, id: ImportId) -> Result<Record, Error> {
    record::by_id(on, id).await?.ok_or(Error::Rows { what: "import", expected: 1, touched: 0 })
}
