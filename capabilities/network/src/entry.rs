//! Coming in: signing in by e-mail and password, by a link from a letter, and out again.

pub(crate) mod demo;
pub(crate) mod forgotten;
pub(crate) mod link;
pub(crate) mod lock;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod unlock;

use relais_directory::accounts::SignIn;
use relais_web::{Cookie, Go, Sample, Site, local};
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [sign_in::samples(w), link::samples(w), forgotten::samples(w), unlock::samples(w)].concat()
}

/// The way in after a session began: its cookie, the device's cookie, and where to.
fn enter(site: &Site, signed: &SignIn, to: &str) -> Go {
    // Whoever asked to come back to the sign-in page has no more to do there.
    let to = if to.starts_with("/sign-in") { "/" } else { local(to) };
    Go::to(to)
        .cookie(Cookie::begin(signed.opened.token.text(), site))
        .cookie(Cookie::remember(signed.device.text(), site))
}
