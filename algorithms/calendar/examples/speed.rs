//! How long counting takes: `cargo run --release -p relais-calendar --example speed`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use relais_calendar::{Hours, Territory, Week};

const ROUNDS: u32 = 2000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let rows = (1..=6).flat_map(|day| [(day, 570, 750), (day, 840, 1140)]);
    let week = Week::written(rows)?.ok_or("no week")?;
    let hours = Hours::new(TimeZone::get("Europe/Paris")?, week, Territory::AlsaceMoselle);
    let from: Timestamp = "2026-01-01T00:00:00Z".parse()?;
    let year = from + SignedDuration::from_hours(365 * 24);

    say("open_time over a year", || hours.open_time(black_box(from), year));
    say("after, 40 open hours", || hours.after(black_box(from), SignedDuration::from_hours(40)));
    say("open_days_after, 10 days", || hours.open_days_after(black_box(from), 10));
    say("is_open", || hours.is_open(black_box(from)));
    Ok(())
}

/// The median of five rounds of many calls.
fn say<T>(what: &str, call: impl Fn() -> T) {
    let mut rounds: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            (0..ROUNDS).for_each(|_| drop(black_box(call())));
            start.elapsed() / ROUNDS
        })
        .collect();
    rounds.sort_unstable();
    println!("{what}: {:?} ({:?} – {:?})", rounds[2], rounds[0], rounds[4]);
}
