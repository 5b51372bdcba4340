//! A day of somebody's calendar.

use std::str::FromStr;

use jiff::{Span, civil::Date};

/// A calendar day as the integer `yyyymmdd`, which sorts and groups in any database.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    sea_orm::DeriveValueType,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(transparent)]
pub struct Day(i32);

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayParseError;

impl Day {
    /// The day of a civil date.
    pub fn from_date(date: Date) -> Self {
        Self(i32::from(date.year()) * 10_000 + i32::from(date.month()) * 100 + i32::from(date.day()))
    }

    /// The day, when the three numbers make one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    /// The civil date. A number that is no date, which only a damaged row could hold, gives the first day of 1970.
    pub fn date(self) -> Date {
        let (year, month, day) = (self.0 / 10_000, self.0 / 100 % 100, self.0 % 100);
        i16::try_from(year)
            .ok()
            .zip(i8::try_from(month).ok().zip(i8::try_from(day).ok()))
            .and_then(|(year, (month, day))| Date::new(year, month, day).ok())
            .unwrap_or(jiff::civil::date(1970, 1, 1))
    }

    /// The day `days` later, or earlier when negative.
    pub fn plus(self, days: i32) -> Self {
        self.date().checked_add(Span::new().days(days)).map_or(self, Self::from_date)
    }

    /// The integer `yyyymmdd`.
    pub fn number(self) -> i32 {
        self.0
    }
}

/// `2026-11-21`, as forms and exports write it.
impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}

/// Reads `2026-11-21`, and `21/11/2026` as people and French spreadsheets write it.
impl FromStr for Day {
    type Err = DayParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if let Some((day, rest)) = text.split_once('/') {
            let (month, year) = rest.split_once('/').ok_or(DayParseError)?;
            let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse::<i16>()) else {
                return Err(DayParseError);
            };
            if !(1900..=9999).contains(&year) {
                return Err(DayParseError);
            }
            return Self::new(year, month, day).ok_or(DayParseError);
        }
        // What the library reads besides (a moment, a day without dashes) is not as long.
        if text.len() != "2026-11-21".len() {
            return Err(DayParseError);
        }
        text.parse::<Date>().map(Self::from_date).map_err(|_| DayParseError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        assert_eq!("2026-11-21".parse::<Day>().map(Day::number), Ok(20_261_121));
        assert_eq!("21/11/2026".parse::<Day>().map(Day::number), Ok(20_261_121));
        assert_eq!(" 1/2/2026 ".parse::<Day>().map(Day::number), Ok(20_260_201));
        for wrong in [
            "",
            "2026-02-30",
            "31/11/2026",
            "21/11/26",
            "2026-11",
            "20261121",
            "hier",
            "2026-1121",
            "202611-21",
            "+02026-11-21",
            "2026-W47-6",
            "2026-11221",
            "2026111-21",
        ] {
            assert_eq!(wrong.parse::<Day>(), Err(DayParseError), "{wrong}");
        }
    }

    proptest::proptest! {
        #[test]
        fn prop_plus_then_minus_is_identity(year in 1901i16..2200, ordinal in 1i16..365, n in -4000i32..4000) {
            let day = Day::from_date(jiff::civil::date(year, 1, 1)).plus(i32::from(ordinal));
            proptest::prop_assert_eq!(day.plus(n).plus(-n), day);
            proptest::prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
        }
    }
}
