//! What a transaction is to ring: remembered until it commits, then counted in one order for all.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    sync::{Arc, Mutex, PoisonError},
};

use relais_kernel::OrgId;
use sea_orm::FromQueryResult;

use super::Ring;
use crate::{Backend, Reads as _, Result, Tx, sql};

/// PostgreSQL carries at most 8,000 bytes in a message.
const MOST_BYTES: usize = 7_800;
/// Topics counted by one statement: a named place costs SQLite time for each other place.
const AT_ONCE: usize = 200;
/// The one channel of all nodes.
pub(super) const CHANNEL: &str = "relais_bell";

/// The topics that a transaction rings when it lasts, sorted: two transactions that take the same rows take them in
/// the same order, and never wait for each other crosswise.
#[derive(Debug, Default)]
pub(crate) struct Pending(Mutex<BTreeSet<(OrgId, String)>>);

#[derive(FromQueryResult)]
struct Row {
    org_id: OrgId,
    topic: String,
    version: i64,
}

impl Pending {
    pub(super) fn add(&self, org: OrgId, topic: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert((org, topic));
    }

    fn take(&self) -> BTreeSet<(OrgId, String)> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Counts the topics, last of all that the transaction writes: their rows are held for the time of a commit only.
    /// What it gives is to be rung by this process; on PostgreSQL the database rings every node, ours too.
    pub(crate) async fn count(&self, tx: &Tx) -> Result<Vec<Ring>> {
        let topics: Vec<_> = self.take().into_iter().collect();
        let mut rings = Vec::with_capacity(topics.len());
        for some in topics.chunks(AT_ONCE) {
            let mut statement = sql("insert into bell (org_id, topic, version) values ");
            for (place, (org, topic)) in some.iter().enumerate() {
                statement = statement.push(if place == 0 { "(" } else { ", (" });
                statement = statement.arg(*org).push(", ").arg(topic.as_str()).push(", 1)");
            }
            let rows = statement
                .push(
                    " on conflict (org_id, topic) do update set version = bell.version + 1 \
                     returning org_id, topic, version",
                )
                .all::<Row>(tx)
                .await?;
            rings.extend(rows.into_iter().map(|row| Ring {
                org: row.org_id,
                topic: Arc::from(row.topic),
                version: row.version,
            }));
        }
        if tx.kind() == Backend::Sqlite {
            return Ok(rings);
        }
        for message in messages(&rings) {
            sql("select pg_notify($1, $2)").bind(CHANNEL).bind(message).run(tx).await?;
        }
        Ok(Vec::new())
    }
}

/// Rings as messages: a line each, as many lines as a message may hold.
fn messages(rings: &[Ring]) -> Vec<String> {
    let mut messages = vec![String::new()];
    for ring in rings {
        let mut line = String::new();
        let _ = writeln!(line, "{} {} {}", ring.org, ring.version, ring.topic);
        match messages.last_mut() {
            Some(last) if last.len() + line.len() <= MOST_BYTES => last.push_str(&line),
            _ => messages.push(line),
        }
    }
    messages.retain(|message| !message.is_empty());
    messages
}

/// The rings of a message; none when it is not one of ours.
pub(super) fn read(message: &str) -> Option<Vec<Ring>> {
    let ring = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let org = parts.next()?.parse().ok()?;
        let version = parts.next()?.parse().ok()?;
        Some(Ring { org, version, topic: parts.next()?.into() })
    };
    message.lines().map(ring).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn messages_hold_what_a_node_reads_again_and_never_grow_too_long() {
        let rings: Vec<Ring> = (0..5_000)
            .map(|n| Ring {
                org: OrgId(Uuid::from_u128(n)),
                topic: format!("{}:{n}", "x".repeat(100)).into(),
                version: i64::MAX,
            })
            .collect();
        let messages = messages(&rings);
        assert!(messages.iter().all(|message| message.len() < 8_000));
        let heard: Vec<Ring> = messages.iter().flat_map(|message| read(message).unwrap()).collect();
        assert_eq!(heard, rings);
        assert!(super::messages(&[]).is_empty());
        assert_eq!(read("something else"), None);
    }
}
