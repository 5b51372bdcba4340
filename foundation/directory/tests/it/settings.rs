//! What an organisation sets for itself.

use relais_directory::settings::{count, read, set, value, values};
use relais_kernel::{Counted, Setting};
use relais_store::InOrg as _;
use relais_testkit::rows::{Row, id};

use crate::rows::House;

const DAYS: Setting =
    Setting { code: "field.answered_in", default: 10, least: 1, most: 20, counted: Counted::OpenDays };
const PEOPLE: Setting =
    Setting { code: "field.fewest", default: 3, least: 3, most: 9, counted: Counted::People };

#[tokio::test]
async fn the_default_holds_until_another_value_is_chosen() {
    let house = House::new().await;
    assert_eq!(value(&house.org, &DAYS).await.unwrap(), 10);
    let tx = house.org.begin().await.unwrap();
    set(&tx, &DAYS, 10, 5).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let tx = house.org.begin().await.unwrap();
    set(&tx, &DAYS, 5, 7).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(count(&house.org, &DAYS).await.unwrap(), 7);
    assert_eq!(values(&house.org, &[PEOPLE, DAYS]).await.unwrap(), [(PEOPLE, 3), (DAYS, 7)]);
    let other = relais_testkit::builders::an_organisation(house.test.db()).await;
    assert_eq!(value(&other, &DAYS).await.unwrap(), 10, "each organisation chooses for itself");
}

#[tokio::test]
async fn a_value_beyond_the_bounds_is_refused_and_one_of_before_is_brought_within() {
    let house = House::new().await;
    for typed in ["", "dix", "0", "21", "7,5", "-1"] {
        let fault = read(&DAYS, typed).unwrap_err();
        assert_eq!((&*fault.field, &*fault.key), ("value", "setting-out-of-bounds"), "{typed}");
    }
    assert_eq!(read(&DAYS, " 20 "), Ok(20));
    let tx = house.org.begin().await.unwrap();
    assert!(set(&tx, &DAYS, 10, 21).await.unwrap().is_err());
    set(&tx, &DAYS, 10, 20).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let narrower = Setting { most: 15, ..DAYS };
    assert_eq!(value(&house.org, &narrower).await.unwrap(), 15);
}

#[tokio::test]
async fn who_saves_over_what_another_chose_meanwhile_is_told() {
    let house = House::new().await;
    let tx = house.org.begin().await.unwrap();
    set(&tx, &DAYS, 10, 5).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let tx = house.org.begin().await.unwrap();
    let fault = set(&tx, &DAYS, 10, 8).await.unwrap().unwrap_err();
    assert_eq!(fault.key, "setting-changed");
    tx.rollback().await.unwrap();
    assert_eq!(value(&house.org, &DAYS).await.unwrap(), 5);
}

#[tokio::test]
async fn a_settings_row_is_named_and_of_an_organisation() {
    let house = House::new().await;
    let columns = vec![
        ("org_id", house.org.org().into()),
        ("code", "field.fewest".into()),
        ("value", 4_i64.into()),
        ("set_at", 1_i64.into()),
    ];
    let row = Row::new("setting", columns);
    row.clone().with("code", "x").is_refused(&house.org, "setting_named").await;
    row.clone().with("org_id", id()).is_refused(&house.org, "setting_of_organisation").await;
    row.is_taken(&house.org).await;
}
