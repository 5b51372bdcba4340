//! Streams of changes through the real router: who hears what, from when, and until when.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::{collections::BTreeMap, time::Duration};

use relais_directory::accounts::{places, sessions};
use relais_kernel::{PersonId, Role, Scope};
use relais_store::{InOrg as _, OrgDb, bell, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, an_organisation, granted},
};
use relais_web::{
    Manifest, TopicKind,
    live::{self, Pace},
};

/// Boards are for administrators.
fn boards() -> Manifest {
    let topics = vec![TopicKind { kind: "board", heard: |viewer, _| viewer.holds(Role::Admin) }];
    Manifest { room: "boards", topics, ..Manifest::default() }
}

struct World {
    app: TestApp,
    org: OrgDb,
    person: PersonId,
    visitor: Visitor,
}

async fn world(pace: Pace) -> World {
    let app = TestApp::at_pace(vec![live::manifest(), boards()], pace).await;
    let org = an_organisation(app.db()).await;
    let person = a_person(&org, "Thomas", "Girard").await;
    granted(&org, person, Role::Admin, Scope::Network).await;
    let visitor = app.sign_in(org.org(), person).await;
    World { app, org, person, visitor }
}

async fn ring(org: &OrgDb, topics: &[&str]) {
    let tx = org.begin().await.unwrap();
    for topic in topics {
        bell::ring(&tx, *topic).unwrap();
    }
    tx.commit().await.unwrap();
}

fn told<const N: usize>(versions: [(&str, i64); N]) -> Option<BTreeMap<String, i64>> {
    Some(versions.map(|(topic, version)| (topic.to_owned(), version)).into())
}

const A_WHILE: Duration = Duration::from_millis(300);

/// Checks often, and would go on for long.
const WATCHFUL: Pace = Pace {
    beat: Duration::from_millis(50),
    check: Duration::from_millis(100),
    life: Duration::from_secs(600),
};

#[tokio::test]
async fn a_stream_tells_the_present_versions_and_then_each_change_once() {
    let World { app, org, visitor, .. } = world(Pace::default()).await;
    ring(&org, &["board:1"]).await;
    let mut stream = app.listen(&visitor, &["board:1", "board:2"]).await;
    assert_eq!(stream.status, 200);
    assert_eq!(stream.headers["content-type"], "text/event-stream");
    assert_eq!(stream.headers["cache-control"], "no-store");
    assert!(!stream.headers.contains_key("content-encoding"), "a compressor would hold events back");
    let first = stream.event().await.unwrap();
    assert!(first.contains("retry: ") && first.contains(r#"data: {"board:1":1,"board:2":0}"#), "{first}");
    ring(&org, &["board:2", "board:3"]).await;
    assert_eq!(stream.versions().await, told([("board:2", 1)]));
    ring(&org, &["board:1", "board:2"]).await;
    let mut heard = stream.versions().await.unwrap();
    if heard.len() == 1 {
        heard.extend(stream.versions().await.unwrap());
    }
    assert_eq!(Some(heard), told([("board:1", 2), ("board:2", 2)]));
    assert!(stream.is_silent_for(A_WHILE).await);
}

#[tokio::test]
async fn many_changes_are_told_in_order_up_to_the_last() {
    let World { app, org, visitor, .. } = world(Pace::default()).await;
    let mut stream = app.listen(&visitor, &["board:1"]).await;
    stream.versions().await.unwrap();
    for _ in 0..30 {
        ring(&org, &["board:1"]).await;
    }
    let mut last = 0;
    while last < 30 {
        let version = stream.versions().await.unwrap()["board:1"];
        assert!(version > last, "{version} after {last}");
        last = version;
    }
}

#[tokio::test]
async fn sec_01_topics_of_others_are_not_heard_and_unknown_ones_do_not_exist() {
    let World { app, org, person, visitor } = world(Pace::default()).await;
    let other = a_person(&org, "Inès", "Marchal").await;
    let (mine, theirs) = (format!("person:{person}"), format!("person:{other}"));
    let asked = [mine.as_str(), theirs.as_str(), "unknown:1", "board", "board:a b"];
    let mut stream = app.listen(&visitor, &asked).await;
    assert_eq!(stream.versions().await, told([(mine.as_str(), 0)]));
    ring(&org, &[theirs.as_str(), "unknown:1"]).await;
    assert!(stream.is_silent_for(A_WHILE).await);
    ring(&org, &[mine.as_str()]).await;
    assert_eq!(stream.versions().await, told([(mine.as_str(), 1)]));

    // Without the role, no board; with nothing to hear there is no stream, and a browser does not ask again.
    let ines = app.sign_in(org.org(), other).await;
    assert_eq!(app.listen(&ines, &["board:1", mine.as_str()]).await.status, 204);
    let query = relais_web::query([("topic", "board:1"), ("topic", theirs.as_str())]);
    let versions = app.get(&ines, &format!("/live/versions?{query}")).await.is(200);
    assert_eq!(versions.body, format!("{{\"{theirs}\":1}}"));
    app.get(&Visitor::stranger(), "/live?topic=board:1").await.is(303);
    app.get(&Visitor::stranger(), "/live/versions?topic=board:1").await.is(303);
}

#[tokio::test]
async fn sec_01_another_organisation_s_changes_are_not_heard() {
    let World { app, org, visitor, .. } = world(Pace::default()).await;
    let elsewhere = an_organisation(app.db()).await;
    ring(&elsewhere, &["board:1"]).await;
    let mut stream = app.listen(&visitor, &["board:1"]).await;
    assert_eq!(stream.versions().await, told([("board:1", 0)]));
    ring(&elsewhere, &["board:1"]).await;
    assert!(stream.is_silent_for(A_WHILE).await);
    ring(&org, &["board:1"]).await;
    assert_eq!(stream.versions().await, told([("board:1", 1)]));
}

#[tokio::test]
async fn a_connection_hears_forty_topics_at_most() {
    let World { app, visitor, .. } = world(Pace::default()).await;
    let topics: Vec<String> = (0..60).map(|n| format!("board:{n}")).collect();
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    let mut stream = app.listen(&visitor, &topics).await;
    assert_eq!(stream.versions().await.unwrap().len(), 40);
}

#[tokio::test]
async fn sec_03_a_session_that_was_ended_hears_nothing_more() {
    let World { app, org, person, visitor } = world(WATCHFUL).await;
    let mut stream = app.listen(&visitor, &["board:1"]).await;
    stream.versions().await.unwrap();
    tokio::time::sleep(A_WHILE).await;
    ring(&org, &["board:1"]).await;
    assert_eq!(stream.versions().await, told([("board:1", 1)]), "a session that goes on hears");
    let account = places::account_of(&org, person).await.unwrap().unwrap();
    let tx = app.db().begin().await.unwrap();
    sessions::end_all(&tx, account, app.db().clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    tokio::time::sleep(A_WHILE).await;
    ring(&org, &["board:1"]).await;
    assert_eq!(stream.versions().await, None);
}

#[tokio::test]
async fn sec_01_what_a_role_opened_is_not_heard_once_the_role_is_taken() {
    let World { app, org, person, visitor } = world(WATCHFUL).await;
    let mut stream = app.listen(&visitor, &["board:1"]).await;
    stream.versions().await.unwrap();
    let tx = org.begin().await.unwrap();
    let taken = sql("delete from role_grant where org_id = $1 and person_id = $2");
    taken.bind(tx.org()).bind(person).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stream.versions().await, None);
    assert_eq!(app.listen(&visitor, &["board:1"]).await.status, 204);
}

#[tokio::test]
async fn a_silent_stream_gives_signs_of_life_and_ends_in_its_time() {
    let (beat, life) = (Duration::from_millis(50), Duration::from_millis(400));
    let World { app, visitor, .. } = world(Pace { beat, life, ..Pace::default() }).await;
    let mut stream = app.listen(&visitor, &["board:1"]).await;
    stream.versions().await.unwrap();
    let mut beats = 0;
    while let Some(event) = stream.event().await {
        assert!(event.starts_with(':'), "{event}");
        beats += 1;
    }
    assert!(beats >= 3, "{beats}");
}

#[tokio::test]
async fn all_streams_end_with_the_node_and_none_begins() {
    let World { app, visitor, .. } = world(Pace::default()).await;
    let mut stream = app.listen(&visitor, &["board:1"]).await;
    stream.versions().await.unwrap();
    app.site().end_streams();
    assert_eq!(stream.versions().await, None);
    assert_eq!(app.listen(&visitor, &["board:1"]).await.versions().await, None);
}

#[tokio::test]
async fn sec_08_listening_does_not_keep_a_session_going() {
    let World { app, visitor, .. } = world(Pace::default()).await;
    app.db().clock().advance(Duration::from_secs(20 * 86_400));
    app.get(&visitor, "/live/versions?topic=board:1").await.is(200);
    app.listen(&visitor, &["board:1"]).await.versions().await.unwrap();
    app.db().clock().advance(Duration::from_secs(11 * 86_400));
    app.get(&visitor, "/live/versions?topic=board:1").await.is(303);
}
