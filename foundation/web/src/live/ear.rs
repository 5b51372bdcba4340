//! What one stream has yet to tell: for each of its topics the latest version, however often it rang meanwhile.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use tokio::sync::Notify;

/// A stream's ear. It holds two numbers a topic and never more, so that a slow reader costs no memory.
#[derive(Debug)]
pub(super) struct Ear {
    heard: Mutex<Box<[Heard]>>,
    news: Notify,
    over: AtomicBool,
}

#[derive(Clone, Copy, Debug)]
struct Heard {
    known: i64,
    told: i64,
}

impl Ear {
    /// For so many topics, of which nothing is known yet.
    pub(super) fn new(topics: usize) -> Self {
        let nothing = Heard { known: -1, told: -1 };
        Self {
            heard: Mutex::new(vec![nothing; topics].into()),
            news: Notify::new(),
            over: AtomicBool::new(false),
        }
    }

    fn heard(&self) -> MutexGuard<'_, Box<[Heard]>> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A topic, by its place, has reached a version.
    pub(super) fn hear(&self, place: usize, version: i64) {
        if let Some(heard) = self.heard().get_mut(place)
            && version > heard.known
        {
            heard.known = version;
            self.news.notify_one();
        }
    }

    /// What is new since the last time, by place; each version once.
    pub(super) fn take(&self) -> Vec<(usize, i64)> {
        let mut news = Vec::new();
        for (place, heard) in self.heard().iter_mut().enumerate().filter(|(_, h)| h.known > h.told) {
            heard.told = heard.known;
            news.push((place, heard.known));
        }
        news
    }

    /// Waits until there is something new, or all is over.
    pub(super) async fn news(&self) {
        self.news.notified().await;
    }

    /// Nothing more will be heard.
    pub(super) fn end(&self) {
        self.over.store(true, Ordering::Release);
        self.news.notify_one();
    }

    pub(super) fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_version_is_told_once() {
        let ear = Ear::new(2);
        assert!(ear.take().is_empty());
        ear.hear(0, 0);
        ear.hear(1, 7);
        assert_eq!(ear.take(), [(0, 0), (1, 7)]);
        ear.hear(1, 9);
        ear.hear(1, 8);
        ear.hear(1, 9);
        ear.hear(5, 1);
        assert_eq!(ear.take(), [(1, 9)]);
        assert!(ear.take().is_empty());
    }
}
