//! `relais import`.

use std::{
    io::{Seek as _, Write as _},
    path::PathBuf,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use clap::ValueEnum;
use relais_network::imports::{
    FileKind, LineFault, MOST_BYTES, Options, Settings, Stage, Step, fault_sentence, refusal_sentence,
    run_file,
};
use relais_store::audit::Actor;
use relais_words::Words;
use serde::{Deserialize, Serialize};

use crate::{
    config::Config,
    control::{self, Order, Teller},
    failed::{Failed, Outcome, While as _},
    instance::Instance,
};

/// Read a file of units or people into the directory
///
/// CSV or XLSX, one row each, with a line of titles. --dry-run shows what would be done and every line that cannot
/// be; without it the same is done, and can be undone from the page of imports.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais import units shops.csv --org clairlien --dry-run
  relais import people staff.xlsx --org clairlien --good-lines-only
  relais import people everybody.csv --org clairlien --complete        the nightly file of people")]
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
    /// The file names everybody: people it does not name have left, as of yesterday
    #[arg(long)]
    complete: bool,
    /// Stop a complete file by which more than this share of the active people would leave, in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 5)]
    most_leavers: u32,
    /// Create the regions that a file of units names and nobody knows
    #[arg(long)]
    create_regions: bool,
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
    options: Options,
    content: String,
}

/// The file's content holds people's names.
impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Wanted")
            .field("what", &self.what)
            .field("dry_run", &self.dry_run)
            .finish_non_exhaustive()
    }
}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        let shown = self.file.display();
        let size = std::fs::metadata(&self.file).while_(|| format!("{shown} cannot be read"))?.len();
        if size > MOST_BYTES {
            return Err(Failed(format!("{shown} is larger than {} MB: split it", MOST_BYTES / 1_000_000)));
        }
        let bytes = std::fs::read(&self.file).while_(|| format!("{shown} cannot be read"))?;
        let wanted = Wanted {
            what: self.what,
            org: self.org,
            file_name: self
                .file
                .file_name()
                .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            dry_run: self.dry_run,
            good_lines_only: self.good_lines_only,
            options: Options {
                complete: self.complete,
                most_leavers: self.most_leavers,
                create_regions: self.create_regions,
                ..Options::default()
            },
            content: STANDARD.encode(bytes),
        };
        control::deliver(config, Order::Import(wanted)).await
    }
}

pub(crate) async fn perform(on: &Instance, wanted: Wanted, tell: &Teller) -> Outcome {
    let org = on.organisation(Some(&wanted.org)).await?;
    let bytes = STANDARD.decode(&wanted.content).while_(|| "the file was damaged on its way".into())?;
    let mut file = tempfile::tempfile()?;
    file.write_all(&bytes)?;
    file.rewind()?;
    let kind = match wanted.what {
        What::Units => FileKind::Units,
        What::People => FileKind::People,
    };
    // Said on the command line alone: a nightly run never depends on what somebody chose on a page.
    let settings = Settings {
        good_lines_only: wanted.good_lines_only,
        dry_run: wanted.dry_run,
        options: Some(wanted.options),
        ..Settings::default()
    };
    let mut progress = |step: Step| tell.progress(passing(step));
    let content = (wanted.file_name.as_str(), &file);
    let run = run_file(&on.db, org.id, Actor::default(), kind, content, &settings, &mut progress).await;
    let outcome = run.map_err(|error| Failed(format!("{}: {error}", wanted.file_name)))?;
    for fault in &outcome.faults {
        tell.say(line(fault, &on.words)).await;
    }
    let counts = outcome.record.counts();
    let more = counts.faults - i64::try_from(outcome.faults.len()).unwrap_or(0);
    if more > 0 {
        tell.say(format!("… and {more} more.")).await;
    }
    for notice in &outcome.notices {
        tell.say(format!("to decide: {}", line(notice, &on.words))).await;
    }
    let (new, changed, same, leavers, faults) =
        (counts.new, counts.changed, counts.same, counts.leavers, counts.faults);
    tell.say(format!("{new} new, {changed} changed, {same} as they were, {leavers} leave, {faults} faults."))
        .await;
    if let Some(why) = refusal_sentence(&on.words, &outcome.record) {
        return Err(Failed(format!("{}: {why}", wanted.file_name)));
    }
    if !outcome.is_good() {
        return Err(Failed::new(
            "nothing was written because of the faults above; --good-lines-only writes the other lines",
        ));
    }
    let done = if wanted.dry_run { "Nothing was written: it was a dry run." } else { "It is written." };
    tell.say(done).await;
    Ok(())
}

fn passing(step: Step) -> String {
    let doing = match step.stage {
        Stage::Reading => "reading",
        Stage::Checking => "checking",
        Stage::Applying => "writing",
        Stage::Undoing => "taking back",
    };
    if step.all > 0 { format!("{doing}: {} of {} lines", step.done, step.all) } else { doing.to_owned() }
}

fn line(fault: &LineFault, words: &Words) -> String {
    let place = match (fault.line, fault.column.as_str()) {
        (0, "") => String::new(),
        (0, column) => format!("{column}: "),
        (line, "") => format!("line {line}: "),
        (line, column) => format!("line {line}, {column}: "),
    };
    format!("{place}{}", fault_sentence(words, fault))
}
