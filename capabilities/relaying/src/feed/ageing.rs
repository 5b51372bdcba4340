//! A post with a photo goes a day before its age would take it, by the verb that erases: the photo goes with it.

use std::time::Duration;

use relais_directory::organisations;
use relais_store::{InOrg as _, OrgDb, Result, jobs::Kind, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::store::erase;

const AGE: &str = "relaying.feed_photos";
const KEPT: Duration = Duration::from_secs(364 * 86_400);

#[derive(FromQueryResult)]
struct Old {
    id: Uuid,
    group_id: Uuid,
}

/// The job.
pub(crate) fn job() -> Kind {
    Kind::outside(AGE, |db, _| {
        Box::pin(async move {
            for organisation in organisations::all(db).await? {
                clear(&db.org(organisation.id)).await?;
            }
            Ok(())
        })
    })
    .every(Duration::from_secs(6 * 3600))
    .bulk()
}

async fn clear(db: &OrgDb) -> Result<()> {
    let old: Vec<Old> =
        sql("select f.id, f.group_id from feed_post f join feed_picture i on i.org_id = f.org_id \
         and i.post_id = f.id where f.org_id = $1 and f.at < $2")
        .bind(db.org())
        .bind(db.clock().now().minus(KEPT))
        .all(db)
        .await?;
    for one in old {
        let tx = db.begin().await?;
        erase(&tx, one.group_id, one.id).await?;
        tx.commit().await?;
    }
    Ok(())
}
