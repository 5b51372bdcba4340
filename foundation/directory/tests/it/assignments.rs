//! Assignments: the rules of NET-01 tell who is in the way, and roles come and go with them.

use relais_contracts::directory::ManagerLeft;
use relais_directory::{
    assignments::{self, AssignmentFacts, AssignmentKind, Function, Replacement},
    grants,
};
use relais_kernel::{Grant, Role, Scope};
use relais_testkit::builders::{a_person, a_unit, assigned, assignment, day, directory_words, placed, today};

use crate::{leaving::told, rows::House};

#[tokio::test]
async fn net_01_a_second_manager_is_refused_by_the_rule() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    assigned(&house.org, a_person(&house.org, "Inès", "Marchal").await, unit, Function::Manager).await;
    let other = a_person(&house.org, "Paul", "Roux").await;
    let wanted = assignment(&house.org, other, unit, Function::Manager).await;
    let tx = house.org.begin().await.unwrap();
    let refused = assignments::assign(&tx, &wanted, None).await.unwrap().unwrap_err();
    assert_eq!(refused.field, "function");
    assert_eq!(
        refused.say(&directory_words()),
        "Inès Marchal est responsable de cette unité depuis le 1er janvier 2026. \
         Mettez d’abord fin à son rattachement, ou choisissez une autre fonction."
    );
    let deputy = AssignmentFacts { function: Function::Deputy, ..wanted };
    assignments::assign(&tx, &deputy, None).await.unwrap().unwrap();
}

#[tokio::test]
async fn net_01_a_second_main_unit_is_refused_by_the_rule() {
    let house = House::new().await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let id = assigned(&house.org, person, evry, Function::Adviser).await;
    let wanted = assignment(&house.org, person, massy, Function::Adviser).await;
    let tx = house.org.begin().await.unwrap();
    let refused = assignments::assign(&tx, &wanted, None).await.unwrap().unwrap_err();
    assert_eq!((refused.field.as_ref(), refused.key.as_ref()), ("main", "assignment-main-overlaps"));
    assert_eq!(refused.args[0].1, "Évry");
    assignments::end(&tx, id, day("2026-03-31"), None).await.unwrap().unwrap();
    let after = AssignmentFacts { from_day: day("2026-04-01"), ..wanted };
    assignments::assign(&tx, &after, None).await.unwrap().unwrap();
    let longer = assignments::end(&tx, id, day("2026-04-01"), None).await.unwrap().unwrap_err();
    assert_eq!((longer.field.as_ref(), longer.key.as_ref()), ("to_day", "assignment-main-overlaps"));
}

#[tokio::test]
async fn net_08_an_assignment_brings_a_role_that_ends_with_it() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    for (function, role) in [
        (Function::Manager, Role::UnitManager),
        (Function::Deputy, Role::Deputy),
        (Function::Technician, Role::Adviser),
    ] {
        let person = a_person(&house.org, "Inès", "Marchal").await;
        let id = assigned(&house.org, person, unit, function).await;
        let held = grants::held_today(&house.org, person, today()).await.unwrap();
        assert_eq!(held, [Grant { role, scope: Scope::Unit(unit) }]);
        let tx = house.org.begin().await.unwrap();
        let brought = grants::of_person(&tx, person).await.unwrap().remove(0);
        assert!(brought.is_brought());
        assignments::end(&tx, id, today(), None).await.unwrap().unwrap();
        assert_eq!(grants::held_today(&tx, person, today()).await.unwrap().len(), 1);
        assert!(grants::held_today(&tx, person, today().plus(1)).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn net_01_a_managers_end_is_told_to_the_region() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let region = relais_testkit::builders::a_region(&house.org, "Essonne").await;
    placed(&house.org, unit, region).await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let id = assigned(&house.org, person, unit, Function::Manager).await;
    let tx = house.org.begin().await.unwrap();
    assignments::end(&tx, id, day("2026-12-31"), None).await.unwrap().unwrap();
    let told = told::<ManagerLeft>(&tx).await;
    assert_eq!((told[0].unit, told[0].region, told[0].last_day), (unit, Some(region), day("2026-12-31")));
    let before = assignments::end(&tx, id, day("2025-12-31"), None).await.unwrap().unwrap_err();
    assert_eq!(before.key, "days-out-of-order");
}

#[tokio::test]
async fn what_has_begun_ends_and_what_has_not_is_withdrawn() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let begun = assigned(&house.org, person, unit, Function::Adviser).await;
    let later = AssignmentFacts {
        main: false,
        from_day: day("2027-01-01"),
        ..assignment(&house.org, person, unit, Function::Deputy).await
    };
    let tx = house.org.begin().await.unwrap();
    let planned = assignments::assign(&tx, &later, None).await.unwrap().unwrap();
    assert_eq!(
        assignments::withdraw(&tx, begun, today()).await.unwrap().unwrap_err().key,
        "assignment-begun"
    );
    assignments::withdraw(&tx, planned, today()).await.unwrap().unwrap();
    assert_eq!(assignments::of_person(&tx, person).await.unwrap().len(), 1);
    assert_eq!(grants::of_person(&tx, person).await.unwrap().len(), 1);
    assert_eq!(
        assignments::withdraw(&tx, planned, today()).await.unwrap().unwrap_err().key,
        "assignment-unknown"
    );
}

#[tokio::test]
async fn net_01_a_replacement_lasts_some_days_elsewhere() {
    let house = House::new().await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    let manager = a_person(&house.org, "Zoé", "Avril").await;
    assigned(&house.org, manager, massy, Function::Manager).await;
    assigned(&house.org, a_person(&house.org, "Paul", "Roux").await, massy, Function::Adviser).await;
    let helper = a_person(&house.org, "Inès", "Marchal").await;
    let wanted = Replacement {
        person_id: helper,
        unit_id: massy,
        function: Function::Adviser,
        from_day: today(),
        to_day: today(),
    };
    let tx = house.org.begin().await.unwrap();
    let homeless = assignments::replace(&tx, &wanted, None).await.unwrap().unwrap_err();
    assert_eq!(homeless.key, "replacement-needs-main");
    drop(tx);
    assigned(&house.org, helper, evry, Function::Manager).await;
    let tx = house.org.begin().await.unwrap();
    let at_home = Replacement { unit_id: evry, ..wanted.clone() };
    assert_eq!(
        assignments::replace(&tx, &at_home, None).await.unwrap().unwrap_err().key,
        "replacement-elsewhere"
    );
    assignments::replace(&tx, &wanted, None).await.unwrap().unwrap();

    let team = assignments::of_unit(&tx, massy, today()).await.unwrap();
    let shown: Vec<_> = team.iter().map(|line| (line.family_name.as_str(), line.kind)).collect();
    assert_eq!(
        shown,
        [
            ("Avril", AssignmentKind::Regular),
            ("Roux", AssignmentKind::Regular),
            ("Marchal", AssignmentKind::Replacement)
        ]
    );
    let held = grants::held_today(&tx, helper, today()).await.unwrap();
    assert!(held.contains(&Grant { role: Role::Adviser, scope: Scope::Unit(massy) }));
    assert!(held.contains(&Grant { role: Role::UnitManager, scope: Scope::Unit(evry) }));
    assert_eq!(grants::held_today(&tx, helper, today().plus(1)).await.unwrap().len(), 1);
    assert_eq!(assignments::of_unit(&tx, massy, today().plus(1)).await.unwrap().len(), 2);
}

#[tokio::test]
async fn net_01_a_main_unit_moves_in_one_step() {
    let house = House::new().await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    let person = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, person, evry, Function::Manager).await;
    let wanted = AssignmentFacts {
        from_day: day("2026-12-01"),
        ..assignment(&house.org, person, massy, Function::Manager).await
    };
    let tx = house.org.begin().await.unwrap();
    assignments::move_main(&tx, &wanted, None).await.unwrap().unwrap();
    let held = assignments::of_person(&tx, person).await.unwrap();
    let shown: Vec<_> = held.iter().map(|a| (a.unit_code.as_str(), a.from_day, a.to_day)).collect();
    assert_eq!(
        shown,
        [("MAS", day("2026-12-01"), None), ("EVR", day("2026-01-01"), Some(day("2026-11-30")))]
    );
    assert_eq!(assignments::main_of(&tx, person, day("2026-12-01")).await.unwrap().unwrap().unit_id, massy);
    assert_eq!(told::<ManagerLeft>(&tx).await[0].last_day, day("2026-11-30"));
    let too_early = AssignmentFacts { from_day: day("2026-10-01"), ..wanted };
    let refused = assignments::move_main(&tx, &too_early, None).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "assignment-move-before");
    assert_eq!(assignments::of_person(&tx, person).await.unwrap().len(), 2);
}

#[tokio::test]
async fn net_01_a_move_that_is_refused_changes_nothing() {
    let house = House::new().await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    let person = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, person, evry, Function::Manager).await;
    assigned(&house.org, a_person(&house.org, "Paul", "Roux").await, massy, Function::Manager).await;
    let wanted = AssignmentFacts {
        from_day: day("2026-12-01"),
        ..assignment(&house.org, person, massy, Function::Manager).await
    };
    let tx = house.org.begin().await.unwrap();
    let refused = assignments::move_main(&tx, &wanted, None).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "unit-manager-exists");
    assert_eq!(assignments::of_person(&tx, person).await.unwrap()[0].to_day, None);
}

#[tokio::test]
async fn net_01_a_file_is_told_line_by_line_what_collides() {
    let house = House::new().await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    let there = a_person(&house.org, "Zoé", "Avril").await;
    assigned(&house.org, there, evry, Function::Manager).await;
    let (a, b) = (a_person(&house.org, "A", "A").await, a_person(&house.org, "B", "B").await);
    let of = |person, unit, function| assignment(&house.org, person, unit, function);
    let lines = [
        of(a, evry, Function::Manager).await,
        of(a, massy, Function::Manager).await,
        of(b, massy, Function::Manager).await,
        of(a, evry, Function::Adviser).await,
        of(b, massy, Function::Adviser).await,
    ];
    let named = |_| "Massy".to_owned();
    let clashes = assignments::clashes(&house.org, &lines, named, |person| {
        (if person == a { "A A" } else { "B B" }).into()
    });
    let clashes = clashes.await.unwrap();
    let told: Vec<_> = clashes.iter().map(|(n, f)| (*n, f.key.as_ref(), f.args[0].1.as_str())).collect();
    assert_eq!(
        told,
        [
            (0, "unit-manager-exists", "Zoé Avril"),
            (2, "unit-manager-exists", "A A"),
            (3, "assignment-main-overlaps", "Massy"),
        ]
    );
    let good: Vec<_> = [1, 4].map(|n| lines[n].clone()).into();
    let tx = house.org.begin().await.unwrap();
    assert_eq!(assignments::assign_many(&tx, &good, None).await.unwrap().len(), 2);
    assert_eq!(grants::held_today(&tx, a, today()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn an_assignment_may_end_on_its_first_day_and_stays_told() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let id = assigned(&house.org, person, unit, Function::Adviser).await;
    let tx = house.org.begin().await.unwrap();
    let early = assignments::end(&tx, id, day("2025-12-31"), None).await.unwrap().unwrap_err();
    assert_eq!((early.field.as_ref(), early.key.as_ref()), ("to_day", "days-out-of-order"));
    assignments::end(&tx, id, day("2026-01-01"), None).await.unwrap().unwrap();
    let ended = assignments::by_id(&tx, id).await.unwrap().expect("what was, stays told");
    assert_eq!(ended.to_day, Some(day("2026-01-01")));
}

#[tokio::test]
async fn two_writers_of_an_assignment_are_told_apart() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let id =
        assigned(&house.org, a_person(&house.org, "Inès", "Marchal").await, unit, Function::Adviser).await;
    let tx = house.org.begin().await.unwrap();
    let read = assignments::by_id(&tx, id).await.unwrap().unwrap().version;
    assert!(!assignments::changed_since(&tx, id, read).await.unwrap());
    assignments::end(&tx, id, day("2026-12-31"), None).await.unwrap().unwrap();
    assert!(assignments::changed_since(&tx, id, read).await.unwrap());
}
