//! Text messages as rows, and how their words are sealed.

use relais_contact::{About, Asked, Channel, Class, LedgerId};
use relais_kernel::{ContactId, Day, Instant, SmsId};
use relais_store::{InOrg, OrgTx, Result, insert};
use sea_orm::FromQueryResult;

relais_kernel::codes! {
    /// How far a text message is.
    pub enum State {
        /// It will leave.
        Waiting = "waiting",
        /// It is being handed to the gateway.
        Leaving = "leaving",
        /// The gateway took it.
        Sent = "sent",
        /// It is on the customer's telephone.
        Delivered = "delivered",
        /// It did not and will not arrive.
        Failed = "failed",
        /// It may have left; nobody knows, so it is not sent again.
        Unclear = "unclear",
    }
}

relais_kernel::codes! {
    /// How soon it leaves.
    pub enum Haste {
        /// Within the hours for messages.
        Usual = "usual",
        /// At once: the customer waits for it. It means something for service messages alone.
        Awaited = "awaited",
        /// From early to late, on any day: danger is near. It means something for hazards alone.
        Urgent = "urgent",
    }
}

/// A message that waits.
#[derive(Clone, FromQueryResult)]
pub(crate) struct Waiting {
    pub(crate) id: SmsId,
    pub(crate) contact_id: ContactId,
    pub(crate) class: Class,
    pub(crate) haste: Haste,
    pub(crate) text: Option<Vec<u8>>,
    pub(crate) parts: i32,
    pub(crate) tries: i32,
    pub(crate) not_before: Instant,
}

pub(crate) const WAITING: &str = "select id, contact_id, class, haste, text, parts, tries, not_before from sms \
     where state = 'waiting' and org_id = ";

/// What is asked of the ledger for a message.
pub(crate) fn asked(class: Class, haste: Haste, at: Instant, about: Option<About>) -> Asked {
    let awaited = haste == Haste::Awaited;
    Asked { class, channel: Channel::Sms, at, about, awaited, followup_open: false }
}

/// The place of a message's words: they open nowhere else.
pub(crate) fn place(on: &impl InOrg, id: SmsId) -> String {
    format!("sms/text/{}/{id}", on.org())
}

/// What a new row holds.
pub(crate) struct New {
    pub(crate) to: ContactId,
    pub(crate) ledger: LedgerId,
    pub(crate) class: Class,
    pub(crate) haste: Haste,
    pub(crate) words: String,
    pub(crate) parts: i32,
    pub(crate) leaves: Instant,
    pub(crate) day: Day,
}

/// Writes a message that waits.
pub(crate) async fn write(tx: &OrgTx, new: New) -> Result<SmsId> {
    let id: SmsId = tx.clock().id();
    let sealed = tx.vault()?.seal(tx.clock(), &place(tx, id), &new.words)?;
    insert(
        "sms",
        &[
            "org_id",
            "id",
            "contact_id",
            "ledger_id",
            "class",
            "haste",
            "text",
            "parts",
            "state",
            "tries",
            "local_day",
            "not_before",
            "created_at",
        ],
    )
    .row([
        tx.org().into(),
        id.into(),
        new.to.into(),
        new.ledger.0.into(),
        new.class.into(),
        new.haste.into(),
        sealed.into(),
        new.parts.into(),
        State::Waiting.into(),
        0_i32.into(),
        new.day.into(),
        new.leaves.into(),
        tx.clock().now().into(),
    ])
    .run(tx)
    .await?;
    Ok(id)
}
