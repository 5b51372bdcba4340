//! A unit without an accountable manager is shown, and climbs to its region (NET-01).

use relais_directory::{
    assignments::{self, AssignmentFacts, Function},
    regions, units,
};
use relais_kernel::Reach;
use relais_store::{Cut, sql};
use relais_testkit::builders::{
    a_person, a_region, a_region_below, a_unit, assigned, assignment, day, placed, today,
};

use crate::rows::House;

#[tokio::test]
async fn net_01_a_vacancy_climbs_to_the_region() {
    let house = House::new().await;
    let top = a_region(&house.org, "Sud").await;
    let essonne = a_region_below(&house.org, Some(top), "Essonne").await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    placed(&house.org, evry, essonne).await;
    placed(&house.org, massy, essonne).await;
    let manager = a_person(&house.org, "Inès", "Marchal").await;
    let id = assigned(&house.org, manager, evry, Function::Manager).await;
    assigned(&house.org, a_person(&house.org, "Zoé", "Avril").await, massy, Function::Manager).await;
    let reach = regions::scope(&house.org, top).await.unwrap();
    assert!(
        assignments::vacancies(&house.org, &reach, today(), Cut::Start, 10).await.unwrap().rows.is_empty()
    );

    let next = a_person(&house.org, "Paul", "Roux").await;
    let coming = AssignmentFacts {
        from_day: day("2027-01-01"),
        ..assignment(&house.org, next, evry, Function::Manager).await
    };
    let tx = house.org.begin().await.unwrap();
    assignments::end(&tx, id, day("2026-11-20"), None).await.unwrap().unwrap();
    assignments::assign(&tx, &coming, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let vacant = assignments::vacancies(&house.org, &reach, today(), Cut::Start, 10).await.unwrap().rows;
    assert_eq!(vacant.len(), 1);
    assert_eq!((vacant[0].unit_id, vacant[0].region_name.as_deref()), (evry, Some("Essonne")));
    assert_eq!((vacant[0].last_day, vacant[0].next_day), (Some(day("2026-11-20")), Some(day("2027-01-01"))));
    assert_eq!(assignments::vacancy_count(&house.org, &reach, today()).await.unwrap(), 1);
    assert_eq!(assignments::manager_of(&house.org, evry, today()).await.unwrap(), None);
    let known = assignments::manager_of(&house.org, evry, day("2027-01-01")).await.unwrap().unwrap();
    assert_eq!(known.person_id, next);
    let elsewhere = Reach::Part { regions: vec![], units: vec![massy] };
    assert_eq!(assignments::vacancy_count(&house.org, &elsewhere, today()).await.unwrap(), 0);
}

#[tokio::test]
async fn net_01_a_closed_unit_is_no_vacancy() {
    let house = House::new().await;
    for (code, name) in [("EVR", "Évry"), ("MAS", "Massy"), ("PAL", "Palaiseau")] {
        a_unit(&house.org, code, name).await;
    }
    let tx = house.org.begin().await.unwrap();
    sql("update unit set closed_day = 20260630 where code = 'MAS'").run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let all = Reach::Network;
    let first = assignments::vacancies(&house.org, &all, today(), Cut::Start, 1).await.unwrap();
    assert!(first.later && !first.earlier);
    let first = &first.rows[0];
    assert_eq!((first.name.as_str(), first.region_id, first.last_day), ("Évry", None, None));
    let cut = Cut::After(first.unit_id.into());
    let rest = assignments::vacancies(&house.org, &all, today(), cut, 10).await.unwrap();
    assert_eq!(rest.rows.iter().map(|v| v.code.as_str()).collect::<Vec<_>>(), ["PAL"]);
}

#[tokio::test]
async fn net_07_a_unit_is_found_by_its_words_in_any_order() {
    let house = House::new().await;
    a_unit(&house.org, "EVR", "Évry Centre").await;
    a_unit(&house.org, "VIT", "Vitry Centre").await;
    let found = async |search: &str| {
        let found = units::named(&house.org, &Reach::Network, today(), search, 10).await.unwrap();
        found.into_iter().map(|unit| unit.code).collect::<Vec<_>>()
    };
    assert_eq!(found("centre evry").await, ["EVR"]);
    assert_eq!(found("evr centre").await, ["EVR"]);
    assert_eq!(found("centre").await.len(), 2);
    assert!(found("centre paris").await.is_empty());
}
