//! Over which months a board speaks. Months are whole: their batches are, and no period cuts through one.

use relais_kernel::Day;
use relais_web::components::Tabs;
use relais_words::Words;
use serde::Deserialize;

use super::ledger::month_of;

relais_kernel::codes! {
    /// A period.
    pub enum Period {
        /// The month as far as it is counted.
        This = "this",
        /// The one before it.
        Last = "last",
        /// Both, and the one before them: 90 days and what is left of the first month.
        Three = "three",
    }
}

/// Which period was asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    over: String,
}

impl Wanted {
    /// The period; three months where nothing readable was asked for.
    pub(crate) fn period(&self) -> Period {
        self.over.parse().unwrap_or(Period::Three)
    }
}

impl Period {
    /// Its first and its last month, each by its first day.
    pub(crate) fn months(self, today: Day) -> (Day, Day) {
        let this = month_of(today);
        let before = |month: Day| month_of(month.plus(-1));
        match self {
            Self::This => (this, this),
            Self::Last => (before(this), before(this)),
            Self::Three => (before(before(this)), this),
        }
    }

    /// Its first and its last day, today at the latest.
    pub(crate) fn days(self, today: Day) -> (Day, Day) {
        let (from, last) = self.months(today);
        (from, month_of(last.plus(31)).plus(-1).min(today))
    }

    /// The choice between them, as links.
    pub(crate) fn tabs(self, w: &Words, path: &str) -> Tabs {
        Self::ALL.iter().rev().fold(Tabs::new(w, w.t("figures-period")), |tabs, one| {
            tabs.tab(format!("{path}?over={one}"), w.t(&format!("figures-over-{one}")), *one == self)
        })
    }

    /// From when to when, in words.
    pub(crate) fn words(self, w: &Words, today: Day) -> String {
        let (from, to) = self.days(today);
        w.t("figures-span").with("from", w.day(&from)).with("to", w.day(&to)).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_whole_months() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let months = |period: Period| period.months(day("2026-01-15"));
        assert_eq!(months(Period::This), (day("2026-01-01"), day("2026-01-01")));
        assert_eq!(months(Period::Last), (day("2025-12-01"), day("2025-12-01")));
        assert_eq!(months(Period::Three), (day("2025-11-01"), day("2026-01-01")));
        assert_eq!(Wanted { over: "for ever".into() }.period(), Period::Three);
        assert_eq!(Wanted { over: "last".into() }.period(), Period::Last);
    }
}
