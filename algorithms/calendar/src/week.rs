//! The usual week, as it is written on the door.

use std::fmt;

use jiff::civil::Weekday;

/// A stretch of one day, in minutes since midnight on the clock of the place: from `opens` until before `closes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Opening {
    opens: i32,
    closes: i32,
}

impl Opening {
    /// An opening, when `0 <= opens < closes <= 1440`.
    pub fn new(opens: i32, closes: i32) -> Result<Self, Unusable> {
        if 0 <= opens && opens < closes && closes <= 1440 {
            Ok(Self { opens, closes })
        } else {
            Err(Unusable::Opening { opens, closes })
        }
    }

    /// Minutes since midnight.
    pub fn opens(self) -> i32 {
        self.opens
    }

    /// Minutes since midnight, after [`opens`](Self::opens), at most 1440.
    pub fn closes(self) -> i32 {
        self.closes
    }
}

/// Numbers that are no hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A weekday that is not 1 (Monday) to 7 (Sunday).
    Weekday(i32),
    /// Minutes out of order or outside the day.
    Opening {
        /// Minutes since midnight, as given.
        opens: i32,
        /// Minutes since midnight, as given.
        closes: i32,
    },
}

impl fmt::Display for Unusable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weekday(weekday) => write!(out, "{weekday} is no weekday (1 is Monday, 7 Sunday)"),
            Self::Opening { opens, closes } => {
                write!(out, "minutes {opens} to {closes} are no opening of a day")
            }
        }
    }
}

impl std::error::Error for Unusable {}

/// The openings of a usual week. There is always at least one: hours that nobody wrote are no hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week([Vec<Opening>; 7]);

impl Week {
    /// The week that somebody wrote as rows (weekday with Monday as 1, minute of opening, minute of closing), in any
    /// order; nothing when there is no row, so that the caller says which week counts where nobody wrote one.
    ///
    /// Openings that overlap or touch become one: a minute is open or it is not.
    ///
    /// ```
    /// use relais_calendar::Week;
    /// let usual = Week::weekdays(9 * 60, 18 * 60)?;
    /// let rows: [(i32, i32, i32); 0] = [];
    /// assert_eq!(Week::written(rows)?.unwrap_or(usual.clone()), usual);
    /// # Ok::<(), relais_calendar::Unusable>(())
    /// ```
    pub fn written(rows: impl IntoIterator<Item = (i32, i32, i32)>) -> Result<Option<Self>, Unusable> {
        let mut days: [Vec<Opening>; 7] = Default::default();
        for (weekday, opens, closes) in rows {
            let day = usize::try_from(weekday).ok().and_then(|number| days.get_mut(number.checked_sub(1)?));
            day.ok_or(Unusable::Weekday(weekday))?.push(Opening::new(opens, closes)?);
        }
        let days = days.map(merged);
        Ok(days.iter().any(|day| !day.is_empty()).then_some(Self(days)))
    }

    /// One opening each day, Monday to Friday.
    pub fn weekdays(opens: i32, closes: i32) -> Result<Self, Unusable> {
        let opening = Opening::new(opens, closes)?;
        Ok(Self(std::array::from_fn(|day| if day < 5 { vec![opening] } else { Vec::new() })))
    }

    /// The openings of a weekday, in order, apart from each other.
    pub fn on(&self, weekday: Weekday) -> &[Opening] {
        &self.0[usize::from(weekday.to_monday_zero_offset().unsigned_abs())]
    }
}

/// In order, and apart from each other.
pub(crate) fn merged(mut openings: Vec<Opening>) -> Vec<Opening> {
    openings.sort_unstable();
    openings.dedup_by(|next, kept| {
        let joined = next.opens <= kept.closes;
        if joined {
            kept.closes = kept.closes.max(next.closes);
        }
        joined
    });
    openings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_in_any_order_make_a_week() {
        let week = Week::written([(1, 840, 1140), (7, 0, 1440), (1, 570, 750)]).unwrap().unwrap();
        let monday: Vec<_> = week.on(Weekday::Monday).iter().map(|o| (o.opens(), o.closes())).collect();
        assert_eq!(monday, [(570, 750), (840, 1140)]);
        assert_eq!(week.on(Weekday::Sunday).len(), 1);
        assert!(week.on(Weekday::Tuesday).is_empty());
    }

    #[test]
    fn a_minute_is_never_open_twice() {
        for (rows, expected) in [
            (vec![(540, 720), (600, 660)], vec![(540, 720)]),
            (vec![(600, 780), (540, 720)], vec![(540, 780)]),
            (vec![(540, 720), (720, 780)], vec![(540, 780)]),
            (vec![(540, 720), (721, 780)], vec![(540, 720), (721, 780)]),
        ] {
            let rows = rows.into_iter().map(|(opens, closes)| (3, opens, closes));
            let week = Week::written(rows).unwrap().unwrap();
            let day: Vec<_> = week.on(Weekday::Wednesday).iter().map(|o| (o.opens(), o.closes())).collect();
            assert_eq!(day, expected);
        }
    }

    #[test]
    fn numbers_that_are_no_hours_are_told() {
        for weekday in [i32::MIN, -1, 0, 8] {
            assert_eq!(Week::written([(weekday, 0, 1)]), Err(Unusable::Weekday(weekday)));
        }
        for (opens, closes) in [(-1, 5), (5, 5), (6, 5), (0, 1441)] {
            assert_eq!(Week::written([(1, opens, closes)]), Err(Unusable::Opening { opens, closes }));
        }
        let said = [Unusable::Weekday(8), Unusable::Opening { opens: 6, closes: 5 }].map(|e| e.to_string());
        assert_eq!(
            said,
            ["8 is no weekday (1 is Monday, 7 Sunday)", "minutes 6 to 5 are no opening of a day"]
        );
    }

    #[test]
    fn a_week_that_nobody_wrote_is_none() {
        assert_eq!(Week::written([]), Ok(None));
    }
}
