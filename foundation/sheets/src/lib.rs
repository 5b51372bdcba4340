#![doc = include_str!("../README.md")]

mod archive;
mod cell;
mod columns;
mod csv_reading;
mod detect;
mod encoding;
mod error;
mod formula;
mod limits;
mod mapping;
mod number_look;
mod records;
mod separator;
mod sheet;
mod source;
mod workbook;
mod writing_csv;
mod writing_xlsx;
mod xlsx_reading;
mod xml;

pub use cell::Cell;
pub use columns::column_name;
pub use detect::Format;
pub use encoding::Encoding;
pub use error::{Foreign, SheetError, Untrusted};
pub use formula::{looks_like_formula, neutralised};
pub use limits::Limits;
pub use mapping::{Wanted, guess};
pub use sheet::{Row, Sheet, open};
pub use source::Source;
pub use writing_csv::{CsvWriter, Separator};
pub use writing_xlsx::XlsxWriter;
