//! A session ends, for good.

use relais_kernel::{AccountId, Instant, SessionId};
use relais_store::{Result, Tx, sql};

/// Ends one of an account's own sessions; false when it has no such session that still goes on.
pub async fn end(tx: &Tx, account: AccountId, id: SessionId, now: Instant) -> Result<bool> {
    let touched =
        sql("update session set ended_at = $1 where id = $2 and account_id = $3 and ended_at is null")
            .bind(now)
            .bind(id)
            .bind(account)
            .run(tx)
            .await?;
    Ok(touched == 1)
}

/// Ends all sessions of an account but one; tells how many.
pub async fn end_others(tx: &Tx, account: AccountId, kept: SessionId, now: Instant) -> Result<u64> {
    sql("update session set ended_at = $1 where account_id = $2 and id <> $3 and ended_at is null")
        .bind(now)
        .bind(account)
        .bind(kept)
        .run(tx)
        .await
}

/// Ends all sessions of an account; tells how many.
pub async fn end_all(tx: &Tx, account: AccountId, now: Instant) -> Result<u64> {
    sql("update session set ended_at = $1 where account_id = $2 and ended_at is null")
        .bind(now)
        .bind(account)
        .run(tx)
        .await
}

/// Ends the session that a browser held before it signed in again.
pub(super) async fn end_by_hash(tx: &Tx, hash: Vec<u8>, now: Instant) -> Result<()> {
    sql("update session set ended_at = $1 where token_hash = $2 and ended_at is null")
        .bind(now)
        .bind(hash)
        .run(tx)
        .await?;
    Ok(())
}
