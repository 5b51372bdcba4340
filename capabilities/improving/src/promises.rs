//! What the nouns of this room share of a promise: its end in open days, who joins, and how it is kept in writing.

pub(crate) mod shown;

use relais_baton::{self as baton, Actor, Baton, Gift, Holder, Hours, Promise, Refusal, Waiting};
use relais_directory::{Ruled, settings};
use relais_kernel::{BatonKind, Instant, PersonId, UnitId};
use relais_store::{InOrg, OrgTx, Result};
use uuid::Uuid;

use crate::settings::{ANSWERED_IN, HEARD_IN};

/// What somebody says, about to be promised an answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) kind: &'static BatonKind,
    pub(crate) subject: Uuid,
    pub(crate) unit: Option<UnitId>,
    pub(crate) words: &'a str,
    pub(crate) holder: Holder,
    pub(crate) author: PersonId,
}

/// When an answer is due that is promised now.
pub(crate) async fn due(tx: &OrgTx, hours: &Hours) -> Result<Instant> {
    Ok(after_open_days(tx, hours, settings::count(tx, &ANSWERED_IN).await?))
}

/// When whoever speaks now is to hear that somebody has it.
pub(crate) async fn hears_next(tx: &OrgTx, hours: &Hours) -> Result<Instant> {
    Ok(after_open_days(tx, hours, settings::count(tx, &HEARD_IN).await?))
}

fn after_open_days(tx: &OrgTx, hours: &Hours, days: u32) -> Instant {
    let now = tx.clock().now();
    let end = hours.open_days_after(now.timestamp(), days).map(Instant::from);
    // A place that never opens is no reason to wait for ever.
    end.unwrap_or(now.plus(std::time::Duration::from_secs(86_400) * days * 2))
}

/// Promises an answer in time.
pub(crate) async fn give(tx: &OrgTx, asked: Asked<'_>, hours: &Hours) -> Result<Baton> {
    let hears_next_at = Some(hears_next(tx, hours).await?);
    let promise = Promise { at: due(tx, hours).await?, hears_next_at, work: None };
    let gift = Gift {
        kind: asked.kind,
        subject: asked.subject,
        parent: None,
        unit: asked.unit,
        title: asked.words,
        holder: asked.holder,
        waits: vec![Waiting::person(asked.author)],
        promise,
        by: Some(asked.author),
    };
    baton::give(tx, &gift, hours).await
}

/// The open promise about something. One that a colleague ends between the two looks is open no more: whoever was slower is
/// told so, with their words.
pub(crate) async fn open(on: &impl InOrg, subject: Uuid) -> Result<Option<Baton>> {
    match baton::open_of(on, subject).await?.first() {
        Some(open) => Ok(baton::baton(on, *open).await?.filter(Baton::is_held)),
        None => Ok(None),
    }
}

/// Somebody else waits too; tells whether they are new.
pub(crate) async fn join(tx: &OrgTx, subject: Uuid, person: PersonId) -> Ruled<bool> {
    let Some(before) = open(tx, subject).await? else {
        return Ok(Err(Refusal::Ended.fault()));
    };
    let after = baton::join(tx, before.id, Waiting::person(person)).await?;
    Ok(after.map(|after| after.waiters.len() > before.waiters.len()))
}

/// Keeps a promise in writing: takes it from the team where one holds it, tells all who wait, and ends it.
pub(crate) async fn keep(
    tx: &OrgTx,
    by: &Actor,
    kind: &BatonKind,
    subject: Uuid,
    (outcome, words): (&str, &str),
) -> Ruled {
    let Some(open) = open(tx, subject).await? else {
        return Ok(Err(Refusal::Ended.fault()));
    };
    if matches!(open.holder, Some(Holder::Team(_)))
        && let Err(fault) = baton::take(tx, by, open.id).await?
    {
        return Ok(Err(fault));
    }
    if let Err(fault) = baton::tell_all_in_writing(tx, by, open.id, words).await? {
        return Ok(Err(fault));
    }
    Ok(baton::end(tx, by, kind, open.id, outcome, "").await?.map(|_| ()))
}
