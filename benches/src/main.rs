#![doc = include_str!("../README.md")]

mod http;
mod imports;
mod report;
mod server;
mod session;
mod start;
mod world;

use report::{Outcome, Report};

/// A bench by its name.
type Bench = (&'static str, fn(&Report) -> Outcome);

const BENCHES: [Bench; 4] =
    [("start", start::run), ("session", session::run), ("import", imports::run), ("search", imports::search)];

fn main() -> std::process::ExitCode {
    let wanted = std::env::args().nth(1);
    let report = match Report::begin() {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{error}");
            return std::process::ExitCode::FAILURE;
        }
    };
    for (name, bench) in BENCHES {
        if wanted.as_deref().is_none_or(|wanted| wanted == name)
            && let Err(error) = bench(&report)
        {
            eprintln!("{name}: {error}");
            return std::process::ExitCode::FAILURE;
        }
    }
    std::process::ExitCode::SUCCESS
}
