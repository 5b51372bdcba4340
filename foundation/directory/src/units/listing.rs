//! Lists of units, by key.

use relais_kernel::{Day, Reach, RegionId, UnitId, fold};
use relais_store::{Cut, InOrg, Key, Result, Slice, Sql, contains_pattern, sql};
use sea_orm::FromQueryResult;

use super::UnitKind;
use crate::within;

/// Units aliased `u`, by name.
pub(crate) const BY_NAME: &[Key<'_>] =
    &[Key { column: "u.name_folded", of_row: "select k.name_folded from unit k" }];

/// What a list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Parts of a name, code or town: each word must be found.
    pub search: String,
    /// A region and all below it, given as that set.
    pub regions: Vec<RegionId>,
    /// A kind.
    pub kind: Option<UnitKind>,
    /// A department.
    pub department: Option<String>,
    /// Whether closed units are shown too.
    pub closed: bool,
    /// Units left out.
    pub without: Vec<UnitId>,
}

/// A unit in a list.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    /// Its id.
    pub id: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its name as sorted.
    pub name_folded: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its town.
    pub town: String,
    /// Its department.
    pub department_code: String,
    /// Its region in the main hierarchy.
    pub region_name: Option<String>,
    /// Its accountable manager today; none is a vacancy (NET-01).
    pub manager_name: Option<String>,
    /// Last day, when it closes.
    pub closed_day: Option<Day>,
}

/// A page of units, by name.
pub async fn list(
    on: &impl InOrg,
    reach: &Reach,
    today: Day,
    filter: &Filter,
    cut: Cut,
    size: usize,
) -> Result<Slice<Line>> {
    let query = sql("select u.id, u.code, u.name, u.name_folded, u.kind, u.town, u.department_code, u.closed_day, \
         (select r.name from unit_place p join region r on r.org_id = p.org_id and r.id = p.region_id \
           join hierarchy h on h.org_id = p.org_id and h.id = p.hierarchy_id and h.main \
           where p.org_id = u.org_id and p.unit_id = u.id and p.from_day <= ")
    .arg(today)
    .push(" and coalesce(p.to_day, 99991231) >= ")
    .arg(today)
    .push(" limit 1) as region_name, \
         (select m.given_name || ' ' || m.family_name from assignment a \
           join person m on m.org_id = a.org_id and m.id = a.person_id \
           where a.org_id = u.org_id and a.unit_id = u.id and a.function = 'manager' and a.kind = 'regular' and a.from_day <= ")
    .arg(today)
    .push(" and coalesce(a.to_day, 99991231) >= ")
    .arg(today)
    .push(" limit 1) as manager_name from unit u where u.org_id = ")
    .arg(on.org());
    let query = narrowed(within(query, reach, today, "u.org_id", "u.id"), today, filter);
    let rows = cut.apply(query, BY_NAME, "u.id", on.org(), size).all(on).await?;
    Ok(cut.slice(rows, size))
}

/// How many units a filter leaves.
pub async fn count(on: &impl InOrg, reach: &Reach, today: Day, filter: &Filter) -> Result<i64> {
    let query = sql("select count(*) from unit u where u.org_id = ").arg(on.org());
    let query = narrowed(within(query, reach, today, "u.org_id", "u.id"), today, filter);
    Ok(query.value(on).await?.unwrap_or(0))
}

/// The first units found by part of a name, for choosing one: id and `name (code)`.
pub async fn named(
    on: &impl InOrg,
    reach: &Reach,
    today: Day,
    search: &str,
    size: usize,
) -> Result<Vec<Line>> {
    let filter = Filter { search: search.to_owned(), ..Filter::default() };
    Ok(list(on, reach, today, &filter, Cut::Start, size).await?.rows)
}

/// Adds the condition that the unit `u` is open on the day.
pub(crate) fn open_on(query: Sql, day: Day) -> Sql {
    let query = query.push(" and coalesce(u.opened_day, 0) <= ").arg(day);
    query.push(" and coalesce(u.closed_day, 99991231) >= ").arg(day)
}

fn narrowed(query: Sql, today: Day, filter: &Filter) -> Sql {
    let mut query = query;
    if !filter.closed {
        query = query.push(" and coalesce(u.closed_day, 99991231) >= ").arg(today);
    }
    if let Some(kind) = filter.kind {
        query = query.push(" and u.kind = ").arg(kind);
    }
    if let Some(department) = &filter.department {
        query = query.push(" and u.department_code = ").arg(department.clone());
    }
    if !filter.without.is_empty() {
        query = query.push(" and u.id not in ").list(filter.without.iter().copied());
    }
    for word in fold(&filter.search).split(' ').filter(|word| !word.is_empty()).take(6) {
        query = query.push(" and u.name_folded like ").arg(contains_pattern(word));
    }
    if !filter.regions.is_empty() {
        let reach = Reach::Part { regions: filter.regions.clone(), units: Vec::new() };
        query = within(query, &reach, today, "u.org_id", "u.id");
    }
    query
}
