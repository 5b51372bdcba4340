//! The life of an entry without a name: it waits, appears with others, is promised and answered.

use relais_directory::assignments::Function;
use relais_store::{InOrg as _, sql};
use relais_testkit::builders::{a_person, a_unit, an_organisation, assigned};

use crate::{
    raw,
    world::{World, between},
};

const TEXT: &str = "Le planning change la veille au soir.";

#[tokio::test]
async fn prv_07_an_anonymous_entry_writes_nothing_outside_the_seal() {
    let world = World::of(2).await;
    let author = world.visitor(world.people[0]).await;
    // Long enough after signing in that any page would note the visit.
    world.app.db().clock().advance(std::time::Duration::from_secs(7200));
    let before = raw::everything(world.app.db()).await;
    let code = world.whispered(&author, TEXT, true).await;
    assert_eq!(raw::everything(world.app.db()).await, before, "rows, and on PostgreSQL ctid and xmin");
    assert!(!raw::bytes(world.app.options()).contains("la veille"));
    let kept = raw::everything(world.app.sealed().db()).await;
    assert_eq!(kept["sealed_saying"].len(), 1);
    for (table, rows) in kept.iter().filter(|(table, _)| *table != "schema_ledger") {
        for row in rows {
            let named = row.hold(&world.people[0].to_string()) || row.hold(&code);
            assert!(!named, "{table} holds the author or the code");
            let names: Vec<&str> = row.0.iter().map(|(name, _)| name.as_str()).collect();
            assert!(!names.iter().any(|name| name.ends_with("_at")), "{table} holds a time: {names:?}");
        }
    }
    // Any other page notes it, so that the silence above is no accident.
    world.app.get(&author, "/pebbles").await.is(200);
    assert_ne!(raw::everything(world.app.db()).await, before);
}

#[tokio::test]
async fn vdt_01_an_anonymous_entry_appears_with_the_batch_and_is_promised_from_then() {
    let world = World::of(3).await;
    let author = world.visitor(world.people[0]).await;
    world.whispered(&author, TEXT, true).await;
    world.whispered(&author, "Il fait froid à l’accueil.", false).await;
    world.read(world.people[1], "/pebbles?show=all").await.lacks("la veille");
    world.app.db().clock().advance(std::time::Duration::from_secs(86_400));
    world.released().await;
    assert_eq!(world.waiting().await, 0);
    let path = world.path(TEXT).await.unwrap();
    world
        .read(world.people[1], &path)
        .await
        .holds("Évry")
        .holds("dit le 22 novembre 2026")
        .holds("Moi aussi")
        // Ten open days after Sunday 22 November, at closing time.
        .holds("4 décembre 2026, 18\u{a0}h");
    world.read(world.lead, &path).await.holds("Répondre à tous ceux qui attendent").lacks("Prénom0");
    let other = world.path("Il fait froid à l’accueil.").await.unwrap();
    world.read(world.people[1], &other).await.lacks("Évry").lacks("Prénom0");
    // The author is nobody special there either.
    world.read(world.people[0], &path).await.holds("Moi aussi");
    let kinds: Vec<String> = sql("select kind from baton_waiter").values(world.app.db()).await.unwrap();
    assert_eq!(kinds, ["box", "box"]);
}

#[tokio::test]
async fn prv_07_a_release_cut_off_between_the_stores_is_done_again_and_doubles_nothing() {
    let world = World::of(2).await;
    let author = world.visitor(world.people[0]).await;
    world.whispered(&author, TEXT, false).await;
    let sealed = world.app.sealed();
    let kept = raw::rows(sealed.db(), "sealed_saying").await.remove(0);
    world.released().await;
    // As if the process had been killed before the sealed store heard of it.
    let tx = sealed.db().begin().await.unwrap();
    sql("delete from sealed_receipt").run(&tx).await.unwrap();
    let unhex = |text: &str| -> Vec<u8> {
        (0..text.len() / 2).map(|at| u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).unwrap()).collect()
    };
    sql("insert into sealed_saying (org_id, id, kind, theme, frequency, hinders, text, receipt) \
         values ($1, $2, 'irritant', 'other', 'weekly', $3, $4, $5)")
    .bind(world.org.org())
    .bind(kept.of("id").parse::<uuid::Uuid>().unwrap())
    .bind(false)
    .bind(TEXT)
    .bind(unhex(kept.of("receipt")))
    .run(&tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    world.released().await;
    assert_eq!(world.waiting().await, 0);
    for (table, db) in
        [("pebble", world.app.db()), ("baton", world.app.db()), ("sealed_receipt", sealed.db())]
    {
        assert_eq!(raw::rows(db, table).await.len(), 1, "{table}");
    }
}

#[tokio::test]
async fn a_form_sent_twice_is_one_entry_and_other_words_are_another() {
    let world = World::of(1).await;
    let author = world.visitor(world.people[0]).await;
    let page = world.app.get(&author, "/pebbles/new").await.is(200);
    let key = between(&page.body, "name=\"key\" value=\"", "\"");
    let mut codes = Vec::new();
    for text in [TEXT, TEXT, "Autre chose, avec le même formulaire."] {
        let fields = [("text", text), ("signed", "anonymous"), ("key", key.as_str())];
        let said = world.app.post(&author, "/pebbles/new", &fields).await.is(200);
        codes.push(between(&said.body, "data-receipt=\"", "\""));
    }
    assert_eq!(codes[0], codes[1]);
    assert_ne!(codes[0], codes[2]);
    assert_eq!(world.waiting().await, 2);
}

#[tokio::test]
async fn a_flood_is_stopped_and_its_words_stay_in_the_form() {
    let world = World::of(1).await;
    let author = world.visitor(world.people[0]).await;
    let mut refused = None;
    for n in 0..20 {
        let text = format!("Encore une chose, la {n}e.");
        let answer =
            world.app.post(&author, "/pebbles/new", &[("text", &text), ("signed", "anonymous")]).await;
        if answer.status == 422 {
            refused = Some(answer.holds("réessayez dans une heure").holds(&text));
            break;
        }
    }
    assert!(refused.is_some());
}

#[tokio::test]
async fn the_form_says_what_naming_a_small_place_means() {
    let world = World::of(3).await;
    let visitor = world.visitor(world.people[0]).await;
    world.app.get(&visitor, "/pebbles/new").await.is(200).holds("Vous y êtes 4\u{a0}: en le nommant");
    let other = an_organisation(world.app.db()).await;
    let unit = a_unit(&other, "LMS", "Le Mans").await;
    let alone = a_person(&other, "Lila", "Osei").await;
    assigned(&other, alone, unit, Function::Adviser).await;
    let visitor = world.app.sign_in(other.org(), alone).await;
    world.app.get(&visitor, "/pebbles/new").await.is(200).holds("le nommer, c’est vous nommer");
}
