//! Every event reads its golden file, writes it again unchanged, and tolerates fields it does not know.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_contracts::{
    baton::{Call, Called, Settled, Why},
    directory::{ManagerLeft, PersonLeft, RightsChanged},
};
use relais_kernel::{Day, OrgId, PersonId, RegionId, UnitId};
use relais_store::outbox::Event;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

fn golden<E: Event>() -> Value {
    let path = format!("{}/golden/{}.v{}.json", env!("CARGO_MANIFEST_DIR"), E::NAME, E::VERSION);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).unwrap()
}

fn reads_back<E: Event + DeserializeOwned + PartialEq + std::fmt::Debug>(expected: &E) {
    let known = golden::<E>();
    assert_eq!(&serde_json::from_value::<E>(known.clone()).unwrap(), expected);
    assert_eq!(serde_json::to_value(expected).unwrap(), known);
    let mut newer = known;
    newer["of_a_later_version"] = Value::from("unknown");
    assert_eq!(&serde_json::from_value::<E>(newer).unwrap(), expected);
}

fn id<T: From<Uuid>>(n: u128) -> T {
    Uuid::from_u128(0x0193f5a0_7c00_7000_8000_000000000000 + n).into()
}

fn last_day() -> Day {
    Day::new(2026, 11, 30).unwrap()
}

#[test]
fn net_01_manager_left_keeps_its_shape() {
    let (org, unit, region): (OrgId, UnitId, RegionId) = (id(1), id(2), id(3));
    reads_back(&ManagerLeft { org, unit, region: Some(region), last_day: last_day() });
}

#[test]
fn person_left_keeps_its_shape() {
    let (org, person): (OrgId, PersonId) = (id(1), id(4));
    reads_back(&PersonLeft { org, person, last_day: last_day() });
}

#[test]
fn rights_changed_keeps_its_shape() {
    reads_back(&RightsChanged { org: id(1), person: id(4) });
}

#[test]
fn called_and_settled_keep_their_shape() {
    let offered = Call {
        baton: id(5),
        kind: "improving.answer".into(),
        subject: id(6),
        seq: 12,
        why: Why::Offered,
        person: None,
        team: Some(id(7)),
        waiter: None,
        by: None,
        urgent: false,
        wide: false,
    };
    let (person, waiter, by) = (Some(id(4)), Some(id(8)), Some(id(9)));
    let told = Call { seq: 14, why: Why::Told, person, team: None, waiter, by, ..offered.clone() };
    reads_back(&Called { calls: vec![offered, told] });
    reads_back(&Settled { batons: vec![id(5)] });
}

#[test]
fn every_golden_file_belongs_to_an_event() {
    let names = [ManagerLeft::NAME, PersonLeft::NAME, RightsChanged::NAME, Called::NAME, Settled::NAME]
        .map(|name| format!("{name}.v1.json"));
    for entry in std::fs::read_dir(format!("{}/golden", env!("CARGO_MANIFEST_DIR"))).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&file), "{file} belongs to no event");
    }
}
