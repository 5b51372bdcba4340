//! E-mail addresses, also as people write them to hide them from machines or from a keyboard without an at sign.

use std::ops::Range;

use super::written::Written;

/// Endings that are believed in an address with spaces or words in it. No ending that is a word (« de », « es »,
/// « info »), so that « @boutique. De plus » is none.
const ENDINGS: &[&str] = &[
    "be", "biz", "bzh", "ch", "com", "eu", "fr", "gf", "gp", "io", "lu", "mq", "nc", "net", "org", "pf",
    "uk", "yt",
];
/// Whose addresses are recognised without an ending: « marie.martin@gmail ».
const PROVIDERS: &[&str] = &[
    "free", "gmail", "hotmail", "icloud", "laposte", "live", "orange", "outlook", "sfr", "wanadoo", "yahoo",
];
const AT: &[&str] = &["arobas", "arobase", "arrobase"];
const DOT: &[&str] = &["dot", "point"];
/// Words between the parts of a name, besides a dot.
const WITHIN: &[&str] = &["dot", "moins", "point", "tiret", "underscore"];

/// Lengths of RFC 5321 (4.5.3.1) and RFC 1035 (2.3.4).
const LOCAL: usize = 64;
const LABEL: usize = 63;
const DOMAIN: usize = 255;
/// The longest of the words above.
const WORD: usize = 10;
/// How many parts a name that is written out has at most.
const PARTS: usize = 5;
/// Spaces beside an at sign or a dot.
const SPACES: usize = 2;

/// An at sign in any spelling.
struct At {
    signs: Range<usize>,
    written_out: bool,
}

pub(super) fn at(written: &Written, at: usize) -> Option<Range<usize>> {
    let at = at_sign(written, at)?;
    let from = past_spaces(written, at.signs.end);
    let to = before_spaces(written, at.signs.start);
    let tight = !at.written_out && from == at.signs.end && to == at.signs.start;
    let end = domain(written, from, tight)?;
    let start = name(written, to, at.written_out)?;
    Some(start..end)
}

/// `@`, « arobase », « (at) ».
fn at_sign(written: &Written, at: usize) -> Option<At> {
    let end = match written.at(at) {
        '@' => return Some(At { signs: at..at + 1, written_out: false }),
        open if closing(open).is_some() => {
            bracketed(written, at, |word| word == "at" || word == "@" || AT.contains(&word))?
        }
        letter if letter.is_ascii_alphabetic() && !written.before(at).is_alphanumeric() => {
            word(written, at, AT)?
        }
        _ => return None,
    };
    Some(At { signs: at..end, written_out: true })
}

/// Where the domain that begins there ends: after its last ending that can be one.
fn domain(written: &Written, from: usize, tight: bool) -> Option<usize> {
    let (mut at, mut plain, mut end) = (from, tight, None);
    while at - from <= DOMAIN {
        let label = written.while_at(at, LABEL, |sign| sign.is_alphanumeric() || sign == '-');
        if label == at {
            break;
        }
        let letters = written.while_at(at, LABEL, char::is_alphabetic);
        let whole = !written.at(letters).is_alphanumeric();
        let spelled = written.lower(at..letters);
        let ends = match at == from {
            true => tight && PROVIDERS.contains(&spelled.as_str()),
            false => (2..=24).contains(&(letters - at)) && (plain || ENDINGS.contains(&spelled.as_str())),
        };
        if whole && ends {
            end = Some(letters);
        }
        let Some((past, dotted)) = dot(written, label) else { break };
        // A sentence that begins after an address is no part of it.
        if end.is_some() && !dotted {
            break;
        }
        plain &= dotted;
        at = past;
    }
    end
}

/// The sign after a dot, and whether it is nothing but a dot: also a comma, « point », « (dot) », and spaces around it.
fn dot(written: &Written, from: usize) -> Option<(usize, bool)> {
    if written.at(from) == '.' && written.at(from + 1).is_alphanumeric() {
        return Some((from + 1, true));
    }
    let at = past_spaces(written, from);
    let end = match written.at(at) {
        '.' | ',' => at + 1,
        open if closing(open).is_some() => bracketed(written, at, |word| word == "." || DOT.contains(&word))?,
        _ => word(written, at, DOT)?,
    };
    Some((past_spaces(written, end), false))
}

/// The start of a name that ends there. One that is written out goes on through « point » and « tiret ».
fn name(written: &Written, to: usize, written_out: bool) -> Option<usize> {
    let mut start = name_part(written, to)?;
    for _ in 1..PARTS {
        let end = before_spaces(written, start);
        let word = written.while_before(end, WORD, char::is_alphabetic);
        let before = before_spaces(written, word);
        let within = written_out && WITHIN.contains(&written.lower(word..end).as_str());
        match name_part(written, before).filter(|_| within) {
            Some(part) => start = part,
            None => break,
        }
    }
    Some(start)
}

/// The signs of a name up to there, from its first letter, digit or underscore on.
fn name_part(written: &Written, to: usize) -> Option<usize> {
    let such = |sign: char| sign.is_alphanumeric() || "._-+'%&~=#!$*".contains(sign);
    let start = written.while_before(to, LOCAL, such);
    (start..to).find(|at| written.at(*at).is_alphanumeric() || written.at(*at) == '_')
}

/// The end of one of these words, if it begins there and stands alone.
fn word(written: &Written, start: usize, words: &[&str]) -> Option<usize> {
    let end = written.while_at(start, WORD, char::is_alphanumeric);
    words.contains(&written.lower(start..end).as_str()).then_some(end)
}

/// The end of a word in brackets, spaces within or not.
fn bracketed(written: &Written, open: usize, such: impl Fn(&str) -> bool) -> Option<usize> {
    let close = closing(written.at(open))?;
    let from = past_spaces(written, open + 1);
    let to = written.while_at(from, WORD, |sign| sign.is_alphabetic() || sign == '@' || sign == '.');
    let end = past_spaces(written, to);
    (such(&written.lower(from..to)) && written.at(end) == close).then_some(end + 1)
}

fn closing(open: char) -> Option<char> {
    match open {
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        '<' => Some('>'),
        _ => None,
    }
}

fn past_spaces(written: &Written, from: usize) -> usize {
    written.while_at(from, SPACES, |sign| sign == ' ')
}

fn before_spaces(written: &Written, to: usize) -> usize {
    written.while_before(to, SPACES, |sign| sign == ' ')
}
