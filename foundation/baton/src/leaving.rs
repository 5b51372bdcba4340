//! Leaving: at the end of a shift somebody says to whom they hand what they hold; who leaves the organisation holds
//! nothing any more.

use relais_directory::Ruled;
use relais_kernel::{BatonId, Day, PersonId, TeamId, UnitId};
use relais_store::{InOrg as _, OrgTx, Result, sql};
use sea_orm::FromQueryResult;

use crate::{
    batons::{Holder, lock},
    history::{Happening, record},
    passing::{answer, hold_out, is_gone, save},
    presence, rules,
    rules::Actor,
    teams,
};

/// To whom somebody who leaves for the day hands what they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handing {
    /// Who takes over, if they accept.
    pub to: Holder,
    /// The last day of the absence.
    pub until: Day,
}

/// Holds everything out that somebody holds, and notes that they are away. They stay the holder until it is accepted.
/// Tells how many batons were held out.
pub async fn hand_over(tx: &OrgTx, by: &Actor, handing: Handing, words: &str) -> Ruled<usize> {
    if let Holder::Person(person) = handing.to
        && is_gone(tx, person).await?
    {
        return Ok(Err(rules::Refusal::Gone.fault()));
    }
    presence::away(tx, by.person, handing.until).await?;
    let mut count = 0;
    for id in held_by(tx, by.person).await? {
        let Some(mut baton) = lock(tx, id).await? else { continue };
        // What is held out to them already, or was taken in the meantime, stays as it is.
        if rules::may_offer(&baton, Some(by), handing.to).is_ok() {
            hold_out(tx, &mut baton, Some(by.person), handing.to, words).await?;
            save(tx, &baton).await?;
            count += 1;
        }
    }
    Ok(Ok(count))
}

async fn held_by(tx: &OrgTx, person: PersonId) -> Result<Vec<BatonId>> {
    sql("select id from baton where org_id = $1 and state = 'held' and holder_person_id = $2 order by id")
        .bind(tx.org())
        .bind(person)
        .values(tx)
        .await
}

#[derive(FromQueryResult)]
struct Held {
    id: BatonId,
    unit_id: Option<UnitId>,
}

/// Somebody has left the organisation: what they held returns to those who answer for its unit, and to the network's
/// where there is none; what was held out to them is held out no more. Tells how many batons returned.
pub async fn company_left(tx: &OrgTx, person: PersonId) -> Result<usize> {
    let held: Vec<Held> = sql("select id, unit_id from baton where org_id = $1 and state = 'held' \
         and holder_person_id = $2 order by id")
    .bind(tx.org())
    .bind(person)
    .all(tx)
    .await?;
    let count = held.len();
    for Held { id, unit_id } in held {
        let team: TeamId = match unit_id {
            Some(unit) => teams::unit_leads(tx, unit).await?,
            None => teams::network_leads(tx).await?,
        };
        let Some(mut baton) = lock(tx, id).await? else { continue };
        if baton.holder != Some(Holder::Person(person)) || !baton.is_held() {
            continue;
        }
        let (at, detail) = (tx.clock().now(), format!("team:{team}"));
        record(tx, &mut baton, Happening { by: None, code: "returned", detail: &detail, words: "", at })
            .await?;
        for open in baton.offers.iter().filter(|open| open.to == Holder::Team(team)) {
            answer(tx, open.id, "withdrawn", None).await?;
        }
        baton.holder = Some(Holder::Team(team));
        // Nobody has looked at it since: its ladder is climbed at once.
        baton.step_at = baton.step_at.map(|_| at);
        save(tx, &baton).await?;
    }
    let offered: Vec<BatonId> =
        sql("select distinct baton_id from baton_offer where org_id = $1 and state = 'open' \
         and person_id = $2 order by baton_id")
        .bind(tx.org())
        .bind(person)
        .values(tx)
        .await?;
    for id in offered {
        let Some(mut baton) = lock(tx, id).await? else { continue };
        let theirs: Vec<_> = baton
            .offers
            .iter()
            .filter(|open| open.to == Holder::Person(person))
            .map(|open| open.id)
            .collect();
        for offer in theirs {
            let (at, detail) = (tx.clock().now(), format!("offer:{offer}"));
            let fallen = Happening { by: None, code: "withdrawn", detail: &detail, words: "", at };
            record(tx, &mut baton, fallen).await?;
            answer(tx, offer, "withdrawn", None).await?;
        }
        save(tx, &baton).await?;
    }
    Ok(count)
}
