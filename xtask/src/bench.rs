//! Figures, with what is needed to believe them: the commit, the load of the machine, the speed of its disk.

use std::fs::File;
use std::io::Write;
use std::time::{Duration, Instant};

use clap::Args;

use crate::postgres::{Flush, Server};
use crate::workshop::{Outcome, Workshop, output, run};

/// Measure: build for release and run the benches, on SQLite and on a private PostgreSQL.
///
/// Without a name all benches run. Close other programs first: the load average is printed so that a busy
/// machine shows.
#[derive(Args)]
pub(crate) struct Bench {
    /// One bench by its name
    name: Option<String>,
    /// One database: sqlite or postgres
    database: Option<String>,
}

impl Bench {
    pub(crate) fn run(&self, shop: &Workshop) -> Outcome {
        if !shop.root.join("benches/Cargo.toml").is_file() {
            return Err("benches/ does not exist yet: there is nothing to measure".into());
        }
        run(shop.cargo(&["build", "--release", "-p", "relais", "-p", "relais-benches"]))?;
        println!("commit      {}", commit(shop));
        println!("load        {}", std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
        println!("disk flush  {:.2} ms (median of 50 × 4 KiB)", flush(shop)?.as_secs_f64() * 1000.0);
        let server = Server::start_with(shop, Flush::EachCommit)?;
        // Not a name that begins with RELAIS_: the measured server would refuse it as a setting it does not know.
        let shop = shop.with("BENCH_POSTGRES", &server.url);
        let mut benches = shop.command(shop.metadata()?.target_directory.join("release/relais-benches"));
        benches.args(&self.name).args(&self.database);
        run(benches)
    }
}

fn commit(shop: &Workshop) -> String {
    let mut git = shop.command("git");
    git.args(["describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]);
    output(git).map_or_else(|_| "not committed yet".to_owned(), |words| words.trim().to_owned())
}

/// What one durable commit costs at least on the disk that holds target/.
fn flush(shop: &Workshop) -> Outcome<Duration> {
    let path = shop.metadata()?.target_directory.join("flush-probe");
    let mut file = File::create(&path)?;
    let mut times = Vec::new();
    for _ in 0..50 {
        let start = Instant::now();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        times.push(start.elapsed());
    }
    std::fs::remove_file(&path)?;
    times.sort();
    Ok(times[times.len() / 2])
}
