//! What the gateway tells us: receipts in any order, and « STOP ».

use relais_contact::{Address, Channel, Phone, SuppressionSource, erase, is_suppressed};
use relais_post::sms::{Heard, State, Text};
use relais_store::OrgDb;
use relais_testkit::builders::{an_organisation, today};

use super::{
    NUMBER, World, gateway,
    gateway::{Server, Step},
    incoming, sentence, words,
};

async fn tell(w: &World, body: &str) -> Heard {
    incoming().receipt(w.test.db(), body.as_bytes()).await.unwrap()
}

#[tokio::test]
async fn ops_09_a_receipt_settles_a_message_once_by_either_id() {
    let (w, server) = (World::new().await, Server::start(&[]).await);
    let others = w.others(2).await;
    let (one, two) = (w.send(others[0]).await, w.send(others[1]).await);
    w.round(&gateway(&server)).await;
    let reference = |id: relais_kernel::SmsId| {
        let place = server.handed().iter().position(|h| h.field("ref") == id.to_string()).unwrap();
        format!("gw-{}", place + 1)
    };
    for _ in 0..2 {
        let ours = format!("id={one}&status=DELIVERED");
        assert_eq!(tell(&w, &ours).await, Heard::Done);
        let theirs = format!("{{\"id\":\"{}\",\"status\":\"expired\"}}", reference(two));
        assert_eq!(tell(&w, &theirs).await, Heard::Done);
    }
    assert_eq!((w.state(one).await, w.state(two).await), (State::Delivered, State::Failed));
    // Out of order: what comes after the end changes nothing.
    assert_eq!(tell(&w, &format!("id={one}&status=failed")).await, Heard::Done);
    assert_eq!(tell(&w, &format!("id={two}&status=delivered")).await, Heard::Done);
    assert_eq!(tell(&w, &format!("id={two}&status=accepted")).await, Heard::Done);
    assert_eq!((w.state(one).await, w.state(two).await), (State::Delivered, State::Failed));
    assert_eq!(w.reason(two).await.as_deref(), Some("receipt"));
}

#[tokio::test]
async fn ops_09_a_receipt_that_overtakes_the_answer_holds() {
    let (w, server) = (World::new().await, Server::start(&[Step::Late(300)]).await);
    let ines = w.ines().await;
    let id = w.send(ines).await;
    let runner = w.runner(gateway(&server));
    let node = tokio::spawn(async move { runner.run_due().await.unwrap() });
    server.has(1).await;
    assert_eq!(tell(&w, &format!("id={id}&status=delivered")).await, Heard::Done);
    node.await.unwrap();
    assert_eq!(w.state(id).await, State::Delivered);
    assert_eq!(w.ledger(ines).await, [relais_contact::State::Sent]);
    assert_eq!(
        tell(&w, "id=gw-1&status=failed").await,
        Heard::Done,
        "the gateway's id is known all the same"
    );
}

#[tokio::test]
async fn ops_09_a_receipt_clears_up_what_was_unclear() {
    let (w, server) = (World::new().await, Server::start(&[Step::HangUp]).await);
    let id = w.send(w.ines().await).await;
    w.round(&gateway(&server)).await;
    assert_eq!(w.state(id).await, State::Unclear);
    tell(&w, &format!("id={id}&status=delivered")).await;
    assert_eq!(w.state(id).await, State::Delivered);
}

#[tokio::test]
async fn a_receipt_about_nothing_of_ours_changes_nothing() {
    let w = World::new().await;
    let id = w.send(w.ines().await).await;
    for (body, heard) in [
        ("id=gw-1&status=delivered", Heard::Unknown),
        ("id=01a20010-9ec2-7000-8000-000000000000&status=delivered", Heard::Unknown),
        ("id=&status=", Heard::Unknown),
        ("", Heard::Unreadable),
        ("id=1", Heard::Unreadable),
        ("{\"id\":", Heard::Unreadable),
        ("[[[[", Heard::Unreadable),
    ] {
        assert_eq!(tell(&w, body).await, heard, "{body}");
    }
    // It has not left: nothing can have arrived.
    assert_eq!(tell(&w, &format!("id={id}&status=delivered")).await, Heard::Done);
    assert_eq!(w.state(id).await, State::Waiting);
}

async fn stopped(org: &OrgDb) -> bool {
    let address = Address::Phone(Phone::read(NUMBER).unwrap());
    is_suppressed(org, &address, Channel::Sms).await.unwrap()
        && is_suppressed(org, &address, Channel::Call).await.unwrap()
}

async fn write_from(w: &World, org: &OrgDb) {
    let id = w.contact_in(org, NUMBER).await;
    let tx = org.begin().await.unwrap();
    relais_post::sms::text(&tx, &words(), id, &Text::service(), &sentence()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn prv_08_stop_holds_in_every_organisation_that_wrote_and_in_no_other() {
    let w = World::new().await;
    let (wrote, knows) = (an_organisation(w.test.db()).await, an_organisation(w.test.db()).await);
    write_from(&w, &w.org).await;
    write_from(&w, &wrote).await;
    w.contact_in(&knows, NUMBER).await;
    let hear = async |body: &str| incoming().inbound(w.test.db(), body.as_bytes()).await.unwrap();
    for kept_nowhere in ["from=%2B33612345678&text=Merci+beaucoup", "from=x&text=Bonjour"] {
        assert_eq!(hear(kept_nowhere).await, Heard::Done);
    }
    assert!(!stopped(&w.org).await);
    assert_eq!(hear("from=%2B33612345678&text=ARR%C3%8AT+svp").await, Heard::Done);
    assert_eq!((stopped(&w.org).await, stopped(&wrote).await, stopped(&knows).await), (true, true, false));
    assert_eq!(hear("from=33612345678&text=STOP").await, Heard::Done, "twice is harmless");
    assert_eq!(hear("from=36180&text=STOP").await, Heard::Unreadable);
    assert_eq!(hear("from=%2B33612345679&text=STOP").await, Heard::Unknown);
    assert_eq!(hear("text=STOP").await, Heard::Unreadable);
}

#[tokio::test]
async fn prv_08_stop_holds_for_whoever_was_erased_meanwhile() {
    let w = World::new().await;
    let ines = w.ines().await;
    w.send(ines).await;
    let tx = w.org.begin().await.unwrap();
    erase(&tx, ines, today()).await.unwrap();
    tx.commit().await.unwrap();
    incoming().inbound(w.test.db(), b"from=33612345678&text=stop").await.unwrap();
    assert!(stopped(&w.org).await);
}

#[tokio::test]
async fn prv_08_stop_after_the_ledger_forgot_holds_wherever_the_number_is_known() {
    let w = World::new().await;
    w.ines().await;
    assert_eq!(incoming().inbound(w.test.db(), b"from=33612345678&text=stop").await.unwrap(), Heard::Done);
    assert!(stopped(&w.org).await);
    // Their own word lifts it, and nothing else does.
    let address = Address::Phone(Phone::read(NUMBER).unwrap());
    let tx = w.org.begin().await.unwrap();
    relais_contact::suppress(&tx, &address, &[Channel::Sms], SuppressionSource::Import, today())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(stopped(&w.org).await);
}
