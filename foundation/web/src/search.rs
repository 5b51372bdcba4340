//! What rooms add to the search that stands on every page.

use std::pin::Pin;

use relais_kernel::{Day, Instant, Viewer};
use relais_store::OrgDb;
use relais_words::Words;

/// A kind of thing that the search finds. What it finds is what the viewer's own lists would show (SEC-09).
#[derive(Clone, Copy)]
pub struct SearchKind {
    /// Its place on the page.
    pub id: &'static str,
    /// The words above what is found.
    pub title: &'static str,
    /// The list that goes on where the search stops, asked for with `q`.
    pub all: Option<&'static str>,
    /// Who may look for it.
    pub shown: fn(&Viewer) -> bool,
    /// Looks for it.
    pub find: for<'a> fn(&'a Sought<'a>) -> Finding<'a>,
}

/// What is looked for, by whom.
pub struct Sought<'a> {
    /// The organisation's database.
    pub db: OrgDb,
    /// Who looks.
    pub viewer: &'a Viewer,
    /// Their day.
    pub today: Day,
    /// This moment.
    pub now: Instant,
    /// The words of their language.
    pub w: &'a Words,
    /// What they typed, as they typed it.
    pub q: &'a str,
    /// How many at most.
    pub most: usize,
}

/// A thing found: where it is, its name, what tells it from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// What tells it from others of that name.
    pub more: String,
}

/// A search at work.
pub type Finding<'a> = Pin<Box<dyn Future<Output = relais_store::Result<Vec<Found>>> + Send + 'a>>;

impl Found {
    /// A thing with what tells it from others, of which what is empty is left out.
    pub fn new<const N: usize>(href: String, name: impl Into<String>, more: [Option<String>; N]) -> Self {
        let more: Vec<String> = more.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        Self { href, name: name.into(), more: more.join(" · ") }
    }
}
