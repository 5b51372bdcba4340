//! Bank cards: 13 to 19 digits whose last checks the others (Luhn, ISO/IEC 7812-1 annex B).

use std::ops::Range;

use super::groups::{Group, Groups, followed, goes_on};
use super::written::Written;

const DIGITS: Range<usize> = 13..20;
/// No slash: what follows it is when the card expires.
const MARKS: &[char] = &['.', '-', '_'];
/// Groups of a card that is not alone; a shorter one may only be the last. One stretch in ten of any digits has the
/// right last one, so that a list of quantities would hold a card by chance.
const GROUP: usize = 4;

pub(super) fn at(written: &Written, start: usize) -> Option<Range<usize>> {
    // ISO/IEC 7812 has given 0 to no bank.
    if written.digit(start)? == 0 {
        return None;
    }
    let groups = Groups::from(written, start, DIGITS.end, MARKS);
    let begins = !goes_on(written, start, MARKS);
    let last = (0..groups.each.len()).rev().find(|last| {
        let (all, end) = (&groups.each[..=*last], groups.each[*last].end);
        let alone = begins && !followed(written, end, MARKS);
        DIGITS.contains(&all[*last].until)
            && (alone || even(all))
            && luhn(&groups.digits[..all[*last].until])
            && !written.at(end).is_alphanumeric()
            && !written.amount_until(end)
    })?;
    Some(start..groups.each[last].end)
}

fn even(all: &[Group]) -> bool {
    all[..all.len() - 1].iter().all(|group| group.end - group.start >= GROUP)
}

fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let doubled = u32::from(*digit) * if place % 2 == 1 { 2 } else { 1 };
            doubled / 10 + doubled % 10
        })
        .sum();
    sum.is_multiple_of(10)
}
