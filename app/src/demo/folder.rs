//! The demo's folder. Its database bears another name than a real one, so that neither is ever taken for the other.

use std::{
    fs,
    path::{Path, PathBuf},
};

use relais_store::lock;

use crate::failed::{Outcome, While as _};

/// What SQLite and the demo write; nothing else is ever removed.
const OWN: [&str; 7] = [
    "demo.db",
    "demo.db-wal",
    "demo.db-shm",
    "demo.db.filled",
    "demo.db.sealed",
    "demo.db.sealed-journal",
    "demo.key",
];

/// A folder with a demo's database.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_path_buf())
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("demo.db")
    }

    /// Whether the data was filled in to its end.
    pub(crate) fn is_filled(&self) -> bool {
        self.mark().exists()
    }

    /// Notes that it was.
    pub(crate) fn note_filled(&self) -> Outcome {
        let mark = self.mark();
        fs::write(&mark, "The demo's data is complete.\n")
            .while_(|| format!("{} cannot be written", mark.display()))
    }

    /// Removes the demo's own files, and only those. The lock must be held.
    pub(crate) fn clear(&self) -> Outcome {
        for name in OWN {
            let path = self.0.join(name);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error).while_(|| format!("{} cannot be removed", path.display()));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn mark(&self) -> PathBuf {
        lock::beside(&self.database(), "filled")
    }
}
