//! Counting again, once a day: what stands in batches is what their facts say. A difference stops the job, where
//! administrators see it.

use std::time::Duration;

use relais_directory::organisations;
use relais_store::jobs::{JobError, Kind};

use super::ledger::miscounted;

const RECOUNT: &str = "relaying.recount";

/// The job.
pub(crate) fn job() -> Kind {
    Kind::outside(RECOUNT, |db, _| {
        Box::pin(async move {
            for organisation in organisations::all(db).await? {
                let wrong = miscounted(&db.org(organisation.id)).await?;
                if !wrong.is_empty() {
                    return Err(JobError::Fail(format!("{} batches differ from their facts", wrong.len())));
                }
            }
            Ok(())
        })
    })
    .every(Duration::from_secs(86_400))
    .bulk()
}
