//! The token that shows a form came from our page. It is derived from an id that only this browser's pages hold, so a
//! session that changes its cookie while somebody types does not lose what they typed.

use relais_kernel::SessionId;
use sha2::{Digest as _, Sha256};

/// The token of a session's forms.
pub fn of_session(id: SessionId) -> String {
    derive(id.0.as_bytes())
}

/// The token of a visitor's forms, from their cookie `visit`.
pub fn of_visit(visit: &str) -> String {
    derive(visit.as_bytes())
}

/// Compares without telling by time how much was right.
pub(crate) fn matches(given: &str, expected: &str) -> bool {
    given.len() == expected.len()
        && given.bytes().zip(expected.bytes()).fold(0, |diff, (a, b)| diff | (a ^ b)) == 0
}

fn derive(secret: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(b"relais form token\0");
    hasher.update(secret);
    hex::encode(&hasher.finalize()[..16])
}
