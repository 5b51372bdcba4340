//! Bank accounts, their check digits counted again in another way.

use relais_verbatim::redaction::Kind;

use crate::{each_is, none_in, seen};

/// The check digits of an account by long division of the whole written out, instead of sign by sign.
fn account(country: &str, rest: &str) -> String {
    let written: String =
        format!("{rest}{country}00").chars().map(|c| c.to_digit(36).unwrap().to_string()).collect();
    let mut number = written;
    while number.len() > 2 {
        let cut = number.len().min(9);
        let head: u64 = number[..cut].parse().unwrap();
        number = format!("{}{}", head % 97, &number[cut..]);
    }
    let rest97: u64 = number.parse().unwrap();
    format!("{country}{:02}{rest}", 98 - rest97 % 97)
}

fn spaced(text: &str, by: usize, space: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    signs.chunks(by).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(space)
}

#[test]
fn prv_06_the_accounts_of_the_registry_are_found() {
    each_is(
        Kind::Iban,
        &[
            "FR76 3000 6000 0112 3456 7890 189",
            "FR14 2004 1010 0505 0001 3M02 606",
            "GB29 NWBK 6016 1331 9268 19",
            "DE89 3704 0044 0532 0130 00",
            "BE68 5390 0754 7034",
            "NL91 ABNA 0417 1643 00",
            "NO93 8601 1117 947",
            "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
            "LC55 HEMM 0001 0001 0012 0012 0002 3015",
            "CH93 0076 2011 6238 5295 7",
            "ES91 2100 0418 4502 0005 1332",
            "IT60 X054 2811 1010 0000 0123 456",
            "LU28 0019 4006 4475 0000",
            "PT50 0002 0123 1234 5678 9015 4",
            "MC58 1122 2000 0101 2345 6789 030",
        ],
    );
}

#[test]
fn prv_06_an_account_is_found_with_any_spacing() {
    let french = account("FR", "30006000011234567890189");
    assert_eq!(french, "FR7630006000011234567890189");
    for one in [french, account("FR", "20041010050500013M02606"), account("DE", "370400440532013000")] {
        for by in [2, 3, 4, 5, 7, 27] {
            for space in [" ", "-", ".", "\u{a0}", "\u{202f}", "  ", " - "] {
                let text = spaced(&one, by, space);
                each_is(Kind::Iban, &[&text]);
                each_is(Kind::Iban, &[&text.to_lowercase()]);
            }
        }
    }
    each_is(Kind::Iban, &["FR 76 3000 6000 0112 3456 7890 189", "FR7-6300-0600-0011-2345-6789-0189"]);
}

#[test]
fn prv_06_every_length_of_an_account_is_found() {
    // A country that the registry does not know.
    for length in 15..=34 {
        let rest: String = "123456789012345678901234567890"[..length - 4].to_owned();
        each_is(Kind::Iban, &[&account("ZZ", &rest)]);
    }
    none_in(&[&account("ZZ", "1234567890"), &account("ZZ", &"1".repeat(31))]);
    // One that it knows has its own length.
    none_in(&[&account("FR", "3000600001123456789018"), &account("DE", "3704004405320130001")]);
}

#[test]
fn prv_06_each_country_has_its_length() {
    for (country, length) in [
        ("NO", 15),
        ("BE", 16),
        ("NL", 18),
        ("SI", 19),
        ("AT", 20),
        ("LU", 20),
        ("CH", 21),
        ("GB", 22),
        ("DE", 22),
        ("GI", 23),
        ("ES", 24),
        ("PT", 25),
        ("TR", 26),
        ("FR", 27),
        ("PL", 28),
        ("BR", 29),
        ("JO", 30),
        ("MT", 31),
        ("LC", 32),
        ("RU", 33),
    ] {
        let rest = "123456789012345678901234567890"[..length - 4].to_owned();
        each_is(Kind::Iban, &[&account(country, &rest)]);
        none_in(&[&account(country, &format!("{rest}1"))]);
    }
}

#[test]
fn prv_06_an_account_ends_where_it_ends() {
    let text = "FR76 3000 6000 0112 3456 7890 189 06 12 34 56 78";
    assert_eq!(
        seen(text),
        [(Kind::Iban, "FR76 3000 6000 0112 3456 7890 189"), (Kind::Phone, "06 12 34 56 78")]
    );
}

#[test]
fn prv_06_what_does_not_check_is_no_account() {
    none_in(&[
        "FR76 3000 6000 0112 3456 7890 188",
        "FR67 3000 6000 0112 3456 7890 189",
        "FR76 3000 6000 0112 3456 7890 198",
        "XFR76 3000 6000 0112 3456 7890 189",
        "FR76 3000 6000 0112 3456 7890 189X",
        "F R76 3000 6000 0112 3456 7890 189",
        "FR76 3000 6000 0112 3456",
        "de 20 clients venus ce samedi matin deux sont repartis",
        &account("ZZ", "ABCDEFGHIJKLMNOPQRST"),
        &account("ZZ", "ABCDEFGHIJKL1234567"),
    ]);
    each_is(Kind::Iban, &[&account("ZZ", "ABCDEFGHIJKL12345678")]);
    // It would check, if there were accounts in « AU ».
    assert_eq!(seen("au 00335 28992916, merci"), [(Kind::Phone, "00335 28992916")]);
}
