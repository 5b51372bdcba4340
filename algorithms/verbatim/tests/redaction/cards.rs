//! Bank cards.

use relais_verbatim::redaction::Kind;

use crate::{each_is, none_in, seen};

/// The digit that checks a card, by trying all ten against the sum of doubled places.
fn checked(body: &str) -> String {
    let sum = |digits: &str| -> u32 {
        let mut sum = 0;
        for (place, c) in digits.chars().rev().enumerate() {
            let digit = c.to_digit(10).unwrap();
            sum += match (place % 2, digit) {
                (0, _) => digit,
                (_, 0..=4) => digit * 2,
                _ => digit * 2 - 9,
            };
        }
        sum
    };
    (0..10).map(|last| format!("{body}{last}")).find(|all| sum(all) % 10 == 0).unwrap()
}

#[test]
fn prv_06_a_card_is_found_with_any_spacing() {
    assert_eq!(checked("497010000000001"), "4970100000000014");
    each_is(
        Kind::Card,
        &[
            "4970100000000014",
            "4970 1000 0000 0014",
            "4970-1000-0000-0014",
            "4970.1000.0000.0014",
            "4970\u{a0}1000\u{202f}0000\u{2009}0014",
            "4970 - 1000 - 0000 - 0014",
            "49 70 10 00 00 00 00 14",
            "4 970 100 000 000 014",
            "4970 1 000000000 14",
            "４９７０ １０００ ００００ ００１４",
            "3782 822463 10005",
            "378282246310005",
            "5555 5555 5555 4444",
            "3056 930902 5904",
            "4222 2222 2222 2",
            "6304 0000 0000 0000 00",
            "2223 0031 2200 3222",
        ],
    );
}

#[test]
fn prv_06_a_card_of_every_length_is_found() {
    for digits in 13..=19 {
        let card = checked(&"6304123456789012345"[..digits - 1]);
        each_is(Kind::Card, &[&card]);
    }
    none_in(&[&checked("63041234567"), &checked("6304123456789012345")]);
}

#[test]
fn prv_06_a_card_is_found_beside_other_digits() {
    for (text, kinds) in [
        ("4970 1000 0000 0014 12/27 123", vec![(Kind::Card, "4970 1000 0000 0014")]),
        ("12 4970 1000 0000 0014", vec![(Kind::Card, "4970 1000 0000 0014")]),
        (
            "4222 2222 2222 2 06 12 34 56 78",
            vec![(Kind::Card, "4222 2222 2222 2"), (Kind::Phone, "06 12 34 56 78")],
        ),
        (
            "4970100000000014 06 12 34 56 78",
            vec![(Kind::Card, "4970100000000014"), (Kind::Phone, "06 12 34 56 78")],
        ),
        ("49 70 10 00 00 00 00 14/1227", vec![(Kind::Card, "49 70 10 00 00 00 00 14")]),
    ] {
        assert_eq!(seen(text), kinds, "{text}");
    }
}

#[test]
fn prv_06_what_does_not_check_is_no_card() {
    none_in(&[
        "4970 1000 0000 0013",
        "4970 1000 0000 0041",
        "9470 1000 0000 0014",
        "A4970100000000014",
        "4970100000000014A",
        "4 970 100 000 000 014 €",
        "4 970 100 000 000 014 euros",
        "10 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 42 44 46 48 50",
        "49 70 10 00 00 00 00 14 12",
        "12 49 70 10 00 00 00 00 14",
        "4970 1000\n0000 0014",
    ]);
}
