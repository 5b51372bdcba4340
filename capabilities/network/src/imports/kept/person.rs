//! A person with all that is theirs in the directory: assignments, places in regions' teams, roles.

use std::collections::BTreeMap;

use relais_contracts::directory::RightsChanged;
use relais_directory::units;
use relais_kernel::{AssignmentId, Day, EmployerId, GrantId, MembershipId, PersonId, RegionId, UnitId};
use relais_store::{InOrg, OrgTx, Result, outbox, sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Keepsake, Turn, row, rows};

row!(PersonRow, "person", owner id, key id, version version, {
    id: PersonId, staff_number: Option<String>, number_folded: Option<String>, given_name: String, family_name: String, name_folded: String,
    email: Option<String>, phone: Option<String>, trade_code: Option<String>, locale: String,
    joined_day: Option<Day>, left_day: Option<Day>, version: i64,
});

row!(AssignmentRow, "assignment", owner person_id, key id, version version, {
    id: AssignmentId, person_id: PersonId, unit_id: UnitId, function: String, employer_id: EmployerId, kind: String,
    main: bool, from_day: Day, to_day: Option<Day>, version: i64,
});

row!(MemberRow, "region_member", owner person_id, key id, {
    id: MembershipId, region_id: RegionId, person_id: PersonId, function: String, from_day: Day, to_day: Option<Day>,
});

row!(GrantRow, "role_grant", owner person_id, key id, {
    id: GrantId, person_id: PersonId, role: String, scope: String, region_id: Option<RegionId>,
    unit_id: Option<UnitId>, from_day: Day, to_day: Option<Day>, assignment_id: Option<AssignmentId>,
    membership_id: Option<MembershipId>, granted_by: Option<PersonId>,
});

/// A person as kept.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::imports) struct Person {
    person: PersonRow,
    assignments: Vec<AssignmentRow>,
    members: Vec<MemberRow>,
    grants: Vec<GrantRow>,
}

impl Keepsake for Person {
    const TABLE: &'static str = "person";

    async fn read(on: &impl InOrg, ids: &[Uuid]) -> Result<BTreeMap<Uuid, Self>> {
        let people = rows::<PersonRow>(on, ids).await?;
        let mut assignments = rows::<AssignmentRow>(on, ids).await?;
        let mut members = rows::<MemberRow>(on, ids).await?;
        let mut grants = rows::<GrantRow>(on, ids).await?;
        let of = |(id, rows): (Uuid, Vec<PersonRow>)| {
            let person = rows.into_iter().next()?;
            Some((
                id,
                Self {
                    person,
                    assignments: assignments.remove(&id).unwrap_or_default(),
                    members: members.remove(&id).unwrap_or_default(),
                    grants: grants.remove(&id).unwrap_or_default(),
                },
            ))
        };
        Ok(people.into_iter().filter_map(of).collect())
    }

    async fn give_back(tx: &OrgTx, all: Vec<(Uuid, Self, Option<Self>)>) -> Result<()> {
        let (mut people, mut assignments) = (Turn::none(), Turn::none());
        let (mut members, mut grants) = (Turn::none(), Turn::none());
        for (_, now, before) in &all {
            match before {
                Some(before) => {
                    people.add(std::slice::from_ref(&now.person), std::slice::from_ref(&before.person));
                    assignments.add(&now.assignments, &before.assignments);
                    members.add(&now.members, &before.members);
                    grants.add(&now.grants, &before.grants);
                }
                None => {
                    people.add(std::slice::from_ref(&now.person), &[]);
                    assignments.add(&now.assignments, &[]);
                    members.add(&now.members, &[]);
                    grants.add(&now.grants, &[]);
                }
            }
        }
        grants.take_away(tx).await?;
        assignments.take_away(tx).await?;
        members.take_away(tx).await?;
        people.take_away(tx).await?;
        people.give_back(tx).await?;
        assignments.give_back(tx).await?;
        members.give_back(tx).await?;
        grants.give_back(tx).await?;
        for (id, now, before) in &all {
            let before_too = before.iter().flat_map(|before| &before.assignments);
            for held in now.assignments.iter().chain(before_too) {
                units::changed(tx, held.unit_id)?;
            }
            if before.is_some() {
                sql("update session set rotate = true where ended_at is null and org_id = $1 and person_id = $2")
                    .bind(tx.org())
                    .bind(*id)
                    .run(tx)
                    .await?;
                outbox::emit(tx, &RightsChanged { org: tx.org(), person: PersonId(*id) }).await?;
            }
        }
        Ok(())
    }
}
