//! OPS-04: several nodes on one PostgreSQL serve the same people.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    time::{Duration, Instant},
};

use relais_testkit::TestDb;

use super::{
    http::Browser,
    served::{Home, bare},
};

#[tokio::test(flavor = "multi_thread")]
async fn ops_04_two_nodes_on_one_postgresql_serve_the_same_people() {
    if std::env::var("RELAIS_TEST_DATABASE_URL").is_err() {
        eprintln!("RELAIS_TEST_DATABASE_URL is not set: nothing to try");
        return;
    }
    let server = TestDb::new(&[]).await;
    let home = Home::on(&server.options().url);
    // Both begin on an empty database at the same moment: one lays the tables, the other waits.
    let (first, second) = std::thread::scope(|scope| {
        let first = scope.spawn(|| home.serve());
        let second = scope.spawn(|| home.serve());
        (first.join().unwrap(), second.join().unwrap())
    });
    let invitation = home.begin("Clairlien", "ines@clairlien.example");
    let mut browser = Browser::on(&first.base);
    browser.enter(&invitation);
    let mut elsewhere = browser.moved_to(&second.base);
    assert_eq!(elsewhere.get("/units").status, 200, "the session is good on the other node");
    a_change_on_one_is_heard_on_the_other(&mut browser, &elsewhere);
    home.say(&["user", "disable", "--email", "ines@clairlien.example"]);
    assert_eq!(elsewhere.get("/units").status, 303);
    assert_eq!(browser.get("/units").status, 303);
    assert_eq!(Browser::on(&first.base).get("/health/ready").status, 200);
    first.stop();
    assert_eq!(Browser::on(&second.base).get("/health/ready").status, 200);
    second.stop();
}

fn a_change_on_one_is_heard_on_the_other(browser: &mut Browser, elsewhere: &Browser) {
    let mut fields = vec![
        ("name", "Évry"),
        ("code", "EVR"),
        ("kind", "shop"),
        ("department", "91"),
        ("town", "Évry-Courcouronnes"),
        ("locale", "fr"),
        ("channels", "counter"),
    ];
    browser.get("/units/new");
    let added = browser.post("/units/new", &fields);
    let page = added.header("location").expect(&added.body).to_owned();
    let topic = page.replace("/units/", "unit:");
    let mut stream = BufReader::new(elsewhere.connect().unwrap());
    let request = elsewhere.head("GET", &format!("/live?topic={topic}"), 0);
    stream.get_mut().write_all(request.as_bytes()).unwrap();
    let mut heard = |version: u32| {
        let wanted = format!("{{\"{topic}\":{version}}}");
        stream.by_ref().lines().map(Result::unwrap).find(|line| line.contains(&wanted)).expect("an event")
    };
    heard(0);
    fields.extend([("phone", "01 40 00 00 00"), ("version", "1")]);
    browser.get(&format!("{page}/edit"));
    let begun = Instant::now();
    assert_eq!(browser.post(&format!("{page}/edit"), &fields).status, 303);
    heard(1);
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_worker_without_postgresql_says_why() {
    let output = bare(&["worker"]).output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("PostgreSQL"));
}
