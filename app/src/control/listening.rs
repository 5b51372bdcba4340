//! The running process's end of the socket.

use std::{os::unix::fs::PermissionsExt as _, path::Path, sync::Arc, time::Duration};

use relais_store::lock;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{UnixListener, UnixStream},
    sync::Semaphore,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use super::{
    Teller,
    protocol::{Answer, LONGEST, Letter, Order, PROTOCOL},
};
use crate::{
    failed::{Failed, Outcome, While as _},
    instance::Instance,
};

/// Orders worked on at the same time.
const AT_ONCE: usize = 4;
/// How long a sender may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(60);

/// Listens beside the database file until told to stop, then finishes the orders at hand.
pub(crate) fn listen(
    database: &Path,
    instance: Instance,
    stop: CancellationToken,
) -> Outcome<impl Future<Output = ()> + Send + use<>> {
    let path = lock::beside(database, "socket");
    // We hold the lock, so whoever made an old one is gone.
    let _ = std::fs::remove_file(&path);
    let listener = UnixListener::bind(&path).while_(|| {
        format!("commands cannot be heard on {} (is the folder's path too long?)", path.display())
    })?;
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
    Ok(async move {
        let (places, at_hand) = (Arc::new(Semaphore::new(AT_ONCE)), TaskTracker::new());
        loop {
            let Ok(place) = Arc::clone(&places).acquire_owned().await else { break };
            let accepted = tokio::select! {
                () = stop.cancelled() => break,
                accepted = listener.accept() => accepted,
            };
            let Ok((stream, _)) = accepted else { continue };
            let instance = instance.clone();
            at_hand.spawn(async move {
                if let Err(error) = answer(stream, &instance).await {
                    tracing::warn!(%error, "a command went away");
                }
                drop(place);
            });
        }
        let _ = std::fs::remove_file(&path);
        at_hand.close();
        at_hand.wait().await;
    })
}

async fn answer(stream: UnixStream, instance: &Instance) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    let read_line = async { BufReader::new(read.take(LONGEST)).read_line(&mut line).await };
    let order = match tokio::time::timeout(PATIENCE, read_line).await {
        Ok(Ok(_)) => understand(&line),
        Ok(Err(error)) => return Err(error),
        Err(_) => Err(Failed::new("the order took too long to arrive")),
    };
    drop(line);
    let order = match order {
        Ok(order) => order,
        Err(failed) => return write.write_all(&written(&Answer::Failed(failed.0))).await,
    };
    tracing::info!(order = order.name(), "a command came by the socket");
    let (tell, mut lines) = Teller::new();
    let instance = instance.clone();
    // A task of its own: when the sender goes away, what was begun is still brought to its end.
    let work = tokio::spawn(async move { order.perform(&instance, &tell).await });
    let mut gone = false;
    while let Some(answer) = lines.recv().await {
        gone = gone || write.write_all(&written(&answer)).await.is_err();
    }
    let end = match work.await {
        Ok(Ok(())) => Answer::Done,
        Ok(Err(failed)) => Answer::Failed(failed.0),
        Err(_) => Answer::Failed("the running server met a fault of its own; its log says where".into()),
    };
    write.write_all(&written(&end)).await
}

fn understand(line: &str) -> Outcome<Order> {
    if !line.ends_with('\n') {
        return Err(Failed(format!("the order is longer than {} MB", LONGEST / 1024 / 1024)));
    }
    let letter: Letter = serde_json::from_str(line).while_(|| "the order cannot be read".into())?;
    if letter.relais != PROTOCOL {
        return Err(Failed(format!(
            "this command is of version {} and the running server of version {}: use the same",
            letter.version,
            crate::VERSION
        )));
    }
    serde_json::from_value(letter.order).while_(|| "the order cannot be read".into())
}

fn written(answer: &Answer) -> Vec<u8> {
    let mut line = serde_json::to_vec(answer).unwrap_or_default();
    line.push(b'\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ops_04_another_protocol_is_told_and_an_endless_order_refused() {
        let other = "{\"relais\":99,\"version\":\"9.9\",\"order\":{\"do\":\"dance\"}}\n";
        assert!(understand(other).unwrap_err().0.contains("version 9.9"));
        assert!(understand("{\"relais\":1").unwrap_err().0.contains("longer than"));
        assert!(understand("hello\n").unwrap_err().0.contains("cannot be read"));
    }
}
