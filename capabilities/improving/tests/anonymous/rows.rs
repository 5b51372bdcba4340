//! The rules of the tables.

use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id, only},
};

use crate::world::World;

#[tokio::test]
async fn what_is_sealed_has_words() {
    let world = World::of(0).await;
    for (rule, statement) in [
        (
            "sealed_saying_filled",
            "insert into sealed_saying (org_id, id, kind, theme, frequency, hinders, text, receipt) \
             values ($1, $1, 'irritant', 'other', 'weekly', 1 = 0, '', $2)",
        ),
        (
            "sealed_reply_filled",
            "insert into sealed_reply (org_id, id, pebble_id, text) select $1, $1, $1, '' where $2 is not null",
        ),
    ] {
        let tx = world.app.sealed().db().begin().await.unwrap();
        refused_by(sql(statement).bind(id()).bind(vec![0_u8; 32]).run(&tx).await, rule);
    }
}

#[tokio::test]
async fn what_is_said_on_an_entry_is_whole() {
    let world = World::of(1).await;
    let visitor = world.visitor(world.people[0]).await;
    world.app.post(&visitor, "/pebbles/new", &[("text", "Il fait froid.")]).await.is(303);
    let good = Row::new(
        "pebble_word",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("pebble_id", only(&world.org, "pebble").await.into()),
            ("place", 0_i64.into()),
            ("speaker", "question".into()),
            ("text", "Depuis quand ?".into()),
            ("state", None::<String>.into()),
            ("planned_day", None::<i32>.into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("word_of_pebble", good.clone().with("pebble_id", id())),
        ("word_speaker_known", good.clone().with("speaker", "echo")),
        ("word_answer_has_a_state", good.clone().with("speaker", "answer")),
        ("word_answer_has_a_state", good.clone().with("state", "done")),
        ("word_state_known", good.clone().with("speaker", "answer").with("state", "lost")),
        ("word_filled", good.clone().with("text", "")),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
    good.again().is_refused(&world.org, "unique_pebble_word__pebble_id_place").await;
}
