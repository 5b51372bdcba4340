//! GRP-10: any employee asks what a rule is for; its owner keeps, changes or drops it, with a reason, and all are told.

use relais_kernel::{PersonId, Role, Scope};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    builders::{a_person, granted},
    refused_by,
    rows::{Row, id, only},
};

use crate::world::World;

const RULE: &str = "Tout geste commercial se demande au responsable.";

/// Head office writes a rule of the network, and answers for it.
async fn written(world: &World, owner: &str) -> String {
    let fields = [("title", "Geste commercial"), ("words", RULE), ("place", "network"), ("owner", owner)];
    world.sent(world.helene, "/rules/new", &fields).await
}

async fn asked(world: &World, path: &str, person: PersonId) {
    let fields = [("text", "À quoi sert-elle, quand le client attend ?")];
    world.sent(person, &format!("{path}/challenge"), &fields).await;
}

#[tokio::test]
async fn grp_10_any_employee_asks_and_the_owner_promises_an_answer() {
    let world = World::new().await;
    let path = written(&world, "me").await;
    world.read(world.lila, "/rules").await.holds("Geste commercial").lacks("Écrire une règle");
    world
        .read(world.ines, &path)
        .await
        .holds(RULE)
        .holds("Hélène Kowalski")
        .holds("Demander à quoi elle sert");
    asked(&world, &path, world.ines).await;
    world
        .read(world.ines, &path)
        .await
        .holds("quand le client attend")
        .holds("Vous serez prévenu de chaque nouvelle.")
        // Ten open days after Saturday 21 November, at closing time.
        .holds("4 décembre 2026, 18\u{a0}h")
        .lacks("Ce que vous décidez");
    world.read(world.helene, &path).await.holds("Vous le portez").holds("Ce que vous décidez");
    world.read(world.lila, "/rules?show=asked").await.holds("Geste commercial").holds("Une voix");
}

#[tokio::test]
async fn grp_10_a_question_asked_twice_is_one_question_with_two_voices() {
    let world = World::new().await;
    let path = written(&world, "me").await;
    asked(&world, &path, world.ines).await;
    asked(&world, &path, world.karim).await;
    asked(&world, &path, world.karim).await;
    world.sent(world.lila, &format!("{path}/join"), &[]).await;
    world.read(world.lila, &path).await.holds("3 voix").lacks("Moi aussi");
    assert_eq!(world.number("select count(*) from rule_challenge").await, 1);
    assert_eq!(world.number("select count(*) from baton where kind = 'improving.rule'").await, 1);
}

#[tokio::test]
async fn grp_10_no_decision_without_a_reason_and_nothing_typed_is_lost() {
    let world = World::new().await;
    let path = written(&world, "me").await;
    asked(&world, &path, world.ines).await;
    let decide = format!("{path}/decide");
    for verdict in ["keep", "drop"] {
        world
            .post(world.helene, &decide, &[("verdict", verdict), ("reason", " "), ("version", "1")])
            .await
            .is(422)
            .holds("aucune décision sans sa raison")
            .holds(&format!("value=\"{verdict}\" checked"));
    }
    let same = [("verdict", "change"), ("reason", "Trop long"), ("new_words", RULE), ("version", "1")];
    world
        .post(world.helene, &decide, &same)
        .await
        .is(422)
        .holds("C’est ce qu’elle dit déjà")
        .holds("Trop long");
    let bare = [("verdict", "impossible"), ("reason", "Rien à faire"), ("version", "1")];
    world.post(world.helene, &decide, &bare).await.is(422).holds("Choisissez");
    assert_eq!(world.number("select count(*) from rule_decision").await, 0);
    world.read(world.ines, &path).await.holds("On demande à quoi elle sert");
}

#[tokio::test]
async fn grp_10_a_change_is_shown_with_its_day_and_told_to_all_who_asked() {
    let world = World::new().await;
    let path = written(&world, "me").await;
    asked(&world, &path, world.ines).await;
    world.sent(world.karim, &format!("{path}/join"), &[]).await;
    world.app.db().clock().advance(std::time::Duration::from_secs(3 * 86_400));
    let change = [
        ("verdict", "change"),
        ("reason", "Quinze euros suffisent presque toujours."),
        ("new_words", "Au-delà de 15 €, on demande."),
        ("version", "1"),
    ];
    world.sent(world.helene, &format!("{path}/decide"), &change).await;
    for person in [world.ines, world.karim, world.lila] {
        world
            .read(person, &path)
            .await
            .holds("Au-delà de 15 €, on demande.")
            .holds("Changée le 24 novembre 2026")
            .holds("Quinze euros suffisent presque toujours.")
            .holds("Du 21 novembre 2026 au 24 novembre 2026")
            .holds(RULE)
            .holds("2 voix");
    }
    assert_eq!(world.number("select count(*) from baton_waiter where told is null").await, 0);
    assert_eq!(world.number("select count(*) from baton where state = 'held'").await, 0);
    let again = [("verdict", "keep"), ("reason", "Encore"), ("version", "1")];
    world
        .post(world.helene, &format!("{path}/decide"), &again)
        .await
        .is(422)
        .holds("Quelqu’un vient de décider");
}

#[tokio::test]
async fn grp_10_a_dropped_rule_stays_readable_and_is_asked_about_no_more() {
    let world = World::new().await;
    let path = written(&world, "me").await;
    asked(&world, &path, world.ines).await;
    let dropped = [("verdict", "drop"), ("reason", "Plus personne ne sait pourquoi."), ("version", "1")];
    world.sent(world.helene, &format!("{path}/decide"), &dropped).await;
    world
        .read(world.ines, &path)
        .await
        .holds("Abandonnée le 21 novembre 2026")
        .holds("Plus personne ne sait pourquoi.")
        .lacks("Demander à quoi elle sert");
    world.read(world.lila, "/rules").await.lacks("Geste commercial");
    world.read(world.lila, "/rules?show=dropped").await.holds("Geste commercial");
    let ask = [("text", "Et alors ?")];
    world.post(world.lila, &format!("{path}/challenge"), &ask).await.is(422).holds("vient d’être abandonnée");
}

#[tokio::test]
async fn grp_10_those_who_answer_for_the_place_hold_a_rule_without_an_owner() {
    let world = World::new().await;
    let place = format!("unit:{}", world.evry);
    let fields =
        [("title", "Pause"), ("words", "Pas de pause entre 12 h et 14 h."), ("place", place.as_str())];
    let path = world.sent(world.nadege, "/rules/new", &fields).await;
    asked(&world, &path, world.lila).await;
    world
        .read(world.nadege, &path)
        .await
        .holds("Il attend que l’un de vous le prenne")
        .holds("Ce que vous décidez");
    let decide = [("verdict", "keep"), ("reason", "La salle est pleine à midi."), ("version", "1")];
    for person in [world.ines, world.helene, world.solene] {
        world.post(person, &format!("{path}/decide"), &decide).await.is(404);
    }
    world.sent(world.nadege, &format!("{path}/decide"), &decide).await;
    world.read(world.lila, &path).await.holds("La salle est pleine à midi.").holds("Gardée");
    // Nobody asks any more: those who answer may still review it, with a reason.
    let review = [("verdict", "drop"), ("reason", "Une deuxième salle a ouvert."), ("version", "1")];
    world.sent(world.nadege, &format!("{path}/decide"), &review).await;
    world
        .read(world.ines, &path)
        .await
        .holds("La salle est pleine à midi.")
        .holds("Une deuxième salle a ouvert.");
}

#[tokio::test]
async fn grp_10_an_owner_who_left_is_followed_by_those_who_answer_for_the_place() {
    let world = World::new().await;
    let path = written(&world, "me").await;
    let marc = a_person(&world.org, "Marc-Antoine", "Delorme").await;
    granted(&world.org, marc, Role::Hr, Scope::Network).await;
    let tx = world.org.begin().await.unwrap();
    sql("update person set left_day = 20261120 where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(world.helene)
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    asked(&world, &path, world.ines).await;
    world.read(world.ines, &path).await.lacks("Kowalski").holds("Ceux qui répondent du réseau");
    world.read(marc, &path).await.holds("Ce que vous décidez");
}

#[tokio::test]
async fn sec_01_rules_are_written_within_reach_and_read_within_the_organisation() {
    let world = World::new().await;
    for (person, place) in [
        (world.nadege, "network".to_owned()),
        (world.nadege, format!("unit:{}", world.massy)),
        (world.solene, "network".to_owned()),
        (world.nadege, format!("region:{}", world.region)),
    ] {
        let fields = [("title", "Horaires"), ("words", "On ouvre à 9 h."), ("place", place.as_str())];
        world.post(person, "/rules/new", &fields).await.is(422).holds("Choisissez où elle s’applique");
    }
    let region = format!("region:{}", world.region);
    let fields = [("title", "Horaires"), ("words", "On ouvre à 9 h."), ("place", region.as_str())];
    world.sent(world.solene, "/rules/new", &fields).await;
    world.get(world.ines, "/rules/new").await.is(404);
    world.post(world.ines, "/rules/new", &fields).await.is(404);
    let path = written(&world, "me").await;
    let stranger = world.stranger().await;
    world.app.get(&stranger, &path).await.is(404);
    world.app.get(&stranger, "/rules").await.is(200).lacks("Geste commercial");
    world.app.post(&stranger, &format!("{path}/challenge"), &[("text", "Pourquoi ?")]).await.is(404);
    world.app.post(&stranger, &format!("{path}/join"), &[]).await.is(404);
    world.app.post(&stranger, &format!("{path}/decide"), &[]).await.is(404);
}

#[tokio::test]
async fn vdt_05_a_question_bears_a_name_only_if_its_author_wishes() {
    let world = World::new().await;
    let path = written(&world, "me").await;
    asked(&world, &path, world.ines).await;
    world.read(world.karim, &path).await.lacks("Marchal");
    let other = written(&world, "me").await;
    let signed = [("text", "À quoi sert-elle ?"), ("signed", "yes")];
    world.sent(world.ines, &format!("{other}/challenge"), &signed).await;
    world.read(world.karim, &other).await.holds("Dit par Inès Marchal");
}

#[tokio::test]
async fn the_rows_of_the_register_are_whole_and_keep_their_history() {
    let world = World::new().await;
    let path = written(&world, "me").await;
    asked(&world, &path, world.ines).await;
    let rule: uuid::Uuid = path.rsplit('/').next().unwrap().parse().unwrap();
    let org = world.org.org();
    let good = Row::new(
        "house_rule",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("title", "Pause".into()),
            ("title_folded", "pause".into()),
            ("words", "Pas de pause à midi.".into()),
            ("theme", "hours".into()),
            ("source", "".into()),
            ("width", "network".into()),
            ("state", "in_force".into()),
            ("version", 1_i32.into()),
            ("since_day", 20_261_121_i32.into()),
            ("written_at", 1_i64.into()),
            ("newest", (-1_i64).into()),
        ],
    );
    for (refused, bad) in [
        ("house_rule_of_organisation", good.clone().with("org_id", id())),
        ("house_rule_of_region", good.clone().with("region_id", id()).with("width", "region")),
        ("house_rule_of_unit", good.clone().with("unit_id", id()).with("width", "unit")),
        ("house_rule_has_owner", good.clone().with("owner_id", id())),
        ("house_rule_holds_somewhere", good.clone().with("width", "unit")),
        ("house_rule_theme_known", good.clone().with("theme", "weather")),
        ("house_rule_state_known", good.clone().with("state", "forgotten")),
        ("house_rule_filled", good.clone().with("words", "")),
        ("house_rule_versions_from_one", good.clone().with("version", 0_i32)),
    ] {
        bad.again().is_refused(&world.org, refused).await;
    }
    let version = Row::new(
        "house_rule_version",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("rule_id", rule.into()),
            ("version", 2_i32.into()),
            ("words", "Autre chose.".into()),
            ("from_day", 20_261_121_i32.into()),
            ("written_at", 1_i64.into()),
        ],
    );
    for (refused, bad) in [
        ("version_of_house_rule", version.clone().with("rule_id", id())),
        ("house_rule_version_filled", version.clone().with("words", "")),
        ("unique_house_rule_version__rule_id_version", version.clone().with("version", 1_i32)),
    ] {
        bad.again().is_refused(&world.org, refused).await;
    }
    let other = written(&world, "leads").await;
    let other: uuid::Uuid = other.rsplit('/').next().unwrap().parse().unwrap();
    let challenge = Row::new(
        "rule_challenge",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("rule_id", other.into()),
            ("text", "Pourquoi ?".into()),
            ("voices", 1_i64.into()),
            ("state", "open".into()),
            ("due_at", 5_i64.into()),
            ("said_at", 1_i64.into()),
            ("said_day", 20_261_121_i32.into()),
        ],
    );
    for (refused, bad) in [
        ("challenge_of_house_rule", challenge.clone().with("rule_id", id())),
        ("challenge_by_author", challenge.clone().with("author_id", id())),
        ("challenge_state_known", challenge.clone().with("state", "lost")),
        ("challenge_text_filled", challenge.clone().with("text", "")),
        ("challenge_has_a_voice", challenge.clone().with("voices", 0_i64)),
        ("unique_rule_challenge__rule_id", challenge.clone().with("rule_id", rule)),
        ("challenge_ends_by_decision", challenge.clone().with("state", "decided")),
    ] {
        bad.again().is_refused(&world.org, refused).await;
    }
    let decision = Row::new(
        "rule_decision",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("rule_id", rule.into()),
            ("verdict", "keep".into()),
            ("reason", "Elle protège.".into()),
            ("version", 1_i32.into()),
            ("at", 1_i64.into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    for (refused, bad) in [
        ("decision_of_house_rule", decision.clone().with("rule_id", id())),
        ("decision_of_challenge", decision.clone().with("challenge_id", id())),
        ("decision_verdict_known", decision.clone().with("verdict", "shrug")),
        ("decision_has_a_reason", decision.clone().with("reason", "")),
    ] {
        bad.again().is_refused(&world.org, refused).await;
    }
    decision.is_taken(&world.org).await;
    let asked = only(&world.org, "rule_challenge").await;
    let answer = decision.clone().with("challenge_id", asked).again();
    answer.is_taken(&world.org).await;
    answer.again().is_refused(&world.org, "unique_rule_decision__challenge_id").await;
    for (refused, change) in [
        ("rule_stays_what_it_is", "update house_rule set title = 'Autre'"),
        ("rule_changes_by_decision", "update house_rule set words = 'Autre chose', version = version + 1"),
        ("rule_changes_by_decision", "update house_rule set state = 'dropped'"),
        ("rule_is_never_removed", "delete from house_rule where 1 = 1"),
        ("rule_words_are_kept", "update house_rule_version set words = 'Autre chose'"),
        ("rule_words_are_kept", "delete from house_rule_version where 1 = 1"),
        ("rule_decisions_are_kept", "update rule_decision set reason = 'Parce que'"),
        ("what_was_asked_stays", "update rule_challenge set text = 'Rien'"),
        ("challenge_voices_only_grow", "update rule_challenge set voices = 0"),
        ("challenge_is_never_removed", "delete from rule_challenge where 1 = 1"),
    ] {
        let tx = world.org.begin().await.unwrap();
        sql("update rule_challenge set voices = 3 where voices = 1").run(&tx).await.unwrap();
        refused_by(sql(change).run(&tx).await, refused);
    }
}
