//! `relais import`.

use std::path::PathBuf;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use crate::{
    config::Config,
    control::{self, Order, Teller},
    failed::{Failed, Outcome, While as _},
    instance::Instance,
};

/// The largest file that is read at all.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Read a file of units or people into the directory
///
/// CSV, XLSX or ODS, one row each, with a line of titles. --dry-run shows what would be done and every line that cannot
/// be; without it the same is done, and can be undone from the page of imports.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais import units shops.csv --org clairlien --dry-run
  relais import people staff.xlsx --org clairlien --good-lines-only")]
pub(crate) struct Args {
    /// What the file lists
    what: What,
    /// The file
    file: PathBuf,
    /// The organisation's short name
    #[arg(long, value_name = "SLUG")]
    org: String,
    /// Show what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Leave out lines with faults, rather than do nothing because of them
    #[arg(long)]
    good_lines_only: bool,
}

/// What a file may list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    /// Shops, branches, centres
    Units,
    /// People and where they work
    People,
}

/// What `import` was given, with the file itself: the serving process may not read the sender's folders.
#[derive(Serialize, Deserialize)]
pub(crate) struct Wanted {
    pub(crate) what: What,
    pub(crate) org: String,
    pub(crate) file_name: String,
    pub(crate) dry_run: bool,
    pub(crate) good_lines_only: bool,
    content: String,
}

/// The file's content holds people's names.
impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Wanted").field("what", &self.what).field("dry_run", &self.dry_run).finish_non_exhaustive()
    }
}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        let shown = self.file.display();
        let size = std::fs::metadata(&self.file).while_(|| format!("{shown} cannot be read"))?.len();
        if size > LARGEST {
            return Err(Failed(format!("{shown} is larger than {} MB: split it", LARGEST / 1024 / 1024)));
        }
        let bytes = std::fs::read(&self.file).while_(|| format!("{shown} cannot be read"))?;
        let wanted = Wanted {
            what: self.what,
            org: self.org,
            file_name: self.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            dry_run: self.dry_run,
            good_lines_only: self.good_lines_only,
            content: STANDARD.encode(bytes),
        };
        control::deliver(config, Order::Import(wanted)).await
    }
}

pub(crate) async fn perform(on: &Instance, wanted: Wanted, _tell: &Teller) -> Outcome {
    let org = on.organisation(Some(&wanted.org)).await?;
    let bytes = STANDARD.decode(&wanted.content).while_(|| "the file was damaged on its way".into())?;
    // The call point: relais_network::import(&on.db, org.id, wanted.what, &wanted.file_name, bytes, …), telling its
    // differences and faults as lines, and failing when a fault stands in the way.
    Err(Failed(format!(
        "this version of relais has no import yet ({} bytes of {} for {} were read and left alone)",
        bytes.len(),
        wanted.file_name,
        org.name
    )))
}
