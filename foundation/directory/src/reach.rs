//! Scoping: every query about units and people begins by what the viewer may touch.

use relais_kernel::{Day, Reach};
use relais_store::Sql;

use crate::held::on_day;

/// Adds ` and (…)` so that only units within reach remain. `unit` is the SQL of the unit's id, `org` of its organisation.
pub fn within(query: Sql, reach: &Reach, today: Day, org: &str, unit: &str) -> Sql {
    let Reach::Part { regions, units } = reach else { return query };
    let query = query.push(" and (").push(unit).push(" in ").list(units.iter().copied());
    if regions.is_empty() {
        return query.push(")");
    }
    query
        .push(" or exists (select 1 from unit_place scope_place where scope_place.org_id = ")
        .push(org)
        .push(" and scope_place.unit_id = ")
        .push(unit)
        .push(" and scope_place.region_id in ")
        .list(regions.iter().copied())
        .push(" and scope_place.from_day <= ")
        .arg(today)
        .push(" and coalesce(scope_place.to_day, 99991231) >= ")
        .arg(today)
        .push("))")
}

/// The same for people: somebody is within reach who is assigned to a unit within reach, now or later, or is today a
/// member of a region within reach.
pub(crate) fn person_within(query: Sql, reach: &Reach, today: Day, org: &str, person: &str) -> Sql {
    let Reach::Part { regions, .. } = reach else { return query };
    let query = query
        .push(" and (exists (select 1 from assignment scope_assignment where scope_assignment.org_id = ")
        .push(org)
        .push(" and scope_assignment.person_id = ")
        .push(person)
        .push(" and coalesce(scope_assignment.to_day, 99991231) >= ")
        .arg(today);
    let query = within(query, reach, today, "scope_assignment.org_id", "scope_assignment.unit_id").push(")");
    if regions.is_empty() {
        return query.push(")");
    }
    let query = query
        .push(" or exists (select 1 from region_member scope_member where scope_member.org_id = ")
        .push(org)
        .push(" and scope_member.person_id = ")
        .push(person)
        .push(" and scope_member.region_id in ")
        .list(regions.iter().copied());
    on_day(query, "scope_member", today).push("))")
}
