//! A week in half hours: openings, or how dense something is. The same numbers stand beneath as a table.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{Sample, Side};

/// Half hours of a day.
const SLOTS: usize = 48;
const CELL: usize = 14;
const ROW: usize = 20;
const LEFT: usize = 36;
const TOP: usize = 16;

/// A half hour: `None` is closed, otherwise how much, from 0 to 1.
type Slot = Option<f64>;

/// Neighbouring half hours that look alike, drawn as one rectangle: a page with a grid stays light.
struct Run {
    x: usize,
    y: usize,
    width: usize,
    ink: String,
    closed: bool,
}

/// Seven days × half hours, Monday first.
#[derive(Clone, Debug, Template)]
#[template(path = "components/week_grid.html")]
pub struct WeekGrid {
    w: Words,
    label: String,
    side: Side,
    days: [[Slot; SLOTS]; 7],
    told: [String; 7],
    unit: Option<String>,
}

impl WeekGrid {
    /// Opening hours: for each day from Monday, spans in minutes since midnight.
    pub fn opening(w: &Words, label: impl Display, spans: &[Vec<(i32, i32)>; 7]) -> Self {
        let days = spans.each_ref().map(|day| {
            std::array::from_fn(|slot| {
                let middle = i32::try_from(slot).unwrap_or(0) * 30 + 15;
                day.iter().any(|(from, to)| (*from..*to).contains(&middle)).then_some(1.0)
            })
        });
        let told = spans.each_ref().map(|day| match day.as_slice() {
            [] => w.t("web-week-closed").to_string(),
            spans => {
                let spans = spans.iter().map(|(from, to)| format!("{} – {}", w.minutes(from), w.minutes(to)));
                spans.collect::<Vec<_>>().join(", ")
            }
        });
        Self { w: w.clone(), label: label.to_string(), side: Side::Joined, days, told, unit: None }
    }

    /// How dense: `None` is closed, values are shares of the busiest half hour. `unit` names what the table counts.
    pub fn density(w: &Words, label: impl Display, unit: impl Display, days: [[Option<f64>; 48]; 7]) -> Self {
        let (label, unit) = (label.to_string(), Some(unit.to_string()));
        Self { w: w.clone(), label, side: Side::Customer, days, told: Default::default(), unit }
    }

    /// In the colour of a side.
    pub fn side(self, side: Side) -> Self {
        Self { side, ..self }
    }

    /// Tells the patterns of several grids of a page apart.
    fn key(&self) -> String {
        self.label.chars().filter(char::is_ascii_alphanumeric).collect()
    }

    /// The first and the last half hour shown, on whole hours around what is open.
    fn range(&self) -> (usize, usize) {
        let open = |slot: &usize| self.days.iter().any(|day| day[*slot].is_some());
        let first = (0..SLOTS).find(open).unwrap_or(18);
        let last = (0..SLOTS).rev().find(open).map_or(40, |slot| slot + 1);
        ((first / 2).saturating_sub(1) * 2, (last.div_ceil(2) * 2 + 2).min(SLOTS))
    }

    fn width(&self) -> usize {
        let (first, last) = self.range();
        LEFT + (last - first) * CELL + 6
    }

    /// Its least width on a page, in pixels: letters of 14 in the drawing are then 11 to the eye.
    fn least_width(&self) -> usize {
        self.width() * 4 / 5
    }

    fn height(&self) -> usize {
        TOP + 7 * ROW
    }

    fn runs(&self) -> Vec<Run> {
        let (first, last) = self.range();
        let mut runs: Vec<Run> = Vec::new();
        for (day, slots) in self.days.iter().enumerate() {
            let y = TOP + day * ROW;
            for (slot, share) in slots.iter().enumerate().take(last).skip(first) {
                let x = LEFT + (slot - first) * CELL;
                let closed = share.is_none();
                let ink = format!("{:.2}", 0.08 + 0.82 * share.unwrap_or(0.0).clamp(0.0, 1.0));
                match runs.last_mut() {
                    Some(run) if run.y == y && run.closed == closed && run.ink == ink => run.width += CELL,
                    _ => runs.push(Run { x, y, width: CELL, ink, closed }),
                }
            }
        }
        runs
    }

    /// Where hours stand: every second one, as a phone has little room.
    fn hours(&self) -> Vec<(usize, usize)> {
        let (first, last) = self.range();
        (first..=last).step_by(4).map(|slot| (LEFT + (slot - first) * CELL, slot / 2)).collect()
    }

    fn day_rows(&self) -> Vec<(usize, String, String)> {
        const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let row = |(i, day): (usize, &str)| {
            let full = self.w.t(&format!("web-day-{day}")).to_string();
            (TOP + i * ROW + 14, full.chars().take(3).collect(), full)
        };
        DAYS.into_iter().enumerate().map(row).collect()
    }

    /// The table of a dense week: a row for each half hour that is open on some day.
    fn half_hours(&self) -> Vec<(String, Vec<Option<String>>)> {
        let open = |slot: &usize| self.days.iter().any(|day| day[*slot].is_some());
        let percent = |share: f64| self.w.t("web-percent").with("n", (share * 100.0).round()).to_string();
        let time = |slot: usize| self.w.minutes(&(i32::try_from(slot).unwrap_or(0) * 30));
        (0..SLOTS)
            .filter(open)
            .map(|slot| (time(slot), self.days.iter().map(|day| day[slot].map(percent)).collect()))
            .collect()
    }
}

super::piece!(WeekGrid);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let shop = || {
        let split = vec![(9 * 60 + 30, 12 * 60 + 30), (14 * 60, 19 * 60)];
        let whole = vec![(9 * 60 + 30, 19 * 60 + 30)];
        [vec![(14 * 60, 19 * 60)], split.clone(), split.clone(), split.clone(), split, whole, vec![]]
    };
    let mut flow = [[None; SLOTS]; 7];
    for (day, slots) in flow.iter_mut().enumerate().take(6) {
        for (slot, share) in slots.iter_mut().enumerate().take(38).skip(19) {
            let wave = f64::from(u32::try_from((slot * 7 + day * 5) % 11).unwrap_or(0)) / 10.0;
            *share = Some(if day == 5 { wave.max(0.4) } else { wave * 0.7 });
        }
    }
    vec![
        Sample::new("opening hours", &WeekGrid::opening(w, "Horaires d’Évry", &shop())),
        Sample::new("closed all week", &WeekGrid::opening(w, "Horaires de Massy", &Default::default())),
        Sample::new("density", &WeekGrid::density(w, "Passage en boutique", "du plus fort passage", flow)),
    ]
}
