//! Numbers, days and times as each language writes them.

use fluent_bundle::FluentValue;
use jiff::tz::TimeZone;
use relais_kernel::{Day, Instant, Locale};

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS_FR: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `21/11/2026` in both languages, for tight places.
pub fn day_numbers(day: Day) -> String {
    let date = day.date();
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

pub(crate) fn number(locale: Locale, n: i64) -> String {
    let separator = match locale {
        Locale::Fr => '\u{202f}',
        Locale::En => ',',
    };
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    if n < 0 {
        text.push('\u{2212}');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

pub(crate) fn day(locale: Locale, day: Day) -> String {
    let date = day.date();
    format!("{} {}", day_and_month(locale, day), date.year())
}

pub(crate) fn weekday(locale: Locale, day: Day) -> String {
    let index = usize::try_from(day.date().weekday().to_monday_zero_offset()).unwrap_or(0);
    let name = match locale {
        Locale::Fr => DAYS_FR[index],
        Locale::En => DAYS_EN[index],
    };
    format!("{name} {}", day_and_month(locale, day))
}

pub(crate) fn moment(locale: Locale, instant: Instant, zone: &TimeZone) -> String {
    let zoned = instant.at(zone);
    let clock = time(locale, i64::from(zoned.hour()), i64::from(zoned.minute()));
    format!("{}, {clock}", day(locale, Day::from_date(zoned.date())))
}

/// As one says it on a day: the time alone today, else the day before it.
pub(crate) fn when(locale: Locale, instant: Instant, now: Instant, zone: &TimeZone) -> String {
    let (zoned, today) = (instant.at(zone), now.day(zone));
    let clock = time(locale, i64::from(zoned.hour()), i64::from(zoned.minute()));
    let on = Day::from_date(zoned.date());
    let near = match locale {
        Locale::Fr => ("demain", "hier"),
        Locale::En => ("tomorrow", "yesterday"),
    };
    if on == today {
        clock
    } else if on == today.plus(1) {
        format!("{} {clock}", near.0)
    } else if on == today.plus(-1) {
        format!("{} {clock}", near.1)
    } else if on.date().year() == today.date().year() {
        format!("{}, {clock}", weekday(locale, on))
    } else {
        format!("{} {}, {clock}", weekday(locale, on), on.date().year())
    }
}

pub(crate) fn time(locale: Locale, hour: i64, minute: i64) -> String {
    match (locale, minute) {
        (Locale::Fr, 0) => format!("{hour}\u{a0}h"),
        (Locale::Fr, _) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        (Locale::En, _) => format!("{hour}:{minute:02}"),
    }
}

pub(crate) fn fluent_number_fr<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    fluent_number(Locale::Fr, value)
}

pub(crate) fn fluent_number_en<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    fluent_number(Locale::En, value)
}

fn fluent_number(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    if n.value.fract() != 0.0 {
        let text = n.as_string().into_owned();
        return Some(if locale == Locale::Fr { text.replace('.', ",") } else { text });
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number; counts stay far below 2^53")]
    let whole = n.value as i64;
    Some(number(locale, whole))
}

fn day_and_month(locale: Locale, day: Day) -> String {
    let date = day.date();
    let month = usize::try_from(date.month() - 1).unwrap_or(0);
    match locale {
        Locale::Fr if date.day() == 1 => format!("1er {}", MONTHS_FR[month]),
        Locale::Fr => format!("{} {}", date.day(), MONTHS_FR[month]),
        Locale::En => format!("{} {}", date.day(), MONTHS_EN[month]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_read_naturally() {
        let saturday: Day = "2026-11-21".parse().unwrap();
        assert_eq!(day(Locale::Fr, saturday), "21 novembre 2026");
        assert_eq!(weekday(Locale::Fr, saturday), "samedi 21 novembre");
        assert_eq!(weekday(Locale::En, saturday), "Saturday 21 November");
        assert_eq!(day(Locale::Fr, "2026-08-01".parse().unwrap()), "1er août 2026");
        assert_eq!(time(Locale::Fr, 14, 20), "14\u{a0}h\u{a0}20");
        assert_eq!(time(Locale::Fr, 9, 0), "9\u{a0}h");
        assert_eq!(time(Locale::En, 9, 0), "9:00");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(number(Locale::Fr, 1_234_567), "1\u{202f}234\u{202f}567");
        assert_eq!(number(Locale::En, -4200), "\u{2212}4,200");
        assert_eq!(number(Locale::En, 999), "999");
    }

    #[test]
    fn a_moment_near_is_said_as_people_say_it() {
        let at = |text: &str| Instant::from(text.parse::<jiff::Timestamp>().unwrap());
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let now = at("2026-11-22T22:30:00Z");
        let said = |locale, text| when(locale, at(text), now, &paris);
        for (text, fr, en) in [
            ("2026-11-22T22:59:00Z", "23\u{a0}h\u{a0}59", "23:59"),
            ("2026-11-22T23:00:00Z", "demain 0\u{a0}h", "tomorrow 0:00"),
            ("2026-11-21T08:05:00Z", "hier 9\u{a0}h\u{a0}05", "yesterday 9:05"),
            ("2026-12-01T08:00:00Z", "mardi 1er décembre, 9\u{a0}h", "Tuesday 1 December, 9:00"),
            ("2027-01-01T08:00:00Z", "vendredi 1er janvier 2027, 9\u{a0}h", "Friday 1 January 2027, 9:00"),
        ] {
            assert_eq!((said(Locale::Fr, text).as_str(), said(Locale::En, text).as_str()), (fr, en));
        }
    }
}
