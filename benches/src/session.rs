//! The start page with and without a session, side by side in one run.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

use crate::{
    database::Database,
    http::Client,
    report::{Outcome, Report},
    world::World,
};

const CONNECTIONS: usize = 8;
const SPAN: Duration = Duration::from_secs(2);

pub(crate) fn run(report: &Report, database: Database) -> Outcome {
    let world = World::new(database)?;
    let server = world.serve()?;
    let signed_in = world.sign_in(&server)?;
    let stranger = Client::new(&server.base)?;
    let (mut with, mut without, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    throughput(&signed_in, 200)?;
    for _ in 0..5 {
        let bare = throughput(&stranger, 303)?;
        let full = throughput(&signed_in, 200)?;
        with.push(full);
        without.push(bare);
        ratios.push(full / bare * 100.0);
    }
    report.line("start page without session (redirect)", "/s", without, "");
    report.line("start page with session", "/s", with, "");
    report.line("… as a share of the page without", "%", ratios, "bar 50");
    let sign_in = pages(&stranger, "/sign-in")?;
    report.line("sign-in page, which nobody is signed in on", "/s", sign_in, "");
    Ok(())
}

fn pages(client: &Client, path: &'static str) -> Outcome<Vec<f64>> {
    (0..5).map(|_| rate(client, path, 200)).collect()
}

fn throughput(client: &Client, status: u16) -> Outcome<f64> {
    rate(client, "/", status)
}

fn rate(client: &Client, path: &'static str, status: u16) -> Outcome<f64> {
    let done = AtomicUsize::new(0);
    let mut clients = (0..CONNECTIONS).map(|_| client.again()).collect::<Outcome<Vec<_>>>()?;
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for client in &mut clients {
            scope.spawn(|| {
                while begun.elapsed() < SPAN {
                    match client.get(path, false) {
                        Ok(answer) if answer.status == status => done.fetch_add(1, Ordering::Relaxed),
                        Ok(answer) => panic!("{path} answers {} to {:?}", answer.status, answer.location),
                        Err(error) => panic!("{path}: {error}"),
                    };
                }
            });
        }
    });
    Ok(f64::from(u32::try_from(done.into_inner())?) / begun.elapsed().as_secs_f64())
}
