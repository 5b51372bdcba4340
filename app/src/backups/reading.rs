//! Opening a backup, sealed or not.

use std::{
    fs::File,
    io::{BufReader, Read, Seek, SeekFrom},
    path::Path,
};

use crate::failed::{Failed, Outcome, While as _};

const SEALED: &[u8] = b"age-encryption.org/v1";

/// A backup that can be read.
pub(crate) enum Backup {
    Plain(BufReader<File>),
    Sealed(Box<age::stream::StreamReader<BufReader<File>>>),
}

/// Opens a backup; a sealed one needs the file of identities that age keeps.
pub(crate) fn open(path: &Path, identity: Option<&Path>) -> Outcome<Backup> {
    let mut file = File::open(path).while_(|| format!("{} cannot be read", path.display()))?;
    let mut begin = [0; SEALED.len()];
    let is_sealed = file.read_exact(&mut begin).is_ok() && begin == SEALED;
    file.rewind()?;
    let file = BufReader::new(file);
    if !is_sealed {
        return Ok(Backup::Plain(file));
    }
    let Some(identity) = identity else {
        return Err(Failed(format!(
            "{} is encrypted: give --identity with the file of the key",
            path.display()
        )));
    };
    let cannot = || format!("{} cannot be decrypted with {}", path.display(), identity.display());
    let keys = age::IdentityFile::from_file(identity.to_string_lossy().into_owned())
        .while_(|| format!("{} cannot be read", identity.display()))?;
    let keys = keys.into_identities().while_(cannot)?;
    let decryptor = age::Decryptor::new_buffered(file).while_(cannot)?;
    let stream =
        decryptor.decrypt(keys.iter().map(|key| key.as_ref() as &dyn age::Identity)).while_(cannot)?;
    Ok(Backup::Sealed(Box::new(stream)))
}

impl Read for Backup {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::Plain(file) => file.read(buffer),
            Self::Sealed(stream) => stream.read(buffer),
        }
    }
}

impl Seek for Backup {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        match self {
            Self::Plain(file) => file.seek(to),
            Self::Sealed(stream) => stream.seek(to),
        }
    }
}
