//! A role is also taken through its holder's mailbox: whoever changes the address of somebody who has not come in yet
//! receives their invitation. So the address of somebody who holds a role, and their access, are for those who could
//! give that role.

use std::collections::BTreeSet;

use relais_kernel::{Day, PersonId, RegionId, Role, UnitId};
use relais_store::{InOrg, Result, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

use super::{Giver, GrantFacts, refused, scope, store::beyond};
use crate::{accounts::fold_email, held::from_day_on};

#[derive(FromQueryResult)]
struct Held {
    person_id: PersonId,
    role: Role,
    region_id: Option<RegionId>,
    unit_id: Option<UnitId>,
}

/// Those of these people who hold, today or later, a role that the giver could not give: one given by hand, or with a
/// place in a region's team. What a place in a unit brings is given by those who assign, who invite as well. Without a
/// giver, somebody who gives no roles at all, that is all of them. Nobody is beyond themselves.
pub async fn beyond_giving(
    on: &impl InOrg,
    giver: Option<&Giver<'_>>,
    by: Option<PersonId>,
    people: &[PersonId],
    today: Day,
) -> Result<BTreeSet<PersonId>> {
    let mut found = BTreeSet::new();
    for some in people.chunks(1000) {
        let query =
            sql("select g.person_id, g.role, g.region_id, g.unit_id from role_grant g where g.org_id = ")
                .arg(on.org())
                .push(" and g.assignment_id is null and g.person_id in ")
                .list(some.iter().copied());
        let held: Vec<Held> = from_day_on(query, "g", today).all(on).await?;
        for one in held {
            if by != Some(one.person_id) && !could_give(on, giver, &one, today).await? {
                found.insert(one.person_id);
            }
        }
    }
    Ok(found)
}

async fn could_give(on: &impl InOrg, giver: Option<&Giver<'_>>, held: &Held, today: Day) -> Result<bool> {
    let Some(giver) = giver else { return Ok(false) };
    let scope = scope(held.region_id, held.unit_id);
    let facts =
        GrantFacts { person_id: held.person_id, role: held.role, scope, from_day: today, to_day: None };
    Ok(refused(giver, &facts).is_none() && beyond(on, giver, scope, today).await?.is_none())
}

/// Why the address of somebody may not be changed, or they not be invited, by this giver.
pub async fn address_refused(
    on: &impl InOrg,
    giver: Option<&Giver<'_>>,
    by: Option<PersonId>,
    person: PersonId,
    today: Day,
) -> Result<Option<Fault>> {
    let beyond = beyond_giving(on, giver, by, &[person], today).await?;
    Ok((!beyond.is_empty()).then(address_fault))
}

/// Its sentence.
pub fn address_fault() -> Fault {
    Fault::on("email", "person-holds-role")
}

/// Whether two addresses are two mailboxes.
pub fn is_another_address(one: Option<&str>, other: Option<&str>) -> bool {
    one.map(fold_email) != other.map(fold_email)
}
