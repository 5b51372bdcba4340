//! Column letters, as spreadsheets show them.

/// The letters of a column counted from 0: `A`, …, `Z`, `AA`, …
///
/// ```
/// assert_eq!(relais_sheets::column_name(0), "A");
/// assert_eq!(relais_sheets::column_name(27), "AB");
/// ```
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        if left < 26 {
            break;
        }
        left = left / 26 - 1;
    }
    letters.iter().rev().collect()
}

/// The column, from 0, of a reference such as `AB12`; `None` when it has no letters or too many.
pub(crate) fn column_of(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let mut column = 0usize;
    for (place, letter) in letters.enumerate() {
        // XFD, the last column of a spreadsheet, has three letters.
        if place == 3 {
            return None;
        }
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    column.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_follow_the_spreadsheet() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(column_name(column), name);
            assert_eq!(column_of(&format!("{name}7")), Some(column));
        }
    }

    #[test]
    fn a_reference_without_letters_or_with_too_many_names_no_column() {
        for reference in ["", "7", "ABCD1", "é1"] {
            assert_eq!(column_of(reference), None, "{reference}");
        }
    }
}
