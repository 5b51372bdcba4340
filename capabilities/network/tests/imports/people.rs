//! Files of people.

use relais_directory::{
    assignments::{self, Function, Held},
    employers::{self, EmployerKind},
    grants,
};
use relais_kernel::{PersonId, Role, Scope};
use relais_network::imports::{FileKind, Options, Settings, State};
use relais_store::audit::Actor;
use relais_testkit::builders::{a_person, day, granted, today};

use crate::world::{World, good_lines, people, told, world};

async fn held(world: &World, person: PersonId) -> Vec<Held> {
    assignments::of_person(&world.org, person).await.unwrap()
}

#[tokio::test]
async fn net_01_a_line_brings_a_person_their_main_unit_and_its_role() {
    let world = world().await;
    let outcome = world
        .people(
            "E1;Inès;Marchal;ines@exemple.fr;technique;Intérim 91;EVR;Conseillère;2026-03-02;2025-01-06;\n",
        )
        .await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let ines = world.person("E1").await;
    assert_eq!(
        (ines.email.as_deref(), ines.trade_code.as_deref()),
        (Some("ines@exemple.fr"), Some("technical"))
    );
    let place = held(&world, ines.id).await.remove(0);
    assert_eq!((place.unit_code.as_str(), place.function, place.main), ("EVR", Function::Adviser, true));
    assert_eq!((place.from_day, place.employer_name.as_str()), (day("2026-03-02"), "Intérim 91"));
    let roles = grants::held_today(&world.org, ines.id, today()).await.unwrap();
    assert_eq!(roles.iter().map(|grant| grant.role).collect::<Vec<_>>(), [Role::Adviser]);
    let employer = employers::by_name(&world.org, "interim 91").await.unwrap().unwrap();
    assert_eq!(employer.kind, EmployerKind::Own);
}

#[tokio::test]
async fn sec_01_no_file_changes_the_address_through_which_a_role_would_be_taken() {
    let world = world().await;
    world.people("E1;Inès;Marchal;ines@exemple.fr;;;EVR;conseiller;;;\nE2;Claire;Dubois;claire@exemple.fr;;;;;;;\n").await;
    let (ines, claire) = (world.person("E1").await.id, world.person("E2").await.id);
    granted(&world.org, claire, Role::Admin, Scope::Network).await;
    let hr = a_person(&world.org, "Mireille", "Castaing").await;
    granted(&world.org, hr, Role::Hr, Scope::Network).await;
    let text = people(
        "E1;Inès;Marchal;ines.m@exemple.fr;;;EVR;conseiller;;;\nE2;Claire;Dubois;hr@exemple.fr;;;;;;;\n",
    );
    let by = Actor { account: None, person: Some(hr) };
    let outcome = world.try_run_by(by, FileKind::People, &text, &good_lines()).await.unwrap();
    assert_eq!(told(&outcome.faults), [(3, "E-mail", "person-holds-role")]);
    assert_eq!(
        world.person("E1").await.email.as_deref(),
        Some("ines.m@exemple.fr"),
        "{ines} holds nothing of the kind"
    );
    assert_eq!(world.person("E2").await.email.as_deref(), Some("claire@exemple.fr"));
    // Another writing of the same address is the same mailbox; the nightly file may change any.
    let same = people("E2;Claire;Dubois;CLAIRE@exemple.fr;;;;;;;\n");
    let outcome = world.try_run_by(by, FileKind::People, &same, &good_lines()).await.unwrap();
    assert_eq!(told(&outcome.faults), []);
    let outcome = world.people("E2;Claire;Dubois;claire.d@exemple.fr;;;;;;;\n").await;
    assert_eq!(told(&outcome.faults), []);
}

#[tokio::test]
async fn an_unknown_employer_is_of_the_kind_that_was_said() {
    let world = world().await;
    let options = Options { new_employers: EmployerKind::Temporary, ..Options::default() };
    let settings = Settings { options: Some(options), ..Settings::default() };
    world.run(FileKind::People, people("E1;Inès;Marchal;;;Intérim 91;EVR;conseiller;;;\n"), &settings).await;
    let employer = employers::by_name(&world.org, "Intérim 91").await.unwrap().unwrap();
    assert_eq!(employer.kind, EmployerKind::Temporary);
}

#[tokio::test]
async fn a_move_ends_the_present_place_the_day_before_and_is_made_once() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;;\n").await;
    let text = "E1;Inès;Marchal;;;;VIT;conseiller;2026-12-01;;\n";
    let outcome = world.people(text).await;
    assert_eq!(outcome.record.counts().changed, 1, "{:?}", outcome.faults);
    let ines = world.person("E1").await.id;
    let periods: Vec<_> =
        held(&world, ines).await.into_iter().map(|h| (h.unit_code, h.from_day, h.to_day)).collect();
    let expected = [
        ("VIT".to_owned(), day("2026-12-01"), None),
        ("EVR".to_owned(), day("2020-01-06"), Some(day("2026-11-30"))),
    ];
    assert_eq!(periods, expected);
    assert_eq!(world.people(text).await.record.counts().same, 1);
    assert_eq!(held(&world, ines).await.len(), 2);
}

#[tokio::test]
async fn a_change_cannot_have_begun_before_what_it_changes() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;;\n").await;
    // The file repeats the day she came to the unit, though it is her function that changed.
    world.people("E1;Inès;Marchal;;;;EVR;adjointe;2020-01-06;;\n").await;
    let ines = world.person("E1").await.id;
    let periods: Vec<_> =
        held(&world, ines).await.into_iter().map(|h| (h.function, h.from_day, h.to_day)).collect();
    let expected =
        [(Function::Deputy, today(), None), (Function::Adviser, day("2020-01-06"), Some(today().plus(-1)))];
    assert_eq!(periods, expected);
}

#[tokio::test]
async fn net_01_a_second_manager_is_a_fault_in_the_file_and_against_the_directory() {
    let world = world().await;
    world.people("E1;Nadège;Fournier;;;;EVR;responsable;2020-01-06;;\n").await;
    let outcome = world
        .people(
            "E2;Paul;Girard;;;;EVR;responsable;;;\nE3;Claire;Vasseur;;;;VIT;responsable;;;\n\
             E4;Malik;Benali;;;;VIT;directeur;;;\n",
        )
        .await;
    assert_eq!(outcome.record.state, State::Checked);
    let expected = [(2, "Fonction", "unit-manager-exists"), (4, "Fonction", "import-second-manager")];
    assert_eq!(told(&outcome.faults), expected);
    assert_eq!(outcome.faults[0].args[0].1, "Nadège Fournier");
    assert_eq!(outcome.faults[1].args[0].1, "3");
}

#[tokio::test]
async fn a_unit_is_handed_over_whatever_the_order_of_the_lines() {
    let world = world().await;
    world.people("E5;Nadège;Fournier;;;;EVR;responsable;2020-01-06;;\nE6;Zoé;Roy;;;;VIT;responsable;2021-01-04;;\n").await;
    // E1 takes Évry over before Nadège's own line says that she goes to Vitry, whose manager steps back below.
    let text = "E1;Paul;Girard;;;;EVR;responsable;;;\nE5;Nadège;Fournier;;;;VIT;responsable;;;\n\
         E6;Zoé;Roy;;;;VIT;adjointe;;;\n";
    let outcome = world.people(text).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let manager =
        async |unit| assignments::manager_of(&world.org, unit, today()).await.unwrap().unwrap().given_name;
    assert_eq!(
        (manager(world.evry).await, manager(world.vitry).await),
        ("Paul".to_owned(), "Nadège".to_owned())
    );
    let before = world.rows().await;
    assert_eq!(world.people(text).await.record.counts().same, 3);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn two_managers_change_places() {
    let world = world().await;
    world.people("E1;Nadège;Fournier;;;;EVR;responsable;2020-01-06;;\nE2;Zoé;Roy;;;;VIT;responsable;2021-01-04;;\n").await;
    let before = world.rows().await;
    let outcome =
        world.people("E1;Nadège;Fournier;;;;VIT;responsable;;;\nE2;Zoé;Roy;;;;EVR;responsable;;;\n").await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let manager =
        async |unit| assignments::manager_of(&world.org, unit, today()).await.unwrap().unwrap().given_name;
    assert_eq!(
        (manager(world.evry).await, manager(world.vitry).await),
        ("Zoé".to_owned(), "Nadège".to_owned())
    );
    world.undo(&outcome).await;
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn a_line_with_a_last_day_closes_and_a_later_line_brings_back() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;;\n").await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;;2026-10-31\n").await;
    let ines = world.person("E1").await;
    assert_eq!(ines.left_day, Some(day("2026-10-31")));
    assert_eq!(held(&world, ines.id).await[0].to_day, Some(day("2026-10-31")));
    let same = world.people("E1;Inès;Marchal;;;;VIT;conseiller;2020-01-06;;\n").await;
    assert_eq!(
        (same.record.counts().same, told(&same.notices)),
        (1, vec![(2, "Sortie", "import-noted-leaving")])
    );
    let back = world.people("E1;Inès;Marchal;;;;VIT;conseiller;2020-01-06;2026-11-16;\n").await;
    assert_eq!(back.record.state, State::Applied, "{:?}", back.faults);
    let ines = world.person("E1").await;
    let place = held(&world, ines.id).await.remove(0);
    assert_eq!((ines.left_day, place.unit_code.as_str(), place.from_day), (None, "VIT", today()));
}

#[tokio::test]
async fn former_staff_comes_with_its_days() {
    let world = world().await;
    let outcome = world.people("E1;Inès;Marchal;;;;EVR;conseiller;;2020-01-06;2024-06-30\n").await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let ines = world.person("E1").await;
    let place = held(&world, ines.id).await.remove(0);
    assert_eq!((place.from_day, place.to_day), (day("2020-01-06"), Some(day("2024-06-30"))));
}

#[tokio::test]
async fn a_person_without_a_unit_is_written_without_a_place() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;;;;;\n").await;
    assert!(held(&world, world.person("E1").await.id).await.is_empty());
    // A later empty cell does not take a place away.
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;;;\n").await;
    assert_eq!(world.people("E1;Inès;Marchal;;;;;;;;\n").await.record.counts().same, 1);
    assert_eq!(held(&world, world.person("E1").await.id).await.len(), 1);
}
