//! Start to first page, and memory at rest.

use std::{thread::sleep, time::Duration};

use crate::{
    database::Database,
    report::{Outcome, Report},
    world::World,
};

pub(crate) fn run(report: &Report, database: Database) -> Outcome {
    let world = World::new(database)?;
    let (mut first, mut resting) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let server = world.serve()?;
        first.push(server.first_page.as_secs_f64() * 1000.0);
        sleep(Duration::from_secs(2));
        resting.push(server.memory()?.0);
    }
    report.line("start to first page", "ms", first, "bar 300");
    report.line("resident at rest, empty instance", "MB", resting, "bar 60");
    Ok(())
}
