//! Coming in: signing in by e-mail and password, by a link from a letter, and out again.

pub(crate) mod demo;
pub(crate) mod forgotten;
pub(crate) mod link;
pub(crate) mod sign_in;
pub(crate) mod sign_out;

use relais_directory::accounts::SignIn;
use relais_web::{Go, Sample, Site, Token};
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [sign_in::samples(w), link::samples(w), forgotten::samples(w)].concat()
}

/// The way in after a session began: its cookie, the device's cookie, and where to.
fn enter(site: &Site, signed: &SignIn, to: &str) -> Go {
    let to = if is_ours(to) { to } else { "/" };
    Go::to(to)
        .cookie(Token(signed.opened.token.text().to_owned()).begin(site))
        .cookie(Token::remember(signed.device.text(), site))
}

/// Whether an address to come back to is one of ours: nobody is sent elsewhere by a crafted link.
fn is_ours(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n'])
        && !path.starts_with("/sign-in")
        && path.len() < 2000
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn sec_07_nobody_is_sent_elsewhere_after_signing_in() {
        for ours in ["/", "/units?q=x", "/people/1"] {
            assert!(is_ours(ours), "{ours}");
        }
        for other in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/a\r\nSet-Cookie: x",
            "/sign-in?next=/",
        ] {
            assert!(!is_ours(other), "{other}");
        }
    }
}
