//! Typed words in letters (SEC-06): names of people and units, which anybody who fills in a form or a file chooses.

/// More than any name has.
const MOST: usize = 120;

/// The words, so that no mail reader makes a link of them: one line, not too long, and a space after each sign that
/// could hold an address together. `evil.example/x` reads `evil. example/ x`, `St. Denis` stays as it is.
pub(crate) fn plain(typed: &str) -> String {
    let mut words = String::with_capacity(typed.len());
    let mut held = false;
    for c in typed.chars().map(|c| if is_blank(c) { ' ' } else { c }).take(MOST) {
        if c == ' ' && (words.is_empty() || words.ends_with(' ')) {
            continue;
        }
        if held && c != ' ' {
            words.push(' ');
        }
        words.push(c);
        held = holds_together(c);
    }
    words.trim_end().to_owned()
}

/// Signs between the parts of an address, in any script's shape that readers take for them.
fn holds_together(c: char) -> bool {
    matches!(
        c,
        '.' | ':'
            | '/'
            | '\\'
            | '@'
            | '\u{ff0e}'
            | '\u{3002}'
            | '\u{ff61}'
            | '\u{ff0f}'
            | '\u{ff20}'
            | '\u{ff1a}'
            | '\u{2024}'
    )
}

/// What is no letter and shows nothing, or turns the line around.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_06_typed_words_never_hold_an_address_together() {
        for (typed, set) in [
            ("Inès Marchal", "Inès Marchal"),
            ("St. Denis – Bd. de l'Opéra", "St. Denis – Bd. de l'Opéra"),
            ("https://evil.example/x?y", "https: / / evil. example/ x?y"),
            ("www.evil.example", "www. evil. example"),
            ("a@b.example", "a@ b. example"),
            ("  deux\r\nBcc: lignes ", "deux Bcc: lignes"),
            ("evil\u{200b}.\u{202e}example", "evil . example"),
            ("evil。example", "evil。 example"),
            ("", ""),
        ] {
            assert_eq!(plain(typed), set, "{typed:?}");
        }
        assert_eq!(plain(&"é".repeat(500)).chars().count(), MOST);
    }

    proptest::proptest! {
        #[test]
        fn prop_plain_words_are_one_line_and_stay_as_they_are(typed in "\\PC{0,30}[.:/@\r\n\u{202e}]{0,4}\\PC{0,30}") {
            let once = plain(&typed);
            proptest::prop_assert!(!once.chars().any(char::is_control));
            let pairs = once.chars().zip(once.chars().skip(1));
            proptest::prop_assert!(pairs.into_iter().all(|(a, b)| !holds_together(a) || b == ' '));
        }
    }
}
