//! Whom a baton calls: said as events, in the transaction of what calls them. How people are reached is not its concern.

use relais_contracts::baton::{Call, Called, Settled, Why};
use relais_kernel::{Audience, BatonId, PersonId, WaiterId};
use relais_store::{InOrg, OrgTx, Result, Sql, outbox, sql};
use sea_orm::FromQueryResult;

use crate::batons::{Baton, Holder, Waiter};

/// Calls of one event: its body stays small enough for any node to read.
const AT_ONCE: usize = 500;

/// A call by what has just been written into the baton's history.
pub(crate) fn call(baton: &Baton, why: Why, to: Holder, by: Option<PersonId>, urgent: bool) -> Call {
    let (person, team) = Holder::columns(Some(to));
    Call {
        baton: baton.id,
        kind: baton.kind.clone(),
        subject: baton.subject,
        seq: baton.seq,
        why,
        person,
        team,
        waiter: None,
        by,
        urgent,
        wide: false,
    }
}

/// Whoever a new baton was given to hears of it: a team as of something that one of them may take, a person as of something
/// that they hold. Who promised it themselves knows.
pub(crate) fn given(baton: &Baton, holder: Holder, by: Option<PersonId>) -> Option<Call> {
    let why = if holder.team().is_some() { Why::Offered } else { Why::Given };
    (by.map(Holder::Person) != Some(holder)).then(|| call(baton, why, holder, by, false))
}

/// Whom a step calls: those it asks, or whoever holds the baton when it only reminds. The last step is urgent, for there is
/// nobody wider to ask.
pub(crate) fn of_step<'a>(
    baton: &'a Baton,
    audience: Audience,
    asked: &'a [Holder],
) -> impl Iterator<Item = Call> + 'a {
    let (why, called) = match audience {
        Audience::Holder => (Why::Reminded, baton.holder.as_slice()),
        _ => (Why::Offered, asked),
    };
    called.iter().map(move |to| Call {
        wide: audience == Audience::Team,
        ..call(baton, why, *to, None, audience == Audience::SomebodyThere)
    })
}

/// Colleagues who still wait hear that there is news, but for whoever gave it.
pub(crate) fn news(baton: &Baton, by: PersonId) -> Vec<Call> {
    let waits = baton.waiters.iter().filter(|waiter| waiter.told.is_none());
    let to = waits.filter_map(|waiter| Some((waiter.id, Holder::Person(waiter.who.person?))));
    to.map(|(waiter, to)| Call { waiter: Some(waiter), ..call(baton, Why::News, to, Some(by), false) })
        .collect()
}

/// Whoever holds it hears that somebody added a word, unless it was themselves.
pub(crate) fn said(baton: &Baton, by: Option<PersonId>) -> Option<Call> {
    let to = baton.holder.filter(|holder| by.map(Holder::Person) != Some(*holder))?;
    Some(call(baton, Why::Said, to, by, false))
}

/// Of these who wait, those who were not told yet.
pub async fn untold(on: &impl InOrg, waiters: &[WaiterId]) -> Result<Vec<WaiterId>> {
    let mut found = Vec::new();
    for some in waiters.chunks(AT_ONCE) {
        let query = sql("select id from baton_waiter where told is null and org_id = ").arg(on.org());
        let untold: Vec<WaiterId> = query.push(" and id in ").list(some.iter().copied()).values(on).await?;
        found.extend(untold);
    }
    Ok(found)
}

/// A call to a colleague who waited and was told in writing; none to others who wait.
pub(crate) fn told(baton: &Baton, waiter: &Waiter, by: PersonId) -> Option<Call> {
    let to = Holder::Person(waiter.who.person?);
    Some(Call { waiter: Some(waiter.id), ..call(baton, Why::Told, to, Some(by), false) })
}

/// Tells whom batons call, many in one event.
pub(crate) async fn emit(tx: &OrgTx, calls: &[Call]) -> Result<()> {
    for calls in calls.chunks(AT_ONCE) {
        outbox::emit(tx, &Called { calls: calls.to_vec() }).await?;
    }
    Ok(())
}

/// The same of a few, to go together with other rows.
pub(crate) fn emission(tx: &OrgTx, calls: Vec<Call>) -> Result<Sql> {
    outbox::emission(tx, &Called { calls })
}

/// Tells that a baton found somebody or ended.
pub(crate) async fn settled(tx: &OrgTx, baton: BatonId) -> Result<()> {
    outbox::emit(tx, &Settled { batons: vec![baton] }).await
}

#[derive(FromQueryResult)]
struct Found {
    id: BatonId,
    ended: bool,
    holder_person_id: Option<PersonId>,
}

/// Batons with whoever holds each; and batons.
type Settling = (Vec<(BatonId, PersonId)>, Vec<BatonId>);

/// Of these batons, those that nobody need be asked to take any more, since a person holds them and they are held out to
/// nobody, with that person; and those that ended.
pub async fn settled_of(on: &impl InOrg, batons: &[BatonId]) -> Result<Settling> {
    let (mut held, mut ended) = (Vec::new(), Vec::new());
    for some in batons.chunks(AT_ONCE) {
        let settled: Vec<Found> = sql("select b.id, b.state = 'ended' as ended, b.holder_person_id from baton b where b.org_id = ")
            .arg(on.org())
            .push(
                " and (b.state = 'ended' or (b.holder_person_id is not null and not exists (select 1 from \
                 baton_offer o where o.org_id = b.org_id and o.baton_id = b.id and o.state = 'open'))) and b.id in ",
            )
            .list(some.iter().copied())
            .all(on)
            .await?;
        for found in settled {
            match found.holder_person_id {
                Some(person) if !found.ended => held.push((found.id, person)),
                _ => ended.push(found.id),
            }
        }
    }
    Ok((held, ended))
}
