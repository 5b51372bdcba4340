//! How large a part of the network is: what somebody looks after, and each region of a tree with all that stands below
//! it (one query for the tree, summed on the way up). Both count the units that are open on the day.

use std::collections::BTreeMap;

use relais_kernel::{Day, HierarchyId, Reach, RegionId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;
use serde::Serialize;

use super::{Region, of_hierarchy};
use crate::{held::on_day, units::open_on, within};

/// How soon a unit's last day is « soon ».
const SOON: i32 = 60;

/// What somebody looks after, in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Wide {
    /// Open units.
    pub units: i64,
    /// Of these, units without an accountable manager today (NET-01).
    pub vacancies: i64,
    /// Of these, units that close within two months.
    pub closing: i64,
}

/// The figures of a reach.
pub async fn figures(on: &impl InOrg, reach: &Reach, today: Day) -> Result<Wide> {
    let query = sql("select count(*) as units, \
         cast(coalesce(sum(case when coalesce(u.closed_day, 99991231) <= ")
    .arg(today.plus(SOON))
    .push(
        " then 1 else 0 end), 0) as bigint) as closing, cast(coalesce(sum(case when not exists \
         (select 1 from assignment a where a.org_id = u.org_id and a.unit_id = u.id \
         and a.function = 'manager' and a.kind = 'regular'",
    );
    let query = on_day(query, "a", today)
        .push(") then 1 else 0 end), 0) as bigint) as vacancies from unit u where u.org_id = ")
        .arg(on.org());
    let query = within(open_on(query, today), reach, today, "u.org_id", "u.id");
    Ok(query.one(on).await?.unwrap_or_default())
}

/// How large a region is, with all that stands below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Open units.
    pub units: i64,
    /// Of these, units without an accountable manager today (NET-01).
    pub vacancies: i64,
    /// People assigned to a unit today, each counted once.
    pub people: i64,
}

#[derive(FromQueryResult)]
struct Row {
    region_id: RegionId,
    units: i64,
    vacancies: i64,
    people: i64,
}

/// The figures of every region of a hierarchy. People are counted in their main unit, so that sums add up.
pub async fn figures_of_tree(
    on: &impl InOrg,
    hierarchy: HierarchyId,
    today: Day,
) -> Result<BTreeMap<RegionId, Figures>> {
    let query = sql("select pl.region_id, count(*) as units, \
         cast(sum(case when m.unit_id is null then 1 else 0 end) as bigint) as vacancies, \
         cast(sum(coalesce(t.n, 0)) as bigint) as people from unit_place pl \
         join unit u on u.org_id = pl.org_id and u.id = pl.unit_id \
         left join (select a.unit_id from assignment a where a.org_id = ")
    .arg(on.org())
    .push(" and a.function = 'manager' and a.kind = 'regular'");
    let query = on_day(query, "a", today)
        .push(
            ") m on m.unit_id = u.id left join (select a.unit_id, count(*) as n from assignment a where a.org_id = ",
        )
        .arg(on.org())
        .push(" and a.main");
    let query = on_day(query, "a", today)
        .push(" group by a.unit_id) t on t.unit_id = u.id where pl.org_id = ")
        .arg(on.org())
        .push(" and pl.hierarchy_id = ")
        .arg(hierarchy);
    let query = open_on(query, today);
    let rows: Vec<Row> = on_day(query, "pl", today).push(" group by pl.region_id").all(on).await?;
    let own = rows.into_iter().map(|row| {
        (row.region_id, Figures { units: row.units, vacancies: row.vacancies, people: row.people })
    });
    Ok(summed(&of_hierarchy(on, hierarchy).await?, own))
}

/// Each region's own figures, added to it and to all above it.
fn summed(
    known: &[Region],
    own: impl IntoIterator<Item = (RegionId, Figures)>,
) -> BTreeMap<RegionId, Figures> {
    let parents: BTreeMap<RegionId, Option<RegionId>> =
        known.iter().map(|region| (region.id, region.parent_id)).collect();
    let mut sums: BTreeMap<RegionId, Figures> =
        parents.keys().map(|id| (*id, Figures { units: 0, vacancies: 0, people: 0 })).collect();
    for (region, figures) in own {
        let mut at = Some(region);
        for _ in 0..=known.len() {
            let Some(sum) = at.and_then(|id| sums.get_mut(&id)) else { break };
            sum.units += figures.units;
            sum.vacancies += figures.vacancies;
            sum.people += figures.people;
            at = at.and_then(|id| parents.get(&id).copied().flatten());
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn net_01_a_vacancy_climbs_to_all_regions_above() {
        let id = |n| RegionId(Uuid::from_u128(n));
        let region = |n, parent: Option<u128>| Region {
            id: id(n),
            hierarchy_id: HierarchyId(Uuid::from_u128(9)),
            parent_id: parent.map(id),
            code: String::new(),
            name: String::new(),
            version: 1,
        };
        let known = [region(1, None), region(2, Some(1)), region(3, Some(2)), region(4, Some(1))];
        let one = Figures { units: 2, vacancies: 1, people: 12 };
        let sums = summed(&known, [(id(3), one), (id(4), Figures { vacancies: 0, ..one })]);
        assert_eq!((sums[&id(3)].vacancies, sums[&id(2)].vacancies, sums[&id(1)].vacancies), (1, 1, 1));
        assert_eq!((sums[&id(1)].units, sums[&id(1)].people, sums[&id(2)].people), (4, 24, 12));
    }
}
