//! What became of a message, written down once: by whoever carried it, by a receipt, or because a node fell silent.

use std::time::Duration;

use relais_contact::{LedgerId, settle};
use relais_kernel::{Instant, SmsId};
use relais_store::{InOrg, OrgTx, Result, Sql, jobs::backoff, sql};
use uuid::Uuid;

use super::{State, gateway::Verdict};

/// After so many tries that nobody took, it is given up: more than a day.
const TRIES: i32 = 40;

/// Writes down how carrying ended. What a receipt settled meanwhile stays; only the gateway's id is then still learnt.
pub(super) async fn carried(tx: &OrgTx, id: SmsId, tries: i32, verdict: Verdict) -> Result<()> {
    match verdict {
        Verdict::Taken(reference) => {
            if let Some(reference) = reference {
                refer(tx, id, reference).await?;
            }
            ends(tx, id, State::Sent, None, false).await?
        }
        // On the demo's page the words are read afterwards.
        Verdict::Delivered => ends(tx, id, State::Delivered, None, true).await?,
        Verdict::Never(code) => ends(tx, id, State::Failed, Some(code), false).await?,
        Verdict::Unclear(code) => ends(tx, id, State::Unclear, Some(code), false).await?,
        Verdict::Later(..) if tries >= TRIES => {
            ends(tx, id, State::Failed, Some("given_up".into()), false).await?
        }
        Verdict::Later(_, asked) => again(tx, id, tries, asked.unwrap_or_default()).await?,
    };
    Ok(())
}

/// The gateway's own id of a message.
async fn refer(tx: &OrgTx, id: SmsId, reference: String) -> Result<u64> {
    sql("update sms set gateway_ref = $1 where org_id = $2 and id = $3 and gateway_ref is null")
        .bind(reference)
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await
}

/// It waits once more: nothing of it left.
async fn again(tx: &OrgTx, id: SmsId, tries: i32, asked: Duration) -> Result<bool> {
    let at = tx.clock().now().plus(backoff(i64::from(tries)).max(asked));
    let put = sql("update sms set state = 'waiting', leased_until = null, left_day = null, not_before = $1 \
         where org_id = $2 and id = $3 and state = 'leaving'")
    .bind(at)
    .bind(tx.org())
    .bind(id)
    .run(tx)
    .await?;
    Ok(put == 1)
}

/// Ends its way out of `leaving`; tells whether it was on it. Its words go: they may hold a link that opens something.
async fn ends(tx: &OrgTx, id: SmsId, to: State, reason: Option<String>, keep_words: bool) -> Result<bool> {
    end(tx, id, "state = 'leaving'", to, reason, keep_words).await
}

/// Gives up a message that waits, and that the ledger then no longer counts.
pub(super) async fn give_up(tx: &OrgTx, id: SmsId, reason: &str) -> Result<bool> {
    end(tx, id, "state = 'waiting'", State::Failed, Some(reason.into()), false).await
}

/// A node fell silent with it under way: it may have left.
pub(super) async fn lost(tx: &OrgTx, id: SmsId, now: Instant) -> Result<bool> {
    let silent: Option<Uuid> = sql("select id from sms where org_id = $1 and id = $2 and leased_until < $3")
        .bind(tx.org())
        .bind(id)
        .bind(now)
        .value(tx)
        .await?;
    match silent {
        Some(_) => ends(tx, id, State::Unclear, Some("lost".into()), false).await,
        None => Ok(false),
    }
}

/// What a receipt tells: it moves what is under way, sent or unclear, and nothing else.
pub(super) async fn received(tx: &OrgTx, id: SmsId, delivered: bool) -> Result<bool> {
    let (to, reason) =
        if delivered { (State::Delivered, None) } else { (State::Failed, Some("receipt".to_owned())) };
    if end(tx, id, "state = 'leaving'", to, reason.clone(), false).await? {
        return Ok(true);
    }
    // The ledger has it as sent since it left `leaving`.
    Ok(moved(tx, id, "state in ('sent', 'unclear')", to, reason, false).await? == 1)
}

/// Moves it and settles its entry in the ledger, which counts what left or may have.
async fn end(
    tx: &OrgTx,
    id: SmsId,
    from: &'static str,
    to: State,
    reason: Option<String>,
    keep_words: bool,
) -> Result<bool> {
    if moved(tx, id, from, to, reason, keep_words).await? == 0 {
        return Ok(false);
    }
    let ledger: Option<Uuid> = sql("select ledger_id from sms where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(id)
        .value(tx)
        .await?;
    if let Some(ledger) = ledger {
        settle(tx, LedgerId(ledger), to != State::Failed).await?;
    }
    Ok(true)
}

async fn moved(
    tx: &OrgTx,
    id: SmsId,
    from: &'static str,
    to: State,
    reason: Option<String>,
    keep_words: bool,
) -> Result<u64> {
    let query: Sql = sql("update sms set state = ").arg(to).push(", reason = ").arg(reason);
    let query = query.push(", settled_at = ").arg(tx.clock().now());
    let query = if keep_words { query } else { query.push(", text = null") };
    query
        .push(", not_before = null, leased_until = null where org_id = ")
        .arg(tx.org())
        .push(" and id = ")
        .arg(id)
        .push(" and ")
        .push(from)
        .run(tx)
        .await
}
