//! The addresses that an SMS gateway calls, on the real program.

use crate::{http::Browser, served::Home};

const SECRET: &str = "0123456789abcdef0123456789abcdef";

#[test]
fn sec_06_the_gateway_is_heard_by_its_secret_which_stands_in_no_log() {
    let body = r#"{"to":"{to}","text":"{text}"}"#;
    let sms = format!("[sms]\nurl = \"https://sms.example.org/x\"\nbody = '{body}'\nsecret = \"{SECRET}\"\n");
    let home = Home::new(&format!("{sms}[log]\nlevel = \"trace\"\n"));
    let served = home.serve();
    let mut gateway = Browser::on(&served.base);
    let thanks = [("from", "33612345678"), ("text", "Merci"), ("id", "gw-1"), ("status", "delivered")];
    for (path, answer) in [
        (format!("/sms/inbound/{SECRET}"), 204),
        (format!("/sms/receipts/{SECRET}"), 404),
        (format!("/sms/inbound/{}", SECRET.replace('0', "1")), 404),
        ("/sms/inbound/x".to_owned(), 404),
    ] {
        assert_eq!(gateway.post(&path, &thanks).status, answer, "{path}");
    }
    let stop = [("from", "33612345678"), ("text", "STOP")];
    assert_eq!(gateway.post(&format!("/sms/inbound/{SECRET}"), &stop).status, 404, "nobody wrote to it");
    let log = served.stop();
    assert!(log.contains("/sms/inbound/{secret}") && !log.contains(SECRET), "{log}");
    assert!(!log.contains("612345678") && !log.contains("Merci"), "{log}");
}

#[test]
fn without_a_gateway_there_is_no_such_address() {
    let served = Home::new("").serve();
    let stop = [("from", "33612345678"), ("text", "STOP")];
    assert_eq!(Browser::on(&served.base).post(&format!("/sms/inbound/{SECRET}"), &stop).status, 404);
}
