//! One box that searches; results follow the typing where scripts run.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{Html, LONG, Sample};

/// A search form by GET.
#[derive(Clone, Debug, Template)]
#[template(path = "components/search_box.html")]
pub struct SearchBox {
    w: Words,
    action: String,
    name: String,
    id: String,
    label: String,
    value: String,
    live: Option<String>,
    kept: Vec<(String, String)>,
    more: Html,
    narrowed: bool,
}

impl SearchBox {
    /// Sends `name=words` to `action`. The label is read out and shown as the box's own hint.
    pub fn new(w: &Words, action: impl Display, name: impl Display, label: impl Display) -> Self {
        let name = name.to_string();
        Self {
            w: w.clone(),
            action: action.to_string(),
            id: name.clone(),
            name,
            label: label.to_string(),
            value: String::new(),
            live: None,
            kept: Vec::new(),
            more: Html::default(),
            narrowed: false,
        }
    }

    /// What was searched.
    pub fn value(self, value: impl Display) -> Self {
        Self { value: value.to_string(), ..self }
    }

    /// The selector of what follows the typing: `#results`.
    pub fn live(self, target: impl Display) -> Self {
        Self { live: Some(target.to_string()), ..self }
    }

    /// What the address holds besides, unseen; empty values stay out.
    pub fn keeping<'a>(mut self, fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        self.kept.extend(fields.map(|(name, value)| (name.to_owned(), value.to_owned())));
        self
    }

    /// Filters of the same form, which fold away on a phone.
    pub fn more(self, piece: impl askama::filters::HtmlSafe) -> Self {
        Self { more: self.more.and(piece), ..self }
    }

    /// Whether a filter is set: then filters are shown unfolded on a phone too.
    pub fn narrowed(self, narrowed: bool) -> Self {
        Self { narrowed, ..self }
    }

    /// Another id, when a page has the name twice.
    pub fn id(self, id: impl Display) -> Self {
        Self { id: id.to_string(), ..self }
    }
}

super::piece!(SearchBox);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    use super::Select;
    let region = Select::new(w, "region", "Région").untold().id("region-s").option("", "Toutes les régions");
    vec![
        Sample::new("ordinary", &SearchBox::new(w, "/units", "q", "Nom ou code d’une boutique").id("q-1")),
        Sample::new(
            "searched, with a filter",
            &SearchBox::new(w, "/units", "q", "Boutique").id("q-2").value("Évry").more(region),
        ),
        Sample::new(
            "keeping what the address holds",
            &SearchBox::new(w, "/units", "q", "Boutique")
                .id("q-4")
                .keeping([("show", "late"), ("place", "")]),
        ),
        Sample::new("long", &SearchBox::new(w, "/units", "q", LONG).id("q-3")),
    ]
}
