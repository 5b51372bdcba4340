//! The faults of a file, as a file to work through.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use relais_kernel::{ImportId, Locale};
use relais_sheets::{Cell, CsvWriter, Separator, SheetError};
use relais_web::{Can, Cx, Failure, Outcome};
use relais_words::Words;

use super::found;
use crate::{
    Import,
    imports::{
        findings::{self, LineFault, MOST_FAULTS},
        sentences::fault_sentence,
    },
};

pub(crate) async fn download(cx: Cx, _: Can<Import>, Path(id): Path<ImportId>) -> Outcome<Response> {
    let import = found(&cx.db(), id).await?;
    let mut faults = findings::first(&cx.db(), import.id, MOST_FAULTS).await?;
    faults.extend(findings::notices(&cx.db(), import.id, MOST_FAULTS).await?);
    let bytes = written(&cx.w, &faults).map_err(|error| Failure::Broken(error.to_string()))?;
    let name = cx.w.t("import-faults-file").to_string();
    Ok(attachment(&format!("{name}.csv"), "text/csv; charset=utf-8", bytes))
}

fn written(w: &Words, faults: &[LineFault]) -> Result<Vec<u8>, SheetError> {
    let mut writer = CsvWriter::new(Vec::new(), separator(w))?;
    let header = ["import-fault-line", "import-fault-column", "import-fault-what"];
    writer.row(&header.map(|key| Cell::from(w.t(key).to_string())))?;
    for fault in faults {
        let line = if fault.line == 0 { Cell::Empty } else { Cell::Int(fault.line) };
        writer.row(&[line, Cell::from(fault.column.as_str()), Cell::from(fault_sentence(w, fault))])?;
    }
    writer.finish()
}

/// What spreadsheets of a language expect.
pub(super) fn separator(w: &Words) -> Separator {
    match w.locale() {
        Locale::Fr => Separator::Semicolon,
        Locale::En => Separator::Comma,
    }
}

/// A file to keep, of a name without odd characters.
pub(super) fn attachment(name: &str, kind: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}
