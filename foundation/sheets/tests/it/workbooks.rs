use calamine::{DataType, Reader};
use relais_sheets::{Cell, Format, SheetError, XlsxWriter};

use crate::workbook::{parts, text, with_parts, workbook};
use crate::{opened, rows};

#[test]
fn cells_read_as_the_person_sees_them() {
    let shared = "<si><t>partagé</t></si><si><r><t xml:space=\"preserve\">gras </t></r><r><t>et &#233;</t></r><rPh><t>x</t></rPh></si><si/>";
    let row = concat!(
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\"><v>3</v></c>",
        "<c r=\"D2\"><v>0.30000000000000004</v></c><c r=\"E2\" s=\"1\"><v>45943</v></c><c r=\"F2\" s=\"2\"><v>45943.604166666664</v></c>",
        "<c r=\"G2\" t=\"b\"><v>1</v></c><c r=\"H2\" t=\"e\"><v>#REF!</v></c><c r=\"I2\" t=\"str\"><f>A1</f><v>a_x000D_&amp;</v></c>",
        "<c r=\"J2\" s=\"3\"><v>1.5</v></c><c r=\"K2\" t=\"d\"><v>2026-03-09T00:00:00</v></c><c r=\"L2\" s=\"1\"/></row>",
    );
    let header = (b'A'..=b'L').map(|c| text(&format!("{}1", char::from(c)), "h")).collect::<String>();
    let bytes = with_parts(&parts(&format!("<row r=\"1\">{header}</row>{row}"), shared));
    let row = rows(&bytes).unwrap().remove(0);
    assert_eq!(
        row.cells,
        [
            "partagé",
            "gras et é",
            "3",
            "0.3",
            "2025-10-13",
            "2025-10-13T14:30:00",
            "true",
            "",
            "a\n&",
            "36:00:00",
            "2026-03-09",
            ""
        ]
    );
    assert_eq!((row.line, row.ragged, row.errors), (2, false, vec![7]));
}

#[test]
fn the_first_visible_sheet_is_taken_and_another_can_be_chosen() {
    let bytes = workbook(&format!("<row r=\"3\">{}</row>", text("B3", " nom ")));
    let sheet = opened(&bytes).unwrap();
    assert_eq!(sheet.format(), Format::Xlsx);
    assert_eq!((sheet.encoding(), sheet.separator()), (None, None));
    assert_eq!(sheet.sheet_names(), ["Caché", "Un & un"]);
    assert_eq!(sheet.sheet_name(), Some("Un & un"));
    assert_eq!((sheet.header(), sheet.header_line()), (["", "nom"].map(str::to_owned).as_slice(), 3));
    let other = sheet.choose("Caché").unwrap();
    assert_eq!(other.header(), ["secret"]);
    assert_eq!(other.choose("Trois").err().unwrap().code(), "no-such-sheet");
}

#[test]
fn an_empty_sheet_in_front_is_passed_over_and_hidden_ones_are_never_taken() {
    let mut parts = parts("", "");
    assert_eq!(opened(with_parts(&parts)).err(), Some(SheetError::Empty));
    parts[1].1 = parts[1].1.replace("state=\"hidden\"", "");
    assert_eq!(opened(with_parts(&parts)).unwrap().sheet_name(), Some("Caché"));
    parts[1].1 = parts[1].1.replace("<sheets>", "<sheets><sheet name=\"Vide\" r:id=\"r1\"/>");
    assert_eq!(opened(with_parts(&parts)).unwrap().sheet_name(), Some("Caché"));
}

#[test]
fn sheets_and_writers_can_move_to_another_thread() {
    fn movable<T: Send + 'static>() {}
    movable::<relais_sheets::Sheet>();
    movable::<XlsxWriter>();
    movable::<relais_sheets::CsvWriter<Vec<u8>>>();
}

#[test]
fn sparse_rows_keep_their_places_and_width() {
    let bytes = workbook(&format!(
        "<row r=\"1\">{}{}</row><row r=\"4\">{}</row><row r=\"5\"><c r=\"A5\"/></row><row r=\"9\">{}</row>",
        text("A1", "a"),
        text("C1", "c"),
        text("B4", "x"),
        text("E9", "y")
    ));
    let rows = rows(&bytes).unwrap();
    assert_eq!(
        (rows[0].line, rows[0].ragged, rows[0].cells.as_slice()),
        (4, false, ["", "x", ""].map(str::to_owned).as_slice())
    );
    assert_eq!((rows[1].line, rows[1].ragged, rows[1].cells.len()), (9, true, 5));
}

#[test]
fn rows_and_cells_without_references_follow_each_other() {
    let bytes = workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>");
    assert_eq!(opened(&bytes).unwrap().header(), ["1", "2"]);
    assert_eq!(rows(&bytes).unwrap()[0].line, 2);
}

#[test]
fn a_workbook_that_contradicts_itself_is_damaged() {
    for rows in [
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>",
        "<row r=\"9999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&unknown;</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>1",
    ] {
        let error = crate::rows(workbook(rows)).unwrap_err();
        assert_eq!(error.code(), "damaged", "{rows}");
    }
}

#[test]
fn calamine_reads_what_is_written_and_reads_the_same() {
    let mut writer = XlsxWriter::new("Été").unwrap();
    let rows = [
        vec![Cell::from("texte"), Cell::from("=1+1"), Cell::from("nombre")],
        vec![Cell::from("l’œuvre\n\"x\" <&> _x0041_"), Cell::from("+33 6 12"), Cell::Float(-3.5)],
        vec![Cell::Int(7), Cell::Int(i64::MAX), Cell::Day(2026, 3, 9)],
    ];
    for row in &rows {
        writer.row(row).unwrap();
    }
    let mut bytes = Vec::new();
    writer.finish(&mut bytes).unwrap();

    let sheet = opened(&bytes).unwrap();
    assert_eq!(
        (sheet.sheet_name(), sheet.header()),
        (Some("Été"), ["texte", "=1+1", "nombre"].map(str::to_owned).as_slice())
    );
    let ours: Vec<_> = sheet.map(|row| row.unwrap().cells).collect();
    assert_eq!(ours[0], ["l’œuvre\n\"x\" <&> _x0041_", "+33 6 12", "-3.5"]);
    assert_eq!(ours[1], ["7", "9223372036854775807", "2026-03-09"]);

    let mut second: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let range = second.worksheet_range("Été").unwrap();
    assert!(second.worksheet_formula("Été").unwrap().is_empty());
    for (row, ours) in range.rows().skip(1).zip(&ours) {
        for (theirs, ours) in row.iter().zip(ours) {
            let day = theirs.get_datetime().map(|day| day.to_ymd_hms_milli());
            let text = day.map_or(theirs.to_string(), |(y, m, d, ..)| format!("{y:04}-{m:02}-{d:02}"));
            assert_eq!(&text, ours);
        }
    }
}

#[test]
fn the_same_cells_make_the_same_file() {
    let write = || {
        let mut writer = XlsxWriter::new("a").unwrap();
        writer.row(&[Cell::from("a")]).unwrap();
        let mut bytes = Vec::new();
        writer.finish(&mut bytes).unwrap();
        bytes
    };
    assert_eq!(write(), write());
}

#[test]
fn what_a_spreadsheet_cannot_hold_is_refused_on_writing() {
    let mut writer = XlsxWriter::new("a").unwrap();
    let error = writer.row(&[Cell::Empty, Cell::from("x".repeat(32_768))]).unwrap_err();
    assert_eq!(error, SheetError::CellTooLong { line: 1, column: 1, limit: 32_767 });
    assert_eq!(XlsxWriter::new("a/b").err().unwrap().code(), "cannot-write");
}
