//! Who wrote for their unit is forgotten after thirty days, as names leave all histories (PRV-03). What the unit said stays.

use std::time::Duration;

use relais_store::{Result, Tx, jobs::Kind, sql};

/// The job's name.
const FORGET: &str = "improving.forget_adopters";

/// Days that names stay.
const DAYS: u32 = 30;

/// The job, once an hour.
pub(crate) fn job() -> Kind {
    Kind::in_tx(FORGET, |tx, _| {
        Box::pin(async move {
            forget(tx).await?;
            Ok(())
        })
    })
    .every(Duration::from_secs(3600))
}

/// Forgets the names that are old enough; tells how many.
async fn forget(tx: &Tx) -> Result<u64> {
    let before = tx.clock().now().minus(Duration::from_secs(86_400) * DAYS);
    sql("update adoption set by_id = null where at < $1 and by_id is not null").bind(before).run(tx).await
}
