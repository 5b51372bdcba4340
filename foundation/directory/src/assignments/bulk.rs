//! Assignments of a whole file: told line by line what collides, then written together.

use std::collections::{BTreeMap, BTreeSet};

use relais_kernel::{AssignmentId, Day, PersonId, UnitId};
use relais_store::{InOrg, OrgTx, Result, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

use super::{AssignmentFacts, rules, rules::Taken, store};
use crate::{Period, grants};

/// Writes assignments and the roles they bring, in the same order. The rules were asked by [`clashes`]; the database
/// refuses the whole if the world changed since, and to whoever places themselves.
pub async fn assign_many(
    tx: &OrgTx,
    facts: &[AssignmentFacts],
    by: Option<PersonId>,
) -> Result<Vec<AssignmentId>> {
    let ids = store::write(tx, facts, by).await?;
    let people: BTreeSet<PersonId> = facts.iter().map(|one| one.person_id).collect();
    grants::rights_changed_of(tx, &people.into_iter().collect::<Vec<_>>()).await?;
    Ok(ids)
}

#[derive(FromQueryResult)]
struct Row {
    person_id: PersonId,
    unit_id: UnitId,
    name: String,
    from_day: Day,
    to_day: Option<Day>,
}

impl Row {
    fn taken(self) -> Taken {
        Taken { period: Period { from: self.from_day, to: self.to_day }, name: self.name }
    }
}

/// What the rules of NET-01 refuse among assignments to be written together, by their place in the list: against what
/// exists, and against the lines before them. `unit_name` and `person_name` name what stands in the same file.
pub async fn clashes(
    on: &impl InOrg,
    facts: &[AssignmentFacts],
    unit_name: impl Fn(UnitId) -> String,
    person_name: impl Fn(PersonId) -> String,
) -> Result<Vec<(usize, Fault)>> {
    let mut mains: BTreeMap<PersonId, Vec<Taken>> = BTreeMap::new();
    let mut managers: BTreeMap<UnitId, Vec<Taken>> = BTreeMap::new();
    let people: BTreeSet<PersonId> = facts.iter().filter(|one| one.main).map(|one| one.person_id).collect();
    for some in people.into_iter().collect::<Vec<_>>().chunks(1000) {
        let rows = sql("select a.person_id, a.unit_id, u.name, a.from_day, a.to_day from assignment a \
             join unit u on u.org_id = a.org_id and u.id = a.unit_id where a.org_id = ")
        .arg(on.org())
        .push(" and a.main and a.person_id in ")
        .list(some.iter().copied())
        .all::<Row>(on)
        .await?;
        rows.into_iter().for_each(|row| mains.entry(row.person_id).or_default().push(row.taken()));
    }
    let units: BTreeSet<UnitId> =
        facts.iter().filter(|one| one.is_accountable()).map(|one| one.unit_id).collect();
    for some in units.into_iter().collect::<Vec<_>>().chunks(1000) {
        let rows = sql("select a.person_id, a.unit_id, p.given_name || ' ' || p.family_name as name, a.from_day, \
             a.to_day from assignment a join person p on p.org_id = a.org_id and p.id = a.person_id where a.org_id = ")
        .arg(on.org())
        .push(" and a.function = 'manager' and a.kind = 'regular' and a.unit_id in ")
        .list(some.iter().copied())
        .all::<Row>(on)
        .await?;
        rows.into_iter().for_each(|row| managers.entry(row.unit_id).or_default().push(row.taken()));
    }
    let mut found = Vec::new();
    for (place, one) in facts.iter().enumerate() {
        let (of_person, of_unit) =
            (mains.entry(one.person_id).or_default(), managers.entry(one.unit_id).or_default());
        let fault = rules::one_main_unit(one, of_person).or_else(|| rules::one_manager(one, of_unit));
        if let Some(fault) = fault {
            found.push((place, fault));
            continue;
        }
        if one.main {
            of_person.push(Taken { period: one.period(), name: unit_name(one.unit_id) });
        }
        if one.is_accountable() {
            of_unit.push(Taken { period: one.period(), name: person_name(one.person_id) });
        }
    }
    Ok(found)
}
