//! The secret of a customer's link: 128 random bits as 28 letters that can be read from paper and typed on a telephone.
//!
//! Twelve of its bits are a check that only this instance's key makes. Whoever tries letters at random is told so without a
//! query, but for one try in 4096; nobody is counted, so that no stranger can lock a customer out (SEC-07: addresses play no
//! part, a whole shop shares one).

use relais_kernel::Clock;
use relais_store::Vault;

/// Letters and digits that nobody takes for each other.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 125 bits of secret, then three more and twelve of check.
const FRONT: u32 = 25;
const LENGTH: usize = 28;
const GROUP: usize = 4;

/// A link's secret.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    secret: u128,
    check: u16,
}

impl Token {
    /// A new one, that nobody can guess.
    pub(super) fn new(clock: &Clock, vault: &Vault) -> Self {
        let secret = u128::from_be_bytes(clock.secret::<16>());
        Self { secret, check: check_of(vault, secret) }
    }

    /// What somebody typed, when it can be one of ours: capitals, spaces and hyphens do not matter, nor O for 0 or I for 1.
    pub(super) fn read(vault: &Vault, typed: &str) -> Option<Self> {
        let mut fives = Vec::with_capacity(LENGTH);
        for letter in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.')) {
            let letter = match letter.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            };
            fives.push(LETTERS.iter().position(|known| char::from(*known) == letter)?);
            if fives.len() > LENGTH {
                return None;
            }
        }
        if fives.len() != LENGTH {
            return None;
        }
        let (front, back) = fives.split_at(usize::try_from(FRONT).ok()?);
        let front = front.iter().fold(0_u128, |bits, five| bits << 5 | to_bits(*five));
        let back = back.iter().fold(0_u128, |bits, five| bits << 5 | to_bits(*five));
        let token = Self { secret: front << 3 | back >> 12, check: u16::try_from(back & 0xfff).ok()? };
        (token.check == check_of(vault, token.secret)).then_some(token)
    }

    /// As it stands in an address.
    pub(super) fn text(&self) -> String {
        let back = (self.secret & 7) << 12 | u128::from(self.check);
        let front = (0..FRONT).map(|at| self.secret >> (123 - 5 * at));
        let fives = front.chain([back >> 10, back >> 5, back]);
        fives.map(|bits| char::from(LETTERS[usize::try_from(bits & 31).unwrap_or(0)])).collect()
    }

    /// As it is read from paper: seven groups of four.
    pub(super) fn grouped(&self) -> String {
        let text: Vec<char> = self.text().chars().collect();
        text.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// What finds it again, and tells nothing of it.
    pub(super) fn hash(&self, vault: &Vault) -> Vec<u8> {
        vault.fingerprint("case_link/hash", &self.text())
    }
}

fn to_bits(five: usize) -> u128 {
    u128::try_from(five).unwrap_or(0)
}

fn check_of(vault: &Vault, secret: u128) -> u16 {
    let mark = vault.fingerprint("case_link/check", &format!("{secret:032x}"));
    match mark.first_chunk::<2>() {
        Some(bytes) => u16::from_be_bytes(*bytes) & 0xfff,
        None => 0,
    }
}

/// It opens something: it stays out of logs.
impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault() -> Vault {
        Vault::new([7; 32])
    }

    #[test]
    fn map_08_a_link_is_read_from_paper_however_it_was_copied_and_never_printed() {
        let (clock, vault) = (Clock::system(), vault());
        for _ in 0..200 {
            let token = Token::new(&clock, &vault);
            let (text, paper) = (token.text(), token.grouped());
            assert_eq!((text.len(), paper.len()), (28, 34));
            for typed in [
                text.clone(),
                paper.to_uppercase(),
                format!(" {} ", paper.replace('-', " ")),
                text.replace('0', "O").replace('1', "l"),
            ] {
                assert_eq!(Token::read(&vault, &typed), Some(token), "{typed}");
            }
            assert_eq!(format!("{token:?}"), "Token(…)");
        }
    }

    #[test]
    fn map_08_all_128_bits_of_a_secret_count() {
        let vault = vault();
        let of = |secret: u128| Token { secret, check: check_of(&vault, secret) };
        for bit in 0..128 {
            let token = of(1 << bit);
            assert_eq!(Token::read(&vault, &token.text()), Some(token), "{bit}");
            assert_ne!(token.hash(&vault), of(0).hash(&vault));
        }
        assert_eq!(of(0).hash(&vault).len(), 32);
    }

    #[test]
    fn sec_07_tries_at_random_ask_the_database_nothing() {
        let (clock, ours, theirs) = (Clock::system(), vault(), Vault::new([8; 32]));
        let passed = (0..20_000).filter(|_| {
            let tried = Token::new(&clock, &theirs).text();
            Token::read(&ours, &tried).is_some()
        });
        assert!(passed.count() < 25, "one in 4096 is expected");
        for none in
            ["", "abc", &"a".repeat(27), &"a".repeat(29), &"u".repeat(28), &"é".repeat(28), "../../etc"]
        {
            assert_eq!(Token::read(&ours, none), None, "{none}");
        }
    }
}
