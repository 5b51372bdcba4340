//! A second opinion, slow and simple: look at the clock of the place once a minute. And the worlds to hold it against.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, ToSpan, tz::TimeZone};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use relais_calendar::{Hours, Territory, Week, holidays};

/// Paris and overseas, the other half of the world, and the clocks that are hardest: a change that goes back over
/// midnight (St John's), of half an hour (Lord Howe), of two hours (Troll), and a day that never was (Apia).
const ZONES: [&str; 9] = [
    "Europe/Paris",
    "Indian/Reunion",
    "America/Guadeloupe",
    "America/Cayenne",
    "Pacific/Auckland",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
    "Pacific/Apia",
];

type Minutes = (i32, i32);

/// Hours as rows, and an instant near which to look at them.
#[derive(Clone, Debug)]
pub(crate) struct World {
    zone: &'static str,
    week: Vec<(i32, i32, i32)>,
    differing: Vec<(Date, Option<Minutes>)>,
    territory: Territory,
    open_on_holidays: bool,
    pub(crate) near: Timestamp,
}

impl World {
    pub(crate) fn zone(&self) -> TimeZone {
        TimeZone::get(self.zone).unwrap()
    }

    pub(crate) fn hours(&self) -> Hours {
        let week = Week::written(self.week.iter().copied()).unwrap().unwrap();
        let hours = Hours::new(self.zone(), week, self.territory);
        let hours = if self.open_on_holidays { hours.open_on_holidays() } else { hours };
        hours.differing(self.differing.iter().copied()).unwrap()
    }

    /// The instant so many minutes from `near`.
    pub(crate) fn minute(&self, minutes: i64) -> Timestamp {
        self.near + SignedDuration::from_mins(minutes)
    }

    /// The open minutes from one whole minute to another, each with the day that the clock shows.
    pub(crate) fn open_minutes(&self, from: Timestamp, to: Timestamp) -> Vec<(Date, Timestamp)> {
        let zone = self.zone();
        let mut closed: BTreeMap<i16, Vec<Date>> = BTreeMap::new();
        let mut open = Vec::new();
        let mut at = from;
        while at < to {
            let clock = at.to_zoned(zone.clone()).datetime();
            let (day, minute) = (clock.date(), i32::from(clock.hour()) * 60 + i32::from(clock.minute()));
            let of_day: Vec<Minutes> = if self.differing.iter().any(|(date, _)| *date == day) {
                self.differing.iter().filter(|(date, _)| *date == day).filter_map(|(_, row)| *row).collect()
            } else if !self.open_on_holidays
                && closed
                    .entry(day.year())
                    .or_insert_with(|| holidays(day.year(), self.territory).map(|(day, _)| day).collect())
                    .contains(&day)
            {
                Vec::new()
            } else {
                let weekday = i32::from(day.weekday().to_monday_one_offset());
                self.week.iter().filter(|row| row.0 == weekday).map(|row| (row.1, row.2)).collect()
            };
            if of_day.iter().any(|(opens, closes)| *opens <= minute && minute < *closes) {
                open.push((day, at));
            }
            at += 1.minute();
        }
        open
    }

    pub(crate) fn open_time(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        SignedDuration::from_mins(i64::try_from(self.open_minutes(from, to).len()).unwrap())
    }
}

/// An opening anywhere in the day, or in the small hours in which clocks change.
fn opening() -> impl Strategy<Value = Minutes> {
    let anywhere = (0..1440).prop_flat_map(|opens| (Just(opens), opens + 1..=1440));
    let small_hours = (0..240, 1..240).prop_map(|(opens, length)| (opens, opens + length));
    prop_oneof![3 => anywhere, 2 => small_hours, 1 => Just((0, 1440)), 1 => Just((540, 1140))]
}

/// Whole minutes of 2005 to 2029, half of them close to a change of the clock, where there is any.
fn near(zone: &'static str) -> impl Strategy<Value = Timestamp> {
    let minute = |text: &str| text.parse::<Timestamp>().unwrap().as_second() / 60;
    let (first, last) = (minute("2005-01-01T00:00:00Z"), minute("2030-01-01T00:00:00Z"));
    let start = Timestamp::from_second(first * 60).unwrap();
    let tz = TimeZone::get(zone).unwrap();
    let changes: Vec<i64> =
        tz.following(start).map(|c| c.timestamp().as_second() / 60).take_while(|m| *m < last).collect();
    let changes = if changes.is_empty() { vec![first] } else { changes };
    let close = (proptest::sample::select(changes), -2000i64..200).prop_map(|(change, by)| change + by);
    prop_oneof![first..last, close].prop_map(|minute| Timestamp::from_second(minute * 60).unwrap())
}

pub(crate) fn world() -> impl Strategy<Value = World> {
    proptest::sample::select(ZONES.to_vec()).prop_flat_map(|zone| {
        let week = vec((1..=7, opening()).prop_map(|(day, (opens, closes))| (day, opens, closes)), 1..12);
        let differing = vec((-3i32..8, option::of(opening())), 0..5);
        let territory = proptest::sample::select(Territory::ALL.to_vec());
        (week, differing, territory, any::<bool>(), near(zone)).prop_map(
            move |(week, differing, territory, open_on_holidays, near)| {
                let today = TimeZone::get(zone).unwrap().to_datetime(near).date();
                let differing = differing.into_iter().map(|(days, row)| (today + days.days(), row)).collect();
                World { zone, week, differing, territory, open_on_holidays, near }
            },
        )
    })
}

#[test]
fn the_second_opinion_knows_a_day_that_never_was() {
    let every_day = (1..=7).map(|day| (day, 0, 1440)).collect();
    let near = "2011-12-29T00:00:00-10:00".parse().unwrap();
    let world = World {
        zone: "Pacific/Apia",
        week: every_day,
        differing: Vec::new(),
        territory: Territory::Mainland,
        open_on_holidays: true,
        near,
    };
    let shown: std::collections::BTreeSet<_> =
        world.open_minutes(near, world.minute(48 * 60)).into_iter().map(|(day, _)| day).collect();
    assert_eq!(shown.into_iter().collect::<Vec<_>>(), [date(2011, 12, 29), date(2011, 12, 31)]);
    assert_eq!(world.hours().openings(date(2011, 12, 30)).count(), 0);
}
