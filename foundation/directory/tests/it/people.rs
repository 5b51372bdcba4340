//! People: found, listed and changed within reach.

use relais_directory::{
    Change,
    assignments::{self, AssignmentFacts, Function},
    people::{self, Filter, PersonInput},
    regions::{self, MemberFacts, MemberFunction},
    trades,
};
use relais_kernel::{PersonId, Reach};
use relais_store::{Cut, OrgDb};
use relais_testkit::builders::{a_person, a_region, a_unit, assigned, assignment, day, placed, today};

use crate::rows::House;

async fn names(org: &OrgDb, reach: &Reach, filter: &Filter) -> Vec<String> {
    let lines = people::list(org, reach, today(), filter, Cut::Start, 50).await.unwrap().rows;
    assert_eq!(people::count(org, reach, today(), filter).await.unwrap(), lines.len() as i64);
    lines.into_iter().map(|line| line.family_name).collect()
}

async fn is_seen(org: &OrgDb, reach: &Reach, person: PersonId) -> bool {
    people::by_id(org, reach, today(), person).await.unwrap().is_some()
}

#[tokio::test]
async fn a_person_changes_for_the_first_of_two_writers() {
    let house = House::new().await;
    let known = trades::list(&house.org).await.unwrap();
    let input = PersonInput {
        staff_number: "P100".into(),
        given_name: "Inès".into(),
        family_name: "Marchal".into(),
        trade: "Technique".into(),
        ..PersonInput::default()
    };
    let tx = house.org.begin().await.unwrap();
    let id = people::add(&tx, &input.check(&known).unwrap()).await.unwrap();
    let found = people::by_staff_number(&tx, "P100").await.unwrap().unwrap();
    assert_eq!((found.id, found.trade_code.as_deref()), (id, Some("technical")));
    let married = PersonInput { family_name: "Roux".into(), ..PersonInput::of(&found) };
    let facts = married.check(&known).unwrap();
    assert_eq!(people::change(&tx, id, 1, &facts).await.unwrap(), Change::Done(()));
    assert_eq!(people::change(&tx, id, 1, &facts).await.unwrap(), Change::Stale);
    let found = people::by_id(&tx, &Reach::Network, today(), id).await.unwrap().unwrap();
    assert_eq!((found.name().as_str(), found.version), ("Inès Roux", 2));
    let twin = people::add(&tx, &facts).await.unwrap_err();
    assert_eq!(people::refusal(twin.violation().unwrap()).unwrap().key, "person-staff-number-taken");
}

#[tokio::test]
async fn a_person_is_found_by_parts_of_a_name() {
    let house = House::new().await;
    a_person(&house.org, "Inès", "N’Diaye-Marchal").await;
    a_person(&house.org, "Paul", "Roux").await;
    for (typed, found) in
        [("diaye", 1), ("MARCHAL inès", 1), ("ines roux", 0), ("  ", 2), ("u", 1), ("%", 2), ("a", 2)]
    {
        let filter = Filter { search: typed.into(), ..Filter::default() };
        assert_eq!(names(&house.org, &Reach::Network, &filter).await.len(), found, "{typed}");
    }
}

#[tokio::test]
async fn net_05_a_list_goes_by_key() {
    let house = House::new().await;
    for family in ["Aubin", "Bost", "Célestin", "Dubois", "Élie"] {
        a_person(&house.org, "Inès", family).await;
    }
    let page = async |cut| {
        people::list(&house.org, &Reach::Network, today(), &Filter::default(), cut, 2).await.unwrap()
    };
    let (mut seen, mut cut, mut firsts) = (Vec::new(), Cut::Start, Vec::new());
    loop {
        let slice = page(cut).await;
        let Some(last) = slice.rows.last() else { break };
        cut = Cut::After(last.id.into());
        firsts.push(slice.rows[0].id);
        seen.extend(slice.rows.into_iter().map(|line| line.family_name));
    }
    let back = page(Cut::Before(firsts[2].into())).await;
    assert_eq!((back.rows[0].id, back.earlier, back.later), (firsts[1], true, true));
    assert_eq!(seen, ["Aubin", "Bost", "Célestin", "Dubois", "Élie"]);
}

#[tokio::test]
async fn a_person_is_within_reach_of_their_units_now_and_soon() {
    let house = House::new().await;
    let region = a_region(&house.org, "Essonne").await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    placed(&house.org, evry, region).await;
    let of_region = Reach::Part { regions: vec![region], units: vec![] };
    let of_massy = Reach::Part { regions: vec![], units: vec![massy] };
    let nothing = Reach::Part { regions: vec![], units: vec![] };

    let present = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, present, evry, Function::Adviser).await;
    assert!(is_seen(&house.org, &of_region, present).await);
    assert!(!is_seen(&house.org, &of_massy, present).await);
    assert!(!is_seen(&house.org, &nothing, present).await);

    let coming = a_person(&house.org, "Paul", "Roux").await;
    let later = AssignmentFacts {
        from_day: day("2027-01-01"),
        ..assignment(&house.org, coming, evry, Function::Adviser).await
    };
    let gone = a_person(&house.org, "Élie", "Bost").await;
    let before = AssignmentFacts { to_day: Some(day("2026-06-30")), ..later.clone() };
    let before = AssignmentFacts { person_id: gone, from_day: day("2026-01-01"), ..before };
    let tx = house.org.begin().await.unwrap();
    assignments::assign(&tx, &later, None).await.unwrap().unwrap();
    assignments::assign(&tx, &before, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert!(is_seen(&house.org, &of_region, coming).await);
    assert!(!is_seen(&house.org, &of_region, gone).await);
    assert_eq!(names(&house.org, &of_region, &Filter::default()).await, ["Marchal", "Roux"]);
}

#[tokio::test]
async fn net_06_a_person_is_within_reach_of_the_region_they_belong_to() {
    let house = House::new().await;
    let (region, other) = (a_region(&house.org, "Essonne").await, a_region(&house.org, "Nord").await);
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let facts = MemberFacts {
        region_id: region,
        person_id: person,
        function: MemberFunction::Support,
        from_day: today(),
        to_day: None,
    };
    let tx = house.org.begin().await.unwrap();
    regions::add_member(&tx, &facts, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert!(is_seen(&house.org, &Reach::Part { regions: vec![region], units: vec![] }, person).await);
    assert!(!is_seen(&house.org, &Reach::Part { regions: vec![other], units: vec![] }, person).await);
}

#[tokio::test]
async fn a_list_is_narrowed_by_what_people_do_today() {
    let house = House::new().await;
    let region = a_region(&house.org, "Essonne").await;
    let (evry, massy) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "MAS", "Massy").await);
    placed(&house.org, evry, region).await;
    let manager = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, manager, evry, Function::Manager).await;
    assigned(&house.org, a_person(&house.org, "Paul", "Roux").await, evry, Function::Adviser).await;
    assigned(&house.org, a_person(&house.org, "Élie", "Bost").await, massy, Function::Manager).await;
    a_person(&house.org, "Zoé", "Libre").await;
    let all = Reach::Network;
    let of = |unit, regions, function| Filter { unit, regions, function, ..Filter::default() };
    assert_eq!(names(&house.org, &all, &of(Some(evry), vec![], None)).await, ["Marchal", "Roux"]);
    assert_eq!(
        names(&house.org, &all, &of(None, vec![], Some(Function::Manager))).await,
        ["Bost", "Marchal"]
    );
    assert_eq!(names(&house.org, &all, &of(None, vec![region], Some(Function::Manager))).await, ["Marchal"]);
    let employer = relais_directory::employers::list(&house.org).await.unwrap()[0].id;
    let employed = Filter { employer: Some(employer), ..Filter::default() };
    assert_eq!(names(&house.org, &all, &employed).await, ["Bost", "Marchal", "Roux"]);
    let trade = Filter { trade: Some("technical".into()), ..Filter::default() };
    assert!(names(&house.org, &all, &trade).await.is_empty());
    let lines = people::named(&house.org, &all, today(), "marchal", 5).await.unwrap();
    assert_eq!(lines[0].unit_name.as_deref(), Some("Évry"));
    assert_eq!(lines[0].function, Some(Function::Manager));
}

#[tokio::test]
async fn an_import_finds_and_adds_many_at_once() {
    let house = House::new().await;
    let facts: Vec<_> = (0..2300)
        .map(|n| {
            let input = PersonInput {
                staff_number: format!("P{n:04}"),
                given_name: "Inès".into(),
                family_name: format!("Marchal {n}"),
                ..PersonInput::default()
            };
            input.check(&[]).unwrap()
        })
        .collect();
    let tx = house.org.begin().await.unwrap();
    let ids = people::add_many(&tx, &facts).await.unwrap();
    let numbers: Vec<_> =
        facts.iter().filter_map(|one| one.staff_number.clone()).chain(["other".into()]).collect();
    let known = people::staff_numbers(&tx, &numbers).await.unwrap();
    assert_eq!(known.len(), 2300);
    assert_eq!(known["P1234"], ids[1234]);
}
