//! A share of tries, with Wilson's interval.

/// The 97.5 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Bounds between which a value lies, at 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// Wilson's score interval of a share (E. B. Wilson, 1927): the shares that a test at 5 % would not refuse. Nothing
/// without tries; more successes than tries count as all of them.
pub fn wilson(successes: u32, tries: u32) -> Option<Interval> {
    if tries == 0 {
        return None;
    }
    let (n, k) = (f64::from(tries), f64::from(successes.min(tries)));
    let (share, zz) = (k / n, Z * Z);
    let middle = (share + zz / (2.0 * n)) / (1.0 + zz / n);
    let half = Z / (1.0 + zz / n) * (share * (1.0 - share) / n + zz / (4.0 * n * n)).sqrt();
    // At both ends the formula gives exactly 0 and 1, but for the rounding.
    let low = if k == 0.0 { 0.0 } else { middle - half };
    let high = if successes >= tries { 1.0 } else { middle + half };
    Some(Interval { low, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(successes: u32, tries: u32) -> (f64, f64) {
        let found = wilson(successes, tries).unwrap();
        ((found.low * 10_000.0).round() / 100.0, (found.high * 10_000.0).round() / 100.0)
    }

    #[test]
    fn published_values() {
        assert_eq!(percent(80, 100), (71.12, 86.66));
        assert_eq!(percent(17, 20), (63.96, 94.76));
        assert_eq!(percent(5, 5), (56.55, 100.0));
        assert_eq!(percent(0, 12), (0.0, 24.25));
    }

    #[test]
    fn nothing_is_said_of_no_tries() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(7, 5), wilson(5, 5));
    }

    #[test]
    fn the_bounds_are_the_shares_that_a_test_just_refuses() {
        // Another way to the same bounds: |k - n p| = z √(n p (1 - p)) holds at each of them.
        for n in 1..60_u32 {
            for k in 0..=n {
                let found = wilson(k, n).unwrap();
                assert!(0.0 <= found.low && found.low <= f64::from(k) / f64::from(n));
                assert!(f64::from(k) / f64::from(n) <= found.high && found.high <= 1.0);
                for (bound, at_end) in [(found.low, k == 0), (found.high, k == n)] {
                    if !at_end {
                        let away = (f64::from(k) - f64::from(n) * bound).abs();
                        let z = away / (f64::from(n) * bound * (1.0 - bound)).sqrt();
                        assert!((z - Z).abs() < 1e-6, "{k}/{n}: {z}");
                    }
                }
            }
        }
    }
}
