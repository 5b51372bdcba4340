//! Laws of work targets: no pause loses or gains a second.

use jiff::SignedDuration;
use proptest::collection::vec;
use proptest::prelude::*;
use relais_calendar::WorkTarget;

use crate::by_the_minute::world;

/// A delay from some minutes to some weeks of open time, in seconds.
fn total() -> impl Strategy<Value = SignedDuration> {
    (60i64..300 * 3600).prop_map(SignedDuration::from_secs)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Stopped and started at random minutes: what is left is the total less the open minutes of the running parts.
    #[test]
    fn prop_pauses_lose_and_gain_nothing(world in world(), total in total(), steps in vec(0i64..700, 1..10)) {
        let hours = world.hours();
        let mut target = WorkTarget::start(world.near, total);
        let (mut minute, mut used) = (0, SignedDuration::ZERO);
        for (step, running) in steps.into_iter().zip([true, false].into_iter().cycle()) {
            let (from, to) = (world.minute(minute), world.minute(minute + step));
            if running {
                used += world.open_time(from, to);
                target = target.pause(to, &hours);
            } else {
                target = target.resume(to);
            }
            minute += step;
            prop_assert_eq!(target.remaining(), total - used);
            prop_assert_eq!(target.running_since(), (!running).then_some(to));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// However often it stops and goes on at one instant, also within a second, it is as if it had not.
    #[test]
    fn prop_a_pause_of_no_length_changes_nothing(world in world(), total in total(), millis in vec(0i64..90_000_000, 1..8), until in 0i64..20 * 86_400) {
        let hours = world.hours();
        let untouched = WorkTarget::start(world.near, total);
        let mut touched = untouched;
        let mut at = world.near;
        for step in millis {
            at += SignedDuration::from_millis(step);
            touched = touched.pause(at, &hours).resume(at);
        }
        let then = at + SignedDuration::from_secs(until);
        prop_assert_eq!(touched.remaining_at(then, &hours), untouched.remaining_at(then, &hours));
        // From a later instant the horizon reaches further: what was beyond it may come into sight.
        if let Some(due) = untouched.due(&hours).filter(|_| touched.remaining().is_positive()) {
            prop_assert_eq!(touched.due(&hours), Some(due));
        }
    }

    #[test]
    fn prop_nothing_is_left_when_it_is_due(world in world(), total in total(), pause in 0i64..9 * 86_400) {
        let hours = world.hours();
        let target = WorkTarget::start(world.near, total);
        let at = world.near + SignedDuration::from_secs(pause);
        let stopped = target.pause(at, &hours);
        prop_assert_eq!(stopped.due(&hours), None);
        let resumed = stopped.resume(at + SignedDuration::from_hours(50));
        for running in [target, resumed] {
            if let Some(due) = running.due(&hours).filter(|_| running.remaining().is_positive()) {
                prop_assert_eq!(running.remaining_at(due, &hours), SignedDuration::ZERO);
                prop_assert_eq!(running.instant_at_share(1.0, &hours), Some(due));
            }
        }
    }

    #[test]
    fn prop_the_instant_of_a_share_has_used_it(world in world(), total in total(), share in 0.0f64..2.5) {
        let hours = world.hours();
        let target = WorkTarget::start(world.near, total);
        if let Some(at) = target.instant_at_share(share, &hours) {
            let off = (target.share_used(at, &hours) - share).abs() * total.as_secs_f64();
            prop_assert!(off <= 0.5001, "{off} s");
        }
    }
}
