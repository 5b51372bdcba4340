//! The median of some values, between two of the values themselves.

use crate::Interval;

/// A median.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Median {
    /// The value in the middle; between the two middle ones where their number is even.
    pub value: f64,
    /// Within which bounds, at 95 % or more; nothing below six values.
    pub interval: Option<Interval>,
}

/// The median of values in any order, with the narrowest pair of order statistics of equal rank from both ends that holds
/// the median of what was sampled with 95 % or more. The number of values below that median follows a binomial law of
/// one half, whatever the values' own law is (Conover, Practical Nonparametric Statistics, 3.2).
pub fn median(values: &[i64]) -> Option<Median> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let n = sorted.len();
    let middle = |at: usize| sorted.get(at).copied().map(as_f64);
    let value = match n % 2 {
        _ if n == 0 => return None,
        0 => f64::midpoint(middle(n / 2 - 1)?, middle(n / 2)?),
        _ => middle(n / 2)?,
    };
    let interval =
        rank(n).and_then(|rank| Some(Interval { low: middle(rank - 1)?, high: middle(n - rank)? }));
    Some(Median { value, interval })
}

/// The highest rank from each end that leaves at most 2.5 % on its side.
fn rank(n: usize) -> Option<usize> {
    let n = u32::try_from(n).ok()?;
    // The law's first term, one half to the power of n, and each further one from the one before it, in logarithms: the
    // terms themselves vanish beyond a thousand values.
    let mut term = -f64::from(n) * std::f64::consts::LN_2;
    let (mut below, mut rank) = (0.0, 0);
    for k in 0..n {
        below += term.exp();
        if below > 0.025 {
            break;
        }
        rank = k + 1;
        term += f64::from(n - k).ln() - f64::from(k + 1).ln();
    }
    (rank > 0).then_some(rank).and_then(|rank| usize::try_from(rank).ok())
}

#[expect(clippy::cast_precision_loss, reason = "days and counts stay far below 2^53")]
fn as_f64(value: i64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_in_the_middle() {
        let of = |values: &[i64]| median(values).map(|found| found.value);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[7]), Some(7.0));
        assert_eq!(of(&[9, 1, 4]), Some(4.0));
        assert_eq!(of(&[4, 1, 9, 6]), Some(5.0));
    }

    #[test]
    fn published_ranks() {
        // Ranks of the table for 95 %: none below six values, then both ends.
        for (n, expected) in [
            (5, None),
            (6, Some(1)),
            (8, Some(1)),
            (9, Some(2)),
            (10, Some(2)),
            (15, Some(4)),
            (20, Some(6)),
            (30, Some(10)),
            (50, Some(18)),
            (100, Some(40)),
        ] {
            assert_eq!(rank(n), expected, "{n}");
        }
    }

    #[test]
    fn ranks_agree_with_counting_all_halves() {
        // A second way: each of n values falls below the median or above it; all 2^n ways are as likely.
        for n in 1..=18_usize {
            let ways = 1_u64 << n;
            let below = |rank: usize| {
                (0..ways).filter(|way| usize::try_from(way.count_ones()).unwrap() < rank).count()
            };
            let best = (1..=n).rev().find(|rank| below(*rank) * 40 <= usize::try_from(ways).unwrap());
            assert_eq!(rank(n), best, "{n}");
        }
    }

    #[test]
    fn an_interval_is_made_of_the_values() {
        let days: Vec<i64> = (1..=10).rev().collect();
        let found = median(&days).unwrap();
        assert_eq!((found.value, found.interval), (5.5, Some(Interval { low: 2.0, high: 9.0 })));
        let many: Vec<i64> = (0..5001).collect();
        let found = median(&many).unwrap().interval.unwrap();
        assert!((2430.0..2431.5).contains(&found.low), "{found:?}");
        assert!((found.low + found.high - 5000.0).abs() < f64::EPSILON, "{found:?}");
    }
}
