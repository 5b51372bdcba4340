//! The append-only history of a thing, newest first.

use std::fmt::Display;

use askama::Template;

use super::{Face, LONG, Sample, Side};

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct StoryEntry {
    face: Face,
    when: String,
    stamp: Option<String>,
    what: String,
    who: Option<String>,
    told: Option<String>,
}

impl StoryEntry {
    /// What happened, and when in words. The face is the role's or the person's, as the rules ask.
    pub fn new(face: Face, when: impl Display, what: impl Display) -> Self {
        Self { face, when: when.to_string(), stamp: None, what: what.to_string(), who: None, told: None }
    }

    /// Who did it.
    pub fn by(self, who: impl Display) -> Self {
        Self { who: Some(who.to_string()), ..self }
    }

    /// The words that were said.
    pub fn told(self, words: impl Display) -> Self {
        Self { told: Some(words.to_string()), ..self }
    }

    /// The instant for machines (RFC 3339).
    pub fn stamp(self, stamp: impl Display) -> Self {
        Self { stamp: Some(stamp.to_string()), ..self }
    }
}

/// The entries, newest first.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "components/story.html")]
pub struct StoryLine {
    entries: Vec<StoryEntry>,
}

impl StoryLine {
    /// Empty.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entry below.
    pub fn entry(mut self, entry: StoryEntry) -> Self {
        self.entries.push(entry);
        self
    }
}

impl FromIterator<StoryEntry> for StoryLine {
    fn from_iter<I: IntoIterator<Item = StoryEntry>>(entries: I) -> Self {
        Self { entries: entries.into_iter().collect() }
    }
}

super::piece!(StoryLine);

pub(crate) fn samples() -> Vec<Sample> {
    vec![
        Sample::new(
            "ordinary",
            &StoryLine::new()
                .entry(
                    StoryEntry::new(
                        Face::role("graduation-cap"),
                        "aujourd’hui, 14 h 02",
                        "Réponse des experts",
                    )
                    .by("expert facturation")
                    .told("Le geste de 4 € est fait, visible sur la prochaine facture."),
                )
                .entry(
                    StoryEntry::new(Face::of("Inès Marchal"), "aujourd’hui, 11 h 40", "Relais accepté")
                        .by("Inès Marchal"),
                )
                .entry(
                    StoryEntry::new(
                        Face::role("store").side(Side::Customer),
                        "hier, 18 h 05",
                        "Demande ouverte en boutique",
                    )
                    .by("Évry")
                    .stamp("2026-11-20T17:05:00Z"),
                ),
        ),
        Sample::new(
            "long",
            &StoryLine::new().entry(StoryEntry::new(Face::of(LONG), LONG, LONG).by(LONG).told(LONG)),
        ),
    ]
}
