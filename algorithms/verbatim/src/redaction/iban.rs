//! Bank accounts: a country, two digits that check the rest (ISO 7064 MOD 97-10), and the account.

use std::ops::Range;

use super::groups::MARKS;
use super::written::Written;

/// How many signs there are by country (registry of ISO 13616). Where one is not here, any length that checks, if its
/// letters touch the digits: « au 06 » is no country.
const LENGTHS: [(usize, &str); 18] = [
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FK FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];
const LEAST: usize = 15;
const MOST: usize = 34;
/// Accounts are numbers with a few letters. Without this « de 20 » and « es 12 » would begin accounts made of prose.
const DIGITS: usize = 10;

pub(super) fn at(written: &Written, start: usize) -> Option<Range<usize>> {
    let (signs, ends) = read(written, start)?;
    let country: String = signs[..2].iter().collect();
    let known = LENGTHS.iter().find(|(_, countries)| countries.split(' ').any(|one| one == country));
    let lengths = match known {
        Some((length, _)) => *length..=*length,
        None if ends[2] == ends[1] + 1 => LEAST..=MOST,
        None => return None,
    };
    let end = lengths.rev().find_map(|length| {
        let end = *ends.get(length - 1)?;
        let digits = signs[..length].iter().filter(|sign| sign.is_ascii_digit()).count();
        let whole = !written.at(end).is_alphanumeric();
        (whole && digits >= DIGITS && checks(&signs[..length])).then_some(end)
    })?;
    Some(start..end)
}

/// The signs from a country and two digits on, in upper case, and where each ends.
fn read(written: &Written, start: usize) -> Option<(Vec<char>, Vec<usize>)> {
    let (mut signs, mut ends) = (Vec::new(), Vec::new());
    let mut at = start;
    while signs.len() < MOST {
        let sign = written.at(at).to_ascii_uppercase();
        let fits = match signs.len() {
            0..2 => sign.is_ascii_uppercase(),
            2..4 => sign.is_ascii_digit(),
            _ => sign.is_ascii_alphanumeric(),
        };
        if fits {
            signs.push(sign);
            ends.push(at + 1);
            at += 1;
        } else {
            match written.joint(at, MARKS) {
                // The two letters of a country are never parted.
                Some(joint) if signs.len() >= 2 => at = joint.past,
                _ => break,
            }
        }
    }
    (signs.len() >= LEAST).then_some((signs, ends))
}

/// With the first four signs moved to the end and letters as 10 to 35, the rest by 97 is one.
fn checks(signs: &[char]) -> bool {
    let rest =
        signs[4..].iter().chain(&signs[..4]).filter_map(|sign| sign.to_digit(36)).fold(0, |rest, value| {
            let shifted = if value < 10 { rest * 10 } else { rest * 100 };
            (shifted + value) % 97
        });
    rest == 1
}
