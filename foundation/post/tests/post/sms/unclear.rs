//! OPS-09: only what certainly did not leave is tried again; what may have left is shown, and never sent a second time.

use std::{net::TcpListener, time::Duration};

use relais_kernel::SmsId;
use relais_post::sms::{Gateway, State, standing, unclear};
use relais_store::sql;

use super::{
    World, gateway,
    gateway::{Server, Step},
    options,
};

/// One message against one step: what it is afterwards, why, and how often it was handed over in all.
async fn against(step: Step) -> (State, Option<String>, usize) {
    let (w, server) = (World::new().await, Server::start(&[step]).await);
    let id = w.send(w.ines().await).await;
    let way = gateway(&server);
    for _ in 0..3 {
        w.round(&way).await;
        w.pass(1200);
    }
    (w.state(id).await, w.reason(id).await, server.handed().len())
}

fn told(state: State, reason: &str) -> (State, Option<String>, usize) {
    (state, Some(reason.to_owned()), 1)
}

#[tokio::test]
async fn ops_09_a_gateway_that_says_yes_is_believed() {
    for step in [Step::Late(100), Step::Twice, Step::Answer("200 OK", r#"{"messages":[{"id":7}]}"#)] {
        assert_eq!(against(step).await, (State::Sent, None, 1), "{step:?}");
    }
}

#[tokio::test]
async fn ops_09_what_may_have_left_is_unclear_and_never_sent_again() {
    for (step, reason) in [
        (Step::Never, "no answer in time"),
        (Step::Late(1500), "no answer in time"),
        (Step::HangUp, "cut"),
        (Step::Garbage, "cut"),
        (Step::Answer("500 Broken", ""), "http 500"),
        (Step::Answer("502 Bad Gateway", "{}"), "http 502"),
        (Step::Answer("409 Conflict", "{}"), "http 409"),
        (Step::Answer("200 OK", "thanks"), "http 200 without an id"),
        (Step::Answer("200 OK", r#"{"messages":[]}"#), "http 200 without an id"),
        (Step::Huge, "http 200 without an id"),
    ] {
        assert_eq!(against(step).await, told(State::Unclear, reason), "{step:?}");
    }
}

#[tokio::test]
async fn ops_09_a_gateway_that_says_no_is_believed() {
    for (head, code) in [("400 Bad Request", "http 400"), ("422 No Such Number", "http 422")] {
        assert_eq!(against(Step::Answer(head, "{}")).await, told(State::Failed, code));
    }
}

#[tokio::test]
async fn ops_09_a_gateway_that_took_nothing_gets_it_again() {
    for head in ["429 Too Many Requests\r\nretry-after: 600", "503 Busy", "401 Who Are You", "404 Moved"] {
        assert_eq!(against(Step::Answer(head, "")).await, (State::Sent, None, 2), "{head}");
    }
}

#[tokio::test]
async fn ops_09_a_gateway_says_when_to_come_back() {
    let step = Step::Answer("429 Too Many Requests\r\nretry-after: 600", "");
    let (w, server) = (World::new().await, Server::start(&[step]).await);
    let id = w.send(w.ines().await).await;
    w.round(&gateway(&server)).await;
    w.pass(599);
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(id).await, server.handed().len()), (State::Waiting, 1));
    w.pass(2);
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(id).await, server.handed().len()), (State::Sent, 2));
}

#[tokio::test]
async fn ops_09_a_gateway_down_for_an_hour_loses_nothing() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let w = World::new().await;
    let way = Gateway::http(&options(port)).unwrap();
    for other in w.others(10).await {
        w.send(other).await;
    }
    for _ in 0..6 {
        w.round(&way).await;
        w.pass(600);
    }
    assert_eq!((w.count(State::Waiting).await, standing(&w.org, w.now()).await.unwrap().spent), (10, 0));
    let server = Server::start(&[]).await;
    for _ in 0..2 {
        w.pass(1200);
        w.round(&gateway(&server)).await;
    }
    assert_eq!((w.count(State::Sent).await, server.handed().len()), (10, 10));
}

#[tokio::test]
async fn sec_04_a_private_address_that_nobody_listed_is_not_called() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let id = w.send(w.ines().await).await;
    let unlisted = relais_post::sms::GatewayOptions { listed: vec![], ..options(server.port) };
    w.round(&Gateway::http(&unlisted).unwrap()).await;
    assert_eq!((w.state(id).await, server.handed().len()), (State::Waiting, 0));
}

/// What the first half of a try leaves: it is leaving, and that lasts.
async fn first_half(w: &World, id: SmsId) {
    let tx = w.org.begin().await.unwrap();
    sql("update sms set state = 'leaving', not_before = null, tries = 1, leased_until = $1, left_day = 20261121 \
         where id = $2")
    .bind(w.now().plus(Duration::from_secs(180)))
    .bind(id)
    .run(&tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn ops_09_a_node_that_dies_before_the_request_leaves_it_unclear() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let ines = w.ines().await;
    let id = w.send(ines).await;
    first_half(&w, id).await;
    w.round(&gateway(&server)).await;
    w.pass(179);
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(id).await, server.handed().len()), (State::Leaving, 0), "it may still be at it");
    w.pass(2);
    w.round(&gateway(&server)).await;
    assert_eq!((w.state(id).await, w.reason(id).await.as_deref()), (State::Unclear, Some("lost")));
    w.pass(86_400);
    w.round(&gateway(&server)).await;
    assert_eq!(server.handed().len(), 0);
    assert_eq!(w.ledger(ines).await, [relais_contact::State::Sent], "it may have left: it counts");
    let [shown] = unclear(&w.org, 10).await.unwrap().try_into().unwrap();
    assert_eq!((shown.id, shown.reason.as_deref()), (id, Some("lost")));
}

#[tokio::test]
async fn ops_09_a_node_that_dies_during_the_request_leaves_it_unclear() {
    let (w, server) = (World::new().await, Server::start(&[Step::Never]).await);
    let id = w.send(w.ines().await).await;
    let slow = relais_post::sms::GatewayOptions { timeout: Duration::from_secs(60), ..options(server.port) };
    let runner = w.runner(Gateway::http(&slow).unwrap());
    let node = tokio::spawn(async move { runner.run_due().await });
    server.has(1).await;
    node.abort();
    assert!(node.await.is_err());
    assert_eq!(w.state(id).await, State::Leaving);
    w.pass(181);
    for _ in 0..2 {
        w.round(&gateway(&server)).await;
    }
    assert_eq!((w.state(id).await, server.handed().len()), (State::Unclear, 1));
}
