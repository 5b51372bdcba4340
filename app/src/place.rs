//! The database's place: who may open it, and the one-process rule of SQLite (OPS-04).

use std::{
    fs,
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _},
    path::{Path, PathBuf},
};

use relais_kernel::Clock;
use relais_sealed::Sealed;
use relais_store::{Db, DbOptions, Error, lock::ProcessLock, vault};
use rustix::fs::Mode;
use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    config::{Config, Database},
    failed::{Failed, Outcome, While as _},
    key,
};

/// Where a database is and how it is opened.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    database: Database,
    /// Where the sealed store of a server is, when it is not in the same database.
    sealed: Option<SecretString>,
    /// The file of the key that seals what tells who customers are.
    key: PathBuf,
    connections: u32,
}

/// A database that is ours to use: on SQLite, with its lock.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The database.
    pub db: Db,
    /// The sealed store.
    pub sealed: Sealed,
    _lock: Option<ProcessLock>,
}

/// Whether a database could be opened.
#[derive(Debug)]
pub(crate) enum Taking {
    /// It is ours.
    Ours(Opened),
    /// Another process has it.
    Taken,
}

impl Place {
    /// The place that a configuration names.
    pub(crate) fn of(config: &Config) -> Self {
        let sealed = config.sealed_url.clone();
        let (database, key) = (config.database.clone(), config.key_file.clone());
        Self { database, sealed, key, connections: config.connections }
    }

    /// An embedded database in a file.
    pub(crate) fn embedded(file: PathBuf) -> Self {
        let key = file.with_extension("key");
        Self { database: Database::Embedded(file), sealed: None, key, connections: 8 }
    }

    /// The file of an embedded database.
    pub(crate) fn file(&self) -> Option<&Path> {
        match &self.database {
            Database::Embedded(file) => Some(file),
            Database::Server(_) => None,
        }
    }

    /// The file of its key.
    pub(crate) fn key(&self) -> &Path {
        &self.key
    }

    /// Opens it, unless another process has it. A database that has no key yet is given one.
    pub(crate) async fn take(&self) -> Outcome<Taking> {
        self.take_after(|| Ok(())).await
    }

    /// The same without making a key: for commands that only look, and for a restore, whose backup has a key already.
    pub(crate) async fn take_as_it_is(&self) -> Outcome<Taking> {
        self.open(|| Ok(()), false).await
    }

    /// The same, doing something first while the lock is held and the database still closed.
    pub(crate) async fn take_after(&self, first: impl FnOnce() -> Outcome) -> Outcome<Taking> {
        self.open(first, true).await
    }

    async fn open(&self, first: impl FnOnce() -> Outcome, makes_key: bool) -> Outcome<Taking> {
        let (url, lock) = match &self.database {
            Database::Server(url) => (url.expose_secret().to_owned(), None),
            Database::Embedded(file) => {
                make_folder(file, "data")?;
                refuse_foreign_root(file)?;
                match ProcessLock::take(file)
                    .while_(|| format!("the lock of {} cannot be taken", file.display()))?
                {
                    Ok(lock) => (format!("sqlite:{}", file.display()), Some(lock)),
                    Err(_) => return Ok(Taking::Taken),
                }
            }
        };
        first()?;
        let mut options = DbOptions { connections: self.connections, ..DbOptions::new(url) };
        options.vault = key::read(&self.key)?;
        let mut db = self.opened(&options).await?;
        if options.vault.is_none() {
            if vault::is_marked(&db).await? {
                return Err(key::missing(&self.key));
            }
            if makes_key {
                db.close().await?;
                make_folder(&self.key, "key_file")?;
                refuse_foreign_root(&self.key)?;
                options.vault = Some(key::make(&self.key)?);
                db = self.opened(&options).await?;
            }
        }
        let beside = match &self.sealed {
            Some(url) => DbOptions::new(url.expose_secret()).sealed_beside(),
            None => options.sealed_beside(),
        };
        let sealed = Sealed::open(&beside, Clock::system()).await;
        let sealed = sealed.while_(|| "the sealed store cannot be opened".into())?;
        Ok(Taking::Ours(Opened { db, sealed, _lock: lock }))
    }

    async fn opened(&self, options: &DbOptions) -> Outcome<Db> {
        match Db::open(options, Clock::system()).await {
            Err(Error::Vault(_)) => Err(key::another(&self.key)),
            opened => opened.while_(|| "the database cannot be opened".into()),
        }
    }
}

impl Taking {
    /// The database, or the sentence that one process at a time is all that SQLite allows.
    pub(crate) fn alone(self, place: &Place) -> Outcome<Opened> {
        match self {
            Self::Ours(opened) => Ok(opened),
            Self::Taken => Err(Failed(format!(
                "another relais process has {}. On SQLite one process does everything: stop it first, or use \
                 PostgreSQL for several nodes",
                place.file().unwrap_or(Path::new("the database")).display()
            ))),
        }
    }
}

/// Makes the folder of a file, for its owner alone; so are all files written from now on.
fn make_folder(file: &Path, setting: &str) -> Outcome {
    // Also what SQLite and backups write into a folder that was there before.
    rustix::process::umask(Mode::from_raw_mode(0o077));
    let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .while_(|| format!("the folder {} cannot be made (setting: {setting})", folder.display()))
}

/// Root would leave files behind that the service's own user can then not write.
fn refuse_foreign_root(file: &Path) -> Outcome {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(owner) = fs::metadata(folder).map(|metadata| metadata.uid()) else { return Ok(()) };
    if rustix::process::geteuid().is_root() && owner != 0 {
        return Err(Failed(format!(
            "{} belongs to another user than root (uid {owner}): run this command as that user, such as \
             sudo -u relais relais …",
            folder.display()
        )));
    }
    Ok(())
}
