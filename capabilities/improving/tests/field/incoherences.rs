//! MAP-07: two things contradict each other; somebody decides what holds, with a reason, and all who stumbled are told.

use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id},
};

use crate::world::World;

const TOOL: &str = "L’écran de caisse exige un code dès le premier euro.";

async fn rule(world: &World, title: &str, owner: &str) -> String {
    let fields = [
        ("title", title),
        ("words", "Un geste se fait sans demander."),
        ("place", "network"),
        ("owner", owner),
    ];
    world.sent(world.helene, "/rules/new", &fields).await
}

/// Inès stumbles over a rule of Hélène's that a tool contradicts.
async fn said(world: &World) -> String {
    let rule = rule(world, "Geste commercial", "me").await;
    let rule = rule.rsplit('/').next().unwrap_or_default();
    let fields = [("first_rule", rule), ("second_words", TOOL), ("stage", "Facture")];
    world.sent(world.ines, "/incoherences/new", &fields).await
}

#[tokio::test]
async fn map_07_two_things_that_contradict_each_other_have_an_owner_and_a_day() {
    let world = World::new().await;
    let path = said(&world).await;
    world
        .read(world.ines, &path)
        .await
        .holds("Un geste se fait sans demander.")
        .holds(TOOL)
        .holds("Facture")
        .holds("4 décembre 2026, 18\u{a0}h")
        .lacks("Ce que vous décidez");
    world.read(world.helene, &path).await.holds("Ce que vous décidez");
    world.read(world.lila, "/incoherences").await.holds("Geste commercial").holds("Attend une décision");
    world.read(world.lila, "/rules").await.holds("Incohérences");
    let free = [("first_words", "La note dit 9 h."), ("second_words", "Le site dit 10 h.")];
    let free = world.sent(world.ines, "/incoherences/new", &free).await;
    world.read(world.helene, &free).await.holds("Il attend que l’un de vous le prenne");
    world.read(world.nadege, &free).await.lacks("Ce que vous décidez");
}

#[tokio::test]
async fn map_07_a_decision_has_a_reason_says_what_holds_and_is_told_to_all() {
    let world = World::new().await;
    let path = said(&world).await;
    world.sent(world.karim, &format!("{path}/join"), &[]).await;
    world.sent(world.karim, &format!("{path}/join"), &[]).await;
    let decide = format!("{path}/decide");
    for fields in [
        [("verdict", "change_second"), ("reason", " "), ("now_words", "Le code au-delà de 15 €.")],
        [("verdict", "change_second"), ("reason", "L’écran est ancien."), ("now_words", "")],
        [("verdict", "impossible"), ("reason", "L’écran est ancien."), ("now_words", "")],
    ] {
        world.post(world.helene, &decide, &fields).await.is(422);
    }
    let good = [
        ("verdict", "change_second"),
        ("reason", "L’écran est ancien."),
        ("now_words", "Le code au-delà de 15 €."),
    ];
    for person in [world.ines, world.nadege, world.solene] {
        world.post(person, &decide, &good).await.is(404);
    }
    world.sent(world.helene, &decide, &good).await;
    for person in [world.ines, world.karim, world.lila] {
        world
            .read(person, &path)
            .await
            .holds("Le second est changé")
            .holds("L’écran est ancien.")
            .holds("Le code au-delà de 15 €.")
            .holds("2 voix");
    }
    assert_eq!(world.number("select count(*) from baton_waiter where told is null").await, 0);
    world.post(world.helene, &decide, &good).await.is(422).holds("entre-temps");
    let rule =
        sql("select first_rule_id from incoherence").value::<uuid::Uuid>(world.app.db()).await.unwrap();
    let rule = format!("/rules/{}", rule.unwrap());
    world.read(world.lila, &rule).await.holds("Le second est changé le 21 novembre 2026");
}

#[tokio::test]
async fn sec_01_an_incoherence_is_its_organisations() {
    let world = World::new().await;
    let path = said(&world).await;
    let stranger = world.stranger().await;
    world.app.get(&stranger, &path).await.is(404);
    world.app.post(&stranger, &format!("{path}/join"), &[]).await.is(404);
    world.app.post(&stranger, &format!("{path}/decide"), &[]).await.is(404);
    world.app.get(&stranger, "/incoherences").await.is(200).lacks("Geste commercial");
    world.app.get(&stranger, "/incoherences/new").await.is(200).lacks("Geste commercial");
    world.post(world.ines, "/incoherences/new", &[]).await.is(422).holds("Choisissez une règle");
}

#[tokio::test]
async fn the_rows_of_incoherences_are_whole_and_keep_their_decision() {
    let world = World::new().await;
    let one = rule(&world, "Une", "leads").await;
    let one: uuid::Uuid = one.rsplit('/').next().unwrap().parse().unwrap();
    let good = Row::new(
        "incoherence",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("first_words", "La note dit 9 h.".into()),
            ("second_words", "Le site dit 10 h.".into()),
            ("stage", "".into()),
            ("voices", 1_i64.into()),
            ("state", "open".into()),
            ("reason", "".into()),
            ("now_words", "".into()),
            ("due_at", 5_i64.into()),
            ("said_at", 1_i64.into()),
            ("said_day", 20_261_121_i32.into()),
            ("newest", (-1_i64).into()),
        ],
    );
    let decided = good
        .clone()
        .with("state", "decided")
        .with("verdict", "keep_first")
        .with("reason", "La note est juste.")
        .with("decided_day", 20_261_121_i32);
    for (refused, bad) in [
        ("incoherence_of_organisation", good.clone().with("org_id", id())),
        ("incoherence_of_first_rule", good.clone().with("first_rule_id", id())),
        ("incoherence_of_second_rule", good.clone().with("second_rule_id", id())),
        ("incoherence_by_author", good.clone().with("author_id", id())),
        ("incoherence_of_two", good.clone().with("first_rule_id", one).with("second_rule_id", one)),
        ("incoherence_filled", good.clone().with("second_words", "")),
        ("incoherence_state_known", good.clone().with("state", "lost").with("reason", "Parce que.")),
        ("incoherence_verdict_known", decided.clone().with("verdict", "shrug")),
        ("incoherence_decision_complete", good.clone().with("decided_day", 20_261_121_i32)),
        ("incoherence_decided_with_reason", decided.clone().with("reason", "")),
        ("incoherence_change_says_what_holds", decided.clone().with("verdict", "change_both")),
        ("incoherence_has_a_voice", good.clone().with("voices", 0_i64)),
    ] {
        bad.again().is_refused(&world.org, refused).await;
    }
    good.is_taken(&world.org).await;
    decided.again().is_taken(&world.org).await;
    for (refused, change) in [
        ("what_contradicts_stays", "update incoherence set first_words = 'Autre chose.'"),
        ("incoherence_voices_only_grow", "update incoherence set voices = 0"),
        (
            "incoherence_decision_stays",
            "update incoherence set reason = 'Autre chose.' where state = 'decided'",
        ),
        ("incoherence_is_never_removed", "delete from incoherence where 1 = 1"),
    ] {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).run(&tx).await, refused);
    }
}
