//! A customer leaves with a promise, hears in the meantime, and gets the answer.

use std::time::Duration;

use relais_baton::{Holder, WaiterKind, climb};
use relais_kernel::{Instant, PersonId};
use relais_relaying::{CASE, QUESTION};
use relais_store::{InOrg as _, sql};
use relais_testkit::builders::{a_person, assigned};

use crate::world::World;

// It is Saturday 21 November 2026, 14:20 in Paris; nobody wrote hours down, so that Évry opens on Monday at nine.

/// Inès asks for Odile, who hears on Monday before ten.
async fn waits(world: &World, theme: &str) -> String {
    let fields = [
        ("theme", theme),
        ("text", "Le voyant clignote orange."),
        ("given_name", "Odile"),
        ("phone", "06 12 34 56 78"),
        ("agreed", "1"),
        ("reference", "cl-2027/41"),
        ("promised", "next_day"),
        ("anyway", "1"),
    ];
    world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap()
}

async fn moment(world: &World, column: &str) -> Option<Instant> {
    let query = sql("select ").push(column).push(" from customer_case where org_id = ").arg(world.org.org());
    query.value::<Option<Instant>>(&world.org).await.unwrap().flatten()
}

async fn calls(world: &World) -> Vec<String> {
    sql("select state from reassurance_call where org_id = $1 order by due_at, id")
        .bind(world.org.org())
        .values(&world.org)
        .await
        .unwrap()
}

/// Monday 23 November 2026 at so many minutes in Paris.
fn monday(minutes: i64) -> Instant {
    Instant((1_795_388_400 + minutes * 60) * 1_000_000)
}

async fn it_is(world: &World, at: Instant) {
    let clock = world.app.db().clock();
    clock.advance(Duration::from_micros(u64::try_from(at.0 - clock.now().0).unwrap()));
}

#[tokio::test]
async fn exp_03_the_customer_leaves_with_a_promise_that_the_adviser_keeps() {
    let world = World::new().await;
    let theme = world.group().await;
    let case = waits(&world, &theme).await;
    assert!(case.starts_with("/cases/"));
    let page = world.reads(world.ines, &case).await;
    page.holds("Odile attend").holds("CL-2027/41").holds("06 12 34 56 78").holds("lundi 23 novembre");
    let promises = world.promises().await;
    let of = |kind: &str| promises.iter().find(|baton| baton.kind == kind).unwrap();
    let (kept, asked) = (of(CASE.code), of(QUESTION.code));
    assert_eq!(asked.parent, Some(kept.id), "the answer serves the promise");
    assert_eq!(kept.holder, Some(Holder::Person(world.ines)));
    assert_eq!(kept.waiters[0].who.kind, WaiterKind::Contact);
    assert_eq!(kept.promised_at, monday(10 * 60));
    assert_eq!(kept.hears_next_at, Some(monday(9 * 60 + 45)));
    assert_eq!(moment(&world, "next_contact_at").await, Some(monday(10 * 60)));
    // Whoever answers reads the question, and nothing of the customer.
    world.reads(world.karim, "/questions").await.holds("Le voyant").lacks("Odile");
    let karim = world.app.sign_in(world.org.org(), world.karim).await;
    world.app.get(&karim, &case).await.is(404);
    world.reads(world.karim, "/cases").await.lacks("Le voyant");
    // A colleague of the shop knows what was promised, and not the number.
    let omar = a_person(&world.org, "Omar", "Petit").await;
    assigned(&world.org, omar, world.evry, relais_directory::assignments::Function::Adviser).await;
    world.reads(omar, "/cases").await.holds("Le voyant");
    world.reads(omar, &case).await.holds("Un collègue lui a promis").lacks("06 12").lacks("Odile");
    let noted = [("result", "reached"), ("promised", "hour")];
    world.posts(omar, &format!("{case}/call"), &noted).await.is(404);
    world.posts(omar, &format!("{case}/end"), &[("told", "heard"), ("outcome", "solved")]).await.is(404);
}

#[tokio::test]
async fn prv_06_a_number_is_sealed_and_nothing_is_kept_without_consent() {
    let world = World::new().await;
    let theme = world.group().await;
    let refused =
        [("theme", theme.as_str()), ("text", "Le voyant."), ("phone", "0612345678"), ("given_name", "Odile")];
    let page = world.posts(world.ines, "/questions/new", &refused).await.is(422);
    page.holds("Sans son accord").holds("0612345678").holds("Odile");
    let contacts = sql("select count(*) from contact where org_id = $1").bind(world.org.org());
    assert_eq!(contacts.value::<i64>(&world.org).await.unwrap(), Some(0));
    waits(&world, &theme).await;
    let sealed: Vec<u8> = sql("select phone from contact where org_id = $1")
        .bind(world.org.org())
        .value(&world.org)
        .await
        .unwrap()
        .unwrap();
    assert!(!sealed.windows(8).any(|part| part == b"12345678"));
    let said: Option<i32> = sql("select 1 from contact_consent where org_id = $1 and withdrawn_at is null")
        .bind(world.org.org())
        .value(&world.org)
        .await
        .unwrap();
    assert_eq!(said, Some(1));
}

#[tokio::test]
async fn prv_06_what_identifies_a_customer_leaves_the_words_before_they_are_stored() {
    let world = World::new().await;
    let theme = world.group().await;
    let text = "Mme Rivière attend, 06 12 34 56 78, odile@example.org.";
    let fields = [("theme", theme.as_str()), ("text", text), ("promised", "next_day"), ("anyway", "1")];
    let page = world.posts(world.ines, "/questions/new", &fields).await.is(422);
    let page = page.holds("[numéro]").holds("[adresse e-mail]").holds("Relisez-les");
    assert!(page.body.contains("name=\"phone\"") && page.body.contains("value=\"06 12 34 56 78\""));
    assert!(!page.body.contains("odile@example.org"));
    assert_eq!(world.promises().await, [], "nothing was sent before it was read again");
    let case = waits(&world, &theme).await;
    let said = [("result", "reached"), ("promised", "next_day"), ("words", "Rappeler au 06 99 88 77 66.")];
    let page = world.posts(world.ines, &format!("{case}/call"), &said).await.is(422);
    page.holds("Rappeler au [numéro].").lacks("06 99 88 77 66");
    let why = [("told", "heard"), ("outcome", "relayed"), ("reason", "À odile@example.org")];
    world.posts(world.ines, &format!("{case}/end"), &why).await.is(422).lacks("odile@example.org");
    let question = format!("/questions/{}", world.group_question().await);
    world
        .posts(world.ines, &format!("{question}/add"), &[("words", "Son numéro : 0612345678")])
        .await
        .is(422);
    let stored: Option<i64> =
        sql("select count(*) from question where text like '%[num%'").value(&world.org).await.unwrap();
    assert_eq!(stored, Some(0));
}

#[tokio::test]
async fn exp_03_nobody_is_left_without_a_word_before_what_was_promised() {
    let world = World::new().await;
    let theme = world.group().await;
    let case = waits(&world, &theme).await;
    world.reads(world.ines, &case).await.lacks("À rappeler maintenant");
    it_is(&world, monday(9 * 60 + 45)).await;
    world.reads(world.ines, &case).await.holds("À rappeler maintenant").holds("Je ne vous oublie pas");
    // The holder is called to it, whatever the group's clock says.
    while climb(world.app.db(), &[CASE, QUESTION]).await.unwrap() > 0 {}
    let awaited: Option<i64> = sql("select count(*) from baton_event where org_id = $1 and code = 'awaited'")
        .bind(world.org.org())
        .value(&world.org)
        .await
        .unwrap();
    assert_eq!(awaited, Some(1));
    let call = format!("{case}/call");
    let refused = world.posts(world.ines, &call, &[("words", "Rassurée.")]).await.is(422);
    refused.holds("Dites si la personne a répondu.").holds("Rassurée.");
    world
        .posts(world.ines, &call, &[("result", "reached"), ("promised", "other"), ("at", "9:46")])
        .await
        .is(422);
    world.posts(world.ines, &call, &[("result", "missed")]).await.is(303);
    assert_eq!(calls(&world).await, ["missed", "due"], "missed, and put anew");
    assert_eq!(
        moment(&world, "next_contact_at").await,
        Some(monday(10 * 60)),
        "nothing moves what they expect"
    );
    it_is(&world, monday(10 * 60 + 10)).await;
    let fields =
        [("result", "reached"), ("promised", "other"), ("at", "16h"), ("words", "Prévenue, rappel à 16 h.")];
    world.posts(world.ines, &call, &fields).await.is(303);
    assert_eq!(calls(&world).await, ["missed", "done", "due"]);
    assert_eq!(moment(&world, "next_contact_at").await, Some(monday(16 * 60)));
    let kept = world.promises().await.into_iter().find(|baton| baton.kind == CASE.code).unwrap();
    assert_eq!(kept.hears_next_at, Some(monday(15 * 60 + 45)));
    assert_eq!(kept.promised_at, monday(10 * 60), "the first promise stays what it was");
    world.reads(world.ines, &case).await.holds("Prévenue, rappel à 16").holds("appelé, sans réponse");
}

#[tokio::test]
async fn ref_18_it_ends_told_and_in_one_of_seven_ways() {
    let world = World::new().await;
    let theme = world.group().await;
    let case = waits(&world, &theme).await;
    let end = format!("{case}/end");
    let page = world.reads(world.ines, &case).await;
    page.lacks("rien à faire").lacks("nothing");
    world.posts(world.ines, &end, &[("outcome", "solved")]).await.is(422).holds("dans son dos");
    world.posts(world.ines, &end, &[("told", "heard"), ("outcome", "nothing_possible")]).await.is(422);
    let refused = [("told", "heard"), ("outcome", "refused"), ("reason", "Hors garantie.")];
    world
        .posts(world.ines, &end, &refused)
        .await
        .is(422)
        .holds("à qui le client peut s’adresser")
        .holds("Hors garantie.");
    let early = [("told", "unreachable"), ("outcome", "unreachable")];
    world.posts(world.ines, &end, &early).await.is(422).holds("3 essais");
    // Three attempts in three parts of days.
    for minutes in [9 * 60, 13 * 60, 18 * 60] {
        it_is(&world, monday(minutes)).await;
        world.posts(world.ines, &format!("{case}/call"), &[("result", "missed")]).await.is(303);
    }
    world.posts(world.ines, &end, &early).await.is(303);
    world.reads(world.ines, &case).await.holds("Injoignable").lacks("Noter un appel").lacks("06 12");
    assert_eq!(calls(&world).await.last().map(String::as_str), Some("spared"));
    assert!(world.promises().await.iter().all(|baton| baton.kind != CASE.code));
    world.posts(world.ines, &end, &early).await.is(422);
    world.reads(world.ines, "/cases").await.holds("Personne n’attend");
}

#[tokio::test]
async fn map_04_another_unit_has_it_once_it_accepts() {
    let world = World::new().await;
    let theme = world.group().await;
    let case = waits(&world, &theme).await;
    let nadege = a_person(&world.org, "Nadège", "Fournier").await;
    let massy = relais_testkit::builders::a_unit(&world.org, "MAS", "Massy").await;
    assigned(&world.org, nadege, massy, relais_directory::assignments::Function::Manager).await;
    let pass = format!("{case}/pass");
    world.posts(world.ines, &pass, &[("to", "")]).await.is(422).holds("Choisissez une unité.");
    let to = massy.to_string();
    world.posts(world.ines, &pass, &[("to", &to), ("words", "Elle habite à côté.")]).await.is(303);
    let held = async || world.promises().await.into_iter().find(|baton| baton.kind == CASE.code).unwrap();
    assert_eq!(held().await.holder, Some(Holder::Person(world.ines)), "the giver keeps it");
    world.reads(nadege, &case).await.holds("Un collègue lui a promis").lacks("06 12");
    let tx = world.org.begin().await.unwrap();
    let by = relais_baton::actor(&tx, nadege, relais_testkit::builders::today()).await.unwrap();
    let baton = held().await;
    relais_baton::accept(&tx, &by, baton.id, baton.offers[0].id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(held().await.holder, Some(Holder::Person(nadege)));
    world.reads(nadege, &case).await.holds("06 12 34 56 78").holds("Vous lui avez promis");
    let ines: PersonId = world.ines;
    world.reads(ines, &case).await.lacks("06 12").holds("Un collègue");
}

#[tokio::test]
async fn a_question_for_nobody_is_a_question_alone_and_a_customer_may_leave_without_a_number() {
    let world = World::new().await;
    let theme = world.group().await;
    assert!(world.asks(&theme, "Le voyant clignote orange.").await.starts_with("/questions/"));
    let fields = [
        ("theme", theme.as_str()),
        ("text", "La box."),
        ("reference", "A1"),
        ("promised", "next_day"),
        ("anyway", "1"),
    ];
    let case = world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap();
    world.reads(world.ines, &case).await.holds("Demande d’un client").lacks("Montrer le numéro");
}
