//! Whether a unit is open, by its own clock (NET-04).

use jiff::civil::Weekday;
use relais_directory::units::{Exception, Opening};
use relais_kernel::Day;

/// Minutes since midnight: from, to.
pub(crate) type Span = (i32, i32);

/// What a unit's door says at a moment of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// Nobody wrote its hours down.
    Unknown,
    /// Open, until.
    Open(i32),
    /// It opens later today, at.
    Later(i32),
    /// It opens on another day, at.
    Another(Day, i32),
    /// It opens on none of the days known.
    Closed,
}

/// The openings of a day: those of the day when it differs, else those of the usual week.
pub(crate) fn spans(week: &[Opening], exceptions: &[Exception], day: Day) -> Vec<Span> {
    if let Some(exception) = exceptions.iter().find(|exception| exception.day == day) {
        return exception.opens.zip(exception.closes).into_iter().collect();
    }
    let weekday = weekday(day);
    let mut spans: Vec<Span> =
        week.iter().filter(|o| o.weekday == weekday).map(|o| (o.opens, o.closes)).collect();
    spans.sort_unstable();
    spans
}

/// What the door says on a day at a minute of it. It looks seven days ahead.
pub(crate) fn door(week: &[Opening], exceptions: &[Exception], day: Day, minute: i32) -> Door {
    if week.is_empty() && exceptions.iter().all(|exception| exception.opens.is_none()) {
        return Door::Unknown;
    }
    for (opens, closes) in spans(week, exceptions, day) {
        if minute < opens {
            return Door::Later(opens);
        }
        if minute < closes {
            return Door::Open(closes);
        }
    }
    let ahead = (1..=7).map(|days| day.plus(days));
    ahead
        .filter_map(|day| spans(week, exceptions, day).first().map(|(opens, _)| Door::Another(day, *opens)))
        .next()
        .unwrap_or(Door::Closed)
}

fn weekday(day: Day) -> i32 {
    i32::from(Weekday::to_monday_one_offset(day.date().weekday()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Saturday.
    fn today() -> Day {
        "2026-11-21".parse().unwrap()
    }

    fn week() -> Vec<Opening> {
        let morning = |weekday| Opening { weekday, opens: 570, closes: 750 };
        let afternoon = |weekday| Opening { weekday, opens: 840, closes: 1140 };
        (1..=6).flat_map(|weekday| [afternoon(weekday), morning(weekday)]).collect()
    }

    fn exception(day: Day, span: Option<Span>) -> Exception {
        Exception { day, opens: span.map(|s| s.0), closes: span.map(|s| s.1), note: String::new() }
    }

    #[test]
    fn net_04_the_door_follows_the_usual_week() {
        let monday = today().plus(2);
        for (minute, expected) in [
            (0, Door::Later(570)),
            (569, Door::Later(570)),
            (570, Door::Open(750)),
            (749, Door::Open(750)),
            (750, Door::Later(840)),
            (1139, Door::Open(1140)),
            (1140, Door::Another(monday, 570)),
        ] {
            assert_eq!(door(&week(), &[], today(), minute), expected, "{minute}");
        }
    }

    #[test]
    fn net_04_a_day_that_differs_takes_the_place_of_the_usual_one() {
        let closed = exception(today(), None);
        assert_eq!(door(&week(), &[closed], today(), 600), Door::Another(today().plus(2), 570));
        let short = exception(today(), Some((600, 720)));
        assert_eq!(door(&week(), std::slice::from_ref(&short), today(), 580), Door::Later(600));
        assert_eq!(spans(&week(), &[short], today()), [(600, 720)]);
        let monday_closed = exception(today().plus(2), None);
        assert_eq!(door(&week(), &[monday_closed], today(), 1200), Door::Another(today().plus(3), 570));
        let sunday = exception(today().plus(1), Some((600, 1080)));
        assert_eq!(door(&week(), &[sunday], today(), 1200), Door::Another(today().plus(1), 600));
    }

    #[test]
    fn hours_that_nobody_wrote_are_unknown_not_closed() {
        assert_eq!(door(&[], &[], today(), 600), Door::Unknown);
        assert_eq!(door(&[], &[exception(today(), None)], today(), 600), Door::Unknown);
        assert_eq!(door(&[], &[exception(today(), Some((540, 720)))], today(), 800), Door::Closed);
    }
}
