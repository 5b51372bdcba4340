//! The people that a batch of lines speaks of, read together.

use std::collections::{BTreeMap, BTreeSet};

use relais_directory::{Period, assignments::Function, people::Person};
use relais_kernel::{Day, EmployerId, PersonId, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::imports::kept::{self, Keepsake as _};

/// Somebody with their main assignments, the earliest first.
#[derive(Clone, Debug)]
pub(in crate::imports) struct Known {
    pub(super) person: Person,
    pub(super) mains: Vec<Main>,
    /// They left because a complete file no longer named them, and nobody has changed anything about them since.
    pub(super) closed_by_file: bool,
}

/// A main assignment, past, present or to come.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Main {
    person_id: PersonId,
    pub(super) unit_id: UnitId,
    pub(super) unit_code: String,
    pub(super) unit_name: String,
    pub(super) function: Function,
    pub(super) employer_id: EmployerId,
    pub(super) employer_name: String,
    pub(super) from_day: Day,
    pub(super) to_day: Option<Day>,
}

impl Main {
    pub(super) fn period(&self) -> Period {
        Period { from: self.from_day, to: self.to_day }
    }
}

impl Known {
    /// The main assignment of a day.
    pub(super) fn main_on(&self, day: Day) -> Option<&Main> {
        self.mains.iter().find(|main| main.period().holds(day))
    }
}

/// The people of these staff numbers.
pub(super) async fn read(on: &impl InOrg, numbers: &[String]) -> Result<BTreeMap<String, Known>> {
    let query = sql("select id, staff_number, given_name, family_name, email, phone, trade_code, locale, \
         joined_day, left_day, version from person where org_id = ")
    .arg(on.org())
    .push(" and staff_number in ");
    let people: Vec<Person> = query.list(numbers.iter().cloned()).all(on).await?;
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let query = sql("select a.person_id, a.unit_id, u.code as unit_code, u.name as unit_name, a.function, \
         a.employer_id, e.name as employer_name, a.from_day, a.to_day from assignment a \
         join unit u on u.org_id = a.org_id and u.id = a.unit_id \
         join employer e on e.org_id = a.org_id and e.id = a.employer_id where a.org_id = ")
    .arg(on.org())
    .push(" and a.main and a.person_id in ");
    let query = query.list(people.iter().map(|person| person.id));
    let found: Vec<Main> = query.push(" order by a.from_day").all(on).await?;
    let mut mains: BTreeMap<PersonId, Vec<Main>> = BTreeMap::new();
    found.into_iter().for_each(|main| mains.entry(main.person_id).or_default().push(main));
    let gone: Vec<Uuid> = people.iter().filter(|one| one.left_day.is_some()).map(|one| one.id.0).collect();
    let closed = closed_by_file(on, &gone).await?;
    let whole = |person: Person| {
        let mains = mains.remove(&person.id).unwrap_or_default();
        let closed_by_file = closed.contains(&person.id.0);
        Some((person.staff_number.clone()?, Known { person, mains, closed_by_file }))
    };
    Ok(people.into_iter().filter_map(whole).collect())
}

#[derive(FromQueryResult)]
struct Closing {
    row_id: Uuid,
    after_hash: String,
}

/// Who of these people was closed by a complete file, and stands as it left them.
async fn closed_by_file(on: &impl InOrg, people: &[Uuid]) -> Result<BTreeSet<Uuid>> {
    if people.is_empty() {
        return Ok(BTreeSet::new());
    }
    let query = sql("select row_id, after_hash from import_change where org_id = ")
        .arg(on.org())
        .push(" and noun = 'person' and line = 0 and outcome = 'done' and row_id in ");
    let closings: Vec<Closing> = query.list(people.iter().copied()).all(on).await?;
    let ids: Vec<Uuid> = closings.iter().map(|closing| closing.row_id).collect();
    let present = kept::Person::read(on, &ids).await?;
    let stands = |one: &Closing| present.get(&one.row_id).is_some_and(|now| now.hash() == one.after_hash);
    Ok(closings.iter().filter(|one| stands(one)).map(|one| one.row_id).collect())
}
