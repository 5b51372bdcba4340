//! What a text is looked for by, and under which slips of the finger each of its words is still found.
//!
//! An index keeps the [`spellings`] of each word and looks up the [`lookups`] of each word that is typed: both take one letter
//! out, so that two words that differ by one letter (missing, too many, wrong, or two of them swapped) meet in an equal
//! string (symmetric deletes, Garbe 2012). [`is_slip`] then tells which of those that met are really that near.

use std::collections::BTreeSet;

use crate::words::{is_empty, stem};

/// Letters from which on a word is found in spite of a slip.
pub const FORGIVEN: usize = 5;
/// Letters from which on a word that is still being typed is completed.
pub const BEGUN: usize = 4;
/// Letters of a word that count; more is no word.
const LONGEST: usize = 40;

/// A word that a text is looked for by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// The word as it stands there, folded.
    pub form: String,
    /// What its inflections share.
    pub stem: String,
    /// A number, or two words in one (« Livebox 5 », « Wi-Fi »): it helps where it is found, and is missed nowhere.
    pub extra: bool,
}

impl Term {
    fn word(word: &str) -> Self {
        Self { form: word.to_owned(), stem: stem(word).to_owned(), extra: false }
    }

    fn extra(form: String) -> Self {
        Self { stem: form.clone(), form, extra: true }
    }
}

/// The words of a folded text that it is looked for by, each once, in their order.
pub fn terms(folded: &str) -> Vec<Term> {
    let mut found: Vec<Term> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut before = "";
    for word in folded.split(' ').filter(|word| !word.is_empty() && word.chars().count() <= LONGEST) {
        let (letters, digits) = parts(word);
        let mut all = Vec::new();
        if let (true, true) = (letters.chars().count() > 2, !digits.is_empty()) {
            all.extend([Term::word(letters), Term::extra(digits.to_owned())]);
        }
        if is_number(word) || letters.is_empty() {
            all.push(Term::extra(word.to_owned()));
        } else if digits.is_empty() && word.chars().count() > 1 && !is_empty(word) {
            all.push(Term::word(word));
        } else if !digits.is_empty() {
            all.push(Term::extra(word.to_owned()));
        }
        if is_one(before, word) {
            all.push(Term::extra(format!("{before}{word}")));
        }
        found.extend(all.into_iter().filter(|term| seen.insert(term.form.clone())));
        before = word;
    }
    found
}

/// The letters that a word begins with, and the digits that it ends with; no digits where it is not such a word.
fn parts(word: &str) -> (&str, &str) {
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    let (letters, rest) = word.split_at(end);
    if rest.is_empty() || is_number(rest) { (letters, rest) } else { (word, "") }
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

/// Whether two words that follow each other are written in one as well: a name and its number, or two short pieces.
fn is_one(before: &str, word: &str) -> bool {
    let short = |word: &str| word.chars().count() <= 3 && !is_empty(word);
    let name = before.chars().count() > 2 && before.chars().all(char::is_alphabetic) && !is_empty(before);
    let pieces = !before.is_empty() && short(before) && short(word) && before.len() + word.len() > 1;
    (name && is_number(word)) || (pieces && !(is_number(before) && is_number(word)))
}

/// Under which strings an index keeps a word: itself, what is left without one of its letters, and how it begins (with `*`).
pub fn spellings(form: &str) -> BTreeSet<String> {
    let letters: Vec<char> = form.chars().collect();
    if letters.len() < FORGIVEN || !letters.iter().all(|c| c.is_alphabetic()) {
        return BTreeSet::new();
    }
    let begun = (BEGUN..letters.len()).map(|end| letters[..end].iter().chain(&['*']).collect());
    without_one(&letters).chain([form.to_owned()]).chain(begun).collect()
}

/// Under which strings a typed word is looked up; `begun` when it may not be at its end.
pub fn lookups(form: &str, begun: bool) -> BTreeSet<String> {
    let letters: Vec<char> = form.chars().collect();
    if letters.len() + 1 < FORGIVEN || !letters.iter().all(|c| c.is_alphabetic()) {
        return BTreeSet::new();
    }
    let shorter = without_one(&letters).filter(|_| letters.len() >= FORGIVEN);
    let begun = begun.then(|| format!("{form}*"));
    shorter.chain([form.to_owned()]).chain(begun).collect()
}

fn without_one(letters: &[char]) -> impl Iterator<Item = String> {
    (0..letters.len()).map(|gone| {
        letters.iter().enumerate().filter(|(place, _)| *place != gone).map(|(_, letter)| *letter).collect()
    })
}

/// Whether two words differ by one slip: a letter missing, too many, wrong, or swapped with the next.
pub fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - same], &other[..other.len() - same]) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// What a word weighs that so many of all texts hold: the rarer, the more.
pub fn weight(holding: u64, all: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "texts are counted in millions at most")]
    let share = all.max(holding) as f64 / holding.max(1) as f64;
    (1.0 + share).ln()
}

/// The number that an index keeps a stem by (FNV-1a, 64 bits): among 100,000 stems the odds that two of them share one are
/// one in three billion, and two that do are found together.
pub fn key(stem: &str) -> i64 {
    let hash = stem.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    i64::from_be_bytes(hash.to_be_bytes())
}
