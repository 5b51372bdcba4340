//! What was read and may be read again without asking, as long as nothing was written.
//!
//! On SQLite one process does all the writing, so a count of its commits tells exactly whether an answer still holds. On
//! PostgreSQL other nodes write too: there the database is asked which transactions it shows, in one short question; as
//! long as these are the same, so is all that it holds.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use relais_kernel::Instant;

use crate::{Db, Mark, Result};

/// More than this is forgotten at once: a memo saves time, it is no store.
const MOST: usize = 20_000;

/// Answers by key.
#[derive(Debug)]
pub struct Memo<K, V> {
    answers: Mutex<HashMap<K, Answer<V>>>,
    lasts: Duration,
}

#[derive(Debug)]
struct Answer<V> {
    /// What the database held before it was read.
    mark: Mark,
    at: Instant,
    value: V,
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// A memo whose answers last that long at most: what they say may also depend on the time.
    pub fn new(lasts: Duration) -> Self {
        Self { answers: Mutex::new(HashMap::new()), lasts }
    }

    /// The remembered answer, or a fresh one, for somebody who asked the database what it holds just before: once for all
    /// that they look up.
    pub async fn get(&self, db: &Db, mark: Mark, key: K, read: impl AsyncFnOnce() -> Result<V>) -> Result<V> {
        let at = db.clock().now();
        if let Some(answer) = self.answers.lock().unwrap_or_else(PoisonError::into_inner).get(&key)
            && answer.mark.is_still(&mark)
            && at.since(answer.at) < self.lasts
        {
            return Ok(answer.value.clone());
        }
        let value = read().await?;
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= MOST {
            answers.clear();
        }
        answers.insert(key, Answer { mark, at, value: value.clone() });
        Ok(value)
    }
}
