//! Where one stands in something that takes several pages, such as an import.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

/// Numbered steps; those before the current one are done.
#[derive(Clone, Debug, Template)]
#[template(path = "components/steps.html")]
pub struct Steps {
    w: Words,
    steps: Vec<String>,
    current: usize,
}

impl Steps {
    /// The steps' names and the current one, from 0; their number when all are done.
    pub fn new<T: Display>(w: &Words, steps: impl IntoIterator<Item = T>, current: usize) -> Self {
        Self { w: w.clone(), steps: steps.into_iter().map(|s| s.to_string()).collect(), current }
    }
}

super::piece!(Steps);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let names = ["Choisir le fichier", "Relier les colonnes", "Vérifier", "Importer"];
    vec![
        Sample::new("second", &Steps::new(w, names, 1)),
        Sample::new("finished", &Steps::new(w, names, 4)),
        Sample::new("long", &Steps::new(w, [LONG, LONG, LONG], 1)),
    ]
}
