//! The page through the real router.

use relais_directory::assignments::Function;
use relais_kernel::PersonId;
use relais_post::{Choice, Notice, choice, devices_of, make_key, notify};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned, day},
};
use uuid::Uuid;

use crate::{doors::test_doors, manifest};

const KEY: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";

/// Saturday 21 November 2026, 14:20 in Paris.
async fn world() -> (TestApp, OrgDb, PersonId, Visitor) {
    let app = TestApp::new(vec![manifest(test_doors(), Vec::new())]).await;
    make_key(app.db()).await.unwrap();
    let org = an_organisation(app.db()).await;
    let person = a_person(&org, "Inès", "Marchal").await;
    let visitor = app.sign_in(org.org(), person).await;
    (app, org, person, visitor)
}

async fn add(app: &TestApp, visitor: &Visitor, endpoint: &str) -> relais_testkit::Answer {
    let fields = [("endpoint", endpoint), ("public_key", KEY), ("auth", AUTH)];
    app.post(visitor, "/my/messages/devices", &fields).await
}

#[tokio::test]
async fn prv_11_somebody_sees_their_hours_and_chooses_how_they_are_reached() {
    let (app, org, person, visitor) = world().await;
    let page = app.get(&visitor, "/my/messages").await.is(200);
    assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
    page.holds("Personne n’a écrit d’horaires pour vous")
        .holds("lundi 23 novembre")
        .holds("9\u{a0}h – 18\u{a0}h")
        .holds("pas de message");
    let fields = [("wants", "digest"), ("wants", "outside"), ("quiet_until", "2026-11-30")];
    let saved = app.post(&visitor, "/my/messages", &fields).await.is(303);
    assert_eq!(saved.location.as_deref().map(|to| to.starts_with("/my/messages")), Some(true));
    let chosen = Choice { digest: true, outside_hours: true, quiet_until: Some(day("2026-11-30")) };
    assert_eq!(choice(&org, person).await.unwrap(), chosen);
    app.get(&visitor, "/my/messages").await.holds("value=\"2026-11-30\"");
    app.post(&visitor, "/my/messages", &[]).await.is(303);
    let none = Choice { digest: false, outside_hours: false, quiet_until: None };
    assert_eq!(choice(&org, person).await.unwrap(), none, "what is not ticked is not wanted");
    let refused = app.post(&visitor, "/my/messages", &[("quiet_until", "2026-11-01")]).await.is(422);
    refused.holds("value=\"2026-11-01\"");
    assert_eq!(choice(&org, person).await.unwrap(), none);
}

#[tokio::test]
async fn prv_11_hours_are_those_of_the_unit_where_somebody_works() {
    let (app, org, person, visitor) = world().await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    assigned(&org, person, evry, Function::Adviser).await;
    app.get(&visitor, "/my/messages").await.holds("Personne n’a écrit d’horaires pour vous");
    let tx = org.begin().await.unwrap();
    sql("insert into unit_opening (org_id, id, unit_id, weekday, opens, closes) values ($1, $2, $3, 6, 600, 1140)")
        .bind(org.org())
        .bind(tx.clock().id::<Uuid>())
        .bind(evry)
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let page = app.get(&visitor, "/my/messages").await;
    page.holds("celles de l’unité Évry").holds("10\u{a0}h – 19\u{a0}h").lacks("9\u{a0}h – 18\u{a0}h");
}

#[tokio::test]
async fn a_browser_is_called_after_its_owner_said_yes_until_they_say_no() {
    let (app, org, person, visitor) = world().await;
    let page = app.get(&visitor, "/my/messages").await.holds("Ce navigateur ne permet pas les appels");
    assert!(
        page.body.contains("data-call=\"") && page.body.contains(" hidden>"),
        "nothing is asked without a tap"
    );
    add(&app, &visitor, "https://push.example.org/1").await.is(303);
    let now = app.db().clock().now();
    let [device] = devices_of(&org, person, now).await.unwrap().try_into().unwrap();
    app.get(&visitor, "/my/messages").await.holds("celui-ci").lacks("data-call=");
    let elsewhere = app.sign_in(org.org(), person).await;
    app.get(&elsewhere, "/my/messages").await.lacks("celui-ci").holds("data-call=");
    let stranger = app.sign_in(org.org(), a_person(&org, "Marc", "Petit").await).await;
    let remove = format!("/my/messages/devices/{}/remove", device.id);
    app.post(&stranger, &remove, &[]).await.is(404);
    app.post(&elsewhere, &remove, &[]).await.is(303);
    assert!(devices_of(&org, person, now).await.unwrap().is_empty());
}

#[tokio::test]
async fn nothing_that_must_not_be_called_is_taken_for_a_browser() {
    let (app, org, person, visitor) = world().await;
    for endpoint in ["", "http://push.example.org/1", "https://127.0.0.1/1", "https://169.254.169.254/latest"]
    {
        add(&app, &visitor, endpoint).await.is(422).holds("Cet appareil n’a pas pu être inscrit");
    }
    assert!(devices_of(&org, person, app.db().clock().now()).await.unwrap().is_empty());
}

#[tokio::test]
async fn sec_08_signing_out_ends_calls_on_that_browser() {
    let (app, org, person, visitor) = world().await;
    add(&app, &visitor, "https://push.example.org/1").await.is(303);
    let tx = app.db().begin().await.unwrap();
    sql("update session set ended_at = $1").bind(tx.clock().now()).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(devices_of(&org, person, app.db().clock().now()).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_opened_calls_nobody_any_more_and_asking_for_a_page_changes_nothing() {
    let (app, org, person, visitor) = world().await;
    let other = a_person(&org, "Marc", "Petit").await;
    let thing = Uuid::from_u128(7);
    let tx = org.begin().await.unwrap();
    for (fact, path) in [("1", format!("/batons/{thing}")), ("2", format!("/stones/{thing}"))] {
        let notice = Notice { fact: fact.into(), about: thing, title: "notice-offered", path, urgent: false };
        notify(&tx, person, &notice).await.unwrap();
        notify(&tx, other, &notice).await.unwrap();
    }
    tx.commit().await.unwrap();
    let waiting = async || -> i64 {
        sql("select count(*) from notice where state = 'waiting'").value(&org).await.unwrap().unwrap()
    };
    app.get(&visitor, "/").await.is(200);
    assert_eq!(waiting().await, 4, "a page asked for changes nothing (SEC-02)");
    app.post(&visitor, "/my/messages/seen", &[("path", "/")]).await.is(204);
    assert_eq!(waiting().await, 3, "the start page shows the baton, not the stone");
    app.post(&visitor, "/my/messages/seen", &[("path", &format!("/stones/{thing}"))]).await.is(204);
    assert_eq!(waiting().await, 2, "what somebody else has not seen still waits for them");
    app.post(&visitor, "/my/messages/seen", &[("path", "%")]).await.is(204);
    assert_eq!(waiting().await, 2);
}
