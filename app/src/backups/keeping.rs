//! Names and numbers of the backups in their folder.

use std::{
    fs,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
};

use jiff::tz::TimeZone;
use relais_kernel::Instant;

use crate::failed::{Outcome, While as _};

const BEGIN: &str = "relais-";
const PLAIN: &str = ".zip";
const SEALED: &str = ".zip.age";

/// The file of a backup taken now: `relais-20261121T132000Z.zip`. The folder is made if it is missing.
pub(crate) fn next(folder: &Path, now: Instant, sealed: bool) -> Outcome<PathBuf> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .while_(|| format!("the folder {} cannot be made (setting: backup.folder)", folder.display()))?;
    let when = now.at(&TimeZone::UTC).strftime("%Y%m%dT%H%M%SZ").to_string();
    Ok(folder.join(format!("{BEGIN}{when}{}", if sealed { SEALED } else { PLAIN })))
}

/// Removes all backups but the last ones, and tells which went. Files of other names are never touched.
pub(crate) fn keep_last(folder: &Path, keep: usize) -> Outcome<Vec<PathBuf>> {
    if keep == 0 {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).while_(|| format!("{} cannot be read", folder.display()))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_ours(name))
        .collect();
    names.sort_unstable();
    names.truncate(names.len().saturating_sub(keep));
    let mut gone = Vec::new();
    for name in names {
        let path = folder.join(name);
        fs::remove_file(&path).while_(|| format!("{} cannot be removed", path.display()))?;
        gone.push(path);
    }
    Ok(gone)
}

fn is_ours(name: &str) -> bool {
    let when =
        name.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(SEALED).or(rest.strip_suffix(PLAIN)));
    when.is_some_and(|when| {
        let shape = when.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
        shape.eq(*b"00000000T000000Z")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ops_03_only_our_own_old_backups_go() {
        let folder = tempfile::tempdir().unwrap();
        let own =
            ["relais-20261119T010000Z.zip", "relais-20261120T010000Z.zip.age", "relais-20261121T010000Z.zip"];
        let others = ["relais-before-upgrade.zip", "letters.zip", "relais-20261121T010000Z.zip.part"];
        for name in own.iter().chain(&others) {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        assert!(keep_last(folder.path(), 0).unwrap().is_empty());
        assert_eq!(keep_last(folder.path(), 2).unwrap(), [folder.path().join(own[0])]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5);
        let name = next(folder.path(), Instant(1_795_267_200_000_000), false).unwrap();
        assert_eq!(name.file_name().unwrap(), "relais-20261121T132000Z.zip");
        assert!(is_ours(name.file_name().unwrap().to_str().unwrap()));
    }
}
