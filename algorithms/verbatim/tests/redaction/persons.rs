//! Social security numbers, their keys counted again in another way.

use relais_verbatim::redaction::Kind;

use crate::{each_is, none_in, seen};

/// The key by repeated subtraction of shifted 97s, with Corsica as INSEE says it: without its letter and less a million
/// (2A) or two (2B).
fn key(body: &str) -> String {
    let less = if body.contains('A') {
        1_000_000
    } else if body.contains('B') {
        2_000_000
    } else {
        0
    };
    let mut rest = body.replace(['A', 'B'], "0").parse::<u64>().unwrap() - less;
    let mut shifted = 97 * 10_u64.pow(12);
    while shifted >= 97 {
        while rest >= shifted {
            rest -= shifted;
        }
        shifted /= 10;
        shifted -= shifted % 97;
    }
    format!("{:02}", 97 - rest)
}

fn whole(body: &str) -> String {
    format!("{body}{}", key(body))
}

#[test]
fn prv_06_a_number_of_fifteen_is_found_by_its_key() {
    assert_eq!(whole("2550814168025"), "255081416802538");
    for body in [
        "1850578006084",
        "2550814168025",
        "185052A006084",
        "185052B006084",
        "2990799123456",
        "1852097123456",
        "1854299123456",
        "3855078006084",
        "4859978006084",
        "7850178006084",
        "8851278006084",
    ] {
        each_is(Kind::Nir, &[&whole(body), &whole(body).to_lowercase()]);
        // Another key is another number, or none: 13 digits and two more are not alone.
        let wrong = (key(body).parse::<u32>().unwrap() % 97) + 1;
        none_in(&[&format!("{body}{wrong:02}")]);
    }
}

#[test]
fn prv_06_a_number_is_found_with_any_spacing() {
    each_is(
        Kind::Nir,
        &[
            "1 85 05 78 006 084 91",
            "1\u{a0}85\u{a0}05\u{a0}78\u{202f}006\u{202f}084\u{2009}91",
            "1.85.05.78.006.084.91",
            "1-85-05-78-006-084-91",
            "1/85/05/78/006/084/91",
            "1850578006084 91",
            "18505 78006 08491",
            "1 8 5 0 5 7 8 0 0 6 0 8 4 9 1",
            "185 0578 006084 91",
            "1 85 05 2A 006 084 35",
            "1 85 05 2a 006 084 35",
            "1 85 05 2 A 006 084 35",
            "1 85 05 2B 006 084 62",
        ],
    );
}

#[test]
fn prv_06_a_number_without_its_key_is_found_where_it_is_likely() {
    each_is(
        Kind::Nir,
        &[
            "1850578006084",
            "1 85 05 78 006 084",
            "2 85 12 2A 006 084",
            "185 05 78 006 08 4",
            "1850178006084",
            "1851278006084",
            "1852078006084",
            "1854278006084",
            "1855078006084",
            "1859978006084",
            "1850501006084",
            "1850599006084",
        ],
    );
    assert_eq!(
        seen("1 85 05 78 006 084 06 12 34 56 78"),
        [(Kind::Nir, "1 85 05 78 006 084"), (Kind::Phone, "06 12 34 56 78")]
    );
    assert_eq!(seen("13 1850578006084"), [(Kind::Nir, "1850578006084")]);
}

#[test]
fn prv_06_what_is_no_social_security_number_is_left() {
    none_in(&[
        // A month that there is not, a department that there is not, no person.
        "1850078006085",
        "1851378006085",
        "1851978006085",
        "1854378006085",
        "1854978006085",
        "1850500006085",
        "5850578006084",
        "9850578006084",
        // Bar codes of French products begin with 3.
        "3017620422003",
        "7850578006084",
        // Too short, too long, glued, within a list, and an amount.
        "185057800608",
        "18505780060845",
        "X1850578006084",
        "1850578006084X",
        "1 850 578 006 084 €",
        "1 850 578 006 084 12 14 16 18",
        "12 14 16 18 185 12 78 006 08 4",
        "185 12 78 006 08 4 12 14 16",
        "185 05 2C 006 084",
        "1 85 05 3A 006 084",
        "12.06.2026 14 30 5",
        "2026-06-12 10 500",
        // With a key, the month must be one all the same.
        &whole("1851378006084"),
        &whole("5850578006084"),
    ]);
}
