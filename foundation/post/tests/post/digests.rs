//! Without a device one mail a day tells what waits, and what no longer waits is in none.

use relais_post::{Choice, Mailer, Notice, State};
use relais_store::sql;
use uuid::Uuid;

use crate::{
    by_smtp,
    push_service::PushService,
    reader::{MONDAY_NINE, MONDAY_TEN, TUESDAY_NINE, World, about},
    server::{Server, Step},
};

#[tokio::test]
async fn prv_11_without_a_device_one_mail_a_day_tells_what_waits() {
    let w = World::new(Mailer::Letterbox).await;
    for notice in [about(1, 0), about(1, 1), about(2, 0)] {
        w.notify(&notice).await;
    }
    w.post.call().await;
    w.at("2026-11-23T07:59:59Z").await;
    assert_eq!(w.letters().await.len(), 0);
    w.at(MONDAY_NINE).await;
    let [digest] = w.letters().await.try_into().unwrap();
    assert_eq!((digest.kind.as_str(), digest.subject.as_str()), ("digest", "2 relais vous attendent"));
    assert_eq!((digest.to_address.as_str(), digest.state), ("marc@clairlien.example", State::Sent));
    assert!(
        digest.text.contains("https://relais.example.org/")
            && !digest.text.contains(&Uuid::from_u128(1).to_string())
    );
    w.at(MONDAY_TEN).await;
    w.notify(&about(3, 0)).await;
    w.at("2026-11-23T16:00:00Z").await;
    assert_eq!(w.letters().await.len(), 1, "not another one today");
    w.at(TUESDAY_NINE).await;
    assert_eq!(w.letters().await.len(), 2);
}

#[tokio::test]
async fn what_was_seen_or_has_ended_is_in_no_mail() {
    let w = World::new(Mailer::Letterbox).await;
    w.notify(&about(1, 0)).await;
    w.notify(&Notice { path: "/pebbles/1".into(), ..about(2, 0) }).await;
    w.end(Uuid::from_u128(1)).await;
    w.see("/pebbles/1").await;
    w.at(MONDAY_NINE).await;
    assert_eq!((w.letters().await.len(), w.stages().await), (0, vec!["over".to_owned(), "over".to_owned()]));
    let kept: Vec<i32> =
        sql("select seen_day from notice where seen_day is not null").values(&w.org).await.unwrap();
    assert_eq!(kept, [20261121], "the day, not the hour (PRV-09)");
}

#[tokio::test]
async fn ops_09_a_mail_whose_contents_are_over_is_taken_back_while_it_waits() {
    let server = Server::start(&[Step::Refuse("451 later"); 2]).await;
    let w = World::new(by_smtp(server.port)).await;
    w.notify(&about(1, 0)).await;
    w.notify(&about(2, 0)).await;
    w.at(MONDAY_NINE).await;
    assert_eq!((w.letters().await.len(), server.taken().len()), (1, 0));
    w.see("/").await;
    w.post.pass(5).await;
    assert_eq!((w.letters().await.len(), server.taken().len()), (0, 0));
    assert_eq!(w.post.health().await.failed, 0);
}

#[tokio::test]
async fn ops_09_an_hour_without_mail_server_loses_no_digest() {
    let port = Server::start(&[]).await.port;
    let w = World::new(by_smtp(port)).await;
    w.notify(&about(1, 0)).await;
    w.at(MONDAY_NINE).await;
    w.post.pass(60).await;
    let server = Server::start_on(port, &[]).await;
    w.post.pass(61).await;
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn who_wants_no_mail_gets_none_and_a_device_said_later_has_it() {
    let service = PushService::start(&[]).await;
    let w = World::new(Mailer::Letterbox).await;
    w.choose(Choice { digest: false, ..Choice::USUAL }).await;
    w.notify(&about(1, 0)).await;
    w.at(MONDAY_NINE).await;
    assert_eq!((w.letters().await.len(), w.stages().await), (0, vec!["over".to_owned()]));
    w.choose(Choice::USUAL).await;
    w.notify(&about(2, 0)).await;
    w.post.call().await;
    let browser = service.browser("two");
    w.subscribe(w.session, &browser).await;
    w.post.call().await;
    assert_eq!(service.handed().len(), 1, "what waited for the mail waits no longer");
}
