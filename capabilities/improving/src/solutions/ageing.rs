//! Who wrote for their unit is forgotten when names leave all histories (PRV-03). What the unit said stays.

use std::time::Duration;

use relais_baton::NAMES_KEPT;
use relais_directory::settings;
use relais_kernel::OrgId;
use relais_store::{InOrg as _, OrgTx, Result, jobs::Kind, sql};

/// The job's name.
const FORGET: &str = "improving.forget_adopters";

/// The job, once an hour.
pub(crate) fn job() -> Kind {
    Kind::outside(FORGET, |db, _| {
        Box::pin(async move {
            let orgs: Vec<OrgId> = sql("select id from organisation order by id").values(db).await?;
            for org in orgs {
                let tx = db.org(org).begin().await?;
                forget(&tx).await?;
                tx.commit().await?;
            }
            Ok(())
        })
    })
    .every(Duration::from_secs(3600))
}

/// Forgets the names that are old enough; tells how many.
async fn forget(tx: &OrgTx) -> Result<u64> {
    let days = settings::count(tx, &NAMES_KEPT).await?;
    let before = tx.clock().now().minus(Duration::from_secs(86_400) * days);
    sql("update adoption set by_id = null where org_id = $1 and at < $2 and by_id is not null")
        .bind(tx.org())
        .bind(before)
        .run(tx)
        .await
}
