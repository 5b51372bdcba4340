//! Regions: their tree, their team, their figures (NET-06).

use relais_directory::{
    Change,
    assignments::Function,
    grants, organisations,
    regions::{self, MemberFacts, MemberFunction, MemberInput, RegionInput},
};
use relais_kernel::{Grant, PersonId, Reach, RegionId, Role, Scope};
use relais_store::sql;
use relais_testkit::{
    builders::{a_person, a_region, a_region_below, a_unit, assigned, day, placed, today},
    refused_by,
};

use crate::rows::House;

#[tokio::test]
async fn net_06_a_tree_shows_what_is_within_reach() {
    let house = House::new().await;
    let main = organisations::main_hierarchy(&house.org).await.unwrap().id;
    let south = a_region(&house.org, "Sud").await;
    let essonne = a_region_below(&house.org, Some(south), "Essonne").await;
    a_region(&house.org, "Nord").await;
    let tree = regions::tree(&house.org, &Reach::Network, main).await.unwrap();
    let names: Vec<_> = tree.iter().map(|b| (b.depth, b.region.name.as_str())).collect();
    assert_eq!(names, [(0, "Nord"), (0, "Sud"), (1, "Essonne")]);
    let part = Reach::Part { regions: vec![essonne], units: vec![] };
    let tree = regions::tree(&house.org, &part, main).await.unwrap();
    assert_eq!(tree.iter().map(|b| (b.depth, b.region.id)).collect::<Vec<_>>(), [(0, essonne)]);
    assert!(regions::by_id(&house.org, &part, essonne).await.unwrap().is_some());
    assert_eq!(regions::by_id(&house.org, &part, south).await.unwrap(), None);
    assert_eq!(
        regions::by_code(&house.org, main, "essonne").await.unwrap().map(|region| region.id),
        Some(essonne)
    );
}

#[tokio::test]
async fn net_06_a_region_changes_for_the_first_of_two_writers() {
    let house = House::new().await;
    let main = organisations::main_hierarchy(&house.org).await.unwrap().id;
    let id = a_region(&house.org, "Sud").await;
    let known = regions::of_hierarchy(&house.org, main).await.unwrap();
    let input = RegionInput { name: "Grand Sud".into(), ..RegionInput::of(&known[0]) };
    let facts = input.check(main, &known, Some(id)).unwrap();
    let tx = house.org.begin().await.unwrap();
    assert_eq!(regions::change(&tx, id, 1, &facts).await.unwrap(), Change::Done(()));
    assert_eq!(regions::change(&tx, id, 1, &facts).await.unwrap(), Change::Stale);
    let found = regions::by_id(&tx, &Reach::Network, id).await.unwrap().unwrap();
    assert_eq!((found.name.as_str(), found.version), ("Grand Sud", 2));
}

#[tokio::test]
async fn net_06_a_region_is_not_moved_below_what_came_below_it_meanwhile() {
    let house = House::new().await;
    let main = organisations::main_hierarchy(&house.org).await.unwrap().id;
    let (a, b) = (a_region(&house.org, "A").await, a_region(&house.org, "B").await);
    let known = regions::of_hierarchy(&house.org, main).await.unwrap();
    let below = |region: RegionId, parent: RegionId| {
        let region = known.iter().find(|r| r.id == region).unwrap();
        let input = RegionInput { parent: parent.to_string(), ..RegionInput::of(region) };
        input.check(main, &known, Some(region.id)).unwrap()
    };
    let (a_below_b, b_below_a) = (below(a, b), below(b, a));
    let tx = house.org.begin().await.unwrap();
    assert_eq!(regions::change(&tx, a, 1, &a_below_b).await.unwrap(), Change::Done(()));
    assert_eq!(regions::change(&tx, b, 1, &b_below_a).await.unwrap(), Change::Stale);
}

fn member(region: RegionId, person: PersonId, function: &str) -> MemberFacts {
    let input =
        MemberInput { function: function.into(), from_day: "2026-01-01".into(), ..Default::default() };
    input.check(region, person, today()).unwrap()
}

#[tokio::test]
async fn net_06_a_place_in_a_regions_team_brings_a_role_that_ends_with_it() {
    let house = House::new().await;
    let south = a_region(&house.org, "Sud").await;
    let essonne = a_region_below(&house.org, Some(south), "Essonne").await;
    let coach = a_person(&house.org, "Inès", "Marchal").await;
    let lead = a_person(&house.org, "Paul", "Roux").await;
    let tx = house.org.begin().await.unwrap();
    let id = regions::add_member(&tx, &member(south, coach, "coach"), None).await.unwrap().unwrap();
    regions::add_member(&tx, &member(south, lead, "lead"), None).await.unwrap().unwrap();
    let again = regions::add_member(&tx, &member(south, coach, "coach"), None).await.unwrap().unwrap_err();
    assert_eq!((again.field.as_ref(), again.key.as_ref()), ("person", "member-already"));

    let team = regions::members(&tx, south, today()).await.unwrap();
    let functions: Vec<_> = team.iter().map(|m| m.function).collect();
    assert_eq!(functions, [MemberFunction::Lead, MemberFunction::Coach]);
    let mut held = grants::held_today(&tx, coach, today()).await.unwrap();
    held.sort_by_key(|g| g.scope != Scope::Region(south));
    let role = |region| Grant { role: Role::Coach, scope: Scope::Region(region) };
    assert_eq!(held, [role(south), role(essonne)]);

    assert!(
        !regions::end_member(&tx, essonne, id, today(), None).await.unwrap().unwrap(),
        "not of that region"
    );
    assert!(regions::end_member(&tx, south, id, today(), None).await.unwrap().unwrap());
    assert_eq!(grants::held_today(&tx, coach, today()).await.unwrap().len(), 2);
    assert!(grants::held_today(&tx, coach, today().plus(1)).await.unwrap().is_empty());
    assert_eq!(regions::members(&tx, south, today().plus(1)).await.unwrap().len(), 1);
    let past = regions::memberships_of(&tx, coach).await.unwrap();
    assert_eq!((past[0].region_name.as_str(), past[0].to_day), ("Sud", Some(today())));
}

#[tokio::test]
async fn net_06_a_place_that_never_began_leaves_no_trace() {
    let house = House::new().await;
    let region = a_region(&house.org, "Sud").await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let facts = MemberFacts { from_day: day("2027-01-01"), ..member(region, person, "host") };
    let tx = house.org.begin().await.unwrap();
    let id = regions::add_member(&tx, &facts, None).await.unwrap().unwrap();
    assert!(regions::end_member(&tx, region, id, today(), None).await.unwrap().unwrap());
    assert!(regions::memberships_of(&tx, person).await.unwrap().is_empty());
    assert!(grants::of_person(&tx, person).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_region_counts_its_units_people_and_vacancies() {
    let house = House::new().await;
    let south = a_region(&house.org, "Sud").await;
    let essonne = a_region_below(&house.org, Some(south), "Essonne").await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    a_unit(&house.org, "LIL", "Lille").await;
    placed(&house.org, evry, essonne).await;
    placed(&house.org, massy, south).await;
    let manager = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, manager, evry, Function::Manager).await;
    assigned(&house.org, a_person(&house.org, "Paul", "Roux").await, massy, Function::Adviser).await;
    let reach = regions::scope(&house.org, south).await.unwrap();
    let figures = regions::figures(&house.org, &reach, today()).await.unwrap();
    assert_eq!((figures.units, figures.closing, figures.vacancies), (2, 0, 1));
    let all = regions::figures(&house.org, &Reach::Network, today()).await.unwrap();
    assert_eq!((all.units, all.closing, all.vacancies), (3, 0, 2));
}

#[tokio::test]
async fn net_06_the_database_refuses_a_loop_of_regions() {
    let house = House::new().await;
    let north = a_region(&house.org, "Nord").await;
    let lille = a_region_below(&house.org, Some(north), "Lille").await;
    let centre = a_region_below(&house.org, Some(lille), "Lille Centre").await;
    assert_eq!(regions::above(&house.org, centre).await.unwrap(), [centre, lille, north]);
    let tx = house.org.begin().await.unwrap();
    let result =
        sql("update region set parent_id = ").arg(centre).push(" where id = ").arg(north).run(&tx).await;
    refused_by(result, "region_tree_has_no_loop");
    tx.rollback().await.unwrap();
    let tx = house.org.begin().await.unwrap();
    sql("update region set parent_id = ").arg(north).push(" where id = ").arg(centre).run(&tx).await.unwrap();
}
