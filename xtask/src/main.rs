//! The project's own chores, one command a file: `cargo xtask help` lists them.

mod bench;
mod breaking;
mod demo;
mod install;
mod mentions;
mod mutants;
mod postgres;
mod regenerate;
mod report;
mod soak;
mod survivors;
mod test;
mod tidy;
mod workshop;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::workshop::{Outcome, Workshop};

/// Everything that is done to Relais from outside: try it, test it, measure it, keep it tidy.
///
/// New here? `cargo xtask demo` shows the product, `cargo xtask test --quick` answers in a few minutes while you
/// work, `cargo xtask test` is what the continuous integration runs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Demo(demo::Demo),
    Test(test::Test),
    Tidy(tidy::Tidy),
    Break(breaking::Break),
    Soak(soak::Soak),
    Bench(bench::Bench),
    Regenerate(regenerate::Regenerate),
    Postgres(postgres::Postgres),
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Outcome {
    let shop = Workshop::open()?;
    match command {
        Command::Demo(demo) => demo.run(&shop),
        Command::Test(test) => test.run(shop),
        Command::Tidy(tidy) => tidy.run(&shop),
        Command::Break(breaking) => breaking.run(&shop),
        Command::Soak(soak) => soak.run(&shop, |_| ()),
        Command::Bench(bench) => bench.run(&shop),
        Command::Regenerate(regenerate) => regenerate.run(&shop),
        Command::Postgres(postgres) => postgres.run(&shop),
    }
}
