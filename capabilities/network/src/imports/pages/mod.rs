//! Pages of imports: choose a file, name its columns, look at what it would do, let it be done, take it back.

pub(crate) mod act;
pub(crate) mod blanks;
pub(crate) mod done;
pub(crate) mod faults;
mod groups;
pub(crate) mod list;
pub(crate) mod mapping;
pub(crate) mod show;
pub(crate) mod upload;

use relais_kernel::ImportId;
use relais_store::OrgDb;
use relais_web::{Failure, Sample, components::Steps};
use relais_words::Words;

use super::record::{self, FileKind, Record, State};

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), upload::samples(w), mapping::samples(w), show::samples(w), done::samples(w)].concat()
}

/// The import of an address; another organisation's does not exist.
async fn found(db: &OrgDb, id: ImportId) -> Result<Record, Failure> {
    record::by_id(db, id).await?.ok_or(Failure::NotFound)
}

/// Where an import stands among its four steps.
fn steps(w: &Words, current: usize) -> Steps {
    Steps::new(
        w,
        [
            w.t("import-step-file"),
            w.t("import-step-columns"),
            w.t("import-step-check"),
            w.t("import-step-write"),
        ],
        current,
    )
}

fn kind_name(w: &Words, kind: FileKind) -> String {
    w.t(&format!("import-kind-{kind}")).to_string()
}

fn state_name(w: &Words, state: State) -> String {
    w.t(&format!("import-state-{state}")).to_string()
}

/// What the page calls a column.
fn column_name(w: &Words, code: &str) -> String {
    w.t(&format!("import-column-{}", code.replace('_', "-"))).to_string()
}

/// An import for samples.
fn sample(kind: FileKind, state: State) -> Record {
    let clock = relais_kernel::Clock::system();
    Record {
        id: clock.id(),
        kind,
        file_name: "personnes-novembre.csv".into(),
        bytes: 18_400,
        state,
        good_lines_only: false,
        as_of: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21)),
        row_count: 120,
        cursor_row: 42,
        new_count: 3,
        changed_count: 2,
        same_count: 112,
        leaver_count: 1,
        leavers_told: 1,
        fault_count: 3,
        refused_count: 0,
        preview: "[]".into(),
        error: None,
        error_args: "[]".into(),
        created_by: None,
        created_at: relais_kernel::Instant(1_795_267_200_000_000),
        applied_at: Some(relais_kernel::Instant(1_795_267_260_000_000)),
        undone_at: None,
        version: 1,
    }
}
