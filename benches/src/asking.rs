//! Asking those who know: how long a question takes from one person's « send » to an expert's screen beside 2,000 open pages,
//! on PostgreSQL on the other node; and a hundred of them a second for a minute, with all that follows from each.

mod asker;
mod crowd;

use std::{
    thread::sleep,
    time::{Duration, Instant as Moment},
};

use relais_baton::verify;
use relais_kernel::{BatonId, Clock, Instant};
use relais_store::{Db, sql};
use sea_orm::FromQueryResult;

use self::{asker::Asker, crowd::Crowd};
use crate::{
    database::Database,
    live::{self, Stream, ninety_ninth},
    report::{Outcome, Report},
    world::World,
};

const STREAMS: usize = 2_000;
/// One in so many listens to the group.
const CONCERNED: usize = 10;
const ASKED: usize = 200;
/// People who ask at once.
const ASKERS: usize = 40;
const A_SECOND: usize = 100;
const SECONDS: usize = 60;
/// Seconds that are looked at together.
const SLICE: usize = 5;
/// One in so many questions is answered at once.
const ANSWERED: usize = 5;
/// Histories that are read from their first event to the last.
const VERIFIED: usize = 300;

pub(crate) fn run(report: &Report, database: Database) -> Outcome {
    live::allow_many_files()?;
    let world = World::new(database)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let crowd = runtime.block_on(Crowd::gather(&world, ASKERS))?;
    let server = world.serve()?;
    let other = match database {
        Database::Sqlite => None,
        Database::Postgres => Some(world.another_node()?),
    };
    let mut askers = Vec::new();
    for (n, token) in crowd.askers.iter().enumerate() {
        askers.push(Asker::new(&server.base, token, &crowd.group(n).0.theme.to_string())?);
    }
    let screen = other.as_ref().unwrap_or(&server);
    to_a_screen(report, &crowd, &mut askers[0], &screen.base)?;
    a_minute(report, &crowd, askers, &server.base)?;
    // What is not done a second later is not up to date.
    sleep(Duration::from_secs(1));
    let until = Clock::system().now();
    drop(other);
    drop(server);
    runtime.block_on(followed(report, &world, until))
}

/// From « send » to the list of an expert.
fn to_a_screen(report: &Report, crowd: &Crowd, asker: &mut Asker, screen: &str) -> Outcome {
    let (group, experts) = crowd.group(0);
    let mut expert = Asker::client(screen, &experts[0])?;
    let topic = format!("team:{}", group.team);
    let mut streams = Vec::with_capacity(STREAMS);
    for n in 0..STREAMS {
        let own = format!("team:01935f2e-0000-7000-8000-{n:012x}");
        let topics = if n % CONCERNED == 0 { vec![own.as_str(), &topic] } else { vec![own.as_str()] };
        streams.push(Stream::open(&expert, &topics)?);
    }
    sleep(Duration::from_secs(1));
    let mut seen = Vec::new();
    for n in 0..ASKED {
        let text = format!("Le voyant {n} clignote orange depuis ce matin.");
        let begun = Moment::now();
        let asked = asker.asks(&text)?;
        streams[0].wait_for(&format!("\"{topic}\":"))?;
        // What was rung for the one before may be heard now: the page is looked at until it shows this one.
        while !String::from_utf8_lossy(&expert.get("/questions", true)?.body).contains(&text) {
            streams[0].wait_for(&format!("\"{topic}\":"))?;
        }
        seen.push(begun.elapsed().as_secs_f64() * 1000.0);
        asker.withdraws(&asked)?;
        sleep(Duration::from_millis(10));
    }
    report.line("a question sent until an expert's list shows it", "ms", seen.clone(), "");
    report.line("… 99 in 100 within", "ms", vec![ninety_ninth(seen)], "bar 200");
    Ok(())
}

/// A hundred a second: each is due at its moment, and what it waits for those before it counts.
fn a_minute(report: &Report, crowd: &Crowd, askers: Vec<Asker>, base: &str) -> Outcome {
    let begun = Moment::now() + Duration::from_millis(200);
    let gap = Duration::from_secs(1) * u32::try_from(askers.len())? / u32::try_from(A_SECOND)?;
    let each = A_SECOND * SECONDS / askers.len();
    let working: Vec<_> = askers
        .into_iter()
        .enumerate()
        .map(|(n, mut asker)| {
            let experts = &crowd.group(n).1;
            let mut expert = Asker::client(base, &experts[n / crowd.groups.len() % experts.len()])?;
            let csrf = asker::csrf(&mut expert)?;
            let first = begun + gap * u32::try_from(n)? / u32::try_from(ASKERS)?;
            Ok(std::thread::spawn(move || -> Result<Vec<f64>, String> {
                let mut took = Vec::with_capacity(each);
                for i in 0..each {
                    let due = first + gap * u32::try_from(i).map_err(|error| error.to_string())?;
                    sleep(due.saturating_duration_since(Moment::now()));
                    let text = format!("La box {n} ne capte plus, son voyant {i} est orange.");
                    let asked = asker.asks(&text).map_err(|error| error.to_string())?;
                    took.push(due.elapsed().as_secs_f64() * 1000.0);
                    if i % ANSWERED == 0 {
                        asker::answers(&mut expert, &csrf, &asked).map_err(|error| error.to_string())?;
                    }
                }
                Ok(took)
            }))
        })
        .collect::<Outcome<_>>()?;
    let mut took = Vec::new();
    let mut slices = vec![Vec::new(); SECONDS / SLICE + 1];
    for worker in working {
        let of_one = worker.join().map_err(|_| "a worker stopped")??;
        for (i, milliseconds) in of_one.iter().enumerate() {
            slices[i * ASKERS / A_SECOND / SLICE].push(*milliseconds);
        }
        took.extend(of_one);
    }
    for (n, mut slice) in slices.into_iter().enumerate().filter(|(_, slice)| !slice.is_empty()) {
        slice.sort_by(f64::total_cmp);
        println!(
            "  seconds {:2} to {:2}: median {:.1} ms",
            n * SLICE,
            (n + 1) * SLICE,
            slice[slice.len() / 2]
        );
    }
    let seconds = begun.elapsed().as_secs_f64();
    report.line("6,000 questions and 1,200 answers, in", "s", vec![seconds], "bar 61");
    report.line("… a question, from its moment until it is answered for", "ms", took.clone(), "");
    report.line("… 99 in 100 within", "ms", vec![ninety_ninth(took)], "");
    Ok(())
}

/// All that follows from a question is there: promises, histories, what is found, what was to be pushed, what was to be heard.
async fn followed(report: &Report, world: &World, until: Instant) -> Outcome {
    let db = crowd::database(world).await?;
    let org = crowd::org(&db).await?;
    let count = async |query: &'static str| -> Outcome<i64> { Ok(sql(query).value(&db).await?.unwrap_or(0)) };
    let asked = i64::try_from(ASKED + A_SECOND * SECONDS)?;
    let answered = i64::try_from(A_SECOND * SECONDS / ANSWERED)?;
    let kept = asked - i64::try_from(ASKED)? - answered;
    for (what, query, expected) in [
        ("questions", "select count(*) from question", asked),
        ("promises kept open", "select count(*) from baton where state = 'held'", kept),
        ("found again", "select count(*) from knowledge_document", answered),
        ("heard by nobody yet", "select count(*) from outbox where sent_at is null", 0),
    ] {
        let found = count(query).await?;
        if found != expected {
            return Err(format!("{what}: {found} rather than {expected}").into());
        }
    }
    let ids: Vec<BatonId> = sql("select id from baton order by id").values(&db).await?;
    for id in ids.iter().step_by((ids.len() / VERIFIED).max(1)) {
        let baton = relais_baton::baton(&org, *id).await?.ok_or("a promise is gone")?;
        if let Some(broken) = verify(&org, &baton).await? {
            return Err(format!("a history is broken: {broken:?}").into());
        }
    }
    let due: Option<i64> =
        sql("select count(*) from job where state in ('ready', 'running') and org_id is not null \
         and run_at <= $1")
        .bind(until)
        .value(&db)
        .await?;
    let waited: Vec<i64> =
        sql("select ended_at - run_at from job where state = 'done' and org_id is not null")
            .values(&db)
            .await?;
    for (kind, n, longest) in kinds(&db).await? {
        println!("  {kind}: {n}, the last after {:.1} s", longest as f64 / 1e6);
    }
    let failed = count("select count(*) from job where state = 'failed'").await?;
    if failed > 0 {
        return Err(format!("{failed} jobs failed").into());
    }
    let waited: Vec<f64> = waited.into_iter().map(|micros| micros as f64 / 1000.0).collect();
    report.line("what follows a question (calls, pushes, counts), after", "ms", waited.clone(), "");
    report.line("… 99 in 100 within", "ms", vec![ninety_ninth(waited)], "");
    report.line("… and left to do a second after the minute", "jobs", vec![due.unwrap_or(0) as f64], "");
    db.close().await?;
    Ok(())
}

/// What was done for them by kind: how many jobs, and how long the slowest waited and took, in microseconds.
async fn kinds(db: &Db) -> Outcome<Vec<(String, i64, i64)>> {
    #[derive(FromQueryResult)]
    struct Line {
        kind: String,
        n: i64,
        longest: i64,
    }
    let lines: Vec<Line> = sql("select kind, count(*) as n, max(ended_at - run_at) as longest from job \
         where state = 'done' and org_id is not null group by kind order by kind")
    .all(db)
    .await?;
    Ok(lines.into_iter().map(|line| (line.kind, line.n, line.longest)).collect())
}
