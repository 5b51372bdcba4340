//! What a customer agreed to, how they said so and when they took it back: the proof that a call was asked for.

use relais_kernel::ContactId;
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use uuid::Uuid;

relais_kernel::codes! {
    /// What somebody agreed to.
    pub enum Purpose {
        /// To be called back.
        CallBack = "call_back",
        /// To be asked how it went.
        Survey = "survey",
        /// To be warned of danger.
        Hazard = "hazard",
    }
}

relais_kernel::codes! {
    /// How somebody said a thing about being reached.
    pub enum How {
        /// Aloud, to somebody of ours.
        Said = "said",
        /// In writing.
        Written = "written",
        /// On a page of ours.
        Page = "page",
    }
}

/// Notes that somebody agrees; a consent that already holds stays as it was given.
pub async fn consent(tx: &OrgTx, contact: ContactId, purpose: Purpose, how: How) -> Result<()> {
    insert("contact_consent", &["org_id", "id", "contact_id", "purpose", "how", "given_at"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            contact.into(),
            purpose.into(),
            how.into(),
            tx.clock().now().into(),
        ])
        .ending("on conflict (org_id, contact_id, purpose) where withdrawn_at is null do nothing")
        .run(tx)
        .await?;
    Ok(())
}

/// Notes that somebody takes it back; tells whether there was anything to take back.
pub async fn withdraw(tx: &OrgTx, contact: ContactId, purpose: Purpose) -> Result<bool> {
    let withdrawn =
        sql("update contact_consent set withdrawn_at = $1 where org_id = $2 and contact_id = $3 \
         and purpose = $4 and withdrawn_at is null")
        .bind(tx.clock().now())
        .bind(tx.org())
        .bind(contact)
        .bind(purpose)
        .run(tx)
        .await?;
    Ok(withdrawn == 1)
}

/// Whether somebody agreed, has not taken it back and is still known.
pub async fn has(on: &impl InOrg, contact: ContactId, purpose: Purpose) -> Result<bool> {
    let held: Option<i32> = sql("select 1 from contact_consent k join contact c on c.org_id = k.org_id \
         and c.id = k.contact_id where k.org_id = $1 and k.contact_id = $2 and k.purpose = $3 \
         and k.withdrawn_at is null and c.erased_day is null")
    .bind(on.org())
    .bind(contact)
    .bind(purpose)
    .value(on)
    .await?;
    Ok(held.is_some())
}
