//! People are called in the right way and at the right hour, once for each fact.

use std::time::Duration;

use relais_directory::accounts::{self, Browser as Visit, Email, places, sessions};
use relais_kernel::{AccountId, Instant, Locale, PersonId, SessionId};
use relais_post::{
    Choice, Letter, Mailer, Notice, State, add_device, devices_of, letterbox, notify, notify_all, over,
    public_key, put_choice, seen,
};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::builders::{a_person, an_organisation, day};
use uuid::Uuid;

use crate::{
    Post, by_smtp,
    push_service::{Browser, PushService, token},
    server::{Server, Step},
};

/// Somebody who signs in, of an organisation that works Monday to Friday, 9 to 18 h. It is Saturday, 14:20.
struct World {
    post: Post,
    org: OrgDb,
    person: PersonId,
    account: AccountId,
    session: SessionId,
}

impl World {
    async fn new(mailer: Mailer) -> Self {
        let post = Post::new(mailer).await;
        let org = an_organisation(post.db()).await;
        let person = a_person(&org, "Marc", "Petit").await;
        let tx = org.begin().await.unwrap();
        let (email, now) = (Email::read("marc@clairlien.example").unwrap(), tx.clock().now());
        let account = accounts::add(tx.whole(), &email, Locale::Fr, now).await.unwrap();
        places::connect(&tx, account, person).await.unwrap();
        tx.commit().await.unwrap();
        let session = sign_in(&post, &org, account).await;
        Self { post, org, person, account, session }
    }

    /// The same with a browser that may be called.
    async fn with_device(service: &PushService) -> (Self, Browser) {
        let w = Self::new(Mailer::Letterbox).await;
        let browser = service.browser("one");
        w.subscribe(w.session, &browser).await;
        (w, browser)
    }

    async fn subscribe(&self, session: SessionId, browser: &Browser) {
        let tx = self.org.begin().await.unwrap();
        add_device(&tx, self.person, session, &browser.subscription()).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn notify(&self, notice: &Notice) -> bool {
        let tx = self.org.begin().await.unwrap();
        let new = notify(&tx, self.person, notice).await.unwrap();
        tx.commit().await.unwrap();
        new
    }

    async fn choose(&self, choice: Choice) {
        let tx = self.org.begin().await.unwrap();
        put_choice(&tx, self.person, &choice).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn see(&self, path: &str) {
        let tx = self.org.begin().await.unwrap();
        seen(&tx, self.person, path, None, day("2026-11-21")).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn end(&self, about: Uuid) {
        let tx = self.org.begin().await.unwrap();
        over(&tx, &[about]).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Goes to a moment, and calls whom it is time to call.
    async fn at(&self, moment: &str) {
        let then = Instant::from(moment.parse::<jiff::Timestamp>().unwrap());
        let clock = self.post.db().clock();
        clock.advance(then.since(clock.now()));
        assert_eq!(clock.now(), then, "{moment} is over already");
        self.post.call().await;
    }

    async fn letters(&self) -> Vec<Letter> {
        letterbox(self.post.db(), 10).await.unwrap()
    }

    async fn stages(&self) -> Vec<String> {
        sql("select state from notice order by created_at, id").values(&self.org).await.unwrap()
    }

    async fn devices(&self) -> usize {
        devices_of(&self.org, self.person, self.post.db().clock().now()).await.unwrap().len()
    }
}

async fn sign_in(post: &Post, org: &OrgDb, account: AccountId) -> SessionId {
    let tx = post.db().begin().await.unwrap();
    let opened = sessions::open(&tx, account, org.org(), &Visit::default(), tx.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    opened.unwrap().id
}

/// Something about a thing: `n` tells things apart.
fn about(n: u128, step: u32) -> Notice {
    Notice {
        fact: format!("step:{n}:{step}"),
        about: Uuid::from_u128(n),
        title: "post-several",
        path: "/".into(),
        urgent: false,
    }
}

fn urgent(n: u128) -> Notice {
    Notice { urgent: true, ..about(n, 9) }
}

const MONDAY_NINE: &str = "2026-11-23T08:00:00Z";
const MONDAY_TEN: &str = "2026-11-23T09:00:00Z";
const TUESDAY_NINE: &str = "2026-11-24T08:00:00Z";

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
