//! Scoping: every query about units and people begins by what the viewer may touch.

use relais_kernel::{Day, OrgId, Reach};
use relais_store::Sql;

use crate::held::{from_day_on, on_day};

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
/// member of a region within reach. Asked as one set rather than person by person, so that a manager's list costs what
/// their unit counts and not what the organisation does (NET-05).
pub(crate) fn person_within(query: Sql, reach: &Reach, today: Day, org: OrgId, person: &str) -> Sql {
    let Reach::Part { regions, .. } = reach else { return query };
    let query = query
        .push(" and ")
        .push(person)
        .push(" in (select scope_assignment.person_id from assignment scope_assignment where scope_assignment.org_id = ")
        .arg(org)
        .push(" and scope_assignment.unit_id in (select scope_unit.id from unit scope_unit where scope_unit.org_id = ")
        .arg(org);
    let query = within(query, reach, today, "scope_unit.org_id", "scope_unit.id").push(")");
    let query = from_day_on(query, "scope_assignment", today);
    if regions.is_empty() {
        return query.push(")");
    }
    let query = query
        .push(" union select scope_member.person_id from region_member scope_member where scope_member.org_id = ")
        .arg(org)
        .push(" and scope_member.region_id in ")
        .list(regions.iter().copied());
    on_day(query, "scope_member", today).push(")")
}
