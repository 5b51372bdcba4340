//! The attacker (PRV-07): somebody who holds both databases with all their files, and three successive backups, and who
//! even knows *which* people said something without their names on that day. Only who said *what* is left to find out.
//!
//! Every strategy orders the entries in some way (by id, by their place in a file, by a transaction's number…) and lays
//! them beside the people in the order of what they did under their names that day. One guess a round, many rounds: what
//! chance alone would not give is a leak.

use std::collections::{BTreeMap, BTreeSet};

use relais_kernel::PersonId;
use relais_store::{
    InOrg as _,
    archive::{self, Part},
    sql,
};
use sea_orm::Value;
use uuid::Uuid;

use crate::{
    raw::{self, Cells},
    world::World,
};

const AUTHORS: usize = 5;
const OTHERS: usize = 4;
const ROUNDS: usize = 24;
/// A run of all strategies cries wolf once in some ten thousand.
const CERTAIN: f64 = 1e-6;

/// How entries come into the sealed store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writer {
    /// By the form.
    Form,
    /// As a careless program would: ids that bear their moment.
    TimedIds,
    /// As another would: each row after the one before.
    Appended,
    /// And another: with the person, hashed.
    Hashed,
}

/// What the attacker found in one round, as orders of the entries.
type Orders = BTreeMap<&'static str, Vec<String>>;

/// One day and its night.
async fn round(world: &World, writer: Writer, n: usize) -> (Vec<PersonId>, Vec<String>, Orders) {
    let clock = world.app.db().clock();
    let mut people = world.people.clone();
    clock.shuffle(&mut people);
    let (authors, others) = people.split_at(AUTHORS);
    let mut texts = Vec::new();
    let mut orders = Orders::new();
    let evening = backup(world).await;
    for (at, author) in authors.iter().enumerate() {
        clock.advance(std::time::Duration::from_secs(600 + 60 * at as u64));
        let visitor = world.visitor(*author).await;
        world.app.get(&visitor, "/pebbles").await.is(200);
        if let Some(other) = others.get(at) {
            let other = world.visitor(*other).await;
            let text = format!("Le {at}e caillou du jour {n}, dit par quelqu’un.");
            world.app.post(&other, "/pebbles/new", &[("text", &text)]).await.is(303);
        }
        let text = format!("Sans nom {}", clock.unordered_id::<Uuid>());
        match writer {
            Writer::Form => {
                world.whispered(&visitor, &text, at % 2 == 0).await;
            }
            _ => carelessly(world, writer, *author, &text).await,
        }
        world.app.get(&visitor, "/pebbles").await.is(200);
        texts.push(text);
    }
    let night = backup(world).await;
    assert!(texts.iter().all(|text| !evening.contains(text.as_str())));
    orders.insert("lines of the backup", by_place(&texts, |text| night.find(text)));
    sealed_orders(world, &texts, &mut orders).await;
    equal_values(world, authors, &texts, &mut orders).await;
    clock.advance(std::time::Duration::from_secs(6 * 3600));
    world.released().await;
    let morning = backup(world).await;
    orders.insert("lines of the next backup", by_place(&texts, |text| morning.find(text)));
    released_orders(world, &texts, &mut orders).await;
    let remains = raw::bytes(&world.app.options().sealed_beside());
    assert!(!texts.iter().any(|text| remains.contains(text.as_str())), "words are left in the sealed store");
    clock.advance(std::time::Duration::from_secs(18 * 3600));
    (authors.to_vec(), texts, orders)
}

/// The backup as somebody reads it who holds the key.
async fn backup(world: &World) -> String {
    let mut file = std::io::Cursor::new(Vec::new());
    let (main, sealed) = world.app.schemas();
    let main = Part { db: world.app.db(), schemas: main };
    let sealed = Part { db: world.app.sealed().db(), schemas: sealed };
    archive::write_both(main, Some(sealed), &mut file, |_| {}).await.unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    let mut all = String::new();
    for index in 0..zip.len() {
        std::io::Read::read_to_string(&mut zip.by_index(index).unwrap(), &mut all).unwrap();
    }
    all
}

fn by_place<T: Ord>(texts: &[String], place: impl Fn(&str) -> Option<T>) -> Vec<String> {
    let mut found: Vec<_> =
        texts.iter().filter_map(|text| place(text).map(|at| (at, text.clone()))).collect();
    found.sort();
    found.into_iter().map(|(_, text)| text).collect()
}

fn by_cell(rows: &[Cells], texts: &[String], text: &str, cell: &str) -> Vec<String> {
    let of = |wanted: &str| rows.iter().find(|row| row.of(text) == wanted).map(|row| row.of(cell).to_owned());
    by_place(texts, |text| of(text).map(|cell| cell.parse::<i64>().map_or((0, cell), |n| (n, String::new()))))
}

/// What the sealed store tells while entries wait in it.
async fn sealed_orders(world: &World, texts: &[String], orders: &mut Orders) {
    let rows = raw::rows(world.app.sealed().db(), "sealed_saying").await;
    let scanned = |wanted: &str| rows.iter().position(|row| row.of("text") == wanted);
    orders.insert("rows as the sealed store gives them", by_place(texts, scanned));
    for cell in ["id", "receipt", "ctid_", "xmin_"] {
        orders.insert(cell, by_cell(&rows, texts, "text", cell));
    }
    let bytes = raw::bytes(&world.app.options().sealed_beside());
    orders.insert("places in the sealed file", by_place(texts, |text| bytes.find(text)));
}

/// What the main database tells once they have left it.
async fn released_orders(world: &World, texts: &[String], orders: &mut Orders) {
    let rows = raw::rows(world.app.db(), "pebble").await;
    let scanned = |wanted: &str| rows.iter().position(|row| row.of("text") == wanted);
    orders.insert("rows as the database gives them", by_place(texts, scanned));
    for (name, cell) in
        [("ids of pebbles", "id"), ("newest", "newest"), ("said at", "said_at"), ("ctid of pebbles", "ctid_")]
    {
        orders.insert(name, by_cell(&rows, texts, "text", cell));
    }
    let batons = raw::rows(world.app.db(), "baton").await;
    let baton = |wanted: &str| {
        let id = rows.iter().find(|row| row.of("text") == wanted)?.of("id").to_owned();
        batons.iter().find(|row| row.of("subject_id") == id).map(|row| row.of("id").to_owned())
    };
    orders.insert("ids of promises", by_place(texts, baton));
    let bytes = raw::bytes(world.app.options());
    orders.insert("places in the main file", by_place(texts, |text| bytes.find(text)));
    let board = world.read(world.lead, "/pebbles?show=all&place=network").await;
    orders.insert("the board", by_place(texts, |text| board.body.find(text)));
}

/// What stands both in an entry's row and in a row that names one person alone: a value, or its hash.
async fn equal_values(world: &World, authors: &[PersonId], texts: &[String], orders: &mut Orders) {
    let sealed = raw::rows(world.app.sealed().db(), "sealed_saying").await;
    let main = raw::everything(world.app.db()).await;
    let all: Vec<&Cells> = main.values().flatten().collect();
    let values_of = |person: &PersonId| -> BTreeSet<String> {
        let mut keys = BTreeSet::from([person.to_string()]);
        // A person's account, and that account's sessions.
        for _ in 0..2 {
            let held = all.iter().filter(|row| row.hold_one_of(&keys));
            let more: BTreeSet<String> = held
                .flat_map(|row| &row.0)
                .filter(|(name, _)| matches!(name.as_str(), "account_id" | "id" | "person_id"))
                .map(|(_, value)| value.clone())
                .collect();
            keys.extend(more);
        }
        let held = all.iter().filter(|row| row.hold(&person.to_string()));
        let cells = held.flat_map(|row| row.0.iter().map(|(_, value)| value.clone()));
        cells.chain([digest(person)]).filter(|value| value.len() >= 6).collect()
    };
    let mut by_person: Vec<BTreeSet<String>> = authors.iter().map(values_of).collect();
    // What several share tells nothing of one.
    let shared = |value: &String| by_person.iter().filter(|values| values.contains(value)).count() > 1;
    let common: BTreeSet<String> = by_person.iter().flatten().filter(|v| shared(v)).cloned().collect();
    by_person.iter_mut().for_each(|values| values.retain(|value| !common.contains(value)));
    let mut order: Vec<Option<String>> = vec![None; authors.len()];
    let mut rest = Vec::new();
    for text in texts {
        let row = sealed.iter().find(|row| row.of("text") == text.as_str()).unwrap();
        let sharing: Vec<usize> = (0..authors.len())
            .filter(|at| row.0.iter().any(|(_, value)| by_person[*at].contains(value)))
            .collect();
        match sharing[..] {
            [alone] => order[alone] = Some(text.clone()),
            _ => rest.push(text.clone()),
        }
    }
    world.app.db().clock().shuffle(&mut rest);
    let order = order.into_iter().map(|found| found.or_else(|| rest.pop()).unwrap_or_default());
    orders.insert("equal values", order.collect());
}

fn digest(person: &PersonId) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(person.0).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes an entry as the protections forbid.
async fn carelessly(world: &World, writer: Writer, author: PersonId, text: &str) {
    use sha2::{Digest as _, Sha256};
    let tx = world.app.sealed().db().begin().await.unwrap();
    let clock = tx.clock();
    let id: Uuid = if writer == Writer::TimedIds { clock.id() } else { clock.unordered_id() };
    let receipt: Value = match writer {
        Writer::Hashed => Sha256::digest(author.0).to_vec().into(),
        _ => clock.secret::<32>().to_vec().into(),
    };
    sql("insert into sealed_saying (org_id, id, kind, theme, frequency, hinders, text, receipt) \
         values ($1, $2, 'irritant', 'other', 'weekly', $3, $4, $5)")
    .bind(world.org.org())
    .bind(id)
    .bind(false)
    .bind(text)
    .bind(receipt)
    .run(&tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// How often each strategy was right, forwards and backwards, and about who spoke last.
async fn attacked(writer: Writer, rounds: usize) -> BTreeMap<String, usize> {
    let world = World::of(AUTHORS + OTHERS).await;
    let mut hits: BTreeMap<String, usize> = BTreeMap::new();
    for n in 0..rounds {
        // The authors stand in the order in which they were seen, as their sessions and acts tell it.
        let (authors, texts, orders) = round(&world, writer, n).await;
        let guessed = n % AUTHORS;
        for (strategy, order) in orders {
            if order.len() != authors.len() {
                continue;
            }
            let end = authors.len() - 1;
            for (how, place, author) in [
                ("", guessed, guessed),
                (", backwards", end - guessed, guessed),
                // What came last often stands apart even where the rest is mixed.
                (", the last one last", end, end),
                (", the last one first", 0, end),
            ] {
                let right = usize::from(order[place] == texts[author]);
                *hits.entry(format!("{strategy}{how}")).or_default() += right;
            }
        }
    }
    hits
}

/// How likely it is that chance gives so many hits or more: the exact binomial tail.
fn by_chance(hits: usize, rounds: usize) -> f64 {
    let p = 1.0 / AUTHORS as f64;
    let mut term = (1.0 - p).powi(i32::try_from(rounds).unwrap());
    let mut below = 0.0;
    for k in 0..hits {
        below += term;
        term *= (rounds - k) as f64 / (k + 1) as f64 * p / (1.0 - p);
    }
    1.0 - below
}

#[tokio::test]
async fn prv_07_whoever_holds_everything_finds_authors_by_chance_alone() {
    let hits = attacked(Writer::Form, ROUNDS).await;
    assert!(hits.len() >= 60, "strategies are missing: {hits:?}");
    let found: Vec<_> = hits.iter().filter(|(_, hits)| by_chance(**hits, ROUNDS) < CERTAIN).collect();
    assert!(found.is_empty(), "of {ROUNDS} guesses at one in {AUTHORS}: {found:?}");
}

#[tokio::test]
async fn prv_07_the_attacker_finds_the_authors_of_a_careless_writer() {
    const FEWER: usize = 10;
    for (writer, strategies) in [
        (Writer::TimedIds, vec!["id", "ids of pebbles", "the board"]),
        (Writer::Appended, vec!["places in the sealed file, backwards", "xmin_"]),
        (Writer::Hashed, vec!["equal values"]),
    ] {
        let hits = attacked(writer, FEWER).await;
        let sure =
            |strategy: &&str| hits.get(*strategy).is_some_and(|hits| by_chance(*hits, FEWER) < CERTAIN);
        assert!(strategies.iter().any(sure), "{writer:?} is not found out: {hits:?}");
    }
}

#[test]
fn chance_is_counted_exactly() {
    assert!((by_chance(0, 30) - 1.0).abs() < 1e-9);
    assert!((by_chance(1, 2) - (1.0 - 0.8 * 0.8)).abs() < 1e-9);
    assert!((by_chance(2, 2) - 0.04).abs() < 1e-9);
    assert!(by_chance(10, 10) < CERTAIN && by_chance(10, 24) > CERTAIN);
}
