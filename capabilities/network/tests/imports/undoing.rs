//! Undoing: exactly what was, wherever nobody touched it since; the rest stays and is listed.

use relais_directory::{
    accounts::{self, Email, places},
    assignments::{self, AssignmentFacts, Function},
    people::{self, PersonInput},
    trades,
};
use relais_kernel::Locale;
use relais_network::imports::{FileKind, Options, Settings, State};
use relais_store::{InOrg as _, sql};
use relais_testkit::builders::{a_unit, assigned, assignment, today};

use crate::world::{World, complete, people as lines, units, world};

async fn state(world: &World, id: relais_kernel::ImportId) -> (State, i64) {
    let tx = world.org.begin().await.unwrap();
    let state: Option<State> =
        sql("select state from import where id = $1").bind(id).value(&tx).await.unwrap();
    let refused: Option<i64> =
        sql("select refused_count from import where id = $1").bind(id).value(&tx).await.unwrap();
    (state.unwrap(), refused.unwrap())
}

async fn reasons(world: &World) -> Vec<(String, String)> {
    let read = |column: &'static str| {
        sql("select ").push(column).push(" from import_change where outcome = 'refused' order by seq")
    };
    let labels: Vec<String> = read("label").values(&world.org).await.unwrap();
    let reasons: Vec<String> = read("reason").values(&world.org).await.unwrap();
    labels.into_iter().zip(reasons).collect()
}

#[tokio::test]
async fn an_untouched_import_goes_back_to_the_very_rows() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;2020-01-06;\nE2;Paul;Girard;;;;VIT;responsable;2020-01-06;2020-01-06;\n").await;
    let before = world.rows().await;
    let text = "E1;Inès;Martin;ines@exemple.fr;;Intérim;VIT;responsable;;;\nE2;Paul;Girard;;;;VIT;adjoint;;2020-01-06;2026-12-31\n\
         E3;Zoé;Roy;;;Intérim;EVR;conseiller;;;\n";
    let outcome = world.people(text).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    assert_ne!(world.rows().await, before);
    world.undo(&outcome).await;
    assert_eq!(state(&world, outcome.record.id).await, (State::Undone, 0));
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn units_regions_and_leavers_go_back_too() {
    let world = world().await;
    let many: String =
        (0..30).map(|n| format!("E{n};A;B {n};;;;EVR;conseiller;2020-01-06;2020-01-06;\n")).collect();
    world.people(&many).await;
    let before = world.rows().await;
    let options = Options { create_regions: true, ..Options::default() };
    let settings = Settings { options: Some(options), ..Settings::default() };
    let text =
        units("EVR;Évry 2;Agence;92;Grand Ouest;;;domicile\nCHA;Châteauneuf;Boutique;87;Grand Ouest;;;\n");
    let first = world.run(FileKind::Units, text, &settings).await;
    let shorter: String = many.lines().skip(1).map(|line| format!("{line}\n")).collect();
    let second = world.run(FileKind::People, lines(&shorter), &complete()).await;
    assert_eq!((first.record.counts().changed, second.record.counts().leavers), (1, 1));
    world.undo(&second).await;
    world.undo(&first).await;
    assert_eq!(state(&world, first.record.id).await, (State::Undone, 0));
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn what_somebody_changed_since_stays_and_is_listed() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;;\n").await;
    let outcome =
        world.people("E1;Inès;Martin;;;;EVR;conseiller;;;\nE2;Paul;Girard;;;;EVR;conseiller;;;\n").await;
    let ines = world.person("E1").await;
    let tx = world.org.begin().await.unwrap();
    let input = PersonInput { family_name: "Dupont".into(), ..PersonInput::of(&ines) };
    let facts = input.check(&trades::list(&tx).await.unwrap()).unwrap();
    people::change(&tx, ines.id, ines.version, &facts).await.unwrap();
    tx.commit().await.unwrap();
    world.undo(&outcome).await;
    assert_eq!(state(&world, outcome.record.id).await, (State::Undone, 1));
    assert_eq!(reasons(&world).await, [("E1".to_owned(), "touched".to_owned())]);
    assert_eq!(world.person("E1").await.family_name, "Dupont");
    assert!(people::by_staff_number(&world.org, "E2").await.unwrap().is_none());
}

#[tokio::test]
async fn what_others_stand_on_by_now_stays_and_is_listed() {
    let world = world().await;
    let first = world.units("CHA;Châteauneuf;Boutique;87;;;;\nCHB;Bellac;Boutique;87;;;;\n").await;
    let second =
        world.people("E1;Inès;Marchal;;;;CHA;conseiller;;;\nE2;Paul;Girard;;;;EVR;conseiller;;;\n").await;
    let tx = world.base.db().begin().await.unwrap().into_org(world.org.org());
    let paul = world.person("E2").await.id;
    let email = Email::read("paul@exemple.fr").unwrap();
    let account = accounts::add(tx.whole(), &email, Locale::Fr, tx.clock().now()).await.unwrap();
    places::connect(&tx, account, paul).await.unwrap();
    tx.commit().await.unwrap();
    world.undo(&first).await;
    assert_eq!(reasons(&world).await, [("CHA".to_owned(), "referred".to_owned())]);
    world.undo(&second).await;
    assert_eq!(reasons(&world).await[1], ("E2".to_owned(), "referred".to_owned()));
    assert_eq!(world.person("E2").await.id, paul);
    assert!(people::by_staff_number(&world.org, "E1").await.unwrap().is_none());
}

#[tokio::test]
async fn going_back_never_gives_a_unit_two_managers() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;responsable;2020-01-06;;\n").await;
    let outcome = world.people("E1;Inès;Marchal;;;;EVR;adjointe;;;\n").await;
    let other = relais_testkit::builders::a_person(&world.org, "Paul", "Girard").await;
    let unit = a_unit(&world.org, "NEU", "Neuve").await;
    assigned(&world.org, other, unit, Function::Adviser).await;
    world.people("E9;Zoé;Roy;;;;EVR;responsable;;;\n").await;
    world.undo(&outcome).await;
    assert_eq!(state(&world, outcome.record.id).await, (State::Undone, 1));
    assert_eq!(reasons(&world).await, [("E1".to_owned(), "rule".to_owned())]);
}

/// Lets something begin that waits for the transaction at hand, then ends that one and waits for both.
async fn meanwhile<T>(tx: relais_store::OrgTx, other: impl Future<Output = T>) -> T {
    let ending = async {
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        tx.commit().await.unwrap();
    };
    tokio::join!(other, ending).0
}

#[tokio::test]
async fn ops_06_what_somebody_ends_while_an_import_is_undone_stays_ended() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;;\n").await;
    let outcome = world.people("E1;Inès;Marchal;;;;VIT;conseiller;2026-11-21;;\n").await;
    let place =
        assignments::main_of(&world.org, world.person("E1").await.id, today()).await.unwrap().unwrap();
    let tx = world.org.begin().await.unwrap();
    assignments::end(&tx, place.id, today().plus(3), None).await.unwrap().unwrap();
    meanwhile(tx, world.undo(&outcome)).await;
    let kept = assignments::by_id(&world.org, place.id).await.unwrap().unwrap();
    assert_eq!(kept.to_day, Some(today().plus(3)));
    let refused: Option<i64> = sql("select refused_count from import where id = ")
        .arg(outcome.record.id)
        .value(&world.org)
        .await
        .unwrap();
    assert_eq!(refused, Some(1));
}

#[tokio::test]
async fn ops_06_what_somebody_adds_while_an_import_is_written_survives_its_undoing() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;;\n").await;
    let ines = world.person("E1").await.id;
    let tx = world.org.begin().await.unwrap();
    let beside =
        AssignmentFacts { main: false, ..assignment(&world.org, ines, world.evry, Function::Deputy).await };
    let added = assignments::assign(&tx, &beside, None).await.unwrap().unwrap();
    let outcome = meanwhile(tx, world.people("E1;Inès;Marchal;;;;VIT;conseiller;2026-11-21;;\n")).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    world.undo(&outcome).await;
    assert!(assignments::by_id(&world.org, added).await.unwrap().is_some());
    let main = assignments::main_of(&world.org, ines, today()).await.unwrap().unwrap();
    assert_eq!(main.unit_id, world.evry);
}
