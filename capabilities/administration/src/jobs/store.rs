//! What the queue's page asks beyond the store's own listing: jobs given up, by kind.

use relais_store::{Reads, Result, Writes, sql};
use sea_orm::FromQueryResult;

/// How many jobs of a kind were given up.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct GivenUp {
    pub(crate) kind: String,
    pub(crate) jobs: i64,
}

/// The kinds that have jobs given up.
pub(crate) async fn given_up(on: &impl Reads) -> Result<Vec<GivenUp>> {
    sql("select kind, count(*) as jobs from job where state = 'failed' group by kind order by kind")
        .all(on)
        .await
}

/// Makes all given-up jobs of a kind due now, with all their tries ahead; tells how many.
pub(crate) async fn restart_kind(on: &impl Writes, kind: &str) -> Result<u64> {
    sql("update job set state = 'ready', attempts = 0, run_at = $1, ended_at = null where kind = $2 and state = 'failed'")
        .bind(on.tx().clock().now())
        .bind(kind.to_owned())
        .run(on)
        .await
}
