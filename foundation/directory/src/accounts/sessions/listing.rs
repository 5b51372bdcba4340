//! The list of one's own sessions.

use relais_kernel::{AccountId, Instant, SessionId};
use relais_store::{Reads, Result, sql};
use sea_orm::FromQueryResult;

/// A session as its owner sees it: no address, no place.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    /// Its id.
    pub id: SessionId,
    /// Browser and system, empty when unknown.
    pub device: String,
    /// Whether a team shares the browser.
    pub shared: bool,
    /// The organisation it is in.
    pub org_name: String,
    /// When it began.
    pub created_at: Instant,
    /// Last use, to five minutes.
    pub seen_at: Instant,
}

/// The sessions of an account that still go on, last used first.
pub async fn list(on: &impl Reads, account: AccountId, now: Instant) -> Result<Vec<Line>> {
    sql("select s.id, s.device, s.shared, o.name as org_name, s.created_at, s.seen_at \
         from session s join organisation o on o.id = s.org_id \
         where s.account_id = $1 and s.ended_at is null and s.expires_at > $2 order by s.seen_at desc, s.id")
    .bind(account)
    .bind(now)
    .all(on)
    .await
}
