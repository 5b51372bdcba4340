//! What answering the field takes, for a unit or the network: it is work, and counts as work (CSE-04). It is told for all
//! who answer together, and only where enough do: the count of one alone would be theirs.

use std::time::Duration;

use relais_baton::hours_of;
use relais_directory::settings;
use relais_kernel::{Day, Instant, PersonId, UnitId};
use relais_store::{InOrg, Result, Sql, sql};
use sea_orm::FromQueryResult;

use super::figures::{PERIOD, PROMISED};
use crate::settings::FEWEST_PEOPLE;

/// Signs that somebody reads in a minute when they read to answer.
const SIGNS_A_MINUTE: i64 = 1_000;

/// What it took in the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Load {
    /// Reading the pebbles and what was written back, in minutes, each text once.
    pub(crate) reading: i64,
    /// People who were answered.
    pub(crate) told: i64,
    /// Opening hours for which people were named to answer, added up over those named; of a unit alone.
    pub(crate) duty: Option<i64>,
}

/// A time for which somebody was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
struct Named {
    person_id: PersonId,
    from_day: Day,
    to_day: Option<Day>,
}

/// The load of a unit, or of the network with all its units; nothing where too few answer.
pub(crate) async fn load(
    on: &impl InOrg,
    unit: Option<UnitId>,
    (now, today): (Instant, Day),
) -> Result<Option<Load>> {
    let since = now.minus(Duration::from_secs(86_400) * PERIOD.unsigned_abs());
    let first = today.plus(-PERIOD);
    let named = match unit {
        Some(unit) => named(on, unit, first).await?,
        None => Vec::new(),
    };
    if answering(on, unit, &named, (first, today)).await? < settings::value(on, &FEWEST_PEOPLE).await? {
        return Ok(None);
    }
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
    .arg(first);
    let written: i64 = of(query, "p.unit_id").value(on).await?.unwrap_or(0);
    let query = sql("select count(case when w.told in ('heard', 'written') then 1 end) from baton b \
         left join baton_waiter w on w.org_id = b.org_id and w.baton_id = b.id where b.created_at <= $1 and ")
    .push(PROMISED)
    .bind(now)
    .bind(on.org())
    .bind(since);
    let told: i64 = of(query, "b.unit_id").value(on).await?.unwrap_or(0);
    let reading = (said + written + SIGNS_A_MINUTE - 1) / SIGNS_A_MINUTE;
    let duty = match unit {
        Some(unit) => {
            let hours = hours_of(on, Some(unit), today).await?;
            let start = |day: Day| day.date().to_zoned(hours.zone().clone()).map(|at| at.timestamp()).ok();
            let open = |(from, to): (Day, Day)| {
                let to = start(to.plus(1)).map_or(now.timestamp(), |to| to.min(now.timestamp()));
                let from = start(from).filter(|from| *from < to);
                from.map_or(0, |from| hours.open_time(from, to).as_secs())
            };
            Some(spans(named, first, today).into_iter().map(open).sum::<i64>() / 3600)
        }
        None => None,
    };
    Ok(Some(Load { reading, told, duty }))
}

/// For which days who was named in a unit.
async fn named(on: &impl InOrg, unit: UnitId, first: Day) -> Result<Vec<Named>> {
    sql("select m.person_id, case when m.from_day < d.from_day then d.from_day else m.from_day end as from_day, \
         case when coalesce(m.to_day, 99991231) < coalesce(d.to_day, 99991231) then m.to_day else d.to_day end as to_day \
         from pebble_duty d join baton_member m on m.org_id = d.org_id and m.team_id = d.team_id where d.org_id = $1 \
         and d.unit_id = $2 and coalesce(d.to_day, 99991231) >= $3 and coalesce(m.to_day, 99991231) >= $3")
    .bind(on.org())
    .bind(unit)
    .bind(first)
    .all(on)
    .await
}

/// How many people have answered for a place in the period, or could have.
async fn answering(
    on: &impl InOrg,
    unit: Option<UnitId>,
    named: &[Named],
    (first, today): (Day, Day),
) -> Result<i64> {
    let query = sql("select distinct a.person_id from assignment a where a.org_id = ")
        .arg(on.org())
        .push(" and a.function in ('manager', 'deputy') and a.from_day <= ")
        .arg(today)
        .push(" and coalesce(a.to_day, 99991231) >= ")
        .arg(first);
    let query = match unit {
        Some(unit) => query.push(" and a.unit_id = ").arg(unit),
        None => query.push(" limit 100"),
    };
    let mut people: Vec<PersonId> = query.values(on).await?;
    people.extend(named.iter().map(|one| one.person_id));
    people.sort_unstable();
    people.dedup();
    Ok(i64::try_from(people.len()).unwrap_or(i64::MAX))
}

/// The days for which people were named, each person's once, however many themes they were named for.
fn spans(mut named: Vec<Named>, first: Day, today: Day) -> Vec<(Day, Day)> {
    named.sort_by_key(|one| (one.person_id, one.from_day));
    let mut spans: Vec<(PersonId, Day, Day)> = Vec::new();
    for one in named {
        let (from, to) = (one.from_day.max(first), one.to_day.unwrap_or(today).min(today));
        match spans.last_mut() {
            Some((person, _, end)) if *person == one.person_id && from <= end.plus(1) => *end = to.max(*end),
            _ if from <= to => spans.push((one.person_id, from, to)),
            _ => {}
        }
    }
    spans.into_iter().map(|(_, from, to)| (from, to)).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn cse_04_a_day_counts_once_for_each_who_was_named() {
        let day = |n: u32| format!("2026-11-{n:02}").parse::<Day>().unwrap();
        let one = |person: u128, from: u32, to: Option<u32>| Named {
            person_id: PersonId(Uuid::from_u128(person)),
            from_day: day(from),
            to_day: to.map(day),
        };
        let of = |named: Vec<Named>| spans(named, day(5), day(20));
        assert_eq!(of(vec![one(1, 1, None), one(1, 8, Some(10))]), [(day(5), day(20))], "two themes at once");
        assert_eq!(of(vec![one(1, 8, Some(10)), one(1, 10, Some(12))]), [(day(8), day(12))], "named anew");
        assert_eq!(of(vec![one(1, 8, Some(9)), one(1, 12, None)]), [(day(8), day(9)), (day(12), day(20))]);
        assert_eq!(
            of(vec![one(2, 8, Some(9)), one(1, 8, Some(9))]),
            [(day(8), day(9)), (day(8), day(9))],
            "two people"
        );
        assert_eq!(of(vec![one(1, 1, Some(3))]), [], "before the period");
    }
}
