//! Folding: the form in which names are compared and searched.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Lower case without accents, ligatures opened, everything but letters and digits as single spaces.
///
/// ```
/// assert_eq!(relais_kernel::fold("  Évry – Sœur-Lætitia N'Diaye "), "evry soeur laetitia n diaye");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// The first letters of the first and last words, for a face without a picture.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|w| w.chars().next());
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_ligatures_do_not_matter() {
        assert_eq!(fold("ÉVRY"), fold("évry"));
        assert_eq!(fold("Œuvre"), "oeuvre");
        assert_eq!(fold("Jean-Noël  D’Arc"), "jean noel d arc");
        assert_eq!(fold("--"), "");
    }

    #[test]
    fn initials_take_the_outer_words() {
        assert_eq!(initials("Inès Marchal"), "IM");
        assert_eq!(initials("Le Goff"), "LG");
        assert_eq!(initials("élise"), "É");
    }

    proptest::proptest! {
        #[test]
        fn prop_folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
