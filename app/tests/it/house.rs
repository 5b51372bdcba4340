//! What must hold of all rooms together.

#[test]
fn prv_01_every_table_is_in_the_register_and_nothing_is_declared_twice() {
    assert_eq!(relais::House::new().check().unwrap(), Vec::<String>::new());
}

#[test]
fn the_demo_house_can_be_opened() {
    relais::House::demo().catalogue().unwrap();
}
