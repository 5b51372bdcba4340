//! French typography, applied once when a file is read.

/// Puts the no-break spaces that French wants and keyboards do not give.
pub(crate) fn french(source: &str) -> String {
    let mut text = source.to_owned();
    for (typed, set) in [
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        (" :", "\u{a0}:"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" %", "\u{a0}%"),
        (" €", "\u{a0}€"),
    ] {
        text = text.replace(typed, set);
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn spaces_before_high_punctuation_do_not_break() {
        assert_eq!(
            super::french("Qui attend ? « Vous » : 3 %"),
            "Qui attend\u{202f}? «\u{a0}Vous\u{a0}»\u{a0}: 3\u{a0}%"
        );
    }
}
