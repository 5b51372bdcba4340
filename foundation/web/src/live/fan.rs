//! One hearer a node: what rings is fanned out by topic to the streams that listen to it.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak},
    time::Duration,
};

use relais_kernel::OrgId;
use relais_store::{
    Db,
    bell::{self, Bells, Rung},
};
use tokio::{task::AbortHandle, time::sleep};

use super::ear::Ear;

/// How long after a failed comparison of versions the next is tried.
const AGAIN: Duration = Duration::from_millis(500);

type Key = (OrgId, Arc<str>);

/// The node's hearer. It begins with the first stream.
#[derive(Debug)]
pub(crate) struct Fan {
    db: Db,
    ears: Mutex<Ears>,
    task: OnceLock<AbortHandle>,
}

#[derive(Debug, Default)]
struct Ears {
    by_topic: HashMap<Key, Vec<(Arc<Ear>, usize)>>,
    over: bool,
}

/// A stream's topics, heard until this is dropped.
#[derive(Debug)]
pub(super) struct Hearing {
    fan: Arc<Fan>,
    org: OrgId,
    pub(super) topics: Box<[Arc<str>]>,
    pub(super) ear: Arc<Ear>,
}

impl Fan {
    pub(crate) fn new(db: &Db) -> Arc<Self> {
        Arc::new(Self { db: db.clone(), ears: Mutex::default(), task: OnceLock::new() })
    }

    fn ears(&self) -> MutexGuard<'_, Ears> {
        self.ears.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Hears topics from now on. Versions that were reached before must be read after this.
    pub(super) fn hear(self: &Arc<Self>, org: OrgId, topics: Vec<String>) -> Hearing {
        self.task.get_or_init(|| tokio::spawn(always(self.db.bells(), Arc::downgrade(self))).abort_handle());
        let ear = Arc::new(Ear::new(topics.len()));
        let mut ears = self.ears();
        if ears.over {
            ear.end();
        }
        let topics = topics.into_iter().enumerate().map(|(place, topic)| {
            let key = (org, Arc::from(topic));
            // Streams of one topic share its text.
            let key = ears.by_topic.get_key_value(&key).map_or(key, |(known, _)| known.clone());
            let topic = Arc::clone(&key.1);
            ears.by_topic.entry(key).or_default().push((Arc::clone(&ear), place));
            topic
        });
        let topics = topics.collect();
        Hearing { fan: Arc::clone(self), org, topics, ear }
    }

    /// Ends all streams, and those that would begin.
    pub(crate) fn end(&self) {
        let mut ears = self.ears();
        ears.over = true;
        ears.by_topic.values().flatten().for_each(|(ear, _)| ear.end());
    }

    fn tell(&self, key: &Key, version: i64) {
        for (ear, place) in self.ears().by_topic.get(key).into_iter().flatten() {
            ear.hear(*place, version);
        }
    }

    /// Compares the versions of all that is listened to: one question for each organisation, however many streams.
    async fn look(&self) -> relais_store::Result<()> {
        let mut topics: BTreeMap<OrgId, Vec<Arc<str>>> = BTreeMap::new();
        for (org, topic) in self.ears().by_topic.keys() {
            topics.entry(*org).or_default().push(Arc::clone(topic));
        }
        for (org, topics) in topics {
            for (topic, version) in bell::versions(&self.db.org(org), &topics).await? {
                self.tell(&(org, topic.into()), version);
            }
        }
        Ok(())
    }
}

impl Hearing {
    /// Whether it is that organisation's topics.
    pub(super) fn is_in(&self, org: OrgId) -> bool {
        self.org == org
    }
}

impl Drop for Fan {
    fn drop(&mut self) {
        if let Some(task) = self.task.get() {
            task.abort();
        }
    }
}

impl Drop for Hearing {
    fn drop(&mut self) {
        let mut ears = self.fan.ears();
        for topic in &self.topics {
            let key = (self.org, Arc::clone(topic));
            if let Some(hearers) = ears.by_topic.get_mut(&key) {
                hearers.retain(|(ear, _)| !Arc::ptr_eq(ear, &self.ear));
                if hearers.is_empty() {
                    ears.by_topic.remove(&key);
                }
            }
        }
    }
}

/// Tells what rings, as long as there is somebody to tell.
async fn always(mut bells: Bells, fan: Weak<Fan>) {
    while let Some(rung) = bells.next().await {
        let Some(fan) = fan.upgrade() else { return };
        match rung {
            Rung::Topic(ring) => fan.tell(&(ring.org, ring.topic), ring.version),
            Rung::LookAgain => {
                while let Err(error) = fan.look().await {
                    tracing::warn!(%error, "versions cannot be compared");
                    sleep(AGAIN).await;
                }
            }
        }
    }
}
