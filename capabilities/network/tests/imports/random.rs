//! Random small files, with people edited at the same time: never two main units or two managers at once, and an
//! untouched import goes back to the very rows.

use proptest::{collection::vec, prelude::*, sample::select};
use relais_directory::assignments::{self, AssignmentFacts, AssignmentKind, Function};
use relais_kernel::PersonId;
use relais_network::imports::{FileKind, Options, Settings, State};
use relais_store::sql;
use relais_testkit::builders::today;

use crate::world::{World, people, world};

fn line() -> impl Strategy<Value = String> {
    let numbers = select(vec!["E0", "E1", "E2", "E3", "E4", "E5"]);
    let units = select(vec!["EVR", "VIT", "", "NULLEPART"]);
    let functions = select(vec!["responsable", "conseiller", "adjointe"]);
    let employers = select(vec!["", "Intérim"]);
    let from = select(vec!["", "2020-01-06", "2026-11-21", "2026-12-24"]);
    let left = select(vec!["", "", "", "2026-10-31", "2027-01-31"]);
    (numbers, units, functions, employers, from, left)
        .prop_map(|(n, u, f, e, from, left)| format!("{n};Prénom;Nom;;;{e};{u};{f};{from};;{left}\n"))
}

async fn never_two_at_once(world: &World) {
    for (what, same) in [
        ("main", "a.person_id = b.person_id and a.main and b.main"),
        ("manager", "a.unit_id = b.unit_id and a.function = 'manager' and b.function = 'manager'"),
    ] {
        let twice = sql(
            "select count(*) from assignment a join assignment b on a.org_id = b.org_id and a.id < b.id and ",
        )
        .push(same)
        .push(
            " and a.from_day <= coalesce(b.to_day, 99991231) and b.from_day <= coalesce(a.to_day, 99991231)",
        )
        .value::<i64>(&world.org)
        .await
        .unwrap();
        assert_eq!(twice, Some(0), "{what}");
    }
}

/// Somebody moves people while a file is imported.
async fn meddle(world: &World) {
    for _ in 0..3 {
        let people: Vec<PersonId> =
            sql("select id from person order by id").values(&world.org).await.unwrap();
        for person in people {
            let tx = world.org.begin().await.unwrap();
            let employer = relais_directory::employers::list(&tx).await.unwrap()[0].id;
            let facts = AssignmentFacts {
                person_id: person,
                unit_id: world.vitry,
                function: Function::Care,
                employer_id: employer,
                kind: AssignmentKind::Regular,
                main: true,
                from_day: today(),
                to_day: None,
            };
            match assignments::move_main(&tx, &facts, None).await {
                Ok(Ok(_)) => tx.commit().await.unwrap(),
                _ => tx.rollback().await.unwrap(),
            }
        }
    }
}

fn settings(complete: bool, good_lines_only: bool) -> Settings {
    let options = Options { complete, most_leavers: 100, ..Options::default() };
    Settings { good_lines_only, options: Some(options), ..Settings::default() }
}

async fn story(files: Vec<(Vec<String>, bool, bool)>, meddled: bool) {
    let world = world().await;
    for (lines, complete, good_lines_only) in files {
        let before = world.rows().await;
        let text = people(&lines.concat());
        let settings = settings(complete, good_lines_only);
        let run = world.run(FileKind::People, &text, &settings);
        let outcome = if meddled { tokio::join!(run, meddle(&world)).0 } else { run.await };
        never_two_at_once(&world).await;
        if outcome.record.state != State::Applied {
            if !meddled {
                assert_eq!(world.rows().await, before, "nothing applied, nothing changed");
            }
            continue;
        }
        let after = world.rows().await;
        if !meddled {
            // A line that was left out may become possible by what the others changed.
            if outcome.record.counts().faults == 0 {
                let again = world.run(FileKind::People, &text, &settings).await;
                assert_eq!((again.record.counts().new, again.record.counts().leavers), (0, 0));
                assert_eq!(world.rows().await, after, "the same file again: {text}");
            }
            world.undo(&outcome).await;
            assert_eq!(world.rows().await, before, "undone: {text}");
            world.run(FileKind::People, &text, &settings).await;
        } else {
            world.undo(&outcome).await;
        }
        never_two_at_once(&world).await;
    }
}

fn files() -> impl Strategy<Value = Vec<(Vec<String>, bool, bool)>> {
    vec((vec(line(), 1..8), any::<bool>(), any::<bool>()), 1..4)
}

fn run(files: Vec<(Vec<String>, bool, bool)>, meddled: bool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(story(files, meddled));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn prop_undoing_an_untouched_import_restores_the_very_rows(files in files()) {
        run(files, false);
    }

    #[test]
    fn prop_net_01_holds_whoever_edits_meanwhile(files in files()) {
        run(files, true);
    }
}
