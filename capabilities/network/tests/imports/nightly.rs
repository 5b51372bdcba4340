//! The nightly file of people (OPS-06): complete, keyed by staff number, stopped when it removes too many.

use relais_directory::{assignments, grants};
use relais_kernel::{Role, Scope};
use relais_network::imports::{FileKind, Options, Settings, State};
use relais_testkit::builders::{granted, today};

use crate::world::{World, complete, people, told, world};

fn lines(numbers: impl IntoIterator<Item = u32>) -> String {
    people(
        &numbers
            .into_iter()
            .map(|n| format!("E{n};Prénom;Nom {n};;;;EVR;conseiller;2020-01-06;2020-01-06;\n"))
            .collect::<String>(),
    )
}

async fn staffed(people: u32) -> World {
    let world = world().await;
    let outcome = world.run(FileKind::People, lines(0..people), &Settings::default()).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    world
}

#[tokio::test]
async fn ops_06_whom_a_complete_file_no_longer_names_has_left_yesterday() {
    let world = staffed(40).await;
    let outcome = world.run(FileKind::People, lines(2..41), &complete()).await;
    let counts = outcome.record.counts();
    assert_eq!((outcome.record.state, counts.leavers, counts.new, counts.same), (State::Applied, 2, 1, 38));
    let gone = world.person("E0").await;
    assert_eq!(gone.left_day, Some(today().plus(-1)));
    assert!(assignments::main_of(&world.org, gone.id, today()).await.unwrap().is_none());
    assert!(grants::held_today(&world.org, gone.id, today()).await.unwrap().is_empty());
    let again = world.run(FileKind::People, lines(2..41), &complete()).await.record.counts();
    assert_eq!((again.leavers, again.same), (0, 39));
}

#[tokio::test]
async fn ops_06_a_file_that_removes_too_many_is_stopped() {
    let world = staffed(40).await;
    let before = world.rows().await;
    // Three of forty are more than five in a hundred.
    let outcome = world.run(FileKind::People, lines(3..50), &complete()).await;
    assert_eq!(outcome.record.state, State::Refused);
    assert_eq!(outcome.record.error.as_deref(), Some("import-too-many-leavers"));
    let args = [("n", "3"), ("active", "40"), ("percent", "5")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(outcome.record.reason_args(), args);
    assert_eq!(world.rows().await, before);
    // The share is a setting, remembered for the next night.
    let options = Options { complete: true, most_leavers: 10, ..Options::default() };
    let settings = Settings { options: Some(options), ..Settings::default() };
    assert_eq!(world.run(FileKind::People, lines(3..50), &settings).await.record.counts().leavers, 3);
    assert_eq!(
        world.run(FileKind::People, lines(7..50), &Settings::default()).await.record.counts().leavers,
        4
    );
}

#[tokio::test]
async fn ops_06_a_file_that_is_not_complete_closes_nobody() {
    let world = staffed(40).await;
    let outcome = world.run(FileKind::People, lines(39..40), &Settings::default()).await;
    assert_eq!((outcome.record.counts().leavers, outcome.record.counts().same), (0, 1));
    assert_eq!(world.person("E0").await.left_day, None);
}

#[tokio::test]
async fn ops_06_lines_without_a_number_close_nobody() {
    let world = staffed(40).await;
    let text = format!("{};Sans;Numéro;;;;EVR;conseiller;;;\n", lines(1..40));
    let settings = Settings { good_lines_only: true, ..complete() };
    let outcome = world.run(FileKind::People, text, &settings).await;
    assert_eq!(outcome.record.counts().leavers, 0);
    let expected = [(0, "", "import-leavers-unknown"), (41, "Matricule", "import-cell-empty")];
    assert_eq!(told(&outcome.faults), expected);
    assert_eq!(world.person("E0").await.left_day, None);
}

#[tokio::test]
async fn ops_06_the_last_administrator_is_never_closed() {
    let world = staffed(40).await;
    let admin = world.person("E0").await.id;
    granted(&world.org, admin, Role::Admin, Scope::Network).await;
    let outcome = world.run(FileKind::People, lines(1..40), &complete()).await;
    assert_eq!(outcome.record.state, State::Checked);
    assert_eq!(told(&outcome.faults), [(0, "", "import-without-admin")]);
    let settings = Settings { good_lines_only: true, ..complete() };
    let outcome = world.run(FileKind::People, lines(1..40), &settings).await;
    assert_eq!(outcome.record.state, State::Applied);
    assert_eq!(told(&outcome.faults), [(0, "", "import-leaver-stays")]);
    assert_eq!(world.person("E0").await.left_day, None);
}

#[tokio::test]
async fn ops_06_a_unit_passes_from_who_left_to_who_came() {
    let world = staffed(40).await;
    world.people("E90;Nadège;Fournier;;;;VIT;responsable;2020-01-06;2020-01-06;\n").await;
    let text = format!("{}E91;Paul;Girard;;;;VIT;responsable;;;\n", lines(0..40));
    let outcome = world.run(FileKind::People, text, &complete()).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let manager = assignments::manager_of(&world.org, world.vitry, today()).await.unwrap().unwrap();
    assert_eq!((manager.given_name.as_str(), manager.from_day), ("Paul", today()));
}

#[tokio::test]
async fn ops_06_who_is_named_again_is_back() {
    let world = staffed(40).await;
    world.run(FileKind::People, lines(1..40), &complete()).await;
    let outcome = world.run(FileKind::People, lines(0..40), &complete()).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let back = world.person("E0").await;
    assert_eq!(back.left_day, None);
    let main = assignments::main_of(&world.org, back.id, today()).await.unwrap().unwrap();
    assert_eq!(main.from_day, today());
}
