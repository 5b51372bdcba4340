//! The boards over the whole field voice: entries with their intervals, days since the last quick win, never people.

use std::time::Duration;

use relais_directory::assignments::Function;
use relais_testkit::builders::{a_person, a_unit, assigned};

use crate::world::World;

const DAY: Duration = Duration::from_secs(86_400);

/// Inès says so many things, and her manager answers each at once.
async fn answered(world: &World, n: usize) {
    for n in 0..n {
        let text = format!("Une clé pour trois, armoire {n}.");
        let path = world.sent(world.ines, "/pebbles/new", &[("text", &text)]).await;
        world
            .sent(world.nadege, &format!("{path}/answer"), &[("outcome", "done"), ("words", "Trois clés.")])
            .await;
    }
}

#[tokio::test]
async fn vdt_01_the_share_answered_in_time_has_its_interval_and_what_it_is_of() {
    let world = World::new().await;
    answered(&world, 17).await;
    for n in 0..3 {
        world.sent(world.ines, "/pebbles/new", &[("text", &format!("Il fait froid, bureau {n}."))]).await;
    }
    // Nothing has run its time yet: nothing is said of it.
    world.read(world.ines, "/board").await.holds("trop peu (0)").lacks("85\u{202f}%");
    world.app.db().clock().advance(DAY * 20);
    world
        .read(world.ines, "/board")
        .await
        .holds("Évry")
        // Seventeen of twenty: the golden value of Wilson's interval.
        .holds("de 64 à 95")
        .holds("85")
        .holds("indicatif")
        .holds("20 choses dites dont le délai est passé");
    world.read(world.lila, "/board?place=network").await.holds("de 64 à 95");
    world.read(world.lila, "/board").await.holds("Massy").lacks("de 64 à 95");
}

#[tokio::test]
async fn spo_08_days_since_the_last_quick_win_are_counted_for_each_unit() {
    let world = World::new().await;
    world.read(world.ines, "/board").await.holds("pas encore");
    answered(&world, 1).await;
    world.read(world.ines, "/board").await.holds("aujourd’hui");
    world.app.db().clock().advance(DAY * 9);
    world.read(world.ines, "/board").await.holds("9 jours");
    // What took longer than fifteen days is done, and no quick win.
    let path = world.sent(world.ines, "/pebbles/new", &[("text", "La porte grince.")]).await;
    world.app.db().clock().advance(DAY * 16);
    world.sent(world.nadege, &format!("{path}/answer"), &[("outcome", "done"), ("words", "Huilée.")]).await;
    world.read(world.ines, "/board").await.holds("25 jours");
}

#[tokio::test]
async fn prv_09_boards_name_nobody_and_units_of_two_say_too_few() {
    let world = World::new().await;
    answered(&world, 12).await;
    let tiny = a_unit(&world.org, "BRU", "Brunoy").await;
    let (zoe, luc) = (a_person(&world.org, "Zoé", "Petit").await, a_person(&world.org, "Luc", "Grand").await);
    assigned(&world.org, zoe, tiny, Function::Adviser).await;
    assigned(&world.org, luc, tiny, Function::Manager).await;
    for n in 0..12 {
        let text = format!("Une clé pour deux, armoire {n}.");
        let path = world.sent(zoe, "/pebbles/new", &[("text", &text)]).await;
        world.sent(luc, &format!("{path}/answer"), &[("outcome", "done"), ("words", "Deux clés.")]).await;
    }
    world.app.db().clock().advance(DAY * 20);
    world.read(zoe, "/board").await.holds("Brunoy").holds("Trop peu").lacks("de 76 à 100");
    let network = world.read(world.helene, "/board?place=network").await;
    for name in ["Marchal", "Fournier", "Petit", "Grand"] {
        assert!(!network.body.contains(name), "{name}");
    }
    network.holds("Trop peu").holds("24 choses dites");
}

#[tokio::test]
async fn the_board_counts_each_kind_of_its_own_unit() {
    let world = World::new().await;
    let path = world.sent(world.ines, "/obstacles/new", &[("text", "La clé manque.")]).await;
    world
        .sent(world.nadege, &format!("{path}/answer"), &[("outcome", "removed"), ("words", "Retrouvée.")])
        .await;
    let free = [("first_words", "La note dit 9 h."), ("second_words", "Le site dit 10 h.")];
    world.sent(world.ines, "/incoherences/new", &free).await;
    world
        .read(world.ines, "/board")
        .await
        .holds("Obstacles")
        .holds("Incohérences")
        .holds("Règles questionnées");
    world.read(world.lila, "/board").await.holds("Obstacles");
    world.read(world.helene, "/board").await.holds("Tout le réseau");
}

#[tokio::test]
async fn cse_04_answering_counts_as_work_of_all_who_answer() {
    let world = World::new().await;
    for n in 0..2 {
        let text = format!("{n} {}", "Le terminal du fond perd le réseau. ".repeat(26));
        let path = world.sent(world.ines, "/pebbles/new", &[("text", &text)]).await;
        let words = [("outcome", "done"), ("words", "Il est changé.")];
        world.sent(world.nadege, &format!("{path}/answer"), &words).await;
    }
    // Nadège answers alone: the count would be hers, and nobody reads it.
    world.read(world.ines, "/board").await.holds("Ce que répondre demande").lacks("prévenues");
    world.read(world.lila, "/board?place=network").await.lacks("prévenues");
    let (ines, karim) = (world.ines.to_string(), world.karim.to_string());
    let named = [("theme", "tools"), ("people", ines.as_str()), ("people", karim.as_str())];
    world.sent(world.nadege, "/pebbles/duties", &named).await;
    // Three can answer. Two texts of 900 signs and two short answers: two minutes begun.
    world.read(world.ines, "/board").await.holds("2 personnes prévenues").holds("2 minutes");
    world.read(world.lila, "/board").await.lacks("prévenues");
}
