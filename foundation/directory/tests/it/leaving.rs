//! Leaving closes all that somebody holds, and tells.

use relais_contracts::directory::{ManagerLeft, PersonLeft, RightsChanged};
use relais_directory::{
    assignments::{self, AssignmentFacts, Function},
    grants, people,
    regions::{self, MemberFacts, MemberFunction},
    units::{self, UnitInput},
};
use relais_kernel::{Reach, Role, Scope};
use relais_store::{OrgDb, Reads, outbox::Event, sql};
use relais_testkit::builders::{
    a_person, a_region, a_unit, assigned, assignment, day, granted, placed, today,
};
use serde::de::DeserializeOwned;

use crate::rows::House;

/// The events of one kind that were told so far.
pub(crate) async fn told<E: Event + DeserializeOwned>(on: &impl Reads) -> Vec<E> {
    let bodies: Vec<String> =
        sql("select body from outbox where name = $1 order by id").bind(E::NAME).values(on).await.unwrap();
    bodies.iter().map(|body| serde_json::from_str(body).unwrap()).collect()
}

async fn open_sessions(org: &OrgDb) -> i64 {
    sql("select count(*) from session where ended_at is null").value(org).await.unwrap().unwrap()
}

#[tokio::test]
async fn who_leaves_keeps_nothing_after_their_last_day() {
    let house = House::new().await;
    let region = a_region(&house.org, "Essonne").await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    placed(&house.org, evry, region).await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, person, evry, Function::Manager).await;
    granted(&house.org, person, Role::Expert, Scope::Network).await;
    let member = MemberFacts {
        region_id: region,
        person_id: person,
        function: MemberFunction::Support,
        from_day: day("2026-01-01"),
        to_day: None,
    };
    let planned = AssignmentFacts {
        main: false,
        from_day: day("2027-01-01"),
        ..assignment(&house.org, person, massy, Function::Adviser).await
    };
    let tx = house.org.begin().await.unwrap();
    regions::add_member(&tx, &member, None).await.unwrap().unwrap();
    assignments::assign(&tx, &planned, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(grants::held_today(&house.org, person, today()).await.unwrap().len(), 3);

    let last_day = day("2026-11-30");
    let tx = house.org.begin().await.unwrap();
    people::leave(&tx, person, last_day, today()).await.unwrap().unwrap();
    tx.commit().await.unwrap();

    assert_eq!(grants::held_today(&house.org, person, last_day).await.unwrap().len(), 3);
    assert!(grants::held_today(&house.org, person, last_day.plus(1)).await.unwrap().is_empty());
    let held = assignments::of_person(&house.org, person).await.unwrap();
    assert_eq!(held.iter().map(|a| (a.unit_id, a.to_day)).collect::<Vec<_>>(), [(evry, Some(last_day))]);
    assert_eq!(regions::memberships_of(&house.org, person).await.unwrap()[0].to_day, Some(last_day));
    let left = told::<PersonLeft>(&house.org).await;
    assert_eq!(left.iter().map(|e| (e.person, e.last_day)).collect::<Vec<_>>(), [(person, last_day)]);
    let vacant = told::<ManagerLeft>(&house.org).await;
    assert_eq!(
        vacant.iter().map(|e| (e.unit, e.region, e.last_day)).collect::<Vec<_>>(),
        [(evry, Some(region), last_day)]
    );
    assert!(told::<RightsChanged>(&house.org).await.iter().any(|e| e.person == person));
    let mut filter = people::Filter::default();
    let count = people::count(&house.org, &Reach::Network, last_day.plus(1), &filter).await.unwrap();
    filter.left = true;
    let with_former = people::count(&house.org, &Reach::Network, last_day.plus(1), &filter).await.unwrap();
    assert_eq!((count, with_former), (0, 1));
}

#[tokio::test]
async fn who_left_is_signed_out() {
    let house = House::new().await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    crate::grants::signed_in(&house, person).await;
    let tx = house.org.begin().await.unwrap();
    people::leave(&tx, person, today(), today()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(open_sessions(&house.org).await, 1, "the last day is a day of work");
    let tx = house.org.begin().await.unwrap();
    assert_eq!(people::end_sessions_of_left(&tx, today()).await.unwrap(), 0);
    assert_eq!(people::end_sessions_of_left(&tx, today().plus(1)).await.unwrap(), 1);
    tx.rollback().await.unwrap();
    let tx = house.org.begin().await.unwrap();
    people::leave(&tx, person, today().plus(-1), today()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(open_sessions(&house.org).await, 0);
}

#[tokio::test]
async fn nobody_leaves_before_they_came() {
    let house = House::new().await;
    let input = people::PersonInput {
        given_name: "Inès".into(),
        family_name: "Marchal".into(),
        joined_day: "2026-05-01".into(),
        ..Default::default()
    };
    let tx = house.org.begin().await.unwrap();
    let person = people::add(&tx, &input.check(&[]).unwrap()).await.unwrap();
    let refused = people::leave(&tx, person, day("2026-04-30"), today()).await.unwrap().unwrap_err();
    assert_eq!((refused.field.as_ref(), refused.key.as_ref()), ("left_day", "leaves-before-joining"));
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let house = House::new().await;
    let first = a_person(&house.org, "Inès", "Marchal").await;
    granted(&house.org, first, Role::Admin, Scope::Network).await;
    let tx = house.org.begin().await.unwrap();
    let refused = people::leave(&tx, first, today(), today()).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "last-admin");
    drop(tx);
    granted(&house.org, a_person(&house.org, "Paul", "Roux").await, Role::Admin, Scope::Network).await;
    let tx = house.org.begin().await.unwrap();
    people::leave(&tx, first, today(), today()).await.unwrap().unwrap();
}

#[tokio::test]
async fn net_01_what_people_hold_in_a_unit_ends_when_it_closes() {
    let house = House::new().await;
    let region = a_region(&house.org, "Essonne").await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    placed(&house.org, evry, region).await;
    let manager = a_person(&house.org, "Inès", "Marchal").await;
    let adviser = a_person(&house.org, "Paul", "Roux").await;
    assigned(&house.org, manager, evry, Function::Manager).await;
    assigned(&house.org, adviser, massy, Function::Adviser).await;
    let (last_day, unit) = (day("2026-12-31"), units::by_code(&house.org, "EVR").await.unwrap().unwrap());
    let planned = AssignmentFacts {
        main: false,
        from_day: day("2027-01-01"),
        ..assignment(&house.org, adviser, evry, Function::Deputy).await
    };
    let tx = house.org.begin().await.unwrap();
    assignments::assign(&tx, &planned, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(assignments::beyond(&house.org, evry, last_day).await.unwrap().len(), 2);

    let input = UnitInput { closed_day: last_day.to_string(), ..UnitInput::of(&unit, &[], None) };
    let tx = house.org.begin().await.unwrap();
    units::change(&tx, evry, unit.version, &input.check().unwrap()).await.unwrap();
    tx.commit().await.unwrap();

    let held = assignments::of_person(&house.org, manager).await.unwrap().remove(0);
    assert_eq!(held.to_day, Some(last_day));
    assert!(grants::held_today(&house.org, manager, last_day.plus(1)).await.unwrap().is_empty());
    assert_eq!(grants::held_today(&house.org, manager, last_day).await.unwrap().len(), 1);
    let of_adviser = assignments::of_person(&house.org, adviser).await.unwrap();
    assert_eq!(of_adviser.iter().map(|one| one.unit_id).collect::<Vec<_>>(), [massy]);
    // Whoever comes now stays until the last day, and not beyond.
    let late =
        AssignmentFacts { main: false, ..assignment(&house.org, adviser, evry, Function::Deputy).await };
    let tx = house.org.begin().await.unwrap();
    let id = assignments::assign(&tx, &late, None).await.unwrap().unwrap();
    assert_eq!(assignments::by_id(&tx, id).await.unwrap().unwrap().to_day, Some(last_day));
}
