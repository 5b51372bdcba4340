//! The crate seen from outside: files in, rows out, and back.

mod csv_files;
mod dangerous_files;
mod properties;
mod workbook;
mod workbooks;

use std::io::Cursor;

use relais_sheets::{Limits, Row, Sheet, SheetError, open};

/// Opens bytes with the default limits.
fn opened(bytes: impl AsRef<[u8]>) -> Result<Sheet, SheetError> {
    open(Cursor::new(bytes.as_ref().to_vec()), Limits::default())
}

/// All the rows, or the first error.
fn rows(bytes: impl AsRef<[u8]>) -> Result<Vec<Row>, SheetError> {
    opened(bytes)?.collect()
}

/// All the cells after the header.
fn cells(bytes: impl AsRef<[u8]>) -> Vec<Vec<String>> {
    rows(bytes).expect("a readable table").into_iter().map(|row| row.cells).collect()
}
