//! Units in the database.
use relais_kernel::{Clock, Instant, Locale, OrgId, Reach};
use relais_testkit::TestDb;
#[tokio::test]
async fn smoke() {
    let t = TestDb::new(&[relais_store::SCHEMA, relais_directory::SCHEMA]).await;
    let _ = (Clock::system(), Instant(0), Locale::Fr, OrgId(uuid::Uuid::nil()), Reach::Network);
    assert!(relais_store::schema::rule_names(t.schemas()).len() > 10);
}
