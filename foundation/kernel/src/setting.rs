//! A number that an organisation may set for itself.

crate::codes! {
    /// What a setting counts.
    pub enum Counted {
        /// Minutes in which the place is open.
        Minutes = "minutes",
        /// Days of the calendar.
        Days = "days",
        /// Days on which the place is open.
        OpenDays = "open_days",
        /// People.
        People = "people",
        /// Things said, answers, entries.
        Answers = "answers",
        /// Promises that are kept.
        Promises = "promises",
        /// Messages, or the parts that they are paid as.
        Messages = "messages",
    }
}

/// A number with a default, which an organisation may change within bounds. Its words are `setting-CODE`, with `-` for `.`
/// and `_`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its code, `room.name`.
    pub code: &'static str,
    /// What it is as long as nobody says otherwise.
    pub default: i64,
    /// The least it may be.
    pub least: i64,
    /// The most it may be.
    pub most: i64,
    /// What it counts.
    pub counted: Counted,
}

impl Setting {
    /// Whether an organisation may choose this value.
    pub const fn allows(&self, value: i64) -> bool {
        self.least <= value && value <= self.most
    }

    /// The key of its words.
    pub fn key(&self) -> String {
        format!("setting-{}", self.code.replace(['.', '_'], "-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_chosen_within_its_bounds() {
        let days =
            Setting { code: "field.answered_in", default: 10, least: 1, most: 20, counted: Counted::Days };
        for (value, allowed) in [(0, false), (1, true), (20, true), (21, false)] {
            assert_eq!(days.allows(value), allowed, "{value}");
        }
        assert_eq!(days.key(), "setting-field-answered-in");
    }
}
