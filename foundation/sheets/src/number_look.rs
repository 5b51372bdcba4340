//! How a number of a spreadsheet looks to the person who reads it: a day, a time, a duration, or a
//! number. Workbooks store days as a count, and only the cell's format tells.

/// What the format of a cell makes of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Number,
    Day,
    DayAndTime,
    Time,
    Duration,
}

/// Days from 1970-01-01 back to 1899-12-30, day 0 of the count from 1 March 1900 on.
const UNIX_EPOCH_SERIAL: i64 = 25_569;
/// Days between the two epochs that workbooks use.
const FROM_1904: f64 = 1_462.0;
/// 9999-12-31, the last day of a spreadsheet.
const LAST_DAY: f64 = 2_958_465.0;
const DAY_SECONDS: i64 = 86_400;

impl Look {
    /// The look of a number format that needs no definition (ECMA-376 part 1, 18.8.30, with the
    /// East Asian ones that are dates in every language).
    pub(crate) fn of_built_in(id: u32) -> Self {
        match id {
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Day,
            18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Self::Time,
            22 => Self::DayAndTime,
            46 => Self::Duration,
            _ => Self::Number,
        }
    }

    /// The look of a format code, such as `dd/mm/yyyy;@`. Only its first section counts.
    pub(crate) fn of_code(code: &str) -> Self {
        if code.eq_ignore_ascii_case("general") {
            return Self::Number;
        }
        let (mut day, mut time, mut month_or_minute, mut duration) = (false, false, false, false);
        let mut chars = code.chars();
        while let Some(character) = chars.next() {
            match character {
                ';' => break,
                '"' => {
                    chars.by_ref().find(|&inner| inner == '"');
                }
                '\\' | '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inside: String = chars.by_ref().take_while(|&inner| inner != ']').collect();
                    let unit = inside.to_ascii_lowercase();
                    duration |= !unit.is_empty()
                        && ["h", "m", "s"].iter().any(|letter| unit.trim_start_matches(letter).is_empty());
                }
                'y' | 'Y' | 'd' | 'D' => day = true,
                'h' | 'H' | 's' | 'S' => time = true,
                'm' | 'M' => month_or_minute = true,
                _ => {}
            }
        }
        match (duration, day, time, month_or_minute) {
            (true, ..) => Self::Duration,
            (_, true, true, _) => Self::DayAndTime,
            (_, true, false, _) | (_, false, false, true) => Self::Day,
            (_, false, true, _) => Self::Time,
            (_, false, false, false) => Self::Number,
        }
    }

    /// The text of a stored number. A day that is none (negative, past 9999) stays a number.
    pub(crate) fn text(self, value: f64, from_1904: bool) -> String {
        if self == Self::Number {
            return number_text(value);
        }
        if self == Self::Duration {
            let seconds = (value * 86_400.0).round();
            // Far beyond any duration, and well within an integer.
            return if seconds.abs() < 1e12 { duration_text(seconds as i64) } else { number_text(value) };
        }
        let serial = if from_1904 { value + FROM_1904 } else { value };
        if !(0.0..LAST_DAY + 1.0).contains(&serial) {
            return number_text(value);
        }
        let seconds = (serial * 86_400.0).round() as i64;
        let (days, seconds) = (seconds / DAY_SECONDS, seconds % DAY_SECONDS);
        let clock = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        match self {
            Self::Time if serial < 1.0 && days == 0 => clock,
            // A day shown without its time is what the person knows of it.
            Self::Day => day_text(days),
            _ if seconds == 0 => day_text(days),
            _ => format!("{}T{clock}", day_text(days)),
        }
    }
}

/// Fifteen significant digits, as spreadsheets show: 0.1 + 0.2 is stored as 0.30000000000000004.
/// Whole numbers keep all their digits.
fn number_text(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if value.fract() == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    let shown: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    shown.to_string()
}

fn duration_text(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let seconds = seconds.abs();
    format!("{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn day_text(serial: i64) -> String {
    // Spreadsheets believe that 1900 had a 29 February: day 60. It is kept as they show it.
    if serial == 60 {
        return "1900-02-29".to_owned();
    }
    let serial = if serial < 60 { serial + 1 } else { serial };
    let (year, month, day) = civil(serial - UNIX_EPOCH_SERIAL);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day of a count from 1970-01-01, by Howard Hinnant's `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_codes_are_told_apart() {
        let cases = [
            ("General", Look::Number),
            ("0.00", Look::Number),
            ("0.00E+00", Look::Number),
            ("#,##0.00 \"days\"", Look::Number),
            ("[Red]#,##0", Look::Number),
            ("0\\h", Look::Number),
            ("dd/mm/yyyy", Look::Day),
            ("[$-40C]d mmmm yyyy;@", Look::Day),
            ("mmm", Look::Day),
            ("yyyy-mm-dd\\ hh:mm", Look::DayAndTime),
            ("hh:mm:ss", Look::Time),
            ("h:mm AM/PM", Look::Time),
            ("[h]:mm:ss", Look::Duration),
            ("[mm]:ss", Look::Duration),
            ("@", Look::Number),
            ("\"unclosed", Look::Number),
        ];
        for (code, look) in cases {
            assert_eq!(Look::of_code(code), look, "{code}");
        }
    }

    #[test]
    fn numbers_look_as_in_the_spreadsheet() {
        let cases = [
            (Look::Number, 3.0, "3"),
            (Look::Number, -3.5, "-3.5"),
            (Look::Number, 0.1 + 0.2, "0.3"),
            (Look::Number, 33_612_345_678.0, "33612345678"),
            (Look::Number, -0.0, "0"),
            (Look::Day, 1.0, "1900-01-01"),
            (Look::Day, 59.0, "1900-02-28"),
            (Look::Day, 60.0, "1900-02-29"),
            (Look::Day, 61.0, "1900-03-01"),
            (Look::Day, 45_943.0, "2025-10-13"),
            (Look::Day, 2_958_465.0, "9999-12-31"),
            (Look::Day, -1.0, "-1"),
            (Look::Day, 2_958_466.0, "2958466"),
            (Look::DayAndTime, 45_943.5, "2025-10-13T12:00:00"),
            (Look::DayAndTime, 45_943.0, "2025-10-13"),
            (Look::Time, 0.75, "18:00:00"),
            (Look::Duration, 1.5, "36:00:00"),
        ];
        for (look, value, text) in cases {
            assert_eq!(look.text(value, false), text, "{look:?} {value}");
        }
        assert_eq!(Look::Day.text(0.0, true), "1904-01-01");
        assert_eq!(Look::Number.text(f64::INFINITY, false), "inf");
    }
}
