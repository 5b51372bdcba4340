//! Sample files: the columns by the names that an import recognises, and two lines to write over.

use axum::{extract::Path, response::Response};
use relais_kernel::Day;
use relais_sheets::{Cell, CsvWriter, SheetError, XlsxWriter};
use relais_web::{Can, Cx, Failure, Outcome};
use relais_words::Words;

use super::{
    column_name,
    faults::{attachment, separator},
};
use crate::{
    Import,
    imports::{columns, record::FileKind},
};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub(crate) async fn download(cx: Cx, _: Can<Import>, Path(name): Path<String>) -> Outcome<Response> {
    let (kind, ending) = name.split_once('.').ok_or(Failure::NotFound)?;
    let kind: FileKind = kind.parse().map_err(|_| Failure::NotFound)?;
    let rows = rows(&cx.w, kind, cx.today());
    let broken = |error: SheetError| Failure::Broken(error.to_string());
    match ending {
        "csv" => Ok(attachment(&name, "text/csv; charset=utf-8", csv(&cx.w, &rows).map_err(broken)?)),
        "xlsx" => Ok(attachment(&name, XLSX, xlsx(&super::kind_name(&cx.w, kind), &rows).map_err(broken)?)),
        _ => Err(Failure::NotFound),
    }
}

/// The header and two lines, in the viewer's language.
pub(super) fn rows(w: &Words, kind: FileKind, today: Day) -> Vec<Vec<Cell>> {
    let header = columns::of(kind).iter().map(|column| Cell::from(column_name(w, column.code))).collect();
    let examples = match kind {
        FileKind::Units => vec!["import-blank-unit-1", "import-blank-unit-2"],
        FileKind::People => vec!["import-blank-person-1", "import-blank-person-2"],
    };
    let line = |key: &str| {
        let text = w.t(key).with("day", today.to_string()).to_string();
        let cells: Vec<Cell> = text.split('|').map(|cell| Cell::from(cell.trim())).collect();
        cells
    };
    std::iter::once(header).chain(examples.into_iter().map(line)).collect()
}

fn csv(w: &Words, rows: &[Vec<Cell>]) -> Result<Vec<u8>, SheetError> {
    let mut writer = CsvWriter::new(Vec::new(), separator(w))?;
    rows.iter().try_for_each(|row| writer.row(row))?;
    writer.finish()
}

fn xlsx(sheet: &str, rows: &[Vec<Cell>]) -> Result<Vec<u8>, SheetError> {
    let mut writer = XlsxWriter::new(sheet)?;
    rows.iter().try_for_each(|row| writer.row(row))?;
    let mut bytes = Vec::new();
    writer.finish(&mut bytes)?;
    Ok(bytes)
}
