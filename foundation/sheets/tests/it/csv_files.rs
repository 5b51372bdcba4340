use std::io::Cursor;

use relais_sheets::{Encoding, Format, Limits, SheetError, open};

use crate::{cells, opened, rows};

#[test]
fn a_french_export_of_excel_is_read() {
    let sheet = opened(b"Pr\xE9nom;Note\r\nZo\xE9;l\x92\x9Cuvre\r\n").unwrap();
    assert_eq!(sheet.format(), Format::Csv);
    assert_eq!(sheet.encoding(), Some(Encoding::Windows1252));
    assert_eq!(sheet.separator(), Some(';'));
    assert_eq!(sheet.header(), ["Prénom", "Note"]);
    let rows: Vec<_> = sheet.map(Result::unwrap).collect();
    assert_eq!(rows[0].cells, ["Zoé", "l’œuvre"]);
}

#[test]
fn marks_tabs_bars_and_utf16_are_read_alike() {
    let utf16 = |text: &str| -> Vec<u8> {
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    for (bytes, separator) in [
        ("\u{feff}Prénom;Nom\nZoé;Œ\n".as_bytes().to_vec(), ';'),
        ("Prénom\tNom\rZoé\tŒ".as_bytes().to_vec(), '\t'),
        ("Prénom|Nom\nZoé|Œ".as_bytes().to_vec(), '|'),
        ("sep=,\r\nPrénom,Nom\r\nZoé,Œ\r\n".as_bytes().to_vec(), ','),
        (utf16("Prénom\tNom\r\nZoé\tŒ\r\n"), '\t'),
    ] {
        let sheet = opened(&bytes).unwrap();
        assert_eq!(sheet.separator(), Some(separator));
        assert_eq!(sheet.header(), ["Prénom", "Nom"]);
        assert_eq!(cells(&bytes), [["Zoé", "Œ"]]);
    }
}

#[test]
fn line_numbers_are_those_of_the_editor() {
    let text = "\n\n Nom ;Note\n\nA;\"deux\nlignes\"\n;;\n  ;\nB;c\n";
    let sheet = opened(text).unwrap();
    assert_eq!((sheet.header_line(), sheet.header()), (3, ["Nom", "Note"].map(str::to_owned).as_slice()));
    let lines: Vec<_> = rows(text).unwrap().iter().map(|row| row.line).collect();
    assert_eq!(lines, [5, 9]);
}

#[test]
fn ragged_rows_are_given_with_a_flag() {
    let rows = rows("a;b;c\n1;2;3\n1;2\n1;2;3;4\n").unwrap();
    let flags: Vec<_> = rows.iter().map(|row| (row.cells.len(), row.ragged)).collect();
    assert_eq!(flags, [(3, false), (2, true), (4, true)]);
}

#[test]
fn a_sample_takes_nothing_from_the_iterator() {
    let mut sheet = opened("a\n1\n2\n\"3").unwrap();
    assert_eq!(sheet.sample(2).len(), 2);
    assert_eq!(sheet.sample(10).len(), 2);
    assert_eq!(sheet.sample(1)[0].cells, ["1"]);
    let all: Vec<_> = sheet.collect();
    assert_eq!(all.len(), 3);
    assert_eq!(all[2], Err(SheetError::QuoteNeverClosed { line: 4 }));
}

#[test]
fn a_file_without_rows_is_empty() {
    for text in ["", "\n\n", "\u{feff}", " ; ;\n", "sep=;\n"] {
        assert_eq!(opened(text).err().map(|error| error.code()), Some("empty"), "{text:?}");
    }
}

#[test]
fn a_text_has_no_other_sheet() {
    let error = opened("a\n1").unwrap().choose("Feuil1").err();
    assert_eq!(error, Some(SheetError::NoSuchSheet { name: "Feuil1".to_owned() }));
}

#[test]
fn a_source_that_is_a_file_is_read_too() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let sheet = open(std::fs::File::open(path).unwrap(), Limits::default()).unwrap();
    assert_eq!(sheet.header(), ["[package]"]);
    assert!(opened(Cursor::new("a").into_inner()).is_ok());
}
