//! Open pages: what 2,000 streams weigh, and how long a change takes to somebody else's screen; on PostgreSQL to a screen
//! on the other node.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    thread::sleep,
    time::{Duration, Instant},
};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::{
    database::Database,
    http::{Client, hidden},
    report::{Outcome, Report},
    world::World,
};

const STREAMS: usize = 2_000;
/// One in so many listens to what changes.
const CONCERNED: usize = 10;
const CHANGES: usize = 200;

pub(crate) fn run(report: &Report, database: Database) -> Outcome {
    allow_many_files()?;
    let world = World::new(database)?;
    let server = world.serve()?;
    let mut writer = world.sign_in(&server)?;
    let other = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(world.another_node()?),
    };
    let watched = other.as_ref().unwrap_or(&server);
    let mut reader = writer.on(&watched.base)?;
    let csrf = hidden(&String::from_utf8_lossy(&writer.get("/units/new", false)?.body), "csrf")
        .unwrap_or_default()
        .to_owned();
    let page = unit(&mut writer, &csrf)?;
    let topic = page.replace("/units/", "unit:");

    reader.get(&page, false)?;
    sleep(Duration::from_secs(2));
    let before = watched.memory()?.0;
    let mut streams = Vec::with_capacity(STREAMS);
    for n in 0..STREAMS {
        let own = format!("unit:01935f2e-0000-7000-8000-{n:012x}");
        let topics = if n % CONCERNED == 0 { vec![own.as_str(), &topic] } else { vec![own.as_str()] };
        streams.push(Stream::open(&reader, &topics)?);
    }
    sleep(Duration::from_secs(2));
    let more = watched.memory()?.0 - before;
    report.line("2,000 open pages, more than none", "MB", vec![more], "bar 80");

    let (mut heard, mut seen) = (Vec::new(), Vec::new());
    for n in 1..=CHANGES {
        let begun = Instant::now();
        let (version, hours) = (n.to_string(), format!("9h-{}h{:02}", 17 + n % 3, n % 60));
        let fields = [("csrf", csrf.as_str()), ("version", version.as_str()), ("day1", hours.as_str())];
        let changing = writer.post(&format!("{page}/hours"), &fields)?;
        if changing.status != 303 {
            return Err(format!("a change answers {}", changing.status).into());
        }
        streams[0].wait_for(&format!("\"{topic}\":{n}"))?;
        heard.push(begun.elapsed().as_secs_f64() * 1000.0);
        if reader.get(&page, true)?.status != 200 {
            return Err("the section is not answered".into());
        }
        seen.push(begun.elapsed().as_secs_f64() * 1000.0);
        sleep(Duration::from_millis(10));
    }
    report.line("a change sent until an open page hears it", "ms", heard.clone(), "");
    report.line("… 99 in 100 within", "ms", vec![ninety_ninth(heard)], "bar 200");
    report.line("a change sent until another's page has it", "ms", seen.clone(), "");
    report.line("… 99 in 100 within", "ms", vec![ninety_ninth(seen)], "bar 200");
    Ok(())
}

/// As many as may be. The server inherits it: a connection is a file on either side.
pub(crate) fn allow_many_files() -> Outcome {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    Ok(setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum })?)
}

/// A new unit's page.
fn unit(client: &mut Client, csrf: &str) -> Outcome<String> {
    let fields = [
        ("csrf", csrf),
        ("name", "Banc"),
        ("code", "BANC"),
        ("kind", "shop"),
        ("department", "91"),
        ("town", "Banc"),
        ("locale", "fr"),
        ("channels", "counter"),
    ];
    client.post("/units/new", &fields)?.location.ok_or_else(|| "no unit was added".into())
}

pub(crate) fn ninety_ninth(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[(samples.len() - 1) * 99 / 100]
}

/// An open page's connection.
pub(crate) struct Stream(BufReader<TcpStream>);

impl Stream {
    /// Opens it, and waits for the first versions.
    pub(crate) fn open(client: &Client, topics: &[&str]) -> Outcome<Self> {
        let query: Vec<String> = topics.iter().map(|topic| format!("topic={topic}")).collect();
        let mut stream = TcpStream::connect(client.address())?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let head = format!("GET /live?{} HTTP/1.1\r\n{}\r\n", query.join("&"), client.headers());
        stream.write_all(head.as_bytes())?;
        // A small buffer: two thousand stand in this process too.
        let mut stream = Self(BufReader::with_capacity(256, stream));
        stream.wait_for("data: ")?;
        Ok(stream)
    }

    pub(crate) fn wait_for(&mut self, text: &str) -> Outcome {
        let found =
            self.0.by_ref().lines().find(|line| line.as_ref().map_or(true, |line| line.contains(text)));
        found.ok_or("the stream ended")?.map(|_| ()).map_err(Into::into)
    }
}
