//! OPS-04: several nodes on one PostgreSQL serve the same people.

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
    browser.get(&invitation);
    let password = "une phrase toute simple";
    assert_eq!(browser.post(&invitation, &[("password", password), ("again", password)]).status, 303);
    let mut elsewhere = browser.moved_to(&second.base);
    assert_eq!(elsewhere.get("/units").status, 200, "the session is good on the other node");
    home.say(&["user", "disable", "--email", "ines@clairlien.example"]);
    assert_eq!(elsewhere.get("/units").status, 303);
    assert_eq!(browser.get("/units").status, 303);
    assert_eq!(Browser::on(&first.base).get("/health/ready").status, 200);
    first.stop();
    assert_eq!(Browser::on(&second.base).get("/health/ready").status, 200);
    second.stop();
}

#[test]
fn a_worker_without_postgresql_says_why() {
    let output = bare(&["worker"]).output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("PostgreSQL"));
}
