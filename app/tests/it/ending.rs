//! OPS-09: ending finishes what was begun.

use std::{
    io::{Read as _, Write as _},
    time::{Duration, Instant},
};

use super::{
    http::{Answer, Browser},
    served::Home,
};

#[test]
fn ops_09_ending_finishes_a_request_at_hand() {
    let home = Home::new("");
    let mut served = home.serve();
    let mut browser = Browser::on(&served.base);
    browser.get("/sign-in");
    let body =
        relais_web::query([("email", "ines@clairlien.example"), ("password", "x"), ("csrf", browser.csrf())]);
    let (first, rest) = body.split_at(10);
    let mut stream = browser.connect().unwrap();
    stream.write_all(browser.head("POST", "/sign-in", body.len()).as_bytes()).unwrap();
    stream.write_all(first.as_bytes()).unwrap();
    // The server must have begun to read the request before it is asked to end.
    std::thread::sleep(Duration::from_millis(300));
    served.ask_to_end();
    let begun = Instant::now();
    while !served.log().contains("asked to end") {
        assert!(begun.elapsed() < Duration::from_secs(10), "{}", served.log());
        std::thread::sleep(Duration::from_millis(10));
    }
    std::thread::sleep(Duration::from_millis(100));
    assert!(browser.connect().is_err(), "nothing new is accepted");
    stream.write_all(rest.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    assert_eq!(Answer::read(&bytes).expect("an answer").status, 422);
    assert!(served.ended().success());
    assert!(served.log().trim_end().ends_with("ended"), "{}", served.log());
}

#[test]
fn an_open_stream_does_not_hold_up_the_end() {
    let home = Home::new("");
    let invitation = home.begin("Clairlien", "ines@clairlien.example");
    let served = home.serve();
    let mut browser = Browser::on(&served.base);
    browser.enter(&invitation);
    let mut stream = browser.connect().unwrap();
    let unit = "unit:01935f2e-0000-7000-8000-000000000001";
    stream.write_all(browser.head("GET", &format!("/live?topic={unit}"), 0).as_bytes()).unwrap();
    let mut bytes = Vec::new();
    while !String::from_utf8_lossy(&bytes).contains(&format!("{{\"{unit}\":0}}")) {
        let mut some = [0; 1024];
        let read = stream.read(&mut some).unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&bytes));
        bytes.extend_from_slice(&some[..read]);
    }
    let begun = Instant::now();
    served.stop();
    assert!(begun.elapsed() < Duration::from_secs(10));
    stream.read_to_end(&mut bytes).unwrap();
    assert!(bytes.ends_with(b"0\r\n\r\n"), "it came to its end: {}", String::from_utf8_lossy(&bytes));
}

#[test]
fn an_idle_connection_does_not_hold_up_the_end() {
    let home = Home::new("");
    let served = home.serve();
    let browser = Browser::on(&served.base);
    let mut idle = browser.connect().unwrap();
    idle.write_all(b"GET /health HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
    let mut bytes = [0; 64];
    assert!(idle.read(&mut bytes).unwrap() > 0);
    let begun = Instant::now();
    served.stop();
    assert!(begun.elapsed() < Duration::from_secs(10));
}
