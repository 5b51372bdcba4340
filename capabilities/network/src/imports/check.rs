//! The check, or dry run: reads a whole file and tells what it would do. It writes nothing but its own findings.

use relais_kernel::{Clock, ImportId, OrgId};
use relais_store::{Db, OrgDb};

use super::{
    findings::{self, Difference, LineFault, MOST_DIFFERENCES},
    judge::Judge,
    leavers, people,
    reading::{BATCH, Reader},
    record::{self, Counts, FileKind, Record, State},
    run::{Pace, RunError, Stage, Work, next_lines},
    sentences::refusal_of,
    units,
};

/// Checks an import that was set going; does nothing to one that is elsewhere.
pub(super) async fn run(db: &Db, org: OrgId, id: ImportId, pace: &mut Pace<'_>) -> Result<(), RunError> {
    let orgdb = db.org(org);
    let Some(mut record) = record::by_id(&orgdb, id).await?.filter(|r| r.state == State::Checking) else {
        return Ok(());
    };
    pace.beat(Stage::Reading, 0, 0).await?;
    match read(db, org, &mut record, pace).await {
        Err(RunError::File(error)) => {
            let (code, args) = refusal_of(&error);
            refuse(&orgdb, &mut record, &code, &args).await
        }
        other => other,
    }
}

async fn read(db: &Db, org: OrgId, record: &mut Record, pace: &mut Pace<'_>) -> Result<(), RunError> {
    let (work, reader) = Work::begin(db, org, record).await?;
    if work.survey.rows == 0 {
        return refuse(&work.org, record, "import-file-empty", &[]).await;
    }
    let mut report = Report::default();
    if record.kind == FileKind::People
        && work.options.complete
        && !who_leaves(&work, record, &mut report).await?
    {
        return Ok(());
    }
    record.row_count = work.survey.rows;
    record.cursor_row = 0;
    let first = std::mem::take(&mut report.faults);
    let tx = work.org.begin().await?;
    findings::clear(&tx, record.id).await?;
    findings::write(&tx, record.id, 0, &first).await?;
    record.set_counts(report.counts);
    keep(tx, record).await?;
    let judged = match record.kind {
        FileKind::Units => {
            let judge = units::Judge::new(&work, record.as_of).await?;
            walk(&work, reader, judge, db.clock(), record, &mut report, pace).await
        }
        FileKind::People => {
            let judge = people::Judge::new(&work, record.as_of, record.created_by).await?;
            walk(&work, reader, judge, db.clock(), record, &mut report, pace).await
        }
    };
    judged?;
    if work.options.complete && record.kind == FileKind::People && too_many(&work, record, &report).await? {
        return Ok(());
    }
    end(&work.org, record, report).await
}

/// What was found so far.
#[derive(Default)]
struct Report {
    counts: Counts,
    faults: Vec<LineFault>,
    differences: Vec<Difference>,
}

impl Report {
    fn difference(&mut self, difference: &Difference) {
        self.counts.add(difference);
        if self.differences.len() < MOST_DIFFERENCES {
            self.differences.push(difference.clone());
        }
    }

    fn fault(&mut self, mut faults: Vec<LineFault>) {
        self.counts.faults += i64::try_from(faults.len()).unwrap_or(0);
        self.faults.append(&mut faults);
    }
}

/// Finds who left according to a complete file. False when that stops the whole file.
async fn who_leaves(work: &Work, record: &mut Record, report: &mut Report) -> Result<bool, RunError> {
    let today = record.as_of;
    if work.survey.unnumbered {
        report.fault(vec![whole_file(work, "import-leavers-unknown")]);
        return Ok(true);
    }
    let (mut last, mut count) = (None, 0_i64);
    loop {
        let some = leavers::after(&work.org, &work.survey, today, last, BATCH).await?;
        let Some(end) = some.last() else { break };
        last = Some(end.id);
        count += i64::try_from(some.len()).unwrap_or(0);
        // Half of what is shown, so that the file's own lines have their place.
        let room = (MOST_DIFFERENCES / 2).saturating_sub(report.differences.len());
        report.differences.extend(some.iter().take(room).map(|leaver| leaver.difference(today.plus(-1))));
    }
    report.counts.leavers = count;
    if too_many(work, record, report).await? {
        return Ok(false);
    }
    if leavers::without_admin(&work.org, &work.survey, today).await? {
        report.fault(vec![whole_file(work, "import-without-admin")]);
    }
    Ok(true)
}

/// Stops the whole file when more people would leave than the share allows.
async fn too_many(work: &Work, record: &mut Record, report: &Report) -> Result<bool, RunError> {
    let count = report.counts.leavers;
    let (active, percent) = (leavers::active(&work.org, record.as_of).await?, work.options.most_leavers);
    if !leavers::too_many(count, active, percent) {
        return Ok(false);
    }
    let args = [("n", count.to_string()), ("active", active.to_string()), ("percent", percent.to_string())];
    let args = args.map(|(name, value)| (name.to_owned(), value));
    refuse(&work.org, record, "import-too-many-leavers", &args).await?;
    Ok(true)
}

fn whole_file(work: &Work, key: &'static str) -> LineFault {
    LineFault::of(0, &work.mapping, &relais_words::Fault::of_form(key))
}

/// The walk through the lines.
async fn walk<J: Judge>(
    work: &Work,
    mut reader: Reader,
    mut judge: J,
    clock: &Clock,
    record: &mut Record,
    report: &mut Report,
    pace: &mut Pace<'_>,
) -> Result<(), RunError> {
    let (org, mut skip) = (&work.org, 0);
    loop {
        let rows = next_lines(&mut reader, &mut skip).await?;
        if rows.is_empty() {
            return Ok(());
        }
        for verdict in judge.judge(org, clock, &rows).await? {
            match verdict {
                Ok(None) => report.counts.same += 1,
                Ok(Some(plan)) => report.difference(J::difference(&plan)),
                Err(faults) => report.fault(faults),
            }
        }
        let tx = org.begin().await?;
        let faults = std::mem::take(&mut report.faults);
        findings::write(&tx, record.id, record.counts().faults, &faults).await?;
        findings::notice(&tx, record.id, &judge.notices()).await?;
        record.set_counts(report.counts);
        record.cursor_row += i64::try_from(rows.len()).unwrap_or(0);
        keep(tx, record).await?;
        pace.beat(Stage::Checking, record.cursor_row, record.row_count).await?;
    }
}

async fn end(org: &OrgDb, record: &mut Record, report: Report) -> Result<(), RunError> {
    record.state = State::Checked;
    record.leavers_told = report.counts.leavers;
    record.preview = record::as_json(&report.differences);
    keep(org.begin().await?, record).await
}

/// Stops the file as a whole, with the reason.
async fn refuse(
    org: &OrgDb,
    record: &mut Record,
    code: &str,
    args: &[(String, String)],
) -> Result<(), RunError> {
    record.state = State::Refused;
    record.set_counts(Counts::default());
    record.set_reason(code, args);
    keep(org.begin().await?, record).await
}

async fn keep(tx: relais_store::OrgTx, record: &mut Record) -> Result<(), RunError> {
    if !record::step(&tx, record).await? {
        return Err(RunError::Overtaken);
    }
    Ok(tx.commit().await?)
}
