//! Builds workbooks by hand, so that tests can build bad ones.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONS: &str = r#"<Relationships xmlns="x"><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="r3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r4" Type="http://x/styles" Target="styles.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns:r="x"><sheets><sheet name="Caché" sheetId="1" state="hidden" r:id="r2"/><sheet name="Un &amp; un" sheetId="2" r:id="r1"/></sheets></workbook>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>"#;
const PACKAGE: &str = r#"<Relationships xmlns="x"><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// A workbook whose visible sheet has this XML inside `sheetData`.
pub(crate) fn workbook(rows: &str) -> Vec<u8> {
    with_parts(&parts(rows, ""))
}

/// The parts of a workbook, to be changed.
pub(crate) fn parts(rows: &str, shared: &str) -> Vec<(String, String)> {
    let sheet =
        |rows: &str| format!("<worksheet><dimension ref=\"A1\"/><sheetData>{rows}</sheetData></worksheet>");
    [
        ("_rels/.rels", PACKAGE.to_owned()),
        ("xl/workbook.xml", WORKBOOK.to_owned()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.to_owned()),
        ("xl/styles.xml", STYLES.to_owned()),
        ("xl/sharedStrings.xml", format!("<sst>{shared}</sst>")),
        ("xl/worksheets/sheet1.xml", sheet(rows)),
        (
            "xl/worksheets/sheet2.xml",
            sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>secret</t></is></c></row>"),
        ),
    ]
    .into_iter()
    .map(|(path, content)| (path.to_owned(), content))
    .collect()
}

/// An archive of these parts.
pub(crate) fn with_parts(parts: &[(String, String)]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, content) in parts {
        zip.start_file(path.as_str(), options).expect("an archive in memory");
        zip.write_all(content.as_bytes()).expect("an archive in memory");
    }
    zip.finish().expect("an archive in memory").into_inner()
}

/// An inline text cell.
pub(crate) fn text(reference: &str, text: &str) -> String {
    format!("<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}
