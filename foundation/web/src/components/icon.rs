//! Lucide's drawings, picked by `frontend/icons.txt`. Always beside a word, hence hidden from screen readers.

use std::fmt;

use super::Sample;

static ICONS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/icons.rs"));

/// A drawing. Prints nothing when unknown: the word beside it says it all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(&'static str);

/// The drawing of that name.
pub fn icon(name: &str) -> Icon {
    let found = ICONS.binary_search_by(|(known, _)| (*known).cmp(name));
    Icon(found.map_or("", |at| ICONS[at].1))
}

impl Icon {
    /// Whether there is nothing to draw.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        write!(f, "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{}</svg>", self.0)
    }
}

super::piece!(Icon);

pub(crate) fn samples() -> Vec<Sample> {
    let all = ICONS
        .iter()
        .map(|(name, _)| format!("<span class=\"person\">{} <code>{name}</code></span>", icon(name)))
        .collect::<Vec<_>>();
    vec![Sample::raw("lucide", format!("<div class=\"row\">{}</div>", all.join("\n")))]
}
