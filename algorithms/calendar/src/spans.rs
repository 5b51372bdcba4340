//! Openings as spans of real time, in order, however the clock of the place jumps.
//!
//! Between two changes of its clock, the time of a place is real time plus a constant. So the walk goes from change to
//! change, and within each from day to day by plain addition: it never asks for the instant of a time that the clock
//! skips or shows twice, and asks the time zone a few times a year only.

use std::iter;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use crate::{Hours, Opening};

/// Open from an instant until before another, on one day of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) day: Date,
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
}

/// The spans in which the place is open between two instants, in order, cut at both ends. Spans may touch: at midnight,
/// and where the clock changes.
pub(crate) fn spans(hours: &Hours, from: Timestamp, to: Timestamp) -> impl Iterator<Item = Span> {
    stretches(hours.zone(), from, to).flat_map(move |stretch| {
        stretch.days().filter_map(move |day| Some((day, stretch.midnight(day)?))).flat_map(
            move |(day, midnight)| {
                let openings = hours.on(day).iter();
                openings.filter_map(move |opening| stretch.cut(day, midnight, *opening))
            },
        )
    })
}

/// Real time between two instants without a change of the clock between them.
#[derive(Clone, Copy)]
struct Stretch {
    from: Timestamp,
    to: Timestamp,
    offset: Offset,
}

fn stretches(zone: &TimeZone, from: Timestamp, to: Timestamp) -> impl Iterator<Item = Stretch> {
    let changes =
        zone.following(from).map(|change| change.timestamp()).take_while(move |change| *change < to);
    changes.chain(iter::once(to)).scan(from, move |start, end| {
        let from = std::mem::replace(start, end);
        Some(Stretch { from, to: end, offset: zone.to_offset(from) })
    })
}

impl Stretch {
    /// The days that the clock shows, in order.
    fn days(self) -> impl Iterator<Item = Date> {
        let (first, last) =
            (self.offset.to_datetime(self.from).date(), self.offset.to_datetime(self.to).date());
        iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
    }

    fn midnight(self, day: Date) -> Option<Timestamp> {
        self.offset.to_timestamp(day.at(0, 0, 0, 0)).ok()
    }

    fn cut(self, day: Date, midnight: Timestamp, opening: Opening) -> Option<Span> {
        let at = |minute: i32| midnight.checked_add(SignedDuration::from_mins(i64::from(minute))).ok();
        let (from, to) = (at(opening.opens())?.max(self.from), at(opening.closes())?.min(self.to));
        (from < to).then_some(Span { day, from, to })
    }
}
