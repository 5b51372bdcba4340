//! What answering the field takes, for a unit or the network: it is work, and counts as work (CSE-04). It is counted for
//! all together; no query here reads who did it.

use std::time::Duration;

use relais_baton::hours_of;
use relais_kernel::{Day, Instant, UnitId};
use relais_store::{InOrg, Result, Sql, sql};
use sea_orm::FromQueryResult;

use super::figures::{PERIOD, PROMISED};

/// Signs that somebody reads in a minute when they read to answer.
const SIGNS_A_MINUTE: i64 = 1_000;

/// What it took in the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Load {
    /// Reading what was said and written back, in minutes, each thing once.
    pub(crate) reading: i64,
    /// People who were told something.
    pub(crate) told: i64,
    /// Times somebody was sought: calls and visits that found nobody.
    pub(crate) sought: i64,
    /// Opening hours for which people were named to answer, added up over those named.
    pub(crate) duty: i64,
}

#[derive(FromQueryResult)]
struct Told {
    told: i64,
    sought: i64,
}

#[derive(FromQueryResult)]
struct Named {
    unit_id: Option<UnitId>,
    from_day: Day,
    to_day: Option<Day>,
}

/// The load of a unit, or of the network with all its units.
pub(crate) async fn load(
    on: &impl InOrg,
    unit: Option<UnitId>,
    (now, today): (Instant, Day),
) -> Result<Load> {
    let since = now.minus(Duration::from_secs(86_400) * PERIOD.unsigned_abs());
    let of = |query: Sql, column: &str| match unit {
        Some(unit) => query.push(&format!(" and {column} = ")).arg(unit),
        None => query,
    };
    let query = sql("select coalesce(sum(length(p.text)), 0) from pebble p where p.org_id = ")
        .arg(on.org())
        .push(" and p.said_at >= ")
        .arg(since);
    let said: i64 = of(query, "p.unit_id").value(on).await?.unwrap_or(0);
    let query = sql("select coalesce(sum(length(w.text)), 0) from pebble_word w \
         join pebble p on p.org_id = w.org_id and p.id = w.pebble_id where w.org_id = ")
    .arg(on.org())
    .push(" and w.day > ")
    .arg(today.plus(-PERIOD));
    let written: i64 = of(query, "p.unit_id").value(on).await?.unwrap_or(0);

    let query = sql("select count(w.told) as told, cast(coalesce(sum((select count(*) from baton_attempt a \
         where a.org_id = w.org_id and a.waiter_id = w.id)), 0) as bigint) as sought from ")
    .push(PROMISED)
    .push(" join baton_waiter w on w.org_id = b.org_id and w.baton_id = b.id where b.created_at <= $1")
    .bind(now)
    .bind(on.org())
    .bind(since);
    let told: Option<Told> = of(query, "b.unit_id").one(on).await?;
    let Told { told, sought } = told.unwrap_or(Told { told: 0, sought: 0 });
    let reading = (said + written + SIGNS_A_MINUTE - 1) / SIGNS_A_MINUTE;
    Ok(Load { reading, told, sought, duty: duty(on, unit, (now, today)).await? })
}

/// Opening hours of the duties, once for each who was named.
async fn duty(on: &impl InOrg, unit: Option<UnitId>, (now, today): (Instant, Day)) -> Result<i64> {
    let first = today.plus(-PERIOD);
    let query = sql("select d.unit_id, case when m.from_day < d.from_day then d.from_day else m.from_day end as from_day, \
         case when coalesce(m.to_day, 99991231) < coalesce(d.to_day, 99991231) then m.to_day else d.to_day end as to_day \
         from pebble_duty d join baton_member m on m.org_id = d.org_id and m.team_id = d.team_id where d.org_id = ")
    .arg(on.org())
    .push(" and coalesce(d.to_day, 99991231) >= ")
    .arg(first)
    .push(" and coalesce(m.to_day, 99991231) >= ")
    .arg(first);
    let query = match unit {
        Some(unit) => query.push(" and d.unit_id = ").arg(unit),
        None => query,
    };
    let named: Vec<Named> = query.push(" order by d.unit_id").all(on).await?;
    let (mut seconds, mut known) = (0, None);
    for one in named {
        let hours = match known.take() {
            Some((unit, hours)) if unit == one.unit_id => hours,
            _ => hours_of(on, one.unit_id, today).await?,
        };
        let zone = hours.zone().clone();
        let start = |day: Day| day.date().to_zoned(zone.clone()).map(|at| at.timestamp()).ok();
        let from = start(one.from_day.max(first));
        let to = one
            .to_day
            .and_then(|day| start(day.plus(1)))
            .map_or(now.timestamp(), |to| to.min(now.timestamp()));
        if let Some(from) = from.filter(|from| *from < to) {
            seconds += hours.open_time(from, to).as_secs();
        }
        known = Some((one.unit_id, hours));
    }
    Ok(seconds / 3600)
}
