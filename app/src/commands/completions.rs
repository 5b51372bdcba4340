//! `relais completions`.

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::{cli::Cli, failed::Outcome};

/// Print what a shell needs to complete commands with Tab
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  relais completions bash > /etc/bash_completion.d/relais")]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

impl Args {
    pub(crate) fn run(self) -> Outcome {
        clap_complete::generate(self.shell, &mut Cli::command(), "relais", &mut std::io::stdout());
        Ok(())
    }
}
