//! REF-19: what worked in one unit is shared without anybody's approval, and spreads by adoption, never by order.

use std::time::Duration;

use relais_kernel::{Role, Scope};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    builders::{a_person, granted},
    refused_by,
    rows::{Row, id, only},
};

use crate::world::World;

const SHARED: [(&str, &str); 2] =
    [("was", "Personne ne savait qui accueille."), ("now_words", "Un galet posé sur le comptoir.")];

async fn shared(world: &World) -> String {
    world.sent(world.ines, "/solutions/new", &SHARED).await
}

#[tokio::test]
async fn ref_19_an_adviser_shares_without_approval_and_another_unit_adopts() {
    let world = World::new().await;
    let path = shared(&world).await;
    world.read(world.lila, "/solutions").await.holds("Un galet posé").holds("vit dans une unité");
    world.read(world.lila, &path).await.holds("Et chez nous, Massy\u{202f}?").holds("Nous l’adoptons");
    world.sent(world.lila, &format!("{path}/adopt"), &[("state", "adopted")]).await;
    world.read(world.ines, &path).await.holds("Massy").holds("Adopté chez nous").lacks("Osei");
    world.read(world.lila, "/solutions?show=ours").await.holds("vit dans 2 unités").holds("Adopté chez nous");
    world
        .post(world.lila, &format!("{path}/adopt"), &[("state", "adopted")])
        .await
        .is(422)
        .holds("Choisissez");
}

#[tokio::test]
async fn ref_19_a_unit_adapts_keeps_on_and_drops_in_its_own_words() {
    let world = World::new().await;
    let path = shared(&world).await;
    let adopt = format!("{path}/adopt");
    world
        .post(world.lila, &adopt, &[("state", "adapted")])
        .await
        .is(422)
        .holds("Dites ce que vous avez changé.");
    world.sent(world.lila, &adopt, &[("state", "adapted"), ("words", "Deux galets, le samedi.")]).await;
    world.app.db().clock().advance(Duration::from_secs(2 * 86_400));
    world.sent(world.lila, &adopt, &[("state", "kept")]).await;
    world
        .post(world.lila, &adopt, &[("state", "dropped"), ("words", " ")])
        .await
        .is(422)
        .holds("Dites pourquoi");
    world.app.db().clock().advance(Duration::from_secs(86_400));
    world.sent(world.lila, &adopt, &[("state", "dropped"), ("words", "Le comptoir est trop petit.")]).await;
    world
        .read(world.ines, &path)
        .await
        .holds("Le comptoir est trop petit.")
        .holds("Arrêté")
        .holds("24 novembre 2026");
    world.read(world.ines, "/solutions").await.holds("vit dans une unité");
    world.sent(world.lila, &adopt, &[("state", "adopted")]).await;
    world.read(world.ines, "/solutions").await.holds("vit dans 2 unités");
}

#[tokio::test]
async fn ref_19_no_role_imposes_it_on_a_unit() {
    let world = World::new().await;
    let path = shared(&world).await;
    let adopt = format!("{path}/adopt");
    let massy = world.massy.to_string();
    // Every role, as wide as it goes, without working in the unit.
    for role in Role::ALL {
        let somebody = a_person(&world.org, "Claude", role.code()).await;
        granted(&world.org, somebody, *role, Scope::Network).await;
        let fields = [("state", "adopted"), ("unit", massy.as_str()), ("unit_id", massy.as_str())];
        world.post(somebody, &adopt, &fields).await.is(404);
        world.post(somebody, "/solutions/new", &SHARED).await.is(404);
    }
    // Whoever manages one unit speaks for that one, whatever the form says.
    let fields = [("state", "kept"), ("unit_id", massy.as_str())];
    world.sent(world.nadege, &adopt, &fields).await;
    assert_eq!(
        world
            .number("select count(*) from adoption a join unit u on u.id = a.unit_id where u.code = 'MAS'")
            .await,
        0
    );
}

#[tokio::test]
async fn ref_19_a_done_pebble_is_shared_with_one_tap() {
    let world = World::new().await;
    let said = world.sent(world.ines, "/pebbles/new", &[("text", "La clé de la réserve manque.")]).await;
    let pebble = said.rsplit('/').next().unwrap().to_owned();
    let tap = format!("/solutions/of/{pebble}");
    world.post(world.ines, &tap, &[]).await.is(404);
    let done = [("outcome", "done"), ("words", "Un crochet près de la porte.")];
    world.sent(world.nadege, &format!("{said}/answer"), &done).await;
    world.read(world.karim, "/solutions/new").await.holds("La clé de la réserve manque.");
    world.post(world.lila, &tap, &[]).await.is(404);
    let path = world.sent(world.karim, &tap, &[]).await;
    world
        .read(world.lila, &path)
        .await
        .holds("La clé de la réserve manque.")
        .holds("Un crochet près de la porte.");
    world.read(world.karim, "/solutions/new").await.lacks("La clé de la réserve manque.");
    world.post(world.karim, &tap, &[]).await.is(404);
}

#[tokio::test]
async fn prv_03_who_wrote_for_the_unit_is_forgotten_after_thirty_days() {
    let world = World::new().await;
    let path = shared(&world).await;
    world.run_forgetting().await;
    assert_eq!(world.number("select count(*) from adoption where by_id is not null").await, 1);
    world.app.db().clock().advance(Duration::from_secs(31 * 86_400));
    world.run_forgetting().await;
    assert_eq!(world.number("select count(*) from adoption where by_id is not null").await, 0);
    world.read(world.lila, &path).await.holds("Évry").holds("Adopté");
}

#[tokio::test]
async fn sec_01_a_solution_is_its_organisations() {
    let world = World::new().await;
    let path = shared(&world).await;
    let stranger = world.stranger().await;
    world.app.get(&stranger, &path).await.is(404);
    world.app.post(&stranger, &format!("{path}/adopt"), &[("state", "adopted")]).await.is(404);
    world.app.get(&stranger, "/solutions").await.is(200).lacks("galet");
    world.post(world.ines, "/solutions/new", &[("was", "Rien")]).await.is(422);
}

#[tokio::test]
async fn the_rows_of_solutions_are_whole_and_speak_for_their_own_unit() {
    let world = World::new().await;
    shared(&world).await;
    let org = world.org.org();
    let good = Row::new(
        "solution",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("unit_id", world.evry.into()),
            ("was", "Une clé pour trois.".into()),
            ("now_words", "Trois clés.".into()),
            ("needs", "".into()),
            ("shared_at", 1_i64.into()),
            ("shared_day", 20_261_121_i32.into()),
            ("newest", (-1_i64).into()),
        ],
    );
    for (refused, bad) in [
        ("solution_of_unit", good.clone().with("unit_id", id())),
        ("solution_of_pebble", good.clone().with("pebble_id", id())),
        ("solution_filled", good.clone().with("now_words", "")),
    ] {
        bad.again().is_refused(&world.org, refused).await;
    }
    world.sent(world.ines, "/pebbles/new", &[("text", "La clé manque.")]).await;
    let pebble = only(&world.org, "pebble").await;
    let of_pebble = good.with("pebble_id", pebble).again();
    of_pebble.is_taken(&world.org).await;
    of_pebble.again().is_refused(&world.org, "unique_solution__pebble_id").await;
    let solution: uuid::Uuid =
        sql("select solution_id from adoption").value(world.app.db()).await.unwrap().unwrap();
    let adoption = Row::new(
        "adoption",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("solution_id", solution.into()),
            ("unit_id", world.massy.into()),
            ("seq", 1_i32.into()),
            ("state", "adopted".into()),
            ("words", "".into()),
            ("by_id", world.lila.into()),
            ("at", 1_i64.into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    for (refused, bad) in [
        ("adoption_of_solution", adoption.clone().with("solution_id", id())),
        ("adoption_state_known", adoption.clone().with("state", "imposed")),
        ("adoption_says_what_changed", adoption.clone().with("state", "adapted")),
        ("adoption_begins_at_one", adoption.clone().with("seq", 0_i32)),
        (
            "unique_adoption__solution_id_unit_id_seq",
            adoption.clone().with("unit_id", world.evry).with("by_id", world.ines),
        ),
        ("adoption_is_its_own_units", adoption.clone().with("by_id", world.nadege)),
        ("adoption_is_its_own_units", adoption.clone().with("by_id", world.helene)),
        ("adoption_is_its_own_units", adoption.clone().with("by_id", None::<uuid::Uuid>)),
        ("adoption_is_its_own_units", adoption.clone().with("day", 20_250_101_i32)),
    ] {
        bad.again().is_refused(&world.org, refused).await;
    }
    adoption.is_taken(&world.org).await;
    for (refused, change) in [
        ("what_worked_stays", "update solution set now_words = 'Autre chose.'"),
        ("solution_is_never_removed", "delete from solution where 1 = 1"),
        ("adoption_stays", "update adoption set state = 'kept'"),
        ("adoption_is_never_removed", "delete from adoption where 1 = 1"),
    ] {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).run(&tx).await, refused);
    }
    // Nobody else's name is put in the place of whoever wrote.
    let tx = world.org.begin().await.unwrap();
    let other = sql("update adoption set by_id = $1 where by_id = $2").bind(world.karim).bind(world.ines);
    refused_by(other.run(&tx).await, "adopter_is_only_forgotten");
}
