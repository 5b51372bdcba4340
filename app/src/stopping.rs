//! Ending in good order: what was begun is finished, within a time.

use tokio::signal::unix::{SignalKind, signal};

use crate::failed::{Outcome, While as _};

/// Resolves when the system or somebody at the keyboard asks us to end.
pub(crate) async fn asked() -> Outcome {
    let mut terminate = signal(SignalKind::terminate()).while_(|| "signals cannot be heard".into())?;
    let mut interrupt = signal(SignalKind::interrupt()).while_(|| "signals cannot be heard".into())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}
