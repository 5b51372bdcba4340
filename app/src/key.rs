//! The key of what is sealed in the database: a file of its own, so that whoever has the database or a backup of it reads no
//! customer's name (SEC-10). It is never logged, and no backup holds it.

use std::{io::Write as _, path::Path};

use relais_kernel::Clock;
use relais_store::Vault;

use crate::failed::{Failed, Outcome, While as _};

const BYTES: usize = 32;

/// The key in the file; none when the file is not there.
pub(crate) fn read(file: &Path) -> Outcome<Option<Vault>> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).while_(|| format!("the key {} cannot be read", file.display())),
    };
    let mut key = [0; BYTES];
    hex::decode_to_slice(text.trim_end(), &mut key).map_err(|_| {
        Failed(format!(
            "{} holds no key: 64 hexadecimal digits and the end of the line are expected. Put back the key that you kept \
             (setting: key_file)",
            file.display()
        ))
    })?;
    Ok(Some(Vault::new(key)))
}

/// Makes a key for a database that has none, for its owner alone. It appears under its name when it is whole; of two that
/// begin at once the second takes the first one's.
pub(crate) fn make(file: &Path) -> Outcome<Vault> {
    let failed = || format!("the key {} cannot be written (setting: key_file)", file.display());
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut draft = tempfile::NamedTempFile::new_in(folder).while_(failed)?;
    let key = Clock::system().secret::<BYTES>();
    writeln!(draft, "{}", hex::encode(key)).while_(failed)?;
    draft.as_file().sync_all().while_(failed)?;
    match draft.persist_noclobber(file) {
        Ok(_) => Ok(Vault::new(key)),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
            read(file)?.ok_or_else(|| Failed(failed()))
        }
        Err(error) => Err(error.error).while_(failed),
    }
}

/// What to do when a database was sealed with a key that is not here.
pub(crate) fn missing(file: &Path) -> Failed {
    Failed(format!(
        "{} is missing: what tells who customers are is sealed in this database, and only that key opens it. Put back the \
         key that you kept (setting: key_file); a new one would not do",
        file.display()
    ))
}

/// The same for another key.
pub(crate) fn another(file: &Path) -> Failed {
    Failed(format!(
        "{} is not the key of this database: what tells who customers are was sealed with another one. Put back the key \
         that you kept with this instance (setting: key_file)",
        file.display()
    ))
}
