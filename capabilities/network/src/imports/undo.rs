//! Undoing: gives back what an import changed, the latest first, wherever nobody changed it since; lists the rest.
//!
//! A row that something else holds back (its successor in a unit, somebody's account) waits for another round: what
//! stands above it may go first. A round without progress ends it, and says what stays.

use std::collections::BTreeMap;

use relais_directory::hold;
use relais_kernel::{ImportId, OrgId};
use relais_store::{Db, Error, OrgDb, OrgTx, audit::Actor};
use uuid::Uuid;

use super::{
    changes::{self, Change, Noun},
    kept::{Employer, Keepsake, Person, Region, Unit},
    record::{self, Record, State},
    run::{self, Pace, RunError, Stage},
};

/// Changes of one transaction.
const BATCH: i64 = 500;

/// Undoes an import that was set going; does nothing to one that is elsewhere.
pub(super) async fn run(db: &Db, org: OrgId, id: ImportId, pace: &mut Pace<'_>) -> Result<(), RunError> {
    let org = db.org(org);
    let Some(mut record) = record::by_id(&org, id).await?.filter(|r| r.state == State::Undoing) else {
        return Ok(());
    };
    loop {
        let (held, progressed) = round(&org, &mut record, pace).await?;
        if held.is_empty() {
            break;
        }
        if !progressed {
            let tx = org.begin().await?;
            for change in &held {
                let reason = if change.before.is_none() { "referred" } else { "rule" };
                record.refused_count +=
                    changes::settle(&tx, id, [change.seq], Some(reason)).await?.cast_signed();
            }
            keep(tx, &mut record).await?;
            break;
        }
    }
    let tx = org.begin().await?;
    record.state = State::Undone;
    record.undone_at = Some(tx.clock().now());
    let actor = Actor { account: None, person: record.created_by };
    run::note(&tx, actor, "network.imports.undone", &record).await?;
    keep(tx, &mut record).await
}

/// Goes once through what still stands. Gives what was held back, and whether anything was settled.
async fn round(
    org: &OrgDb,
    record: &mut Record,
    pace: &mut Pace<'_>,
) -> Result<(Vec<Change>, bool), RunError> {
    let (mut held, mut progressed, mut below) = (Vec::new(), false, i64::MAX);
    loop {
        let some = changes::standing(org, record.id, below, BATCH).await?;
        let Some(end) = some.last() else { return Ok((held, progressed)) };
        below = end.seq;
        let mut waiting = vec![some];
        while let Some(mut some) = waiting.pop() {
            match attempt(org, record, &some).await {
                Ok(()) => progressed = true,
                Err(RunError::Store(error)) if error.violation().is_some() => {
                    if some.len() > 1 {
                        let rest = some.split_off(some.len() / 2);
                        waiting.extend([rest, some]);
                    } else {
                        held.append(&mut some);
                    }
                }
                Err(other) => return Err(other),
            }
        }
        let (settled, all) = changes::tally(org, record.id).await?;
        pace.beat(Stage::Undoing, settled, all).await?;
    }
}

/// Gives some changes back in one transaction.
async fn attempt(org: &OrgDb, record: &mut Record, some: &[Change]) -> Result<(), RunError> {
    let tx = org.begin_bulk().await?;
    let mut next = record.clone();
    if !record::step(&tx, &mut next).await? {
        return Err(RunError::Overtaken);
    }
    let mut settled = Settled::default();
    // People stand on units and employers, units on regions.
    give_back::<Person>(&tx, Noun::Person, some, &mut settled).await?;
    give_back::<Unit>(&tx, Noun::Unit, some, &mut settled).await?;
    give_back::<Employer>(&tx, Noun::Employer, some, &mut settled).await?;
    give_back::<Region>(&tx, Noun::Region, some, &mut settled).await?;
    changes::settle(&tx, record.id, settled.undone, None).await?;
    let refused = changes::settle(&tx, record.id, settled.touched, Some("touched")).await?;
    next.refused_count += refused.cast_signed();
    keep(tx, &mut next).await?;
    *record = next;
    Ok(())
}

#[derive(Default)]
struct Settled {
    undone: Vec<i64>,
    touched: Vec<i64>,
}

async fn give_back<K: Keepsake>(
    tx: &OrgTx,
    noun: Noun,
    some: &[Change],
    settled: &mut Settled,
) -> Result<(), Error> {
    let wanted: Vec<&Change> = some.iter().filter(|change| change.noun == noun).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = wanted.iter().map(|change| change.row_id).collect();
    hold(tx, K::TABLE, &ids).await?;
    let present = K::read(tx, &ids).await?;
    // A row that the import changed twice, as a manager released before their own line, goes back through both.
    let mut ways: BTreeMap<Uuid, Way<K>> =
        present.into_iter().map(|(id, now)| (id, Way { at: now.hash(), now, before: None })).collect();
    for change in wanted {
        match ways.get_mut(&change.row_id) {
            Some(way) if way.at == change.after_hash => {
                let before: Option<K> = change.before.as_deref().map(read).transpose()?;
                way.at = before.as_ref().map(Keepsake::hash).unwrap_or_default();
                way.before = Some(before);
                settled.undone.push(change.seq);
            }
            // Gone already, and created by the import: nothing is left to give back.
            None if change.before.is_none() => settled.undone.push(change.seq),
            _ => settled.touched.push(change.seq),
        }
    }
    let back = ways.into_iter().filter_map(|(id, way)| Some((id, way.now, way.before?))).collect();
    K::give_back(tx, back).await
}

/// The way back of one row: what it is, and what it was before the changes gone through so far.
struct Way<K> {
    now: K,
    at: String,
    before: Option<Option<K>>,
}

fn read<K: Keepsake>(text: &str) -> Result<K, Error> {
    serde_json::from_str(text)
        .map_err(|error| Error::Corrupt { table: "import_change", what: error.to_string() })
}

async fn keep(tx: OrgTx, record: &mut Record) -> Result<(), RunError> {
    if !record::step(&tx, record).await? {
        return Err(RunError::Overtaken);
    }
    Ok(tx.commit().await?)
}
