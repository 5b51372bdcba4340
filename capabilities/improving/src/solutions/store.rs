//! Every query about solutions. A unit's adoption is written by somebody of that unit, and by nobody else.

use relais_kernel::{Day, PersonId, UnitId};
use relais_store::{Cut, InOrg, Key, OrgTx, Result, Slice, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::checks::{Adoption, AdoptionState, Shared};

/// A solution, and how one's own unit lives with it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Solution {
    pub(crate) id: Uuid,
    pub(crate) unit_id: UnitId,
    pub(crate) unit_name: String,
    pub(crate) pebble_id: Option<Uuid>,
    pub(crate) was: String,
    pub(crate) now_words: String,
    pub(crate) needs: String,
    pub(crate) shared_day: Day,
    /// In how many units it lives.
    pub(crate) living: i64,
    /// How the reader's own unit lives with it, if it ever did.
    pub(crate) own: Option<AdoptionState>,
}

/// The last thing that each unit said of a solution.
const LAST: &str = "not exists (select 1 from adoption l where l.org_id = a.org_id and l.solution_id = a.solution_id \
     and l.unit_id = a.unit_id and l.seq > a.seq)";

fn columns(on: &impl InOrg, own: Option<UnitId>) -> relais_store::Sql {
    sql("select s.id, s.unit_id, u.name as unit_name, s.pebble_id, s.was, s.now_words, s.needs, s.shared_day, \
         (select count(*) from adoption a where a.org_id = s.org_id and a.solution_id = s.id and a.state <> 'dropped' and ")
    .push(LAST)
    .push(
        ") as living, (select a.state from adoption a where a.org_id = s.org_id and a.solution_id = s.id and a.unit_id = ",
    )
    .arg(own)
    .push(" and ")
    .push(LAST)
    .push(") as own from solution s join unit u on u.org_id = s.org_id and u.id = s.unit_id where s.org_id = ")
    .arg(on.org())
}

/// A solution.
pub(crate) async fn by_id(on: &impl InOrg, id: Uuid, own: Option<UnitId>) -> Result<Option<Solution>> {
    columns(on, own).push(" and s.id = ").arg(id).one(on).await
}

/// Which solutions a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Which {
    /// All.
    #[default]
    All,
    /// Those that one's own unit lives with.
    Ours,
}

const NEWEST: &[Key<'_>] = &[Key { column: "s.newest", of_row: "select k.newest from solution k" }];

/// A page of solutions, the newest first.
pub(crate) async fn list(
    on: &impl InOrg,
    which: Which,
    own: Option<UnitId>,
    cut: Cut,
    size: usize,
) -> Result<Slice<Solution>> {
    let query = columns(on, own);
    let query = match which {
        Which::All => query,
        Which::Ours => query
            .push(" and exists (select 1 from adoption a where a.org_id = s.org_id and a.solution_id = s.id and a.unit_id = ")
            .arg(own)
            .push(" and a.state <> 'dropped' and ")
            .push(LAST)
            .push(")"),
    };
    let query = cut.apply(query, NEWEST, "s.id", on.org(), size);
    Ok(cut.slice(query.all(on).await?, size))
}

/// What a unit said of a solution, without who said it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Saying {
    pub(crate) unit_id: UnitId,
    pub(crate) unit_name: String,
    pub(crate) seq: i32,
    pub(crate) state: AdoptionState,
    pub(crate) words: String,
    pub(crate) day: Day,
}

/// All that units said of a solution, the oldest first.
pub(crate) async fn sayings(on: &impl InOrg, id: Uuid) -> Result<Vec<Saying>> {
    sql("select a.unit_id, u.name as unit_name, a.seq, a.state, a.words, a.day from adoption a \
         join unit u on u.org_id = a.org_id and u.id = a.unit_id \
         where a.org_id = $1 and a.solution_id = $2 order by a.at, a.id")
    .bind(on.org())
    .bind(id)
    .all(on)
    .await
}

/// A pebble of a unit that was done and is not shared yet.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Done {
    pub(crate) id: Uuid,
    pub(crate) text: String,
    pub(crate) answer: String,
}

/// What was done in a unit and could help others, the newest first.
pub(crate) async fn to_share(on: &impl InOrg, unit: UnitId) -> Result<Vec<Done>> {
    sql("select p.id, p.text, p.answer from pebble p where p.org_id = $1 and p.unit_id = $2 and p.state = 'done' \
         and not exists (select 1 from solution s where s.org_id = p.org_id and s.pebble_id = p.id) \
         order by p.newest, p.id limit 10")
    .bind(on.org())
    .bind(unit)
    .all(on)
    .await
}

/// Shares what worked: it lives in its own unit from then on.
pub(crate) async fn share(
    tx: &OrgTx,
    shared: &Shared,
    pebble: Option<Uuid>,
    by: PersonId,
    (unit, today): (UnitId, Day),
) -> Result<Uuid> {
    let (id, now) = (tx.clock().id::<Uuid>(), tx.clock().now());
    let columns = [
        "org_id",
        "id",
        "unit_id",
        "pebble_id",
        "was",
        "now_words",
        "needs",
        "shared_at",
        "shared_day",
        "newest",
    ];
    insert("solution", &columns)
        .row([
            tx.org().into(),
            id.into(),
            unit.into(),
            pebble.into(),
            shared.was.clone().into(),
            shared.now_words.clone().into(),
            shared.needs.clone().into(),
            now.into(),
            today.into(),
            (-now.0).into(),
        ])
        .run(tx)
        .await?;
    let lives = Adoption { state: AdoptionState::Adopted, words: String::new() };
    adopt(tx, id, &lives, by, (unit, today)).await?;
    Ok(id)
}

/// Makes other transactions about a solution wait until this one ends.
pub(crate) async fn lock(tx: &OrgTx, id: Uuid, own: UnitId) -> Result<Option<Solution>> {
    sql("update solution set newest = newest where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    by_id(tx, id, Some(own)).await
}

/// Writes what a unit says of a solution. The database refuses whoever does not work there that day.
pub(crate) async fn adopt(
    tx: &OrgTx,
    id: Uuid,
    said: &Adoption,
    by: PersonId,
    (unit, today): (UnitId, Day),
) -> Result<()> {
    let seq: Option<i64> =
        sql("select count(*) from adoption where org_id = $1 and solution_id = $2 and unit_id = $3")
            .bind(tx.org())
            .bind(id)
            .bind(unit)
            .value(tx)
            .await?;
    let seq = i32::try_from(seq.unwrap_or(0)).unwrap_or(i32::MAX).saturating_add(1);
    let columns = ["org_id", "id", "solution_id", "unit_id", "seq", "state", "words", "by_id", "at", "day"];
    insert("adoption", &columns)
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            id.into(),
            unit.into(),
            seq.into(),
            said.state.into(),
            said.words.clone().into(),
            by.into(),
            tx.clock().now().into(),
            today.into(),
        ])
        .run(tx)
        .await?;
    Ok(())
}
