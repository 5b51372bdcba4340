//! Lists of the roles that people hold or will hold, by key: grouped by role, then by name.

use relais_kernel::{AssignmentId, Day, GrantId, MembershipId, PersonId, RegionId, Role, UnitId, fold};
use relais_store::{Cut, InOrg, Key, Result, Slice, Sql, contains_pattern, sql};
use sea_orm::FromQueryResult;
use serde::Serialize;

use super::ScopeCode;
use crate::held::from_day_on;

/// What a list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Parts of the name of who holds it: each word must be found.
    pub search: String,
    /// A role.
    pub role: Option<Role>,
    /// How far it reaches.
    pub scope: Option<ScopeCode>,
    /// Roles that came with an assignment or a region's team, instead of those given one by one.
    pub brought: bool,
}

/// A role in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Line {
    /// The grant.
    pub id: GrantId,
    /// Who holds it.
    pub person_id: PersonId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// The role.
    pub role: Role,
    /// How far it reaches.
    #[sea_orm(from_alias = "scope")]
    pub scope_code: ScopeCode,
    /// The region, when it is one.
    pub region_id: Option<RegionId>,
    /// Its name.
    pub region_name: Option<String>,
    /// The unit, when it is one.
    pub unit_id: Option<UnitId>,
    /// Its name.
    pub unit_name: Option<String>,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
    /// The assignment that brought it.
    pub assignment_id: Option<AssignmentId>,
    /// The membership that brought it.
    pub membership_id: Option<MembershipId>,
}

/// A page of roles that hold today or later.
pub async fn list(
    on: &impl InOrg,
    today: Day,
    filter: &Filter,
    cut: Cut,
    size: usize,
) -> Result<Slice<Line>> {
    let query = sql("select g.id, g.person_id, p.given_name, p.family_name, g.role, g.scope, g.region_id, \
         r.name as region_name, g.unit_id, u.name as unit_name, g.from_day, g.to_day, g.assignment_id, \
         g.membership_id from role_grant g join person p on p.org_id = g.org_id and p.id = g.person_id \
         left join region r on r.org_id = g.org_id and r.id = g.region_id \
         left join unit u on u.org_id = g.org_id and u.id = g.unit_id where g.org_id = ")
    .arg(on.org());
    let query = narrowed(query, today, filter);
    let (held, cut_at) = (rank("g.role"), format!("select {} from role_grant k", rank("k.role")));
    let keys = [
        Key { column: &held, of_row: &cut_at },
        Key {
            column: "p.name_folded",
            of_row: "select q.name_folded from role_grant k join person q on q.org_id = k.org_id and q.id = k.person_id",
        },
    ];
    let rows = cut.apply(query, &keys, "g.id", on.org(), size).all(on).await?;
    Ok(cut.slice(rows, size))
}

/// How many roles a filter leaves.
pub async fn count(on: &impl InOrg, today: Day, filter: &Filter) -> Result<i64> {
    let query =
        sql("select count(*) from role_grant g join person p on p.org_id = g.org_id and p.id = g.person_id \
         where g.org_id = ")
        .arg(on.org());
    Ok(narrowed(query, today, filter).value(on).await?.unwrap_or(0))
}

/// Roles in the order of their declaration, as SQL.
fn rank(column: &str) -> String {
    let cases: String = Role::ALL
        .iter()
        .enumerate()
        .map(|(place, role)| format!(" when '{}' then {place}", role.code()))
        .collect();
    format!("(case {column}{cases} else 99 end)")
}

fn narrowed(query: Sql, today: Day, filter: &Filter) -> Sql {
    let mut query = from_day_on(query, "g", today);
    query = match filter.brought {
        true => query.push(" and (g.assignment_id is not null or g.membership_id is not null)"),
        false => query.push(" and g.assignment_id is null and g.membership_id is null"),
    };
    if let Some(role) = filter.role {
        query = query.push(" and g.role = ").arg(role);
    }
    if let Some(scope) = filter.scope {
        query = query.push(" and g.scope = ").arg(scope);
    }
    for word in fold(&filter.search).split(' ').filter(|word| !word.is_empty()).take(6) {
        query = query.push(" and p.name_folded like ").arg(contains_pattern(word));
    }
    query
}
