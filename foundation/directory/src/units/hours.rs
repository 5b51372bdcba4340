//! Opening hours: openings of a week, and days that differ.

use relais_kernel::Day;
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

/// An opening of the usual week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FromQueryResult)]
pub struct Opening {
    /// Monday is 1.
    pub weekday: i32,
    /// Minutes since midnight.
    pub opens: i32,
    /// Minutes since midnight, after `opens`.
    pub closes: i32,
}

/// A day that differs from the usual week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Exception {
    /// The day.
    pub day: Day,
    /// Opens at, or closed all day.
    pub opens: Option<i32>,
    /// Closes at.
    pub closes: Option<i32>,
    /// Why, for colleagues.
    pub note: String,
}

/// The week as typed: for each day, Monday first, text such as `9:30-12:30, 14:00-19:00`; empty when closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpeningsInput {
    /// Seven texts.
    pub days: [String; 7],
}

/// The names of the seven fields, Monday first.
pub const DAY_FIELDS: [&str; 7] = ["day1", "day2", "day3", "day4", "day5", "day6", "day7"];

impl OpeningsInput {
    /// What is there to edit of an existing week.
    pub fn of(openings: &[Opening]) -> Self {
        let mut input = Self::default();
        for opening in openings {
            let Some(text) = usize::try_from(opening.weekday - 1).ok().and_then(|i| input.days.get_mut(i))
            else {
                continue;
            };
            if !text.is_empty() {
                text.push_str(", ");
            }
            text.push_str(&format!("{}-{}", clock(opening.opens), clock(opening.closes)));
        }
        input
    }
}

/// The openings of a typed week, in order, none overlapping, at most four a day.
pub fn check_openings(input: &OpeningsInput) -> Result<Vec<Opening>, Faults> {
    let mut faults = Faults::none();
    let mut openings = Vec::new();
    for ((text, field), weekday) in input.days.iter().zip(DAY_FIELDS).zip(1..) {
        match day_openings(text, weekday) {
            Ok(mut day) => openings.append(&mut day),
            Err(key) => faults.add(Fault::on(field, key).with("typed", text.trim())),
        }
    }
    if faults.is_empty() { Ok(openings) } else { Err(faults) }
}

fn day_openings(text: &str, weekday: i32) -> Result<Vec<Opening>, &'static str> {
    let mut day = Vec::new();
    for span in text.split([',', ';', '/']).map(str::trim).filter(|span| !span.is_empty()) {
        let (opens, closes) = span.split_once(['-', '–', 'à']).ok_or("opening-unreadable")?;
        let opens = minutes(opens).ok_or("opening-unreadable")?;
        let closes = minutes(closes).ok_or("opening-unreadable")?;
        if opens >= closes {
            return Err("opening-out-of-order");
        }
        day.push(Opening { weekday, opens, closes });
    }
    day.sort();
    if day.windows(2).any(|pair| pair[1].opens < pair[0].closes) {
        return Err("openings-overlap");
    }
    if day.len() > 4 { Err("openings-too-many") } else { Ok(day) }
}

/// A day that differs, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExceptionInput {
    /// The day.
    pub day: String,
    /// Hours such as `10:00-13:00`; empty when closed.
    pub hours: String,
    /// Why.
    pub note: String,
}

/// The day it describes, or all that is wrong with it.
pub fn check_exception(input: &ExceptionInput) -> Result<Exception, Faults> {
    let mut faults = Faults::none();
    let day = faults.take(super::day("day", &input.day));
    if matches!(day, Some(None)) {
        faults.add(Fault::on("day", "field-empty"));
    }
    let note = faults.take(super::at_most("note", &input.note, 120));
    let hours = match day_openings(&input.hours, 1) {
        Ok(spans) if spans.len() <= 1 => spans.first().copied(),
        Ok(_) => {
            faults.add(Fault::on("hours", "exception-one-opening"));
            None
        }
        Err(key) => {
            faults.add(Fault::on("hours", key).with("typed", input.hours.trim()));
            None
        }
    };
    match (day.flatten(), note, faults.is_empty()) {
        (Some(day), Some(note), true) => {
            Ok(Exception { day, opens: hours.map(|h| h.opens), closes: hours.map(|h| h.closes), note })
        }
        _ => Err(faults),
    }
}

/// `9`, `9h`, `9h30`, `9:30`, `09.30` as minutes since midnight; 24:00 is the end of the day.
fn minutes(text: &str) -> Option<i32> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let (hour, minute) = text.split_once(['h', ':', '.']).unwrap_or((&text, ""));
    let hour: i32 = hour.parse().ok()?;
    let minute: i32 = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    let total = hour * 60 + minute;
    ((0..60).contains(&minute) && (0..=1440).contains(&total)).then_some(total)
}

fn clock(minutes: i32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (typed, expected) in [
            ("9-19", vec![(540, 1140)]),
            ("9h30-12h30, 14h-19h", vec![(570, 750), (840, 1140)]),
            ("14:00–19:00 ; 09:30 à 12:30", vec![(570, 750), (840, 1140)]),
            ("", vec![]),
            ("20:00-24:00", vec![(1200, 1440)]),
        ] {
            let day: Vec<_> =
                day_openings(typed, 1).unwrap().into_iter().map(|o| (o.opens, o.closes)).collect();
            assert_eq!(day, expected, "{typed}");
        }
        for (typed, key) in [
            ("ouvert", "opening-unreadable"),
            ("19-9", "opening-out-of-order"),
            ("9-12, 11-14", "openings-overlap"),
            ("9-25", "opening-unreadable"),
            ("1-2,3-4,5-6,7-8,9-10", "openings-too-many"),
        ] {
            assert_eq!(day_openings(typed, 1), Err(key), "{typed}");
        }
    }

    #[test]
    fn a_week_reads_back_as_it_was_written() {
        let mut input = OpeningsInput::default();
        input.days[0] = "9:30-12:30, 14:00-19:00".into();
        input.days[5] = "10:00-20:00".into();
        assert_eq!(OpeningsInput::of(&check_openings(&input).unwrap()), input);
    }
}
