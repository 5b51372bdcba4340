#![doc = include_str!("../README.md")]

mod asking;
mod batons;
mod database;
mod group;
mod http;
mod imports;
mod live;
mod report;
mod server;
mod session;
mod similar;
mod start;
mod world;

use database::Database;
use report::{Outcome, Report};

/// A bench by its name.
type Bench = (&'static str, fn(&Report, Database) -> Outcome);

const BENCHES: [Bench; 8] = [
    ("start", start::run),
    ("session", session::run),
    ("live", live::run),
    ("batons", batons::run),
    ("import", imports::run),
    ("search", imports::search),
    ("similar", similar::run),
    ("asking", asking::run),
];

fn main() -> std::process::ExitCode {
    let wanted = std::env::args().nth(1);
    let report = match Report::begin() {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{error}");
            return std::process::ExitCode::FAILURE;
        }
    };
    if wanted.as_deref().is_some_and(|wanted| BENCHES.iter().all(|(name, _)| *name != wanted)) {
        eprintln!("the benches are {}", BENCHES.map(|(name, _)| name).join(", "));
        return std::process::ExitCode::FAILURE;
    }
    let databases = [("sqlite", Database::Sqlite), ("postgres", Database::Postgres)];
    let on = std::env::args().nth(2);
    if on.as_deref().is_some_and(|on| databases.iter().all(|(named, _)| *named != on)) {
        eprintln!("the databases are {}", databases.map(|(named, _)| named).join(", "));
        return std::process::ExitCode::FAILURE;
    }
    for (named, database) in databases {
        if on.as_deref().is_some_and(|on| on != named) {
            continue;
        }
        println!("\n{database:?}");
        for (name, bench) in BENCHES {
            if wanted.as_deref().is_none_or(|wanted| wanted == name)
                && let Err(error) = bench(&report, database)
            {
                eprintln!("{name}: {error}");
                return std::process::ExitCode::FAILURE;
            }
        }
    }
    std::process::ExitCode::SUCCESS
}
