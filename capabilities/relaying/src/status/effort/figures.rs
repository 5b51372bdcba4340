//! The score of effort (CES 2.0, 1 to 7): its mean, and the share of those who found it easy (5 to 7) with Wilson's interval.

use relais_measure::{Interval, wilson};

/// Fewer answers say nothing, and could tell whose they are.
const FEWEST: i64 = 5;

/// What enough answers say together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// How many answered.
    pub n: i64,
    /// The mean of their scores, from 1 to 7.
    pub mean: f64,
    /// The share of scores of 5 and more.
    pub share: f64,
    /// Between which bounds that share lies, at 95 %.
    pub interval: Interval,
}

impl Figures {
    /// Of so many answers, their sum, and how many of them are 5 or more; none of too few.
    pub(super) fn of(n: i64, total: i64, easy: i64) -> Option<Self> {
        if n < FEWEST {
            return None;
        }
        let (count, total, easy) =
            (u32::try_from(n).ok()?, u32::try_from(total).ok()?, u32::try_from(easy).ok()?);
        let interval = wilson(easy, count)?;
        let of_all = |part: u32| f64::from(part) / f64::from(count);
        Some(Self { n, mean: of_all(total), share: of_all(easy), interval })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voc_07_the_golden_values_of_the_share_and_none_of_too_few() {
        let percent = |x: f64| (x * 10_000.0).round() / 100.0;
        let figures = Figures::of(20, 17 * 6 + 3 * 2, 17).unwrap();
        assert_eq!((percent(figures.interval.low), percent(figures.interval.high)), (63.96, 94.76));
        assert_eq!((figures.n, figures.mean, percent(figures.share)), (20, 5.4, 85.0));
        let all = Figures::of(5, 35, 5).unwrap();
        assert_eq!((percent(all.interval.low), all.interval.high, all.mean), (56.55, 1.0, 7.0));
        assert_eq!(Figures::of(4, 28, 4), None);
        assert_eq!(Figures::of(0, 0, 0), None);
    }
}
