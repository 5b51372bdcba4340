//! Every query of the boards. They count entries by kind and by unit; none of them joins a person with a count or a time
//! (PRV-09, PRV-10).

use std::time::Duration;

use relais_directory::settings;
use relais_kernel::{BatonKind, Day, Instant, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

use crate::{
    kinds::{ANSWER, INCOHERENCE, OBSTACLE, RULE},
    settings::{FEWEST_PEOPLE, QUICK, span_of},
};

/// Days over which a board counts.
pub(crate) const PERIOD: i32 = 90;

/// What was said of one kind, and how its promises were kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// The code of the promise.
    pub(crate) kind: &'static str,
    /// Said in the period.
    pub(crate) said: i64,
    /// Of those whose first day is over: how many somebody had taken or answered by then.
    pub(crate) heard: i64,
    /// How many those are.
    pub(crate) heard_of: i64,
    /// Of those whose time is over: how many were answered in it.
    pub(crate) in_time: i64,
    /// How many those are.
    pub(crate) in_time_of: i64,
    /// Done, decided or removed in the period.
    pub(crate) done: i64,
}

#[derive(FromQueryResult)]
struct Kept {
    kind: String,
    said: i64,
    heard: i64,
    heard_of: i64,
    in_time: i64,
    in_time_of: i64,
}

/// The promises `b` about what was said, over the parameters organisation (`$2`) and since when (`$3`). They are found by
/// what the field said: a board costs no more, whatever else is promised in the network. Whatever is joined to it is joined
/// on its left, or a planner may begin there.
pub(super) const PROMISED: &str = "b.org_id = $2 and b.created_at >= $3 and b.subject_id in (select p.id from pebble p \
     where p.org_id = $2 and p.said_at >= $3 \
     union select c.rule_id from rule_challenge c where c.org_id = $2 and c.said_at >= $3 \
     union select i.id from incoherence i where i.org_id = $2 and i.said_at >= $3 \
     union select o.id from obstacle o where o.org_id = $2 and o.said_at >= $3)";

/// The lines of a unit's board, or of the network's.
pub(crate) async fn lines(
    on: &impl InOrg,
    unit: Option<UnitId>,
    (now, today): (Instant, Day),
) -> Result<Vec<Line>> {
    let kinds: [&BatonKind; 4] = [&ANSWER, &RULE, &INCOHERENCE, &OBSTACLE];
    let since = now.minus(Duration::from_secs(86_400) * PERIOD.unsigned_abs());
    let one = |when: &str| format!("coalesce(sum(case when {when} then 1 else 0 end), 0)");
    // Whoever acknowledges takes it, gives news or answers.
    let heard = "exists (select 1 from baton_event e where e.org_id = b.org_id and e.baton_id = b.id \
         and e.code in ('accepted', 'news', 'told') and e.at <= b.hears_first_at)";
    let query = sql("select b.kind, count(*) as said, ")
        .push(&one(&format!("b.hears_first_at <= $1 and {heard}")))
        .push(" as heard, ")
        .push(&one("b.hears_first_at <= $1"))
        .push(" as heard_of, ")
        .push(&one("b.promised_at <= $1 and b.ended_at <= b.promised_at"))
        .push(" as in_time, ")
        .push(&one("b.promised_at <= $1"))
        .push(" as in_time_of from baton b where ")
        .push(PROMISED)
        .bind(now)
        .bind(on.org())
        .bind(since)
        .push(" and b.kind in ")
        .list(kinds.iter().map(|kind| kind.code));
    let query = match unit {
        Some(unit) => query.push(" and b.unit_id = ").arg(unit),
        None => query,
    };
    let kept: Vec<Kept> = query.push(" group by b.kind").all(on).await?;
    let mut lines = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let done = done(on, kind, unit, since, today).await?;
        let found = kept.iter().find(|kept| kept.kind == kind.code);
        lines.push(found.map_or(Line { kind: kind.code, done, ..Line::default() }, |kept| Line {
            kind: kind.code,
            said: kept.said,
            heard: kept.heard,
            heard_of: kept.heard_of,
            in_time: kept.in_time,
            in_time_of: kept.in_time_of,
            done,
        }));
    }
    Ok(lines)
}

/// How many of a kind were done, decided or removed in the period.
async fn done(
    on: &impl InOrg,
    kind: &BatonKind,
    unit: Option<UnitId>,
    since: Instant,
    today: Day,
) -> Result<i64> {
    let first = today.plus(-PERIOD);
    let query = match kind.code {
        code if code == RULE.code => {
            sql("select count(*) from rule_decision d join house_rule p on p.org_id = d.org_id and p.id = d.rule_id \
                 where d.at >= ")
            .arg(since)
        }
        code if code == INCOHERENCE.code => {
            sql("select count(*) from incoherence p where p.decided_day >= ").arg(first)
        }
        code if code == OBSTACLE.code => {
            sql("select count(*) from obstacle p where p.state in ('removed', 'worked_around') and p.ended_day >= ")
                .arg(first)
        }
        _ => sql("select count(*) from pebble p where p.state = 'done' and p.ended_at >= ").arg(since),
    };
    let query = query.push(" and p.org_id = ").arg(on.org());
    let query = match unit {
        // An incoherence is its network's.
        Some(_) if kind.code == INCOHERENCE.code => return Ok(0),
        Some(unit) => query.push(" and p.unit_id = ").arg(unit),
        None => query,
    };
    Ok(query.value(on).await?.unwrap_or(0))
}

/// A unit and its last quick win.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct QuickWin {
    pub(crate) unit_id: UnitId,
    pub(crate) unit_name: String,
    /// Fewer people work there than a board may speak of.
    pub(crate) few: bool,
    pub(crate) last_at: Option<Instant>,
}

/// The last quick win of each unit that is open, by the unit's name; of one unit when it is named.
pub(crate) async fn quick_wins(on: &impl InOrg, unit: Option<UnitId>, today: Day) -> Result<Vec<QuickWin>> {
    let (quick, fewest) = (settings::value(on, &QUICK).await?, settings::value(on, &FEWEST_PEOPLE).await?);
    let query = sql("select u.id as unit_id, u.name as unit_name, \
         (select count(distinct a.person_id) from assignment a where a.org_id = u.org_id and a.unit_id = u.id \
           and a.from_day <= $1 and coalesce(a.to_day, 99991231) >= $1) < $2 as few, \
         (select max(p.ended_at) from pebble p where p.org_id = u.org_id and p.unit_id = u.id and p.state = 'done' \
           and p.ended_at - p.said_at < $3) as last_at \
         from unit u where u.org_id = $4 and coalesce(u.closed_day, 99991231) >= $1")
    .bind(today)
    .bind(fewest)
    .bind(span_of(quick))
    .bind(on.org());
    let query = match unit {
        Some(unit) => query.push(" and u.id = ").arg(unit),
        None => query,
    };
    query.push(" order by u.name_folded, u.id limit 500").all(on).await
}
