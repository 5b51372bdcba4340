//! The page of text messages, the sender, and what the gateway tells over the real router.

use axum::{
    body::Body,
    http::{Request, header},
};
use relais_contact::{Address, Channel, GivenName, Phone, Typed, find_or_add, is_suppressed};
use relais_kernel::{Locale, Role, Scope, SmsId};
use relais_post::sms::{Composed, Gateway, Incoming, IncomingOptions, State, Text, sender, text, texting};
use relais_store::{InOrg as _, OrgDb, jobs::Runner, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, an_organisation, granted, today},
};
use relais_web::Manifest;

use crate::{demo_routes, manifest};

const SECRET: &str = "Zbcdefghijklmnopqrstuv";
const NUMBER: &str = "+33612345678";

async fn administrator(app: &TestApp) -> (OrgDb, Visitor) {
    let org = an_organisation(app.db()).await;
    let claire = a_person(&org, "Claire", "Dubois").await;
    granted(&org, claire, Role::Admin, Scope::Network).await;
    let visitor = app.sign_in(org.org(), claire).await;
    (org, visitor)
}

/// A message to Inès, in a sentence of this room.
async fn written(app: &TestApp, org: &OrgDb) -> SmsId {
    let typed = Typed {
        given_name: Some(GivenName::read("Inès").unwrap()),
        address: Address::Phone(Phone::read(NUMBER).unwrap()),
        email: None,
        locale: Locale::Fr,
    };
    let tx = org.begin().await.unwrap();
    let ines = find_or_add(&tx, &typed, today()).await.unwrap();
    let words = app.site().words(Locale::Fr);
    let id = text(&tx, &words, ines, &Text::service(), &Composed::sentence("sms-lead")).await.unwrap();
    tx.commit().await.unwrap();
    id.unwrap()
}

/// One round with the demo's own gateway.
async fn carried(app: &TestApp) {
    Runner::new(app.db().clone(), vec![texting(Gateway::Letterbox)], vec![]).run_due().await.unwrap();
}

async fn put(org: &OrgDb, id: SmsId, state: State) {
    let tx = org.begin().await.unwrap();
    let now = tx.clock().now();
    sql("update sms set state = 'leaving', not_before = null, leased_until = $1 where id = $2")
        .bind(now)
        .bind(id)
        .run(&tx)
        .await
        .unwrap();
    sql("update sms set state = $1, leased_until = null, settled_at = $2, reason = 'cut', text = null where id = $3")
        .bind(state)
        .bind(now)
        .bind(id)
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn state(org: &OrgDb, id: SmsId) -> State {
    sql("select state from sms where id = $1").bind(id).value(org).await.unwrap().unwrap()
}

/// What the gateway is answered. It is no browser: it has no cookie and no token.
async fn told(app: &TestApp, path: &str, body: impl Into<Body>) -> u16 {
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
    let mut request = request.body(body.into()).unwrap();
    let incoming = Incoming::new(IncomingOptions {
        secret: SECRET.to_owned().into(),
        id: "id".into(),
        state: "status".into(),
        delivered: vec!["delivered".into()],
        failed: vec!["failed".into()],
        from: "from".into(),
        text: "text".into(),
    });
    request.extensions_mut().insert(incoming.unwrap());
    app.send(request).await.status.as_u16()
}

#[tokio::test]
async fn ops_09_an_unclear_message_is_shown_to_administrators_and_to_no_other_organisation() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, admin) = administrator(&app).await;
    let (_, neighbour) = administrator(&app).await;
    app.get(&admin, "/administration/sms").await.is(200).holds("Aucun SMS n’est dans le doute").lacks("⟦");
    let id = written(&app, &org).await;
    put(&org, id, State::Unclear).await;
    let page = app.get(&admin, "/administration/sms").await.is(200);
    page.holds(&id.to_string()).holds("Réponse à une demande").holds("cut").lacks(NUMBER).lacks("Inès");
    app.get(&admin, "/administration").await.is(200).holds("Un SMS est peut-être parti").lacks("⟦");
    app.get(&neighbour, "/administration/sms").await.is(200).lacks(&id.to_string());
}

#[tokio::test]
async fn sec_06_the_days_spending_is_told_when_it_is_reached() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, admin) = administrator(&app).await;
    app.chooses(&org, "sms.spend", 1).await;
    written(&app, &org).await;
    app.get(&admin, "/administration").await.is(200).lacks("dépense du jour");
    carried(&app).await;
    written(&app, &org).await;
    carried(&app).await;
    for path in ["/administration", "/administration/sms"] {
        app.get(&admin, path).await.is(200).holds("La dépense du jour est atteinte").lacks("⟦");
    }
}

#[tokio::test]
async fn sec_06_only_administrators_choose_the_sender_and_it_is_written_down() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, admin) = administrator(&app).await;
    let yanis = a_person(&org, "Yanis", "Petit").await;
    granted(&org, yanis, Role::CxLead, Scope::Network).await;
    let lead = app.sign_in(org.org(), yanis).await;
    let path = "/administration/sms/sender";
    app.get(&admin, path).await.is(200).holds("EnergieProc");
    app.post(&lead, path, &[("sender", "Autre")]).await.is(404);
    app.post(&admin, path, &[("sender", "36180")]).await.is(422).holds("De 3 à 11 lettres").holds("36180");
    assert_eq!(sender(&org).await.unwrap(), None);
    app.post(&admin, path, &[("sender", "Clairlien")]).await.is(303);
    assert_eq!(sender(&org).await.unwrap().unwrap().text(), "Clairlien");
    let acts = relais_store::audit::page(app.db(), org.org(), None, 1).await.unwrap();
    assert_eq!(
        (acts[0].action.as_str(), acts[0].detail.as_str()),
        ("administration.sms.sender", "Clairlien")
    );
}

#[tokio::test]
async fn ops_09_the_gateway_tells_what_became_of_a_message() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, _) = administrator(&app).await;
    let id = written(&app, &org).await;
    put(&org, id, State::Unclear).await;
    let receipt = format!("{{\"id\":\"{id}\",\"status\":\"delivered\"}}");
    let path = format!("/sms/receipts/{SECRET}");
    for wrong in ["/sms/receipts/Zbcdefghijklmnopqrstu", "/sms/receipts/x"] {
        assert_eq!(told(&app, wrong, receipt.clone()).await, 404);
    }
    assert_eq!(state(&org, id).await, State::Unclear);
    for (body, answer) in [
        (receipt.clone(), 204),
        (receipt, 204),
        (format!("{{\"id\":\"{id}\",\"status\":\"failed\"}}"), 204),
        ("{\"id\":\"gw-9\",\"status\":\"failed\"}".into(), 404),
        ("nonsense".into(), 422),
        ("x".repeat(20_000), 413),
    ] {
        assert_eq!(told(&app, &path, body).await, answer);
    }
    assert_eq!(state(&org, id).await, State::Delivered);
    let without = Request::post(&path).body(Body::from("{}")).unwrap();
    assert_eq!(app.send(without).await.status.as_u16(), 404, "no gateway is set: there is no such page");
}

#[tokio::test]
async fn prv_08_a_customer_who_writes_stop_is_left_alone_at_once() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, _) = administrator(&app).await;
    let id = written(&app, &org).await;
    let path = format!("/sms/inbound/{SECRET}");
    let address = Address::Phone(Phone::read(NUMBER).unwrap());
    assert_eq!(told(&app, "/sms/inbound/x", r#"{"from":"33612345678","text":"STOP"}"#).await, 404);
    assert_eq!(told(&app, &path, r#"{"from":"33612345678","text":"Merci, à demain"}"#).await, 204);
    assert!(!is_suppressed(&org, &address, Channel::Sms).await.unwrap());
    assert_eq!(told(&app, &path, r#"{"from":"33612345678","text":"Arrêt svp"}"#).await, 204);
    assert!(is_suppressed(&org, &address, Channel::Sms).await.unwrap());
    carried(&app).await;
    assert_eq!(state(&org, id).await, State::Failed);
    let rows: Option<i64> = sql("select count(*) from sms").value(&org).await.unwrap();
    assert_eq!(rows, Some(1), "nothing is answered");
}

#[tokio::test]
async fn sec_12_the_demos_letterbox_shows_text_messages_and_serve_has_none() {
    let demo = Manifest { routes: manifest().routes.and(demo_routes()), ..manifest() };
    let app = TestApp::new(vec![demo]).await;
    let (org, admin) = administrator(&app).await;
    let path = "/administration/letters/texts";
    app.get(&admin, path).await.is(200).holds("Aucun SMS pour l’instant").lacks("⟦");
    written(&app, &org).await;
    carried(&app).await;
    let page = app.get(&admin, path).await.is(200);
    page.holds("612345678").holds("On y voit des codes").holds("1 partie").holds("arrivé").lacks("⟦");
    let (_, neighbour) = administrator(&app).await;
    app.get(&neighbour, path).await.is(200).lacks("612345678");
    let app = TestApp::new(vec![manifest()]).await;
    let (_, admin) = administrator(&app).await;
    app.get(&admin, path).await.is(404);
}
