//! Faults on purpose: kills, cut connections, full disks, a clock that goes back, mail that is down.

use std::process::Command;

use clap::{Args, ValueEnum};

use crate::postgres::Server;
use crate::workshop::{Outcome, Workshop, tee};

/// Run the faults tests over and over: nothing stored may be lost, doubled or left without a holder.
///
/// Each round kills or starves the running server at another moment. `cargo xtask test` does 20 rounds; leave a few
/// hundred running for an afternoon after touching storage, the outbox or the jobs.
#[derive(Args)]
pub(crate) struct Soak {
    /// How many rounds on each database
    #[arg(long, default_value_t = 200)]
    pub(crate) rounds: u32,
    #[arg(long, value_enum, default_value_t = Database::Both)]
    pub(crate) database: Database,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Database {
    Sqlite,
    Postgres,
    Both,
}

impl Soak {
    pub(crate) fn run(&self, shop: &Workshop, mut line: impl FnMut(&str)) -> Outcome {
        if !["app/tests/faults.rs", "app/tests/faults/main.rs"]
            .iter()
            .any(|path| shop.root.join(path).is_file())
        {
            return Err("there are no faults tests: app/tests/faults.rs does not exist".into());
        }
        let shop = shop.with("RELAIS_SOAK_ROUNDS", self.rounds.to_string());
        if self.database != Database::Postgres {
            println!("faults on SQLite, {} rounds", self.rounds);
            tee(faults(&shop), &mut line)?;
        }
        if self.database != Database::Sqlite {
            println!("faults on PostgreSQL, {} rounds", self.rounds);
            let server = Server::start(&shop)?;
            tee(faults(&shop.with("RELAIS_TEST_DATABASE_URL", &server.url)), &mut line)?;
        }
        Ok(())
    }
}

/// The whole workspace is named so that the features, and so the artefacts, are those of every other run.
fn faults(shop: &Workshop) -> Command {
    let mut nextest =
        shop.cargo(&["nextest", "run", "--workspace", "--profile", "soak", "--run-ignored", "all"]);
    nextest.args(["-E", "package(=relais) & binary(=faults)"]);
    nextest
}
