//! `relais regenerate`, for `cargo xtask regenerate`: the documents that the code can write better than a person.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    documents,
    failed::{Failed, Outcome, While as _},
    house::House,
};

/// Write the generated documents from what the code declares
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of the documents
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// Change nothing; fail when a document is not what the code would write
    #[arg(long)]
    check: bool,
}

impl Args {
    pub(crate) fn run(self) -> Outcome {
        let mut differ = Vec::new();
        for (name, text) in documents::all(&House::new())? {
            let path = self.into.join(name);
            if fs::read_to_string(&path).ok().as_deref() == Some(text.as_str()) {
                continue;
            }
            if self.check {
                differ.push(path.display().to_string());
            } else {
                write(&path, &text)?;
                println!("{}", path.display());
            }
        }
        if differ.is_empty() {
            return Ok(());
        }
        Err(Failed(format!(
            "not what the code would write: {}\nput it right with: relais regenerate --into {}",
            differ.join(", "),
            self.into.display()
        )))
    }
}

fn write(path: &Path, text: &str) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text).while_(|| format!("{} cannot be written", path.display()))
}
