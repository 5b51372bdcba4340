//! What identifies a person in free text, found before the text is stored.
//!
//! Each kind has a scanner that is asked, at each sign of the text, whether something of its kind is there. The
//! scanners know nothing of each other; this file lets the longest win and looks again beside what was found, because
//! a number that was cut off by another may leave one behind.

mod card;
mod dates;
mod email;
mod groups;
mod iban;
mod nir;
mod phone;
mod plate;
#[cfg(test)]
mod steps;
mod written;

use std::cmp::Reverse;
use std::ops::Range;

use written::Written;

/// What identifies somebody. In this order when two of the same length stand in the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A telephone number, French or international.
    Phone,
    /// An e-mail address, also one that is written out.
    Email,
    /// The number of a bank account (ISO 13616).
    Iban,
    /// The French social security number, « numéro d'inscription au répertoire ».
    Nir,
    /// The number of a bank card (ISO/IEC 7812).
    Card,
    /// A French number plate.
    Plate,
}

/// Something that identifies somebody, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Its first byte, on a boundary of characters.
    pub start: usize,
    /// The byte after its last, on a boundary of characters.
    pub end: usize,
}

/// How many signs away something found can make a difference: more than the longest address that is read.
const REACH: usize = 1024;

/// Something that a scanner saw, in signs.
struct Seen {
    kind: Kind,
    signs: Range<usize>,
}

/// What identifies a person in a text: in order, never overlapping.
///
/// Where several overlap, the longest counts (in characters), then the first of [`Kind`], then the first in the text.
/// Takes time in proportion to the text, whatever it holds.
pub fn find(text: &str) -> Vec<Found> {
    found_in(&mut Written::of(text))
}

/// The text with a name in place of everything that [`find`] finds.
///
/// Redacting the answer again changes nothing, as long as each name begins and ends with a mark such as a bracket
/// and holds neither a digit nor an at sign in any spelling: `[numéro]`, not `06` nor `[at]`.
///
/// ```
/// use relais_verbatim::redaction::{Kind, redacted};
///
/// let name_of = |kind| match kind {
///     Kind::Phone => "[numéro]",
///     Kind::Email => "[adresse]",
///     _ => "[identifiant]",
/// };
/// assert_eq!(
///     redacted("Rappelez le 06.12.34.56.78 ou marie @ exemple . fr avant le 12.06.2026", name_of),
///     "Rappelez le [numéro] ou [adresse] avant le 12.06.2026",
/// );
/// ```
pub fn redacted<'n>(text: &str, name_of: impl Fn(Kind) -> &'n str) -> String {
    let mut redacted = String::with_capacity(text.len());
    let mut from = 0;
    for found in find(text) {
        redacted.push_str(&text[from..found.start]);
        redacted.push_str(name_of(found.kind));
        from = found.end;
    }
    redacted.push_str(&text[from..]);
    redacted
}

/// Looks until nothing is left, so that what remains holds nothing once names stand in place of what was found. After
/// the first time only around what was new: that keeps the whole in proportion to the text.
fn found_in(written: &mut Written) -> Vec<Found> {
    dates::mark(written);
    let mut found = Vec::new();
    let mut zones: Vec<Range<usize>> = std::iter::once(0..written.len()).collect();
    while !zones.is_empty() {
        let seen = zones.into_iter().flatten().flat_map(|at| seen_at(written, at)).collect();
        let seen = taken(written, seen);
        zones = around(&seen, written.len());
        found.extend(seen);
    }
    found.sort_by_key(|seen| seen.signs.start);
    found
        .into_iter()
        .map(|Seen { kind, signs }| {
            let bytes = written.bytes(&signs);
            Found { kind, start: bytes.start, end: bytes.end }
        })
        .collect()
}

/// What is taken of what was seen: the longest first, in order in the end. Telephone numbers that overlap are taken
/// together, because « 04 06 12 34 56 78 » does not say where the number begins, and half of it would be left.
fn taken(written: &mut Written, mut seen: Vec<Seen>) -> Vec<Seen> {
    seen.sort_by_key(|seen| (Reverse(seen.signs.len()), seen.kind, seen.signs.start));
    seen.retain_mut(|seen| {
        let phone = seen.kind == Kind::Phone;
        if phone && let Some(left) = written.left_of_phone(&seen.signs) {
            seen.signs = left;
        }
        written.take(&seen.signs, phone)
    });
    seen.sort_by_key(|seen| seen.signs.start);
    seen.dedup_by(|next, last| {
        let one = next.kind == Kind::Phone && last.kind == Kind::Phone && last.signs.end == next.signs.start;
        if one {
            last.signs.end = next.signs.end;
        }
        one
    });
    seen
}

/// What each kind sees at a sign. Most signs begin nothing, so that most scanners are not even asked.
fn seen_at(written: &Written, at: usize) -> impl Iterator<Item = Seen> + use<> {
    let sign = written.at(at);
    let mut seen = [const { None }; 6];
    if sign.is_ascii_digit() || sign == '+' {
        seen[0] = phone::at(written, at).map(|signs| (Kind::Phone, signs));
    }
    if !sign.is_ascii_digit() {
        seen[1] = email::at(written, at).map(|signs| (Kind::Email, signs));
    }
    if sign.is_ascii_alphanumeric() && !written.before(at).is_alphanumeric() {
        seen[2] = iban::at(written, at).map(|signs| (Kind::Iban, signs));
        seen[3] = nir::at(written, at).map(|signs| (Kind::Nir, signs));
        seen[4] = card::at(written, at).map(|signs| (Kind::Card, signs));
        seen[5] = plate::at(written, at).map(|signs| (Kind::Plate, signs));
    }
    seen.into_iter().flatten().map(|(kind, signs)| Seen { kind, signs })
}

/// The signs near what was seen (in order), each once.
fn around(seen: &[Seen], len: usize) -> Vec<Range<usize>> {
    let mut zones: Vec<Range<usize>> = Vec::new();
    for Seen { signs, .. } in seen {
        let zone = signs.start.saturating_sub(REACH)..(signs.end + REACH).min(len);
        match zones.last_mut() {
            Some(last) if zone.start <= last.end => last.end = zone.end,
            _ => zones.push(zone),
        }
    }
    zones
}
