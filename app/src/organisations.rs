//! A first organisation with its first administrator, so that an empty instance can begin.

use relais_directory::{
    accounts::{self, Acting, Email, Invitation},
    grants::{self, Giver, GrantFacts},
    organisations::{self, OrganisationFacts},
    people::{self, PersonFacts},
};
use relais_kernel::{OrgId, Role, Scope};
use relais_store::Db;
use relais_words::{Fault, Faults, Words};

use crate::failed::{Failed, Outcome};

/// Who begins.
#[derive(Clone, Debug)]
pub(crate) struct First {
    pub(crate) person: PersonFacts,
    pub(crate) email: Email,
}

/// Writes an organisation, its administrator and their invitation, all or nothing.
pub(crate) async fn begin(
    db: &Db,
    words: &Words,
    facts: &OrganisationFacts,
    first: &First,
) -> Outcome<(OrgId, Invitation)> {
    let now = db.clock().now();
    let tx = db.begin().await?;
    let org = match organisations::create(&tx, words, facts).await {
        Ok(org) => org,
        Err(error) => {
            let fault = error.violation().and_then(organisations::refusal);
            return Err(fault.map_or_else(|| error.into(), |fault| said(&fault.into(), words)));
        }
    };
    let tx = tx.into_org(org);
    let person = people::add(&tx, &first.person).await?;
    let today =
        organisations::by_id(&tx, org).await?.map_or(now.day(&jiff::tz::TimeZone::UTC), |o| o.today(now));
    let grant = GrantFacts {
        person_id: person,
        role: Role::Admin,
        scope: Scope::Network,
        from_day: today,
        to_day: None,
    };
    ruled(grants::grant(&tx, &Giver::MACHINE, &grant, today).await?, words)?;
    let invitation =
        accounts::invite(&tx, person, &first.email, facts.locale, &Acting::machine(today, now)).await?;
    let invitation = ruled(invitation, words)?;
    tx.commit().await?;
    Ok((org, invitation))
}

fn ruled<T>(result: Result<T, Fault>, words: &Words) -> Outcome<T> {
    result.map_err(|fault| said(&fault.into(), words))
}

/// Faults as the command line tells them.
pub(crate) fn said(faults: &Faults, words: &Words) -> Failed {
    let lines = faults.0.iter().map(|fault| match fault.field.as_ref() {
        "" => fault.say(words),
        field => format!("{}: {}", field.replace('_', "-"), fault.say(words)),
    });
    Failed(lines.collect::<Vec<_>>().join("\n"))
}
