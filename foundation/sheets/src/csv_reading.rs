//! Rows of a separated text file.

use std::io::{BufRead, Cursor, Read};

use crate::encoding::{self, Encoding, Utf8Reader, fill};
use crate::error::SheetError;
use crate::limits::Limits;
use crate::records::{Record, Records};
use crate::separator;
use crate::source::Section;

/// Enough for the first lines of any reasonable file, and nothing for memory.
const BEGINNING: usize = 64 * 1024;

/// The records of a file, blank ones skipped, and what was found about it.
pub(crate) struct CsvRows {
    pub(crate) encoding: Encoding,
    pub(crate) separator: char,
    records: Records<Box<dyn BufRead + Send>>,
}

impl CsvRows {
    pub(crate) fn open(file: &Section, limits: &Limits) -> Result<Self, SheetError> {
        let encoding = encoding::find(file.clone())?;
        let text = file.part(encoding.mark_length(), u64::MAX);
        let mut text = Utf8Reader::new(text, encoding);
        let mut beginning = vec![0; BEGINNING];
        let held = fill(&mut text, &mut beginning).map_err(|error| SheetError::read(&error))?;
        beginning.truncate(held);
        let found = separator::find(&beginning);
        // A box, because the type of "beginning again, then the rest" has no shorter name.
        let input: Box<dyn BufRead + Send> = Box::new(Cursor::new(beginning).chain(text));
        let mut records = Records::new(input, found.separator, limits);
        if found.declared {
            records.next()?;
        }
        Ok(Self { encoding, separator: char::from(found.separator), records })
    }

    pub(crate) fn next(&mut self) -> Result<Option<Record>, SheetError> {
        while let Some(record) = self.records.next()? {
            if !record.is_blank() {
                return Ok(Some(record));
            }
        }
        Ok(None)
    }
}
