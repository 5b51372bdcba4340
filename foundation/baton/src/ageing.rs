//! Names leave a baton's history some time after its end; what happened stays, and still verifies (PRV-03).

use std::time::Duration;

use relais_kernel::{BatonId, Instant, OrgId};
use relais_store::{Db, Result, jobs::Kind, sql};
use sea_orm::FromQueryResult;

/// The job's name.
const CUT: &str = "baton.cut_names";

/// Days that names stay after the end.
pub(crate) const DAYS: u32 = 30;

/// Batons whose names go in one transaction.
const AT_ONCE: i64 = 200;

/// The job that cuts names, once an hour.
pub(crate) fn job() -> Kind {
    Kind::outside(CUT, |db, _| {
        Box::pin(async move {
            let before = db.clock().now().minus(Duration::from_secs(86_400) * DAYS);
            while cut_names(db, before).await? == AT_ONCE {}
            Ok(())
        })
    })
    .every(Duration::from_secs(3600))
    .bulk()
}

#[derive(FromQueryResult)]
struct Due {
    org_id: OrgId,
    id: BatonId,
}

/// Cuts the names of batons that ended before a moment, some at a time; tells how many.
pub async fn cut_names(db: &Db, before: Instant) -> Result<i64> {
    let tx = db.begin().await?;
    let due: Vec<Due> =
        sql("select org_id, id from baton where ended_at < $1 and names_cut_at is null limit $2")
            .bind(before)
            .bind(AT_ONCE)
            .all(&tx)
            .await?;
    for Due { org_id, id } in &due {
        let (org, id) = (*org_id, *id);
        for cut in [
            "update baton_face set person_id = null where org_id = $1 and baton_id = $2",
            "update baton_waiter set person_id = null, ref_id = null where org_id = $1 and baton_id = $2",
            "update baton_offer set person_id = null, by_person_id = null, answered_by = null \
             where org_id = $1 and baton_id = $2",
            "update baton_words set text = null where org_id = $1 and baton_id = $2",
        ] {
            sql(cut).bind(org).bind(id).run(&tx).await?;
        }
        sql("update baton set holder_person_id = null, holder_team_id = null, words_id = null, names_cut_at = $1 \
             where org_id = $2 and id = $3")
        .bind(tx.clock().now())
        .bind(org)
        .bind(id)
        .run_one("baton", &tx)
        .await?;
    }
    tx.commit().await?;
    Ok(i64::try_from(due.len()).unwrap_or(i64::MAX))
}
