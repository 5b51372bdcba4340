//! Easter Sunday, on which five of the public holidays hang.

use jiff::civil::Date;

/// Easter Sunday of a Gregorian year, 1583 to 9999; nothing outside.
///
/// The anonymous Gregorian algorithm (Meeus, *Astronomical Algorithms*, chapter 8), in the shape of
/// `etalab/jours-feries-france`: `a` is the place in the moon's cycle of 19 years, `d` leads from 21 March to the
/// full moon, `e` to the Sunday after it, and the last term mends the two epacts that the calendar pulls back.
///
/// ```
/// assert_eq!(relais_calendar::easter(2026), Some(jiff::civil::date(2026, 4, 5)));
/// ```
pub fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    Date::new(year, i8::try_from(f / 31).ok()?, i8::try_from(f % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    /// Gauss, with his two exceptions: counted from 22 March.
    fn gauss(year: i16) -> Date {
        let y = i32::from(year);
        let (a, b, c, k) = (y % 19, y % 4, y % 7, y / 100);
        let m = (15 + k - k / 4 - (13 + 8 * k) / 25) % 30;
        let n = (4 + k - k / 4) % 7;
        let d = (19 * a + m) % 30;
        let e = (2 * b + 4 * c + 6 * d + n) % 7;
        let late = (d == 29 && e == 6) || (d == 28 && e == 6 && (11 * m + 11) % 30 < 19);
        let days = d + e - if late { 7 } else { 0 };
        date(year, 3, 22).checked_add(jiff::Span::new().days(days)).unwrap()
    }

    /// The rule itself: the Sunday after the full moon that the epact gives (Clavius; Knuth, TAOCP 1.3.2, exercise 14).
    fn sunday_after_the_full_moon(year: i16) -> Date {
        let y = i32::from(year);
        let (golden, century) = (y % 19 + 1, y / 100 + 1);
        let (leap_years_dropped, moon_correction) = (3 * century / 4 - 12, (8 * century + 5) / 25 - 5);
        let mut epact = (11 * golden + 20 + moon_correction - leap_years_dropped).rem_euclid(30);
        if epact == 24 || (epact == 25 && golden > 11) {
            epact += 1;
        }
        let from_march = if 44 - epact < 21 { 74 - epact } else { 44 - epact };
        let full_moon = date(year, 3, 1).checked_add(jiff::Span::new().days(from_march - 1)).unwrap();
        full_moon.nth_weekday(1, Weekday::Sunday).unwrap()
    }

    #[test]
    fn easter_falls_on_the_golden_days() {
        for (year, month, day) in [
            (1954, 4, 18),
            (1981, 4, 19),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2030, 4, 21),
            (2035, 3, 25),
            (2038, 4, 25),
            (2049, 4, 18),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn three_algorithms_agree_on_every_year() {
        for year in 1583..=9999 {
            assert_eq!(easter(year), Some(gauss(year)), "{year}");
            assert_eq!(easter(year), Some(sunday_after_the_full_moon(year)), "{year}");
        }
    }

    #[test]
    fn easter_is_a_sunday_from_22_march_to_25_april() {
        let all: Vec<_> = (1583..=9999).filter_map(easter).collect();
        assert!(all.iter().all(|day| day.weekday() == Weekday::Sunday));
        let of_year = |day: &Date| (day.month(), day.day());
        assert_eq!(all.iter().map(of_year).min(), Some((3, 22)));
        assert_eq!(all.iter().map(of_year).max(), Some((4, 25)));
        assert_eq!((easter(1582), easter(i16::MIN), easter(i16::MAX)), (None, None, None));
    }
}
