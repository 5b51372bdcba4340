//! Hearing the bell within one process.

use tokio::sync::broadcast::{self, error::RecvError};

use super::Ring;

/// Rings that wait for a slow hearer; one that lags further behind compares versions instead.
const WAITING: usize = 1024;

/// What is heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rung {
    /// A topic changed. Two changes at once may be heard in the other order: the higher version counts.
    Topic(Ring),
    /// Something may have been missed: compare versions anew.
    LookAgain,
}

/// The rope of a process's bell: whoever pulls it is heard by all its [`Bells`].
#[derive(Debug)]
pub(crate) struct Rope(broadcast::Sender<Rung>);

impl Default for Rope {
    fn default() -> Self {
        Self(broadcast::Sender::new(WAITING))
    }
}

impl Rope {
    /// Rings topics. That nobody hears is no fault.
    pub(crate) fn pull(&self, rings: impl IntoIterator<Item = Ring>) {
        for ring in rings {
            let _ = self.0.send(Rung::Topic(ring));
        }
    }

    /// Has everybody compare versions.
    pub(super) fn look_again(&self) {
        let _ = self.0.send(Rung::LookAgain);
    }

    pub(crate) fn bells(&self) -> Bells {
        Bells(self.0.subscribe())
    }
}

/// What is rung in this process, from the moment it was made.
#[derive(Debug)]
pub struct Bells(broadcast::Receiver<Rung>);

impl Bells {
    /// Waits for the next ring; none when the database is gone for good. May be given up and asked again.
    pub async fn next(&mut self) -> Option<Rung> {
        match self.0.recv().await {
            Ok(rung) => Some(rung),
            Err(RecvError::Lagged(_)) => Some(Rung::LookAgain),
            Err(RecvError::Closed) => None,
        }
    }
}
