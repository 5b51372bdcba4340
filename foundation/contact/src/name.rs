//! A customer's first name as they typed it: the one word of theirs that stands in our messages, so it can be nothing but a
//! name (SEC-06).

use relais_words::Fault;

/// A first name.
#[derive(Clone, PartialEq, Eq)]
pub struct GivenName(String);

const LONGEST: usize = 40;

impl GivenName {
    /// Reads what was typed: one to forty letters, with spaces, hyphens and apostrophes between them. No digit, no dot, no
    /// `/`, `:` or `@`: whatever a reader's device would make a link of. The fault is on the field `given_name`.
    pub fn read(typed: &str) -> Result<Self, Fault> {
        let refused = |key: &'static str| Fault::on("given_name", key);
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(refused("contact-name-missing"));
        }
        if name.chars().count() > LONGEST {
            return Err(refused("contact-name-long").with("n", LONGEST));
        }
        let between = |c: char| matches!(c, ' ' | '-' | '\u{2010}' | '\u{2011}' | '\'' | '’');
        let letters = name.chars().all(|c| is_letter(c) || between(c));
        if !letters || !name.starts_with(is_letter) || !name.ends_with(is_letter) {
            return Err(refused("contact-name-letters"));
        }
        Ok(Self(name))
    }

    /// One that [`GivenName::read`] wrote and the database kept.
    pub(crate) fn kept(text: String) -> Self {
        Self(text)
    }

    /// The name.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// A letter of any script, or a mark that completes one, as in a decomposed « é ». Letter-like numbers and signs (Ⅳ, ⓐ) are
/// none: they are drawn as something else.
fn is_letter(c: char) -> bool {
    let mark = matches!(c, '\u{300}'..='\u{36f}');
    let drawn = matches!(c, '\u{2100}'..='\u{218f}' | '\u{2460}'..='\u{24ff}' | '\u{ff00}'..='\u{ffef}' | '\u{1d400}'..='\u{1d7ff}' | '\u{1f100}'..='\u{1f1ff}');
    mark || (c.is_alphabetic() && !drawn)
}

/// A name is personal: it stands in no log.
impl std::fmt::Debug for GivenName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("GivenName(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_06_a_first_name_is_a_name() {
        for (typed, read) in [
            ("Inès", "Inès"),
            ("  Jean-Baptiste ", "Jean-Baptiste"),
            ("Marie   Claire", "Marie Claire"),
            ("D’Arcy", "D’Arcy"),
            ("N'Golo", "N'Golo"),
            ("Zoë", "Zoë"),
            ("Łukasz", "Łukasz"),
            ("محمد", "محمد"),
            ("Ine\u{300}s", "Ine\u{300}s"),
            ("O", "O"),
        ] {
            assert_eq!(GivenName::read(typed).unwrap().text(), read);
        }
        assert!(GivenName::read(&"é".repeat(40)).is_ok());
    }

    #[test]
    fn sec_06_a_first_name_is_never_a_link_a_number_or_a_sender() {
        for (typed, key) in [
            ("", "contact-name-missing"),
            (" \u{a0} ", "contact-name-missing"),
            ("clairlien.example", "contact-name-letters"),
            ("https://x.example", "contact-name-letters"),
            ("bit ly/x", "contact-name-letters"),
            ("ines@x", "contact-name-letters"),
            ("tel:36", "contact-name-letters"),
            ("Inès 2", "contact-name-letters"),
            ("0612345678", "contact-name-letters"),
            ("Inès\u{202e}", "contact-name-letters"),
            ("Ine\u{200b}s", "contact-name-letters"),
            ("x。example", "contact-name-letters"),
            ("x․example", "contact-name-letters"),
            ("ⓐⓑⓒ", "contact-name-letters"),
            ("Inès!", "contact-name-letters"),
            ("<b>", "contact-name-letters"),
            ("-Inès", "contact-name-letters"),
            ("Inès-", "contact-name-letters"),
            ("Inès'", "contact-name-letters"),
        ] {
            let fault = GivenName::read(typed).expect_err(typed);
            assert_eq!((&*fault.field, &*fault.key), ("given_name", key), "{typed:?}");
        }
        assert_eq!(GivenName::read(&"é".repeat(41)).unwrap_err().key, "contact-name-long");
        // An end of a line is a space like others: nothing after it can pass for a line of ours.
        assert_eq!(GivenName::read("Inès\nVotre code").unwrap().text(), "Inès Votre code");
        assert_eq!(format!("{:?}", GivenName::read("Inès").unwrap()), "GivenName(hidden)");
    }
}
