//! What a text message says: a sentence of ours, with nothing in it that somebody typed freely (SEC-06).

use jiff::tz::TimeZone;
use relais_contact::{
    GivenName,
    sms_text::{count, simplified},
};
use relais_kernel::{Day, Instant};
use relais_words::Words;

use crate::{address::Link, plain::plain};

/// A sentence of the house with what completes it. Each piece is of a type that cannot hold an address of somebody else: a
/// first name as [`GivenName`] reads it, an address that a [`crate::Base`] made, a number, a day, a moment. `{ $org }` is the
/// organisation's name.
///
/// ```
/// use relais_contact::GivenName;
/// use relais_post::{Base, sms::Composed};
/// let base = Base::new("https://relais.example.org").unwrap();
/// let name = GivenName::read("Inès").unwrap();
/// Composed::sentence("relaying-sms-answered").name("name", &name).link("link", &base.at("/r/abc"));
/// ```
///
/// A text of somebody's is none of them:
///
/// ```compile_fail
/// relais_post::sms::Composed::sentence("key").link("link", &"https://evil.example".to_owned());
/// ```
#[derive(Clone)]
pub struct Composed {
    key: &'static str,
    pieces: Vec<(&'static str, Piece)>,
}

#[derive(Clone)]
enum Piece {
    Name(GivenName),
    Link(Link),
    Number(i64),
    Day(Day),
    Moment(Instant),
}

impl Composed {
    /// The sentence of a key of the Fluent files.
    pub fn sentence(key: &'static str) -> Self {
        Self { key, pieces: Vec::new() }
    }

    /// A customer's first name.
    pub fn name(self, arg: &'static str, name: &GivenName) -> Self {
        self.with(arg, Piece::Name(name.clone()))
    }

    /// A page of ours.
    pub fn link(self, arg: &'static str, link: &Link) -> Self {
        self.with(arg, Piece::Link(link.clone()))
    }

    /// A number, which chooses plurals.
    pub fn number(self, arg: &'static str, number: i64) -> Self {
        self.with(arg, Piece::Number(number))
    }

    /// A day: « samedi 21 novembre ».
    pub fn day(self, arg: &'static str, day: Day) -> Self {
        self.with(arg, Piece::Day(day))
    }

    /// A moment, on the organisation's clock: « lundi 23 novembre, 9 h ».
    pub fn moment(self, arg: &'static str, moment: Instant) -> Self {
        self.with(arg, Piece::Moment(moment))
    }

    fn with(mut self, arg: &'static str, piece: Piece) -> Self {
        self.pieces.push((arg, piece));
        self
    }

    /// The key of its sentence.
    pub(crate) fn key(&self) -> &'static str {
        self.key
    }

    /// The words as they leave: as they are written, or in the letters of the GSM alphabet where that takes fewer parts.
    pub(crate) fn written(&self, w: &Words, org: &str, zone: &TimeZone, now: Instant) -> String {
        let sentence = w.t(self.key).with("org", plain(org));
        let sentence = self.pieces.iter().fold(sentence, |sentence, (arg, piece)| match piece {
            Piece::Name(name) => sentence.with(arg, name.text().to_owned()),
            Piece::Link(link) => sentence.with(arg, link.to_string()),
            Piece::Number(number) => sentence.with(arg, *number),
            Piece::Day(day) => sentence.with(arg, w.weekday(day)),
            Piece::Moment(moment) => sentence.with(arg, w.when(moment, &now, zone)),
        });
        let written = sentence.to_string();
        let simple = simplified(&written);
        if count(&simple).parts < count(&written).parts { simple } else { written }
    }
}

/// A first name and a link that opens something stay out of logs.
impl std::fmt::Debug for Composed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Composed").field("key", &self.key).finish_non_exhaustive()
    }
}
