//! The one source of time, ids and randomness.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};

use rand::{Rng as _, seq::SliceRandom as _};
use uuid::Uuid;

use crate::Instant;

/// Gives the time, and makes ids and secrets. Cloning shares it; a test's clock stands still until it is moved.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

#[derive(Debug)]
enum Source {
    System,
    /// The moment it shows, and the place of its last id in time.
    Manual(AtomicI64, AtomicU64),
}

/// The place in time of the last id that this process made by the machine's clock.
static LAST: AtomicU64 = AtomicU64::new(0);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Arc::new(Source::System))
    }

    /// A clock that stands at `start`.
    pub fn manual(start: Instant) -> Self {
        Self(Arc::new(Source::Manual(AtomicI64::new(start.0), AtomicU64::new(0))))
    }

    /// The present moment.
    #[expect(clippy::disallowed_methods, reason = "this is where time comes from")]
    pub fn now(&self) -> Instant {
        match &*self.0 {
            Source::System => jiff::Timestamp::now().into(),
            Source::Manual(micros, _) => Instant(micros.load(Ordering::SeqCst)),
        }
    }

    /// Moves a manual clock forward; the machine's clock cannot be moved and stays.
    pub fn advance(&self, span: Duration) {
        if let Source::Manual(micros, _) = &*self.0 {
            micros.store(self.now().plus(span).0, Ordering::SeqCst);
        }
    }

    /// A new id (UUIDv7), which sorts after every earlier one of this process, also within a millisecond and when the
    /// machine's clock goes back. Sixty-two of its bits are random.
    pub fn id<T: From<Uuid>>(&self) -> T {
        let last = match &*self.0 {
            Source::System => &LAST,
            Source::Manual(_, last) => last,
        };
        let place = next_place(last, self.now());
        let mut rest = self.secret::<10>();
        // The twelve bits after the milliseconds are the fraction of one; what is ahead of the clock counts on.
        let [high, low] = u16::try_from(place & 0xfff).unwrap_or(0).to_be_bytes();
        (rest[0], rest[1]) = (high, low);
        uuid::Builder::from_unix_timestamp_millis(place >> 12, &rest).into_uuid().into()
    }

    /// A new id without any time in it (UUIDv4), for what must not tell when it came.
    pub fn unordered_id<T: From<Uuid>>(&self) -> T {
        uuid::Builder::from_random_bytes(self.secret::<16>()).into_uuid().into()
    }

    /// Brings things into an order that tells nothing of the one they had.
    pub fn shuffle<T>(&self, things: &mut [T]) {
        things.shuffle(&mut rand::rng());
    }

    /// Bytes that nobody can guess.
    pub fn secret<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        rand::rng().fill_bytes(&mut bytes);
        bytes
    }
}

/// The next place in time, in 4096ths of a millisecond: the present one, or the one after the last.
fn next_place(last: &AtomicU64, now: Instant) -> u64 {
    let micros = u64::try_from(now.0).unwrap_or(0);
    let present = ((micros / 1000) << 12) | (((micros % 1000) << 12) / 1000);
    let mut known = last.load(Ordering::Relaxed);
    loop {
        let next = present.max(known + 1);
        match last.compare_exchange_weak(known, next, Ordering::Relaxed, Ordering::Relaxed) {
            Ok(_) => return next,
            Err(seen) => known = seen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANY: usize = 100_000;

    fn in_order(ids: &[Uuid]) -> bool {
        ids.windows(2).all(|pair| pair[0] < pair[1])
    }

    #[test]
    fn ids_sort_in_the_order_in_which_they_were_made() {
        let standing = Clock::manual(Instant(1_795_267_200_000_000));
        for clock in [Clock::system(), standing] {
            let ids: Vec<Uuid> = (0..MANY).map(|_| clock.id()).collect();
            assert!(in_order(&ids), "{clock:?}");
            assert!(ids.iter().all(|id| id.get_version_num() == 7), "{clock:?}");
        }
    }

    #[test]
    fn ids_of_two_handles_on_the_machines_clock_sort_together() {
        let (one, other) = (Clock::system(), Clock::system());
        let ids: Vec<Uuid> = (0..MANY).map(|n| if n % 2 == 0 { one.id() } else { other.id() }).collect();
        assert!(in_order(&ids));
    }

    #[test]
    fn an_id_of_a_later_moment_sorts_later_and_bears_its_millisecond() {
        let clock = Clock::manual(Instant(1_795_267_200_123_456));
        let earlier: Uuid = clock.id();
        let millis = u64::from_be_bytes([
            0,
            0,
            earlier.as_bytes()[0],
            earlier.as_bytes()[1],
            earlier.as_bytes()[2],
            earlier.as_bytes()[3],
            earlier.as_bytes()[4],
            earlier.as_bytes()[5],
        ]);
        assert_eq!(millis, 1_795_267_200_123);
        clock.advance(Duration::from_micros(1));
        assert!(earlier < clock.id::<Uuid>());
    }

    #[test]
    fn prv_07_an_unordered_id_bears_no_time() {
        let clock = Clock::manual(Instant(1_795_267_200_000_000));
        let ids: Vec<Uuid> = (0..64).map(|_| clock.unordered_id()).collect();
        assert!(ids.iter().all(|id| id.get_version_num() == 4));
        assert!(!in_order(&ids));
    }

    #[test]
    fn a_shuffle_keeps_everything_and_reaches_every_order() {
        let clock = Clock::manual(Instant(0));
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..400 {
            let mut three = [1, 2, 3];
            clock.shuffle(&mut three);
            seen.insert(three);
        }
        assert_eq!(seen.len(), 6);
    }

    #[test]
    fn ids_of_several_threads_are_all_different_and_each_threads_are_in_order() {
        let clock = Clock::manual(Instant(1_795_267_200_000_000));
        let made: Vec<Vec<Uuid>> = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..4).map(|_| scope.spawn(|| (0..10_000).map(|_| clock.id()).collect())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(made.iter().all(|ids: &Vec<Uuid>| in_order(ids)));
        let all: std::collections::BTreeSet<Uuid> = made.into_iter().flatten().collect();
        assert_eq!(all.len(), 40_000);
    }
}
