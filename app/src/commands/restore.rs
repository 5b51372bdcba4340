//! `relais restore`.

use std::path::PathBuf;

use relais_store::{
    archive::{self, Part, TableNote},
    audit, sql, vault,
};

use crate::{
    backups,
    config::Config,
    failed::{Failed, Outcome},
    house::House,
    place::Place,
};

/// Fill an empty database from a backup
///
/// The database of the settings must be empty, and no relais may run on it. Everything is written or nothing; then all
/// rows are counted again and the audit log is walked.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais restore relais-20261121T010000Z.zip
  relais restore --identity key.txt relais-20261121T010000Z.zip.age
  RELAIS_DATABASE_URL=postgres://relais@db/relais relais restore from-sqlite.zip")]
pub(crate) struct Args {
    /// The backup
    file: PathBuf,
    /// File of the age key that opens an encrypted backup
    #[arg(long, value_name = "KEYFILE")]
    identity: Option<PathBuf>,
}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        let backup = backups::open(&self.file, self.identity.as_deref())?;
        let place = Place::of(config);
        let opened = place.take_as_it_is().await?.alone(&place)?;
        let (db, sealed, house) = (opened.db.clone(), opened.sealed.clone(), House::new());
        let (main, beside) =
            (Part { db: &db, schemas: house.schemas() }, Part { db: sealed.db(), schemas: house.sealed() });
        let manifest = archive::restore_both(main, Some(beside), backup, |_| {}).await?;
        let counted = recount(main, &manifest.migrations, &manifest.tables).await?
            + recount(beside, &manifest.sealed_migrations, &manifest.sealed).await?;
        println!(
            "{counted} rows of {} tables are back, as they were at {}.",
            manifest.tables.len() + manifest.sealed.len(),
            manifest.taken_at
        );
        let flaws = audit::verify(&db, &[]).await?;
        if !flaws.is_empty() {
            return Err(Failed::new(
                "the audit log of this backup was altered: `relais audit verify` says where",
            ));
        }
        println!("The audit log is whole.");
        if !vault::is_ours(&db).await? {
            println!(
                "What tells who customers are is sealed in it: before Relais starts here, put the key of the instance that \
                 wrote this backup at {} (setting: key_file).",
                place.key().display()
            );
        }
        db.close().await?;
        sealed.close().await?;
        Ok(())
    }
}

/// Counts every table. Migrations newer than the backup may have added rows of their own, never taken any away.
async fn recount(part: Part<'_>, laid: &[String], notes: &[TableNote]) -> Outcome<u64> {
    let migrations = part.schemas.iter().flat_map(|schema| schema.migrations).count();
    let same_version = migrations == laid.len();
    let mut all = 0;
    for note in notes {
        let count = sql("select count(*) from ").push(&note.name).value::<i64>(part.db).await?.unwrap_or(0);
        let count = u64::try_from(count).unwrap_or(0);
        if count < note.rows || (same_version && count != note.rows) {
            return Err(Failed(format!("{}: {} rows were saved and {count} are here", note.name, note.rows)));
        }
        all += count;
    }
    Ok(all)
}
