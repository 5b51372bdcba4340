//! Those who know: one takes the promise, the others help; what is unclear stops their clock, never the customer's.

use std::time::Duration;

use relais_baton::Holder;
use relais_testkit::builders::a_person;

use crate::world::World;

#[tokio::test]
async fn exp_02_one_holds_the_promise_and_another_helps() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    world.reads(world.karim, &asked).await.holds("Je m’en occupe");
    world.posts(world.karim, &format!("{asked}/take"), &[]).await.is(303);
    assert_eq!(world.promises().await[0].holder, Some(Holder::Person(world.karim)));
    // Whoever is slower reads who has it, and can still help.
    world.posts(world.lea, &format!("{asked}/take"), &[]).await.is(303);
    assert_eq!(world.promises().await[0].holder, Some(Holder::Person(world.karim)));
    world.reads(world.lea, "/questions").await.holds("Le voyant").holds("quelqu’un s’en occupe");
    world.reads(world.lea, &asked).await.holds("Aider").lacks("Je m’en occupe").lacks("Votre réponse");
    world.posts(world.lea, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(404);
    world.posts(world.lea, &format!("{asked}/add"), &[("words", "Vérifier aussi le câble.")]).await.is(303);
    world.reads(world.ines, &asked).await.holds("Vérifier aussi le câble.");
    world.posts(world.karim, &format!("{asked}/answer"), &[("words", "1. Débrancher.")]).await.is(303);
    // What was answered can still be added to.
    world.posts(world.lea, &format!("{asked}/add"), &[("words", "Et garder le ticket.")]).await.is(303);
    world.reads(world.ines, &asked).await.holds("1. Débrancher.").holds("Et garder le ticket.");
    assert_eq!(world.promises().await, []);
}

#[tokio::test]
async fn exp_02_what_is_unclear_stops_the_groups_clock_until_it_is_told() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    let before = world.promises().await.remove(0);
    let fields = [("words", "Depuis quand ?"), ("act", "clarify")];
    world.posts(world.karim, &format!("{asked}/answer"), &fields).await.is(303);
    let stands = world.promises().await.remove(0);
    assert_eq!(stands.holder, Some(Holder::Person(world.karim)), "whoever asks back has taken it");
    assert_eq!(stands.target.unwrap().running_since, None);
    assert_eq!(stands.promised_at, before.promised_at);
    world.reads(world.ines, &asked).await.holds("Depuis quand").holds("Répondre au groupe");
    world.reads(world.ines, "/questions").await.holds("Attend une précision");
    world.app.db().clock().advance(Duration::from_secs(7200));
    // Asked again, it stands all the same; told by a colleague of the group, it stands; told by whoever asked, it runs.
    world.posts(world.karim, &format!("{asked}/answer"), &fields).await.is(303);
    world.posts(world.lea, &format!("{asked}/add"), &[("words", "Je dirais une heure.")]).await.is(303);
    assert_eq!(world.promises().await[0].target.unwrap().running_since, None);
    world.posts(world.ines, &format!("{asked}/add"), &[("words", " ")]).await.is(422);
    world.posts(world.ines, &format!("{asked}/add"), &[("words", "Depuis hier.")]).await.is(303);
    let runs = world.promises().await.remove(0).target.unwrap();
    assert!(runs.running_since.is_some());
    assert_eq!(runs.left, before.target.unwrap().left, "nothing was used meanwhile");
    world.reads(world.karim, &asked).await.holds("Depuis hier.").lacks("Attend une précision");
}

#[tokio::test]
async fn map_04_another_group_is_offered_it_and_the_giver_keeps_it_until_they_accept() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "La facture a deux abonnements.").await;
    let billing = world.billing().await;
    let zoe = a_person(&world.org, "Zoé", "Petit").await;
    relais_testkit::builders::assigned(
        &world.org,
        zoe,
        world.evry,
        relais_directory::assignments::Function::Adviser,
    )
    .await;
    world
        .posts(world.karim, &format!("{asked}/pass"), &[("to", "")])
        .await
        .is(422)
        .holds("Choisissez un groupe.");
    world.posts(zoe, &format!("{asked}/pass"), &[("to", &billing)]).await.is(404);
    let fields = [("to", billing.as_str()), ("words", "C’est de la facture.")];
    world.posts(world.karim, &format!("{asked}/pass"), &fields).await.is(303);
    let held_out = world.promises().await.remove(0);
    assert!(matches!(held_out.holder, Some(Holder::Team(team)) if Some(team) == held_out.team));
    world.reads(world.karim, &asked).await.holds("Proposée à Facture");
    world.posts(world.karim, &format!("{asked}/pass"), &fields).await.is(422);
    world.posts(world.lea, &format!("{asked}/take"), &[]).await.is(303);
    let taken = world.promises().await.remove(0);
    assert_eq!(taken.holder, Some(Holder::Person(world.lea)));
    assert_ne!(taken.team, held_out.team);
    world.reads(world.ines, &asked).await.holds("Quelqu’un de Facture");
}

#[tokio::test]
async fn whoever_asked_withdraws_it_and_the_customer_keeps_their_promise() {
    let world = World::new().await;
    let theme = world.group().await;
    let fields = [
        ("theme", theme.as_str()),
        ("text", "Le voyant clignote orange."),
        ("anyway", "1"),
        ("reference", "CL-41"),
        ("promised", "next_day"),
    ];
    world.posts(world.ines, "/questions/new", &fields).await.is(303);
    let asked = format!("/questions/{}", world.group_question().await);
    world.posts(world.karim, &format!("{asked}/take"), &[]).await.is(303);
    let withdraw = format!("{asked}/withdraw");
    world.reads(world.karim, &asked).await.lacks(&withdraw);
    world.posts(world.karim, &withdraw, &[]).await.is(404);
    world.posts(world.helene, &withdraw, &[]).await.is(404);
    world.reads(world.ines, &asked).await.holds(&withdraw);
    world.posts(world.ines, &withdraw, &[]).await.is(303);
    world.reads(world.ines, &asked).await.holds("Retirée").lacks(&withdraw);
    world.reads(world.karim, "/questions").await.lacks("Le voyant");
    let left: Vec<String> = world.promises().await.into_iter().map(|baton| baton.kind).collect();
    assert_eq!(left, ["relaying.case"], "what the customer was promised stands");
    // Said twice, or after it was answered, it changes nothing and says so.
    world.posts(world.ines, &withdraw, &[]).await.is(422);
    let another = world.asks(&theme, "Une autre.").await;
    world.posts(world.karim, &format!("{another}/answer"), &[("words", "Voilà.")]).await.is(303);
    world.posts(world.ines, &format!("{another}/withdraw"), &[]).await.is(422).holds("Voilà.");
}
