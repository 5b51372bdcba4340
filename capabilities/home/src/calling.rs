//! Who is called: what batons tell becomes notices, in one commit with the end of the job that heard it, once for each
//! person and each place in a baton's history. Nothing of a baton's words goes along.

use std::collections::{HashMap, hash_map::Entry};

use relais_baton::{members, settled_of, standing, untold, with_room};
use relais_contracts::baton::{Call, Called, Settled, Why};
use relais_directory::organisations;
use relais_kernel::{BatonId, Day, Instant, PersonId, TeamId};
use relais_post::{Notice, notify_all, over, over_but_for};
use relais_store::{
    InOrg as _, OrgTx, Result,
    jobs::Kind,
    outbox::{Event as _, Listener},
};

use crate::batons::Kinds;

/// The jobs that the events become.
const CALLED: &str = "home.called";
const SETTLED: &str = "home.settled";

pub(crate) const LISTENERS: [Listener; 2] =
    [Listener::together(Called::NAME, CALLED, "calls"), Listener::together(Settled::NAME, SETTLED, "batons")];

pub(crate) fn jobs(kinds: &Kinds) -> Vec<Kind> {
    let kinds = Kinds::clone(kinds);
    let called = Kind::in_org(CALLED, move |tx, job| {
        let kinds = Kinds::clone(&kinds);
        Box::pin(async move {
            let Called { calls } = job.payload()?;
            Ok(call(tx, &kinds, &calls).await?)
        })
    });
    let settled = Kind::in_org(SETTLED, |tx, job| {
        Box::pin(async move {
            let Settled { batons } = job.payload()?;
            Ok(settle(tx, &batons).await?)
        })
    });
    vec![called, settled]
}

async fn call(tx: &OrgTx, kinds: &Kinds, calls: &[Call]) -> Result<()> {
    let organisation = organisations::by_id(tx, tx.org()).await?;
    let now = tx.clock().now();
    let today = organisation.map_or_else(|| now.day(&jiff::tz::TimeZone::UTC), |known| known.today(now));
    let mut teams: HashMap<(TeamId, Round), Vec<PersonId>> = HashMap::new();
    let mut notices = Vec::new();
    // Whoever was told meanwhile needs no news any more, whether or not they were called to it.
    let of = |why: Why| calls.iter().filter(move |call| call.why == why).filter_map(|call| call.waiter);
    let told: Vec<uuid::Uuid> = of(Why::Told).map(|waiter| waiter.0).collect();
    over(tx, &told).await?;
    let still = untold(tx, &of(Why::News).collect::<Vec<_>>()).await?;
    for call in calls {
        if call.why == Why::News && !call.waiter.is_some_and(|waiter| still.contains(&waiter)) {
            continue;
        }
        let round = Round::of(call);
        let people = match (call.person, call.team) {
            (Some(person), _) => vec![person],
            (None, Some(team)) => match teams.entry((team, round)) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(free) => free.insert(there(tx, team, (today, now), round).await?).clone(),
            },
            (None, None) => Vec::new(),
        };
        let others = people.into_iter().filter(|person| call.by != Some(*person));
        notices.extend(others.map(|person| (person, notice(kinds, call))));
    }
    notify_all(tx, notices).await?;
    // What found somebody or ended before this was heard calls nobody any more.
    let mut held: Vec<BatonId> =
        calls.iter().filter(|call| call.why == Why::Offered).map(|call| call.baton).collect();
    held.dedup();
    settle(tx, &held).await
}

/// How far a call to a team goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Round {
    /// A colleague hands something over, or somebody speaks: they chose whom they ask.
    Chosen,
    /// The machine asks for something more: a step of the ladder, or what was just given.
    Routed,
    /// The same, of all who are not away.
    Whole,
}

impl Round {
    fn of(call: &Call) -> Self {
        match call.why {
            Why::Offered if call.wide => Self::Whole,
            Why::Offered if !call.urgent && (call.by.is_none() || call.seq == 1) => Self::Routed,
            _ => Self::Chosen,
        }
    }
}

/// Who of a team is called: those who answer for it at this moment; when nobody said so, those who said that they are there
/// today; when nobody did, all who are not away. What the machine asks goes round whoever keeps as many promises as one
/// person is asked to (CSE-04), as long as somebody has room: nobody who waits is left without anybody called.
async fn there(
    tx: &OrgTx,
    team: TeamId,
    (today, now): (Day, Instant),
    round: Round,
) -> Result<Vec<PersonId>> {
    let mut members = members(tx, team, today).await?;
    let standing = standing(tx, team, now).await?;
    if round != Round::Chosen {
        let room = with_room(tx, members.iter().map(|member| member.person_id).collect()).await?;
        if !room.is_empty() {
            members.retain(|member| room.contains(&member.person_id));
        }
    }
    if round != Round::Whole {
        if members.iter().any(|member| standing.contains(&member.person_id)) {
            members.retain(|member| standing.contains(&member.person_id));
        } else if members.iter().any(|member| member.here) {
            members.retain(|member| member.here);
        }
    }
    Ok(members.into_iter().map(|member| member.person_id).collect())
}

fn notice(kinds: &Kinds, call: &Call) -> Notice {
    let own = || format!("/batons/{}", call.baton);
    let kind = kinds.iter().find(|kind| kind.code == call.kind);
    let page = || kind.map_or_else(own, |kind| kind.href(call.subject));
    let (title, about, path) = match call.why {
        Why::Reminded => ("notice-reminded", call.baton.0, own()),
        Why::Offered => ("notice-offered", call.baton.0, own()),
        Why::Refused => ("notice-refused", call.baton.0, own()),
        Why::Given => ("notice-given", call.baton.0, own()),
        // Where the words stand, which the start page does not show.
        Why::Said => ("notice-said", call.baton.0, page()),
        Why::News => ("notice-news", call.waiter.map_or(call.subject, |waiter| waiter.0), page()),
        Why::Told => ("notice-told", call.waiter.map_or(call.subject, |waiter| waiter.0), page()),
    };
    let fact = format!("baton:{}:{}", call.baton, call.seq);
    Notice { fact, about, title, path, urgent: call.urgent }
}

async fn settle(tx: &OrgTx, batons: &[BatonId]) -> Result<()> {
    let (found, ended) = settled_of(tx, batons).await?;
    for (baton, keeper) in found {
        over_but_for(tx, baton.0, keeper, &["notice-offered", "notice-reminded"]).await?;
    }
    let ended: Vec<uuid::Uuid> = ended.into_iter().map(|baton| baton.0).collect();
    over(tx, &ended).await?;
    Ok(())
}

#[cfg(test)]
mod tests;
