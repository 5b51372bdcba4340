//! PRV-07 in the running program: what is said without a name stands in no log and no count, survives a killed process, and
//! its receipt works after a restore, on either database.

use std::collections::BTreeSet;

use relais_testkit::TestDb;

use super::{
    http::{Browser, between},
    served::{Home, Served},
};

const TEXT: &str = "On apprend les changements par les clients.";
const WAITS: &str = "Gardé, pas encore visible";

/// Says it; the receipt's code.
fn said(browser: &mut Browser) -> String {
    let form = browser.get("/pebbles/new");
    let key = between(&form.body, "name=\"key\" value=\"", "\"").expect(&form.body).to_owned();
    let fields = [("text", TEXT), ("signed", "anonymous"), ("key", key.as_str())];
    let answer = browser.post("/pebbles/new", &fields);
    assert_eq!(answer.status, 200, "{}", answer.body);
    between(&answer.body, "data-receipt=\"", "\"").unwrap().to_owned()
}

/// What the receipt leads to, for somebody whom no session names. The text is there once a midnight has passed.
fn is_found(served: &Served, code: &str) -> bool {
    let mut stranger = Browser::on(&served.base);
    stranger.get("/receipts");
    let page = stranger.post("/receipts", &[("code", code)]);
    page.status == 200 && (page.body.contains(WAITS) || page.body.contains(TEXT))
}

#[test]
fn prv_07_an_anonymous_entry_leaves_no_line_and_no_count() {
    let home = Home::new("[log]\nlevel = \"trace\"\nformat = \"json\"\n");
    let served = home.serve();
    let mut browser = Browser::on(&served.base);
    browser.enter(&home.begin("Clairlien", "ines@clairlien.example"));
    browser.get("/pebbles");
    let measured = || {
        let place = between(&served.greeting, "Metrics on ", "/metrics").unwrap();
        let text = Browser::on(place).get("/metrics").body;
        let ours = text.lines().filter(|line| line.starts_with("relais_http_request"));
        ours.map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let before = measured();
    assert!(before.iter().any(|line| line.contains("route=\"/pebbles\"")), "{before:?}");
    let code = said(&mut browser);
    browser.post("/pebbles/new", &[("text", ""), ("signed", "anonymous")]);
    browser.post("/receipts", &[("code", &code)]);
    browser.get("/receipts");
    browser.post("/receipts/say", &[("code", &code), ("text", "Et encore ceci.")]);
    assert!(is_found(&served, &code));
    assert_eq!(measured(), before, "no count of any request moved");
    let log = served.stop();
    assert!(log.contains(r#""route":"/pebbles""#), "{log}");
    for word in ["/pebbles/new", "/receipts", "changements", &code, &code[..4]] {
        assert!(!log.contains(word), "{word} in {log}");
    }
    // Signing in, the invitation's page and the board: three pages and their forms, and not one line more.
    let answered = log.lines().filter(|line| line.contains("\"answered\"")).count();
    assert_eq!(answered, 3, "{log}");
}

#[test]
fn prv_07_what_was_acknowledged_survives_a_killed_process() {
    let home = Home::new("");
    let served = home.serve();
    let mut browser = Browser::on(&served.base);
    browser.enter(&home.begin("Clairlien", "ines@clairlien.example"));
    let code = said(&mut browser);
    // Dropped, it is killed at once.
    drop(served);
    let again = home.serve();
    assert!(is_found(&again, &code), "acknowledged, then killed");
    again.stop();
}

/// Saves one home, and finds the receipt in another.
fn moves(from: &Home, to: &Home, code: &str) {
    let file = from.path().join(format!("{}.zip", to.path().file_name().unwrap().to_string_lossy()));
    from.say(&["backup", "--to", file.to_str().unwrap()]);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    assert!(zip.by_name("sealed/sealed_saying.ndjson").is_ok());
    to.say(&["restore", file.to_str().unwrap()]);
    let served = to.serve();
    assert!(is_found(&served, code), "the receipt works after a restore");
    served.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn prv_07_a_receipt_still_works_after_a_restore_on_either_database() {
    let (home, other) = (Home::new(""), Home::new(""));
    let served = home.serve();
    let mut browser = Browser::on(&served.base);
    browser.enter(&home.begin("Clairlien", "ines@clairlien.example"));
    let code = said(&mut browser);
    served.stop();
    moves(&home, &other, &code);
    if std::env::var("RELAIS_TEST_DATABASE_URL").is_ok() {
        let (server, apart) = (TestDb::new(&[]).await, TestDb::new(&[]).await);
        let on_server = Home::on(&server.options().url);
        moves(&other, &on_server, &code);
        // The sealed store in a database of its own, and back to a file.
        let main = TestDb::new(&[]).await;
        let (url, sealed) = (&main.options().url, &apart.options().url);
        let parted = Home::new(&format!("[database]\nurl = {url:?}\nsealed_url = {sealed:?}\n"));
        moves(&on_server, &parted, &code);
        moves(&parted, &Home::new(""), &code);
    }
}
