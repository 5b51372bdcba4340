//! Number plates of France: those since 2009, and the older ones where they cannot be ordinary words.

use std::ops::Range;

use super::written::Written;

/// Words and units that stand where a plate has letters, in texts typed in capitals: « DE 100 KM ».
const WORDS: &[&str] = &[
    "AN", "AS", "CA", "CE", "CL", "CM", "CV", "DE", "DM", "EN", "ES", "ET", "GR", "HA", "HT", "JE", "KG",
    "KM", "LA", "LE", "MA", "ME", "MG", "ML", "MM", "MN", "NE", "SA", "SE", "TA", "TE", "VA",
];
/// Abbreviations without a vowel that follow numbers.
const ABBREVIATIONS: &[&str] = &["CDD", "CHF", "GSM", "HTC", "KWH", "MMS", "PCS", "SMS", "TTC"];

/// A group of a plate.
struct Part {
    text: String,
    end: usize,
    /// Nothing of it is in lower case.
    capital: bool,
}

/// How two groups are parted.
#[derive(Clone, Copy, PartialEq)]
enum Parted {
    Hyphen(usize),
    Space(usize),
}

pub(super) fn at(written: &Written, start: usize) -> Option<Range<usize>> {
    let end = if written.at(start).is_ascii_digit() { old(written, start) } else { current(written, start) }?;
    (!written.at(end).is_alphanumeric()).then_some(start..end)
}

/// `AB-123-CD`: never I, O or U, never SS, 001 to 999. WW is kept for provisional papers, which somebody drives with
/// all the same. Between spaces only in capitals, and not when both pairs are words.
fn current(written: &Written, start: usize) -> Option<usize> {
    let one = part(written, start, 2, char::is_ascii_alphabetic)?;
    let first = parted(written, one.end)?;
    let number = part(written, first.past(), 3, char::is_ascii_digit)?;
    let second = parted(written, number.end)?;
    let two = part(written, second.past(), 2, char::is_ascii_alphabetic)?;
    let lengths = [&one, &number, &two].map(|part| part.text.len()) == [2, 3, 2];
    let issued = is_issued(&one.text)
        && is_issued(&two.text)
        && number.text != "000"
        && one.text != "SS"
        && two.text != "SS";
    let hyphens = matches!((first, second), (Parted::Hyphen(_), Parted::Hyphen(_)));
    let words = WORDS.contains(&one.text.as_str()) && WORDS.contains(&two.text.as_str());
    let clear = hyphens || (one.capital && two.capital && !words);
    (lengths && issued && clear).then_some(two.end)
}

/// `1234 AB 91`: three or four digits, two or three capitals, a department, the same separator twice. Shorter ones
/// and three letters with a vowel are words and units too often (« 12 A 20 », « 100 TTC 20 ») and are left.
fn old(written: &Written, start: usize) -> Option<usize> {
    let number = part(written, start, 4, char::is_ascii_digit)?;
    let first = parted(written, number.end)?;
    let letters = part(written, first.past(), 3, char::is_ascii_alphabetic)?;
    let second = parted(written, letters.end)?;
    let department = part(written, second.past(), 3, char::is_ascii_alphanumeric)?;
    let text = letters.text.as_str();
    let vowel = text.contains(['A', 'E', 'Y']);
    let letters_fit = match text.len() {
        2 => !WORDS.contains(&text),
        3 => !vowel && !ABBREVIATIONS.contains(&text),
        _ => false,
    };
    let same = matches!(
        (first, second),
        (Parted::Hyphen(_), Parted::Hyphen(_)) | (Parted::Space(_), Parted::Space(_))
    );
    let number_fits = number.text.len() >= 3 && !number.text.starts_with('0');
    let clear = letters.capital && letters_fit && is_issued(text);
    (number_fits && same && clear && is_department(&department.text)).then_some(department.end)
}

fn is_issued(letters: &str) -> bool {
    !letters.contains(['I', 'O', 'U'])
}

/// Mainland, Corsica, overseas.
fn is_department(code: &str) -> bool {
    match (code.len(), code.parse::<u16>()) {
        (2, Ok(code)) => (1..=95).contains(&code),
        (3, Ok(code)) => matches!(code, 971..=974 | 976),
        (2, Err(_)) => matches!(code, "2A" | "2B"),
        _ => false,
    }
}

/// The signs of a kind from there, if there are at most so many.
fn part(written: &Written, start: usize, most: usize, such: fn(&char) -> bool) -> Option<Part> {
    let end = written.while_at(start, most + 1, |sign| such(&sign));
    let capital = (start..end).all(|at| !written.at(at).is_ascii_lowercase());
    let text = written.lower(start..end).to_ascii_uppercase();
    (end > start && end - start <= most).then_some(Part { text, end, capital })
}

/// A hyphen, with a space on either side or not, or one space.
fn parted(written: &Written, from: usize) -> Option<Parted> {
    let joint = written.joint(from, &['-'])?;
    match (joint.mark, joint.past - from) {
        (' ', 1) => Some(Parted::Space(joint.past)),
        ('-', _) => Some(Parted::Hyphen(joint.past)),
        _ => None,
    }
}

impl Parted {
    fn past(self) -> usize {
        match self {
            Self::Hyphen(past) | Self::Space(past) => past,
        }
    }
}
