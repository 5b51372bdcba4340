//! The doorbell of live pages: a topic and the count of its changes. It says "look", never what there is to see.
//!
//! [`ring`] remembers a topic within a transaction; the commit counts it and rings once it lasts. Whoever hears it asks
//! for what changed by ordinary authority, and compares versions when it may have missed something: so nothing is missed
//! and nothing comes twice.

use std::{collections::BTreeMap, sync::Arc};

use relais_kernel::OrgId;
use sea_orm::FromQueryResult;

use crate::{Error, InOrg, Result, Writes, sql};

mod counting;
mod hearing;
mod listening;

pub(crate) use counting::Pending;
pub(crate) use hearing::Rope;
pub use hearing::{Bells, Rung};
pub use listening::listen;

/// The longest topic, in bytes: a message between nodes holds several.
pub const LONGEST: usize = 120;
/// Topics asked for by one statement.
const AT_ONCE: usize = 500;

/// A topic that changed, and how often it has by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// In which organisation.
    pub org: OrgId,
    /// What: `unit:0192…`.
    pub topic: Arc<str>,
    /// The count of its changes.
    pub version: i64,
}

/// Whether a text can be a topic: a kind, a colon, which one; ASCII without spaces.
pub fn is_topic(text: &str) -> bool {
    let kind_and_id = text.split_once(':').is_some_and(|(kind, id)| !kind.is_empty() && !id.is_empty());
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_' | b'.');
    kind_and_id && text.len() <= LONGEST && text.bytes().all(plain)
}

/// Has a topic of the transaction's organisation ring when the transaction has lasted; several times count once.
pub fn ring(on: &(impl Writes + InOrg), topic: impl Into<String>) -> Result<()> {
    let topic = topic.into();
    if !is_topic(&topic) {
        return Err(Error::Corrupt { table: "bell", what: "a topic that cannot be one".into() });
    }
    on.tx().pending().add(on.org(), topic);
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    topic: String,
    version: i64,
}

/// The versions of these topics; zero for one that never rang.
pub async fn versions<T: AsRef<str>>(on: &impl InOrg, topics: &[T]) -> Result<BTreeMap<String, i64>> {
    let mut versions: BTreeMap<String, i64> =
        topics.iter().map(|topic| (topic.as_ref().to_owned(), 0)).collect();
    for some in topics.chunks(AT_ONCE) {
        let rows = sql("select topic, version from bell where org_id = ")
            .arg(on.org())
            .push(" and topic in ")
            .list(some.iter().map(AsRef::as_ref))
            .all::<Row>(on)
            .await?;
        versions.extend(rows.into_iter().map(|row| (row.topic, row.version)));
    }
    Ok(versions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_short_and_plain() {
        for good in ["unit:0192f0c4-6b1e-7000-8000-000000000001", "person:a", "board:region:7"] {
            assert!(is_topic(good), "{good}");
        }
        let long = format!("unit:{}", "x".repeat(LONGEST));
        for bad in ["", "unit", "unit:", ":7", "unit:a b", "unit:a\nb", "unité:7", "unit:7@3", &long] {
            assert!(!is_topic(bad), "{bad}");
        }
    }
}
