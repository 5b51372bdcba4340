//! A message leaves once, in its hours, and not to whoever refused meanwhile.

use relais_contact::{SuppressionSource, erase, opt_out};
use relais_post::sms::{Gateway, Sender, State, Text, put_sender};
use relais_store::{jobs, sql};
use relais_testkit::builders::today;

use super::{
    World, gateway,
    gateway::{Server, Step},
    incoming, sentence, survey,
};

#[tokio::test]
async fn ops_09_a_message_leaves_with_its_cause_and_is_noted() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let ines = w.ines().await;
    let id = w.send(ines).await;
    assert_eq!((w.state(id).await, server.handed().len()), (State::Waiting, 0));
    w.round(&gateway(&server)).await;
    let [handed] = server.handed().try_into().unwrap();
    assert_eq!(handed.line, "POST /v1/messages HTTP/1.1");
    assert_eq!(handed.headers["authorization"], "Bearer hush");
    assert_eq!(handed.headers["content-type"], "application/json");
    assert_eq!(handed.field("to"), "+33612345678");
    assert_eq!(handed.field("from"), "EnergieProc");
    assert_eq!(handed.field("text"), "Inès, votre réponse est là\u{a0}: https://relais.example.org/r/abc");
    assert_eq!(handed.field("ref"), id.to_string());
    assert_eq!(handed.field("cb"), "https://relais.example.org/sms/receipts/s");
    assert_eq!((w.state(id).await, w.reason(id).await), (State::Sent, None));
    assert_eq!(w.ledger(ines).await, [relais_contact::State::Sent]);
    let words: Option<Vec<u8>> = sql("select text from sms").value(&w.org).await.unwrap().unwrap();
    assert_eq!(words, None, "its words may hold a link that opens something: they go");
    w.round(&gateway(&server)).await;
    assert_eq!(server.handed().len(), 1);
}

#[tokio::test]
async fn ops_09_a_message_whose_cause_did_not_last_never_leaves() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let ines = w.ines().await;
    let tx = w.org.begin().await.unwrap();
    relais_post::sms::text(&tx, &super::words(), ines, &Text::service(), &sentence()).await.unwrap().unwrap();
    tx.rollback().await.unwrap();
    w.round(&gateway(&server)).await;
    assert!(server.handed().is_empty() && w.ledger(ines).await.is_empty());
}

#[tokio::test]
async fn sec_10_neither_number_nor_words_stand_in_the_row() {
    let w = World::new().await;
    let id = w.send(w.ines().await).await;
    let sealed: Vec<u8> =
        sql("select text from sms where id = $1").bind(id).value(&w.org).await.unwrap().unwrap();
    for word in ["Inès", "relais", "612345678"] {
        assert!(!sealed.windows(word.len()).any(|bytes| bytes == word.as_bytes()), "{word}");
    }
}

#[tokio::test]
async fn sec_06_the_sender_is_what_the_organisation_chose() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let tx = w.org.begin().await.unwrap();
    for name in ["Autre", "Clairlien"] {
        put_sender(&tx, &Sender::read(name).unwrap()).await.unwrap();
    }
    tx.commit().await.unwrap();
    w.send(w.ines().await).await;
    w.round(&gateway(&server)).await;
    assert_eq!(server.handed()[0].field("from"), "Clairlien");
}

#[tokio::test]
async fn prv_08_stop_between_queueing_and_sending_prevents_it() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let ines = w.ines().await;
    let id = w.send(ines).await;
    incoming().inbound(w.test.db(), br#"{"from":"33612345678","text":"Stop"}"#).await.unwrap();
    w.round(&gateway(&server)).await;
    assert!(server.handed().is_empty());
    assert_eq!((w.state(id).await, w.reason(id).await.as_deref()), (State::Failed, Some("opted_out")));
    assert_eq!(w.ledger(ines).await, [relais_contact::State::Failed], "it counts for nothing");
}

#[tokio::test]
async fn prv_12_what_the_customer_waits_for_leaves_though_they_refused() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let ines = w.ines().await;
    let id = w.ask(ines, &Text::service().awaited(), &sentence()).await.unwrap();
    let tx = w.org.begin().await.unwrap();
    opt_out(&tx, ines, SuppressionSource::Customer, today()).await.unwrap();
    tx.commit().await.unwrap();
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(id).await, server.handed().len()), (State::Sent, 1));
}

#[tokio::test]
async fn prv_08_erasing_the_customer_prevents_it() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let ines = w.ines().await;
    let id = w.ask(ines, &Text::service().awaited(), &sentence()).await.unwrap();
    let tx = w.org.begin().await.unwrap();
    erase(&tx, ines, today()).await.unwrap();
    tx.commit().await.unwrap();
    w.round(&gateway(&server)).await;
    assert!(server.handed().is_empty());
    assert_eq!((w.state(id).await, w.reason(id).await.as_deref()), (State::Failed, Some("erased")));
}

#[tokio::test]
async fn prv_12_a_message_waits_for_its_hours_and_obeys_them_when_it_is_late() {
    let (w, server) = (World::new().await, Server::start(&[Step::Answer("503 Busy", "")]).await);
    // Saturday, 14:20; at 19:59:50 the gateway is busy, and at 20:00 it is too late.
    w.pass(5 * 3600 + 39 * 60 + 50);
    let ines = w.ines().await;
    let id = w.send(ines).await;
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(id).await, server.handed().len()), (State::Waiting, 1));
    w.pass(20);
    w.round(&gateway(&server)).await;
    assert_eq!(server.handed().len(), 1, "Saturday, 20:00:10");
    let survey = w.ask(ines, &survey(), &sentence()).await.unwrap();
    let awaited = w.ask(ines, &Text::service().awaited(), &sentence()).await.unwrap();
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(awaited).await, server.handed().len()), (State::Sent, 2));
    w.pass(36 * 3600 - 20);
    w.round(&gateway(&server)).await;
    assert_eq!(server.handed().len(), 2, "Monday, a few seconds before eight");
    w.pass(60);
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(id).await, w.state(survey).await), (State::Sent, State::Sent));
}

#[tokio::test]
async fn ops_09_of_two_nodes_one_sends_each_message_once() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    for other in w.others(30).await {
        w.send(other).await;
    }
    w.two_nodes(&gateway(&server)).await;
    w.round(&gateway(&server)).await;
    let mut ids: Vec<String> = server.handed().iter().map(|handed| handed.field("ref")).collect();
    assert_eq!(ids.len(), 30);
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), w.count(State::Sent).await), (30, 30));
}

#[tokio::test]
async fn without_a_gateway_messages_wait_and_nothing_is_lost() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let id = w.send(w.ines().await).await;
    w.round(&Gateway::Nowhere).await;
    assert_eq!(w.state(id).await, State::Waiting);
    w.pass(5 * 86_400);
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(id).await, server.handed().len()), (State::Sent, 1));
    let late = w.send(w.others(1).await[0]).await;
    w.pass(31 * 86_400);
    w.round(&Gateway::Nowhere).await;
    assert_eq!((w.state(late).await, w.reason(late).await.as_deref()), (State::Failed, Some("too_late")));
}

#[tokio::test]
async fn sec_12_the_letterbox_keeps_messages_to_be_read() {
    let w = World::new().await;
    let id = w.send(w.ines().await).await;
    w.round(&Gateway::Letterbox).await;
    let [read] = relais_post::sms::letterbox(&w.org, 10).await.unwrap().try_into().unwrap();
    assert_eq!((read.id, read.state, read.parts), (id, State::Delivered, 1));
    assert_eq!(read.to.as_deref(), Some("+33612345678"));
    assert!(read.words.as_deref().unwrap().contains("/r/abc"));
    assert!(!format!("{read:?}").contains("+33"));
    assert_eq!(jobs::health(w.test.db()).await.unwrap(), jobs::Health::default());
}
