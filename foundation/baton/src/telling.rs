//! Telling those who wait, and ending: nobody's baton ends behind their back.

use relais_contracts::baton::Call;
use relais_directory::Ruled;
use relais_kernel::{BatonId, BatonKind, Instant, WaiterId};
use relais_store::{InOrg as _, OrgTx, Result, insert, sql};

use crate::{
    batons::{Baton, End, Told, Waiter, WaiterKind, Waiting},
    calling,
    giving::wait,
    history::{Happening, record},
    passing::{answer, gone, save},
    reading::lock,
    rules::{self, Actor, Refusal},
};

/// Somebody else waits too. Whoever waits already is not written twice.
pub async fn join(tx: &OrgTx, id: BatonId, who: Waiting) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if !baton.is_held() {
        return Ok(Err(Refusal::Ended.fault()));
    }
    if !who.person.is_some_and(|person| baton.awaited_by(person)) {
        let waiter = wait(tx, id, who).await?;
        let detail = format!("waiter:{}", waiter.id);
        let at = tx.clock().now();
        record(tx, &mut baton, Happening { by: who.person, code: "joined", detail: &detail, words: "", at })
            .await?;
        baton.waiters.push(waiter);
        save(tx, &baton).await?;
    }
    Ok(Ok(baton))
}

/// Notes that somebody who waits was sought in vain, in a slot such as `20261122-morning`. A second attempt in the same
/// slot counts once.
pub async fn attempt(tx: &OrgTx, by: &Actor, id: BatonId, waiter: WaiterId, slot: &str) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    let Some(known) = baton.waiter(waiter) else { return gone() };
    if let Err(refusal) = rules::may_attempt(&baton, by, known) {
        return Ok(Err(refusal.fault()));
    }
    let at = tx.clock().now();
    let written = insert("baton_attempt", &["org_id", "id", "waiter_id", "slot", "at"])
        .row([tx.org().into(), tx.clock().id::<uuid::Uuid>().into(), waiter.into(), slot.into(), at.into()])
        .ending("on conflict do nothing")
        .run(tx)
        .await?;
    if written == 1 {
        let detail = format!("waiter:{waiter} slot:{slot}");
        record(
            tx,
            &mut baton,
            Happening { by: Some(by.person), code: "sought", detail: &detail, words: "", at },
        )
        .await?;
        save(tx, &baton).await?;
    }
    Ok(Ok(lock(tx, id).await?.unwrap_or(baton)))
}

/// Says when somebody who was sought in vain is sought again. What was promised stays promised.
pub async fn seek_again(tx: &OrgTx, by: &Actor, id: BatonId, at: Instant) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_give_news(&baton, by) {
        return Ok(Err(refusal.fault()));
    }
    let (now, detail) = (tx.clock().now(), format!("again:{}", at.0));
    record(
        tx,
        &mut baton,
        Happening { by: Some(by.person), code: "sought", detail: &detail, words: "", at: now },
    )
    .await?;
    baton.hear_at(Some(at));
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

/// Notes how somebody who waited was told.
pub async fn tell(
    tx: &OrgTx,
    by: &Actor,
    id: BatonId,
    waiter: WaiterId,
    told: Told,
    words: &str,
) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    let Some(known) = baton.waiter(waiter) else { return gone() };
    if let Err(refusal) = rules::may_tell(&baton, by, known, told) {
        return Ok(Err(refusal.fault()));
    }
    let call = put_told(tx, by, &mut baton, waiter, told, words).await?;
    calling::emit(tx, call.as_slice()).await?;
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

/// Tells in writing all who can be told so: colleagues by their notices, the public by a page, a box by its receipt. What
/// delivers the writing must be in the same transaction. Customers are told by somebody.
pub async fn tell_all_in_writing(tx: &OrgTx, by: &Actor, id: BatonId, words: &str) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_give_news(&baton, by) {
        return Ok(Err(refusal.fault()));
    }
    let reached = |w: &Waiter| w.told.is_none() && w.who.kind != WaiterKind::Contact;
    let waiting: Vec<WaiterId> = baton.waiters.iter().filter(|w| reached(w)).map(|w| w.id).collect();
    let mut calls = Vec::new();
    for waiter in waiting {
        calls.extend(put_told(tx, by, &mut baton, waiter, Told::Written, words).await?);
    }
    calling::emit(tx, &calls).await?;
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

/// Writes how somebody was told, and gives the call that tells a colleague. The baton's row is still to be saved.
async fn put_told(
    tx: &OrgTx,
    by: &Actor,
    baton: &mut Baton,
    waiter: WaiterId,
    told: Told,
    words: &str,
) -> Result<Option<Call>> {
    let at = tx.clock().now();
    let detail = format!("waiter:{waiter} told:{told}");
    let happening = Happening { by: Some(by.person), code: "told", detail: &detail, words: words.trim(), at };
    record(tx, baton, happening).await?;
    sql("update baton_waiter set told = $1, told_at = $2 where org_id = $3 and id = $4 and told is null")
        .bind(told)
        .bind(at)
        .bind(tx.org())
        .bind(waiter)
        .run_one("baton_waiter", tx)
        .await?;
    baton.waiters.iter_mut().filter(|w| w.id == waiter).for_each(|w| w.told = Some(told));
    let known = baton.waiter(waiter).filter(|_| told == Told::Written);
    Ok(known.and_then(|known| calling::told(baton, known, by.person)))
}

/// Ends a baton, when all who waited were told. What was held out falls.
pub async fn end(
    tx: &OrgTx,
    by: &Actor,
    kind: &BatonKind,
    id: BatonId,
    outcome: &str,
    words: &str,
) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_end(&baton, kind, by, outcome) {
        return Ok(Err(refusal.fault()));
    }
    finish(tx, by, &mut baton, outcome, words).await?;
    Ok(Ok(baton))
}

/// Whoever waits says that they need it no more: nobody has to tell them. When nobody else waits it ends, and a person who
/// holds it is called.
pub async fn forgo(tx: &OrgTx, by: &Actor, kind: &BatonKind, id: BatonId, outcome: &str) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    let waiter = match rules::may_forgo(&baton, kind, by, outcome) {
        Ok(waiter) => waiter.id,
        Err(refusal) => return Ok(Err(refusal.fault())),
    };
    put_told(tx, by, &mut baton, waiter, Told::Declined, "").await?;
    let others_wait = baton.waiters.iter().any(|waiter| waiter.told.is_none());
    if others_wait {
        save(tx, &baton).await?;
    } else {
        finish(tx, by, &mut baton, outcome, "").await?;
    }
    let call = calling::said(&baton, Some(by.person)).filter(|call| call.person.is_some());
    calling::emit(tx, call.as_slice()).await?;
    Ok(Ok(baton))
}

/// Writes that it ended. What was held out falls.
async fn finish(tx: &OrgTx, by: &Actor, baton: &mut Baton, outcome: &str, words: &str) -> Result<()> {
    let at = tx.clock().now();
    let detail = format!("outcome:{outcome}");
    let ended = Happening { by: Some(by.person), code: "ended", detail: &detail, words: words.trim(), at };
    record(tx, baton, ended).await?;
    for open in std::mem::take(&mut baton.offers) {
        answer(tx, open.id, "withdrawn", None).await?;
    }
    baton.end = Some(End { outcome: outcome.to_owned(), at });
    baton.step_at = None;
    calling::settled(tx, baton.id).await?;
    save(tx, baton).await
}
