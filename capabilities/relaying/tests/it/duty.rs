//! Who answers when: said beforehand, told before one asks.

use crate::world::World;

// It is Saturday 21 November 2026, 14:20 in Paris.

#[tokio::test]
async fn exp_03_whoever_asks_is_told_when_nobody_answers_in_time() {
    let world = World::new().await;
    let theme = world.group().await;
    let group = world.group_named("Experts 91-94").await;
    let fields = [("theme", theme.as_str()), ("text", "Le voyant clignote orange.")];
    let warned = world.posts(world.ines, "/questions/new", &fields).await.is(422);
    warned.holds("n’a dit répondre avant").holds("Le voyant clignote orange.").holds("Envoyer quand même");
    assert_eq!(world.promises().await, [], "nothing left before it was known");

    // On Monday afternoon, after the group's target; then on Monday morning, within it.
    let says = [("day", "2026-11-23"), ("from", "14h"), ("to", "16h")];
    world.posts(world.karim, &format!("/groups/{group}/stand"), &says).await.is(303);
    let warned = world.posts(world.ines, "/questions/new", &fields).await.is(422);
    warned.holds("La première garde commence");
    let says = [("day", "2026-11-23"), ("from", "9:00"), ("to", "12:00")];
    world.posts(world.karim, &format!("/groups/{group}/stand"), &says).await.is(303);
    world.posts(world.ines, "/questions/new", &fields).await.is(303);
    assert_eq!(world.promises().await.len(), 1);
}

#[tokio::test]
async fn exp_03_sent_all_the_same_it_is_held_by_the_group() {
    let world = World::new().await;
    let theme = world.group().await;
    world.asks(&theme, "Le voyant clignote orange.").await;
    assert_eq!(world.promises().await.len(), 1);
}

#[tokio::test]
async fn those_of_a_group_say_when_they_answer_and_take_it_back() {
    let world = World::new().await;
    world.group().await;
    let group = format!("/groups/{}", world.group_named("Experts 91-94").await);
    world.reads(world.ines, &group).await.holds("personne n’a dit être de garde").lacks("Je suis de garde");
    let stand = format!("{group}/stand");
    let wrong = [("day", "2026-11-21"), ("from", "midi"), ("to", "")];
    let refused = world.posts(world.karim, &stand, &wrong).await.is(422);
    refused.holds("Écrivez une heure comme 14:00.").holds("midi");
    let says = [("day", "2026-11-21"), ("from", "14:00"), ("to", "16:00")];
    world.posts(world.ines, &stand, &says).await.is(422).holds("Vous n’êtes pas de ce groupe.");
    world.posts(world.karim, &stand, &says).await.is(303);
    world
        .reads(world.ines, &group)
        .await
        .holds("Karim Martin")
        .holds("une personne de garde")
        .lacks("Retirer");
    let mine = world.reads(world.karim, &group).await;
    let stint = mine.body.split("name=\"stint\" value=\"").nth(1).unwrap()[..36].to_owned();
    let leave = format!("{group}/leave");
    world.posts(world.lea, &leave, &[("stint", &stint)]).await.is(404);
    world.posts(world.karim, &leave, &[("stint", &stint)]).await.is(303);
    world.reads(world.ines, &group).await.lacks("Karim Martin –").holds("personne n’a dit être de garde");
}
