//! People are called on their devices in the right way and at the right hour, once for each fact.

use std::time::Duration;

use relais_directory::accounts::{self, Email, places, sessions};
use relais_kernel::Locale;
use relais_post::{Choice, add_device, notify, notify_all, public_key};
use relais_store::sql;
use relais_testkit::builders::{a_person, day};
use uuid::Uuid;

use crate::{
    push_service::{PushService, token},
    reader::{MONDAY_NINE, MONDAY_TEN, TUESDAY_NINE, World, about, sign_in, urgent},
};

#[tokio::test]
async fn prv_11_a_device_is_called_within_hours_with_neutral_words_alone() {
    let service = PushService::start(&[]).await;
    let (w, browser) = World::with_device(&service).await;
    assert!(w.notify(&about(1, 0)).await);
    w.post.call().await;
    w.at("2026-11-23T07:59:59Z").await;
    assert!(service.handed().is_empty(), "not on a weekend, not before nine");
    w.at(MONDAY_NINE).await;
    let [handed] = service.handed().try_into().unwrap();
    let told = browser.open(&handed);
    let tag = told["tag"].as_str().unwrap();
    assert_eq!(
        told,
        serde_json::json!({ "title": "Un relais vous attend", "path": "/", "tag": tag, "lang": "fr" }),
        "neutral words and a page"
    );
    assert_eq!((handed.path.as_str(), handed.headers["topic"].as_str()), ("/push/one", tag));
    assert!(tag.len() <= 32 && tag.chars().all(|c| c.is_ascii_alphanumeric()), "RFC 8030, 5.4");
    assert_eq!((handed.headers["ttl"].as_str(), handed.headers["urgency"].as_str()), ("14400", "normal"));
    let (claims, key) = token(&handed);
    assert_eq!(
        (claims["aud"].as_str().unwrap(), key),
        (service.origin().as_str(), public_key(w.post.db()).await.unwrap().unwrap())
    );
    w.at(MONDAY_TEN).await;
    w.at(TUESDAY_NINE).await;
    assert_eq!(
        (service.handed().len(), w.letters().await.len()),
        (1, 0),
        "called once, and not by mail as well"
    );
}

#[tokio::test]
async fn prv_11_a_push_service_keeps_no_call_beyond_closing() {
    let service = PushService::start(&[]).await;
    let (w, _) = World::with_device(&service).await;
    w.at("2026-11-23T16:45:00Z").await;
    w.notify(&about(1, 0)).await;
    w.post.call().await;
    assert_eq!(service.handed()[0].headers["ttl"], "900", "a quarter of an hour before closing");
}

#[tokio::test]
async fn prv_11_urgent_calls_outside_hours_reach_only_whoever_chose_so() {
    let service = PushService::start(&[]).await;
    let (w, _) = World::with_device(&service).await;
    w.notify(&urgent(1)).await;
    w.notify(&about(2, 0)).await;
    w.post.call().await;
    assert!(service.handed().is_empty());
    w.choose(Choice { outside_hours: true, ..Choice::USUAL }).await;
    w.post.call().await;
    assert_eq!(service.handed().len(), 1);
    assert_eq!(service.handed()[0].headers["urgency"], "high");
    assert_eq!(w.stages().await, ["called", "waiting"], "what is not urgent waits for Monday");
    w.at(MONDAY_NINE).await;
    assert_eq!(service.handed().len(), 2);
}

#[tokio::test]
async fn prv_11_days_without_messages_are_kept() {
    let service = PushService::start(&[]).await;
    let (w, _) = World::with_device(&service).await;
    w.choose(Choice { outside_hours: true, quiet_until: Some(day("2026-11-24")), ..Choice::USUAL }).await;
    w.notify(&urgent(1)).await;
    w.at(MONDAY_TEN).await;
    w.at("2026-11-24T15:00:00Z").await;
    assert!(service.handed().is_empty());
    w.at("2026-11-25T08:00:00Z").await;
    assert_eq!(service.handed().len(), 1);
}

#[tokio::test]
async fn ops_09_one_fact_calls_one_person_once() {
    let service = PushService::start(&[]).await;
    let (w, _) = World::with_device(&service).await;
    let other = a_person(&w.org, "Nadia", "Roux").await;
    assert!(w.notify(&about(1, 0)).await);
    assert!(!w.notify(&about(1, 0)).await, "the same fact again");
    let tx = w.org.begin().await.unwrap();
    let told =
        notify_all(&tx, [(w.person, about(1, 0)), (other, about(1, 0)), (w.person, about(1, 1))]).await;
    assert_eq!(told.unwrap(), 2, "somebody else, and another fact");
    tx.commit().await.unwrap();
    w.at(MONDAY_NINE).await;
    w.at(MONDAY_TEN).await;
    assert_eq!(service.handed().len(), 1, "one call for what waits together");
}

#[tokio::test]
async fn ops_09_a_notice_leaves_with_its_fact_or_not_at_all() {
    let service = PushService::start(&[]).await;
    let (w, _) = World::with_device(&service).await;
    let tx = w.org.begin().await.unwrap();
    notify(&tx, w.person, &about(1, 0)).await.unwrap();
    tx.rollback().await.unwrap();
    w.at(MONDAY_NINE).await;
    assert!(service.handed().is_empty());
}

#[tokio::test]
async fn ops_09_a_push_service_that_is_busy_is_asked_again_when_it_says() {
    let busy = "429 Too Many Requests\r\nretry-after: 120";
    let service = PushService::start(&[busy, "503 Service Unavailable"]).await;
    let (w, browser) = World::with_device(&service).await;
    w.notify(&about(1, 0)).await;
    w.at(MONDAY_NINE).await;
    w.at("2026-11-23T08:01:59Z").await;
    assert_eq!(service.handed().len(), 1, "two minutes were asked for");
    w.at("2026-11-23T08:02:00Z").await;
    w.at("2026-11-23T08:03:00Z").await;
    let handed = service.handed();
    assert_eq!(handed.len(), 3);
    assert!(handed.windows(2).all(|two| two[0].headers["topic"] == two[1].headers["topic"]), "one stable id");
    assert_eq!(browser.open(&handed[0]), browser.open(&handed[2]));
    assert_eq!((w.stages().await, w.devices().await), (vec!["called".to_owned()], 1));
}

#[tokio::test]
async fn ops_09_a_node_killed_while_it_calls_leaves_the_call_to_the_next() {
    let service = PushService::start(&["503 Service Unavailable"]).await;
    let (w, _) = World::with_device(&service).await;
    w.notify(&about(1, 0)).await;
    w.at(MONDAY_NINE).await;
    // As if the node had died between putting the call off and hearing the answer.
    let then = w.post.db().clock().now().plus(Duration::from_secs(120));
    let tx = w.org.begin().await.unwrap();
    sql("update notice set due_at = $1").bind(then).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    w.at("2026-11-23T08:01:59Z").await;
    assert_eq!(service.handed().len(), 1);
    w.at("2026-11-23T08:02:00Z").await;
    assert_eq!((service.handed().len(), w.stages().await), (2, vec!["called".to_owned()]));
}

#[tokio::test]
async fn ops_09_two_rounds_at_once_carry_a_call_once() {
    let service = PushService::start(&[]).await;
    let (w, _) = World::with_device(&service).await;
    w.at(MONDAY_NINE).await;
    w.notify(&about(1, 0)).await;
    let rounds = (0..4).map(|_| w.post.call());
    futures_join(rounds).await;
    assert_eq!(service.handed().len(), 1);
}

async fn futures_join(rounds: impl Iterator<Item = impl Future<Output = ()>>) {
    let mut all: Vec<_> = rounds.map(Box::pin).collect();
    std::future::poll_fn(|cx| {
        all.retain_mut(|one| one.as_mut().poll(cx).is_pending());
        if all.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_is_gone_is_forgotten_and_the_mail_tells() {
    let service = PushService::start(&["410 Gone"]).await;
    let (w, _) = World::with_device(&service).await;
    w.notify(&about(1, 0)).await;
    w.at(MONDAY_NINE).await;
    assert_eq!((service.handed().len(), w.devices().await), (1, 0));
    w.at("2026-11-23T08:01:00Z").await;
    assert_eq!(w.letters().await.len(), 1, "it was written before nine: the mail of nine o'clock has it");
}

#[tokio::test]
async fn sec_08_whoever_signs_out_is_not_called_on_that_browser() {
    let service = PushService::start(&[]).await;
    let (w, _) = World::with_device(&service).await;
    w.at(MONDAY_NINE).await;
    let tx = w.post.db().begin().await.unwrap();
    assert!(sessions::end(&tx, w.account, w.session, tx.clock().now()).await.unwrap());
    tx.commit().await.unwrap();
    w.notify(&about(1, 0)).await;
    w.post.call().await;
    assert!(service.handed().is_empty());
    let left: Vec<Uuid> = sql("select id from push_device").values(w.post.db()).await.unwrap();
    assert_eq!((w.devices().await, left.len()), (0, 0), "and nothing of it is kept");
}

#[tokio::test]
async fn sec_08_a_browser_belongs_to_whoever_said_yes_last() {
    let service = PushService::start(&[]).await;
    let (w, browser) = World::with_device(&service).await;
    let other = a_person(&w.org, "Nadia", "Roux").await;
    let tx = w.org.begin().await.unwrap();
    let email = Email::read("nadia@clairlien.example").unwrap();
    let account = accounts::add(tx.whole(), &email, Locale::En, tx.clock().now()).await.unwrap();
    places::connect(&tx, account, other).await.unwrap();
    relais_directory::people::put_locale(&tx, other, Locale::En).await.unwrap();
    tx.commit().await.unwrap();
    let session = sign_in(&w.post, &w.org, account).await;
    let tx = w.org.begin().await.unwrap();
    add_device(&tx, other, session, &browser.subscription()).await.unwrap();
    notify_all(&tx, [(w.person, about(1, 0)), (other, about(2, 0))]).await.unwrap();
    tx.commit().await.unwrap();
    w.at(MONDAY_NINE).await;
    let [handed] = service.handed().try_into().unwrap();
    assert_eq!(browser.open(&handed)["title"], "A promise is waiting for you");
    assert_eq!(w.devices().await, 0);
}

#[tokio::test]
async fn who_has_left_is_not_called() {
    let service = PushService::start(&[]).await;
    let (w, _) = World::with_device(&service).await;
    w.notify(&about(1, 0)).await;
    let tx = w.org.begin().await.unwrap();
    relais_directory::people::leave(&tx, w.person, day("2026-11-22"), day("2026-11-21"))
        .await
        .unwrap()
        .unwrap();
    tx.commit().await.unwrap();
    w.at(MONDAY_NINE).await;
    assert_eq!((service.handed().len(), w.letters().await.len()), (0, 0));
}

#[test]
fn a_browser_is_believed_only_what_may_be_called() {
    let key = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    let auth = "BTBZMqHH6r4Tts7J_aSIgg";
    let read = |endpoint: &str, key: &str, auth: &str| {
        relais_post::Subscription::read(endpoint, key, auth).is_some()
    };
    assert!(read("https://push.example.org/x", key, auth));
    assert!(read("https://push.example.org/x", &format!("{key}="), &format!("{auth}==")));
    for (endpoint, key, auth) in [
        ("http://push.example.org/x", key, auth),
        ("https://192.168.1.1/x", key, auth),
        ("https://push.example.org/x", &key[1..], auth),
        ("https://push.example.org/x", "", auth),
        ("https://push.example.org/x", key, "short"),
    ] {
        assert!(!read(endpoint, key, auth), "{endpoint} {key} {auth}");
    }
}
