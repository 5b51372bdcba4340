//! Guessing is slowed down (SEC-07): by account, and apart for each browser that signed in to it before. A stranger who
//! guesses makes other strangers wait; the owner's own browsers, and everybody else in the shop, notice nothing.
//! Addresses play no part: a whole shop shares one.

use std::time::Duration;

use relais_kernel::{AccountId, Instant};
use relais_store::{Reads, Result, Tx, sql};
use sea_orm::FromQueryResult;

use super::tokens::{Token, digest};

/// Failures that cost nothing: fingers slip.
const FREE: i64 = 5;
/// The longest wait.
const LONGEST: Duration = Duration::from_secs(60);
/// Failures are forgotten after so long without one.
const FORGOTTEN: Duration = Duration::from_secs(86_400);

/// How long to wait after so many failures in a row: nothing for the first five, then 2 s, 4 s … at most a minute.
pub fn wait_after(failures: i64) -> Duration {
    let doublings = u32::try_from((failures - FREE).clamp(-1, 9) + 1).unwrap_or(0);
    if doublings == 0 { Duration::ZERO } else { Duration::from_secs(1 << doublings).min(LONGEST) }
}

/// A wait as whole seconds, as people are told it.
pub(super) fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

/// Whether an attempt may be made now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It may, and is counted as a failure until [`forget`] is called.
    Go(Count),
    /// Not before so long.
    Wait(Duration),
}

/// The count that an attempt belongs to, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    key: Vec<u8>,
    /// Failures in a row, this attempt included.
    pub failures: i64,
}

impl Count {
    /// Whether the next attempt will have to wait, for the first time.
    pub fn begins_to_slow(&self) -> bool {
        self.failures == FREE
    }
}

#[derive(FromQueryResult)]
struct Row {
    failures: i64,
    last_at: Instant,
}

/// Takes a turn to sign in: counts the attempt **before** its password is looked at, so that attempts made at the same
/// time all count. One that has to wait is not counted, and learns nothing.
pub async fn take_turn(tx: &Tx, email_folded: &str, device: Option<&Token>, now: Instant) -> Result<Turn> {
    let known = match device {
        Some(device) => is_known(tx, email_folded, device).await?.then(|| device.hash()),
        None => None,
    };
    let who = known.as_deref().unwrap_or(b"stranger");
    count(tx, digest(&[email_folded.as_bytes(), b"\n", who].concat()), now).await
}

/// Takes a turn for somebody signed in who gives their present password: a browser left open is no place to guess either.
pub(super) async fn take_turn_within(tx: &Tx, account: AccountId, now: Instant) -> Result<Turn> {
    count(tx, digest(&[account.0.as_bytes().as_slice(), b"within"].concat()), now).await
}

async fn count(tx: &Tx, key: Vec<u8>, now: Instant) -> Result<Turn> {
    // Writing the row before reading it makes two attempts take turns on both databases.
    let row = sql("insert into sign_in_slowdown (key, failures, last_at) values ($1, 0, $2) \
         on conflict (key) do update set failures = sign_in_slowdown.failures returning failures, last_at")
    .bind(key.clone())
    .bind(now)
    .one::<Row>(tx)
    .await?
    .unwrap_or(Row { failures: 0, last_at: now });
    let quiet = now.since(row.last_at);
    let failures = if quiet >= FORGOTTEN { 0 } else { row.failures };
    let wait = wait_after(failures).saturating_sub(quiet);
    if !wait.is_zero() {
        return Ok(Turn::Wait(wait));
    }
    sql("update sign_in_slowdown set failures = $1, last_at = $2 where key = $3")
        .bind(failures + 1)
        .bind(now)
        .bind(key.clone())
        .run_one("sign_in_slowdown", tx)
        .await?;
    Ok(Turn::Go(Count { key, failures: failures + 1 }))
}

/// The attempt was right: its count begins anew.
pub async fn forget(tx: &Tx, count: &Count) -> Result<()> {
    sql("delete from sign_in_slowdown where key = $1").bind(count.key.clone()).run(tx).await?;
    Ok(())
}

/// Remembers that this browser signed in to the account; gives it a secret to be known by if it has none.
pub async fn remember(tx: &Tx, account: AccountId, device: Option<Token>, now: Instant) -> Result<Token> {
    let device = device.unwrap_or_else(|| Token::new(tx.clock()));
    sql("insert into known_device (account_id, device_hash, seen_at) values ($1, $2, $3) \
         on conflict (account_id, device_hash) do update set seen_at = excluded.seen_at")
    .bind(account)
    .bind(device.hash())
    .bind(now)
    .run_one("known_device", tx)
    .await?;
    Ok(device)
}

async fn is_known(on: &impl Reads, email_folded: &str, device: &Token) -> Result<bool> {
    let found = sql("select 1 from known_device d join account a on a.id = d.account_id \
         where a.email_folded = $1 and d.device_hash = $2")
    .bind(email_folded)
    .bind(device.hash())
    .value::<i32>(on)
    .await?;
    Ok(found.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_in_whole_seconds_never_too_short() {
        for (millis, told) in [(0, 0), (1000, 1), (1001, 2), (1999, 2), (60_000, 60)] {
            assert_eq!(seconds(Duration::from_millis(millis)), told);
        }
    }

    #[test]
    fn sec_07_waits_double_up_to_a_minute() {
        let waits: Vec<u64> = (0..14).map(|failures| wait_after(failures).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
        assert_eq!(wait_after(i64::MAX), LONGEST);
        assert_eq!(wait_after(-3), Duration::ZERO);
    }
}
