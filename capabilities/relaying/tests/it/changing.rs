//! A group changes and closes while questions wait: nothing is lost, and none is without a holder.

use std::time::Duration;

use relais_baton::{Holder, climb, company_left};
use relais_directory::{assignments::Function, people};
use relais_kernel::PersonId;
use relais_relaying::{CASE, ENTRY, QUESTION, TOOL};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    builders::{a_person, assigned, today},
    refused_by,
};

use crate::world::World;

async fn team(world: &World, name: &str) -> Holder {
    let query = sql("select team_id from expert_group where org_id = $1 and name = $2");
    let team = query.bind(world.org.org()).bind(name).value(&world.org).await.unwrap();
    Holder::Team(team.unwrap())
}

/// Somebody of the shop.
async fn marc(world: &World) -> PersonId {
    let marc = a_person(&world.org, "Marc", "Petit").await;
    assigned(&world.org, marc, world.evry, Function::Adviser).await;
    marc
}

async fn offers(world: &World) -> Vec<Holder> {
    world.promises().await.remove(0).offers.iter().map(|offer| offer.to).collect()
}

async fn climbs(world: &World) {
    while climb(world.app.db(), &[QUESTION, CASE, ENTRY, TOOL]).await.unwrap() > 0 {}
}

/// The form of the group as it is read, with some fields typed anew.
async fn changed(
    world: &World,
    version: &str,
    (name, themes): (&str, &str),
    people: &[String],
) -> relais_testkit::Answer {
    let group = world.group_named("Experts 91-94").await;
    let (karim, lea) = (world.karim.to_string(), world.lea.to_string());
    let mut fields = vec![
        ("version", version),
        ("name", name),
        ("themes", themes),
        ("hosts", karim.as_str()),
        ("hosts", lea.as_str()),
    ];
    fields.extend(people.iter().map(|person| ("people", person.as_str())));
    world.posts(world.helene, &format!("/groups/{group}/edit"), &fields).await
}

#[tokio::test]
async fn a_group_changes_its_name_its_themes_and_its_people() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    let group = world.group_named("Experts 91-94").await;
    let edit = format!("/groups/{group}/edit");
    let form = world.reads(world.helene, &edit).await;
    form.holds("value=\"Experts 91-94\"").holds("Internet\nMobile").holds("Karim Martin").holds("Léa Martin");
    let marc = marc(&world).await.to_string();
    changed(&world, "1", ("Experts 91", "Mobile\nFibre"), std::slice::from_ref(&marc)).await.is(303);
    world.reads(world.ines, "/questions/new").await.holds("Fibre").holds("Mobile").lacks("Internet");
    // What was asked about before keeps its theme, and is read by whoever came since.
    world.reads(world.ines, &asked).await.holds("Internet").holds("Experts 91");
    world.reads(marc.parse().unwrap(), &format!("/groups/{group}")).await.holds("Je suis de garde");
    // Seeking somebody changes nothing, and keeps what was typed.
    let sought = [("version", "1"), ("name", "Experts 91"), ("q", "Marc"), ("act", "seek")];
    world.posts(world.helene, &edit, &sought).await.is(200).holds("Marc Petit").holds("value=\"Experts 91\"");
    let sought = [("name", "Experts 77"), ("q", "Marc"), ("act", "seek")];
    world
        .posts(world.helene, "/groups/new", &sought)
        .await
        .is(200)
        .holds("Marc Petit")
        .lacks("name=\"version\"");
    // A theme that returns is the same one.
    let fields = [("version", "2"), ("name", "Experts 91-94"), ("themes", "Internet"), ("people", &marc)];
    let (karim, lea) = (world.karim.to_string(), world.lea.to_string());
    let hosts = [("hosts", karim.as_str()), ("hosts", lea.as_str())];
    world.posts(world.helene, &edit, &[fields.as_slice(), &hosts].concat()).await.is(303);
    world.reads(world.ines, "/questions/new").await.holds(&format!("value=\"{theme}\""));
}

#[tokio::test]
async fn what_a_colleague_changed_in_between_is_told_and_nothing_typed_is_lost() {
    let world = World::new().await;
    world.group().await;
    let everybody = [world.karim.to_string()];
    changed(&world, "1", ("Experts 91-94", "Internet\nFibre"), &everybody).await.is(303);
    let refused = changed(&world, "1", ("Experts 91-94", "Internet\nTV"), &everybody).await.is(422);
    refused.holds("entre-temps").holds("Internet\nTV").holds("name=\"version\" value=\"2\"");
    world.reads(world.ines, "/questions/new").await.holds("Fibre").lacks(">TV<");
    // Having read it, they may save over it.
    changed(&world, "2", ("Experts 91-94", "Internet\nTV"), &everybody).await.is(303);
    world.billing().await;
    let taken = changed(&world, "3", ("Facture", "Internet"), &everybody).await.is(422);
    taken.holds("Un groupe porte déjà ce nom.");
}

#[tokio::test]
async fn whoever_is_away_stays_in_the_group_that_is_changed() {
    let world = World::new().await;
    let theme = world.group().await;
    let tx = world.org.begin().await.unwrap();
    relais_baton::away(&tx, world.karim, today().plus(3)).await.unwrap();
    tx.commit().await.unwrap();
    let group = world.group_named("Experts 91-94").await;
    let form = world.reads(world.helene, &format!("/groups/{group}/edit")).await;
    form.holds(&format!("value=\"{}\" checked", world.karim));
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    world.reads(world.karim, &asked).await.holds("Je m’en occupe");
}

#[tokio::test]
async fn whoever_leaves_the_group_keeps_what_they_took_until_another_accepts() {
    let world = World::new().await;
    let theme = world.group().await;
    let marc = marc(&world).await;
    changed(&world, "1", ("Experts 91-94", "Internet\nMobile"), &[marc.to_string()]).await.is(303);
    let says = [("day", "2026-11-23"), ("from", "9:00"), ("to", "12:00")];
    let group = world.group_named("Experts 91-94").await;
    world.posts(marc, &format!("/groups/{group}/stand"), &says).await.is(303);
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    world.posts(marc, &format!("{asked}/take"), &[]).await.is(303);
    changed(&world, "2", ("Experts 91-94", "Internet\nMobile"), &[world.karim.to_string()]).await.is(303);
    assert_eq!(world.promises().await[0].holder, Some(Holder::Person(marc)), "a promise stays a promise");
    assert_eq!(offers(&world).await, [team(&world, "Experts 91-94").await]);
    // Nobody counts on a stretch of somebody who answers no more.
    world.reads(world.ines, &format!("/groups/{group}")).await.lacks("Marc Petit");
    world.posts(world.karim, &format!("{asked}/take"), &[]).await.is(303);
    assert_eq!(world.promises().await[0].holder, Some(Holder::Person(world.karim)));
}

#[tokio::test]
async fn a_group_closes_with_open_questions_and_each_is_still_answered() {
    let world = World::new().await;
    let theme = world.group().await;
    let billing = world.billing().await;
    let taken = world.asks(&theme, "Le voyant clignote orange.").await;
    world.posts(world.karim, &format!("{taken}/take"), &[]).await.is(303);
    let group = world.group_named("Experts 91-94").await;
    let close = format!("/groups/{group}/close");
    world.reads(world.helene, &close).await.holds("Une question attend sa réponse.").holds("Facture");
    world.posts(world.helene, &close, &[]).await.is(422).holds("Dites à qui demander désormais.");
    world.posts(world.karim, &close, &[("to", &billing)]).await.is(404);
    let fields = [("to", billing.as_str()), ("words", "Merci de prendre la suite.")];
    world.posts(world.helene, &close, &fields).await.is(303);
    world.posts(world.helene, &close, &fields).await.is(404);
    let told: Vec<PersonId> =
        sql("select person_id from notice where title = 'notice-relaying-closed' order by person_id")
            .values(&world.org)
            .await
            .unwrap();
    let mut people = [world.karim, world.lea];
    people.sort_unstable();
    assert_eq!(told, people, "its people hear it, each once");
    // It stays with whoever took it, and is held out to those who are asked instead.
    assert_eq!(world.promises().await[0].holder, Some(Holder::Person(world.karim)));
    assert_eq!(offers(&world).await, [team(&world, "Facture").await]);
    world.reads(world.ines, &format!("/groups/{group}")).await.holds("Fermé le").holds("Demander à Facture");
    world.reads(world.ines, "/questions/new").await.lacks("Internet").holds("Contrat");
    // What waited for a network is not lost: it is asked of another one.
    let late = [("theme", theme.as_str()), ("text", "Au sous-sol, sans réseau."), ("anyway", "1")];
    world.posts(world.ines, "/questions/new", &late).await.is(422).holds("Au sous-sol, sans réseau.");
    world.posts(world.karim, &format!("{taken}/answer"), &[("words", "Débrancher.")]).await.is(303);
    world.reads(world.ines, &taken).await.holds("Débrancher.");
    assert_eq!(world.promises().await, []);
}

#[tokio::test]
async fn what_a_closed_group_held_is_taken_by_those_who_are_asked_instead() {
    let world = World::new().await;
    let theme = world.group().await;
    let billing = world.billing().await;
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    let group = world.group_named("Experts 91-94").await;
    let closing = [("to", billing.as_str())];
    world.posts(world.helene, &format!("/groups/{group}/close"), &closing).await.is(303);
    assert_eq!(world.promises().await[0].holder, Some(team(&world, "Experts 91-94").await), "one holder");
    world.posts(world.lea, &format!("{asked}/take"), &[]).await.is(303);
    world.posts(world.lea, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(303);
    world.reads(world.ines, &asked).await.holds("Débrancher.");
}

#[tokio::test]
async fn a_group_that_nobody_follows_answers_what_it_has() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    let group = world.group_named("Experts 91-94").await;
    world.posts(world.helene, &format!("/groups/{group}/close"), &[("to", "nobody")]).await.is(303);
    assert_eq!(offers(&world).await, []);
    world.posts(world.karim, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(303);
}

#[tokio::test]
async fn exp_02_the_phone_of_whoever_took_it_dies_and_another_one_answers() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    world.posts(world.karim, &format!("{asked}/take"), &[]).await.is(303);
    // Karim is heard of no more. Nobody is told that it is late because of him: the group is asked again.
    world.app.db().clock().advance(Duration::from_secs(4 * 86_400));
    climbs(&world).await;
    assert!(offers(&world).await.contains(&team(&world, "Experts 91-94").await));
    assert_eq!(world.promises().await[0].holder, Some(Holder::Person(world.karim)));
    world.posts(world.lea, &format!("{asked}/take"), &[]).await.is(303);
    world.posts(world.lea, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(303);
    world.reads(world.ines, &asked).await.holds("Débrancher.");
    // When the phone is charged again, what was typed on it is kept, and helps.
    let late = world.posts(world.karim, &format!("{asked}/answer"), &[("words", "Rebrancher.")]).await;
    late.is(422).holds("Rebrancher.");
}

#[tokio::test]
async fn exp_02_the_expert_on_duty_leaves_and_the_group_holds_it_again() {
    let world = World::new().await;
    let theme = world.group().await;
    let group = world.group_named("Experts 91-94").await;
    let says = [("day", "2026-11-21"), ("from", "14:00"), ("to", "18:00")];
    world.posts(world.karim, &format!("/groups/{group}/stand"), &says).await.is(303);
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    world.posts(world.karim, &format!("{asked}/take"), &[]).await.is(303);
    let tx = world.org.begin().await.unwrap();
    people::leave(&tx, world.karim, today().plus(-1), today()).await.unwrap().unwrap();
    company_left(&tx, world.karim).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(world.promises().await[0].holder, Some(team(&world, "Experts 91-94").await));
    world.reads(world.ines, &format!("/groups/{group}")).await.holds("personne n’a dit être de garde");
    world.posts(world.lea, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(303);
    world.reads(world.ines, &asked).await.holds("Débrancher.");
}

#[tokio::test]
async fn the_database_keeps_what_a_group_was_and_asks_none_that_is_closed() {
    let world = World::new().await;
    let theme = world.group().await;
    let billing: uuid::Uuid = world.billing().await.parse().unwrap();
    world.asks(&theme, "Le voyant clignote orange.").await;
    let tries = async |rule: &str, change: &'static str| {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).run(&tx).await, rule);
        tx.rollback().await.unwrap();
    };
    tries("group_changes_by_version", "update expert_group set name = 'Autre'").await;
    tries("group_changes_by_version", "update expert_group set closed_day = 20261121").await;
    tries("theme_keeps_its_name", "update expert_theme set name = 'Autre'").await;
    tries("theme_is_never_removed", "delete from expert_theme where name = 'Mobile'").await;
    let followed = "update expert_group set version = 2, successor_id = id, closed_day = 20261121";
    tries("closed_group_is_followed_by_another", followed).await;
    let tx = world.org.begin().await.unwrap();
    let open = sql("update expert_group set version = 2, successor_id = $1 where id <> $1").bind(billing);
    refused_by(open.run(&tx).await, "closed_group_is_followed_by_another");
    tx.rollback().await.unwrap();
    // A question of a theme that is asked no more, or of a group that is closed.
    let asks = "update question set theme_id = theme_id";
    let tx = world.org.begin().await.unwrap();
    sql(asks).run(&tx).await.unwrap();
    sql("update expert_theme set retired_day = 20261121").run(&tx).await.unwrap();
    refused_by(sql(asks).run(&tx).await, "a_group_that_answers_is_asked");
    tx.rollback().await.unwrap();
    let tx = world.org.begin().await.unwrap();
    let closes = sql("update expert_group set version = 2, closed_day = 20261121 where id <> $1");
    closes.bind(billing).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    tries("a_group_that_answers_is_asked", asks).await;
    let opens = "update expert_group set closed_day = null, version = version + 1";
    tries("closed_group_stays_closed", opens).await;
}
