//! What makes an entry: pure decisions.

use relais_kernel::Day;
use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::typed::{at_most, one_line, within};

/// A title is read at a glance.
pub(crate) const LONGEST_TITLE: usize = 120;
/// What one asks, in the words of whoever asks.
pub(crate) const LONGEST_WORDS: usize = 1000;
/// The answer, with its steps.
pub(crate) const LONGEST_ANSWER: usize = 4000;
/// What somebody says about an entry.
pub(crate) const LONGEST_WORD: usize = 500;
const SHORTEST: usize = 3;
/// Nobody knows what holds longer than this.
const FURTHEST: i32 = 730;
/// Days before its end from which an entry is shown as to be looked at again.
const REVIEWED_BEFORE: i32 = 30;

relais_kernel::codes! {
    /// Where an entry stands.
    pub enum EntryState {
        /// Waits until somebody of the group validates it.
        Proposed = "proposed",
        /// Validated by an expert, until it ends.
        Valid = "valid",
        /// No more held out to anybody.
        Withdrawn = "withdrawn",
    }
}

relais_kernel::codes! {
    /// What happened to an entry. Nobody is named.
    pub enum Event {
        /// Somebody of the group wrote it.
        Written = "written",
        /// It came from a file.
        Imported = "imported",
        /// An expert said that it holds.
        Checked = "checked",
        /// It says something else since.
        Changed = "changed",
        /// Somebody said that it holds no more.
        Doubted = "doubted",
        /// It holds all the same.
        Kept = "kept",
        /// It is no more held out.
        Withdrawn = "withdrawn",
    }
}

/// Whether an entry can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fresh {
    /// Nobody validated it yet.
    Proposed,
    /// It holds.
    Holds,
    /// It holds, and is to be looked at again.
    Review,
    /// Its day is over: it is shown with a warning, and suggested to nobody.
    Expired,
    /// It was taken back.
    Withdrawn,
}

/// Whether an entry can be relied on, on a day.
pub(crate) fn fresh(state: EntryState, review: Option<Day>, expires: Option<Day>, today: Day) -> Fresh {
    match state {
        EntryState::Proposed => Fresh::Proposed,
        EntryState::Withdrawn => Fresh::Withdrawn,
        EntryState::Valid if expires.is_none_or(|day| day < today) => Fresh::Expired,
        EntryState::Valid if review.is_some_and(|day| day <= today) => Fresh::Review,
        EntryState::Valid => Fresh::Holds,
    }
}

/// When an entry that holds until a day is looked at again: a month before, or on the day it is validated.
pub(crate) fn reviewed(expires: Day, today: Day) -> Day {
    expires.plus(-REVIEWED_BEFORE).max(today)
}

/// An entry as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct EntryInput {
    pub(crate) title: String,
    pub(crate) words: String,
    pub(crate) answer: String,
    pub(crate) theme: String,
    pub(crate) expires: String,
    /// The answered question that it is made from.
    pub(crate) question: String,
    /// Minted with the form, so that what a bad network sends twice is written once.
    pub(crate) key: String,
    /// The version that was changed, so that two writers are told apart.
    pub(crate) of_version: String,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) title: String,
    pub(crate) words: String,
    pub(crate) answer: String,
}

impl EntryInput {
    /// What it says and until when it holds, or all that is wrong with it. The theme is looked up.
    pub(crate) fn check(&self, today: Day) -> Result<(Said, Day), Faults> {
        let mut faults = Faults::none();
        let said = match said(&self.title, &self.words, &self.answer) {
            Ok(said) => Some(said),
            Err(wrong) => {
                faults.0.extend(wrong.0);
                None
            }
        };
        if self.theme.is_empty() {
            faults.add(Fault::on("theme", "question-no-theme"));
        }
        let expires = faults.take(expires(&self.expires, today));
        match (said, expires) {
            (Some(said), Some(expires)) if faults.is_empty() => Ok((said, expires)),
            _ => Err(faults),
        }
    }
}

/// What an entry says, or all that is wrong with it: the same for a form and for a file.
pub(crate) fn said(title: &str, words: &str, answer: &str) -> Result<Said, Faults> {
    let mut faults = Faults::none();
    let title = faults.take(within(&one_line(title), "title", SHORTEST..=LONGEST_TITLE));
    let words = faults.take(at_most(words, "words", LONGEST_WORDS));
    let answer = faults.take(within(answer, "answer", SHORTEST..=LONGEST_ANSWER));
    match (title, words, answer) {
        (Some(title), Some(words), Some(answer)) => Ok(Said { title, words, answer }),
        _ => Err(faults),
    }
}

/// The last day on which an entry holds: from tomorrow on, two years at most.
pub(crate) fn expires(typed: &str, today: Day) -> Result<Day, Fault> {
    let wrong = |key: &'static str| Fault::on("expires", key);
    if typed.trim().is_empty() {
        return Err(wrong("field-empty"));
    }
    let day: Day = typed.parse().map_err(|_| wrong("day-unreadable").with("typed", typed))?;
    if day <= today {
        return Err(wrong("knowledge-ends-too-soon"));
    }
    if day > today.plus(FURTHEST) {
        return Err(wrong("knowledge-ends-too-late"));
    }
    Ok(day)
}

/// Words about an entry, as somebody typed them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct WordInput {
    pub(crate) words: String,
    pub(crate) expires: String,
}

/// What somebody says about an entry.
pub(crate) fn word(typed: &str) -> Result<String, Fault> {
    within(typed, "words", SHORTEST..=LONGEST_WORD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i32) -> Day {
        Day::from_date(jiff::civil::date(2026, 11, 22)).plus(n)
    }

    fn keys(input: &EntryInput) -> Vec<String> {
        let faults = input.check(day(0)).err().unwrap_or_default();
        faults.0.iter().map(|fault| fault.key.to_string()).collect()
    }

    fn input() -> EntryInput {
        EntryInput {
            title: " Voyant  orange ".into(),
            answer: "1. Débrancher.".into(),
            theme: "x".into(),
            expires: day(182).to_string(),
            ..EntryInput::default()
        }
    }

    #[test]
    fn exp_07_an_entry_has_a_title_an_answer_a_theme_and_an_end() {
        let (said, expires) = input().check(day(0)).unwrap();
        assert_eq!((said.title.as_str(), expires), ("Voyant orange", day(182)));
        assert_eq!(
            keys(&EntryInput::default()),
            ["field-empty", "field-empty", "question-no-theme", "field-empty"]
        );
        assert_eq!(keys(&EntryInput { title: "é".repeat(121), ..input() }), ["relaying-too-long"]);
        assert_eq!(keys(&EntryInput { title: "ab".into(), ..input() }), ["relaying-too-short"]);
        assert_eq!(keys(&EntryInput { words: "é".repeat(1001), ..input() }), ["relaying-too-long"]);
        assert_eq!(keys(&EntryInput { answer: "é".repeat(4001), ..input() }), ["relaying-too-long"]);
        for (expires, key) in [
            (day(0).to_string(), "knowledge-ends-too-soon"),
            (day(731).to_string(), "knowledge-ends-too-late"),
            ("bientôt".into(), "day-unreadable"),
        ] {
            assert_eq!(keys(&EntryInput { expires, ..input() }), [key]);
        }
        assert_eq!(keys(&EntryInput { expires: day(730).to_string(), ..input() }), [""; 0]);
        assert!(word(" ").is_err() && word(&"é".repeat(501)).is_err() && word("Non.").is_ok());
    }

    #[test]
    fn exp_07_an_entry_ends_with_its_day() {
        let of = |state, expires| fresh(state, Some(day(3)), expires, day(5));
        assert_eq!(of(EntryState::Valid, Some(day(4))), Fresh::Expired);
        assert_eq!(of(EntryState::Valid, Some(day(5))), Fresh::Review);
        assert_eq!(fresh(EntryState::Valid, Some(day(6)), Some(day(9)), day(5)), Fresh::Holds);
        assert_eq!(of(EntryState::Valid, None), Fresh::Expired);
        assert_eq!(of(EntryState::Proposed, None), Fresh::Proposed);
        assert_eq!(of(EntryState::Withdrawn, Some(day(9))), Fresh::Withdrawn);
        assert_eq!((reviewed(day(182), day(0)), reviewed(day(9), day(0))), (day(152), day(0)));
    }
}
