//! How often a text is read, counted: in proportion to its length, whatever it holds.

use super::found_in;
use super::written::Written;

fn reads(text: &str) -> usize {
    let mut written = Written::of(text);
    found_in(&mut written);
    written.reads.get()
}

/// What would be slow for a scanner that goes back, or for one that looks again at everything.
const HARD: &[&str] = &[
    "1",
    "0",
    "0 ",
    "1 ",
    "0 1.",
    "01 ",
    "00 ",
    "+",
    "+3",
    "+33 ",
    "@",
    "a@",
    "a.",
    "a@a.",
    "a ",
    "(at)",
    " point a",
    "a arobase ",
    "FR76",
    "FR76 ",
    "A1 ",
    "AA-",
    "AA-111-",
    "AB-123-CD ",
    "AB-123-CD06 12 34 56 78",
    "0612345678 ",
    "06 12 34 56 7 ",
    "1 85 05 78 006 084 36 ",
    "4970 1012 3456 7890 ",
    "12.06.2026 ",
    "12.06.",
    "12/06/26 0612345678 ",
    "jean.dupont@exemple.fr",
    "jean.dupont@exemple.fr 06 12 34 56 78, ",
    "((",
    " ",
    "\u{200b}",
    "é",
    "9 euros ",
];

#[test]
fn prv_06_a_text_twice_as_long_is_read_twice_as_often() {
    for hard in HARD {
        let text = |signs: usize| hard.repeat(signs / hard.chars().count());
        let (once, twice) = (reads(&text(8_000)), reads(&text(16_000)));
        assert!(twice <= once * 21 / 10 + 1_000, "{hard:?}: {once} reads, then {twice}");
        assert!(twice <= 16_000 * 300, "{hard:?}: {} reads a sign", twice / 16_000);
    }
}

#[test]
fn prv_06_a_whole_book_of_digits_is_read_a_few_times() {
    for digit in ["0", "1", "4"] {
        let text = digit.repeat(200_000);
        let read = reads(&text);
        assert!(read < 25 * text.len(), "{digit}: {read} reads");
    }
}
