//! SEC-12: what opens without a password exists in the demo alone.

use super::{
    http::{Browser, between},
    served::{Home, Served, bare},
};

#[test]
fn sec_12_demo_routes_do_not_exist_in_serve() {
    let (house, demo) = (relais::House::new(), relais::House::demo());
    let more: Vec<_> = demo.declared().iter().filter(|route| !house.declared().contains(route)).collect();
    assert!(!more.is_empty(), "the demo has doors of its own");
    assert!(house.declared().iter().all(|route| !route.path.contains("demo")));
    let home = Home::new("");
    let served = home.serve();
    home.begin("Clairlien", "ines@clairlien.example");
    let mut browser = Browser::on(&served.base);
    browser.get("/sign-in");
    for route in more {
        let path = route.path.split('/').map(|part| if part.starts_with('{') { "x" } else { part });
        let path = path.collect::<Vec<_>>().join("/");
        assert_eq!(browser.get(&path).status, 404, "GET {path}");
        assert_eq!(browser.post(&path, &[]).status, 404, "POST {path}");
    }
}

#[test]
fn sec_12_the_demo_prints_doors_that_open_and_keeps_its_data() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let start = |more: &[&str]| {
        let arguments = ["demo", "--port", "0", "--data", data.to_str().unwrap()];
        Served::start(bare(&[&arguments, more].concat()), &folder.path().join("log"))
    };
    let served = start(&[]);
    let path = between(&served.greeting, &format!("{}/", served.base), "\n").unwrap().to_owned();
    let mut browser = Browser::on(&served.base);
    let door = browser.get(&format!("/{path}"));
    assert_eq!(door.status, 200, "{path}");
    let entered = browser.post(&format!("/{path}"), &[]);
    assert_eq!(entered.status, 303);
    assert!(
        entered.headers.iter().any(|(name, value)| name == "set-cookie" && value.starts_with("session="))
    );
    served.stop();

    std::fs::write(data.join("somebody's notes.txt"), "mine").unwrap();
    let again = start(&[]);
    assert!(!again.greeting.contains("Made-up data written"), "{}", again.greeting);
    assert_eq!(
        Browser::on(&again.base).get(&format!("/{path}")).status,
        200,
        "yesterday's link is still good"
    );
    again.stop();

    let fresh = start(&["--fresh"]);
    assert!(fresh.greeting.contains("Made-up data written"), "{}", fresh.greeting);
    assert_eq!(Browser::on(&fresh.base).get(&format!("/{path}")).status, 404);
    assert!(data.join("somebody's notes.txt").exists(), "only the demo's own files go");
}

#[test]
fn a_demo_begins_anew_when_its_filling_was_cut_short() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("demo.db"), "half a database").unwrap();
    let arguments = ["demo", "--port", "0", "--data", data.to_str().unwrap()];
    let served = Served::start(bare(&arguments), &folder.path().join("log"));
    assert!(served.greeting.contains("/demo/enter/"), "{}", served.greeting);
}
