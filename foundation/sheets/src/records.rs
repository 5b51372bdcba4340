//! Cuts text into records and cells, one byte at a time, holding one record.
//!
//! RFC 4180 with the leniency that real files need: any line ending, a quote in the middle of an
//! unquoted cell is a letter, and text after a closing quote belongs to the cell. A quote that is
//! never closed swallows the rows below it, so it is looked for twice: the file ends inside a
//! quoted cell, or a quoted cell that crossed a line goes on after its closing quote, which means
//! that the quote which "closed" it was opening the next one.

use std::io::BufRead;

use crate::error::SheetError;
use crate::limits::Limits;

/// One record and the line where it begins.
pub(crate) struct Record {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
}

impl Record {
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    CellStart,
    Plain,
    Quoted,
    AfterQuote,
}

/// Records of a UTF-8 text.
pub(crate) struct Records<R> {
    input: R,
    cutter: Cutter,
}

impl<R: BufRead> Records<R> {
    pub(crate) fn new(input: R, separator: u8, limits: &Limits) -> Self {
        let cutter = Cutter {
            separator,
            max_columns: limits.max_columns,
            max_cell_chars: limits.max_cell_chars,
            place: Place::CellStart,
            line: 1,
            record_line: 1,
            quote_line: 1,
            crossed_line: false,
            after_return: false,
            too_long: false,
            cell: Vec::new(),
            chars: 0,
            column: 0,
            cells: Vec::new(),
        };
        Self { input, cutter }
    }

    /// The next record, blank ones included.
    pub(crate) fn next(&mut self) -> Result<Option<Record>, SheetError> {
        loop {
            let ready = self.input.fill_buf().map_err(|error| SheetError::read(&error))?;
            if ready.is_empty() {
                return self.cutter.end();
            }
            let mut used = 0;
            let mut record = None;
            for &byte in ready {
                used += 1;
                if self.cutter.take(byte)? {
                    record = Some(self.cutter.record());
                    break;
                }
            }
            self.input.consume(used);
            if record.is_some() {
                return Ok(record);
            }
        }
    }
}

struct Cutter {
    separator: u8,
    max_columns: usize,
    max_cell_chars: usize,
    place: Place,
    line: u64,
    record_line: u64,
    quote_line: u64,
    /// The quoted cell holds a line break.
    crossed_line: bool,
    /// The last byte was a carriage return: a line feed now belongs to it.
    after_return: bool,
    /// The quoted cell is over the limit. It is scanned on without being kept, because only its end
    /// tells a long cell from a quote never closed.
    too_long: bool,
    cell: Vec<u8>,
    chars: usize,
    column: usize,
    cells: Vec<String>,
}

impl Cutter {
    /// Takes one byte; true when it ends a record.
    fn take(&mut self, byte: u8) -> Result<bool, SheetError> {
        if std::mem::take(&mut self.after_return) && byte == b'\n' {
            // The record, if the return ended one, begins after the pair.
            return Ok(false);
        }
        let breaks = byte == b'\n' || byte == b'\r';
        self.after_return = byte == b'\r';
        match self.place {
            Place::CellStart if byte == b'"' => {
                self.place = Place::Quoted;
                self.quote_line = self.line;
                self.crossed_line = false;
            }
            Place::Quoted if byte == b'"' => self.place = Place::AfterQuote,
            Place::Quoted if breaks => {
                self.crossed_line = true;
                self.line += 1;
                self.keep(b'\n')?;
            }
            Place::Quoted => self.keep(byte)?,
            Place::AfterQuote if byte == b'"' => {
                self.place = Place::Quoted;
                self.keep(byte)?;
            }
            _ if byte == self.separator => self.end_cell()?,
            _ if breaks => {
                self.end_cell()?;
                self.line += 1;
                return Ok(true);
            }
            Place::AfterQuote if self.crossed_line && byte != b' ' && byte != b'\t' => {
                return Err(SheetError::QuoteNeverClosed { line: self.quote_line });
            }
            Place::CellStart | Place::Plain | Place::AfterQuote => {
                self.place = Place::Plain;
                self.keep(byte)?;
            }
        }
        Ok(false)
    }

    fn keep(&mut self, byte: u8) -> Result<(), SheetError> {
        // Continuation bytes of UTF-8 belong to the character already counted.
        if byte & 0xC0 != 0x80 {
            self.chars += 1;
        }
        if self.chars <= self.max_cell_chars {
            self.cell.push(byte);
            Ok(())
        } else if self.place == Place::Quoted {
            self.too_long = true;
            Ok(())
        } else {
            Err(self.cell_too_long())
        }
    }

    fn cell_too_long(&self) -> SheetError {
        SheetError::CellTooLong { line: self.record_line, column: self.column, limit: self.max_cell_chars }
    }

    fn end_cell(&mut self) -> Result<(), SheetError> {
        if self.too_long {
            return Err(self.cell_too_long());
        }
        if self.column < self.max_columns {
            self.cells.push(String::from_utf8_lossy(&self.cell).into_owned());
        } else if !self.cell.is_empty() {
            return Err(SheetError::TooManyColumns { line: self.record_line, limit: self.max_columns });
        }
        self.cell.clear();
        self.chars = 0;
        self.column += 1;
        self.place = Place::CellStart;
        Ok(())
    }

    fn record(&mut self) -> Record {
        let line = std::mem::replace(&mut self.record_line, self.line);
        self.column = 0;
        Record { line, cells: std::mem::take(&mut self.cells) }
    }

    fn end(&mut self) -> Result<Option<Record>, SheetError> {
        if self.place == Place::Quoted {
            return Err(SheetError::QuoteNeverClosed { line: self.quote_line });
        }
        if self.place == Place::CellStart && self.cells.is_empty() {
            return Ok(None);
        }
        self.end_cell()?;
        Ok(Some(self.record()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Result<Vec<(u64, Vec<String>)>, SheetError> {
        let limits = Limits { max_cell_chars: 20, max_columns: 4, ..Limits::default() };
        let mut records = Records::new(text.as_bytes(), b';', &limits);
        let mut found = Vec::new();
        while let Some(record) = records.next()? {
            found.push((record.line, record.cells));
        }
        Ok(found)
    }

    #[test]
    fn line_numbers_stay_true_over_any_line_ending_and_inside_cells() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;b", "", "\"x", "y\";z", "c;d"].join(end);
            let expected: [(u64, &[&str]); 4] =
                [(1, &["a", "b"]), (2, &[""]), (3, &["x\ny", "z"]), (5, &["c", "d"])];
            let found = cut(&text).unwrap();
            assert_eq!(found.len(), expected.len());
            for ((line, cells), (expected_line, expected_cells)) in found.iter().zip(expected) {
                assert_eq!(
                    (*line, cells.as_slice()),
                    (
                        expected_line,
                        expected_cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>().as_slice()
                    )
                );
            }
        }
    }

    #[test]
    fn quotes_are_read_leniently_on_one_line() {
        let cases = [
            ("\"a\"\"b\";c", vec!["a\"b", "c"]),
            ("a\"b;c", vec!["a\"b", "c"]),
            ("\"a\" b;c", vec!["a b", "c"]),
            ("\"\";", vec!["", ""]),
            ("\"a;b\"", vec!["a;b"]),
        ];
        for (text, cells) in cases {
            assert_eq!(cut(text).unwrap()[0].1, cells, "{text}");
        }
    }

    #[test]
    fn a_quote_never_closed_is_named_by_its_opening_line() {
        for text in ["a\nb\n\"c;d\ne\nf", "a\nb\n\"c;d\n\"e\";f\n", "a\nb\n\"c;d\nx;\"y\";z\n"] {
            assert_eq!(cut(text), Err(SheetError::QuoteNeverClosed { line: 3 }), "{text}");
        }
        let long = format!("a\n\"{}", "x;y\n".repeat(100));
        assert_eq!(cut(&long), Err(SheetError::QuoteNeverClosed { line: 2 }));
    }

    #[test]
    fn a_long_cell_and_too_many_columns_are_named_by_their_place() {
        let limit = 20;
        let long = "é".repeat(21);
        assert_eq!(cut(&format!("a\nb;{long}")), Err(SheetError::CellTooLong { line: 2, column: 1, limit }));
        assert_eq!(
            cut(&format!("a\nb;\"{long}\"")),
            Err(SheetError::CellTooLong { line: 2, column: 1, limit })
        );
        assert!(cut(&"é".repeat(20)).is_ok());
        assert_eq!(cut("a;b;c;d;e"), Err(SheetError::TooManyColumns { line: 1, limit: 4 }));
        assert_eq!(cut("a;b;c;d;;;").unwrap()[0].1.len(), 4);
    }
}
