//! The command line: what may be typed, and where the settings are read from.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use crate::{
    commands,
    config::{Config, Sources},
    failed::{Failed, Outcome},
};

/// Where the settings are when nobody says otherwise.
const USUAL_FILE: &str = "/etc/relais/relais.toml";

/// Relais: service excellence, on your own server.
///
/// `relais demo` shows it with made-up data. `relais serve` runs it for good; its settings are in one file, and any of
/// them may be given as an environment variable instead (mail.host as RELAIS_MAIL_HOST).
#[derive(Debug, Parser)]
#[command(name = "relais", version, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Cli {
    /// Settings file [default: /etc/relais/relais.toml, if there is one]
    #[arg(long, global = true, env = "RELAIS_CONFIG", value_name = "FILE", visible_alias = "file")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  relais demo                                       look around with made-up data
  relais check-config --config relais.toml          see what is read, and from where
  relais serve --config relais.toml                 run it
  relais organisation add --name Clairlien --given-name Inès --family-name Marchal \\
      --email ines@clairlien.example                begin: prints an invitation link
  relais backup --to /mnt/safe/relais.zip           save everything while it runs";

#[derive(Debug, Subcommand)]
enum Command {
    Serve(commands::serve::Args),
    Worker(commands::worker::Args),
    Demo(commands::demo::Args),
    CheckConfig(commands::check_config::Args),
    Organisation(commands::organisation::Args),
    User(commands::user::Args),
    Import(commands::import::Args),
    Jobs(commands::jobs::Args),
    Backup(commands::backup::Args),
    Restore(commands::restore::Args),
    Audit(commands::audit::Args),
    Completions(commands::completions::Args),
    #[command(hide = true)]
    Guards(commands::guards::Args),
    #[command(hide = true)]
    Regenerate(commands::regenerate::Args),
}

/// Does what was typed.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("relais: {error}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(cli.perform());
    // A thread that still waits for typed input would hold up the end.
    runtime.shutdown_background();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("relais: {failed}");
            ExitCode::FAILURE
        }
    }
}

impl Cli {
    async fn perform(self) -> Outcome {
        let file = self.config;
        match self.command {
            Command::Serve(args) => args.run(&settings(file)?).await,
            Command::Worker(args) => args.run(&settings(file)?).await,
            Command::Demo(args) => args.run().await,
            Command::CheckConfig(args) => args.run(&sources(file)?).await,
            Command::Organisation(args) => args.run(&settings(file)?).await,
            Command::User(args) => args.run(&settings(file)?).await,
            Command::Import(args) => args.run(&settings(file)?).await,
            Command::Jobs(args) => args.run(&settings(file)?).await,
            Command::Backup(args) => args.run(&settings(file)?).await,
            Command::Restore(args) => args.run(&settings(file)?).await,
            Command::Audit(args) => args.run(&settings(file)?).await,
            Command::Completions(args) => args.run(),
            Command::Guards(args) => args.run(),
            Command::Regenerate(args) => args.run(),
        }
    }
}

fn sources(file: Option<PathBuf>) -> Outcome<Sources> {
    let file = match file {
        Some(path) => Some(path),
        None => Some(PathBuf::from(USUAL_FILE)).filter(|path| path.exists()),
    };
    let read = |path: PathBuf| match std::fs::read_to_string(&path) {
        Ok(text) => Ok((path, text)),
        Err(error) => Err(Failed(format!("the settings {} cannot be read: {error}", path.display()))),
    };
    Ok(Sources { file: file.map(read).transpose()?, environment: environment() })
}

fn environment() -> Vec<(String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}

fn settings(file: Option<PathBuf>) -> Outcome<Config> {
    let sources = sources(file)?;
    let read_from = sources.file.as_ref().map_or(Path::new("the environment"), |(path, _)| path.as_path());
    Config::read(&sources).map_err(|faults| refused(read_from, &faults))
}

/// All faults of the settings as one sentence.
pub(crate) fn refused(read_from: &Path, faults: &[String]) -> Failed {
    Failed(format!("the settings cannot be used ({}):\n  {}", read_from.display(), faults.join("\n  ")))
}
