//! The nightly file of people (OPS-06): complete, keyed by staff number, stopped when it removes too many.

use relais_directory::{assignments, grants, people as directory_people};
use relais_kernel::{Day, Role, Scope};
use relais_network::imports::{FileKind, Options, Settings, State};
use relais_store::{InOrg as _, jobs, sql};
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

async fn leaves(world: &World, number: &str, last_day: Day) {
    let person = world.person(number).await.id;
    let tx = world.org.begin().await.unwrap();
    directory_people::leave(&tx, person, last_day, today()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

/// The same file without the column of last days.
fn without_last_days(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", line.rsplit_once(';').unwrap().0)).collect()
}

#[tokio::test]
async fn ops_06_a_last_day_entered_by_hand_stays_whatever_the_file_leaves_out() {
    for (days, ends) in
        [(40, "to come"), (1, "tomorrow"), (0, "today"), (-1, "yesterday"), (-30, "long past")]
    {
        for text in [lines(0..40), without_last_days(&lines(0..40))] {
            let world = staffed(40).await;
            let (person, last) = (world.person("E0").await.id, today().plus(days));
            leaves(&world, "E0", last).await;
            let outcome = world.run(FileKind::People, text, &complete()).await;
            assert_eq!(outcome.record.state, State::Applied, "{ends}: {:?}", outcome.faults);
            assert_eq!(
                told(&outcome.notices),
                [(2, told(&outcome.notices)[0].1, "import-noted-leaving")],
                "{ends}"
            );
            assert_eq!(world.person("E0").await.left_day, Some(last), "{ends}");
            let after = last.plus(1).max(today());
            assert!(assignments::main_of(&world.org, person, after).await.unwrap().is_none(), "{ends}");
            assert!(grants::held_today(&world.org, person, after).await.unwrap().is_empty(), "{ends}");
        }
    }
}

#[tokio::test]
async fn ops_06_a_last_day_moves_by_a_later_one_and_goes_by_a_first_day_after_it() {
    let line =
        |joined: Day, left: &str| people(&format!("E0;Prénom;Nom 0;;;;EVR;conseiller;;{joined};{left}\n"));
    let (past, long_ago) = (today().plus(-10), "2020-01-06".parse::<Day>().unwrap());
    for (joined, left, expected) in [
        (long_ago, today().plus(20).to_string(), Some(today().plus(20))),
        (today().plus(-2), String::new(), None),
        (past.plus(-1), String::new(), Some(past)),
    ] {
        let world = staffed(1).await;
        leaves(&world, "E0", past).await;
        let outcome = world.run(FileKind::People, line(joined, &left), &Settings::default()).await;
        assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
        assert_eq!(world.person("E0").await.left_day, expected);
    }
    // Without the column, a first day after the last one is not enough either, and refuses nothing.
    let world = staffed(1).await;
    leaves(&world, "E0", past).await;
    let text = without_last_days(&line(today().plus(-2), ""));
    let outcome = world.run(FileKind::People, text, &complete()).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    assert_eq!(world.person("E0").await.left_day, Some(past));
}

#[tokio::test]
async fn ops_06_a_first_day_is_brought_back_only_when_it_comes_after_the_last_one() {
    let line = |joined: Day| people(&format!("E0;Prénom;Nom 0;;;;EVR;conseiller;;{joined};\n"));
    let (past, tomorrow) = (today().plus(-10), today().plus(1));
    for (last, joined, left, kept) in [
        // On the last day itself nobody has come back, and the first day is taken as the file has it.
        (past, past, Some(past), past),
        (today(), today().plus(-3), Some(today()), today().plus(-3)),
        // Somebody who still works here today has not come back either.
        (today(), tomorrow, Some(today()), "2020-01-06".parse().unwrap()),
    ] {
        let world = staffed(1).await;
        leaves(&world, "E0", last).await;
        let outcome = world.run(FileKind::People, line(joined), &Settings::default()).await;
        assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
        let person = world.person("E0").await;
        assert_eq!((person.left_day, person.joined_day), (left, Some(kept)), "{last} {joined}");
    }
}

#[tokio::test]
async fn ops_06_a_file_that_says_nothing_of_last_days_asks_nothing_about_them() {
    let world = staffed(1).await;
    leaves(&world, "E0", today().plus(40)).await;
    let text = without_last_days(&lines(0..1));
    let outcome = world.run(FileKind::People, text, &Settings::default()).await;
    assert_eq!(told(&outcome.notices), []);
    assert_eq!(world.person("E0").await.left_day, Some(today().plus(40)));
}

#[tokio::test]
async fn ops_06_lines_that_close_people_count_as_leavers() {
    let world = staffed(40).await;
    let before = world.rows().await;
    let left = |n: u32| n < 3;
    let text = (0..40).map(|n| {
        let day = if left(n) { "2026-11-30" } else { "" };
        format!("E{n};Prénom;Nom {n};;;;EVR;conseiller;2020-01-06;2020-01-06;{day}\n")
    });
    let outcome = world.run(FileKind::People, people(&text.collect::<String>()), &complete()).await;
    assert_eq!(outcome.record.error.as_deref(), Some("import-too-many-leavers"));
    assert_eq!((outcome.record.state, world.rows().await), (State::Refused, before));
}

#[tokio::test]
async fn ops_06_people_without_a_number_do_not_make_the_share_smaller() {
    let world = staffed(20).await;
    for _ in 0..100 {
        relais_testkit::builders::a_person(&world.org, "Sans", "Numéro").await;
    }
    let outcome = world.run(FileKind::People, lines(2..20), &complete()).await;
    assert_eq!(outcome.record.error.as_deref(), Some("import-too-many-leavers"));
    assert_eq!(outcome.record.reason_args()[1], ("active".to_owned(), "20".to_owned()));
}

/// Applies a checked file as its page does.
async fn apply(world: &World, outcome: &relais_network::imports::Outcome) {
    let tx = world.org.begin().await.unwrap();
    sql("update import set state = 'applying', cursor_row = 0, new_count = 0, changed_count = 0, same_count = 0, \
         leaver_count = 0, version = version + 1 where id = ")
    .arg(outcome.record.id)
    .run_one("import", &tx)
    .await
    .unwrap();
    let errand = serde_json::json!({ "org": world.org.org(), "import": outcome.record.id });
    jobs::enqueue(&tx, relais_network::imports::APPLY, &errand).await.unwrap();
    tx.commit().await.unwrap();
    world.run_jobs().await;
}

#[tokio::test]
async fn ops_06_a_file_never_closes_more_than_its_check_told() {
    let generous = Options { complete: true, most_leavers: 60, ..Options::default() };
    let dry = Settings { dry_run: true, options: Some(generous), ..Settings::default() };
    for (told, came) in [(1, 1), (1, 0)] {
        let world = staffed(40).await;
        let checked = world.run(FileKind::People, lines(told..40), &dry).await;
        assert_eq!((checked.record.state, checked.record.counts().leavers), (State::Checked, 1));
        // Meanwhile others came whom the file cannot name.
        let others = Settings { options: Some(Options::default()), ..Settings::default() };
        world.run(FileKind::People, lines(50..50 + came * 20), &others).await;
        let before = world.rows().await;
        apply(&world, &checked).await;
        let (state, leavers, error): (State, i64, String) = {
            let one = |column: &'static str| {
                sql("select ").push(column).push(" from import where id = ").arg(checked.record.id)
            };
            (
                one("state").value(&world.org).await.unwrap().unwrap(),
                one("leaver_count").value(&world.org).await.unwrap().unwrap(),
                one("coalesce(error, '')").value(&world.org).await.unwrap().unwrap(),
            )
        };
        if came == 0 {
            assert_eq!((state, leavers), (State::Applied, 1));
        } else {
            assert_eq!((state, leavers, error.as_str()), (State::Checked, 21, "import-more-leavers"));
            assert_eq!(world.rows().await, before);
        }
    }
}
