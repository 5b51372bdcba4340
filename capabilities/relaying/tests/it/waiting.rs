//! What waited on a browser leaves once, and under its author alone.

use axum::body::Body;
use relais_directory::assignments::Function;
use relais_testkit::{
    Answer, TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned},
};

use relais_store::InOrg as _;

use crate::world::World;

fn field<'a>(page: &'a str, name: &str) -> &'a str {
    page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap()
}

/// A form as a script sends it.
async fn queued(app: &TestApp, visitor: &Visitor, fields: &[(&str, &str)]) -> Answer {
    let body = relais_web::query(fields.iter().copied());
    let request = visitor
        .request("POST", "/questions/new")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-relais-queued", "1")
        .body(Body::from(body))
        .unwrap();
    app.send(request).await
}

#[tokio::test]
async fn sec_03_what_waited_leaves_once_and_under_its_author_alone() {
    let world = World::new().await;
    let theme = world.group().await;
    let page = world.reads(world.ines, "/questions/new").await.holds("data-queue=\"text\"").body;
    let (author, key) = (field(&page, "author").to_owned(), field(&page, "key").to_owned());
    let app = &world.app;
    let lea = app.sign_in(world.org.org(), world.lea).await;
    let token = async |visitor: &Visitor| {
        let told = app.get(visitor, "/questions/new").await.is(200).body;
        field(&told, "csrf").to_owned()
    };
    let base =
        [("author", author.as_str()), ("theme", theme.as_str()), ("text", "Au sous-sol."), ("anyway", "1")];
    let with = |csrf: &str| -> Vec<(String, String)> {
        let more = [("key", key.as_str()), ("csrf", csrf)];
        base.iter().chain(&more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let send = async |visitor: &Visitor| {
        let fields = with(&token(visitor).await);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        queued(app, visitor, &fields).await
    };
    // Somebody else is signed in: nothing is asked, and they are told so.
    send(&lea).await.is(409).holds("celui d’une autre personne");
    // The same in the form with a photo, and without a script.
    let held = app.upload(&lea, "/questions/new", &base, ("photo", "", b"")).await.is(409);
    held.holds("Rien n’a été envoyé");
    app.post(&lea, "/questions/new", &base).await.is(409);
    assert_eq!(world.promises().await, []);
    // Nobody is signed in: it waits.
    let nobody = Visitor::stranger();
    let fields: Vec<(&str, &str)> = base.to_vec();
    queued(app, &nobody, &fields).await.is(401);
    // Its author: once, however often it is sent, and a script is told where to go on.
    let ines = app.sign_in(world.org.org(), world.ines).await;
    let first = send(&ines).await.is(204);
    let again = send(&ines).await.is(204);
    assert!(first.header("x-relais-went").starts_with("/questions/"), "{:?}", first.headers);
    assert_eq!(first.header("x-relais-went"), again.header("x-relais-went"));
    assert!(first.location.is_none());
    assert_eq!(world.promises().await.len(), 1);
}

#[tokio::test]
async fn sec_03_the_same_person_elsewhere_is_somebody_else() {
    let world = World::new().await;
    let theme = world.group().await;
    let page = world.reads(world.ines, "/questions/new").await.body;
    let author = field(&page, "author");
    let there = an_organisation(world.app.db()).await;
    let twin = a_person(&there, "Inès", "Martin").await;
    let unit = a_unit(&there, "EVR", "Évry").await;
    assigned(&there, twin, unit, Function::Adviser).await;
    let visitor = world.app.sign_in(there.org(), twin).await;
    let fields = [("author", author), ("theme", theme.as_str()), ("text", "Ailleurs."), ("anyway", "1")];
    world.app.post(&visitor, "/questions/new", &fields).await.is(409);
}

#[tokio::test]
async fn exp_03_what_waited_promises_what_was_chosen() {
    let world = World::new().await;
    world.group().await;
    let page = world.reads(world.ines, "/questions/new").await.body;
    let moment = page.split("<data value=\"next_day\" data-day=\"").nth(1).unwrap();
    let day = &moment[..10];
    let at = moment.split("data-at=\"").nth(1).unwrap().get(..5).unwrap();
    assert!(day.starts_with("20") && at.contains(':'), "{day} {at}");
}

#[tokio::test]
async fn sec_03_a_browser_hears_who_is_signed_in_and_nobody_else_gets_their_key() {
    let world = World::new().await;
    world.group().await;
    let mut told = Vec::new();
    for person in [world.ines, world.lea] {
        let token = world.reads_raw(person, "/offline/token").await;
        let token: serde_json::Value = serde_json::from_str(&token).unwrap();
        // The form seals with the very key that opens.
        let seal = token["seal"].as_str().unwrap();
        world.reads(person, "/questions/new").await.holds(&format!("data-seal=\"{seal}\""));
        told.push(token);
    }
    assert_ne!(told[0]["seal"], told[1]["seal"]);
    assert_ne!(told[0]["author"], told[1]["author"]);
    let request = Visitor::stranger().request("GET", "/offline/token").header("x-relais-fragment", "1");
    world.app.send(request.body(Body::empty()).unwrap()).await.is(401).lacks("seal");
}

#[tokio::test]
async fn what_the_last_action_said_is_not_for_the_copy_that_is_kept() {
    let world = World::new().await;
    world.group().await;
    let ines = world.app.sign_in(world.org.org(), world.ines).await.with_cookie("said", "question-asked");
    let kept =
        ines.request("GET", "/questions/new").header("x-relais-kept", "1").body(Body::empty()).unwrap();
    let kept = world.app.send(kept).await.is(200).lacks("C’est envoyé");
    assert!(kept.cookies.iter().all(|cookie| !cookie.starts_with("said=")), "{:?}", kept.cookies);
    world.app.get(&ines, "/questions/new").await.is(200).holds("C’est envoyé");
}
