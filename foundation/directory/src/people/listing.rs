//! Lists of people, by key.

use relais_kernel::{Day, EmployerId, OrgId, PersonId, Reach, RegionId, UnitId, fold};
use relais_store::{Cut, InOrg, Key, Result, Slice, Sql, contains_pattern, sql};
use sea_orm::FromQueryResult;
use serde::Serialize;

use crate::{assignments::Function, held::on_day, reach::person_within, within};

const BY_NAME: &[Key<'_>] = &[Key { column: "p.name_folded", of_row: "select k.name_folded from person k" }];

/// What a list is narrowed to. Unit, regions, function and employer are asked of one assignment of the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Parts of a name, or of a staff number where that may be read: each word must be found.
    pub search: String,
    /// Whose staff number is searched as well: those whom the viewer may read it of (SEC-09); nobody's by default.
    pub numbers: Option<Reach>,
    /// A unit.
    pub unit: Option<UnitId>,
    /// A region and all below it, given as that set.
    pub regions: Vec<RegionId>,
    /// What they do there.
    pub function: Option<Function>,
    /// A trade's code.
    pub trade: Option<String>,
    /// Who employs them there.
    pub employer: Option<EmployerId>,
    /// Whether people who left are shown too.
    pub left: bool,
    /// A unit whose people of the day are left out.
    pub without: Option<UnitId>,
}

/// A person in a list, with their main unit of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Line {
    /// Their id.
    pub id: PersonId,
    /// Staff number.
    pub staff_number: Option<String>,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Their name as sorted.
    pub name_folded: String,
    /// Their trade's code.
    pub trade_code: Option<String>,
    /// Their trade's name.
    pub trade_name: Option<String>,
    /// Their main unit today.
    pub unit_id: Option<UnitId>,
    /// Its name.
    pub unit_name: Option<String>,
    /// What they do there.
    pub function: Option<Function>,
    /// Last day in the organisation.
    pub left_day: Option<Day>,
}

/// A page of people, by name.
pub async fn list(
    on: &impl InOrg,
    reach: &Reach,
    today: Day,
    filter: &Filter,
    cut: Cut,
    size: usize,
) -> Result<Slice<Line>> {
    // The page is cut first and completed after, so that no planner completes everybody to show fifty.
    let query = sql("select p.id, p.staff_number, p.given_name, p.family_name, p.name_folded, p.trade_code, t.name as trade_name, \
         m.unit_id, u.name as unit_name, m.function, p.left_day from (select p.org_id, p.id, p.staff_number, \
         p.given_name, p.family_name, p.name_folded, p.trade_code, p.left_day from person p where p.org_id = ")
    .arg(on.org());
    let query = narrowed(person_within(query, reach, today, on.org(), "p.id"), on.org(), today, filter);
    let query = cut.apply(query, BY_NAME, "p.id", on.org(), size).push(
        ") p left join trade t on t.org_id = p.org_id and t.code = p.trade_code \
         left join assignment m on m.org_id = p.org_id and m.person_id = p.id and m.main",
    );
    let query =
        on_day(query, "m", today).push(" left join unit u on u.org_id = m.org_id and u.id = m.unit_id");
    Ok(cut.slice(cut.order(query, BY_NAME, "p.id").all(on).await?, size))
}

/// How many people a filter leaves.
pub async fn count(on: &impl InOrg, reach: &Reach, today: Day, filter: &Filter) -> Result<i64> {
    let query = sql("select count(*) from person p where p.org_id = ").arg(on.org());
    let query = narrowed(person_within(query, reach, today, on.org(), "p.id"), on.org(), today, filter);
    Ok(query.value(on).await?.unwrap_or(0))
}

/// The first people found by part of a name, for choosing one.
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

fn narrowed(query: Sql, org: OrgId, today: Day, filter: &Filter) -> Sql {
    let mut query = query;
    if !filter.left {
        query = query.push(" and coalesce(p.left_day, 99991231) >= ").arg(today);
    }
    if let Some(trade) = &filter.trade {
        query = query.push(" and p.trade_code = ").arg(trade.clone());
    }
    for word in fold(&filter.search).split(' ').filter(|word| !word.is_empty()).take(6) {
        query = query.push(" and (p.name_folded like ").arg(contains_pattern(word));
        if let Some(numbers) = &filter.numbers {
            query = query.push(" or (p.number_folded like ").arg(contains_pattern(word));
            query = person_within(query, numbers, today, org, "p.id").push(")");
        }
        query = query.push(")");
    }
    if let Some(unit) = filter.without {
        query =
            query.push(" and p.id not in (select o.person_id from assignment o where o.org_id = ").arg(org);
        query = on_day(query, "o", today).push(" and o.unit_id = ").arg(unit).push(")");
    }
    if filter.unit.is_none()
        && filter.regions.is_empty()
        && filter.function.is_none()
        && filter.employer.is_none()
    {
        return query;
    }
    query = query.push(" and p.id in (select a.person_id from assignment a where a.org_id = ").arg(org);
    query = on_day(query, "a", today);
    if let Some(unit) = filter.unit {
        query = query.push(" and a.unit_id = ").arg(unit);
    }
    if let Some(function) = filter.function {
        query = query.push(" and a.function = ").arg(function);
    }
    if let Some(employer) = filter.employer {
        query = query.push(" and a.employer_id = ").arg(employer);
    }
    if !filter.regions.is_empty() {
        let reach = Reach::Part { regions: filter.regions.clone(), units: Vec::new() };
        query = within(query, &reach, today, "a.org_id", "a.unit_id");
    }
    query.push(")")
}
