//! When a place is open: its week, the days that differ, its public holidays, on its own clock.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::week::merged;
use crate::{Opening, Territory, Unusable, Week, is_holiday};

/// The opening hours of a place.
///
/// One rule decides everything: **the place is open at an instant exactly when its own clock then shows a time within
/// an opening of the day that it shows.** So the hour that March skips is never open and an opening that would begin
/// in it begins when the clock has jumped; the hour that October shows twice is open twice, or twice in part.
#[derive(Clone, Debug)]
pub struct Hours {
    zone: TimeZone,
    week: Week,
    /// The territory whose holidays close the place, if any do.
    closed_on_holidays_of: Option<Territory>,
    /// Wins over holidays and week. In order, apart from each other; closed all day when empty.
    differing: BTreeMap<Date, Vec<Opening>>,
}

impl Hours {
    /// A place with a usual week, closed on the public holidays of its territory.
    pub fn new(zone: TimeZone, week: Week, territory: Territory) -> Self {
        Self { zone, week, closed_on_holidays_of: Some(territory), differing: BTreeMap::new() }
    }

    /// The same place, whose week also holds on public holidays.
    pub fn open_on_holidays(self) -> Self {
        Self { closed_on_holidays_of: None, ..self }
    }

    /// The same place with days that differ: minutes of opening and closing, or nothing when it is closed that day.
    /// They win over public holidays. Several rows of one day are several openings of it.
    pub fn differing(
        mut self,
        rows: impl IntoIterator<Item = (Date, Option<(i32, i32)>)>,
    ) -> Result<Self, Unusable> {
        for (date, opening) in rows {
            let day = self.differing.entry(date).or_default();
            if let Some((opens, closes)) = opening {
                day.push(Opening::new(opens, closes)?);
                *day = merged(std::mem::take(day));
            }
        }
        Ok(self)
    }

    /// The time zone of the place.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The openings of a day as its clock shows them, in order, apart from each other.
    pub fn on(&self, date: Date) -> &[Opening] {
        match self.differing.get(&date) {
            Some(openings) => openings,
            None if self.closed_on_holidays_of.is_some_and(|territory| is_holiday(date, territory)) => &[],
            None => self.week.on(date.weekday()),
        }
    }

    /// Whether the place is open. The instant of closing is closed.
    pub fn is_open(&self, at: Timestamp) -> bool {
        let clock = self.zone.to_datetime(at);
        let minute = i32::from(clock.hour()) * 60 + i32::from(clock.minute());
        self.on(clock.date()).iter().any(|opening| (opening.opens()..opening.closes()).contains(&minute))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn shop() -> Hours {
        let week = Week::weekdays(540, 1140).unwrap();
        Hours::new(TimeZone::get("Europe/Paris").unwrap(), week, Territory::Mainland)
    }

    fn on(hours: &Hours, date: Date) -> Vec<(i32, i32)> {
        hours.on(date).iter().map(|opening| (opening.opens(), opening.closes())).collect()
    }

    #[test]
    fn public_holidays_close_unless_told_otherwise() {
        let armistice = date(2026, 11, 11);
        assert_eq!(on(&shop(), armistice), []);
        assert_eq!(on(&shop().open_on_holidays(), armistice), [(540, 1140)]);
    }

    #[test]
    fn the_territory_decides_which_holidays_close() {
        let good_friday = date(2026, 4, 3);
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let metz = Hours::new(zone, Week::weekdays(540, 1140).unwrap(), Territory::AlsaceMoselle);
        assert_eq!((on(&shop(), good_friday).len(), on(&metz, good_friday).len()), (1, 0));
    }

    #[test]
    fn a_day_that_differs_wins_over_week_and_holiday() {
        let (armistice, friday, sunday) = (date(2026, 11, 11), date(2026, 11, 13), date(2026, 11, 15));
        let hours = shop()
            .differing([
                (sunday, Some((840, 1080))),
                (armistice, Some((600, 780))),
                (friday, None),
                (sunday, Some((600, 720))),
            ])
            .unwrap();
        assert_eq!(on(&hours, armistice), [(600, 780)]);
        assert_eq!(on(&hours, friday), []);
        assert_eq!(on(&hours, sunday), [(600, 720), (840, 1080)]);
        assert_eq!(on(&hours, date(2026, 11, 16)), [(540, 1140)]);
        let wrong = shop().differing([(sunday, Some((5, 5)))]).unwrap_err();
        assert_eq!(wrong, Unusable::Opening { opens: 5, closes: 5 });
    }

    #[test]
    fn a_place_is_open_from_its_opening_until_before_its_closing() {
        for (at, open) in [
            ("2026-11-20T07:59:59.999999999Z", false),
            ("2026-11-20T08:00:00Z", true),
            ("2026-11-20T17:59:59.999999999Z", true),
            ("2026-11-20T18:00:00Z", false),
            ("2026-11-21T10:00:00Z", false),
        ] {
            assert_eq!(shop().is_open(at.parse().unwrap()), open, "{at}");
        }
    }
}
