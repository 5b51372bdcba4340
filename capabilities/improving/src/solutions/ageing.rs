//! Who wrote for their unit is forgotten when names leave all histories (PRV-03). What the unit said stays.

use std::time::Duration;

use relais_baton::NAMES_KEPT;
use relais_directory::{organisations, settings};
use relais_store::{InOrg as _, OrgTx, Result, jobs::Kind, sql};

/// The job's name.
const FORGET: &str = "improving.forget_adopters";

/// The job, once an hour.
pub(crate) fn job() -> Kind {
    Kind::outside(FORGET, |db, _| {
        Box::pin(async move {
            for organisation in organisations::all(db).await? {
                let tx = db.org(organisation.id).begin().await?;
                forget(&tx).await?;
                tx.commit().await?;
            }
            Ok(())
        })
    })
    .every(Duration::from_secs(3600))
}

/// Forgets the names that are old enough.
async fn forget(tx: &OrgTx) -> Result<()> {
    let days = settings::count(tx, &NAMES_KEPT).await?;
    let before = tx.clock().now().minus(Duration::from_secs(86_400) * days);
    sql("update adoption set by_id = null where org_id = $1 and at < $2 and by_id is not null")
        .bind(tx.org())
        .bind(before)
        .run(tx)
        .await?;
    Ok(())
}
