//! 5,000 units and 100,000 people: their import, the memory they cost, finding one of them.

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    database::Database,
    report::{Outcome, Report},
    server::{binary, memory},
    world::{World, people, units},
};

const UNITS: usize = 5_000;
const PEOPLE: usize = 100_000;

pub(crate) fn run(report: &Report, database: Database) -> Outcome {
    let (mut times, mut peaks) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        let world = World::new(database)?;
        let (time, peak) = fill(&world, UNITS, PEOPLE)?;
        times.push(time);
        peaks.push(peak);
    }
    report.line("import of 5,000 units and 100,000 people", "s", times, "bar 60");
    report.line("… its highest memory", "MB", peaks, "flat");
    Ok(())
}

/// Both files, by the command line: seconds, and the highest memory in MB.
pub(crate) fn fill(world: &World, units_in_all: usize, people_in_all: usize) -> Outcome<(f64, f64)> {
    let begun = Instant::now();
    let mut peak = 0.0_f64;
    for (what, text) in [("units", units(units_in_all)), ("people", people(people_in_all, units_in_all))] {
        let file = world.folder().join(format!("{what}.csv"));
        std::fs::write(&file, text)?;
        let mut child = Command::new(binary())
            .arg("--config")
            .arg(world.config())
            .args(["import", what])
            .arg(&file)
            .args(["--org", "banc"])
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()?;
        let status = loop {
            if let Ok((_, highest)) = memory(child.id()) {
                peak = peak.max(highest);
            }
            if let Some(status) = child.try_wait()? {
                break status;
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        if !status.success() {
            return Err(format!("the import of {what} fails").into());
        }
    }
    Ok((begun.elapsed().as_secs_f64(), peak))
}

pub(crate) fn search(report: &Report, database: Database) -> Outcome {
    let world = World::new(database)?;
    fill(&world, UNITS, PEOPLE)?;
    let server = world.serve()?;
    let mut client = world.sign_in(&server)?;
    for (what, words) in [
        ("a rare middle", "deri"),
        ("a common part", "mar"),
        ("accents and case", "ÉTIENNE 9"),
        ("nobody", "zzz"),
    ] {
        let mut times = Vec::new();
        for round in 0..6 {
            let query: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let begun = Instant::now();
            let answer = client.get(&format!("/people?q={query}"), true)?;
            if answer.status != 200 {
                return Err(format!("/people answers {}", answer.status).into());
            }
            if round > 0 {
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
        report.line(&format!("search among 100,000 people over HTTP: {what}"), "ms", times, "bar 50");
    }
    std::thread::sleep(Duration::from_secs(2));
    report.line("resident with 100,000 people and 5,000 units", "MB", vec![server.memory()?.0], "bar 150");
    Ok(())
}
