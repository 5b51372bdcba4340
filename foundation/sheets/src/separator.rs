//! Which character separates the cells, from the first lines.
//!
//! Each candidate cuts the beginning of the file as it would the whole, quotes included, so that a
//! comma inside a quoted cell never counts. The best is the one that cuts the most records into as
//! many cells as the first one; a candidate absent from the first line is none. Ties go to the one
//! that makes more cells, then to the order below: `;` is what French spreadsheets write, and a
//! comma inside texts is more common than a tab or a bar.

use crate::limits::Limits;
use crate::records::Records;

const CANDIDATES: [u8; 4] = [b';', b'\t', b',', b'|'];
const RECORDS_LOOKED_AT: usize = 30;

/// What the first lines say.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) separator: u8,
    /// The first line is Excel's `sep=;`, which is no row.
    pub(crate) declared: bool,
}

/// The separator of a file that begins with `beginning`; `;` when there is only one column.
pub(crate) fn find(beginning: &[u8]) -> Found {
    if let Some(separator) = declared(beginning) {
        return Found { separator, declared: true };
    }
    let mut best = (0, 0, CANDIDATES[0]);
    for candidate in CANDIDATES {
        let (agreeing, cells) = cut(beginning, candidate);
        if cells > 1 && (agreeing, cells) > (best.0, best.1) {
            best = (agreeing, cells, candidate);
        }
    }
    Found { separator: best.2, declared: false }
}

fn declared(beginning: &[u8]) -> Option<u8> {
    let line = beginning.split(|&byte| byte == b'\n' || byte == b'\r').next()?;
    match line {
        [s, e, p, b'=', separator] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => {
            CANDIDATES.contains(separator).then_some(*separator)
        }
        _ => None,
    }
}

/// How many records have as many cells as the first one, and how many cells that is. The last
/// record may be cut by the end of the sample, and a wrong candidate may meet a quote it cannot
/// read: both end the count.
fn cut(beginning: &[u8], separator: u8) -> (usize, usize) {
    let limits = Limits { max_columns: 10_000, ..Limits::default() };
    let mut records = Records::new(beginning, separator, &limits);
    let mut widths = Vec::new();
    while widths.len() < RECORDS_LOOKED_AT {
        match records.next() {
            Ok(Some(record)) if record.is_blank() => {}
            Ok(Some(record)) => widths.push(record.cells.len()),
            _ => break,
        }
    }
    let first = widths.first().copied().unwrap_or(0);
    (widths.iter().filter(|&&width| width == first).count(), first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found_in_the_first_lines() {
        let cases = [
            ("nom;prénom\nA;B\n", ';'),
            ("nom,prénom\nA,B\n", ','),
            ("nom\tprénom\nA\tB\n", '\t'),
            ("nom|prénom\nA|B\n", '|'),
            ("nom;prix\nA;1,5\nB;2,5\n", ';'),
            ("nom;note\nA;\"x, y, z\"\nB;\"x, y\"\n", ';'),
            ("\"nom, complet\";note\n\"A, b\";c\n", ';'),
            ("nom,note\nA,\"x; y\"\nB,\"z\n; t\"\n", ','),
            ("nom, prénom;âge\nA;1\nB;2\n", ';'),
            ("seule colonne\nA\n", ';'),
            ("a;b;c\n1;2\n1;2;3;4\n", ';'),
            ("\n\n  \nnom\tprénom\n", '\t'),
            ("", ';'),
        ];
        for (text, separator) in cases {
            assert_eq!(char::from(find(text.as_bytes()).separator), separator, "{text:?}");
        }
    }

    #[test]
    fn a_declared_separator_is_believed() {
        assert_eq!(find(b"sep=,\r\na;b,c\r\n"), Found { separator: b',', declared: true });
        assert_eq!(find(b"SEP=;\na\n"), Found { separator: b';', declared: true });
        assert!(!find(b"sep=x\na\n").declared);
    }
}
