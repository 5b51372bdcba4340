//! What is found in free text and what is left, from outside.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod accounts;
mod cards;
mod emails;
mod persons;
mod phones;
mod plates;
mod properties;
mod sentences;
mod together;

use relais_verbatim::redaction::{Kind, find, redacted};

/// Names as a page would show them.
fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Phone => "[numéro]",
        Kind::Email => "[adresse]",
        Kind::Iban => "[compte]",
        Kind::Nir => "[sécurité sociale]",
        Kind::Card => "[carte]",
        Kind::Plate => "[plaque]",
    }
}

/// What is found, as it is written.
fn seen(text: &str) -> Vec<(Kind, &str)> {
    find(text).into_iter().map(|found| (found.kind, &text[found.start..found.end])).collect()
}

/// Each is found whole: alone, in a sentence, in brackets, and at the end of one.
fn each_is(kind: Kind, all: &[&str]) {
    for one in all {
        for (before, after) in
            [("", ""), ("mon numéro : ", " merci"), ("(", ")"), ("C'est ", "."), ("«\u{a0}", ", oui")]
        {
            let text = format!("{before}{one}{after}");
            assert_eq!(seen(&text), [(kind, *one)], "{text}");
        }
    }
}

/// Nothing is found in them.
fn none_in(all: &[&str]) {
    for text in all {
        assert_eq!(seen(text), [], "{text}");
        assert_eq!(redacted(text, name_of), *text);
    }
}
