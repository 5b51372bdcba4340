//! Reading a table without holding up the runtime: a thousand rows at a time, on a thread for blocking work.

use std::fs::File;

use relais_sheets::{Row, Sheet, SheetError, open};

use super::file::limits;

/// Lines of one transaction.
pub(super) const BATCH: usize = 1000;

/// An open table.
pub(super) struct Reader {
    sheet: Option<Sheet>,
}

impl Reader {
    /// Opens a file; `sheet` names one of a workbook's, the first when empty.
    pub(super) async fn open(file: &File, sheet: &str) -> Result<Self, SheetError> {
        let file = file.try_clone().map_err(read)?;
        let sheet = sheet.to_owned();
        let opened = blocking(move || opened(file, &sheet)).await?;
        Ok(Self { sheet: Some(opened) })
    }

    /// The next rows; none at the end.
    pub(super) async fn batch(&mut self) -> Result<Vec<Row>, SheetError> {
        let Some(mut sheet) = self.sheet.take() else { return Ok(Vec::new()) };
        let (sheet, rows) = blocking(move || {
            let rows = sheet.by_ref().take(BATCH).collect::<Result<Vec<_>, _>>()?;
            Ok((sheet, rows))
        })
        .await?;
        self.sheet = Some(sheet);
        Ok(rows)
    }

    /// The cells of the header.
    pub(super) fn width(&self) -> usize {
        self.sheet.as_ref().map_or(0, |sheet| sheet.header().len())
    }
}

/// Opens a file for reading on this thread.
pub(super) fn opened(file: File, sheet: &str) -> Result<Sheet, SheetError> {
    let opened = open(file, limits())?;
    if sheet.is_empty() || opened.sheet_name() == Some(sheet) { Ok(opened) } else { opened.choose(sheet) }
}

/// Runs work that reads a disk or inflates an archive.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SheetError> + Send + 'static,
) -> Result<T, SheetError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(SheetError::Read { detail: error.to_string() }),
    }
}

fn read(error: std::io::Error) -> SheetError {
    SheetError::Read { detail: error.to_string() }
}
