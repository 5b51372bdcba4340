//! Photos are cleaned a few at a time, away from the threads that answer, so that many uploads take neither the memory nor
//! the answers of everybody else.

use std::sync::LazyLock;

use tokio::sync::Semaphore;

use crate::{Limits, Picture, Unfit, clean, clean::promised_pixels};

/// How many are cleaned at once.
const AT_ONCE: u32 = 2;
/// How many may wait for that, each with its file in memory.
const WAITING: usize = 16;
/// A photo of more points than this may take what two others do: a third of a gigabyte, at worst.
const LARGE: u64 = 16_000_000;

/// The places of one process.
#[derive(Debug)]
pub(crate) struct Queue {
    places: Semaphore,
    waiting: Semaphore,
}

static QUEUE: LazyLock<Queue> = LazyLock::new(|| Queue::new(WAITING));

/// Cleans a photo within the usual limits. Before a transaction, never within one: it may wait for its turn, and takes a
/// second for a large one.
pub async fn cleaned(bytes: Vec<u8>) -> Result<Picture, Unfit> {
    QUEUE.cleaned(bytes, Limits::USUAL).await
}

/// What came with a form, cleaned; nothing, when nothing came. `too_large` is told of a photo that was not read to its end.
pub async fn attached(photo: Option<Vec<u8>>, too_large: bool) -> Result<Option<Picture>, Unfit> {
    match photo {
        _ if too_large => Err(Limits::USUAL.too_heavy()),
        Some(bytes) => cleaned(bytes).await.map(Some),
        None => Ok(None),
    }
}

impl Queue {
    fn new(waiting: usize) -> Self {
        Self { places: Semaphore::new(AT_ONCE as usize), waiting: Semaphore::new(waiting + AT_ONCE as usize) }
    }

    async fn cleaned(&'static self, bytes: Vec<u8>, limits: Limits) -> Result<Picture, Unfit> {
        let waiting = self.waiting.try_acquire().map_err(|_| Unfit::Busy)?;
        let (pixels, bytes) = away(move || (promised_pixels(&bytes), bytes)).await?;
        let places = if pixels > LARGE { AT_ONCE } else { 1 };
        let place = self.places.acquire_many(places).await.map_err(|_| Unfit::Busy)?;
        away(move || {
            // Held by the work itself: a browser that goes away ends the waiting for it, not the work.
            let _held = (waiting, place);
            clean(&bytes, &limits)
        })
        .await?
    }
}

/// Work on a thread of its own. A photo that stops its decoder is a damaged one, and stops nothing else.
async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Unfit> {
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        tracing::error!(%error, "a photo stopped its decoder");
        Unfit::Damaged
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn sec_05_more_photos_than_can_wait_are_told_to_come_again() {
        let queue: &'static Queue = Box::leak(Box::new(Queue::new(0)));
        let _both = queue.waiting.acquire_many(AT_ONCE).await.unwrap();
        assert_eq!(queue.cleaned(vec![1], Limits::USUAL).await.unwrap_err(), Unfit::Busy);
    }

    #[tokio::test]
    async fn sec_05_a_photo_that_stops_its_decoder_is_a_damaged_one() {
        let stopped: Result<(), Unfit> = away(|| panic!("as a decoder might")).await;
        assert_eq!(stopped.unwrap_err(), Unfit::Damaged);
    }

    #[tokio::test]
    async fn a_place_is_given_back_also_for_what_is_refused() {
        let queue: &'static Queue = Box::leak(Box::new(Queue::new(1)));
        for _ in 0..10 {
            assert_eq!(queue.cleaned(vec![1], Limits::USUAL).await.unwrap_err(), Unfit::NotAPhoto);
        }
        assert_eq!(queue.places.available_permits(), AT_ONCE as usize);
    }
}
