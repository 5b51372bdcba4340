//! Vacancies: open units without an accountable manager, as their region sees them (NET-01).

use relais_kernel::{Day, Reach, RegionId, UnitId};
use relais_store::{Cut, InOrg, Result, Slice, Sql, sql};
use sea_orm::FromQueryResult;
use serde::Serialize;

use crate::{held::on_day, units, within};

/// An open unit without an accountable manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Vacancy {
    /// The unit.
    pub unit_id: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its region in the main hierarchy.
    pub region_id: Option<RegionId>,
    /// The region's name.
    pub region_name: Option<String>,
    /// The last day of the manager before; none when there never was one.
    pub last_day: Option<Day>,
    /// The first day of the manager to come, when one is known.
    pub next_day: Option<Day>,
}

/// A page of vacancies, by the unit's name; it is cut at units' ids.
pub async fn vacancies(
    on: &impl InOrg,
    reach: &Reach,
    today: Day,
    cut: Cut,
    size: usize,
) -> Result<Slice<Vacancy>> {
    let query = sql("select u.id as unit_id, u.code, u.name, r.id as region_id, r.name as region_name, \
         (select max(b.to_day) from assignment b where b.org_id = u.org_id and b.unit_id = u.id \
           and b.function = 'manager' and b.kind = 'regular' and b.to_day < ")
    .arg(today)
    .push(
        ") as last_day, (select min(n.from_day) from assignment n where n.org_id = u.org_id and n.unit_id = u.id \
         and n.function = 'manager' and n.kind = 'regular' and n.from_day > ",
    )
    .arg(today)
    .push(
        ") as next_day from unit u left join (select pl.org_id, pl.unit_id, pl.region_id from unit_place pl \
         join hierarchy h on h.org_id = pl.org_id and h.id = pl.hierarchy_id and h.main where pl.org_id = ",
    )
    .arg(on.org());
    let query = on_day(query, "pl", today)
        .push(
            ") pl on pl.org_id = u.org_id and pl.unit_id = u.id \
             left join region r on r.org_id = pl.org_id and r.id = pl.region_id where u.org_id = ",
        )
        .arg(on.org());
    let query = vacant(query, reach, today);
    Ok(cut.slice(cut.apply(query, units::BY_NAME, "u.id", on.org(), size).all(on).await?, size))
}

/// How many there are.
pub async fn vacancy_count(on: &impl InOrg, reach: &Reach, today: Day) -> Result<i64> {
    let query = sql("select count(*) from unit u where u.org_id = ").arg(on.org());
    Ok(vacant(query, reach, today).value(on).await?.unwrap_or(0))
}

fn vacant(query: Sql, reach: &Reach, today: Day) -> Sql {
    let query = units::open_on(query, today).push(
        " and not exists (select 1 from assignment a where a.org_id = u.org_id and a.unit_id = u.id \
         and a.function = 'manager' and a.kind = 'regular'",
    );
    within(on_day(query, "a", today).push(")"), reach, today, "u.org_id", "u.id")
}
