//! A language at hand: the words of a key with their arguments, ready for a template.

use std::{fmt, sync::Arc};

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::tz::TimeZone;
use relais_kernel::{Day, Instant, Locale};

use crate::{Catalogue, format};

/// A language and its words. Cloning is cheap; every template holds one.
#[derive(Clone)]
pub struct Words {
    catalogue: Arc<Catalogue>,
    locale: Locale,
}

impl Words {
    /// The catalogue read in one language.
    pub fn new(catalogue: Arc<Catalogue>, locale: Locale) -> Self {
        Self { catalogue, locale }
    }

    /// The language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The same words in another language.
    pub fn in_locale(&self, locale: Locale) -> Self {
        Self { catalogue: Arc::clone(&self.catalogue), locale }
    }

    /// The words of a key, to be completed by `with`.
    pub fn t<'a>(&'a self, key: &'a str) -> Say<'a> {
        Say { words: self, key, args: None }
    }

    /// Whether the key exists.
    pub fn has(&self, key: &str) -> bool {
        self.catalogue.has(key)
    }

    /// `1 204` or `1,204`.
    pub fn number(&self, n: impl Into<i64>) -> String {
        format::number(self.locale, n.into())
    }

    /// `21 novembre 2026` or `21 November 2026`.
    pub fn day(&self, day: &Day) -> String {
        format::day(self.locale, *day)
    }

    /// `samedi 21 novembre` or `Saturday 21 November`.
    pub fn weekday(&self, day: &Day) -> String {
        format::weekday(self.locale, *day)
    }

    /// `21 novembre 2026, 14 h 20` or `21 November 2026, 14:20`.
    pub fn moment(&self, instant: &Instant, zone: &TimeZone) -> String {
        format::moment(self.locale, *instant, zone)
    }

    /// `14 h 20` on the same day, `demain 9 h`, `lundi 30 novembre, 9 h`; or `14:20`, `tomorrow 9:00`, `Monday 30 November,
    /// 9:00`.
    pub fn when(&self, instant: &Instant, now: &Instant, zone: &TimeZone) -> String {
        format::when(self.locale, *instant, *now, zone)
    }

    /// `14 h 20` or `14:20`, from minutes since midnight.
    pub fn minutes(&self, minutes: &i32) -> String {
        format::time(self.locale, i64::from(*minutes / 60), i64::from(*minutes % 60))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.locale).finish()
    }
}

/// A key with its arguments; displayed as words.
pub struct Say<'a> {
    words: &'a Words,
    key: &'a str,
    args: Option<FluentArgs<'a>>,
}

impl<'a> Say<'a> {
    /// Gives an argument: a number (which chooses plurals) or a text.
    pub fn with(mut self, name: &'a str, value: impl Into<FluentValue<'a>>) -> Self {
        self.args.get_or_insert_default().set(name, value);
        self
    }
}

impl fmt::Display for Say<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.catalogue.format(self.words.locale, self.key, self.args.as_ref()))
    }
}
