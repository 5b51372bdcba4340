//! Names leave a baton's history some time after its end; what happened stays, and still verifies (PRV-03).

use std::time::Duration;

use relais_directory::{organisations, settings};
use relais_kernel::{BatonId, Counted, Instant, Setting};
use relais_store::{InOrg as _, OrgDb, Result, jobs::Kind, sql};

/// The job's name.
const CUT: &str = "baton.cut_names";

/// Days that names stay after the end.
pub const NAMES_KEPT: Setting =
    Setting { code: "baton.names_kept", default: 30, least: 1, most: 365, counted: Counted::Days };

/// Batons whose names go in one transaction.
const AT_ONCE: i64 = 200;

/// The job that cuts names, once an hour.
pub(crate) fn job() -> Kind {
    Kind::outside(CUT, |db, _| {
        Box::pin(async move {
            for organisation in organisations::all(db).await? {
                let org = db.org(organisation.id);
                let days = settings::count(&org, &NAMES_KEPT).await?;
                let before = db.clock().now().minus(Duration::from_secs(86_400) * days);
                while cut_names(&org, before).await? == AT_ONCE {}
            }
            Ok(())
        })
    })
    .every(Duration::from_secs(3600))
    .bulk()
}

/// Cuts the names of batons that ended before a moment, some at a time; tells how many.
pub async fn cut_names(db: &OrgDb, before: Instant) -> Result<i64> {
    let (tx, org) = (db.begin().await?, db.org());
    let due: Vec<BatonId> =
        sql("select id from baton where org_id = $1 and ended_at < $2 and names_cut_at is null limit $3")
            .bind(org)
            .bind(before)
            .bind(AT_ONCE)
            .values(&tx)
            .await?;
    for &id in &due {
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
