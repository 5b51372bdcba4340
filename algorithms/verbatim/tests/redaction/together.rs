//! Several in one place, and where they stand.

use relais_verbatim::redaction::{Found, Kind, find, redacted};

use crate::{name_of, seen};

#[test]
fn prv_06_the_longest_wins() {
    for (text, expected) in [
        // A telephone number within an address, an account and a card.
        ("0612345678@exemple.fr", vec![(Kind::Email, "0612345678@exemple.fr")]),
        ("AB-123-CD@exemple.fr", vec![(Kind::Email, "AB-123-CD@exemple.fr")]),
        ("FR14 2004 1010 0505 0001 3M02 606", vec![(Kind::Iban, "FR14 2004 1010 0505 0001 3M02 606")]),
        // A card that goes on into a number loses it nothing.
        ("4111 0612 34 56 78", vec![(Kind::Phone, "0612 34 56 78")]),
        ("06 12 34 56 78 merci AB-123-CD", vec![(Kind::Phone, "06 12 34 56 78"), (Kind::Plate, "AB-123-CD")]),
    ] {
        assert_eq!(seen(text), expected, "{text}");
    }
}

#[test]
fn prv_06_of_two_as_long_the_first_kind_counts() {
    // Both a social security number without its key and a card.
    let both = "1850578006089";
    assert_eq!(seen(both), [(Kind::Nir, both)]);
    assert_eq!(seen("3850578006087"), [(Kind::Card, "3850578006087")]);
    let kinds = [Kind::Phone, Kind::Email, Kind::Iban, Kind::Nir, Kind::Card, Kind::Plate];
    assert!(kinds.is_sorted());
}

#[test]
fn prv_06_what_another_cut_off_is_looked_at_again() {
    // Glued to a plate, which could not be told from a serial number until the telephone number was taken.
    assert_eq!(redacted("AB-123-CD06 12 34 56 78", name_of), "[plaque][numéro]");
}

#[test]
fn prv_06_spans_are_bytes_of_the_text() {
    let text = "é : ０６ 12 34 56 78, à bientôt";
    let start = text.find('０').unwrap();
    assert_eq!(find(text), [Found { kind: Kind::Phone, start, end: text.find(',').unwrap() }]);
    assert_eq!(find(""), []);
}

#[test]
fn prv_06_what_cannot_be_seen_goes_with_what_it_changes() {
    // Phones put marks of direction around copied numbers.
    let text = "\u{202a}06 12 34 56 78\u{202c} merci";
    assert_eq!(redacted(text, name_of), "\u{202a}[numéro] merci");
    let text = "06 12 34 56 78\u{fe0f}\u{20e3}";
    assert_eq!(redacted(text, name_of), "[numéro]");
}
