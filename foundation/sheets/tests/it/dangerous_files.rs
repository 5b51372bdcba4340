use std::io::{self, Cursor, Read, Seek, SeekFrom};

use relais_sheets::{Format, Limits, SheetError, open};

use crate::workbook::{parts, text, with_parts, workbook};
use crate::{opened, rows};

fn code(bytes: impl AsRef<[u8]>) -> &'static str {
    rows(bytes).err().map_or("read", |error| error.code())
}

/// A file of a repeated line that exists nowhere: memory stays flat, whatever its size.
struct Endless {
    head: &'static [u8],
    line: &'static [u8],
    length: u64,
    position: u64,
}

impl Read for Endless {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut written = 0;
        while written < out.len() && self.position < self.length {
            let place = self.position as usize;
            let rest = match self.head.get(place..) {
                Some(rest) if !rest.is_empty() => rest,
                _ => &self.line[(place - self.head.len()) % self.line.len()..],
            };
            let taken = rest.len().min(out.len() - written).min((self.length - self.position) as usize);
            out[written..written + taken].copy_from_slice(&rest[..taken]);
            written += taken;
            self.position += taken as u64;
        }
        Ok(written)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.position = match to {
            SeekFrom::Start(place) => place,
            SeekFrom::End(back) => self.length.saturating_add_signed(back),
            SeekFrom::Current(step) => self.position.saturating_add_signed(step),
        };
        Ok(self.position)
    }
}

#[test]
fn sec_05_the_content_decides_and_not_the_name() {
    assert_eq!(opened("a;b\n1;2").unwrap().format(), Format::Csv);
    assert_eq!(
        opened(workbook(&text("A1", "x").replace("<c", "<row r=\"1\"><c").replace("</c>", "</c></row>")))
            .unwrap()
            .format(),
        Format::Xlsx
    );
    let archive = |path: &str| {
        with_parts(&[(path.to_owned(), "x".to_owned()), ("content.xml".to_owned(), "<x/>".to_owned())])
    };
    let encrypted = [
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
        vec![7; 65_530],
        "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ]
    .concat();
    for (bytes, expected) in [
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest".to_vec(), "old-office"),
        (encrypted, "encrypted"),
        (b"%PDF-1.7\n".to_vec(), "pdf"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "image"),
        (b"\xFF\xD8\xFF\xE0".to_vec(), "image"),
        (b"\x1f\x8b\x08".to_vec(), "archive"),
        (b"\n<!DOCTYPE html><table>".to_vec(), "markup"),
        (b"\xEF\xBB\xBF<?xml version='1.0'?>".to_vec(), "markup"),
        (b"a;b\n1;\0\n".to_vec(), "binary"),
        ([vec![b'a'; 300_000], vec![0]].concat(), "binary"),
        (archive("word/document.xml"), "archive"),
        (archive("mimetype"), "open-document"),
        (archive("xl/workbook.bin"), "binary-workbook"),
        (b"PK\x05\x06".to_vec(), "archive"),
        (b"PK\x03\x04 and nothing".to_vec(), "damaged"),
    ] {
        assert_eq!(code(&bytes), expected, "{:?}", &bytes[..bytes.len().min(20)]);
    }
}

#[test]
fn sec_05_a_file_too_large_is_refused_unread() {
    let source = Endless { head: b"a\n", line: b"x\n", length: 1 << 40, position: 0 };
    assert_eq!(open(source, Limits::default()).err().map(|error| error.code()), Some("file-too-large"));
}

#[test]
fn sec_05_two_million_rows_are_refused_at_the_limit() {
    let length = 2 + 2 * 2_000_000;
    let source = Endless { head: b"a\n", line: b"x\n", length, position: 0 };
    let limits = Limits { max_rows: 50_000, ..Limits::default() };
    let mut sheet = open(source, limits).unwrap();
    let error = sheet.by_ref().find_map(Result::err);
    assert_eq!(error, Some(SheetError::TooManyRows { line: 50_002, limit: 50_000 }));
    assert!(sheet.next().is_none());
}

#[test]
fn sec_05_a_quote_never_closed_is_named_by_its_line_in_a_big_file() {
    let head = b"a;b\n1;2\n\"3;4\n";
    let source = Endless { head, line: b"x;y\n", length: 20_000_000, position: 0 };
    let error = open(source, Limits::default()).unwrap().find_map(Result::err);
    assert_eq!(error, Some(SheetError::QuoteNeverClosed { line: 3 }));
    // With quoted cells below, the next quote seems to close it.
    let source = Endless { head, line: b"\"x\";\"y\"\n", length: 20_000_000, position: 0 };
    let error = open(source, Limits::default()).unwrap().find_map(Result::err);
    assert_eq!(error, Some(SheetError::QuoteNeverClosed { line: 3 }));
}

#[test]
fn sec_05_an_archive_bomb_is_refused() {
    let row = format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(30_000));
    let bomb = workbook(&row.repeat(500));
    assert!(bomb.len() < 60_000, "{}", bomb.len());
    assert_eq!(code(&bomb), "ratio-too-high");
    let open_with = |limits| open(Cursor::new(bomb.clone()), limits).err().map(|error| error.code());
    let patient = Limits { max_ratio: 100_000, ..Limits::default() };
    assert_eq!(open_with(Limits { max_unzipped_bytes: 1_000_000, ..patient }), Some("unzipped-too-large"));
    assert_eq!(open_with(patient), None);
}

#[test]
fn sec_05_a_bomb_that_declares_a_small_size_is_refused() {
    let mut bomb =
        workbook(&format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(30_000)).repeat(500));
    // The size field stands 24 bytes into each central header, whose signature is PK 1 2.
    let headers: Vec<_> = (0..bomb.len() - 4).filter(|&at| bomb[at..].starts_with(b"PK\x01\x02")).collect();
    for at in headers {
        bomb[at + 24..at + 28].copy_from_slice(&10u32.to_le_bytes());
    }
    assert!(["ratio-too-high", "damaged"].contains(&code(&bomb)), "{}", code(&bomb));
}

#[test]
fn sec_05_entities_and_document_types_are_refused() {
    for declaration in [
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
        "<!doctype x SYSTEM \"file:///etc/passwd\">",
        "<!ENTITY x \"y\">",
    ] {
        for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "docProps/core.xml", "xl/odd"] {
            let mut parts = parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "");
            parts.retain(|(path, _)| path != part);
            parts.push((part.to_owned(), format!("<?xml version=\"1.0\"?>{declaration}<sst>&b;</sst>")));
            assert_eq!(
                rows(with_parts(&parts)).err(),
                Some(SheetError::DeclaresEntities { part: part.to_owned() })
            );
        }
    }
    let wide: String = "<!DOCTYPE x>".chars().flat_map(|character| [character, '\0']).collect();
    let mut parts = parts("", "");
    parts[4].1 = wide;
    assert_eq!(code(with_parts(&parts)), "damaged");
}

#[test]
fn sec_05_archives_built_to_mislead_are_refused() {
    let plain = parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "");
    assert_eq!(code(with_parts(&plain)), "read");
    for (path, expected) in [
        ("../../etc/passwd", "stray-path"),
        ("/etc/passwd", "stray-path"),
        ("xl\\workbook.xml", "stray-path"),
        ("XL/Workbook.xml", "duplicate-part"),
    ] {
        let mut parts = plain.clone();
        parts.push((path.to_owned(), "<x/>".to_owned()));
        assert_eq!(code(with_parts(&parts)), expected, "{path}");
    }
    let mut crowded = plain;
    crowded.extend((0..3_000).map(|number| (format!("xl/media/{number}"), String::new())));
    assert_eq!(code(with_parts(&crowded)), "too-many-parts");
}

#[test]
fn sec_05_a_table_of_shared_texts_never_reserves_what_it_declares() {
    let mut parts = parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", "");
    parts[4].1 = "<sst uniqueCount=\"18446744073709551615\"><si><t>x</t></si></sst>".to_owned();
    assert_eq!(opened(with_parts(&parts)).unwrap().header(), ["x"]);
    parts[4].1 = format!("<sst>{}</sst>", "<si><t>texte partagé</t></si>".repeat(1_000));
    let limits = Limits { max_shared_bytes: 10_000, ..Limits::default() };
    let error = open(Cursor::new(with_parts(&parts)), limits).err();
    assert_eq!(error, Some(SheetError::SharedTextTooLarge { limit: 10_000 }));
}

#[test]
fn sec_05_deep_and_endless_elements_are_refused() {
    let patient = Limits { max_ratio: 100_000, ..Limits::default() };
    let read = |rows: &str| {
        let opened =
            open(Cursor::new(workbook(rows)), patient).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        opened.err().map(|error| error.code())
    };
    assert_eq!(read(&"<row>".repeat(1_000)), Some("damaged"));
    assert_eq!(read(&format!("<row a=\"{}\"/>", "x".repeat(2_000_000))), Some("damaged"));
    assert_eq!(
        read(&format!("<row><c t=\"str\"><v>{}</v></c></row>", "x&amp;".repeat(500_000))),
        Some("cell-too-long")
    );
    assert_eq!(
        read(&format!("<row><c t=\"str\"><v>{}</v></c></row>", "<!---->x".repeat(500_000))),
        Some("cell-too-long")
    );
}

#[test]
fn sec_05_columns_and_cells_are_bounded_in_both_families() {
    let limits = Limits { max_columns: 3, max_cell_chars: 5, ..Limits::default() };
    let error = |bytes: Vec<u8>| {
        open(Cursor::new(bytes), limits).and_then(Iterator::collect::<Result<Vec<_>, _>>).err()
    };
    let long = |line, column| Some(SheetError::CellTooLong { line, column, limit: 5 });
    assert_eq!(error(b"a;b\n1;123456".to_vec()), long(2, 1));
    assert_eq!(error(workbook("<row><c><v>1</v></c></row><row><c/><c><v>123456</v></c></row>")), long(2, 1));
    let wide = Some(SheetError::TooManyColumns { line: 1, limit: 3 });
    assert_eq!(error(b"a;b;c;d\n".to_vec()), wide);
    assert_eq!(error(workbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")), wide);
}
