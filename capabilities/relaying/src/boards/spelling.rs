//! How a board says shares and times.

use relais_measure::{Median, median, wilson};
use relais_web::components::{ScoreTile, Side, Whisker};
use relais_words::Words;

/// From how many on a number is more than an indication.
pub(crate) const FIRM_FROM: i64 = 30;

/// A time in words: minutes, then hours.
pub(crate) fn time(w: &Words, seconds: i64) -> String {
    match (seconds + 30) / 60 {
        0 => w.t("figures-at-once").to_string(),
        minutes @ 1..120 => w.t("figures-minutes").with("n", minutes).to_string(),
        minutes => w.t("figures-hours").with("n", (minutes + 30) / 60).to_string(),
    }
}

/// The median of some times, with how far it may be off.
pub(crate) fn middle(w: &Words, seconds: &[i64]) -> Option<(String, Option<String>)> {
    #[expect(clippy::cast_possible_truncation, reason = "seconds of opening")]
    let told = |value: f64| time(w, value as i64);
    let Median { value, interval } = median(seconds)?;
    let ends = interval.map(|within| (told(within.low), told(within.high)));
    let within = ends
        .filter(|(low, high)| low != high)
        .map(|(low, high)| w.t("figures-from-to").with("low", low).with("high", high).to_string());
    Some((told(value), within))
}

/// A share in percent, in words.
pub(crate) fn share(w: &Words, (of, all): (i64, i64)) -> String {
    if all == 0 {
        return w.t("figures-too-few").to_string();
    }
    w.t("figures-percent").with("n", (of * 100 + all / 2) / all).to_string()
}

/// A share as a tile, with its interval.
pub(crate) fn share_tile(w: &Words, label: &str, (of, all): (i64, i64), n: &str) -> ScoreTile {
    let found = u32::try_from(of).ok().zip(u32::try_from(all).ok());
    let Some((k, n_all)) = found.filter(|(_, all)| *all > 0) else {
        return ScoreTile::too_few(w, label).side(Side::Employee);
    };
    let tile = ScoreTile::new(w, label, share(w, (of, all))).side(Side::Employee).sample(n);
    let tile = match wilson(k, n_all) {
        Some(within) => {
            let percent = |share: f64| (share * 100.0).round();
            let words =
                w.t("figures-within").with("low", percent(within.low)).with("high", percent(within.high));
            tile.interval(Whisker::new(within.low, f64::from(k) / f64::from(n_all), within.high, words))
        }
        None => tile,
    };
    if all < FIRM_FROM { tile.indicative() } else { tile }
}
