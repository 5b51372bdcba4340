//! What an import changed, row by row, for its undoing.

use std::collections::BTreeMap;

use relais_directory::hold;
use relais_kernel::ImportId;
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{
    kept::{Employer, Keepsake, Person, Region, Unit},
    record::as_json,
};

relais_kernel::codes! {
    /// What a change is about.
    pub enum Noun {
        /// A unit.
        Unit = "unit",
        /// A person.
        Person = "person",
        /// A region.
        Region = "region",
        /// An employer.
        Employer = "employer",
    }
}

/// A row that an import is about to touch.
#[derive(Clone, Debug)]
pub(super) struct Touched {
    pub(super) noun: Noun,
    pub(super) id: Uuid,
    pub(super) line: i64,
    pub(super) label: String,
}

/// What was before, by noun and id, as JSON; rows to be created are absent.
pub(super) type Before = BTreeMap<(Noun, Uuid), String>;

/// Remembers rows before they change, and takes them: what somebody else commits about them meanwhile would stand in
/// what they became, and not in what they were.
pub(super) async fn remember(tx: &OrgTx, touched: &[Touched]) -> Result<Before> {
    let mut before = Before::new();
    remembered::<Unit>(tx, Noun::Unit, touched, &mut before).await?;
    remembered::<Person>(tx, Noun::Person, touched, &mut before).await?;
    Ok(before)
}

async fn remembered<K: Keepsake>(
    tx: &OrgTx,
    noun: Noun,
    touched: &[Touched],
    before: &mut Before,
) -> Result<()> {
    let ids = ids(noun, touched);
    hold(tx, K::TABLE, &ids).await?;
    for (id, kept) in K::read(tx, &ids).await? {
        before.insert((noun, id), as_json(&kept));
    }
    Ok(())
}

fn ids(noun: Noun, touched: &[Touched]) -> Vec<Uuid> {
    touched.iter().filter(|one| one.noun == noun).map(|one| one.id).collect()
}

/// Writes down what was touched, in this order: what must be undone last comes first. A row touched without being
/// changed leaves no trace.
pub(super) async fn record(tx: &OrgTx, import: ImportId, touched: &[Touched], before: &Before) -> Result<()> {
    let mut after: BTreeMap<(Noun, Uuid), String> = BTreeMap::new();
    hashed::<Unit>(tx, Noun::Unit, touched, &mut after).await?;
    hashed::<Person>(tx, Noun::Person, touched, &mut after).await?;
    hashed::<Region>(tx, Noun::Region, touched, &mut after).await?;
    hashed::<Employer>(tx, Noun::Employer, touched, &mut after).await?;
    let last: Option<i64> =
        sql("select coalesce(max(seq), 0) from import_change where org_id = $1 and import_id = $2")
            .bind(tx.org())
            .bind(import)
            .value(tx)
            .await?;
    let mut rows = insert(
        "import_change",
        &[
            "org_id",
            "import_id",
            "seq",
            "noun",
            "row_id",
            "line",
            "label",
            "before",
            "after_hash",
            "outcome",
            "created_at",
        ],
    );
    let mut seq = last.unwrap_or(0);
    for one in touched {
        let key = (one.noun, one.id);
        let Some(hash) = after.remove(&key) else { continue };
        seq += 1;
        rows.add([
            tx.org().into(),
            import.into(),
            seq.into(),
            one.noun.into(),
            one.id.into(),
            one.line.into(),
            one.label.clone().into(),
            before.get(&key).cloned().into(),
            hash.into(),
            "done".into(),
            tx.clock().now().into(),
        ]);
    }
    rows.run(tx).await?;
    Ok(())
}

async fn hashed<K: Keepsake>(
    tx: &OrgTx,
    noun: Noun,
    touched: &[Touched],
    after: &mut BTreeMap<(Noun, Uuid), String>,
) -> Result<()> {
    let found = K::read(tx, &ids(noun, touched)).await?;
    after.extend(found.into_iter().map(|(id, kept)| ((noun, id), kept.hash())));
    Ok(())
}

/// A change as written down.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Change {
    pub(super) seq: i64,
    pub(super) noun: Noun,
    pub(super) row_id: Uuid,
    pub(super) before: Option<String>,
    pub(super) after_hash: String,
}

/// Changes still standing, the latest first, below a place.
pub(super) async fn standing(
    on: &impl InOrg,
    import: ImportId,
    below: i64,
    size: i64,
) -> Result<Vec<Change>> {
    sql("select seq, noun, row_id, before, after_hash from import_change where org_id = $1 and import_id = $2 \
         and outcome = 'done' and seq < $3 order by seq desc limit $4")
        .bind(on.org())
        .bind(import)
        .bind(below)
        .bind(size)
        .all(on)
        .await
}

/// Settles changes: undone, or refused for a reason.
pub(super) async fn settle(
    tx: &OrgTx,
    import: ImportId,
    seqs: impl IntoIterator<Item = i64>,
    reason: Option<&str>,
) -> Result<u64> {
    sql("update import_change set outcome = ")
        .arg(if reason.is_some() { "refused" } else { "undone" })
        .push(", reason = ")
        .arg(reason.map(str::to_owned))
        .push(" where org_id = ")
        .arg(tx.org())
        .push(" and import_id = ")
        .arg(import)
        .push(" and outcome = 'done' and seq in ")
        .list(seqs)
        .run(tx)
        .await
}

/// A change that could not be taken back, as listed.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(super) struct Kept {
    /// What it is about.
    pub(super) noun: Noun,
    /// Which one.
    pub(super) row_id: Uuid,
    /// The line of the file.
    pub(super) line: i64,
    /// Its code or staff number there.
    pub(super) label: String,
    /// Why: `touched` since, `referred` to by others, or in the way of a `rule`.
    pub(super) reason: String,
}

/// The first changes that could not be taken back.
pub(super) async fn refused(on: &impl InOrg, import: ImportId, size: i64) -> Result<Vec<Kept>> {
    sql("select noun, row_id, line, label, reason from import_change where org_id = $1 and import_id = $2 \
         and outcome = 'refused' order by line, seq limit $3")
    .bind(on.org())
    .bind(import)
    .bind(size)
    .all(on)
    .await
}

#[derive(FromQueryResult)]
struct Tally {
    settled: i64,
    all_of_them: i64,
}

/// How many changes are settled, of how many.
pub(super) async fn tally(on: &impl InOrg, import: ImportId) -> Result<(i64, i64)> {
    let tally: Option<Tally> = sql("select count(*) as all_of_them, \
         cast(coalesce(sum(case when outcome <> 'done' then 1 else 0 end), 0) as bigint) as settled \
         from import_change where org_id = $1 and import_id = $2")
    .bind(on.org())
    .bind(import)
    .one(on)
    .await?;
    Ok(tally.map_or((0, 0), |tally| (tally.settled, tally.all_of_them)))
}
