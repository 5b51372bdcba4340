//! `relais audit`.

use std::path::PathBuf;

use clap::Subcommand;
use relais_store::audit::{self, Anchor, Flaw};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    config::Config,
    control::{self, Order, Teller},
    failed::{Failed, Outcome, While as _},
    instance::Instance,
};

/// Check that the audit log was not altered
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais audit anchor >> /mnt/elsewhere/anchors.txt    every night, on a machine of somebody else
  relais audit verify --anchors /mnt/elsewhere/anchors.txt")]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Walk all chains, and say what is wrong
    Verify {
        /// File of lines that `audit anchor` printed earlier: finds a log rewritten as a whole
        #[arg(long, value_name = "FILE")]
        anchors: Option<PathBuf>,
    },
    /// Print the end of each chain, to be kept where nobody here can change it
    Anchor,
}

/// What `audit` was given.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Wanted {
    Verify(Vec<String>),
    Anchor,
}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        let wanted = match self.what {
            What::Anchor => Wanted::Anchor,
            What::Verify { anchors: None } => Wanted::Verify(Vec::new()),
            What::Verify { anchors: Some(path) } => {
                let text =
                    std::fs::read_to_string(&path).while_(|| format!("{} cannot be read", path.display()))?;
                let lines =
                    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
                Wanted::Verify(lines.map(str::to_owned).collect())
            }
        };
        control::deliver(config, Order::Audit(wanted)).await
    }
}

pub(crate) async fn perform(on: &Instance, wanted: Wanted, tell: &Teller) -> Outcome {
    match wanted {
        Wanted::Anchor => {
            for anchor in audit::anchors(&on.db).await? {
                tell.say(written(&anchor)).await;
            }
            Ok(())
        }
        Wanted::Verify(lines) => {
            let kept = lines.iter().map(|line| read(line)).collect::<Outcome<Vec<_>>>()?;
            verify(on, &kept, tell).await
        }
    }
}

/// Walks all chains; fails with every flaw found.
pub(crate) async fn verify(on: &Instance, kept: &[Anchor], tell: &Teller) -> Outcome {
    let flaws = audit::verify(&on.db, kept).await?;
    if !flaws.is_empty() {
        let lines = flaws.iter().map(|(chain, flaw)| format!("  {}: {}", named(*chain), told(flaw)));
        return Err(Failed(format!("the audit log was altered:\n{}", lines.collect::<Vec<_>>().join("\n"))));
    }
    let ends = audit::anchors(&on.db).await?;
    let links: i64 = ends.iter().map(|anchor| anchor.seq).sum();
    let against =
        if kept.is_empty() { String::new() } else { format!(", and passes through {} anchors", kept.len()) };
    tell.say(format!("The audit log is whole: {links} entries in {} chains{against}.", ends.len())).await;
    Ok(())
}

fn written(anchor: &Anchor) -> String {
    format!("{} {} {}", anchor.chain, anchor.seq, hex::encode(&anchor.hash))
}

fn read(line: &str) -> Outcome<Anchor> {
    let mut words = line.split_whitespace();
    let parts = (words.next(), words.next(), words.next());
    let anchor = match parts {
        (Some(chain), Some(seq), Some(hash)) => (|| {
            Some(Anchor { chain: chain.parse().ok()?, seq: seq.parse().ok()?, hash: hex::decode(hash).ok()? })
        })(),
        _ => None,
    };
    anchor.ok_or_else(|| Failed(format!("this is no line of `relais audit anchor`: {line}")))
}

fn named(chain: Uuid) -> String {
    if chain.is_nil() {
        "the instance's own chain".into()
    } else {
        format!("the chain of organisation {chain}")
    }
}

fn told(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Changed(seq) => format!("entry {seq} was changed"),
        Flaw::Missing(seq) => format!("entry {seq} is missing"),
        Flaw::Cut => "entries at its end are missing".into(),
        Flaw::CutUntold => "entries at its beginning are missing, and no entry tells of it".into(),
        Flaw::NotAnchored => "it does not pass through an anchor that was kept".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_11_an_anchor_is_read_as_it_was_written() {
        let anchor = Anchor { chain: Uuid::from_u128(7), seq: 12, hash: vec![1, 2, 255] };
        assert_eq!(read(&written(&anchor)).unwrap(), anchor);
        assert!(read("not an anchor").is_err());
    }
}
