//! Receipts: secrets that only their owner's device or paper holds.

use relais_kernel::Clock;
use sha2::{Digest as _, Sha256};

/// Letters and digits that nobody takes for each other.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 128 bits of secret and twelve of check, five a letter.
const LENGTH: usize = 28;
const GROUP: usize = 4;

/// A receipt's code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code([u8; 16]);

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// It has another length, or letters that no code has.
    NoCode,
    /// It has the shape of one, and a letter is not as it was given.
    Mistyped,
}

impl Code {
    /// A new one, that nobody can guess.
    pub fn new(clock: &Clock) -> Self {
        Self(clock.secret::<16>())
    }

    /// Reads what somebody typed or pasted: small letters, spaces and hyphens do not matter, nor O for 0 or I for 1.
    pub fn read(typed: &str) -> Result<Self, Misread> {
        let mut fives = Vec::with_capacity(LENGTH);
        for letter in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | '·')) {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let five = LETTERS.iter().position(|known| char::from(*known) == letter);
            fives.push(five.ok_or(Misread::NoCode)?);
            if fives.len() > LENGTH {
                return Err(Misread::NoCode);
            }
        }
        if fives.len() != LENGTH {
            return Err(Misread::NoCode);
        }
        let (mut bytes, mut held, mut bits) = (Vec::with_capacity(18), 0_usize, 0);
        for five in fives {
            held = (held << 5 | five) & 0xfff;
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                bytes.push(u8::try_from(held >> bits & 0xff).unwrap_or(0));
            }
        }
        let secret = bytes.first_chunk::<16>().ok_or(Misread::NoCode)?;
        let check = usize::from(bytes[16]) << 4 | (held & 0xf);
        if check == check_of(secret) { Ok(Self(*secret)) } else { Err(Misread::Mistyped) }
    }

    /// As it is shown: `7K3M-…`, in seven groups. The only place where it can be read.
    pub fn text(&self) -> String {
        let check = check_of(&self.0);
        let last = [u8::try_from(check >> 4).unwrap_or(0), u8::try_from(check << 4 & 0xff).unwrap_or(0)];
        let bytes: Vec<u8> = self.0.iter().copied().chain(last).collect();
        let mut text = String::with_capacity(LENGTH + 6);
        for letter in 0..LENGTH {
            if letter > 0 && letter % GROUP == 0 {
                text.push('-');
            }
            let five = (letter * 5..letter * 5 + 5)
                .fold(0, |five, bit| five << 1 | usize::from(bytes[bit / 8] >> (7 - bit % 8) & 1));
            text.push(char::from(LETTERS[five]));
        }
        text
    }

    /// What is stored. The secret has 128 random bits, so that no table of hashes reaches it: one round is enough.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::new_with_prefix(b"relais receipt\0").chain_update(self.0).finalize().to_vec()
    }
}

/// Twelve bits that nearly every mistyped letter changes.
fn check_of(secret: &[u8; 16]) -> usize {
    let hash = Sha256::new_with_prefix(b"relais receipt check\0").chain_update(secret).finalize();
    usize::from(hash[0]) << 4 | usize::from(hash[1] >> 4)
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_however_it_was_copied_and_never_printed() {
        let clock = Clock::system();
        for _ in 0..200 {
            let code = Code::new(&clock);
            let text = code.text();
            assert_eq!(text.len(), 34, "{text}");
            assert_eq!(Code::read(&text), Ok(code));
            assert_eq!(Code::read(&format!("  {} ", text.to_lowercase().replace('-', " "))), Ok(code));
            let misread = text.replace('0', "o").replace('1', "l");
            assert_eq!(Code::read(&misread), Ok(code));
            assert_eq!(format!("{code:?}"), "Code(…)");
        }
    }

    #[test]
    fn a_mistyped_code_is_told_from_no_code() {
        let text = Code([7; 16]).text();
        let mut mistyped = 0;
        for at in (0..text.len()).filter(|at| text.as_bytes()[*at] != b'-') {
            let other = if &text[at..=at] == "Z" { "Y" } else { "Z" };
            let wrong = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            mistyped += usize::from(Code::read(&wrong) == Err(Misread::Mistyped));
        }
        assert_eq!(mistyped, LENGTH);
        for none in ["", "bonjour", &text[..33], &format!("{text}0"), &"U".repeat(28), &"é".repeat(28)] {
            assert_eq!(Code::read(none), Err(Misread::NoCode), "{none}");
        }
    }

    #[test]
    fn prv_07_a_hash_tells_nothing_and_differs_for_each_code() {
        let (one, other) = (Code([1; 16]), Code([2; 16]));
        assert_ne!(one.hash(), other.hash());
        assert_eq!(one.hash().len(), 32);
        assert!(!one.hash().windows(4).any(|part| part == [1; 4]));
    }
}
