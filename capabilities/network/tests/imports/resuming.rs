//! Processes that are killed (OPS-09): nothing acknowledged is lost, nothing is there twice.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::atomic::{AtomicBool, Ordering},
    task::Poll,
    time::Duration,
};

use relais_network::imports::{FileKind, Settings, Stage, State, Step, run_file};
use relais_store::{InOrg as _, audit::Actor, sql};

use crate::world::{World, file, people, world};

fn crowd(from: u32, to: u32) -> String {
    let line = |n| format!("E{n};Prénom;Nom {n};;;Intérim;EVR;conseiller;2020-01-06;;\n");
    people(&(from..to).map(line).collect::<String>())
}

/// Lets a future take so many steps once `begun` is set, then drops it wherever it stands, as a killed process would.
async fn cut<T>(future: impl Future<Output = T>, begun: &AtomicBool, steps: usize) -> Option<T> {
    let mut future = pin!(future);
    let mut left = steps;
    poll_fn(move |context| {
        if begun.load(Ordering::SeqCst) {
            left = left.saturating_sub(1);
        }
        if left == 0 { Poll::Ready(None) } else { future.as_mut().poll(context).map(Some) }
    })
    .await
}

/// Kills an import so many steps after a stage has begun; how many a commit takes depends on the database's load.
async fn killed_after(world: &World, stage: Stage, steps: usize) -> bool {
    let content = file(crowd(0, 1_100));
    let begun = AtomicBool::new(false);
    let settings = Settings::default();
    let mut tell = |step: Step| {
        if step.stage == stage {
            begun.store(true, Ordering::SeqCst);
        }
    };
    let source = ("essai.csv", &content);
    let run = run_file(
        world.base.db(),
        world.org.org(),
        Actor::default(),
        FileKind::People,
        source,
        &settings,
        &mut tell,
    );
    cut(run, &begun, steps).await.is_none()
}

async fn state(world: &World) -> State {
    sql("select state from import").value(&world.org).await.unwrap().unwrap()
}

async fn count(world: &World, what: &'static str) -> i64 {
    sql("select count(*) from ").push(what).value(&world.org).await.unwrap().unwrap()
}

#[tokio::test]
async fn ops_09_an_import_killed_anywhere_is_taken_up_and_doubles_nothing() {
    let (mut cut_while_checking, mut cut_while_writing) = (0, 0);
    for (stage, steps) in [
        (Stage::Reading, 1),
        (Stage::Reading, 4),
        (Stage::Reading, 16),
        (Stage::Checking, 1),
        (Stage::Checking, 2),
        (Stage::Applying, 1),
        (Stage::Applying, 2),
        (Stage::Applying, 5),
        (Stage::Applying, 12),
        (Stage::Applying, 30),
    ] {
        let at = format!("{steps} steps into {stage:?}");
        let world = world().await;
        if !killed_after(&world, stage, steps).await {
            continue;
        }
        let (cut_in, written) = (state(&world).await, count(&world, "person").await);
        // The watch over the command finds the import where the last commit left it.
        world.base.db().clock().advance(Duration::from_secs(61));
        world.run_jobs().await;
        let ended = state(&world).await;
        match cut_in {
            State::Checking => {
                cut_while_checking += 1;
                assert_eq!((ended, count(&world, "person").await), (State::Checked, 0), "{at}");
            }
            State::Applying => {
                cut_while_writing += 1;
                let (people, places) = (count(&world, "person").await, count(&world, "assignment").await);
                let (grants, changes) =
                    (count(&world, "role_grant").await, count(&world, "import_change").await);
                assert_eq!((people, places, grants), (1_100, 1_100, 1_100), "{at}");
                assert_eq!((changes, count(&world, "employer").await), (1_101, 2), "{at}");
                assert_eq!(ended, State::Applied, "{at}");
            }
            // Between two stages, or behind the last: it stands as it was.
            settled => assert_eq!((ended, count(&world, "person").await), (settled, written), "{at}"),
        }
    }
    assert!(cut_while_checking > 0, "no cut fell into the checking");
    assert!(cut_while_writing > 0, "no cut fell into the writing");
}

#[tokio::test]
async fn ops_09_a_command_that_lives_is_left_to_itself_however_long_it_takes() {
    let world = world().await;
    let (content, begun) = (file(crowd(0, 1_100)), AtomicBool::new(false));
    let clock = world.base.db().clock().clone();
    // Each of its steps takes fifty seconds: two of them are more than a silent command is given.
    let mut tell = |step: Step| {
        clock.advance(Duration::from_secs(50));
        begun.store(step.stage == Stage::Applying && step.done > 0, Ordering::SeqCst);
    };
    let (db, settings) = (world.base.db(), Settings::default());
    let source = ("essai.csv", &content);
    let run = run_file(db, world.org.org(), Actor::default(), FileKind::People, source, &settings, &mut tell);
    assert!(cut(run, &begun, 2).await.is_none(), "it was to be cut while it writes");
    world.run_jobs().await;
    assert_eq!(state(&world).await, State::Applying, "it spoke a moment ago");
    world.base.db().clock().advance(Duration::from_secs(61));
    world.run_jobs().await;
    assert_eq!((state(&world).await, count(&world, "person").await), (State::Applied, 1_100));
}

#[tokio::test]
async fn ops_09_two_who_work_on_one_import_never_double_it() {
    let world = world().await;
    let outcome = world.run(FileKind::People, crowd(0, 1_100), &crate::world::dry()).await;
    let tx = world.org.begin().await.unwrap();
    sql("update import set state = 'applying', cursor_row = 0, new_count = 0, version = version + 1 where id = $1")
        .bind(outcome.record.id)
        .run_one("import", &tx)
        .await
        .unwrap();
    let errand = serde_json::json!({ "org": world.org.org(), "import": outcome.record.id });
    for _ in 0..2 {
        relais_store::jobs::enqueue(&tx, relais_network::imports::APPLY, &errand).await.unwrap();
    }
    tx.commit().await.unwrap();
    tokio::join!(world.run_jobs(), world.run_jobs());
    world.base.db().clock().advance(Duration::from_secs(60));
    world.run_jobs().await;
    assert_eq!((count(&world, "person").await, count(&world, "import_change").await), (1_100, 1_101));
}

#[tokio::test]
async fn ops_09_an_undoing_killed_anywhere_is_taken_up() {
    let world = world().await;
    let before = world.rows().await;
    let outcome = world.run(FileKind::People, crowd(0, 600), &Settings::default()).await;
    assert_eq!(outcome.record.state, State::Applied);
    let mut cut_while_undoing = 0;
    for steps in [3, 30, 60, 90] {
        cut(world.undo_again(&outcome), &AtomicBool::new(true), steps).await;
        cut_while_undoing += usize::from(state(&world).await == State::Undoing);
        // The lease of a killed node runs out.
        world.base.db().clock().advance(Duration::from_secs(120));
    }
    world.run_jobs().await;
    assert_eq!(state(&world).await, State::Undone);
    assert!(cut_while_undoing > 0, "no cut fell into the undoing");
    assert_eq!(world.rows().await, before);
}
