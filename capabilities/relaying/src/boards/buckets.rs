//! Times as buckets that grow with them: counts of buckets add up, medians of medians do not. Eight buckets double a time, so
//! that a median is known to a twentieth of itself.

const PER_DOUBLING: f64 = 8.0;
const MINUTE: f64 = 60.0;

/// The bucket of a time. Half a year of opening has about a hundred.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a logarithm of seconds is below 512"
)]
pub(crate) fn of(seconds: i64) -> i32 {
    let minutes = seconds.max(0) as f64 / MINUTE;
    ((minutes + 1.0).log2() * PER_DOUBLING).round() as i32
}

/// The time that stands for a bucket.
#[expect(clippy::cast_possible_truncation, reason = "a bucket comes from seconds")]
pub(crate) fn seconds(bucket: i32) -> i64 {
    let minutes = (f64::from(bucket) / PER_DOUBLING).exp2() - 1.0;
    (minutes * MINUTE).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_known_to_a_twentieth() {
        for minutes in [0_i64, 1, 2, 5, 18, 30, 47, 60, 480, 6000] {
            let (was, found) = (minutes * 60, seconds(of(minutes * 60)));
            assert!((was - found).abs() <= was / 20 + 6, "{was} is told as {found}");
        }
        assert_eq!(of(-5), 0);
    }

    #[test]
    fn later_is_never_in_an_earlier_bucket() {
        let all: Vec<i32> = (0..200_000).step_by(97).map(of).collect();
        assert!(all.is_sorted());
    }
}
