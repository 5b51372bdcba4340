//! What an entry is worth, as it is read.

use relais_web::components::{Chip, Tone};
use relais_words::Words;

use super::{checks::Fresh, store::Entry};

/// Whether an entry can be relied on, in words and colour; nothing where it can.
pub(super) fn chip(w: &Words, entry: &Entry, fresh: Fresh) -> Option<Chip> {
    let day =
        |key| w.t(key).with("day", entry.expires_day.map(|day| w.day(&day)).unwrap_or_default()).to_string();
    match fresh {
        Fresh::Holds => None,
        Fresh::Proposed => Some(Chip::new(w.t("knowledge-proposed")).tone(Tone::Soon).icon("circle-dashed")),
        Fresh::Review => Some(Chip::new(day("knowledge-review")).tone(Tone::Soon).icon("clock")),
        Fresh::Expired => Some(Chip::new(day("knowledge-expired")).tone(Tone::Late).icon("triangle-alert")),
        Fresh::Withdrawn => Some(Chip::new(w.t("knowledge-withdrawn")).icon("circle-x")),
    }
}
