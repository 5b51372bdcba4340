//! The one source of time, ids and randomness.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use rand::Rng as _;
use uuid::Uuid;

use crate::Instant;

/// Gives the time, and makes ids and secrets. Cloning shares it; a test's clock stands still until it is moved.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

#[derive(Debug)]
enum Source {
    System,
    Manual(AtomicI64),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Arc::new(Source::System))
    }

    /// A clock that stands at `start`.
    pub fn manual(start: Instant) -> Self {
        Self(Arc::new(Source::Manual(AtomicI64::new(start.0))))
    }

    /// The present moment.
    #[expect(clippy::disallowed_methods, reason = "this is where time comes from")]
    pub fn now(&self) -> Instant {
        match &*self.0 {
            Source::System => jiff::Timestamp::now().into(),
            Source::Manual(micros) => Instant(micros.load(Ordering::SeqCst)),
        }
    }

    /// Moves a manual clock forward; the machine's clock cannot be moved and stays.
    pub fn advance(&self, span: Duration) {
        if let Source::Manual(micros) = &*self.0 {
            micros.store(self.now().plus(span).0, Ordering::SeqCst);
        }
    }

    /// A new id, which sorts after earlier ones.
    pub fn id<T: From<Uuid>>(&self) -> T {
        let micros = u64::try_from(self.now().0).unwrap_or(0);
        let stamp = uuid::Timestamp::from_unix(
            uuid::NoContext,
            micros / 1_000_000,
            u32::try_from(micros % 1_000_000 * 1_000).unwrap_or(0),
        );
        Uuid::new_v7(stamp).into()
    }

    /// Bytes that nobody can guess.
    pub fn secret<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        rand::rng().fill_bytes(&mut bytes);
        bytes
    }
}
