//! What may be said and answered about an obstacle, and how long it took: pure decisions.

use relais_baton::Hours;
use relais_kernel::Day;
use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::typed::{LONGEST, words_or};

relais_kernel::codes! {
    /// What became of it.
    pub enum ObstacleState {
        /// In the way.
        Open = "open",
        /// Taken away.
        Removed = "removed",
        /// Still there, and no longer in the way.
        WorkedAround = "worked_around",
        /// Stays, with a reason.
        Refused = "refused",
    }
}

/// What somebody typed about an obstacle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SaidInput {
    pub(crate) text: String,
    pub(crate) signed: String,
}

impl SaidInput {
    /// The words, and whether their author's name may stand there.
    pub(crate) fn check(&self) -> Result<(String, bool), Faults> {
        let text = words_or(&self.text, "text", "obstacle-missing", LONGEST)?;
        Ok((text, self.signed == "yes"))
    }
}

/// An answer as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct AnswerInput {
    pub(crate) outcome: String,
    pub(crate) words: String,
}

/// An answer as it may be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) state: ObstacleState,
    pub(crate) words: String,
}

impl AnswerInput {
    /// The answer, or all that is wrong with it: the team reads words, and a refusal says why.
    pub(crate) fn check(&self) -> Result<Answered, Faults> {
        let mut faults = Faults::none();
        let state: Option<ObstacleState> =
            self.outcome.parse().ok().filter(|state| *state != ObstacleState::Open);
        if state.is_none() {
            faults.add(Fault::on("outcome", "baton-no-such-outcome"));
        }
        let missing = match state {
            Some(ObstacleState::Refused) => "obstacle-refused-why",
            _ => "pebble-answer-words",
        };
        let words = faults.take(words_or(&self.words, "words", missing, LONGEST));
        match (state, words) {
            (Some(state), Some(words)) if faults.is_empty() => Ok(Answered { state, words }),
            _ => Err(faults),
        }
    }
}

/// Days on which the place opens, from the day after it was said to the day it ended: nobody counts a closed day.
pub(crate) fn open_days(said: Day, ended: Day, hours: &Hours) -> i32 {
    let mut day = said;
    let mut days = 0;
    while day < ended {
        day = day.plus(1);
        days += i32::from(hours.openings(day.date()).next().is_some());
    }
    days
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;
    use relais_calendar::{Territory, Week};

    use super::*;

    #[test]
    fn cer_07_a_refusal_says_why_and_every_end_has_words() {
        let faults = |outcome: &str, words: &str| {
            let input = AnswerInput { outcome: outcome.into(), words: words.into() };
            let faults = input.check().err().unwrap_or_default();
            faults.0.iter().map(|fault| fault.key.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(faults("refused", " "), ["obstacle-refused-why"]);
        assert_eq!(faults("removed", ""), ["pebble-answer-words"]);
        assert_eq!(faults("worked_around", "un badge de prêt"), Vec::<String>::new());
        for outcome in ["", "open", "nothing_possible"] {
            assert_eq!(faults(outcome, "désolé"), ["baton-no-such-outcome"]);
        }
    }

    #[test]
    fn cer_07_a_delay_counts_the_days_on_which_the_place_opens() {
        let week = Week::weekdays(540, 1080).unwrap();
        let hours = Hours::new(TimeZone::UTC, week, Territory::Mainland);
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(open_days(day("2026-11-20"), day("2026-11-20"), &hours), 0);
        assert_eq!(open_days(day("2026-11-20"), day("2026-11-23"), &hours), 1, "a weekend between");
        assert_eq!(open_days(day("2026-11-10"), day("2026-11-12"), &hours), 1, "a public holiday between");
        assert_eq!(open_days(day("2026-11-23"), day("2026-11-20"), &hours), 0);
    }
}
