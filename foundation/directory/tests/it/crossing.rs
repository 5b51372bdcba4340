//! Links across organisations are refused by the composite keys, whoever writes them.

use relais_directory::{
    assignments::{self, Function},
    people, regions, units,
};
use relais_kernel::Reach;
use relais_store::InOrg as _;
use relais_testkit::builders::{a_person, a_region, a_unit, assigned, assignment, day, placed, today};

use crate::rows::{House, Row, id};

#[tokio::test]
async fn links_to_another_organisation_are_refused() {
    let house = House::new().await;
    let other = house.neighbour().await;
    let (region, unit) = (a_region(&other, "Essonne").await, a_unit(&other, "EVR", "Évry").await);
    let person = a_person(&other, "Inès", "Marchal").await;
    let foreign_employer = house.only(&other, "employer").await;

    let own_unit = a_unit(&house.org, "EVR", "Évry").await;
    let own_region = a_region(&house.org, "Essonne").await;
    let own_person = a_person(&house.org, "Paul", "Roux").await;
    let employer = house.only(&house.org, "employer").await;
    let hierarchy = house.only(&house.org, "hierarchy").await;

    let assignment = Row::new(
        "assignment",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("person_id", own_person.into()),
            ("unit_id", own_unit.into()),
            ("function", "adviser".into()),
            ("employer_id", employer.into()),
            ("kind", "regular".into()),
            ("main", true.into()),
            ("from_day", day("2026-01-01").into()),
            ("version", 1_i64.into()),
        ],
    );
    house.refuses("assignment_of_person", assignment.clone().with("person_id", person)).await;
    house.refuses("assignment_to_unit", assignment.clone().with("unit_id", unit)).await;
    house.refuses("assignment_by_employer", assignment.clone().with("employer_id", foreign_employer)).await;
    house.takes(&assignment).await;

    let place = Row::new(
        "unit_place",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("unit_id", own_unit.into()),
            ("hierarchy_id", hierarchy.into()),
            ("region_id", own_region.into()),
            ("from_day", day("2026-01-01").into()),
        ],
    );
    house.refuses("place_of_unit", place.clone().with("unit_id", unit)).await;
    house.refuses("place_in_region", place.clone().with("region_id", region)).await;
    house.takes(&place).await;

    let grant = Row::new(
        "role_grant",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("person_id", own_person.into()),
            ("role", "coach".into()),
            ("scope", "unit".into()),
            ("unit_id", own_unit.into()),
            ("from_day", day("2026-01-01").into()),
        ],
    );
    house.refuses("grant_to_person", grant.clone().with("person_id", person)).await;
    house.refuses("grant_in_unit", grant.clone().with("unit_id", unit)).await;
    house.refuses("grant_by_person", grant.clone().with("granted_by", person)).await;
    house.takes(&grant).await;
}

#[tokio::test]
async fn an_organisation_reads_nothing_of_another() {
    let house = House::new().await;
    let other = house.neighbour().await;
    let (region, unit) = (a_region(&other, "Essonne").await, a_unit(&other, "EVR", "Évry").await);
    placed(&other, unit, region).await;
    let person = a_person(&other, "Inès", "Marchal").await;
    let id = assigned(&other, person, unit, Function::Manager).await;

    let (on, all) = (&house.org, &Reach::Network);
    assert_eq!(people::by_id(on, all, today(), person).await.unwrap(), None);
    assert_eq!(units::by_id(on, all, today(), unit).await.unwrap(), None);
    assert_eq!(regions::by_id(on, all, region).await.unwrap(), None);
    assert_eq!(assignments::by_id(on, id).await.unwrap(), None);
    assert_eq!(assignments::manager_of(on, unit, today()).await.unwrap(), None);
    assert!(assignments::of_unit(on, unit, today()).await.unwrap().is_empty());
    assert!(relais_directory::grants::held_today(on, person, today()).await.unwrap().is_empty());
    let wanted = assignment(on, person, unit, Function::Deputy).await;
    let tx = on.begin().await.unwrap();
    let refused = assignments::assign(&tx, &wanted, None).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "assignment-unit-unknown");
}
