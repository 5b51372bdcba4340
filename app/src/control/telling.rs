//! What a command tells while it works, whether it works here or elsewhere.

use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::protocol::Answer;

/// Lines that may wait to be read.
const WAITING: usize = 64;

/// Where a command's lines go.
#[derive(Clone, Debug)]
pub(crate) struct Teller(Sender<Answer>);

impl Teller {
    pub(super) fn new() -> (Self, Receiver<Answer>) {
        let (sender, receiver) = channel(WAITING);
        (Self(sender), receiver)
    }

    /// A line. When nobody reads any more the work goes on: an answer that is lost undoes nothing.
    pub(crate) async fn say(&self, line: impl Into<String>) {
        let _ = self.0.send(Answer::Say(line.into())).await;
    }

    /// A passing line, left out when the reader is slow.
    pub(crate) fn progress(&self, line: impl Into<String>) {
        let _ = self.0.try_send(Answer::Progress(line.into()));
    }
}
