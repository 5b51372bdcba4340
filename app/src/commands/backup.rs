//! `relais backup`.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::{
    backups,
    config::Config,
    control::{self, Order, Teller},
    failed::{Failed, Outcome},
    instance::Instance,
};

/// Save everything in one file, while Relais runs
///
/// The file holds one moment of the whole database, and either kind of database can be restored from it. Without --to
/// it goes to the folder of the setting backup.folder, where the last backup.keep files stay. With backup.recipient it
/// is encrypted with age.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais backup                                     into the folder of the settings; keeps the last ones
  relais backup --to /mnt/safe/before-upgrade.zip   into a file of your own, which is never removed")]
pub(crate) struct Args {
    /// Where to write; the file must not exist
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// What `backup` was given.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Wanted {
    to: Option<PathBuf>,
}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        // The process that serves stands in another folder.
        let to = self.to.map(std::path::absolute).transpose()?;
        control::deliver(config, Order::Backup(Wanted { to })).await
    }
}

pub(crate) async fn perform(on: &Instance, wanted: Wanted, tell: &Teller) -> Outcome {
    let recipient = on.backup.recipient.as_deref();
    let file = match &wanted.to {
        Some(file) => file.clone(),
        None => backups::next(&on.backup.folder, on.now(), recipient.is_some())?,
    };
    if file.exists() {
        return Err(Failed(format!("{} is there already: a backup replaces nothing", file.display())));
    }
    let manifest = backups::write(on, &file, recipient, tell).await?;
    let rows: u64 = manifest.tables.iter().chain(&manifest.sealed).map(|table| table.rows).sum();
    let size = std::fs::metadata(&file)?.len();
    let how = if recipient.is_some() { ", encrypted" } else { "" };
    tell.say(format!(
        "{}: {rows} rows of {} tables at {}, {} kB{how}.",
        file.display(),
        manifest.tables.len() + manifest.sealed.len(),
        manifest.taken_at,
        size.div_ceil(1024)
    ))
    .await;
    if wanted.to.is_none() {
        for gone in backups::keep_last(&on.backup.folder, on.backup.keep)? {
            tell.say(format!("{} was removed: the last {} stay.", gone.display(), on.backup.keep)).await;
        }
    }
    Ok(())
}
