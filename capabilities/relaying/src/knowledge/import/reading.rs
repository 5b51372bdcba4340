//! What a file of questions and answers holds: tables, Markdown, HTML. Only text is taken; markup and scripts are left behind.

mod builder;
mod html;
mod markdown;

use std::io::Cursor;

use relais_sheets::{Limits, Wanted, guess, open};
use relais_words::Fault;
use serde::{Deserialize, Serialize};

pub(super) use builder::Item;

/// Bytes of a file.
pub(super) const MOST_BYTES: u64 = 512 * 1024;
/// Questions of a file.
pub(super) const MOST_ITEMS: usize = 500;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Format {
    Table,
    Markdown,
    Html,
}

/// The questions and answers of a file, in its order.
pub(super) fn items(name: &str, bytes: Vec<u8>) -> Result<Vec<Item>, Fault> {
    let items = match format(name, &bytes) {
        Format::Table => table(bytes)?,
        Format::Markdown => markdown::items(&text(bytes)?),
        Format::Html => html::items(&text(bytes)?),
    };
    match items.len() {
        0 => Err(Fault::on("file", "knowledge-import-nothing")),
        n if n > MOST_ITEMS => Err(Fault::on("file", "knowledge-import-too-many").with("n", MOST_ITEMS)),
        _ => Ok(items),
    }
}

/// By its name, and by how it begins where the name does not tell.
fn format(name: &str, bytes: &[u8]) -> Format {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("md" | "markdown") => Format::Markdown,
        Some("html" | "htm" | "xhtml") => Format::Html,
        Some("csv" | "tsv" | "xlsx" | "xlsm") => Format::Table,
        _ if bytes.starts_with(b"PK") => Format::Table,
        _ => {
            let begun = bytes.get(..bytes.len().min(2000)).unwrap_or_default();
            let begun = String::from_utf8_lossy(begun);
            let begun = begun.trim_start_matches('\u{feff}').trim_start();
            if begun.starts_with('<') {
                Format::Html
            } else if begun.lines().any(|line| line.starts_with('#')) {
                Format::Markdown
            } else {
                Format::Table
            }
        }
    }
}

fn text(bytes: Vec<u8>) -> Result<String, Fault> {
    let text = String::from_utf8(bytes).map_err(|_| Fault::on("file", "knowledge-import-not-text"))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

const COLUMNS: [Wanted<'_>; 2] = [
    Wanted { code: "title", names: &["question", "titre", "title", "intitulé", "sujet", "demande"] },
    Wanted { code: "answer", names: &["réponse", "answer", "solution", "contenu", "procédure"] },
];

fn table(bytes: Vec<u8>) -> Result<Vec<Item>, Fault> {
    let limits = Limits {
        max_bytes: MOST_BYTES,
        max_rows: u64::try_from(MOST_ITEMS).unwrap_or(u64::MAX) + 1,
        max_columns: 50,
        max_unzipped_bytes: 16 * 1024 * 1024,
        max_shared_bytes: 4 * 1024 * 1024,
        ..Limits::default()
    };
    let unreadable = || Fault::on("file", "knowledge-import-unreadable");
    let sheet = open(Cursor::new(bytes), limits).map_err(|_| unreadable())?;
    let found = guess(sheet.header(), &COLUMNS);
    let (Some(Some(title)), Some(Some(answer))) = (found.first().copied(), found.get(1).copied()) else {
        return Err(Fault::on("file", "knowledge-import-columns"));
    };
    let mut items = Vec::new();
    for row in sheet {
        let row = row.map_err(|_| unreadable())?;
        let cell = |column: usize| row.cells.get(column).cloned().unwrap_or_default();
        items.push(Item { line: row.line, title: cell(title), answer: cell(answer) });
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, text: &str) -> Vec<(u64, String, String)> {
        let items = items(name, text.as_bytes().to_vec()).unwrap();
        items.into_iter().map(|item| (item.line, item.title, item.answer)).collect()
    }

    fn refused(name: &str, bytes: &[u8]) -> String {
        items(name, bytes.to_vec()).unwrap_err().key.to_string()
    }

    #[test]
    fn exp_07_a_table_is_read_by_the_names_of_its_columns() {
        let text =
            "Thème;Question;Réponse\nBox;Voyant orange ?;\"1. Débrancher.\n2. Attendre.\"\n;Sans réponse;\n";
        assert_eq!(
            read("faq.csv", text),
            [
                (2, "Voyant orange ?".into(), "1. Débrancher.\n2. Attendre.".into()),
                (4, "Sans réponse".into(), String::new()),
            ]
        );
        assert_eq!(refused("faq.csv", b"nom;ville\nInes;Evry\n"), "knowledge-import-columns");
        assert_eq!(refused("faq.csv", b""), "knowledge-import-unreadable");
        let many = format!("question;réponse\n{}", "Voyant ?;Attendre.\n".repeat(501));
        assert_eq!(refused("faq.csv", many.as_bytes()), "knowledge-import-too-many");
    }

    #[test]
    fn exp_07_headings_of_markdown_are_titles_and_what_follows_answers() {
        let text = "# FAQ\n\nBienvenue.\n\n## Box\n\n### Voyant *orange* ?\n\nSouvent la [ligne](http://x).\n\n1. Débrancher\n   la box.\n2. Attendre.\n\n- ou appeler\n\n<script>alert(1)</script>\n\n### Sans réponse\n\n## Autre ?\nOui.\n";
        assert_eq!(
            read("faq.md", text),
            [
                (1, "FAQ".into(), "Bienvenue.".into()),
                (
                    7,
                    "Voyant orange ?".into(),
                    "Souvent la ligne.\n1. Débrancher la box.\n2. Attendre.\n- ou appeler".into()
                ),
                (19, "Sans réponse".into(), String::new()),
                (21, "Autre ?".into(), "Oui.".into()),
            ]
        );
        assert_eq!(refused("faq.md", b"rien"), "knowledge-import-nothing");
        assert_eq!(refused("faq.md", &[0xff, 0xfe, 0x41]), "knowledge-import-not-text");
    }

    #[test]
    fn exp_07_of_html_only_its_text_is_taken() {
        let text = "<html><head><title>FAQ</title><style>h2{}</style></head><body>\n<h1>FAQ</h1>\n<h2>Voyant <b>orange</b>&nbsp;?</h2>\n<p onclick='x()'>Souvent la ligne&nbsp;:</p><ol><li>Débrancher</li><li>Attendre</li></ol><script>alert('<h2>x</h2>')</script><h2>Et le <i>Wi-Fi</i> ?</h2><ul><li>Canal 5 &lt; 11</li></ul><img src=x onerror=alert(1)>\n<dl><dt>eSIM ?</dt><dd>Lire le code.</dd></dl><details><summary>Facture ?</summary>En ligne.<template><p>non</p></template></details>";
        assert_eq!(
            read("faq.html", text),
            [
                (3, "Voyant orange ?".into(), "Souvent la ligne :\n1. Débrancher\n2. Attendre".into()),
                (4, "Et le Wi-Fi ?".into(), "- Canal 5 < 11".into()),
                (5, "eSIM ?".into(), "Lire le code.".into()),
                (5, "Facture ?".into(), "En ligne.".into()),
            ]
        );
        assert_eq!(read("faq", text).len(), 4, "found by how it begins");
    }
}
