//! Faces of one thing, as links.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

#[derive(Clone, Debug)]
struct Tab {
    href: String,
    words: String,
    count: Option<String>,
    current: bool,
}

/// Links under the head of a page, one of them current.
#[derive(Clone, Debug, Template)]
#[template(path = "components/tabs.html")]
pub struct Tabs {
    w: Words,
    label: String,
    tabs: Vec<Tab>,
}

impl Tabs {
    /// Empty; the label names the group for screen readers.
    pub fn new(w: &Words, label: impl Display) -> Self {
        Self { w: w.clone(), label: label.to_string(), tabs: Vec::new() }
    }

    /// Adds a link.
    pub fn tab(mut self, href: impl Display, words: impl Display, current: bool) -> Self {
        self.tabs.push(Tab { href: href.to_string(), words: words.to_string(), count: None, current });
        self
    }

    /// Adds a link with how many it leads to.
    pub fn counted(mut self, href: impl Display, words: impl Display, count: i64, current: bool) -> Self {
        let count = Some(self.w.number(count));
        self.tabs.push(Tab { href: href.to_string(), words: words.to_string(), count, current });
        self
    }
}

super::piece!(Tabs);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    vec![
        Sample::new(
            "ordinary",
            &Tabs::new(w, "Boutique")
                .tab("#", "Fiche", true)
                .counted("#", "Équipe", 12, false)
                .tab("#", "Horaires", false),
        ),
        Sample::new("long", &Tabs::new(w, "Long").tab("#", LONG, false).counted("#", LONG, 1204, true)),
    ]
}
