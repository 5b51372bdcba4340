//! What signing in, signing out and choosing lay into a browser.

use relais_testkit::TestApp;
use relais_web::Cookie;

#[tokio::test]
async fn sec_02_what_signing_in_lays_and_what_signing_out_takes_away() {
    let app = TestApp::new(Vec::new()).await;
    let site = app.site();
    assert!(Cookie::begin("one", site).starts_with("__Host-session=one; Path=/; Max-Age=2592000; HttpOnly"));
    assert!(Cookie::end(site).starts_with("__Host-session=; Path=/; Max-Age=0; HttpOnly"));
    assert!(
        Cookie::remember("two", site).starts_with("__Host-device=two; Path=/; Max-Age=31536000; HttpOnly")
    );
}
