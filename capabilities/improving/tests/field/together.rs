//! Two people at the same moment: one question, one decision, one adoption; nobody gets a broken page.

use relais_directory::assignments::Function;
use relais_kernel::{Role, Scope};
use relais_testkit::builders::{a_person, assigned, granted};

use crate::world::World;

fn statuses(one: u16, other: u16) -> [u16; 2] {
    let mut both = [one, other];
    both.sort_unstable();
    both
}

#[tokio::test]
async fn grp_10_two_who_ask_at_once_are_two_voices_of_one_question() {
    let world = World::new().await;
    let fields = [("title", "Pause"), ("words", "Pas de pause à midi."), ("place", "network")];
    let path = world.sent(world.helene, "/rules/new", &fields).await;
    let (ask, text) = (format!("{path}/challenge"), [("text", "À quoi sert-elle ?")]);
    let (one, other) = tokio::join!(world.post(world.ines, &ask, &text), world.post(world.lila, &ask, &text));
    assert_eq!(statuses(one.status.as_u16(), other.status.as_u16()), [303, 303]);
    assert_eq!(world.number("select count(*) from rule_challenge").await, 1);
    assert_eq!(world.number("select voices from rule_challenge").await, 2);
}

#[tokio::test]
async fn grp_10_of_two_who_decide_at_once_the_second_reads_the_first() {
    let world = World::new().await;
    let marc = a_person(&world.org, "Marc-Antoine", "Delorme").await;
    granted(&world.org, marc, Role::Hr, Scope::Network).await;
    let fields = [("title", "Pause"), ("words", "Pas de pause à midi."), ("place", "network")];
    let path = world.sent(world.helene, "/rules/new", &fields).await;
    world.sent(world.ines, &format!("{path}/challenge"), &[("text", "À quoi sert-elle ?")]).await;
    let decide = format!("{path}/decide");
    let drops = [("verdict", "drop"), ("reason", "Elle ne sert plus."), ("version", "1")];
    let keeps = [("verdict", "drop"), ("reason", "Personne ne la suit."), ("version", "1")];
    let (one, other) =
        tokio::join!(world.post(world.helene, &decide, &drops), world.post(marc, &decide, &keeps));
    assert_eq!(statuses(one.status.as_u16(), other.status.as_u16()), [303, 422]);
    assert_eq!(world.number("select count(*) from rule_decision").await, 1);
    assert_eq!(world.number("select count(*) from baton where state = 'held'").await, 0);
}

#[tokio::test]
async fn ref_19_of_two_who_adopt_at_once_one_speaks_for_the_unit() {
    let world = World::new().await;
    let zoe = a_person(&world.org, "Zoé", "Petit").await;
    assigned(&world.org, zoe, world.massy, Function::Adviser).await;
    let fields = [("was", "Une clé pour trois."), ("now_words", "Trois clés.")];
    let path = world.sent(world.ines, "/solutions/new", &fields).await;
    let (adopt, state) = (format!("{path}/adopt"), [("state", "adopted")]);
    let (one, other) = tokio::join!(world.post(world.lila, &adopt, &state), world.post(zoe, &adopt, &state));
    assert_eq!(statuses(one.status.as_u16(), other.status.as_u16()), [303, 422]);
    assert_eq!(world.number("select count(*) from adoption").await, 2);
}

#[tokio::test]
async fn cer_07_of_two_who_answer_at_once_the_team_is_told_once() {
    let world = World::new().await;
    let sarah = a_person(&world.org, "Sarah", "Lebrun").await;
    assigned(&world.org, sarah, world.evry, Function::Deputy).await;
    let path = world.sent(world.ines, "/obstacles/new", &[("text", "La clé manque.")]).await;
    let answer = format!("{path}/answer");
    let (here, there) = (
        [("outcome", "removed"), ("words", "Trois clés.")],
        [("outcome", "worked_around"), ("words", "La porte de côté.")],
    );
    let (one, other) =
        tokio::join!(world.post(world.nadege, &answer, &here), world.post(sarah, &answer, &there));
    assert_eq!(statuses(one.status.as_u16(), other.status.as_u16()), [303, 422]);
    assert_eq!(world.number("select count(*) from baton_waiter where told is not null").await, 1);
    assert_eq!(world.number("select count(*) from obstacle where state <> 'open'").await, 1);
}
