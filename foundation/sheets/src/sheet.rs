//! The door of the crate for reading: opens a file, reads its header, gives its rows.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::archive::Archive;
use crate::csv_reading::CsvRows;
use crate::detect::{self, Format};
use crate::encoding::Encoding;
use crate::error::SheetError;
use crate::limits::Limits;
use crate::source::{Section, Source};
use crate::workbook::Workbook;
use crate::xlsx_reading::XlsxRows;

/// One row after the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where the row begins, from 1: the line in an editor, the row number in a spreadsheet.
    pub line: u64,
    /// The cells as text. A spreadsheet row is filled with empty cells up to the header's width,
    /// because spreadsheets do not store those; a CSV row keeps the cells that it has.
    pub cells: Vec<String>,
    /// The row has more or fewer cells than the header (for a spreadsheet: more).
    pub ragged: bool,
    /// Columns whose spreadsheet cell shows an error such as `#REF!`; their text is empty.
    pub errors: Vec<usize>,
}

/// An open table: its header, and an iterator over its rows. After an error there are no more rows.
pub struct Sheet {
    header: Vec<String>,
    header_line: u64,
    limits: Limits,
    rows: Rows,
    origin: Origin,
    sheet_names: Vec<String>,
    sheet_name: Option<String>,
    peeked: VecDeque<Result<Row, SheetError>>,
    given: u64,
    finished: bool,
}

/// What is needed to turn to another sheet; a CSV file has none.
enum Origin {
    Csv,
    Xlsx { archive: Arc<Archive>, workbook: Arc<Workbook> },
}

enum Rows {
    Csv(Box<CsvRows>),
    Xlsx(Box<XlsxRows>),
}

/// Opens a table of either family, found by its content. Of a workbook, the first visible sheet
/// that holds something is taken; see [`Sheet::choose`] for another.
///
/// The whole file is looked at once here (encoding, or every part of the archive), so that what is
/// dangerous is refused before any row is given; rows are then read one at a time.
///
/// ```
/// let file = std::io::Cursor::new("Prénom;Nom\nAda;Lovelace\n");
/// let sheet = relais_sheets::open(file, relais_sheets::Limits::default()).unwrap();
/// assert_eq!(sheet.header(), ["Prénom", "Nom"]);
/// let rows: Vec<_> = sheet.collect::<Result<_, _>>().unwrap();
/// assert_eq!((rows[0].line, rows[0].cells[1].as_str()), (2, "Lovelace"));
/// ```
pub fn open(source: impl Source, limits: Limits) -> Result<Sheet, SheetError> {
    let file = Section::whole(source).map_err(|error| SheetError::read(&error))?;
    if file.len() > limits.max_bytes {
        return Err(SheetError::FileTooLarge { bytes: file.len(), limit: limits.max_bytes });
    }
    match detect::announced(&file)? {
        Format::Csv => {
            let rows = Rows::Csv(Box::new(CsvRows::open(&file, &limits)?));
            Sheet::begin(rows, Origin::Csv, vec![], None, limits)
        }
        Format::Xlsx => {
            let archive = Arc::new(Archive::inspect(&file, &limits)?);
            let workbook = Arc::new(Workbook::read(&archive, &limits)?);
            let shown = (0..workbook.sheets.len()).filter(|&index| workbook.sheets[index].visible);
            for index in shown {
                match Sheet::of_workbook(Arc::clone(&archive), Arc::clone(&workbook), index, limits) {
                    Err(SheetError::Empty) => {}
                    sheet => return sheet,
                }
            }
            Err(SheetError::Empty)
        }
    }
}

impl Sheet {
    fn of_workbook(
        archive: Arc<Archive>,
        workbook: Arc<Workbook>,
        index: usize,
        limits: Limits,
    ) -> Result<Self, SheetError> {
        let place = workbook.sheets.get(index).ok_or(SheetError::Empty)?;
        let rows = Rows::Xlsx(Box::new(XlsxRows::open(&archive, &workbook, &place.path, &limits)?));
        let name = Some(place.name.clone());
        let names = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        Self::begin(rows, Origin::Xlsx { archive, workbook }, names, name, limits)
    }

    fn begin(
        mut rows: Rows,
        origin: Origin,
        sheet_names: Vec<String>,
        sheet_name: Option<String>,
        limits: Limits,
    ) -> Result<Self, SheetError> {
        let first = rows.next()?.ok_or(SheetError::Empty)?;
        Ok(Self {
            header: first.cells.iter().map(|cell| cell.trim().to_owned()).collect(),
            header_line: first.line,
            limits,
            rows,
            origin,
            sheet_names,
            sheet_name,
            peeked: VecDeque::new(),
            given: 0,
            finished: false,
        })
    }

    /// The first row that holds something, each cell trimmed.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The line of the header, usually 1.
    pub fn header_line(&self) -> u64 {
        self.header_line
    }

    /// What the file is.
    pub fn format(&self) -> Format {
        match self.origin {
            Origin::Csv => Format::Csv,
            Origin::Xlsx { .. } => Format::Xlsx,
        }
    }

    /// The encoding found; `None` for a workbook.
    pub fn encoding(&self) -> Option<Encoding> {
        match &self.rows {
            Rows::Csv(rows) => Some(rows.encoding),
            Rows::Xlsx(_) => None,
        }
    }

    /// The separator found; `None` for a workbook.
    pub fn separator(&self) -> Option<char> {
        match &self.rows {
            Rows::Csv(rows) => Some(rows.separator),
            Rows::Xlsx(_) => None,
        }
    }

    /// The sheets with cells, hidden ones included, in their order; none for CSV.
    pub fn sheet_names(&self) -> &[String] {
        &self.sheet_names
    }

    /// The name of the sheet being read; `None` for CSV.
    pub fn sheet_name(&self) -> Option<&str> {
        self.sheet_name.as_deref()
    }

    /// Turns to another sheet of the workbook, from its beginning.
    pub fn choose(self, name: &str) -> Result<Self, SheetError> {
        match self.origin {
            Origin::Xlsx { archive, workbook } => {
                let found = workbook.sheets.iter().position(|sheet| sheet.name == name);
                let index = found.ok_or_else(|| SheetError::NoSuchSheet { name: name.to_owned() })?;
                Self::of_workbook(archive, workbook, index, self.limits)
            }
            Origin::Csv => Err(SheetError::NoSuchSheet { name: name.to_owned() }),
        }
    }

    /// The next `count` rows, for a preview: the iterator still gives them afterwards. An error met
    /// on the way ends the sample and is given by the iterator in its place.
    pub fn sample(&mut self, count: usize) -> Vec<Row> {
        while self.peeked.len() < count {
            match self.read() {
                Some(row) => self.peeked.push_back(row),
                None => break,
            }
        }
        self.peeked.iter().take(count).map_while(|row| row.as_ref().ok().cloned()).collect()
    }

    fn read(&mut self) -> Option<Result<Row, SheetError>> {
        if self.finished {
            return None;
        }
        let row = match self.rows.next() {
            Ok(Some(row)) if self.given == self.limits.max_rows => {
                Some(Err(SheetError::TooManyRows { line: row.line, limit: self.limits.max_rows }))
            }
            Ok(row) => row.map(Ok),
            Err(error) => Some(Err(error)),
        };
        self.finished = !matches!(row, Some(Ok(_)));
        self.given += 1;
        Some(row?.map(|row| self.fitted(row)))
    }

    fn fitted(&self, mut row: Row) -> Row {
        let width = self.header.len();
        if matches!(self.rows, Rows::Xlsx(_)) && row.cells.len() < width {
            row.cells.resize(width, String::new());
        }
        row.ragged = row.cells.len() != width;
        row
    }
}

impl Iterator for Sheet {
    type Item = Result<Row, SheetError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.peeked.pop_front().or_else(|| self.read())
    }
}

impl std::iter::FusedIterator for Sheet {}

impl Rows {
    fn next(&mut self) -> Result<Option<Row>, SheetError> {
        Ok(match self {
            Self::Csv(rows) => {
                rows.next()?.map(|record| Row { line: record.line, cells: record.cells, ..Row::default() })
            }
            Self::Xlsx(rows) => rows.next()?.map(|row| Row {
                line: row.line,
                cells: row.cells,
                errors: row.errors,
                ..Row::default()
            }),
        })
    }
}

// Shows what a log may show: never the cells.
impl std::fmt::Debug for Sheet {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Sheet")
            .field("format", &self.format())
            .field("columns", &self.header.len())
            .field("given", &self.given)
            .finish_non_exhaustive()
    }
}
