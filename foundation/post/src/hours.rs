//! When a letter that nobody asked for may leave (PRV-11).

use jiff::{civil::Weekday, tz::TimeZone};
use relais_kernel::Instant;

/// Working days' first and last hour, as long as Relais does not know somebody's own hours.
const FROM: i8 = 8;
const UNTIL: i8 = 19;

/// This moment when it lies within working hours there, else the next one that does: Monday to Friday, 8 to 19 h.
pub fn within_hours(moment: Instant, zone: &TimeZone) -> Instant {
    let there = moment.at(zone);
    let works = |day: Weekday| !matches!(day, Weekday::Saturday | Weekday::Sunday);
    if works(there.weekday()) && (FROM..UNTIL).contains(&there.hour()) {
        return moment;
    }
    let mut day = there.date();
    if there.hour() >= FROM {
        day = day.tomorrow().unwrap_or(day);
    }
    while !works(day.weekday()) {
        let Ok(next) = day.tomorrow() else { return moment };
        day = next;
    }
    day.at(FROM, 0, 0, 0).to_zoned(zone.clone()).map_or(moment, |zoned| zoned.timestamp().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prv_11_hours_are_those_of_the_reader() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let reunion = TimeZone::get("Indian/Reunion").unwrap();
        let moment = |text: &str| Instant::from(text.parse::<jiff::Timestamp>().unwrap());
        for (written, zone, leaves) in [
            ("2026-11-20T09:00:00Z", &paris, "2026-11-20T09:00:00Z"),
            ("2026-11-20T17:59:59Z", &paris, "2026-11-20T17:59:59Z"),
            ("2026-11-20T18:00:00Z", &paris, "2026-11-23T07:00:00Z"),
            ("2026-11-21T13:20:00Z", &paris, "2026-11-23T07:00:00Z"),
            ("2026-11-22T22:30:00Z", &paris, "2026-11-23T07:00:00Z"),
            ("2026-11-23T02:00:00Z", &paris, "2026-11-23T07:00:00Z"),
            ("2026-11-23T02:00:00Z", &reunion, "2026-11-23T04:00:00Z"),
            ("2026-11-20T16:00:00Z", &reunion, "2026-11-23T04:00:00Z"),
            ("2026-03-28T12:00:00Z", &paris, "2026-03-30T06:00:00Z"),
        ] {
            assert_eq!(within_hours(moment(written), zone), moment(leaves), "{written}");
        }
    }
}
