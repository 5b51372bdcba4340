//! What a text message costs: how many parts it takes, and which characters make it longer than it looks. With the alphabet
//! of GSM 03.38 (3GPP TS 23.038) 160 characters fit, or 153 in each of several parts; one character outside it, such as « ç »
//! or « ’ », turns all of it into UCS-2: 70, or 67 in each.

mod alphabet;

pub use alphabet::instead;

use alphabet::gsm_units;

/// How a text is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// The GSM alphabet, seven bits a character.
    Gsm7,
    /// Sixteen bits a character.
    Ucs2,
}

impl Coding {
    /// What a message of one part holds.
    const fn alone(self) -> usize {
        match self {
            Self::Gsm7 => 160,
            Self::Ucs2 => 70,
        }
    }

    /// What each of several parts holds, beside what joins them.
    const fn joined(self) -> usize {
        match self {
            Self::Gsm7 => 153,
            Self::Ucs2 => 67,
        }
    }
}

/// A text message counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmsText {
    /// How it is coded.
    pub coding: Coding,
    /// Its length: a character of the extension table (`€ [ ] { } \ ^ ~ |`) counts two, and so does one outside the basic
    /// plane, as emoji are.
    pub units: usize,
    /// Messages it is sent and paid as; none when it is empty.
    pub parts: usize,
    /// What still fits into the last part.
    pub left: usize,
    /// The characters that made it UCS-2, each once, in their order, with what to write instead.
    pub costly: Vec<Costly>,
}

/// A character outside the GSM alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costly {
    /// The character.
    pub character: char,
    /// What says the same within the alphabet, if anything does.
    pub instead: Option<&'static str>,
}

/// Counts a text.
///
/// ```
/// use relais_contact::sms_text::{Coding, count};
/// assert_eq!(count("Déjà réglé à Évry ?").coding, Coding::Gsm7);
/// assert_eq!(count("Reçu").coding, Coding::Ucs2);
/// ```
pub fn count(text: &str) -> SmsText {
    let mut costly: Vec<Costly> = Vec::new();
    for character in text.chars().filter(|c| gsm_units(*c).is_none()) {
        if !costly.iter().any(|known| known.character == character) {
            costly.push(Costly { character, instead: instead(character) });
        }
    }
    let coding = if costly.is_empty() { Coding::Gsm7 } else { Coding::Ucs2 };
    let lengths = text.chars().map(|c| match coding {
        Coding::Gsm7 => gsm_units(c).unwrap_or(1),
        Coding::Ucs2 => c.len_utf16(),
    });
    let units = lengths.clone().sum();
    let (parts, left) = match units {
        0 => (0, coding.alone()),
        _ if units <= coding.alone() => (1, coding.alone() - units),
        _ => joined(lengths, coding.joined()),
    };
    SmsText { coding, units, parts, left, costly }
}

/// Fills parts one after the other: a character of two units is never torn apart.
fn joined(lengths: impl Iterator<Item = usize>, room: usize) -> (usize, usize) {
    let (mut parts, mut left) = (1, room);
    for length in lengths {
        if length > left {
            (parts, left) = (parts + 1, room);
        }
        left -= length;
    }
    (parts, left)
}

/// The text with every costly character written otherwise where that says the same; the others stay.
pub fn simplified(text: &str) -> String {
    let mut simple = String::with_capacity(text.len());
    for c in text.chars() {
        match (gsm_units(c), instead(c)) {
            (None, Some(other)) => simple.push_str(other),
            _ => simple.push(c),
        }
    }
    simple
}

#[cfg(test)]
mod tests;
