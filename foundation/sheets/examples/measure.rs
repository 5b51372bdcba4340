//! Rows per second for a table of 100,000 rows and 12 columns, written and read in both families.
//! `cargo run --release -p relais-sheets --example measure`

use std::io::Cursor;
use std::time::Instant;

use relais_sheets::{Cell, CsvWriter, Limits, Separator, SheetError, XlsxWriter, open};

const ROWS: i64 = 100_000;

fn row(number: i64) -> Vec<Cell> {
    let mut cells = vec![Cell::Int(number), Cell::Day(2026, 3, 9), Cell::Float(number as f64 / 7.0)];
    cells
        .extend((0..9).map(|column| {
            Cell::from(format!("texte accentué {column} de la ligne {}", number * 31 % 9_973))
        }));
    cells
}

fn measured(what: &str, work: impl FnOnce() -> Result<Vec<u8>, SheetError>) -> Result<Vec<u8>, SheetError> {
    let start = Instant::now();
    let bytes = work()?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{what}: {seconds:.2} s, {:.0} rows/s, {} bytes", ROWS as f64 / seconds, bytes.len());
    Ok(bytes)
}

fn read(what: &str, bytes: Vec<u8>) -> Result<(), SheetError> {
    measured(what, || {
        let limits = Limits { max_bytes: u64::MAX, ..Limits::default() };
        let sheet = open(Cursor::new(bytes), limits)?;
        let count = sheet.filter_map(Result::ok).count();
        println!("  {count} rows");
        Ok(vec![])
    })
    .map(|_| ())
}

fn main() -> Result<(), SheetError> {
    let csv = measured("write csv", || {
        let mut writer = CsvWriter::new(Vec::new(), Separator::Semicolon)?;
        for number in 0..=ROWS {
            writer.row(&row(number))?;
        }
        writer.finish()
    })?;
    read("read csv", csv)?;
    let xlsx = measured("write xlsx", || {
        let mut writer = XlsxWriter::new("mesure")?;
        for number in 0..=ROWS {
            writer.row(&row(number))?;
        }
        let mut bytes = Vec::new();
        writer.finish(&mut bytes)?;
        Ok(bytes)
    })?;
    read("read xlsx", xlsx)
}
