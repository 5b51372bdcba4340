//! What boards count, in batches that tell of nobody (PRV-09).
//!
//! A fact is counted when something happened: a question was answered, a customer told, an answer judged, a baton passed. It
//! waits until enough facts of its cell and month stand together, of enough people, and then becomes part of a batch, which
//! never changes. Boards add up whole batches and nothing else. So whoever compares two boards, of two periods or of today
//! and yesterday, finds the difference of whole batches: each is of several people and of many facts, and no difference is
//! one person's. What is too little at the end of its month is never told.
//!
//! Who answered stands in the baton alone, whose names leave: how many they were is looked up while they are there, when a
//! batch closes, and only the number stays.

use std::collections::{BTreeMap, BTreeSet};

use relais_directory::settings;
use relais_kernel::{BatonId, Day, PersonId};
use relais_store::{InOrg, OrgTx, Result, Sql, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::buckets;
use crate::settings::{FEWEST_PEOPLE, SHOWN_FROM};

/// Facts looked at when one is added: a group that never has enough people costs no more for it.
const AT_ONCE: i64 = 200;
/// Where many wait already, few people answer: one in so many that are added looks who they are.
const SELDOM: i64 = 10;
/// From how many on they are many: so many times the fewest that make a batch.
const MANY: i64 = 3;
/// Handoffs of a batch: they are rarer than answers, and no score is made of them.
const FEWEST_PASSES: i64 = 5;

relais_kernel::codes! {
    /// What happened.
    pub enum Kind {
        /// A group answered: `good` is 1 within its target.
        Answered = "answered",
        /// A customer's request ended: `good` is 1 when they were told in time.
        Told = "told",
        /// Whoever asked judged the answer: `good` is 2 when it helped, 1 when it did partly.
        Helped = "helped",
        /// Something passed: `good` is 1 when it was taken.
        Passed = "passed",
    }
}

impl Kind {
    /// Whether those on the other side, who asked or gave, must be several too: what they said or did is told as well.
    const fn counts_both_sides(self) -> bool {
        matches!(self, Self::Helped | Self::Passed)
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// Whose board it is on: a group, or a pair of teams.
    pub(crate) cell: String,
    pub(crate) kind: Kind,
    pub(crate) month: Day,
    /// What happened once: a question, a case, an offer.
    pub(crate) subject: Uuid,
    /// Whose people it is of.
    pub(crate) promise: BatonId,
    pub(crate) good: i32,
    pub(crate) late: bool,
    pub(crate) refused: i32,
    /// Opening seconds until somebody took it or answered.
    pub(crate) waited: Option<i64>,
    /// Opening seconds from there to the first act.
    pub(crate) acted: Option<i64>,
}

/// A fact that waits for others.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
struct Open {
    id: Uuid,
    promise_id: BatonId,
    subject_id: Uuid,
    good: i32,
    late: i32,
    refused: i32,
    waited: Option<i64>,
    acted: Option<i64>,
}

/// Who was there for a fact, as long as names are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct There {
    /// Who answered, told, took.
    did: Option<PersonId>,
    /// Who asked, gave.
    asked: Option<PersonId>,
}

/// The first day of a month: what months are known by.
pub(crate) fn month_of(day: Day) -> Day {
    Day::from_date(day.date().first_of_month())
}

/// Adds a fact, in the transaction of what happened. The same one happens once; what waits may be said anew.
pub(crate) async fn add(tx: &OrgTx, fact: &Fact) -> Result<()> {
    sql("insert into board_fact (org_id, id, cell, kind, month, subject_id, promise_id, good, late, refused, waited, acted) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (org_id, kind, cell, subject_id) \
         do update set good = excluded.good where board_fact.batch_id is null")
    .bind(tx.org())
    .bind(tx.clock().id::<Uuid>())
    .bind(fact.cell.clone())
    .bind(fact.kind)
    .bind(fact.month)
    .bind(fact.subject)
    .bind(fact.promise)
    .bind(fact.good)
    .bind(i32::from(fact.late))
    .bind(fact.refused)
    .bind(fact.waited)
    .bind(fact.acted)
    .run(tx)
    .await?;
    close(tx, (fact.kind, &fact.cell), fact.month).await
}

/// Makes a batch of what waits in a cell, once it is of enough people. Of two who would at once, each takes what the other
/// has not: nothing is counted twice, and who has too little waits for the next.
async fn close(tx: &OrgTx, (kind, cell): (Kind, &str), month: Day) -> Result<()> {
    let least = match kind {
        Kind::Passed => FEWEST_PASSES,
        _ => settings::value(tx, &SHOWN_FROM).await?,
    };
    if !is_looked_at(waiting(tx, (kind, cell), month).await?, least) {
        return Ok(());
    }
    let fewest = settings::value(tx, &FEWEST_PEOPLE).await?;
    // Looked at before any is kept: as long as there is too little, nobody waits for nobody.
    if i64::from(people(&there(tx, &newest(tx, (kind, cell), month).all(tx).await?).await?, kind)) < fewest {
        return Ok(());
    }
    let waiting: Vec<Open> = newest(tx, (kind, cell), month).taking_free_rows().all(tx).await?;
    let people = people(&there(tx, &waiting).await?, kind);
    if i64::try_from(waiting.len()).unwrap_or(i64::MAX) < least || i64::from(people) < fewest {
        return Ok(());
    }
    let batch = tx.clock().id::<Uuid>();
    let facts = i32::try_from(waiting.len()).unwrap_or(i32::MAX);
    insert("board_batch", &["org_id", "id", "cell", "kind", "month", "facts", "people"])
        .row([
            tx.org().into(),
            batch.into(),
            cell.into(),
            kind.into(),
            month.into(),
            facts.into(),
            people.into(),
        ])
        .run(tx)
        .await?;
    let mut rows = insert("board_count", &["org_id", "batch_id", "what", "bucket", "n"]);
    for ((what, bucket), n) in counted(&waiting) {
        rows.add([tx.org().into(), batch.into(), what.into(), bucket.into(), n.into()]);
    }
    rows.run(tx).await?;
    sql("update board_fact set batch_id = ")
        .arg(batch)
        .push(" where org_id = ")
        .arg(tx.org())
        .push(" and id in ")
        .list(waiting.iter().map(|one| one.id))
        .run(tx)
        .await?;
    Ok(())
}

/// How many facts wait in a cell.
async fn waiting(on: &impl InOrg, (kind, cell): (Kind, &str), month: Day) -> Result<i64> {
    let waiting =
        sql("select count(*) from board_fact where org_id = $1 and kind = $2 and cell = $3 and month = $4 \
         and batch_id is null");
    let waiting = waiting.bind(on.org()).bind(kind).bind(cell).bind(month).value(on).await?;
    Ok(waiting.unwrap_or(0))
}

/// Whether it is looked who they are, when so many wait.
fn is_looked_at(waiting: i64, least: i64) -> bool {
    waiting >= least && (waiting <= least.saturating_mul(MANY) || waiting % SELDOM == 0)
}

/// The newest facts that wait in a cell.
fn newest(on: &impl InOrg, (kind, cell): (Kind, &str), month: Day) -> Sql {
    sql("select id, promise_id, subject_id, good, late, refused, waited, acted from board_fact where org_id = $1 \
         and kind = $2 and cell = $3 and month = $4 and batch_id is null order by id desc limit $5")
    .bind(on.org())
    .bind(kind)
    .bind(cell)
    .bind(month)
    .bind(AT_ONCE)
}

/// What stands in a batch: how many of each outcome, and how long it took by buckets whose medians add up.
fn counted(facts: &[Open]) -> BTreeMap<(&'static str, i32), i32> {
    let mut counts = BTreeMap::new();
    let mut add = |what, bucket, n: i32| {
        if n > 0 {
            *counts.entry((what, bucket)).or_insert(0) += n;
        }
    };
    for fact in facts {
        add("good", fact.good, 1);
        add("late", 0, fact.late);
        add("refused", 0, fact.refused);
        fact.waited.into_iter().for_each(|seconds| add("waited", buckets::of(seconds), 1));
        fact.acted.into_iter().for_each(|seconds| add("acted", buckets::of(seconds), 1));
    }
    counts
}

/// Of how many people facts are: of those who did it, and where both sides are told of, of the side with fewer.
fn people(there: &[There], kind: Kind) -> i32 {
    let of = |one: fn(&There) -> Option<PersonId>| {
        let people: BTreeSet<PersonId> = there.iter().filter_map(one).collect();
        i32::try_from(people.len()).unwrap_or(i32::MAX)
    };
    let did = of(|one| one.did);
    if kind.counts_both_sides() { did.min(of(|one| one.asked)) } else { did }
}

#[derive(FromQueryResult)]
struct Held {
    id: BatonId,
    holder_person_id: Option<PersonId>,
}

#[derive(FromQueryResult)]
struct Waits {
    baton_id: BatonId,
    person_id: Option<PersonId>,
}

#[derive(FromQueryResult)]
struct Passed {
    id: Uuid,
    by_person_id: Option<PersonId>,
    answered_by: Option<PersonId>,
}

/// Who was there. A name that has left its baton counts for nobody: then there is too little, never too much.
async fn there(on: &impl InOrg, facts: &[Open]) -> Result<Vec<There>> {
    let promises = || facts.iter().map(|fact| fact.promise_id);
    let held: Vec<Held> = sql("select id, holder_person_id from baton where org_id = ")
        .arg(on.org())
        .push(" and id in ")
        .list(promises())
        .all(on)
        .await?;
    let waits: Vec<Waits> = sql("select baton_id, person_id from baton_waiter where org_id = ")
        .arg(on.org())
        .push(" and baton_id in ")
        .list(promises())
        .push(" and person_id is not null order by baton_id, id")
        .all(on)
        .await?;
    let passed: Vec<Passed> = sql("select id, by_person_id, answered_by from baton_offer where org_id = ")
        .arg(on.org())
        .push(" and id in ")
        .list(facts.iter().map(|fact| fact.subject_id))
        .all(on)
        .await?;
    let held: BTreeMap<BatonId, Held> = held.into_iter().map(|one| (one.id, one)).collect();
    let mut asked: BTreeMap<BatonId, Option<PersonId>> = BTreeMap::new();
    for one in waits {
        // Whoever waited first asked; who joined them later did not.
        asked.entry(one.baton_id).or_insert(one.person_id);
    }
    let passed: BTreeMap<Uuid, Passed> = passed.into_iter().map(|one| (one.id, one)).collect();
    let of = |fact: &Open| match (passed.get(&fact.subject_id), held.get(&fact.promise_id)) {
        (Some(offer), _) => There { did: offer.answered_by, asked: offer.by_person_id },
        (None, Some(baton)) => {
            There { did: baton.holder_person_id, asked: asked.get(&baton.id).copied().flatten() }
        }
        (None, None) => There { did: None, asked: None },
    };
    Ok(facts.iter().map(of).collect())
}

#[derive(FromQueryResult)]
struct Stored {
    what: String,
    bucket: i32,
    n: i64,
}

/// Counts again what stands in batches, from the facts themselves: those whose counts are not what was counted.
pub(crate) async fn miscounted(on: &impl InOrg) -> Result<Vec<Uuid>> {
    let batches: Vec<Uuid> =
        sql("select id from board_batch where org_id = $1 order by id").bind(on.org()).values(on).await?;
    let mut wrong = Vec::new();
    for batch in batches {
        let facts: Vec<Open> =
            sql("select id, promise_id, subject_id, good, late, refused, waited, acted from board_fact \
             where org_id = $1 and batch_id = $2")
            .bind(on.org())
            .bind(batch)
            .all(on)
            .await?;
        let stored: Vec<Stored> =
            sql("select what, bucket, sum(n) as n from board_count where org_id = $1 and batch_id = $2 \
             group by what, bucket order by what, bucket")
            .bind(on.org())
            .bind(batch)
            .all(on)
            .await?;
        let stored: BTreeMap<(String, i32), i64> =
            stored.into_iter().map(|row| ((row.what, row.bucket), row.n)).collect();
        let again =
            counted(&facts).into_iter().map(|((what, bucket), n)| ((what.to_owned(), bucket), i64::from(n)));
        if stored != again.collect() {
            wrong.push(batch);
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there(did: u128, asked: u128) -> There {
        let some = |n: u128| (n > 0).then(|| PersonId(Uuid::from_u128(n)));
        There { did: some(did), asked: some(asked) }
    }

    #[test]
    fn prv_09_a_batch_is_of_those_who_did_it_and_of_both_sides_where_both_are_told_of() {
        let some = [there(1, 7), there(2, 7), there(3, 8), there(3, 8)];
        assert_eq!(people(&some, Kind::Answered), 3);
        assert_eq!(people(&some, Kind::Helped), 2, "two asked");
        assert_eq!(people(&some, Kind::Passed), 2);
        assert_eq!(
            people(&[there(1, 2), there(0, 3), there(0, 4)], Kind::Answered),
            1,
            "whose names left count for nobody"
        );
    }

    #[test]
    fn where_many_wait_one_in_ten_is_looked_at() {
        let looked_at = |from: i64, to: i64| (from..to).filter(|waiting| is_looked_at(*waiting, 10)).count();
        assert_eq!(looked_at(0, 10), 0, "too few to make a batch");
        assert_eq!(looked_at(10, 31), 21);
        assert_eq!(looked_at(31, 1_031), 100);
    }

    #[test]
    fn a_month_is_known_by_its_first_day() {
        assert_eq!(month_of("2026-11-22".parse().unwrap()), "2026-11-01".parse().unwrap());
    }
}
