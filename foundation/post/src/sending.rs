//! Sending: a letter and the job that carries it out, written in the transaction of what the letter tells (OPS-09).

use relais_kernel::{Instant, MessageId, OrgId};
use relais_store::{Error, Result, Writes, insert, jobs};
use relais_words::Words;
use serde::{Deserialize, Serialize};

use crate::{
    address::To,
    letterbox::whose,
    letters::{Draft, Message},
    mailing::MAIL,
};

/// What the job is given.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Carry {
    pub(crate) letter: MessageId,
}

/// Writes a letter and the job that carries it out. It leaves when the transaction has lasted, and within its reader's
/// hours unless they asked for it.
pub async fn send(on: &impl Writes, w: &Words, to: &To, message: &dyn Message) -> Result<MessageId> {
    let draft = Draft::of(message, &w.in_locale(to.locale))
        .map_err(|error| Error::Corrupt { table: "letter", what: format!("template: {error}") })?;
    let (clock, hours_zone) = (on.tx().clock(), (!message.asked_for()).then(|| to.zone.clone()));
    let (id, now) = (clock.id::<MessageId>(), clock.now());
    insert(
        "letter",
        &[
            "id",
            "org_id",
            "person_id",
            "to_address",
            "locale",
            "kind",
            "subject",
            "text",
            "html",
            "hours_zone",
            "state",
            "created_at",
        ],
    )
    .row([
        id.into(),
        to.org.into(),
        to.person.into(),
        to.address.clone().into(),
        to.locale.into(),
        message.kind().into(),
        draft.subject.into(),
        draft.text.into(),
        draft.html.into(),
        hours_zone.clone().into(),
        "queued".into(),
        now.into(),
    ])
    .run(on)
    .await?;
    let leaves = whose(to.org.zip(to.person), hours_zone).moment(|org| on.tx().org(org), now).await?;
    carry_out(on, to.org, id, leaves).await?;
    Ok(id)
}

/// Writes the job that carries a letter out, for the organisation that the letter is of.
pub(crate) async fn carry_out(
    on: &impl Writes,
    org: Option<OrgId>,
    letter: MessageId,
    leaves: Instant,
) -> Result<()> {
    let carry = Carry { letter };
    match org {
        Some(org) => jobs::enqueue_at(&on.tx().org(org), MAIL, &carry, leaves).await?,
        None => jobs::enqueue_at(on, MAIL, &carry, leaves).await?,
    };
    Ok(())
}
