//! « Mes reçus »: the code alone leads to the answer, and back.

use relais_store::sql;
use relais_testkit::Visitor;

use crate::{raw, world::World};

const TEXT: &str = "Le planning change la veille au soir.";

/// An entry that was released, its code, and its page.
async fn released(world: &World) -> (String, String) {
    let author = world.visitor(world.people[0]).await;
    let code = world.whispered(&author, TEXT, true).await;
    world.released().await;
    (code, world.path(TEXT).await.unwrap())
}

async fn found(world: &World, by: &Visitor, code: &str) -> String {
    let page = world.app.post(by, "/receipts", &[("code", code)]).await.is(200);
    assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
    page.body
}

#[tokio::test]
async fn vdt_01_a_receipt_leads_to_the_answer_and_each_change_through_to_the_end() {
    let world = World::of(2).await;
    let author = world.visitor(world.people[0]).await;
    let code = world.whispered(&author, TEXT, true).await;
    // No session is asked for: any browser, and the code however it was copied.
    let stranger = Visitor::stranger();
    assert!(found(&world, &stranger, &code).await.contains("Gardé, pas encore visible"));
    world.released().await;
    let page = found(&world, &stranger, &code.to_lowercase().replace('-', " ")).await;
    assert!(page.contains(TEXT) && page.contains("Attend une réponse") && page.contains("4 décembre 2026"));
    let path = world.path(TEXT).await.unwrap();
    let lead = world.visitor(world.lead).await;
    let planned = [("outcome", "planned"), ("words", "On en parle jeudi."), ("day", "2026-11-26")];
    world.app.post(&lead, &format!("{path}/answer"), &planned).await.is(303);
    let page = found(&world, &stranger, &code).await;
    assert!(page.contains("On en parle jeudi.") && page.contains("pour le 26 novembre 2026"));
    assert!(page.contains("Une réponse est promise avant le 26 novembre 2026"));
    let done = [("outcome", "done"), ("words", "Sept jours de délai, c’est écrit.")];
    world.app.post(&lead, &format!("{path}/answer"), &done).await.is(303);
    let page = found(&world, &stranger, &code).await;
    for words in ["On en parle jeudi.", "Sept jours de délai", "La réponse est donnée", "Fait"] {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    // Everybody else reads the same, each answer once.
    let board = world.read(world.people[1], &path).await.holds("On en parle jeudi.");
    assert_eq!(board.body.matches("Sept jours de délai").count(), 1);
    let told: Vec<String> = sql("select told from baton_waiter").values(world.app.db()).await.unwrap();
    assert_eq!(told, ["written", "written"], "the answer lies where the receipt finds it");
    // A question to the box has no sense once nobody holds it.
    world.app.post(&lead, &format!("{path}/ask"), &[("question", "Depuis quand ?")]).await.is(404);
}

#[tokio::test]
async fn vdt_01_an_author_without_a_name_is_asked_and_answers_back() {
    let world = World::of(2).await;
    let (code, path) = released(&world).await;
    let (lead, other) = (world.visitor(world.lead).await, world.visitor(world.people[1]).await);
    world.app.post(&other, &format!("{path}/ask"), &[("question", "Qui parle ?")]).await.is(404);
    world.app.post(&lead, &format!("{path}/ask"), &[("question", "Quels jours ?")]).await.is(303);
    world.app.post(&lead, &format!("{path}/ask"), &[("question", " ")]).await.is(422);
    let stranger = Visitor::stranger();
    assert!(found(&world, &stranger, &code).await.contains("Quels jours ?"));
    let before = raw::everything(world.app.db()).await;
    let reply = [("code", code.as_str()), ("text", "Le jeudi et le vendredi.")];
    let said = world.app.post(&stranger, "/receipts/say", &reply).await.is(200);
    said.holds("Ce que vous avez écrit paraîtra demain matin.");
    // Sent twice it is one; another has to wait.
    world.app.post(&stranger, "/receipts/say", &reply).await.is(200);
    let more = [("code", code.as_str()), ("text", "Et aussi le lundi.")];
    world.app.post(&stranger, "/receipts/say", &more).await.is(422).holds("attend déjà la nuit");
    let short = [("code", code.as_str()), ("text", " ")];
    world.app.post(&stranger, "/receipts/say", &short).await.is(422);
    assert_eq!(raw::everything(world.app.db()).await, before, "nothing is written outside the seal");
    world.read(world.lead, &path).await.lacks("Le jeudi et le vendredi.");
    world.released().await;
    world.released().await;
    world
        .read(world.lead, &path)
        .await
        .holds("Le jeudi et le vendredi.")
        .holds("Réponse de qui l’a dit, sans nom");
    assert_eq!(raw::rows(world.app.db(), "pebble_word").await.len(), 2);
    // The team that holds it is called, once.
    let called: Vec<String> =
        raw::rows(world.app.db(), "outbox").await.into_iter().map(|row| format!("{row:?}")).collect();
    assert_eq!(called.iter().filter(|row| row.contains("said")).count(), 1, "{called:?}");
    assert_eq!(raw::rows(world.app.sealed().db(), "sealed_reply").await.len(), 0);
}

#[tokio::test]
async fn a_code_that_leads_nowhere_is_told_and_stays_in_the_form() {
    let world = World::of(1).await;
    let (code, _) = released(&world).await;
    let last = if code.ends_with('Z') { "Y" } else { "Z" };
    let mistyped = format!("{}{last}", &code[..code.len() - 1]);
    let unknown = relais_sealed::Code::new(world.app.db().clock()).text();
    let stranger = Visitor::stranger();
    for (typed, told) in [
        ("bonjour", "Ce n’est pas un code de reçu"),
        (mistyped.as_str(), "Une lettre de ce code n’est pas la bonne"),
        (unknown.as_str(), "Aucun reçu ne porte ce code."),
    ] {
        world.app.post(&stranger, "/receipts", &[("code", typed)]).await.is(422).holds(told).holds(typed);
    }
    let both = format!("{code}\n{unknown}");
    world.app.post(&stranger, "/receipts", &[("code", &both)]).await.is(422).holds(TEXT);
    world.app.post(&stranger, "/receipts/say", &[("code", "x"), ("text", "Bonjour")]).await.is(303);
    let reply = [("code", unknown.as_str()), ("text", "Bonjour à tous")];
    world.app.post(&stranger, "/receipts/say", &reply).await.is(422).holds("Aucun reçu");
}
