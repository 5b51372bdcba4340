//! How much anonymous saying one person may do, without keeping who did: counters in this process's memory alone, found by
//! a hash whose key is drawn at each start, and forgotten every hour.

use std::sync::{LazyLock, Mutex, PoisonError};

use relais_kernel::{Clock, Instant, PersonId};
use sha2::{Digest as _, Sha256};

/// Counters. Several people may share one, so that not even a full one tells whose it is.
const PLACES: usize = 4096;
/// How often in an hour.
pub(crate) const MOST: u8 = 6;
const HOUR: i64 = 3_600_000_000;

struct Counters {
    hour: i64,
    key: [u8; 16],
    counts: Vec<u8>,
}

static COUNTERS: LazyLock<Mutex<Counters>> =
    LazyLock::new(|| Mutex::new(Counters { hour: 0, key: [0; 16], counts: Vec::new() }));

/// Whether somebody may say one more thing in this hour; counts it.
pub(crate) fn allows(person: PersonId, clock: &Clock) -> bool {
    COUNTERS.lock().unwrap_or_else(PoisonError::into_inner).allows(person, clock.now(), || clock.secret())
}

impl Counters {
    fn allows(&mut self, person: PersonId, now: Instant, key: impl FnOnce() -> [u8; 16]) -> bool {
        let hour = now.0.div_euclid(HOUR);
        if hour != self.hour || self.counts.is_empty() {
            *self = Self { hour, key: key(), counts: vec![0; PLACES] };
        }
        let hash = Sha256::new_with_prefix(self.key).chain_update(person.0).finalize();
        let place = usize::from(u16::from_be_bytes([hash[0], hash[1]])) % PLACES;
        let count = &mut self.counts[place];
        *count = count.saturating_add(1);
        *count <= MOST
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn prv_07_a_flood_is_stopped_and_forgotten_with_the_hour() {
        let mut counters = Counters { hour: 0, key: [0; 16], counts: Vec::new() };
        let person = PersonId(Uuid::from_u128(7));
        let mut ask = |at| counters.allows(person, Instant(at), || [9; 16]);
        assert!((0..MOST).all(|_| ask(5)));
        assert!(!ask(5) && !ask(HOUR - 1));
        assert!(ask(HOUR), "another hour");
        assert!(counters.allows(PersonId(Uuid::from_u128(8)), Instant(HOUR), || [9; 16]), "somebody else");
        assert_eq!(counters.counts.iter().map(|count| usize::from(*count)).sum::<usize>(), 2);
    }
}
