//! Secrets that a browser or a letter carries: given once, kept only as a hash.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use relais_kernel::Clock;
use sha2::{Digest as _, Sha256};

/// How long a token is once written.
const LENGTH: usize = 43;

/// A secret of 32 random bytes, written for addresses and cookies. It is shown by [`Token::text`] alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one.
    pub fn new(clock: &Clock) -> Self {
        Self(URL_SAFE_NO_PAD.encode(clock.secret::<32>()))
    }

    /// What somebody sent back, when it can be one at all.
    pub fn read(text: &str) -> Option<Self> {
        let fits = text.len() == LENGTH
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The text for the cookie or the letter: the only place where it can be read.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is stored. The secret has 256 bits: a plain hash is enough, and slow ones would cost every page.
    pub(crate) fn hash(&self) -> Vec<u8> {
        digest(self.0.as_bytes())
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What is stored for a text that a browser sent, whatever it is.
pub(crate) fn digest(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_never_printed() {
        let token = Token::new(&Clock::system());
        assert_eq!(Token::read(token.text()), Some(token.clone()));
        assert_ne!(token, Token::new(&Clock::system()));
        assert_eq!(format!("{token:?}"), "Token(…)");
        for wrong in
            ["", "abc", &"a".repeat(42), &"a".repeat(44), &"é".repeat(22), &format!("{} ", "a".repeat(42))]
        {
            assert_eq!(Token::read(wrong), None, "{wrong}");
        }
    }
}
