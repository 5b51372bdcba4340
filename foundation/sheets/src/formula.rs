//! Tells which texts a spreadsheet would run as a formula, and makes them harmless.
//!
//! The signs are those of OWASP's "CSV injection" page: `=`, `+`, `-`, `@`, tab and carriage return,
//! and the full-width forms that East Asian editions accept. White space and invisible characters in
//! front do not protect, since some programs drop them.

use std::borrow::Cow;

/// Whether a spreadsheet could take `text` for a formula.
///
/// Texts made of a sign, then only digits, spaces, dots and commas are none: `-3.5`,
/// `+33 6 12 34 56 78`. They can name no cell and call nothing, and a phone number that begins with
/// an apostrophe is of no use. A dash alone, the usual way to say "nothing", is none either.
pub fn looks_like_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let visible = text.trim_start_matches(|character: char| {
        character.is_whitespace()
            || character.is_control()
            || matches!(character, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
    });
    match visible.chars().next() {
        Some('=' | '@' | '＝' | '＠' | '＋' | '－') => true,
        Some(sign @ ('+' | '-')) => !is_plain_number(&visible[sign.len_utf8()..]),
        _ => false,
    }
}

/// `text`, with an apostrophe in front when it looks like a formula: spreadsheets then show it as it
/// is, and most do not show the apostrophe.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if looks_like_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn is_plain_number(after_sign: &str) -> bool {
    after_sign.is_empty()
        || after_sign.starts_with(|first: char| first.is_ascii_digit())
            && after_sign.chars().all(|character| {
                character.is_ascii_digit() || matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '.' | ',')
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_harmless() {
        for text in [
            "=1+1",
            "=HYPERLINK(\"http://x\")",
            "@SUM(A1)",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "-A1",
            "+33-6",
            "\t=1",
            "\rx",
            " =1",
            "\u{a0}=1",
            "\u{feff}@x",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "--1",
            "-.5",
        ] {
            assert_eq!(neutralised(text), format!("'{text}"));
        }
    }

    #[test]
    fn plain_texts_numbers_and_phones_are_left_alone() {
        for text in [
            "",
            "a=b",
            "'=1",
            "-3.5",
            "-1 234,50",
            "+33612345678",
            "+33 6 12 34 56 78",
            "-",
            "a-b",
            "– note",
            "1-2",
        ] {
            assert_eq!(neutralised(text), text);
        }
    }
}
