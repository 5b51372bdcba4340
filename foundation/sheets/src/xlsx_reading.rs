//! Rows of one sheet of a workbook, one at a time.

use std::sync::Arc;

use crate::archive::Archive;
use crate::columns::column_of;
use crate::error::SheetError;
use crate::limits::Limits;
use crate::number_look::Look;
use crate::workbook::Workbook;
use crate::xml::{Element, Node, Xml, unescaped};

/// The last row of a spreadsheet.
const LAST_LINE: u64 = 1_048_576;

/// A row as the sheet has it: no trailing empty cells.
pub(crate) struct SheetRow {
    pub(crate) line: u64,
    pub(crate) cells: Vec<String>,
    /// Columns whose cell shows an error such as `#REF!`; their text is empty.
    pub(crate) errors: Vec<usize>,
}

/// Rows with something in them, in order.
pub(crate) struct XlsxRows {
    xml: Xml,
    workbook: Arc<Workbook>,
    limits: Limits,
    line: u64,
    started: bool,
}

impl XlsxRows {
    pub(crate) fn open(
        archive: &Archive,
        workbook: &Arc<Workbook>,
        path: &str,
        limits: &Limits,
    ) -> Result<Self, SheetError> {
        let part = archive.part(path).ok_or_else(|| SheetError::damaged("no such sheet part"))?;
        let workbook = Arc::clone(workbook);
        Ok(Self { xml: Xml::new(part), workbook, limits: *limits, line: 0, started: false })
    }

    pub(crate) fn next(&mut self) -> Result<Option<SheetRow>, SheetError> {
        loop {
            match self.xml.next()? {
                Node::Start(element) if element.is("sheetData") => self.started = true,
                Node::Start(element) if self.started && element.is("row") => {
                    let line = match element.attribute("r")? {
                        Some(line) => line.parse().unwrap_or(0),
                        None => self.line + 1,
                    };
                    if line <= self.line || line > LAST_LINE {
                        return Err(SheetError::damaged(format!("row {line} after row {}", self.line)));
                    }
                    self.line = line;
                    let row = self.row()?;
                    if !row.errors.is_empty() || row.cells.iter().any(|cell| !cell.trim().is_empty()) {
                        return Ok(Some(row));
                    }
                }
                Node::End(end) if end.is("sheetData") => return Ok(None),
                Node::Eof if self.started => return Err(SheetError::damaged("a sheet cut short")),
                Node::Eof => return Err(SheetError::damaged("a sheet without data")),
                _ => {}
            }
        }
    }

    fn row(&mut self) -> Result<SheetRow, SheetError> {
        let mut row = SheetRow { line: self.line, cells: Vec::new(), errors: Vec::new() };
        let mut next_column = 0;
        loop {
            match self.xml.next()? {
                Node::Start(element) if element.is("c") => {
                    let cell = CellStart::of(&element, next_column)?;
                    if cell.column < next_column {
                        return Err(SheetError::damaged(format!("cells out of order in row {}", self.line)));
                    }
                    next_column = cell.column + 1;
                    self.cell(&cell, &mut row)?;
                }
                Node::End(end) if end.is("row") => return Ok(row),
                Node::Eof => return Err(SheetError::damaged("a row cut short")),
                _ => {}
            }
        }
    }

    fn cell(&mut self, cell: &CellStart, row: &mut SheetRow) -> Result<(), SheetError> {
        let limit = self.limits.max_cell_chars;
        let mut text = String::new();
        loop {
            match self.xml.next()? {
                Node::Start(element) if element.is("v") => {
                    text.clear();
                    self.xml.text_of("v", &mut text, limit)?;
                    text = self.shown(cell, text)?;
                }
                // An inline text excludes a value, and comes after it when both are there.
                Node::Start(element) if element.is("is") => text = self.xml.rich_text_of("is", limit)?,
                Node::End(end) if end.is("c") => break,
                Node::Eof => return Err(SheetError::damaged("a cell cut short")),
                _ => {}
            }
        }
        if text.is_empty() && cell.kind != Kind::Error {
            return Ok(());
        }
        let (line, column) = (self.line, cell.column);
        if column >= self.limits.max_columns {
            return Err(SheetError::TooManyColumns { line, limit: self.limits.max_columns });
        }
        // Counting characters only when bytes leave a doubt.
        if text.len() > limit && text.chars().count() > limit {
            return Err(SheetError::CellTooLong { line, column, limit });
        }
        row.cells.resize(column + 1, String::new());
        if cell.kind == Kind::Error {
            row.errors.push(column);
        } else {
            row.cells[column] = text;
        }
        Ok(())
    }

    /// The text of a stored value.
    fn shown(&self, cell: &CellStart, value: String) -> Result<String, SheetError> {
        Ok(match cell.kind {
            Kind::Shared => {
                let index = value.trim().parse().map_err(SheetError::damaged)?;
                let text = self.workbook.shared.get(index);
                text.ok_or_else(|| SheetError::damaged("a shared text that is not there"))?.to_owned()
            }
            Kind::Truth => match value.trim() {
                "1" | "true" => "true".to_owned(),
                "0" | "false" => "false".to_owned(),
                _ => value,
            },
            Kind::Error | Kind::Inline => String::new(),
            Kind::Day => value.trim().trim_end_matches("T00:00:00").to_owned(),
            Kind::Text => unescaped(&value),
            Kind::Number => match value.trim().parse::<f64>() {
                // `inf` and `NaN` parse, and are texts here.
                Ok(number) if number.is_finite() => {
                    let look = self.workbook.looks.get(cell.format).copied().unwrap_or(Look::Number);
                    look.text(number, self.workbook.from_1904)
                }
                _ => value,
            },
        })
    }
}

/// The attributes of a cell.
struct CellStart {
    column: usize,
    format: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Inline,
    Text,
    Truth,
    Error,
    Day,
}

impl CellStart {
    fn of(element: &Element<'_>, next_column: usize) -> Result<Self, SheetError> {
        let column = match element.attribute("r")? {
            Some(reference) => column_of(&reference)
                .ok_or_else(|| SheetError::damaged(format!("a cell at {reference:?}")))?,
            None => next_column,
        };
        let format = element.attribute("s")?.and_then(|format| format.parse().ok()).unwrap_or(0);
        let kind = match element.attribute("t")?.as_deref() {
            None | Some("n") => Kind::Number,
            Some("s") => Kind::Shared,
            Some("inlineStr") => Kind::Inline,
            Some("str") => Kind::Text,
            Some("b") => Kind::Truth,
            Some("e") => Kind::Error,
            Some("d") => Kind::Day,
            Some(other) => return Err(SheetError::damaged(format!("a cell of kind {other:?}"))),
        };
        Ok(Self { column, format, kind })
    }
}
