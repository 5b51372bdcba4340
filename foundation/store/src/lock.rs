//! One process on SQLite (OPS-04): a lock beside the database file.

use std::{
    fs::{File, OpenOptions},
    path::{Path, PathBuf},
};

use rustix::fs::{FlockOperation, flock};

use crate::{Error, Result};

/// The lock, held until it is dropped or the process ends, however it ends.
#[derive(Debug)]
pub struct ProcessLock {
    _file: File,
}

/// Another process has the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken;

impl ProcessLock {
    /// Takes the lock of a database file, or tells that another process has it.
    pub fn take(database: &Path) -> Result<std::result::Result<Self, Taken>> {
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(beside(database, "lock"))?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Ok(Self { _file: file })),
            Err(rustix::io::Errno::WOULDBLOCK) => Ok(Err(Taken)),
            Err(errno) => Err(Error::Io(errno.into())),
        }
    }
}

/// A file that belongs to the database, such as its lock or its socket.
pub fn beside(database: &Path, extension: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}
