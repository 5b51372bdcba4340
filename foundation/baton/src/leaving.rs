//! Leaving: at the end of a shift somebody says to whom they hand what they hold; who leaves the organisation holds
//! nothing any more.

use std::time::Duration;

use relais_contracts::{baton::Why, directory::PersonLeft};
use relais_directory::{Ruled, organisations};
use relais_kernel::{BatonId, Day, PersonId, TeamId};
use relais_store::{InOrg as _, OrgTx, Result, jobs::Kind, sql};

use crate::{
    batons::{Baton, Holder},
    calling,
    history::{Happening, record},
    lists::today,
    passing::{answer, hold_out, is_gone, save},
    presence,
    reading::{hold_all, lock},
    rules,
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
    let mut calls = Vec::new();
    for id in held_by(tx, by.person).await? {
        let Some(mut baton) = lock(tx, id).await? else { continue };
        // What is held out to them already, or was taken in the meantime, stays as it is.
        if rules::may_offer(&baton, Some(by), handing.to).is_ok() {
            hold_out(tx, &mut baton, Some(by.person), handing.to, words).await?;
            save(tx, &baton).await?;
            calls.push(calling::call(&baton, Why::Offered, handing.to, Some(by.person), false));
        }
    }
    calling::emit(tx, &calls).await?;
    Ok(Ok(calls.len()))
}

async fn held_by(tx: &OrgTx, person: PersonId) -> Result<Vec<BatonId>> {
    sql("select id from baton where org_id = $1 and state = 'held' and holder_person_id = $2 order by id")
        .bind(tx.org())
        .bind(person)
        .values(tx)
        .await
}

/// The job that an event of leaving becomes.
pub(crate) const RETURN: &str = "baton.return";
/// The daily round for those whose last day came later than it was written.
const SWEEP: &str = "baton.return_all";

/// What is done when somebody's last day is written.
pub(crate) fn listening() -> Kind {
    Kind::in_org(RETURN, |tx, job| {
        Box::pin(async move {
            let left: PersonLeft = job.payload()?;
            if left.last_day < today(tx, tx.clock().now()).await? {
                company_left(tx, left.person).await?;
            }
            Ok(())
        })
    })
}

/// What is done for those whose last day is over.
pub(crate) fn sweeping() -> Kind {
    Kind::outside(SWEEP, |db, _| {
        Box::pin(async move {
            for organisation in organisations::all(db).await? {
                let day = organisation.today(db.clock().now());
                let tx = db.org(organisation.id).begin().await?;
                let gone: Vec<PersonId> =
                    sql("select distinct p.id from person p where p.org_id = $1 and p.left_day < $2 \
                     and (exists (select 1 from baton b where b.org_id = p.org_id and b.state = 'held' \
                       and b.holder_person_id = p.id) \
                     or exists (select 1 from baton_offer o where o.org_id = p.org_id and o.state = 'open' \
                       and o.person_id = p.id)) order by p.id")
                    .bind(tx.org())
                    .bind(day)
                    .values(&tx)
                    .await?;
                for person in gone {
                    company_left(&tx, person).await?;
                }
                tx.commit().await?;
            }
            Ok(())
        })
    })
    .every(Duration::from_secs(3600))
}

/// Somebody has left the organisation: what they held returns to the team that it was given to, to those who answer for its
/// unit where that team has nobody left, and to the network's where there is none; what was held out to them is held out no more. Tells how many batons returned.
pub async fn company_left(tx: &OrgTx, person: PersonId) -> Result<usize> {
    let (held, offered) = (held_by(tx, person).await?, offered_to(tx, person).await?);
    hold_all(tx, [held.as_slice(), offered.as_slice()].concat()).await?;
    let count = held.len();
    for id in held {
        let Some(mut baton) = lock(tx, id).await? else { continue };
        if baton.holder != Some(Holder::Person(person)) || !baton.is_held() {
            continue;
        }
        let team = back_to(tx, &baton).await?;
        let (at, detail) = (tx.clock().now(), format!("team:{team}"));
        record(tx, &mut baton, Happening { by: None, code: "returned", detail: &detail, words: "", at })
            .await?;
        for open in baton.offers.iter().filter(|open| open.to == Holder::Team(team)) {
            answer(tx, open.id, "withdrawn", None).await?;
        }
        baton.holder = Some(Holder::Team(team));
        save(tx, &baton).await?;
        // Nobody has looked at it since: those who hold it now are called at once.
        let call = calling::call(&baton, Why::Offered, Holder::Team(team), None, false);
        calling::emit(tx, &[call]).await?;
    }
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

/// The team that what somebody held returns to.
async fn back_to(tx: &OrgTx, baton: &Baton) -> Result<TeamId> {
    if let Some(team) = baton.team
        && !teams::members(tx, team, today(tx, tx.clock().now()).await?).await?.is_empty()
    {
        return Ok(team);
    }
    match baton.unit {
        Some(unit) => teams::unit_leads(tx, unit).await,
        None => teams::network_leads(tx).await,
    }
}

async fn offered_to(tx: &OrgTx, person: PersonId) -> Result<Vec<BatonId>> {
    sql("select distinct baton_id from baton_offer where org_id = $1 and state = 'open' and person_id = $2 \
         order by baton_id")
    .bind(tx.org())
    .bind(person)
    .values(tx)
    .await
}
