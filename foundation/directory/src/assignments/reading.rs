//! Reading assignments: a person's, and a unit's team of the day.

use relais_kernel::{AssignmentId, Day, EmployerId, PersonId, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;
use serde::Serialize;

use super::{Assignment, AssignmentKind, Function};
use crate::held::on_day;

const COLUMNS: &str = "select a.id, a.person_id, a.unit_id, a.function, a.employer_id, a.kind, a.main, a.from_day, \
     a.to_day, a.version from assignment a where a.org_id = ";

/// The assignment of an id.
pub async fn by_id(on: &impl InOrg, id: AssignmentId) -> Result<Option<Assignment>> {
    sql(COLUMNS).arg(on.org()).push(" and a.id = ").arg(id).one(on).await
}

/// Somebody's main assignment on a day.
pub async fn main_of(on: &impl InOrg, person: PersonId, day: Day) -> Result<Option<Assignment>> {
    let query = sql(COLUMNS).arg(on.org()).push(" and a.person_id = ").arg(person).push(" and a.main");
    on_day(query, "a", day).one(on).await
}

/// An assignment of a person, with the names a page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Held {
    /// Its id.
    pub id: AssignmentId,
    /// Where.
    pub unit_id: UnitId,
    /// The unit's name.
    pub unit_name: String,
    /// The unit's code.
    pub unit_code: String,
    /// What they do there.
    pub function: Function,
    /// Who employs them there.
    pub employer_id: EmployerId,
    /// The employer's name.
    pub employer_name: String,
    /// How it lasts.
    pub kind: AssignmentKind,
    /// Whether the unit is their main one.
    pub main: bool,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
    /// Grows with each change.
    pub version: i64,
}

/// All assignments of a person, latest first.
pub async fn of_person(on: &impl InOrg, person: PersonId) -> Result<Vec<Held>> {
    sql("select a.id, a.unit_id, u.name as unit_name, u.code as unit_code, a.function, a.employer_id, \
         e.name as employer_name, a.kind, a.main, a.from_day, a.to_day, a.version from assignment a \
         join unit u on u.org_id = a.org_id and u.id = a.unit_id \
         join employer e on e.org_id = a.org_id and e.id = a.employer_id \
         where a.org_id = $1 and a.person_id = $2 order by a.from_day desc, a.main desc, a.id desc")
    .bind(on.org())
    .bind(person)
    .all(on)
    .await
}

/// Somebody in a unit's team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct TeamLine {
    /// The assignment.
    pub id: AssignmentId,
    /// Who.
    pub person_id: PersonId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Their trade's name.
    pub trade_name: Option<String>,
    /// What they do there.
    pub function: Function,
    /// A replacement is marked: they belong to another unit.
    pub kind: AssignmentKind,
    /// Whether the unit is their main one.
    pub main: bool,
    /// Who employs them.
    pub employer_name: String,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
}

/// A unit's team on a day: the manager, then deputies, then the others by name; replacements of the day among them.
pub async fn of_unit(on: &impl InOrg, unit: UnitId, today: Day) -> Result<Vec<TeamLine>> {
    let query = sql(
        "select a.id, a.person_id, p.given_name, p.family_name, t.name as trade_name, a.function, a.kind, \
         a.main, e.name as employer_name, a.from_day, a.to_day from assignment a \
         join person p on p.org_id = a.org_id and p.id = a.person_id \
         join employer e on e.org_id = a.org_id and e.id = a.employer_id \
         left join trade t on t.org_id = p.org_id and t.code = p.trade_code where a.org_id = ",
    )
    .arg(on.org())
    .push(" and a.unit_id = ")
    .arg(unit);
    on_day(query, "a", today)
        .push(
            " order by case a.function when 'manager' then 0 when 'deputy' then 1 else 2 end, \
             case a.kind when 'regular' then 0 else 1 end, p.name_folded, a.id",
        )
        .all(on)
        .await
}

/// A unit's accountable manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Manager {
    /// Who.
    pub person_id: PersonId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Since.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
}

/// Who is accountable for a unit on a day; nobody is a vacancy (NET-01).
pub async fn manager_of(on: &impl InOrg, unit: UnitId, day: Day) -> Result<Option<Manager>> {
    let query =
        sql("select a.person_id, p.given_name, p.family_name, a.from_day, a.to_day from assignment a \
         join person p on p.org_id = a.org_id and p.id = a.person_id where a.org_id = ")
        .arg(on.org())
        .push(" and a.unit_id = ")
        .arg(unit)
        .push(" and a.function = 'manager' and a.kind = 'regular'");
    on_day(query, "a", day).one(on).await
}
