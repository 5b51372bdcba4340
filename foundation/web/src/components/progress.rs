//! How far a long work has come, in words and as a bar.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

/// A determinate progress. Inside `<div data-poll="URL" data-every="1000">` it follows the work.
#[derive(Clone, Debug, Template)]
#[template(path = "components/progress.html")]
pub struct Progress {
    w: Words,
    label: String,
    done: u64,
    all: u64,
}

impl Progress {
    /// `done` of `all`.
    pub fn new(w: &Words, label: impl Display, done: u64, all: u64) -> Self {
        Self { w: w.clone(), label: label.to_string(), done: done.min(all), all }
    }

    fn percent(&self) -> u64 {
        (self.done * 100).checked_div(self.all).unwrap_or(0)
    }

    fn is_finished(&self) -> bool {
        self.all > 0 && self.done == self.all
    }
}

super::piece!(Progress);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    vec![
        Sample::new("running", &Progress::new(w, "Import des personnes", 412, 1204)),
        Sample::new("waiting", &Progress::new(w, "Import en attente", 0, 0)),
        Sample::new("finished", &Progress::new(w, "Import des personnes", 1204, 1204)),
        Sample::new("long", &Progress::new(w, LONG, 1, 3)),
    ]
}
