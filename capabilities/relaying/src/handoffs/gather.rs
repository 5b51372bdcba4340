//! What passed from team to team becomes facts, once it is known how it went: an hourly round, since a baton is passed on from
//! many pages and not from ours alone.

use std::{collections::BTreeSet, time::Duration};

use relais_baton::{Pass, hours_for, passes};
use relais_directory::organisations::{self, Organisation};
use relais_kernel::{Instant, UnitId};
use relais_store::{InOrg, OrgDb, OrgTx, Result, jobs::Kind as Job, sql};
use uuid::Uuid;

use crate::{
    boards::ledger::{Fact, Kind, add, month_of},
    kinds::{CASE, QUESTION},
};

const GATHER: &str = "relaying.handoffs";
/// How far back a round looks: what nobody answered in that time is no handoff any more.
const BACK: Duration = Duration::from_secs(40 * 86_400);
/// How long one waits for the first act of whoever took it.
const ACTS_WITHIN: Duration = Duration::from_secs(2 * 86_400);
/// Subjects named in one statement.
const AT_ONCE: usize = 500;

/// What the cells of handoffs between teams begin with.
pub(crate) const TEAMS: &str = "teams:";

/// The job.
pub(crate) fn job() -> Job {
    Job::outside(GATHER, |db, _| {
        Box::pin(async move {
            for organisation in organisations::all(db).await? {
                gather(&db.org(organisation.id), &organisation).await?;
            }
            Ok(())
        })
    })
    .every(Duration::from_secs(3600))
    .bulk()
}

/// Adds what passed and is not counted yet, each in a transaction of its own: what was added before a kill stays added.
async fn gather(db: &OrgDb, organisation: &Organisation) -> Result<()> {
    let now = db.clock().now();
    let found = passes(db, &[QUESTION.code, CASE.code], now.minus(BACK)).await?;
    let known = known(db, &found).await?;
    for pass in found.iter().filter(|pass| !known.contains(&pass.offer.0) && is_over(pass, now)) {
        let tx = db.begin().await?;
        if let Some(fact) = fact(&tx, organisation, pass).await? {
            add(&tx, &fact).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Whether it is known how it went: nobody of them took it; or whoever did has done something, or long had the time to.
fn is_over(pass: &Pass, now: Instant) -> bool {
    !pass.accepted || pass.acted_at.is_some() || pass.answered_at.plus(ACTS_WITHIN) < now
}

async fn known(on: &impl InOrg, passes: &[Pass]) -> Result<BTreeSet<Uuid>> {
    let mut known = BTreeSet::new();
    for some in passes.chunks(AT_ONCE) {
        let found: Vec<Uuid> = sql("select subject_id from board_fact where org_id = ")
            .arg(on.org())
            .push(" and kind = ")
            .arg(Kind::Passed)
            .push(" and subject_id in ")
            .list(some.iter().map(|pass| pass.offer))
            .values(on)
            .await?;
        known.extend(found);
    }
    Ok(known)
}

/// Where something passed: from the team that had it, or the unit of whoever promised it; to a team.
fn cell(pass: &Pass) -> Option<String> {
    let unit = |unit: UnitId| format!("u{unit}");
    let from = pass.from.map(|team| format!("t{team}")).or(pass.unit.map(unit))?;
    Some(format!("{TEAMS}{from}>t{}", pass.to))
}

async fn fact(tx: &OrgTx, organisation: &Organisation, pass: &Pass) -> Result<Option<Fact>> {
    let Some(cell) = cell(pass) else { return Ok(None) };
    let day = organisation.today(pass.answered_at);
    let hours = hours_for(tx, Some(pass.to), pass.unit, day).await?;
    let open =
        |from: Instant, to: Instant| hours.open_time(from.timestamp(), to.timestamp()).as_secs().max(0);
    Ok(Some(Fact {
        cell,
        kind: Kind::Passed,
        month: month_of(day),
        subject: pass.offer.0,
        promise: pass.baton,
        good: i32::from(pass.accepted),
        late: pass.answered_at > pass.promised_at,
        refused: i32::try_from(pass.refused).unwrap_or(i32::MAX),
        waited: pass.accepted.then(|| open(pass.at, pass.answered_at)),
        acted: pass.acted_at.map(|acted| open(pass.answered_at, acted)),
    }))
}
