use std::io::Cursor;

use proptest::prelude::*;
use relais_sheets::{Cell, CsvWriter, Encoding, Limits, Separator, XlsxWriter, neutralised, open};

use crate::workbook::{parts, with_parts};
use crate::{opened, rows};

/// Texts with all that tables trip over. Only those with something visible: a blank row is skipped.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zéœ’Å0-9 ]{0,8}",
        2 => prop::sample::select(vec!["\"", "\n", "\r\n", ";", ",", "\t", "|", "=", "+", "-", "@", "'", "_x0041_", "<&>", "]]>", "🪨", "\u{feff}"]).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("no text has NUL, and XML no surrogate-like", |&c| c != '\0' && c != '\u{fffe}' && c != '\u{ffff}').prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..5)
        .prop_map(|pieces| format!("x{}", pieces.concat()))
        .prop_flat_map(|text| prop_oneof![Just(text.clone()), Just(text.chars().skip(1).collect::<String>())])
}

fn as_read(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Rows whose first cell keeps them from being blank.
fn any_table() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1usize..5).prop_flat_map(|width| {
        let row = prop::collection::vec(any_text(), width).prop_map(|mut row| {
            row.insert(0, "row".to_owned());
            row
        });
        prop::collection::vec(row, 1..6)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn prop_any_bytes_never_panic_and_stay_within_limits(bytes in prop::collection::vec(any::<u8>(), 0..3_000)) {
        let limits = Limits { max_rows: 5, max_columns: 4, max_cell_chars: 10, ..Limits::default() };
        if let Ok(sheet) = open(Cursor::new(bytes), limits) {
            let rows: Vec<_> = sheet.map_while(Result::ok).collect();
            prop_assert!(rows.len() <= 5);
            for row in rows {
                prop_assert!(row.cells.len() <= 4);
                prop_assert!(row.cells.iter().all(|cell| cell.chars().count() <= 10));
            }
        }
    }

    #[test]
    fn prop_any_text_gives_rows_whose_lines_rise(text in "[a;,\"\r\n é]{0,200}") {
        if let Ok(sheet) = opened(&text) {
            let lines: Vec<_> = [sheet.header_line()].into_iter().chain(sheet.map_while(Result::ok).map(|row| row.line)).collect();
            prop_assert!(lines.is_sorted_by(|a, b| a < b), "{lines:?}");
        }
    }

    #[test]
    fn prop_a_workbook_with_any_byte_changed_never_panics(place in any::<prop::sample::Index>(), byte in any::<u8>(), stored in any::<bool>()) {
        let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45943.5</v></c></row>";
        let mut parts = parts(row, "<si><t>x</t></si>");
        if stored {
            // Changed before compression: damages the XML and not the archive.
            let at = place.index(parts.len());
            let mut bytes = parts[at].1.clone().into_bytes();
            let within = place.index(bytes.len());
            bytes[within] = byte & 0x7F;
            parts[at].1 = String::from_utf8(bytes).unwrap();
            let _ = rows(with_parts(&parts));
        } else {
            let mut bytes = with_parts(&parts);
            let within = place.index(bytes.len());
            bytes[within] = byte;
            let _ = rows(bytes);
        }
    }

    #[test]
    fn prop_csv_reads_back_what_was_written(table in any_table(), comma in any::<bool>()) {
        let separator = if comma { Separator::Comma } else { Separator::Semicolon };
        let mut writer = CsvWriter::new(Vec::new(), separator).unwrap();
        let width = table[0].len();
        let header: Vec<_> = (0..width).map(|column| Cell::from(format!("h{column}"))).collect();
        writer.row(&header).unwrap();
        for row in &table {
            writer.row(&row.iter().map(|text| Cell::from(text.as_str())).collect::<Vec<_>>()).unwrap();
        }
        let bytes = writer.finish().unwrap();
        let sheet = opened(&bytes).unwrap();
        prop_assert_eq!(sheet.encoding(), Some(Encoding::Utf8Bom));
        let read: Vec<_> = sheet.map(|row| row.unwrap().cells).collect();
        let expected: Vec<Vec<_>> = table.iter().map(|row| row.iter().map(|text| as_read(&neutralised(text))).collect()).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn prop_the_csv_crate_agrees(table in any_table()) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
        writer.write_record(vec!["h"; table[0].len()]).unwrap();
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let ours: Vec<_> = rows(&bytes).unwrap().into_iter().map(|row| row.cells).collect();
        let theirs: Vec<Vec<String>> = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[..])
            .records().map(|record| record.unwrap().iter().map(as_read).collect()).collect();
        prop_assert_eq!(ours, theirs);
    }

    #[test]
    fn prop_xlsx_reads_back_what_was_written(table in any_table(), numbers in prop::collection::vec(any::<i64>(), 1..4)) {
        let mut writer = XlsxWriter::new("s").unwrap();
        let width = table[0].len();
        writer.row(&(0..width).map(|column| Cell::from(format!("h{column}"))).collect::<Vec<_>>()).unwrap();
        for row in &table {
            writer.row(&row.iter().map(|text| Cell::from(text.as_str())).collect::<Vec<_>>()).unwrap();
        }
        for &number in &numbers {
            writer.row(&[Cell::Int(number)]).unwrap();
        }
        let mut bytes = Vec::new();
        writer.finish(&mut bytes).unwrap();
        let read: Vec<_> = opened(&bytes).unwrap().map(|row| row.unwrap().cells).collect();
        let texts: Vec<Vec<_>> = table.iter().map(|row| row.iter().map(|text| as_read(text)).collect()).collect();
        prop_assert_eq!(&read[..table.len()], &texts);
        let expected: Vec<_> = numbers.iter().map(i64::to_string).collect();
        let first: Vec<_> = read[table.len()..].iter().map(|cells| cells[0].clone()).collect();
        prop_assert_eq!(first, expected);
    }

    #[test]
    fn prop_days_and_floats_read_back(year in 1901u16..=9999, month in 1u8..=12, day in 1u8..=28, number in -1e9f64..1e9) {
        let mut writer = XlsxWriter::new("s").unwrap();
        writer.row(&[Cell::from("day"), Cell::from("number")]).unwrap();
        writer.row(&[Cell::Day(year, month, day), Cell::Float(number)]).unwrap();
        let mut bytes = Vec::new();
        writer.finish(&mut bytes).unwrap();
        let row = rows(&bytes).unwrap().remove(0);
        prop_assert_eq!(&row.cells[0], &format!("{year:04}-{month:02}-{day:02}"));
        let read: f64 = row.cells[1].parse().unwrap();
        prop_assert!((read - number).abs() <= number.abs() * 1e-14);
    }
}
