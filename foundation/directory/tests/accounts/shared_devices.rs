//! What the tables of shared devices refuse by themselves.

use relais_directory::accounts::shared_devices;
use relais_kernel::{PersonId, UnitId};
use relais_store::InOrg as _;
use relais_testkit::{
    builders,
    rows::{Row, id},
};
use uuid::Uuid;

use crate::World;

/// A tablet of a unit, and a code on it.
async fn good(world: &World, unit: UnitId) -> (Row, Row) {
    let now = world.now();
    let device = Row::new(
        "shared_device",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("unit_id", unit.into()),
            ("name", "Chrome, Android".into()),
            ("token_hash", vec![7_u8; 32].into()),
            ("paired_at", now.into()),
        ],
    );
    device.is_taken(&world.org).await;
    let pin = Row::new(
        "device_pin",
        vec![
            ("org_id", world.org.org().into()),
            ("device_id", relais_testkit::rows::only(&world.org, "shared_device").await.into()),
            ("person_id", world.person.into()),
            ("account_id", world.account.into()),
            ("pin_hash", "$argon2id$".into()),
            ("tries", 0_i32.into()),
        ],
    );
    (device, pin)
}

#[tokio::test]
async fn sec_03_a_code_is_of_somebody_on_one_device_and_has_five_tries() {
    let world = World::new().await;
    let unit = builders::a_unit(&world.org, "EVR", "Évry").await;
    let (device, pin) = good(&world, unit).await;
    let nobody: Uuid = id();
    for (rule, bad) in [
        ("unique_shared_device__token_hash", device.clone().again()),
        (
            "shared_device_in_unit",
            device.clone().again().with("token_hash", vec![8_u8; 32]).with("unit_id", nobody),
        ),
        ("device_pin_has_five_tries", pin.clone().with("tries", 6_i32)),
        ("device_pin_has_five_tries", pin.clone().with("tries", -1_i32)),
        ("device_pin_of_account_person", pin.clone().with("account_id", nobody)),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    pin.is_taken(&world.org).await;
    // A tablet that is no longer shared takes none, and goes with none left on it.
    let tx = world.org.begin().await.unwrap();
    let device = relais_testkit::rows::only(&world.org, "shared_device").await;
    assert!(shared_devices::end(&tx, device, world.now()).await.unwrap());
    tx.commit().await.unwrap();
    pin.is_refused(&world.org, "device_pin_while_shared").await;
    assert_ne!(world.person, PersonId(nobody));
}

#[tokio::test]
async fn sec_03_a_code_is_of_a_device() {
    let world = World::new().await;
    let unit = builders::a_unit(&world.org, "EVR", "Évry").await;
    let (_, pin) = good(&world, unit).await;
    pin.is_taken(&world.org).await;
    let tx = world.org.begin().await.unwrap();
    let gone =
        relais_store::sql("delete from shared_device where org_id = $1").bind(world.org.org()).run(&tx).await;
    relais_testkit::refused_by(gone, "device_pin_on_device");
}
