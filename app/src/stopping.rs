//! Ending in good order, when the system or somebody at the keyboard asks for it.

use tokio::signal::unix::{SignalKind, signal};

use crate::failed::{Outcome, While as _};

/// Listens from now on, so that nobody asks in vain while we start; what it gives resolves when somebody did.
pub(crate) fn listen() -> Outcome<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate()).while_(|| "signals cannot be heard".into())?;
    let mut interrupt = signal(SignalKind::interrupt()).while_(|| "signals cannot be heard".into())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
