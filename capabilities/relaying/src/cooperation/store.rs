//! Every query about ties between units. A row tells of two units and a month; no column holds a person, and none holds a day.
//! How many people of a unit asked or helped in a month is looked up while names are there; only the number stays.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;
use relais_directory::settings;
use relais_kernel::{BatonId, Day, Instant, PersonId, UnitId};
use relais_store::{InOrg, OrgTx, Result, Sql, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{boards::ledger::month_of, kinds::QUESTION, questions::store::unit_of, settings::FEWEST_PEOPLE};

/// Beyond as many people of a unit nobody counts further.
const ENOUGH: i32 = 20;

/// Somebody of one unit helped somebody of another by keeping a promise of a group. Within one unit there is no tie.
pub(crate) async fn helped(
    tx: &OrgTx,
    (asking, asker): (Option<UnitId>, Option<PersonId>),
    (helper, group): (PersonId, Uuid),
    (promise, today): (BatonId, Day),
) -> Result<()> {
    let helping = unit_of(tx, helper, today).await?;
    let (Some(asking), Some(helping), Some(asker)) = (asking, helping, asker) else { return Ok(()) };
    if asking == helping {
        return Ok(());
    }
    let month = month_of(today);
    sql("insert into help_tie (org_id, asking_id, helping_id, group_id, first_month) values ($1, $2, $3, $4, $5) \
         on conflict (org_id, asking_id, helping_id) do nothing")
    .bind(tx.org())
    .bind(asking)
    .bind(helping)
    .bind(group)
    .bind(month)
    .run(tx)
    .await?;
    sql("insert into help_month (org_id, asking_id, helping_id, month, n) values ($1, $2, $3, $4, 1) \
         on conflict (org_id, asking_id, helping_id, month) do update set n = help_month.n + 1")
    .bind(tx.org())
    .bind(asking)
    .bind(helping)
    .bind(month)
    .run(tx)
    .await?;
    for (unit, side, person) in [(asking, Side::Asks, asker), (helping, Side::Helps, helper)] {
        count_people(tx, (unit, side), (person, promise), (month, today)).await?;
    }
    Ok(())
}

relais_kernel::codes! {
    /// What people of a unit did.
    pub enum Side {
        /// They asked.
        Asks = "asks",
        /// They helped.
        Helps = "helps",
    }
}

/// Adds whether the person `p` took part on this side since then, by a promise other than `but`.
fn took_part(query: Sql, (unit, side): (UnitId, Side), since: Instant, but: Option<BatonId>) -> Sql {
    let query = match side {
        Side::Asks => query
            .push(
                "exists (select 1 from baton_waiter w join baton b on b.org_id = w.org_id and b.id = w.baton_id \
                 join question q on q.org_id = b.org_id and q.promise_id = b.id where w.org_id = p.org_id \
                 and w.person_id = p.id and q.unit_id = ",
            )
            .arg(unit),
        Side::Helps => query
            .push(
                "exists (select 1 from baton b join question q on q.org_id = b.org_id and q.promise_id = b.id \
                 where b.org_id = p.org_id and b.state = 'ended' and b.holder_person_id = p.id and q.unit_id <> ",
            )
            .arg(unit),
    };
    let query = query.push(" and q.state = 'answered' and b.kind = ").arg(QUESTION.code);
    let query = query.push(" and b.ended_at >= ").arg(since);
    match but {
        Some(promise) => query.push(" and b.id <> ").arg(promise).push(")"),
        None => query.push(")"),
    }
}

/// How many people of a unit asked others, or helped others, in a month as far as names tell: the most that were seen at once
/// stays. Names that left are missing, so that it is never too many. Whoever took part before is no more by taking part again:
/// then nobody is counted.
async fn count_people(
    tx: &OrgTx,
    (unit, side): (UnitId, Side),
    (person, promise): (PersonId, BatonId),
    (month, today): (Day, Day),
) -> Result<()> {
    let known: Option<i32> =
        sql("select people from help_side where org_id = $1 and unit_id = $2 and month = $3 and side = $4")
            .bind(tx.org())
            .bind(unit)
            .bind(month)
            .bind(side)
            .value(tx)
            .await?;
    if known.is_some_and(|people| people >= ENOUGH) {
        return Ok(());
    }
    let since = began(tx, unit, month).await?;
    let before =
        sql("select 1 from person p where p.org_id = ").arg(tx.org()).push(" and p.id = ").arg(person);
    let before = took_part(before.push(" and "), (unit, side), since, Some(promise));
    if known.is_some() && before.value::<i32>(tx).await?.is_some() {
        return Ok(());
    }
    let people = sql(
        "select count(distinct p.id) from assignment a join person p on p.org_id = a.org_id and p.id = a.person_id \
         where a.org_id = ",
    );
    let people =
        people.arg(tx.org()).push(" and a.unit_id = ").arg(unit).push(" and a.from_day <= ").arg(today);
    let people = people.push(" and coalesce(a.to_day, 99991231) >= ").arg(today).push(" and ");
    let people: Option<i64> = took_part(people, (unit, side), since, None).value(tx).await?;
    let people = i32::try_from(people.unwrap_or(0)).unwrap_or(ENOUGH).min(ENOUGH);
    if people > known.unwrap_or(0) {
        sql("insert into help_side (org_id, unit_id, month, side, people) values ($1, $2, $3, $4, $5) \
             on conflict (org_id, unit_id, month, side) do update set people = excluded.people")
        .bind(tx.org())
        .bind(unit)
        .bind(month)
        .bind(side)
        .bind(people)
        .run(tx)
        .await?;
    }
    Ok(())
}

/// When a month began by the clock of a unit.
async fn began(tx: &OrgTx, unit: UnitId, month: Day) -> Result<Instant> {
    let zone: Option<String> = sql("select time_zone from unit where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(unit)
        .value(tx)
        .await?;
    let zone = zone.and_then(|zone| TimeZone::get(&zone).ok()).unwrap_or(TimeZone::UTC);
    Ok(month.date().to_zoned(zone).map_or(tx.clock().now(), |at| at.timestamp().into()))
}

/// A month of a pair, with how many people of each unit took part in that month.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Month {
    pub(crate) asking_id: UnitId,
    pub(crate) asking: String,
    pub(crate) asked: i32,
    pub(crate) helping_id: UnitId,
    pub(crate) helping: String,
    pub(crate) helped: i32,
    pub(crate) n: i32,
    /// Whether the two had never helped each other this way before the period.
    pub(crate) is_new: bool,
}

/// A line of the page. Units that too few took part in stand as others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub(crate) asking: Option<String>,
    pub(crate) helping: Option<String>,
    pub(crate) n: i64,
    pub(crate) is_new: bool,
}

/// What helped whom over some months.
pub(crate) async fn pairs(on: &impl InOrg, (from, to): (Day, Day)) -> Result<Vec<Pair>> {
    let months: Vec<Month> = sql("select m.asking_id, a.name as asking, coalesce(sa.people, 0) as asked, m.helping_id, \
         h.name as helping, coalesce(sh.people, 0) as helped, m.n, t.first_month >= $2 as is_new from help_month m \
         join help_tie t on t.org_id = m.org_id and t.asking_id = m.asking_id and t.helping_id = m.helping_id \
         join unit a on a.org_id = m.org_id and a.id = m.asking_id join unit h on h.org_id = m.org_id and h.id = m.helping_id \
         left join help_side sa on sa.org_id = m.org_id and sa.unit_id = m.asking_id and sa.month = m.month and sa.side = 'asks' \
         left join help_side sh on sh.org_id = m.org_id and sh.unit_id = m.helping_id and sh.month = m.month \
         and sh.side = 'helps' where m.org_id = $1 and m.month >= $2 and m.month <= $3 \
         order by a.name_folded, h.name_folded, m.month limit 20000")
    .bind(on.org())
    .bind(from)
    .bind(to)
    .all(on)
    .await?;
    Ok(merged(&months, settings::value(on, &FEWEST_PEOPLE).await?))
}

/// New ties of a group over some months.
pub(crate) async fn new_ties(on: &impl InOrg, group: Uuid, (from, to): (Day, Day)) -> Result<i64> {
    let n: Option<i64> =
        sql("select count(*) from help_tie where org_id = $1 and group_id = $2 and first_month >= $3 \
         and first_month <= $4")
        .bind(on.org())
        .bind(group)
        .bind(from)
        .bind(to)
        .value(on)
        .await?;
    Ok(n.unwrap_or(0))
}

/// Names the units that enough people took part in, month by month, and puts the rest together as others: so periods differ by
/// whole months of whole units, and no line is one person's. Others are not told at all where only one unit is hidden among
/// them, or too few people stand on one side: whoever knows the network would know who they are.
pub(crate) fn merged(months: &[Month], fewest: i64) -> Vec<Pair> {
    let enough = |people: i32| i64::from(people) >= fewest;
    let mut pairs: Vec<Pair> = Vec::new();
    let (mut n, mut hidden) = (0_i64, BTreeSet::new());
    let mut sides: [BTreeMap<UnitId, i32>; 2] = [BTreeMap::new(), BTreeMap::new()];
    for month in months {
        let named = (enough(month.asked), enough(month.helped));
        if named != (true, true) {
            n += i64::from(month.n);
            let both = [(month.asking_id, month.asked, named.0), (month.helping_id, month.helped, named.1)];
            for ((unit, people, is_named), side) in both.into_iter().zip(&mut sides) {
                let known = side.entry(unit).or_insert(0);
                *known = people.max(*known);
                if !is_named {
                    hidden.insert(unit);
                }
            }
            continue;
        }
        let pair = Pair {
            asking: Some(month.asking.clone()),
            helping: Some(month.helping.clone()),
            n: i64::from(month.n),
            is_new: month.is_new,
        };
        match pairs.iter_mut().find(|known| known.asking == pair.asking && known.helping == pair.helping) {
            Some(known) => known.n += pair.n,
            None => pairs.push(pair),
        }
    }
    pairs.sort_by_key(|pair| -pair.n);
    let of_enough = sides.iter().all(|side| i64::from(side.values().sum::<i32>()) >= fewest);
    if hidden.len() > 1 && of_enough {
        pairs.push(Pair { asking: None, helping: None, n, is_new: false });
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(asking: u128, asked: i32, helping: u128, helped: i32, n: i32) -> Month {
        Month {
            asking_id: UnitId(Uuid::from_u128(asking)),
            asking: format!("U{asking}"),
            asked,
            helping_id: UnitId(Uuid::from_u128(helping)),
            helping: format!("U{helping}"),
            helped,
            n,
            is_new: true,
        }
    }

    fn told(months: &[Month]) -> Vec<(String, String, i64)> {
        let name = |name: Option<String>| name.unwrap_or("others".into());
        merged(months, 3).into_iter().map(|pair| (name(pair.asking), name(pair.helping), pair.n)).collect()
    }

    #[test]
    fn exp_08_a_unit_of_one_person_is_never_a_node() {
        assert_eq!(told(&[month(1, 3, 2, 3, 4), month(1, 4, 2, 5, 6)]), [("U1".into(), "U2".into(), 10)]);
        assert_eq!(told(&[month(1, 9, 2, 1, 7)]), [], "all of it would be one helper's work");
        assert_eq!(told(&[month(1, 9, 2, 2, 7)]), []);
        assert_eq!(told(&[month(1, 1, 2, 9, 7)]), [], "or one asker's");
    }

    #[test]
    fn exp_08_others_are_told_where_they_are_several_units_and_people() {
        let two = [month(1, 9, 2, 2, 7), month(1, 9, 3, 1, 5)];
        assert_eq!(told(&two), [("others".into(), "others".into(), 12)]);
        assert_eq!(
            told(&[month(1, 9, 2, 1, 7), month(1, 9, 3, 1, 5)]),
            [],
            "two people know each other's part"
        );
        assert_eq!(told(&[month(2, 1, 1, 2, 7), month(3, 1, 1, 2, 5)]), [], "and so do two who asked");
        // A unit that had enough in one month and too few in another is named for the first alone: no difference tells the rest.
        let some = [month(1, 9, 2, 3, 4), month(1, 9, 2, 1, 5), month(1, 9, 4, 2, 1)];
        assert_eq!(told(&some), [("U1".into(), "U2".into(), 4), ("others".into(), "others".into(), 6)]);
    }
}
