//! What may be said and answered: pure decisions on typed text.

use relais_kernel::{Day, fold};
use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

relais_kernel::codes! {
    /// What is said.
    pub enum PebbleKind {
        /// Something gets in the way.
        Irritant = "irritant",
        /// Something would help.
        Idea = "idea",
    }
}

relais_kernel::codes! {
    /// What it is about.
    pub enum Theme {
        /// Programs, machines, printers.
        Tools = "tools",
        /// Rooms, light, cold, noise.
        Premises = "premises",
        /// Goods and deliveries.
        Stock = "stock",
        /// Hours, rota, breaks.
        Hours = "hours",
        /// What reaches us, and how.
        Information = "information",
        /// Rules and steps.
        Rules = "rules",
        /// What customers live through.
        Customers = "customers",
        /// Anything else.
        Other = "other",
    }
}

relais_kernel::codes! {
    /// How often.
    pub enum Frequency {
        /// Every day.
        Daily = "daily",
        /// Every week.
        Weekly = "weekly",
        /// Every month.
        Monthly = "monthly",
        /// Now and then.
        Rarely = "rarely",
    }
}

relais_kernel::codes! {
    /// What became of it.
    pub enum PebbleState {
        /// Held, not answered yet.
        Received = "received",
        /// Will be done by a day.
        Planned = "planned",
        /// Is tried until a day.
        Trying = "trying",
        /// Done.
        Done = "done",
        /// Refused, with a reason.
        Refused = "refused",
    }
}

/// What somebody typed about what gets in the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SaidInput {
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) theme: String,
    pub(crate) frequency: String,
    pub(crate) hinders: String,
    pub(crate) signed: String,
    /// Whether an anonymous entry names the unit.
    pub(crate) unit: String,
    /// The receipt that the form brought along, so that a form sent twice is one entry.
    pub(crate) key: String,
}

/// The same as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) kind: PebbleKind,
    pub(crate) text: String,
    pub(crate) text_folded: String,
    pub(crate) theme: Theme,
    pub(crate) frequency: Frequency,
    pub(crate) hinders: bool,
    pub(crate) by: By,
}

/// Under whose name something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum By {
    /// Those who answer know who said it; the page does not show it.
    #[default]
    Known,
    /// The page shows who said it.
    Signed,
    /// Nobody knows who said it, nor can find out.
    Nobody {
        /// Whether the unit stands there.
        unit: bool,
    },
}

impl By {
    /// As the form says it.
    pub(crate) const CODES: [&str; 3] = ["no", "yes", "anonymous"];

    fn read(signed: &str, unit: &str) -> Self {
        match signed {
            "yes" => Self::Signed,
            "anonymous" => Self::Nobody { unit: unit == "yes" },
            _ => Self::Known,
        }
    }
}

pub(crate) const SHORTEST: usize = 3;
pub(crate) const LONGEST: usize = 1000;

impl SaidInput {
    /// What it says, or all that is wrong with it. Only the words are asked for: the rest has a usual answer.
    pub(crate) fn check(&self) -> Result<Said, Faults> {
        let text = words(&self.text, "text")?;
        Ok(Said {
            kind: self.kind.parse().unwrap_or(PebbleKind::Irritant),
            text_folded: fold(&text),
            text,
            theme: self.theme.parse().unwrap_or(Theme::Other),
            frequency: self.frequency.parse().unwrap_or(Frequency::Weekly),
            hinders: self.hinders == "yes",
            by: By::read(&self.signed, &self.unit),
        })
    }
}

pub(crate) fn words(typed: &str, field: &'static str) -> Result<String, Fault> {
    let text = typed.trim();
    let length = text.chars().count();
    if length == 0 {
        Err(Fault::on(field, "field-empty"))
    } else if length < SHORTEST {
        Err(Fault::on(field, "pebble-too-short"))
    } else if length > LONGEST {
        Err(Fault::on(field, "pebble-too-long").with("n", LONGEST).with("typed", length))
    } else {
        Ok(text.to_owned())
    }
}

/// What somebody typed as an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerInput {
    pub(crate) outcome: String,
    pub(crate) words: String,
    pub(crate) day: String,
    /// Not an answer: what is asked of an author without a name.
    pub(crate) question: String,
}

/// What whoever holds an entry asks of whoever said it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct QuestionInput {
    pub(crate) question: String,
}

impl QuestionInput {
    /// The question, or what is wrong with it.
    pub(crate) fn check(&self) -> Result<String, Faults> {
        Ok(words(&self.question, "question")?)
    }
}

/// An answer as it may be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) state: PebbleState,
    pub(crate) words: String,
    pub(crate) day: Option<Day>,
}

/// The furthest day that something may be planned for: further away is no answer.
pub(crate) const FURTHEST: i32 = 366;

impl AnswerInput {
    /// The answer, or all that is wrong with it: everybody who waits reads words, and what is planned has a day to come.
    pub(crate) fn check(&self, today: Day) -> Result<Answered, Faults> {
        let mut faults = Faults::none();
        let state: Option<PebbleState> =
            self.outcome.parse().ok().filter(|state| *state != PebbleState::Received);
        if state.is_none() {
            faults.add(Fault::on("outcome", "baton-no-such-outcome"));
        }
        let words = faults.take(words(&self.words, "words").map_err(|fault| match &*fault.key {
            "field-empty" if state == Some(PebbleState::Refused) => Fault::on("words", "pebble-refused-why"),
            "field-empty" => Fault::on("words", "pebble-answer-words"),
            _ => fault,
        }));
        let dated = matches!(state, Some(PebbleState::Planned | PebbleState::Trying));
        let day = if dated { faults.take(day(&self.day, today)) } else { None };
        match (state, words, faults.is_empty()) {
            (Some(state), Some(words), true) => Ok(Answered { state, words, day }),
            _ => Err(faults),
        }
    }
}

fn day(typed: &str, today: Day) -> Result<Day, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Fault::on("day", "pebble-planned-when"));
    }
    let day: Day = typed.parse().map_err(|_| Fault::on("day", "day-unreadable").with("typed", typed))?;
    if day <= today {
        Err(Fault::on("day", "pebble-day-past"))
    } else if day > today.plus(FURTHEST) {
        Err(Fault::on("day", "pebble-day-too-far"))
    } else {
        Ok(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        "2026-11-21".parse().unwrap()
    }

    #[test]
    fn vdt_01_only_the_words_are_asked_for() {
        let said = SaidInput { text: "  L’imprimante tombe en panne ".into(), ..SaidInput::default() };
        let said = said.check().unwrap();
        assert_eq!(said.text, "L’imprimante tombe en panne");
        assert_eq!((said.kind, said.theme, said.by), (PebbleKind::Irritant, Theme::Other, By::Known));
    }

    #[test]
    fn vdt_05_a_name_is_shown_known_or_nowhere_as_its_owner_chooses() {
        let by = |signed: &str, unit: &str| {
            let text = "Il fait froid".to_owned();
            SaidInput { text, signed: signed.into(), unit: unit.into(), ..SaidInput::default() }
                .check()
                .unwrap()
                .by
        };
        assert_eq!((by("", "yes"), by("no", "")), (By::Known, By::Known));
        assert_eq!(by("yes", "yes"), By::Signed);
        assert_eq!(by("anonymous", ""), By::Nobody { unit: false });
        assert_eq!(by("anonymous", "yes"), By::Nobody { unit: true });
    }

    #[test]
    fn words_are_neither_missing_nor_endless() {
        for (text, key) in [
            ("", "field-empty"),
            ("  ", "field-empty"),
            ("ah", "pebble-too-short"),
            (&"x".repeat(1001), "pebble-too-long"),
        ] {
            let faults = SaidInput { text: text.into(), ..SaidInput::default() }.check().unwrap_err();
            assert_eq!((&*faults.0[0].field, &*faults.0[0].key), ("text", key));
        }
        for text in ["aïe", &"é".repeat(1000)] {
            assert!(SaidInput { text: text.into(), ..SaidInput::default() }.check().is_ok());
        }
    }

    fn faults(outcome: &str, words: &str, day: &str) -> Vec<(String, String)> {
        let input = AnswerInput {
            outcome: outcome.into(),
            words: words.into(),
            day: day.into(),
            ..AnswerInput::default()
        };
        let faults = input.check(today()).err().unwrap_or_default();
        faults.0.iter().map(|fault| (fault.field.to_string(), fault.key.to_string())).collect()
    }

    fn one(field: &str, key: &str) -> Vec<(String, String)> {
        vec![(field.to_owned(), key.to_owned())]
    }

    #[test]
    fn vdt_01_a_refusal_says_why_and_every_answer_has_words() {
        assert_eq!(faults("refused", "", ""), one("words", "pebble-refused-why"));
        assert_eq!(faults("done", " ", ""), one("words", "pebble-answer-words"));
        assert_eq!(faults("refused", "pas cette année", ""), []);
        assert_eq!(faults("done", "remplacée jeudi", "n’importe quoi"), [], "a day is asked for plans alone");
    }

    #[test]
    fn what_is_planned_or_tried_has_a_day_to_come() {
        for outcome in ["planned", "trying"] {
            assert_eq!(faults(outcome, "bientôt", ""), one("day", "pebble-planned-when"));
            assert_eq!(faults(outcome, "bientôt", "2026-11-21"), one("day", "pebble-day-past"));
            assert_eq!(faults(outcome, "bientôt", "demain"), one("day", "day-unreadable"));
            assert_eq!(faults(outcome, "bientôt", "2027-11-23"), one("day", "pebble-day-too-far"));
            assert_eq!(faults(outcome, "bientôt", "2027-11-22"), []);
            assert_eq!(faults(outcome, "bientôt", "2026-11-22"), []);
        }
    }

    #[test]
    fn nothing_possible_is_no_answer() {
        for outcome in ["", "received", "nothing_possible"] {
            assert_eq!(faults(outcome, "désolé", ""), one("outcome", "baton-no-such-outcome"));
        }
    }
}
