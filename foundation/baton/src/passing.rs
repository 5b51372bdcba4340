//! Passing a baton: it is held out, and changes hands when it is accepted. Until then the giver keeps it.

use relais_contracts::baton::Why;
use relais_directory::Ruled;
use relais_kernel::{BatonId, Day, OfferId, PersonId, TeamId};
use relais_store::{InOrg as _, Insert, OrgTx, Result, insert, sql};

use crate::{
    batons::{Baton, Holder, Offer},
    calling,
    clocks::hours_for,
    history::{Happening, record},
    lists::today,
    openings::openings,
    reading::lock,
    ringing::ring_for,
    rules::{self, Actor, Refusal},
};

/// Holds a baton out to somebody, with a word for them.
pub async fn offer(tx: &OrgTx, by: &Actor, id: BatonId, to: Holder, words: &str) -> Ruled<Baton> {
    let to_nobody = match to {
        Holder::Person(person) => is_gone(tx, person).await?,
        Holder::Team(_) => false,
    };
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_offer(&baton, Some(by), to) {
        return Ok(Err(refusal.fault()));
    }
    if to_nobody {
        return Ok(Err(Refusal::Gone.fault()));
    }
    hold_out(tx, &mut baton, Some(by.person), to, words).await?;
    calling::emit(tx, &[calling::call(&baton, Why::Offered, to, Some(by.person), false)]).await?;
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

/// Writes an offer and its event. The baton's row is still to be saved.
pub(crate) async fn hold_out(
    tx: &OrgTx,
    baton: &mut Baton,
    by: Option<PersonId>,
    to: Holder,
    words: &str,
) -> Result<OfferId> {
    let id = write(tx, baton, by, to).await?;
    let (at, detail) = (tx.clock().now(), format!("offer:{id}"));
    record(tx, baton, Happening { by, code: "offered", detail: &detail, words, at }).await?;
    Ok(id)
}

async fn write(tx: &OrgTx, baton: &mut Baton, by: Option<PersonId>, to: Holder) -> Result<OfferId> {
    let mut offers = Offers::new();
    let id = offers.add(tx, baton, by, to);
    offers.write(tx).await?;
    Ok(id)
}

/// Offers about to be written, of one baton or of many.
pub(crate) struct Offers(Insert);

impl Offers {
    /// None yet.
    pub(crate) fn new() -> Self {
        let columns = [
            "org_id",
            "id",
            "baton_id",
            "person_id",
            "team_id",
            "by_person_id",
            "state",
            "at",
            "passed_at",
            "passed_from_id",
        ];
        Self(insert("baton_offer", &columns))
    }

    /// Another one.
    pub(crate) fn add(&mut self, tx: &OrgTx, baton: &mut Baton, by: Option<PersonId>, to: Holder) -> OfferId {
        let (id, at) = (tx.clock().id::<OfferId>(), tx.clock().now());
        let (person, team) = Holder::columns(Some(to));
        // From team to team, by somebody: what the ladder holds out asks others to help.
        let passed = team.filter(|_| by.is_some());
        self.0.add([
            tx.org().into(),
            id.into(),
            baton.id.into(),
            person.into(),
            team.into(),
            by.into(),
            "open".into(),
            at.into(),
            passed.map(|_| at).into(),
            passed.and(baton.team).into(),
        ]);
        baton.offers.push(Offer { id, to, by, at });
        id
    }

    /// Writes them.
    pub(crate) async fn write(self, tx: &OrgTx) -> Result<()> {
        self.0.run(tx).await?;
        Ok(())
    }
}

/// Accepts what is held out: from now on, whoever accepts is the one holder. Other offers fall.
pub async fn accept(tx: &OrgTx, by: &Actor, id: BatonId, offer: OfferId) -> Ruled<Baton> {
    if is_gone(tx, by.person).await? {
        return gone();
    }
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_accept(&baton, by, offer) {
        return Ok(Err(refusal.fault()));
    }
    become_holder(tx, &mut baton, by.person, offer).await?;
    Ok(Ok(baton))
}

/// Takes what one's own team holds.
pub async fn take(tx: &OrgTx, by: &Actor, id: BatonId) -> Ruled<Baton> {
    if is_gone(tx, by.person).await? {
        return gone();
    }
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    let team = match rules::may_take(&baton, by) {
        Ok(team) => team,
        Err(refusal) => return Ok(Err(refusal.fault())),
    };
    // What a team holds is held out to each of its members, without a word.
    let offer = write(tx, &mut baton, None, Holder::Team(team)).await?;
    become_holder(tx, &mut baton, by.person, offer).await?;
    Ok(Ok(baton))
}

/// Whether somebody has left the organisation. From here to the end of the transaction nobody leaves it unseen. A
/// person's row is held before a baton's: two who act at once never wait for each other crosswise.
pub(crate) async fn is_gone(tx: &OrgTx, person: PersonId) -> Result<bool> {
    tx.come_in().await?;
    let left: Option<Option<Day>> = sql("select left_day from person where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(person)
        .keeping_rows()
        .value(tx)
        .await?;
    let today = today(tx, tx.clock().now()).await?;
    Ok(left.is_none_or(|left| left.is_some_and(|day| day < today)))
}

async fn become_holder(tx: &OrgTx, baton: &mut Baton, person: PersonId, offer: OfferId) -> Result<()> {
    let now = tx.clock().now();
    let detail = format!("offer:{offer}");
    let accepted = Happening { by: Some(person), code: "accepted", detail: &detail, words: "", at: now };
    record(tx, baton, accepted).await?;
    // A colleague passed it to another team; what the ladder holds out asks others to help, and moves no team.
    let passed = baton.offer(offer).filter(|open| open.by.is_some()).and_then(|open| open.to.team());
    for open in std::mem::take(&mut baton.offers) {
        let state = if open.id == offer { "accepted" } else { "withdrawn" };
        answer(tx, open.id, state, (open.id == offer).then_some((person, baton.seq))).await?;
    }
    if let Some(team) = passed {
        change_team(tx, baton, team).await?;
    }
    // Those who wait hear that a person has it now; from hand to hand is not news.
    let first = matches!(baton.holder, Some(Holder::Team(_)));
    // And that is what they were to hear at first; what news promised them since stays promised.
    baton.hears_next_at = baton.hears_next_at.filter(|next| !first || Some(*next) != baton.hears_first_at);
    baton.holder = Some(Holder::Person(person));
    calling::settled(tx, baton.id).await?;
    save(tx, baton).await?;
    let news = if first { calling::news(baton, person) } else { Vec::new() };
    calling::emit(tx, &news).await
}

/// Another team answers for it from now on. Passing recounts nothing: only where that team keeps other hours is what was used
/// so far counted by the old ones, and what is left by the new; a target that pauses goes on pausing.
async fn change_team(tx: &OrgTx, baton: &mut Baton, team: TeamId) -> Result<()> {
    if baton.team == Some(team) {
        return Ok(());
    }
    let own = match baton.team {
        Some(before) => openings(tx, before).await?,
        None => Vec::new(),
    };
    let other_hours = own != openings(tx, team).await?;
    let (now, today) = (tx.clock().now(), today(tx, tx.clock().now()).await?);
    let before = hours_for(tx, baton.team, baton.unit, today).await?;
    baton.team = Some(team);
    if let Some(target) = baton.target.filter(|target| target.running_since.is_some() && other_hours) {
        let after = hours_for(tx, baton.team, baton.unit, today).await?;
        baton.target = Some(target.pause(now, &before).resume(now, &after));
        // The ladder looks at once when its next step is due by the new hours.
        baton.step_at = Some(now);
    }
    Ok(())
}

/// Does not take what is held out, and says why. The holder stays who they were.
pub async fn refuse(tx: &OrgTx, by: &Actor, id: BatonId, offer: OfferId, reason: &str) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    let to = match rules::may_refuse(&baton, by, offer, reason) {
        Ok(offer) => offer.to,
        Err(refusal) => return Ok(Err(refusal.fault())),
    };
    let (now, detail) = (tx.clock().now(), format!("offer:{offer}"));
    let refused =
        Happening { by: Some(by.person), code: "refused", detail: &detail, words: reason.trim(), at: now };
    record(tx, &mut baton, refused).await?;
    let given = baton.offers.iter().find(|open| open.id == offer).and_then(|open| open.by);
    let hears = given.map(Holder::Person).or(baton.holder);
    let call = hears.map(|to| calling::call(&baton, Why::Refused, to, Some(by.person), false));
    calling::emit(tx, call.as_slice()).await?;
    // One member of a team speaks for themselves: the others may still take it.
    if let Holder::Person(_) = to {
        answer(tx, offer, "refused", Some((by.person, baton.seq))).await?;
        baton.offers.retain(|open| open.id != offer);
    }
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

/// No longer holds it out.
pub async fn withdraw(tx: &OrgTx, by: &Actor, id: BatonId, offer: OfferId) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_withdraw(&baton, by, offer) {
        return Ok(Err(refusal.fault()));
    }
    let (now, detail) = (tx.clock().now(), format!("offer:{offer}"));
    let withdrawn = Happening { by: Some(by.person), code: "withdrawn", detail: &detail, words: "", at: now };
    record(tx, &mut baton, withdrawn).await?;
    answer(tx, offer, "withdrawn", None).await?;
    baton.offers.retain(|open| open.id != offer);
    calling::settled(tx, id).await?;
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

pub(crate) async fn answer(
    tx: &OrgTx,
    offer: OfferId,
    state: &str,
    by: Option<(PersonId, i64)>,
) -> Result<()> {
    sql("update baton_offer set state = $1, answered_at = $2, answered_by = $3, answered_seq = $4 \
         where org_id = $5 and id = $6 and state = 'open'")
    .bind(state)
    .bind(tx.clock().now())
    .bind(by.map(|(person, _)| person))
    .bind(by.map(|(_, seq)| seq))
    .bind(tx.org())
    .bind(offer)
    .run_one("baton_offer", tx)
    .await
}

/// A baton that is not there: another organisation's, or none.
pub(crate) fn gone<T>() -> Ruled<T> {
    Ok(Err(Refusal::NotOffered.fault()))
}

/// Writes what an act changed of a baton.
pub(crate) async fn save(tx: &OrgTx, baton: &Baton) -> Result<()> {
    ring_for(tx, baton)?;
    let (person, team) = Holder::columns(baton.holder);
    let target = baton.target;
    sql(
        "update baton set holder_person_id = $1, holder_team_id = $2, hears_next_at = $3, left_seconds = $4, \
         running_since = $5, target_at = $6, step = $7, step_at = $8, seq = $9, head = $10, words_id = $11, \
         state = $12, outcome = $13, ended_at = $14, team_id = $15 where org_id = $16 and id = $17",
    )
    .bind(person)
    .bind(team)
    .bind(baton.hears_next_at)
    .bind(target.map(|t| t.left))
    .bind(target.and_then(|t| t.running_since))
    .bind(target.and_then(|t| t.due_at))
    .bind(i32::try_from(baton.step).unwrap_or(0))
    .bind(baton.step_at)
    .bind(baton.seq)
    .bind(baton.head.clone())
    .bind(baton.title)
    .bind(if baton.is_held() { "held" } else { "ended" })
    .bind(baton.end.as_ref().map(|end| end.outcome.clone()))
    .bind(baton.end.as_ref().map(|end| end.at))
    .bind(baton.team)
    .bind(tx.org())
    .bind(baton.id)
    .run_one("baton", tx)
    .await
}
