//! The pieces pages are made of. Each is a struct whose template escapes what it was given and prints unescaped inside
//! other templates: `{{ field }}`. Words come translated, as anything that displays (`Say`, `String`, `&str`).

/// Marks types whose output is HTML already.
macro_rules! piece {
    ($($piece:ty),+ $(,)?) => {
        $(impl askama::filters::HtmlSafe for $piece {})+
    };
}
pub(crate) use piece;

mod baton_card;
mod button;
mod chip;
mod choices;
mod confirm;
mod copy;
mod empty;
mod facts;
mod field;
mod form_errors;
mod handoff;
mod html;
mod icon;
mod mirror;
mod notice;
mod pager;
mod photo_field;
mod progress;
mod queue;
mod score_tile;
mod search_box;
mod select;
mod steps;
mod story;
mod table;
mod tabs;
mod toggle;
mod tone;
mod week_grid;

pub use baton_card::{BatonCard, Due};
pub use button::{Button, LinkButton};
pub use chip::{Chip, Face};
pub use choices::Choices;
pub use confirm::ConfirmDialog;
pub use copy::CopyText;
pub use empty::EmptyState;
pub use facts::Facts;
pub use field::Field;
pub use form_errors::FormErrors;
pub use handoff::HandoffArrow;
pub use html::Html;
pub use icon::{Icon, icon};
pub use mirror::{MirrorPair, MomentCard};
pub use notice::Notice;
pub use pager::Pager;
pub use photo_field::PhotoField;
pub use progress::Progress;
pub use queue::Queue;
pub use score_tile::{ScoreTile, Whisker};
pub use search_box::SearchBox;
pub use select::Select;
pub use steps::Steps;
pub use story::{StoryEntry, StoryLine};
pub use tabs::Tabs;
pub use toggle::Toggle;
pub use tone::{Side, Tone};
pub use week_grid::WeekGrid;

use relais_words::Words;

/// Very long words that every piece must bear.
pub(crate) const LONG: &str = "Anticonstitutionnellement, à Châteauneuf-du-Pape-en-Grésivaudan";

/// One state of a piece, for the gallery and for the tests.
#[derive(Debug)]
pub struct Sample {
    /// Which state.
    pub state: &'static str,
    /// How it prints.
    pub html: String,
}

impl Sample {
    pub(crate) fn new(state: &'static str, piece: &impl askama::filters::HtmlSafe) -> Self {
        Self { state, html: piece.to_string() }
    }

    pub(crate) fn raw(state: &'static str, html: String) -> Self {
        Self { state, html }
    }
}

/// A piece with its samples.
#[derive(Debug)]
pub struct Piece {
    /// Its type's name.
    pub name: &'static str,
    /// Its states.
    pub samples: Vec<Sample>,
}

/// Every piece with every state.
pub fn samples(w: &Words) -> Vec<Piece> {
    let piece = |name, samples| Piece { name, samples };
    vec![
        piece("BatonCard", baton_card::samples(w)),
        piece("ScoreTile", score_tile::samples(w)),
        piece("MirrorPair", mirror::samples(w)),
        piece("MomentCard", mirror::moment_samples()),
        piece("HandoffArrow", handoff::samples()),
        piece("WeekGrid", week_grid::samples(w)),
        piece("DataTable", table::samples()),
        piece("Button", button::samples()),
        piece("Field", field::samples(w)),
        piece("PhotoField", photo_field::samples(w)),
        piece("Queue", queue::samples(w)),
        piece("Select", select::samples(w)),
        piece("Choices", choices::samples(w)),
        piece("Toggle", toggle::samples()),
        piece("FormErrors", form_errors::samples(w)),
        piece("Notice", notice::samples()),
        piece("EmptyState", empty::samples()),
        piece("Chip", chip::samples()),
        piece("Facts", facts::samples()),
        piece("Pager", pager::samples(w)),
        piece("SearchBox", search_box::samples(w)),
        piece("Tabs", tabs::samples(w)),
        piece("Steps", steps::samples(w)),
        piece("Progress", progress::samples(w)),
        piece("StoryLine", story::samples()),
        piece("ConfirmDialog", confirm::samples(w)),
        piece("CopyText", copy::samples(w)),
        piece("Icon", icon::samples()),
    ]
}
