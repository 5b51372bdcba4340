//! What is often asked and poorly answered, by theme and of nobody.

use std::time::Duration;

use relais_directory::assignments::Function;
use relais_testkit::builders::{a_person, a_unit, assigned};

use crate::world::World;

#[tokio::test]
async fn exp_10_themes_that_are_often_late_are_needs_and_nobody_is_told_of() {
    let world = World::new().await;
    world.reads(world.helene, "/knowledge/needs").await.holds("Aucune question en 90 jours");
    let theme = world.group().await;
    let zoe = a_person(&world.org, "Zoé", "Petit").await;
    assigned(&world.org, zoe, a_unit(&world.org, "MAS", "Massy").await, Function::Manager).await;
    let asks = async |person, n: i32| {
        let text = format!("Le voyant clignote {n} fois.");
        let fields = [("theme", theme.as_str()), ("text", text.as_str()), ("anyway", "1")];
        world.posts(person, "/questions/new", &fields).await.is(303);
    };
    for n in 0..4 {
        asks(if n % 2 == 0 { world.ines } else { zoe }, n).await;
    }
    world.app.db().clock().advance(Duration::from_secs(86_400 * 7));
    // Four questions of two units, all of them late: too few to say so.
    let page = world
        .reads(zoe, "/knowledge/needs")
        .await
        .holds("trop peu pour le dire")
        .holds("Trop peu de questions");
    page.lacks("4 sur 4");
    asks(world.lea, 5).await;
    world.app.db().clock().advance(Duration::from_secs(86_400 * 7));
    // A group of two people is too few as well: its delays would be theirs.
    world.reads(zoe, "/knowledge/needs").await.lacks("5 sur 5");
    let team = world.promises().await[0].team.unwrap();
    let tx = world.org.begin().await.unwrap();
    relais_store::insert("baton_member", &["org_id", "id", "team_id", "person_id", "from_day"])
        .row([
            relais_store::InOrg::org(&world.org).into(),
            relais_testkit::rows::id().into(),
            team.into(),
            zoe.into(),
            20_261_101_i32.into(),
        ])
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let page = world
        .reads(world.helene, "/knowledge/needs")
        .await
        .holds("5 sur 5")
        .holds("À former")
        .holds("Internet");
    page.lacks("Zoé").lacks("Inès").lacks("Massy").lacks("Évry");
    let ines = world.app.sign_in(relais_store::InOrg::org(&world.org), world.ines).await;
    world.app.get(&ines, "/knowledge/needs").await.is(404);
    world.app.db().clock().advance(Duration::from_secs(86_400 * 90));
    world.reads(world.helene, "/knowledge/needs").await.holds("Aucune question en 90 jours");
}
