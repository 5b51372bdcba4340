//! What was written without network and waits on this browser.

use askama::Template;
use relais_words::Words;

use super::Sample;

/// The list above a form marked `data-queue`. A script fills and shows it; without one nothing waits, and it stays hidden.
#[derive(Clone, Debug, Template)]
#[template(path = "components/queue.html")]
pub struct Queue {
    w: Words,
}

impl Queue {
    /// In the viewer's language.
    pub fn new(w: &Words) -> Self {
        Self { w: w.clone() }
    }
}

super::piece!(Queue);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    vec![Sample::new("empty", &Queue::new(w))]
}
