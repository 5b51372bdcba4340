//! Telephone numbers: what begins with 0, 00 or +.

use std::ops::Range;

use super::groups::{Group, Groups, MARKS, followed, goes_on};
use super::written::Written;

/// Marks within a number: those of all numbers, and the end of an area in brackets, « (01) 60 … ».
const NATIONAL: &[char] = &['.', '-', '_', '/', ')'];
/// And its beginning, « +1 (212) … », « +33 (0)6 … ».
const INTERNATIONAL: &[char] = &['.', '-', '_', '/', ')', '('];

/// Digits after +: E.164 allows 15, and no country has fewer than 8 with its code (ARCEP and ITU).
const LEAST: usize = 8;
const MOST: usize = 15;
/// A French number with its 0.
const FRENCH: usize = 10;
/// What begins with 0 and is as long as this is a number with a slip of the finger, if nothing better.
const SLIP: usize = 9;
/// Codes of France and overseas; nine digits follow, or ten with the 0 that some write all the same.
const PLAN: [&[u8]; 5] = [&[3, 3], &[2, 6, 2], &[5, 9, 0], &[5, 9, 4], &[5, 9, 6]];
/// A number in this many groups is one, also where a space before or after it was forgotten; with fewer it may be a
/// serial number.
const SURELY: usize = 3;
/// Words that are no serial number when they touch a telephone number, without accents or in lower case.
const NAMES: &[&str] = &[
    "tel", "tél", "tph", "phone", "port", "portable", "mob", "mobile", "fixe", "gsm", "num", "numero",
    "numéro", "au", "le", "call",
];

pub(super) fn at(written: &Written, at: usize) -> Option<Range<usize>> {
    if written.at(at) == '+' {
        let space = usize::from(written.at(at + 1) == ' ');
        let start = at + 1 + space;
        if written.before(at).is_ascii_digit() {
            return None;
        }
        return abroad(written, &Groups::from(written, start, MOST, INTERNATIONAL), 0)
            .map(|end| opened(written, at, start, end));
    }
    written.digit(at)?;
    if written.before(at).is_ascii_digit() {
        return None;
    }
    let end = match written.at(at) {
        '0' => beginning_with_0(written, at)?,
        '3' => without_plus(written, at)?,
        _ => return None,
    };
    Some(opened(written, at, at, end))
}

/// With the bracket before the first group, if its end is within the number.
fn opened(written: &Written, start: usize, first: usize, end: usize) -> Range<usize> {
    let past = written.while_at(first, MOST, |sign| sign.is_ascii_digit());
    let within = past < end && written.at(past) == ')' && written.before(start) == '(';
    start - usize::from(within)..end
}

fn beginning_with_0(written: &Written, start: usize) -> Option<usize> {
    let goes_on = goes_on(written, start, NATIONAL);
    let first = written.while_at(start, 4, |sign| sign.is_ascii_digit()) - start;
    let groups = Groups::from(written, start, MOST + 2, INTERNATIONAL);
    let double = groups.digits.get(1) == Some(&0);
    // « 1 003 345 678 901 » is an amount: there, 00 stands alone or has its country with it.
    let abroad = || abroad(written, &groups, 2).filter(|end| free(written, start, *end, &groups));
    if double
        && !(goes_on && first == 3)
        && let Some(end) = abroad()
    {
        return Some(end);
    }
    if double && goes_on {
        return None;
    }
    let groups = until_tidy(written, start, Groups::from(written, start, MOST + 2, NATIONAL));
    let french = groups.exactly(FRENCH).filter(|_| !double).and_then(<[Group]>::last);
    // What goes on with a number is nothing but a French one: « 1 012 345 678 ».
    let slip = || groups.each.last().filter(|last| !goes_on && last.until >= SLIP);
    let end = match french {
        Some(last) => last.end,
        None => rest(written, slip()?.end),
    };
    free(written, start, end, &groups).then_some(end)
}

/// The end of all digits that follow, until a number that is written evenly. Were only a part of them taken, the rest
/// would begin with a 0 again, and again.
fn rest(written: &Written, mut end: usize) -> usize {
    while let Some(joint) = written.joint(end, NATIONAL) {
        let group = Groups::from(written, joint.past, 1, NATIONAL);
        match group.each.first() {
            Some(group) if !is_tidy_at(written, group.start) => end = group.end,
            _ => break,
        }
    }
    end
}

/// The code of mainland France without its plus, before a mobile number, and nothing else around: « 33612345678 ».
fn without_plus(written: &Written, start: usize) -> Option<usize> {
    let groups = Groups::from(written, start, MOST, NATIONAL);
    let end = groups.exactly(11)?.last()?.end;
    let mobile = matches!(groups.digits[..3], [3, 3, 6 | 7]);
    let alone = !goes_on(written, start, NATIONAL) && !followed(written, end, MARKS);
    (mobile && alone && free(written, start, end, &groups) && !written.amount_until(end)).then_some(end)
}

/// The end of an international number whose code begins after so many digits.
fn abroad(written: &Written, groups: &Groups, skipped: usize) -> Option<usize> {
    let digits = groups.digits.get(skipped..)?;
    if digits.first().is_none_or(|first| *first == 0) {
        return None;
    }
    if let Some(code) = PLAN.iter().find(|code| digits.starts_with(code)) {
        let with_0 = usize::from(digits.get(code.len()) == Some(&0));
        if let Some(all) = groups.exactly(skipped + code.len() + SLIP + with_0) {
            return all.last().map(|group| group.end);
        }
    }
    // Another number after it is not eaten: « +32 475 12 34 56 06 12 34 56 78 ».
    let tidy = |group: &&Group| group.until > skipped + 2 && is_tidy_at(written, group.start);
    let until = groups.each.iter().skip(1).find(tidy).map_or(usize::MAX, |group| group.start);
    groups
        .each
        .iter()
        .rfind(|group| group.start < until && (skipped + LEAST..=skipped + MOST).contains(&group.until))
        .map(|group| group.end)
        .filter(|end| !written.amount_until(*end))
}

/// Whether letters that touch the number leave it one.
fn free(written: &Written, start: usize, end: usize, groups: &Groups) -> bool {
    let surely = groups.each.iter().filter(|group| group.start < end).count() >= SURELY;
    let from = written.while_before(start, 9, char::is_alphabetic);
    let before = from == start || NAMES.contains(&written.lower(from..start).as_str());
    surely || (before && !written.at(end).is_alphanumeric())
}

/// Leaves a number that is written evenly to itself: « 03/04 06.12.34.56.78 ».
fn until_tidy(written: &Written, start: usize, mut groups: Groups) -> Groups {
    if !is_tidy_at(written, start) {
        let tidy = groups.each.iter().skip(1).position(|group| is_tidy_at(written, group.start));
        if let Some(before) = tidy {
            groups.each.truncate(before + 1);
        }
    }
    groups
}

/// Ten digits as in France, with the same mark everywhere. Asked often, so that it stops where it can.
fn is_tidy_at(written: &Written, start: usize) -> bool {
    let (mut at, mut digits, mut mark) = (start, 0, None);
    while digits < FRENCH {
        match (written.digit(at), digits) {
            (Some(1..), 0) | (Some(0), 1) => return false,
            (Some(_), _) => {
                digits += 1;
                at += 1;
            }
            (None, _) => match written.joint(at, NATIONAL) {
                Some(joint)
                    if written.digit(joint.past).is_some()
                        && *mark.get_or_insert(joint.mark) == joint.mark =>
                {
                    at = joint.past;
                }
                _ => return false,
            },
        }
    }
    written.digit(at).is_none()
}
