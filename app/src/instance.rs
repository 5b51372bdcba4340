//! What a command works on, wherever it runs: in its own process, or inside the one that serves.

use relais_directory::{accounts::Hashing, organisations};
use relais_kernel::Instant;
use relais_sealed::Sealed;
use relais_store::{Db, Schema, archive::Part};
use relais_words::Words;

use crate::{
    config::Backup,
    failed::{Failed, Outcome},
};

/// A database whose tables are laid, and what is needed to speak about it.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    /// The database.
    pub(crate) db: Db,
    /// Its tables.
    pub(crate) schemas: Vec<Schema>,
    /// The sealed store.
    pub(crate) sealed: Sealed,
    /// Its tables.
    pub(crate) sealed_schemas: Vec<Schema>,
    /// The command line's words.
    pub(crate) words: Words,
    /// What links begin with.
    pub(crate) base: String,
    /// Where backups go.
    pub(crate) backup: Backup,
    /// How passwords are hashed.
    pub(crate) hashing: Hashing,
}

impl Instance {
    /// Both stores, as a backup holds them.
    pub(crate) fn parts(&self) -> (Part<'_>, Part<'_>) {
        let sealed = Part { db: self.sealed.db(), schemas: &self.sealed_schemas };
        (Part { db: &self.db, schemas: &self.schemas }, sealed)
    }

    pub(crate) fn now(&self) -> Instant {
        self.db.clock().now()
    }

    /// The organisation of a short name; the only one there is, when none is given.
    pub(crate) async fn organisation(&self, slug: Option<&str>) -> Outcome<organisations::Organisation> {
        let mut all = organisations::all(&self.db).await?;
        let known = all.iter().map(|org| org.slug.as_str()).collect::<Vec<_>>().join(", ");
        match slug {
            Some(slug) => all.into_iter().find(|org| org.slug == slug).ok_or_else(|| {
                Failed(if known.is_empty() {
                    "there is no organisation yet: begin with `relais organisation add`".into()
                } else {
                    format!("there is no organisation {slug:?}; known are: {known}")
                })
            }),
            None if all.len() == 1 => Ok(all.remove(0)),
            None if all.is_empty() => {
                Err(Failed::new("there is no organisation yet: begin with `relais organisation add`"))
            }
            None => Err(Failed(format!("which organisation? give --org with one of: {known}"))),
        }
    }
}
