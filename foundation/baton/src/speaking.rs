//! Speaking on a baton: notes of anybody, news for those who wait, and the pauses of a work target. A pause moves the
//! ladder to the promise's own clock, and going on moves it back.

use relais_directory::Ruled;
use relais_kernel::{BatonId, BatonKind, Instant};
use relais_store::{OrgTx, Result};

use crate::{
    batons::Baton,
    calling,
    clocks::Hours,
    history::{Happening, record},
    ladder,
    passing::{gone, save},
    reading::lock,
    rules::{self, Actor, Refusal},
};

/// Says something to those who work on it: whoever holds it is called. Speaking moves nothing.
pub async fn note(tx: &OrgTx, by: &Actor, id: BatonId, words: &str) -> Ruled<Baton> {
    let noted = mark(tx, by, id, words).await?;
    if let Ok(baton) = &noted {
        calling::emit(tx, calling::said(baton, Some(by.person)).as_slice()).await?;
    }
    Ok(noted)
}

/// The same for what somebody did beside it: it is read in the story, and calls nobody.
pub async fn mark(tx: &OrgTx, by: &Actor, id: BatonId, words: &str) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_note(&baton) {
        return Ok(Err(refusal.fault()));
    }
    let (words, at) = (words.trim(), tx.clock().now());
    if words.is_empty() {
        return Ok(Err(Refusal::NoReason.fault()));
    }
    record(tx, &mut baton, Happening { by: Some(by.person), code: "noted", detail: "", words, at }).await?;
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

/// Whoever waits without a name answered: their words stand where the room keeps them. Whoever holds it is called.
pub async fn replied(tx: &OrgTx, id: BatonId) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_note(&baton) {
        return Ok(Err(refusal.fault()));
    }
    let at = tx.clock().now();
    record(tx, &mut baton, Happening { by: None, code: "replied", detail: "", words: "", at }).await?;
    save(tx, &baton).await?;
    calling::emit(tx, calling::said(&baton, None).as_slice()).await?;
    Ok(Ok(baton))
}

/// Gives those who wait news, and says when they hear next. What was promised stays promised.
pub async fn news(tx: &OrgTx, by: &Actor, id: BatonId, words: &str, next: Option<Instant>) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_give_news(&baton, by) {
        return Ok(Err(refusal.fault()));
    }
    let (words, at) = (words.trim(), tx.clock().now());
    if words.is_empty() {
        return Ok(Err(Refusal::NoReason.fault()));
    }
    record(tx, &mut baton, Happening { by: Some(by.person), code: "news", detail: "", words, at }).await?;
    baton.hear_at(next);
    save(tx, &baton).await?;
    calling::emit(tx, &calling::news(&baton, by.person)).await?;
    Ok(Ok(baton))
}

/// Stops the work target while an answer is awaited.
pub async fn pause(
    tx: &OrgTx,
    by: &Actor,
    kind: &BatonKind,
    id: BatonId,
    hours: &Hours,
    words: &str,
) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_pause(&baton, by) {
        return Ok(Err(refusal.fault()));
    }
    let at = tx.clock().now();
    let paused = Happening { by: Some(by.person), code: "paused", detail: "", words: words.trim(), at };
    record(tx, &mut baton, paused).await?;
    baton.target = baton.target.map(|target| target.pause(at, hours));
    baton.step_at = ladder::next_look(&baton, kind, hours, at);
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

/// Whoever waits answers what they were asked: whoever holds it is called, and a target that stood for it runs again.
pub async fn reply(
    tx: &OrgTx,
    by: &Actor,
    kind: &BatonKind,
    id: BatonId,
    hours: &Hours,
    words: &str,
) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_reply(&baton, by) {
        return Ok(Err(refusal.fault()));
    }
    let (words, at) = (words.trim(), tx.clock().now());
    if words.is_empty() {
        return Ok(Err(Refusal::NoReason.fault()));
    }
    record(tx, &mut baton, Happening { by: Some(by.person), code: "noted", detail: "", words, at }).await?;
    if baton.target.is_some_and(|target| target.running_since.is_none()) {
        run_again(tx, by, kind, &mut baton, hours).await?;
    }
    save(tx, &baton).await?;
    calling::emit(tx, calling::said(&baton, Some(by.person)).as_slice()).await?;
    Ok(Ok(baton))
}

/// Lets the work target run again, with what was left of it.
pub async fn resume(tx: &OrgTx, by: &Actor, kind: &BatonKind, id: BatonId, hours: &Hours) -> Ruled<Baton> {
    let Some(mut baton) = lock(tx, id).await? else { return gone() };
    if let Err(refusal) = rules::may_resume(&baton, by) {
        return Ok(Err(refusal.fault()));
    }
    run_again(tx, by, kind, &mut baton, hours).await?;
    save(tx, &baton).await?;
    Ok(Ok(baton))
}

/// A target that stood runs from now on, and the ladder with it. The baton's row is still to be saved.
async fn run_again(tx: &OrgTx, by: &Actor, kind: &BatonKind, baton: &mut Baton, hours: &Hours) -> Result<()> {
    let at = tx.clock().now();
    record(tx, baton, Happening { by: Some(by.person), code: "resumed", detail: "", words: "", at }).await?;
    baton.target = baton.target.map(|target| target.resume(at, hours));
    baton.step_at = ladder::next_look(baton, kind, hours, at);
    Ok(())
}
