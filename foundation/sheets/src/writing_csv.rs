//! Writes CSV as spreadsheets expect it: UTF-8 with its mark (without which Excel takes it for
//! Windows-1252), CRLF line endings, one line at a time.

use std::io::Write;

use crate::cell::Cell;
use crate::error::SheetError;
use crate::formula::neutralised;

/// What stands between cells, and with it how decimals are written, since a spreadsheet that
/// expects one expects the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// `;` and decimal comma: spreadsheets in French, and in most of Europe.
    #[default]
    Semicolon,
    /// `,` and decimal point: spreadsheets in English, and programs.
    Comma,
}

/// Writes rows of cells as text.
///
/// ```
/// use relais_sheets::{Cell, CsvWriter, Separator};
/// let mut writer = CsvWriter::new(Vec::new(), Separator::Semicolon).unwrap();
/// writer.row(&[Cell::from("=1+1"), Cell::Float(2.5), Cell::Day(2026, 3, 9)]).unwrap();
/// assert_eq!(writer.finish().unwrap(), "\u{feff}'=1+1;2,5;2026-03-09\r\n".as_bytes());
/// ```
pub struct CsvWriter<W: Write> {
    writer: csv::Writer<W>,
    separator: Separator,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a file; the mark is written at once.
    pub fn new(mut output: W, separator: Separator) -> Result<Self, SheetError> {
        output.write_all("\u{feff}".as_bytes()).map_err(SheetError::write)?;
        let writer = csv::WriterBuilder::new()
            .delimiter(match separator {
                Separator::Semicolon => b';',
                Separator::Comma => b',',
            })
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(output);
        Ok(Self { writer, separator })
    }

    /// Writes one row, the header first.
    pub fn row(&mut self, cells: &[Cell]) -> Result<(), SheetError> {
        for cell in cells {
            let result = match cell {
                Cell::Text(text) => self.writer.write_field(neutralised(text).as_bytes()),
                Cell::Int(number) => self.writer.write_field(number.to_string()),
                Cell::Float(number) if number.is_finite() => {
                    let text = number.to_string();
                    self.writer.write_field(match self.separator {
                        Separator::Semicolon => text.replace('.', ","),
                        Separator::Comma => text,
                    })
                }
                Cell::Day(year, month, day) => {
                    self.writer.write_field(format!("{year:04}-{month:02}-{day:02}"))
                }
                Cell::Float(_) | Cell::Empty => self.writer.write_field(""),
            };
            result.map_err(SheetError::write)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(SheetError::write)
    }

    /// Writes what is left and gives the output back.
    pub fn finish(self) -> Result<W, SheetError> {
        self.writer.into_inner().map_err(|error| SheetError::write(error.error()))
    }
}
