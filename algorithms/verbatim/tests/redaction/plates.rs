//! Number plates.

use relais_verbatim::redaction::Kind;

use crate::{each_is, none_in, seen};

#[test]
fn prv_06_a_plate_is_found() {
    each_is(
        Kind::Plate,
        &[
            "AB-123-CD",
            "ab-123-cd",
            "Ab-123-Cd",
            "AB 123 CD",
            "AB\u{a0}123\u{a0}CD",
            "AB - 123 - CD",
            "AB–123–CD",
            "AB-123 CD",
            "ZZ-999-ZZ",
            "AA-001-AA",
            "WW-123-AB",
            "ＡＢ-１２３-ＣＤ",
            "DE-100-KM",
            "DE 100 BC",
            "BC 100 KM",
            "SA-123-SA",
        ],
    );
    assert_eq!(seen("garé AB-123-CD, 75"), [(Kind::Plate, "AB-123-CD")]);
}

#[test]
fn prv_06_an_old_plate_is_found_where_it_cannot_be_words() {
    each_is(
        Kind::Plate,
        &[
            "1234 AB 91",
            "1234-AB-91",
            "123 BCD 75",
            "9876 XY 2A",
            "9876 XY 2B",
            "1234 QR 971",
            "1234 QR 974",
            "1234 QR 976",
            "1234 AB 01",
            "1234 AB 95",
            "1234 - AB - 91",
        ],
    );
}

#[test]
fn prv_06_ordinary_text_is_no_plate() {
    none_in(&[
        "AB123CD",
        "AI-123-CD",
        "AB-123-OD",
        "AB-123-CU",
        "SS-123-AB",
        "AB-123-SS",
        "AB-000-CD",
        "AB-12-CD",
        "AB-1234-CD",
        "A-123-CD",
        "ABC-123-DE",
        "AB-123-C",
        "AB-123-CDE",
        "AB.123.CD",
        "AB  123  CD",
        "ab 123 cd",
        "ab-123 cd",
        "Ab 123 CD",
        "AB 123 Cd",
        "au bout de 100 km",
        "AU BOUT DE 100 KM",
        "LE 123 ET LE 124",
        "XAB-123-CD",
        "AB-123-CD5",
        "1AB-123-CD",
        "1234AB91",
        "1234 ab 91",
        "1234-ab-91",
        "1234 AB-91",
        "1234 AB 96",
        "1234 AB 00",
        "1234 AB 975",
        "1234 AB 2C",
        "1234 AB 9",
        "1234 AB 911",
        "12 AB 91",
        "12345 AB 91",
        "0234 AB 91",
        "1234 A 91",
        "1234 ABCD 91",
        "1234 AO 91",
        "1234 DE 91",
        "100 TTC 20",
        "100 KM 20",
        "250 EST 12",
        "2024 DEC 12",
        "1234 AB 91X",
        "1234.AB.91",
    ]);
}
