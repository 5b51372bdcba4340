//! Files as tools write them, and files that are refused: with the reason, and with nothing changed.

use std::io::Write as _;

use relais_directory::units::by_code;
use relais_network::imports::{FileKind, RunError, Settings, State};
use relais_sheets::{Cell, XlsxWriter};

use crate::world::{dry, file, people, units, world};

const LINE: &str = "CHA;Châteauneuf-la-Forêt;Boutique;87;;Châteauneuf;;\n";

fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

#[tokio::test]
async fn every_usual_encoding_and_separator_is_read() {
    let text = units(LINE);
    for (name, bytes) in [
        ("utf-8", text.clone().into_bytes()),
        ("utf-8 with its mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("windows-1252", latin(&text)),
        ("utf-16", utf16(&text)),
        ("commas", text.replace(';', ",").into_bytes()),
        ("tabs", text.replace(';', "\t").into_bytes()),
        ("bars", text.replace(';', "|").into_bytes()),
        ("crlf", text.replace('\n', "\r\n").into_bytes()),
    ] {
        let world = world().await;
        let outcome = world.run(FileKind::Units, &bytes, &Settings::default()).await;
        assert_eq!(
            (outcome.record.state, outcome.record.counts().new),
            (State::Applied, 1),
            "{name}: {:?}",
            outcome.faults
        );
        let unit = by_code(&world.org, "CHA").await.unwrap().unwrap();
        assert_eq!(unit.name, "Châteauneuf-la-Forêt", "{name}");
    }
}

#[tokio::test]
async fn a_workbook_is_read_with_its_days() {
    let world = world().await;
    let mut writer = XlsxWriter::new("Unités").unwrap();
    writer.row(&["Code", "Nom", "Type", "Département", "Ouverte le"].map(Cell::from)).unwrap();
    writer
        .row(&[
            Cell::from("CHA"),
            Cell::from("Châteauneuf"),
            Cell::from("agence"),
            Cell::Int(1),
            Cell::Day(2020, 3, 9),
        ])
        .unwrap();
    let mut bytes = Vec::new();
    writer.finish(&mut bytes).unwrap();
    let outcome = world.run(FileKind::Units, bytes, &Settings::default()).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let unit = by_code(&world.org, "CHA").await.unwrap().unwrap();
    assert_eq!((unit.department_code.as_str(), unit.opened_day), ("01", "2020-03-09".parse().ok()));
}

#[tokio::test]
async fn a_quote_never_closed_is_refused_by_its_line_and_changes_nothing() {
    let world = world().await;
    let before = world.rows().await;
    let text = units(&format!("{LINE}\"CHB;Autre;Boutique;87;;;;\nCHC;Encore;Boutique;87;;;;\n"));
    let outcome = world.run(FileKind::Units, text, &Settings::default()).await;
    assert_eq!(outcome.record.state, State::Refused);
    assert_eq!(outcome.record.error.as_deref(), Some("import-file-quote-never-closed"));
    assert_eq!(outcome.record.reason_args(), [("line".to_owned(), "3".to_owned())]);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn sec_05_two_million_rows_are_refused_and_change_nothing() {
    let world = world().await;
    let before = world.rows().await;
    let mut text = units("").into_bytes();
    for _ in 0..2_000_000 {
        text.extend_from_slice(b"A;B;C;1\n");
    }
    let outcome = world.run(FileKind::Units, text, &Settings::default()).await;
    assert_eq!(outcome.record.error.as_deref(), Some("import-file-too-many-rows"));
    assert_eq!(outcome.record.state, State::Refused);
    assert_eq!(world.rows().await, before);
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (path, content) in parts {
        zip.start_file(*path, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn bomb() -> Vec<u8> {
    let sheet = [b"<worksheet>".to_vec(), vec![b' '; 40_000_000]].concat();
    archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &sheet)])
}

pub(crate) fn entities() -> Vec<u8> {
    let part = b"<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><sst>&x;</sst>";
    archive(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", part)])
}

#[tokio::test]
async fn sec_05_bombs_and_external_entities_are_refused_before_anything_is_written() {
    let world = world().await;
    for (bytes, code) in
        [(bomb(), "ratio-too-high"), (entities(), "declares-entities"), (b"%PDF-1.7".to_vec(), "pdf")]
    {
        match world.try_run(FileKind::People, &bytes, &Settings::default()).await {
            Err(RunError::File(error)) => assert_eq!(error.code(), code),
            other => panic!("{code}: {other:?}"),
        }
    }
    let imports = relais_store::sql("select count(*) from import").value::<i64>(&world.org).await.unwrap();
    assert_eq!(imports, Some(0));
}

#[tokio::test]
async fn a_file_without_the_needed_columns_is_refused_with_their_names() {
    let world = world().await;
    let outcome = world.run(FileKind::Units, "Truc;Machin\n1;2\n", &Settings::default()).await;
    assert_eq!(outcome.record.error.as_deref(), Some("import-columns-missing"));
    assert_eq!(outcome.faults.len(), 4);
    drop(file(""));
}

#[tokio::test]
async fn a_file_beside_one_at_work_says_so_and_writes_nothing() {
    let world = world().await;
    let other = world.run(FileKind::People, people("E1;Inès;Marchal;;;;EVR;conseiller;;;\n"), &dry()).await;
    let tx = world.org.begin().await.unwrap();
    relais_store::sql("update import set state = 'applying', version = version + 1 where id = ")
        .arg(other.record.id)
        .run_one("import", &tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let text = people("E2;Paul;Girard;;;;EVR;conseiller;;;\n");
    let refused = world.try_run(FileKind::People, text, &Settings::default()).await.unwrap_err();
    assert!(matches!(refused, RunError::Busy), "{refused}");
    assert!(refused.to_string().starts_with("another import of the same kind is at work"));
}
