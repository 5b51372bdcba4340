//! CER-07: a team puts an obstacle to those who answer for its unit; it is held at once, passed up by acceptance alone,
//! and ends with words that the team reads. The unit's board counts obstacles, never people.

use std::time::Duration;

use relais_directory::assignments::Function;
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    builders::{a_person, a_unit, assigned},
    refused_by,
    rows::{Row, id},
};

use crate::world::World;

const DAY: Duration = Duration::from_secs(86_400);

async fn put(world: &World) -> String {
    world.sent(world.ines, "/obstacles/new", &[("text", "Le badge de la réserve ne s’ouvre plus.")]).await
}

#[tokio::test]
async fn cer_07_an_obstacle_is_held_at_once_by_those_who_answer_for_the_unit() {
    let world = World::new().await;
    let path = put(&world).await;
    world
        .read(world.ines, &path)
        .await
        .holds("Le badge de la réserve")
        .holds("4 décembre 2026, 18\u{a0}h")
        .lacks("Le proposer à la région");
    world
        .read(world.nadege, &path)
        .await
        .holds("Il est levé")
        .holds("Le proposer à la région")
        .holds("Inès Marchal");
    world.read(world.karim, &path).await.lacks("Marchal").holds("Moi aussi");
    world.sent(world.karim, &format!("{path}/join"), &[]).await;
    world.read(world.karim, "/obstacles").await.holds("Le badge de la réserve").holds("2 voix");
    world.post(world.ines, "/obstacles/new", &[("text", " ")]).await.is(422).holds("ce qui vous empêche");
}

#[tokio::test]
async fn cer_07_it_ends_with_words_that_the_team_reads_and_all_are_told() {
    let world = World::new().await;
    let path = put(&world).await;
    world.sent(world.karim, &format!("{path}/join"), &[]).await;
    let answer = format!("{path}/answer");
    world
        .post(world.nadege, &answer, &[("outcome", "refused"), ("words", "")])
        .await
        .is(422)
        .holds("Dites pourquoi");
    world
        .post(world.nadege, &answer, &[("outcome", "nothing_possible"), ("words", "Rien à faire")])
        .await
        .is(422)
        .holds("Choisissez comment cela se termine.");
    let removed = [("outcome", "removed"), ("words", "La serrure est changée.")];
    for person in [world.ines, world.karim] {
        world.post(person, &answer, &removed).await.is(404);
    }
    world.app.db().clock().advance(DAY * 3);
    world.sent(world.nadege, &answer, &removed).await;
    for person in [world.ines, world.karim] {
        world.read(person, &path).await.holds("La serrure est changée.").holds("Levé · 24 novembre 2026");
    }
    assert_eq!(world.number("select count(*) from baton_waiter where told is null").await, 0);
    assert_eq!(world.number("select cast(took_days as bigint) from obstacle").await, 2, "Monday and Tuesday");
    world.post(world.nadege, &answer, &removed).await.is(422).holds("entre-temps");
}

#[tokio::test]
async fn cer_07_the_giver_stays_the_holder_until_the_region_accepts() {
    let world = World::new().await;
    let path = put(&world).await;
    // To whom it is not held out it does not exist.
    world.get(world.solene, &path).await.is(404);
    let pass = [("words", "Le bailleur ne répond qu’à la région.")];
    world.post(world.ines, &format!("{path}/pass"), &pass).await.is(404);
    world.post(world.nadege, &format!("{path}/pass"), &[]).await.is(422);
    world.sent(world.nadege, &format!("{path}/pass"), &pass).await;
    let held = "select count(*) from baton b join baton_team t on t.org_id = b.org_id and t.id = b.holder_team_id \
         where t.kind = 'unit_leads'";
    assert_eq!(world.number(held).await, 1, "still the unit's");
    world.read(world.nadege, &path).await.holds("l’unité le porte").holds("Il est levé");
    world.read(world.solene, &path).await.holds("On vous propose de le prendre").lacks("Il est levé");
    world.post(world.karim, &format!("{path}/accept"), &[]).await.is(404);
    world.sent(world.solene, &format!("{path}/accept"), &[]).await;
    assert_eq!(world.number(held).await, 0);
    let removed = [("outcome", "worked_around"), ("words", "Un badge de prêt attend à l’accueil.")];
    world.post(world.nadege, &format!("{path}/answer"), &removed).await.is(404);
    world.sent(world.solene, &format!("{path}/answer"), &removed).await;
    world.read(world.ines, &path).await.holds("Un badge de prêt attend").holds("Contourné");
    world.read(world.solene, &path).await.holds("Contourné");
}

#[tokio::test]
async fn sec_01_an_obstacle_is_its_units() {
    let world = World::new().await;
    let path = put(&world).await;
    for person in [world.lila, world.helene] {
        world.get(person, &path).await.is(404);
        for verb in ["join", "answer", "pass", "accept"] {
            world.post(person, &format!("{path}/{verb}"), &[]).await.is(404);
        }
        world.read(person, "/obstacles").await.lacks("badge");
    }
    // Whoever works nowhere has no unit to speak for.
    world.get(world.helene, "/obstacles/new").await.is(404);
    world.post(world.helene, "/obstacles/new", &[("text", "Rien")]).await.is(404);
    let stranger = world.stranger().await;
    world.app.get(&stranger, &path).await.is(404);
}

#[tokio::test]
async fn prv_09_the_board_counts_obstacles_and_says_when_they_are_too_few() {
    let world = World::new().await;
    for (n, days) in [3_u32, 0, 7, 2, 1, 1].into_iter().enumerate() {
        let path = put(&world).await;
        world.app.db().clock().advance(DAY * days);
        let removed = [("outcome", "removed"), ("words", "C’est levé.")];
        world.sent(world.nadege, &format!("{path}/answer"), &removed).await;
        let board = world.read(world.ines, "/obstacles").await;
        match n {
            0 | 1 => drop(board.holds(">Trop peu<")),
            2..5 => drop(board.lacks(">Trop peu<").holds("trop peu pour un intervalle")),
            _ => drop(board.holds("6 obstacles").holds("à 95").holds("1,5 jour<")),
        }
    }
    let page = world.read(world.ines, "/obstacles").await;
    for name in ["Fournier", "Marchal", "Benseddik"] {
        assert!(!page.body.contains(name), "{name}");
    }
}

#[tokio::test]
async fn prv_09_a_unit_of_two_says_nothing_of_delays() {
    let world = World::new().await;
    let tiny = a_unit(&world.org, "BRU", "Brunoy").await;
    let (zoe, luc) = (a_person(&world.org, "Zoé", "Petit").await, a_person(&world.org, "Luc", "Grand").await);
    assigned(&world.org, zoe, tiny, Function::Adviser).await;
    assigned(&world.org, luc, tiny, Function::Manager).await;
    for _ in 0..7 {
        let path = world.sent(zoe, "/obstacles/new", &[("text", "Encore une clé perdue.")]).await;
        world.sent(luc, &format!("{path}/answer"), &[("outcome", "removed"), ("words", "Retrouvée.")]).await;
    }
    world.read(zoe, "/obstacles").await.holds(">Trop peu<").lacks("à 95");
}

#[tokio::test]
async fn the_rows_of_obstacles_are_whole_and_keep_their_end() {
    let world = World::new().await;
    let good = Row::new(
        "obstacle",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("unit_id", world.evry.into()),
            ("text", "Une seule clé pour trois.".into()),
            ("voices", 1_i64.into()),
            ("state", "open".into()),
            ("answer", "".into()),
            ("due_at", 5_i64.into()),
            ("said_at", 1_i64.into()),
            ("said_day", 20_261_121_i32.into()),
            ("newest", (-1_i64).into()),
        ],
    );
    let ended = good
        .clone()
        .with("state", "removed")
        .with("answer", "Trois clés.")
        .with("ended_day", 20_261_121_i32)
        .with("took_days", 0_i32);
    for (refused, bad) in [
        ("obstacle_of_unit", good.clone().with("unit_id", id())),
        ("obstacle_by_author", good.clone().with("author_id", id())),
        ("obstacle_filled", good.clone().with("text", "")),
        ("obstacle_state_known", ended.clone().with("state", "lost")),
        ("obstacle_ends_with_words", ended.clone().with("answer", "")),
        ("obstacle_end_complete", good.clone().with("ended_day", 20_261_121_i32)),
        ("obstacle_took_some_days", ended.clone().with("took_days", -1_i32)),
        ("obstacle_has_a_voice", good.clone().with("voices", 0_i64)),
    ] {
        bad.again().is_refused(&world.org, refused).await;
    }
    good.is_taken(&world.org).await;
    ended.again().is_taken(&world.org).await;
    for (refused, change) in [
        ("what_is_in_the_way_stays", "update obstacle set text = 'Autre chose.'"),
        ("obstacle_voices_only_grow", "update obstacle set voices = 0"),
        ("obstacle_end_stays", "update obstacle set took_days = 9 where state = 'removed'"),
        ("obstacle_is_never_removed", "delete from obstacle where 1 = 1"),
    ] {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).run(&tx).await, refused);
    }
}
