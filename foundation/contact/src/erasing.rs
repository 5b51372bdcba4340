//! Forgetting somebody: asked for, or because nothing was done for them for too long. The row stays, empty, for what points at
//! it; suppressions and caps stay by their keyed hashes (PRV-08).

use std::time::Duration;

use jiff::tz::TimeZone;
use relais_kernel::{ContactId, Day};
use relais_store::{Db, InOrg as _, OrgTx, Result, jobs::Kind, sql};

/// Days that a contact stays after its last use: twenty-four months.
pub const KEPT_DAYS: u32 = 730;

/// The job's name.
const FORGET: &str = "contact.forget";

/// Contacts emptied in one transaction.
const AT_ONCE: i64 = 500;

const EMPTY: &str = "update contact set given_name = null, phone = null, phone_hash = null, phone_kind = null, \
     email = null, email_hash = null, erased_day = ";

/// Takes out all that tells who somebody is; tells whether there was anything. Their consents end with it.
pub async fn erase(tx: &OrgTx, id: ContactId, today: Day) -> Result<bool> {
    let erased = sql(EMPTY)
        .push("$1 where org_id = $2 and id = $3 and erased_day is null")
        .bind(today)
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    Ok(erased == 1)
}

/// The job that empties what was not used for [`KEPT_DAYS`], once an hour.
pub(crate) fn job() -> Kind {
    Kind::outside(FORGET, |db, _| Box::pin(async move { Ok(forget(db).await?) }))
        .every(Duration::from_secs(3600))
        .bulk()
}

async fn forget(db: &Db) -> Result<()> {
    // Some hours before or after midnight make no difference to two years: one zone serves all organisations.
    let today = db.clock().now().day(&TimeZone::UTC);
    let last = today.plus(-i32::try_from(KEPT_DAYS).unwrap_or(i32::MAX));
    loop {
        let tx = db.begin().await?;
        let emptied = sql(EMPTY)
            .push(
                "$1 where (org_id, id) in (select org_id, id from contact where erased_day is null \
                 and last_used_day < $2 limit $3)",
            )
            .bind(today)
            .bind(last)
            .bind(AT_ONCE)
            .run(&tx)
            .await?;
        tx.commit().await?;
        if i64::try_from(emptied).unwrap_or(0) < AT_ONCE {
            return Ok(());
        }
    }
}
