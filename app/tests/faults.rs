//! OPS-09: kills at random moments. Nothing acknowledged is lost, and no effect is doubled.
//!
//! Soak tests: `cargo xtask soak`, or `RELAIS_SOAK_ROUNDS=3 cargo nextest run --run-ignored all -E 'binary(faults)'`.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

#[path = "faults/group.rs"]
mod group;
#[path = "it/http.rs"]
#[expect(dead_code, reason = "the tests of it/ use the rest")]
mod http;
#[path = "it/served.rs"]
#[expect(dead_code, reason = "the tests of it/ use the rest")]
mod served;
#[path = "faults/shop.rs"]
mod shop;
#[path = "faults/sink.rs"]
mod sink;

use std::{
    collections::BTreeMap,
    process::{Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use http::Browser;
use relais_kernel::Clock;
use relais_store::DbOptions;
use relais_testkit::TestDb;
use served::{Home, Served};
use shop::Shop;
use sink::Sink;

/// A job that a killed process had at hand is taken up when its lease of a minute runs out; a refused letter is tried
/// again after 5 s, 10 s…
const SETTLED_AFTER: Duration = Duration::from_secs(150);

/// Lines of each imported file: a few transactions' worth.
const LINES: u32 = 2_500;

/// What was acknowledged: an address whose organisation was added, whether its letter was promised; organisations into
/// which a file was read, with whether the command said that it was written.
#[derive(Default)]
struct Acknowledged {
    added: Mutex<Vec<String>>,
    promised: Mutex<Vec<String>>,
    imported: Mutex<Vec<(String, bool)>>,
    next: AtomicU32,
}

fn rounds() -> u32 {
    std::env::var("RELAIS_SOAK_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(20)
}

/// A number below `most` that nobody chose.
fn random(most: u64) -> u64 {
    u64::from_be_bytes(Clock::system().secret::<8>()) % most
}

fn mail(port: u16) -> String {
    format!(
        "[mail]\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\nfrom = \"Relais <relais@relais.example>\"\n"
    )
}

/// Adds organisations and asks for letters until told to stop, and notes what was acknowledged.
fn work(home: &Home, base: &str, done: &Acknowledged, stop: &AtomicBool) {
    while !stop.load(Ordering::SeqCst) {
        let n = done.next.fetch_add(1, Ordering::SeqCst);
        let (name, email) = (format!("Maison {n}"), format!("admin{n}@maison.example"));
        let arguments = [
            "organisation",
            "add",
            "--name",
            &name,
            "--given-name",
            "A",
            "--family-name",
            "B",
            "--email",
            &email,
        ];
        if !home.run(&arguments).status.success() {
            continue;
        }
        done.added.lock().unwrap().push(email.clone());
        let mut browser = Browser::on(base);
        let page = browser.try_get("/sign-in/forgotten");
        let sent = page.and_then(|_| browser.try_post("/sign-in/forgotten", &[("email", &email)]));
        if sent.is_ok_and(|answer| answer.status < 400) {
            done.promised.lock().unwrap().push(email);
        }
        if n % 4 == 1 {
            let slug = format!("maison-{n}");
            let written = import_perhaps_killed(home, &slug);
            done.imported.lock().unwrap().push((slug, written));
        }
    }
}

/// Reads a file by a command that is killed itself every other time: on PostgreSQL it does the work, not a node.
fn import_perhaps_killed(home: &Home, slug: &str) -> bool {
    let mut command = import(home, slug, &[]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    if random(2) == 0 {
        std::thread::sleep(Duration::from_millis(random(1500)));
        let _ = child.kill();
    }
    child.wait().unwrap().success()
}

/// The same file of units for every organisation.
fn import(home: &Home, slug: &str, more: &[&str]) -> Command {
    let file = home.path().join("units.csv");
    if !file.exists() {
        let lines = (0..LINES).map(|n| format!("U{n};Boutique {n};boutique;91\n"));
        std::fs::write(&file, format!("Code;Nom;Type;Département\n{}", lines.collect::<String>())).unwrap();
    }
    home.command(&[&["import", "units", file.to_str().unwrap(), "--org", slug][..], more].concat())
}

/// A file that was said to be written is there, whole; one that was cut is there whole or not at all, for a job goes on
/// where the killed process was.
fn imports_are_whole(home: &Home, done: &Acknowledged) {
    let whole = format!("0 new, 0 changed, {LINES} as they were");
    let none = format!("{LINES} new, 0 changed, 0 as they were");
    for (slug, written) in done.imported.lock().unwrap().iter() {
        let begun = Instant::now();
        loop {
            let output = import(home, slug, &["--dry-run"]).output().unwrap();
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            if said.contains(&whole) || (!written && said.contains(&none)) {
                break;
            }
            let why = String::from_utf8_lossy(&output.stderr);
            assert!(begun.elapsed() < SETTLED_AFTER, "{slug}, acknowledged: {written}\n{said}{why}");
            std::thread::sleep(Duration::from_secs(1));
        }
    }
}

/// Rounds of work, each cut by a kill. The last nodes stay.
fn soak(homes: &[&Home], done: &Acknowledged) -> (Vec<Served>, Shop) {
    let mut nodes: Vec<Served> = homes.iter().map(|home| home.serve()).collect();
    let shop = Shop::open(homes[0], &nodes[0].base);
    for round in 0..rounds() {
        let killed = usize::try_from(random(homes.len() as u64)).unwrap();
        let stop = AtomicBool::new(false);
        let bases: Vec<String> = nodes.iter().map(|node| node.base.clone()).collect();
        std::thread::scope(|scope| {
            for (home, base) in homes.iter().zip(&bases) {
                scope.spawn(|| work(home, base, done, &stop));
                scope.spawn(|| shop.work(base, &stop));
            }
            std::thread::sleep(Duration::from_millis(20 + random(700)));
            drop(nodes.remove(killed));
            stop.store(true, Ordering::SeqCst);
        });
        nodes.insert(killed, homes[killed].serve());
        homes[killed].say(&["audit", "verify"]);
        let added = done.added.lock().unwrap().len();
        println!("round {round}: {added} added so far, {:?}, {:?} of the group", shop.counts(), shop.asked());
    }
    shop.finish(&nodes[0].base);
    (nodes, shop)
}

/// Waits until every promised letter arrived, then looks for what is lost or doubled.
fn settle(home: &Home, nodes: Vec<Served>, done: &Acknowledged, sink: &Sink) {
    let (added, promised) = (done.added.lock().unwrap().clone(), done.promised.lock().unwrap().clone());
    assert!(!promised.is_empty(), "no round was long enough to promise a letter");
    let begun = Instant::now();
    loop {
        let arrived = sink.by_address();
        let missing: Vec<_> = promised.iter().filter(|email| !arrived.contains_key(*email)).collect();
        if missing.is_empty() {
            break;
        }
        assert!(begun.elapsed() < SETTLED_AFTER, "promised and never sent: {missing:?}\n{}", nodes[0].log());
        std::thread::sleep(Duration::from_millis(200));
    }
    let doubled: BTreeMap<_, _> = sink.by_address().into_iter().filter(|(_, ids)| ids.len() > 1).collect();
    assert!(doubled.is_empty(), "one request, several letters: {doubled:?}");
    let accounts = home.say(&["user", "list"]);
    for email in &added {
        let times = accounts.lines().filter(|line| line.starts_with(&format!("{email} "))).count();
        assert_eq!(times, 1, "{email} was acknowledged\n{accounts}");
    }
    imports_are_whole(home, done);
    assert!(home.say(&["audit", "verify"]).contains("is whole"));
    let ready = Browser::on(&nodes[0].base).get("/health/ready");
    assert!(ready.status == 200 && ready.body.contains(r#""jobs_failed":0"#), "{}", ready.body);
    let imported = done.imported.lock().unwrap();
    let written = imported.iter().filter(|(_, written)| *written).count();
    println!(
        "{} organisations; {} letters promised, {} handed over",
        added.len(),
        promised.len(),
        sink.count()
    );
    println!("{} files read, {written} acknowledged as written", imported.len());
    for node in nodes {
        node.stop();
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a soak test: kills the program again and again"]
async fn ops_09_kills_lose_and_double_nothing_on_sqlite() {
    let sink = Sink::open();
    let home = Home::new(&mail(sink.port()));
    let done = Acknowledged::default();
    let (nodes, shop) = soak(&[&home], &done);
    let file = home.path().join("data/relais.db");
    shop.settled(&DbOptions::new(format!("sqlite:{}", file.display()))).await;
    settle(&home, nodes, &done, &sink);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a soak test: kills the program again and again"]
async fn ops_09_kills_lose_and_double_nothing_on_two_nodes() {
    if std::env::var("RELAIS_TEST_DATABASE_URL").is_err() {
        println!("RELAIS_TEST_DATABASE_URL is not set: nothing to try");
        return;
    }
    let server = TestDb::new(&[]).await;
    let sink = Sink::open();
    let settings = format!("database.url = {:?}\n{}", server.options().url, mail(sink.port()));
    let (first, second) = (Home::new(&settings), Home::new(&settings));
    let done = Acknowledged::default();
    let (nodes, shop) = soak(&[&first, &second], &done);
    shop.settled(server.options()).await;
    settle(&first, nodes, &done, &sink);
}
