//! Writing a backup: under a passing name, flushed, then moved to its own. What is encrypted never has a readable name
//! on the disk.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Seek as _, Write as _},
    os::unix::fs::PermissionsExt as _,
    path::Path,
};

use relais_store::archive::{self, Manifest};

use crate::{
    control::Teller,
    failed::{Failed, Outcome, While as _},
    instance::Instance,
};

/// Writes everything to a file, for whoever holds the recipient's key if there is one.
pub(crate) async fn write(
    on: &Instance,
    file: &Path,
    recipient: Option<&str>,
    tell: &Teller,
) -> Outcome<Manifest> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let cannot = || format!("the process that serves cannot write into {}", folder.display());
    let draft =
        tempfile::Builder::new().prefix(".relais-").suffix(".part").tempfile_in(folder).while_(cannot)?;
    let (main, sealed) = on.parts();
    let progress = |note: &archive::TableNote| tell.progress(format!("{}: {} rows", note.name, note.rows));
    let manifest = match recipient {
        None => {
            let mut out = BufWriter::new(draft.as_file());
            let manifest = archive::write_both(main, Some(sealed), &mut out, progress).await?;
            out.flush()?;
            manifest
        }
        Some(recipient) => {
            let mut plain = tempfile::tempfile_in(folder).while_(cannot)?;
            let mut out = BufWriter::new(&plain);
            let manifest = archive::write_both(main, Some(sealed), &mut out, progress).await?;
            out.flush()?;
            drop(out);
            plain.rewind()?;
            seal(plain, draft.as_file(), recipient)?;
            manifest
        }
    };
    draft.as_file().set_permissions(std::fs::Permissions::from_mode(0o600))?;
    draft.as_file().sync_all()?;
    draft.persist_noclobber(file).map_err(|error| Failed(format!("{}: {}", file.display(), error.error)))?;
    // The new name itself is kept by the folder.
    File::open(folder)?.sync_all()?;
    Ok(manifest)
}

fn seal(plain: File, out: &File, recipient: &str) -> Outcome {
    let recipient: age::x25519::Recipient =
        recipient.parse().map_err(|why| Failed(format!("backup.recipient is no age public key: {why}")))?;
    let cannot = || "the backup cannot be encrypted".to_owned();
    let encryptor =
        age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).while_(cannot)?;
    let mut sealed = encryptor.wrap_output(BufWriter::new(out)).while_(cannot)?;
    std::io::copy(&mut BufReader::new(plain), &mut sealed).while_(cannot)?;
    sealed.finish().while_(cannot)?.flush().while_(cannot)
}
