//! Onwards and back through a list, by key rather than by page number.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};
use crate::Address;

/// Previous and next links. Prints nothing when the list fits.
#[derive(Clone, Debug, Template)]
#[template(path = "components/pager.html")]
pub struct Pager {
    w: Words,
    told: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl Pager {
    /// With the addresses of the neighbours.
    pub fn new(w: &Words, previous: Option<String>, next: Option<String>) -> Self {
        Self { w: w.clone(), told: None, previous, next }
    }

    /// From where the pages before and after a page of a list are cut.
    pub fn of<I: Display>(w: &Words, list: &Address<'_>, (before, after): (Option<I>, Option<I>)) -> Self {
        Self::new(w, before.map(|id| list.with("before", id)), after.map(|id| list.with("after", id)))
    }

    /// What is shown, in words: « 50 sur 1 204 ».
    pub fn told(self, words: impl Display) -> Self {
        Self { told: Some(words.to_string()), ..self }
    }
}

super::piece!(Pager);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let link = || Some("?after=evry".to_owned());
    vec![
        Sample::new("middle", &Pager::new(w, link(), link()).told("50 personnes sur 1 204")),
        Sample::new("start", &Pager::new(w, None, link())),
        Sample::new("alone", &Pager::new(w, None, None)),
        Sample::new("long", &Pager::new(w, link(), link()).told(LONG)),
    ]
}
