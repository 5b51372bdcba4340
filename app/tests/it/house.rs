//! What must hold of all rooms together.

use relais::House;
use relais_directory::accounts::Hashing;
use relais_testkit::TestDb;
use relais_web::{Settings, Site};

#[tokio::test]
async fn prv_01_every_table_is_in_the_register_and_nothing_is_declared_twice() {
    let house = House::new();
    let test = TestDb::new(house.schemas()).await;
    let settings = Settings {
        base_url: "http://127.0.0.1".into(),
        secure: false,
        demo: false,
        texts: true,
        hashing: Hashing::cheap(),
    };
    let site = Site::new(test.db().clone(), house.catalogue().unwrap(), settings, Vec::new());
    assert_eq!(house.check(&site).unwrap(), Vec::<String>::new());
}

#[test]
fn the_demo_house_can_be_opened() {
    House::demo().catalogue().unwrap();
}
