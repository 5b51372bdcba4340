//! People whose last day is over: their sessions are ended, within the hour (OPS-06). No page opens for them in the
//! meantime; this only leaves nothing behind.

use std::time::Duration;

use relais_directory::{organisations, people};
use relais_store::{
    Db,
    jobs::{Kind, Outcome},
};

/// Runs by itself every hour, on one node.
pub(crate) fn job() -> Kind {
    Kind::outside("network.leavers", |db, _| Box::pin(end_sessions(db))).every(Duration::from_secs(3600))
}

async fn end_sessions(db: &Db) -> Outcome {
    for organisation in organisations::all(db).await? {
        let tx = db.org(organisation.id).begin().await?;
        people::end_sessions_of_left(&tx, organisation.today(db.clock().now())).await?;
        tx.commit().await?;
    }
    Ok(())
}
