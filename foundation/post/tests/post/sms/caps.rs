//! SEC-06: how much leaves at most.

use relais_contact::erase;
use relais_post::sms::{Refusal, State, Text, standing};
use relais_testkit::builders::today;

use super::{NUMBER, World, gateway, gateway::Server, sentence, words};

#[tokio::test]
async fn sec_06_one_number_is_sent_so_many_in_a_day() {
    let w = World::new().await;
    let ines = w.ines().await;
    let ask = async |to| w.ask(to, &Text::service().awaited(), &sentence()).await;
    for _ in 0..3 {
        ask(ines).await.unwrap();
    }
    let refusal = ask(ines).await.unwrap_err();
    assert_eq!(refusal, Refusal::NumberCap(3));
    assert_eq!(
        refusal.say(&words()),
        "3 SMS ont déjà été prévus aujourd’hui pour ce numéro\u{a0}: c’est le plus."
    );
    // Erased and brought in again: the number is the same.
    let tx = w.org.begin().await.unwrap();
    erase(&tx, ines, today()).await.unwrap();
    tx.commit().await.unwrap();
    let again = w.contact_in(&w.org, NUMBER).await;
    assert_eq!(ask(again).await, Err(Refusal::NumberCap(3)));
    w.chooses("sms.per_number", 4).await;
    assert!(ask(again).await.is_ok());
    w.pass(10 * 3600);
    assert!(ask(again).await.is_ok(), "another day");
}

#[tokio::test]
async fn sec_06_an_organisation_writes_so_many_in_a_day() {
    let w = World::new().await;
    w.chooses("sms.per_day", 2).await;
    let others = w.others(3).await;
    w.send(others[0]).await;
    w.send(others[1]).await;
    assert_eq!(w.ask(others[2], &Text::service(), &sentence()).await, Err(Refusal::DayCap(2)));
    // Monday's messages are counted on Monday.
    let monday = Text::service().not_before(w.now().plus(std::time::Duration::from_secs(40 * 3600)));
    assert!(w.ask(others[2], &monday, &sentence()).await.is_ok());
}

#[tokio::test]
async fn sec_06_two_hundred_messages_stop_at_the_days_spending_and_none_is_lost() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    w.chooses("sms.spend", 150).await;
    for other in w.others(200).await {
        w.send(other).await;
    }
    w.two_nodes(&gateway(&server)).await;
    assert_eq!((server.handed().len(), w.count(State::Waiting).await), (150, 50));
    let told = standing(&w.org, w.now()).await.unwrap();
    assert_eq!((told.spent, told.most, told.stopped, told.waiting), (150, 150, true, 50));
    w.pass(2 * 3600);
    w.round(&gateway(&server)).await;
    assert_eq!(server.handed().len(), 150);
    // Sunday has passed: Monday, 14:20.
    w.pass(46 * 3600);
    w.round(&gateway(&server)).await;
    assert_eq!((server.handed().len(), w.count(State::Sent).await), (200, 200));
    assert!(!standing(&w.org, w.now()).await.unwrap().stopped);
}

#[tokio::test]
async fn sec_06_the_spending_counts_parts() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    w.chooses("sms.spend", 3).await;
    let others = w.others(2).await;
    let long = relais_post::sms::Composed::sentence("test-two");
    for other in others {
        w.ask(other, &Text::service(), &long).await.unwrap();
    }
    w.round(&gateway(&server)).await;
    assert_eq!((server.handed().len(), standing(&w.org, w.now()).await.unwrap().spent), (1, 2));
    w.chooses("sms.spend", 4).await;
    w.round(&gateway(&server)).await;
    assert_eq!(server.handed().len(), 2);
}
