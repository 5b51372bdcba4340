//! Writing a checked file: a thousand lines a transaction, each with the import's place in the file, so that what was
//! acknowledged is there and nothing is there twice, wherever a process is killed.
//!
//! Each batch is judged again in its own transaction: the world may have changed since the check. What the database
//! itself refuses is narrowed down by halves until one line bears the sentence.

use relais_directory::{assignments, people as directory_people, units as directory_units};
use relais_kernel::{Clock, ImportId, OrgId};
use relais_sheets::Row;
use relais_store::{Db, Error, OrgDb, audit::Actor, sql};
use relais_words::Fault;

use super::{
    check,
    columns::Mapping,
    findings::{self, LineFault},
    jobs,
    judge::Judge,
    leavers, people,
    reading::{BATCH, Reader},
    record::{self, FileKind, Record, State},
    run::{self, Pace, RunError, Stage, Work, next_lines},
    units,
};

/// Why a batch was not written.
#[derive(Debug)]
pub(super) enum Trouble {
    /// A rule refused a line.
    Line(Fault),
    /// The database refused or failed.
    Store(Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

/// How an attempt at a batch ended.
enum Attempt {
    Written,
    /// Some line cannot be written; nothing was.
    Faulty(Vec<LineFault>),
    /// Something in the batch was refused; nothing was written.
    Refused(Fault),
    /// More people would leave than the check had told; nothing was written.
    MoreLeavers,
}

/// Applies an import that was set going; does nothing to one that is elsewhere.
pub(super) async fn run(db: &Db, org: OrgId, id: ImportId, pace: &mut Pace<'_>) -> Result<(), RunError> {
    let Some(mut record) = record::by_id(&db.org(org), id).await?.filter(|r| r.state == State::Applying)
    else {
        return Ok(());
    };
    pace.beat(Stage::Reading, 0, 0).await?;
    let (work, reader) = Work::begin(db, org, &record).await?;
    if record.cursor_row == 0 && record.kind == FileKind::People && work.options.complete {
        if more_than_told(&work, &mut record).await? {
            return check::run(db, org, id, pace).await;
        }
        let faults = close_leavers(&work, &mut record, pace).await?;
        if !faults.is_empty() && !record.good_lines_only {
            return take_back(&work, &mut record, faults, MEANWHILE).await;
        }
        for fault in faults {
            skip(&work.org, &mut record, 0, fault).await?;
        }
    }
    let end = match record.kind {
        FileKind::Units => {
            let judge = units::Judge::new(&work, record.as_of).await?;
            walk(&work, reader, judge, db.clock(), &mut record, pace).await?
        }
        FileKind::People => {
            let judge = people::Judge::new(&work, record.as_of, record.created_by).await?;
            walk(&work, reader, judge, db.clock(), &mut record, pace).await?
        }
    };
    match end {
        End::Written => finish(&work.org, &mut record).await,
        End::Faulty(faults) => take_back(&work, &mut record, faults, MEANWHILE).await,
        End::MoreLeavers => take_back(&work, &mut record, Vec::new(), MORE_LEAVERS).await,
    }
}

const MEANWHILE: &str = "import-fault-meanwhile";
const MORE_LEAVERS: &str = "import-more-leavers-meanwhile";

/// How the walk through the lines ended.
enum End {
    Written,
    /// All or nothing, and these came up.
    Faulty(Vec<LineFault>),
    /// More people leave than the check had told.
    MoreLeavers,
}

/// Asks again, before the first line, whether the file closes more people than its check had told; the directory has
/// changed since. Then the check begins anew, so that somebody sees whom.
async fn more_than_told(work: &Work, record: &mut Record) -> Result<bool, RunError> {
    let tx = work.org.begin().await?;
    let missing = match work.survey.unnumbered {
        true => 0,
        false => leavers::missing(&tx, &work.survey, record.as_of).await?,
    };
    let (count, told) = (record.leaver_count + missing, record.leavers_told);
    if count <= told {
        return Ok(false);
    }
    if record.leaver_count > 0 {
        // Some were closed before a process was killed: they are to be given back.
        tx.rollback().await?;
        return Ok(false);
    }
    run::restart(record, record.as_of);
    record.state = State::Checking;
    let args = [("n", count.to_string()), ("told", told.to_string())];
    record.set_reason("import-more-leavers", &args.map(|(name, value)| (name.to_owned(), value)));
    if !record::step(&tx, record).await? {
        return Err(RunError::Overtaken);
    }
    jobs::watch(&tx, jobs::CHECK, record.id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Closes those whom a complete file no longer names. A fault for each of them who cannot leave.
async fn close_leavers(
    work: &Work,
    record: &mut Record,
    pace: &mut Pace<'_>,
) -> Result<Vec<LineFault>, RunError> {
    let (today, mut last) = (record.as_of, None);
    if work.survey.unnumbered {
        return Ok(vec![LineFault::of(0, &work.mapping, &Fault::of_form("import-leavers-unknown"))]);
    }
    let mut faults = Vec::new();
    let mut size = BATCH;
    loop {
        let tx = work.org.begin_bulk().await?;
        let mut next = record.clone();
        let some = leavers::after(&tx, &work.survey, today, last, size).await?;
        let Some(end) = some.last() else { return Ok(faults) };
        next.leaver_count += i64::try_from(some.len()).unwrap_or(0);
        if !record::step(&tx, &mut next).await? {
            return Err(RunError::Overtaken);
        }
        match leavers::close(&tx, record.id, &some, today).await {
            Ok(()) => {
                tx.commit().await?;
                (last, *record) = (Some(end.id), next);
                pace.beat(Stage::Applying, 0, record.row_count).await?;
            }
            Err(trouble) => {
                tx.rollback().await?;
                let fault = refusal(trouble)?;
                if some.len() > 1 {
                    size = 1;
                    continue;
                }
                last = Some(end.id);
                faults.push(LineFault::of(0, &work.mapping, &fault));
            }
        }
    }
}

/// The walk through the lines: it goes on where the last commit ended.
async fn walk<J: Judge>(
    work: &Work,
    mut reader: Reader,
    mut judge: J,
    clock: &Clock,
    record: &mut Record,
    pace: &mut Pace<'_>,
) -> Result<End, RunError> {
    let (mut skipped, mut batches) = (record.cursor_row, 0_u32);
    loop {
        let rows = next_lines(&mut reader, &mut skipped).await?;
        if rows.is_empty() {
            return Ok(End::Written);
        }
        batches += 1;
        let mut waiting = vec![rows];
        while let Some(mut rows) = waiting.pop() {
            match attempt(work, &mut judge, clock, record, &rows).await? {
                Attempt::Written => {}
                Attempt::Faulty(faults) => return Ok(End::Faulty(faults)),
                Attempt::MoreLeavers => return Ok(End::MoreLeavers),
                Attempt::Refused(_) if rows.len() > 1 => {
                    let rest = rows.split_off(rows.len() / 2);
                    waiting.extend([rest, rows]);
                }
                Attempt::Refused(fault) => {
                    let fault = of_row(&rows, &work.mapping, &fault);
                    if !record.good_lines_only {
                        return Ok(End::Faulty(vec![fault]));
                    }
                    skip(&work.org, record, 1, fault).await?;
                }
            }
            pace.beat(Stage::Applying, record.cursor_row, record.row_count).await?;
        }
        take_stock(&work.org, batches).await?;
    }
}

/// Writes some lines in one transaction, or none of them.
async fn attempt<J: Judge>(
    work: &Work,
    judge: &mut J,
    clock: &Clock,
    record: &mut Record,
    rows: &[Row],
) -> Result<Attempt, RunError> {
    let kept = judge.kept();
    let tx = work.org.begin_bulk().await?;
    let mut next = record.clone();
    next.cursor_row += i64::try_from(rows.len()).unwrap_or(0);
    if !record::step(&tx, &mut next).await? {
        return Err(RunError::Overtaken);
    }
    let (mut plans, mut faults, mut counts) = (Vec::new(), Vec::new(), next.counts());
    for verdict in judge.judge(&tx, clock, rows).await? {
        match verdict {
            Ok(None) => counts.same += 1,
            Ok(Some(plan)) => {
                counts.add(J::difference(&plan));
                plans.push(plan);
            }
            Err(mut found) => faults.append(&mut found),
        }
    }
    if !faults.is_empty() && !record.good_lines_only {
        tx.rollback().await?;
        return Ok(Attempt::Faulty(faults));
    }
    if work.options.complete && record.kind == FileKind::People && counts.leavers > record.leavers_told {
        tx.rollback().await?;
        return Ok(Attempt::MoreLeavers);
    }
    let notices = judge.notices();
    if let Err(trouble) = judge.write(&tx, record.id, plans, record.created_by).await {
        judge.forget(&kept);
        tx.rollback().await?;
        return Ok(Attempt::Refused(refusal(trouble)?));
    }
    findings::write(&tx, record.id, counts.faults, &faults).await?;
    findings::notice(&tx, record.id, &notices).await?;
    counts.faults += i64::try_from(faults.len()).unwrap_or(0);
    next.set_counts(counts);
    record::step(&tx, &mut next).await?;
    tx.commit().await?;
    *record = next;
    Ok(Attempt::Written)
}

/// Tables that grow from nothing to a hundred thousand rows are looked at anew by the database each time that they have
/// quadrupled: plans made for an empty table read the whole of it for each batch.
async fn take_stock(org: &OrgDb, batches: u32) -> Result<(), RunError> {
    if !matches!(batches, 4 | 16 | 64 | 256) {
        return Ok(());
    }
    let tx = org.begin().await?;
    for table in ["unit", "unit_channel", "unit_place", "person", "assignment", "role_grant", "import_change"]
    {
        sql("analyze ").push(table).run(&tx).await?;
    }
    Ok(tx.commit().await?)
}

/// Goes past a line that cannot be written, and says why.
async fn skip(org: &OrgDb, record: &mut Record, lines: i64, fault: LineFault) -> Result<(), RunError> {
    let tx = org.begin().await?;
    let mut next = record.clone();
    findings::write(&tx, record.id, next.fault_count, &[fault]).await?;
    next.fault_count += 1;
    next.cursor_row += lines;
    if !record::step(&tx, &mut next).await? {
        return Err(RunError::Overtaken);
    }
    tx.commit().await?;
    *record = next;
    Ok(())
}

/// All or nothing, and something came up half-way: what was written is to be taken back.
async fn take_back(
    work: &Work,
    record: &mut Record,
    faults: Vec<LineFault>,
    why: &'static str,
) -> Result<(), RunError> {
    let tx = work.org.begin().await?;
    findings::write(&tx, record.id, record.fault_count, &faults).await?;
    record.fault_count += i64::try_from(faults.len()).unwrap_or(0);
    record.state = State::Undoing;
    record.set_reason(why, &[]);
    if !record::step(&tx, record).await? {
        return Err(RunError::Overtaken);
    }
    jobs::watch(&tx, jobs::UNDO, record.id).await?;
    Ok(tx.commit().await?)
}

async fn finish(org: &OrgDb, record: &mut Record) -> Result<(), RunError> {
    let tx = org.begin().await?;
    record.state = State::Applied;
    record.applied_at = Some(tx.clock().now());
    let actor = Actor { account: None, person: record.created_by };
    run::note(&tx, actor, "network.imports.applied", record).await?;
    if !record::step(&tx, record).await? {
        return Err(RunError::Overtaken);
    }
    Ok(tx.commit().await?)
}

/// The sentence for what refused a batch; what is no refusal stops the run.
fn refusal(trouble: Trouble) -> Result<Fault, RunError> {
    match trouble {
        Trouble::Line(fault) => Ok(fault),
        Trouble::Store(error) => {
            let Some(rule) = error.violation() else { return Err(error.into()) };
            let known = directory_people::refusal(rule)
                .or_else(|| assignments::refusal(rule))
                .or_else(|| directory_units::refusal(rule));
            Ok(known.unwrap_or_else(|| {
                tracing::warn!(rule, "a rule of the database refused a line of a file");
                Fault::of_form("import-rule")
            }))
        }
    }
}

fn of_row(rows: &[Row], mapping: &Mapping, fault: &Fault) -> LineFault {
    let line = rows.first().map_or(0, |row| i64::try_from(row.line).unwrap_or(i64::MAX));
    LineFault::of(line, mapping, fault)
}
