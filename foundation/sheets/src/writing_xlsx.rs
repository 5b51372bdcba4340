//! Writes an XLSX workbook of one sheet, row by row: rows go to a temporary file, and memory does not
//! grow with them.

use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

use crate::cell::Cell;
use crate::error::SheetError;
use crate::formula::looks_like_formula;

/// The ceilings of a spreadsheet (Excel's specifications and limits).
const MAX_ROWS: u32 = 1_048_576;
const MAX_COLUMNS: usize = 16_384;
const MAX_CHARS: usize = 32_767;
/// Beyond this a spreadsheet, which counts in doubles, loses digits.
const EXACT: u64 = 1 << 53;

/// Writes rows of cells as a workbook.
///
/// Nothing is ever written as a formula. A text that looks like one also gets the "quote prefix"
/// format, without which it would become one when somebody edits the cell.
pub struct XlsxWriter {
    workbook: Workbook,
    next_row: u32,
    heading: Format,
    day: Format,
    quoted: Format,
}

impl XlsxWriter {
    /// Begins a workbook whose only sheet has this name (at most 31 characters, none of `[]:*?/\`).
    /// The first row is a heading: bold, and in view while scrolling.
    pub fn new(sheet_name: &str) -> Result<Self, SheetError> {
        let mut workbook = Workbook::new();
        // The library would read the clock; a fixed day keeps equal exports equal.
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(SheetError::write)?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(SheetError::write)?;
        sheet.set_name(sheet_name).map_err(SheetError::write)?;
        sheet.set_freeze_panes(1, 0).map_err(SheetError::write)?;
        Ok(Self {
            workbook,
            next_row: 0,
            heading: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            quoted: Format::new().set_quote_prefix(),
        })
    }

    /// Writes one row, the header first.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), SheetError> {
        let row = self.next_row;
        let line = u64::from(row) + 1;
        if row == MAX_ROWS {
            return Err(SheetError::TooManyRows { line, limit: u64::from(MAX_ROWS) });
        }
        if cells.len() > MAX_COLUMNS {
            return Err(SheetError::TooManyColumns { line, limit: MAX_COLUMNS });
        }
        let heading = (row == 0).then_some(&self.heading);
        let sheet = self.workbook.worksheet_from_index(0).map_err(SheetError::write)?;
        for (place, cell) in cells.iter().enumerate() {
            let column = u16::try_from(place).map_err(SheetError::write)?;
            let mut text = |text: &str| {
                // Counted in UTF-16, as spreadsheets count.
                if text.len() > MAX_CHARS && text.encode_utf16().count() > MAX_CHARS {
                    return Err(SheetError::CellTooLong { line, column: place, limit: MAX_CHARS });
                }
                let format = if looks_like_formula(text) { Some(&self.quoted) } else { heading };
                let written = match format {
                    Some(format) => sheet.write_string_with_format(row, column, text, format),
                    None => sheet.write_string(row, column, text),
                };
                written.map(|_| ()).map_err(SheetError::write)
            };
            match cell {
                Cell::Text(value) => text(value)?,
                Cell::Int(number) if number.unsigned_abs() > EXACT => text(&number.to_string())?,
                #[expect(clippy::cast_precision_loss, reason = "the arm above keeps what would lose digits")]
                Cell::Int(number) => {
                    sheet.write_number(row, column, *number as f64).map_err(SheetError::write)?;
                }
                Cell::Float(number) if number.is_finite() => {
                    sheet.write_number(row, column, *number).map_err(SheetError::write)?;
                }
                Cell::Day(year, month, day) => match ExcelDateTime::from_ymd(*year, *month, *day) {
                    Ok(date) if *year > 1900 => {
                        sheet
                            .write_datetime_with_format(row, column, &date, &self.day)
                            .map_err(SheetError::write)?;
                    }
                    // A spreadsheet has no day before 1900, and counts those of early 1900 wrongly.
                    _ => text(&format!("{year:04}-{month:02}-{day:02}"))?,
                },
                Cell::Float(_) | Cell::Empty => {}
            }
        }
        self.next_row += 1;
        Ok(())
    }

    /// Writes the file.
    pub fn finish(mut self, output: impl Write + Send) -> Result<(), SheetError> {
        self.workbook.save_to_writer(output).map_err(SheetError::write)
    }
}
