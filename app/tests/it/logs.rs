//! OPS-05: logs hold no personal data, whatever people type and wherever they come from.

use super::{http::Browser, served::Home};

#[test]
fn ops_05_a_sign_in_leaves_no_name_address_or_path_in_the_log() {
    let home = Home::new("[log]\nlevel = \"trace\"\nformat = \"json\"\n");
    let served = home.serve();
    let invitation = home.begin("Clairlien", "ines@clairlien.example");
    let token = invitation.rsplit('/').next().unwrap().to_owned();
    let mut browser = Browser::on(&served.base);
    browser.get(&invitation);
    let password = "une phrase toute simple";
    let entered = browser.post(&invitation, &[("password", password), ("again", password)]);
    assert_eq!(entered.status, 303, "{}", entered.body);
    let mut stranger = Browser::on(&served.base);
    stranger.get("/sign-in?next=/people?q=Marchal");
    let refused =
        stranger.post("/sign-in", &[("email", "luc.petit@clairlien.example"), ("password", "azerty-azerty")]);
    assert_eq!(refused.status, 422);
    let signed = stranger.post("/sign-in", &[("email", "ines@clairlien.example"), ("password", password)]);
    assert_eq!(signed.status, 303);
    stranger.get("/people?q=Marchal");
    let log = served.stop();
    assert!(log.contains(r#""route":"/sign-in""#) && log.contains(r#""route":"/enter/{token}""#), "{log}");
    assert!(log.lines().all(|line| line.starts_with('{')), "{log}");
    for word in [
        "ines",
        "Inès",
        "Marchal",
        "luc.petit",
        "clairlien",
        "Clairlien",
        "azerty",
        "phrase",
        &token,
        "127.0.0.1",
        "@",
    ] {
        assert!(!log.contains(word), "{word} in {log}");
    }
}
