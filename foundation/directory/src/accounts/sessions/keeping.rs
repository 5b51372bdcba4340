//! A session goes on: its end moves ahead while it is used, and its token changes when its owner's rights did.

use relais_kernel::{AccountId, Instant, PersonId, SessionId};
use relais_store::{Db, InOrg as _, OrgTx, Result, Tx, sql};

use super::{Found, runs_out};
use crate::accounts::tokens::Token;

/// A use is noted to the hour. A write for each page would be too much, and a finer time would tell, beside the log, which
/// request was whose (PRV-07).
const HOUR: i64 = 3_600_000_000;

/// Notes that a session is used, once an hour, and changes its token when it must. Gives the token that the
/// browser is to hold from now on, when it is a new one. Of two requests at the same time one gets it; the former stays
/// good for both.
pub async fn keep(db: &Db, found: &Found, now: Instant) -> Result<Option<Token>> {
    let noted = Instant(now.0 - now.0.rem_euclid(HOUR));
    if !found.rotate && noted <= found.seen_at {
        return Ok(None);
    }
    let tx = db.begin().await?;
    sql("update session set seen_at = $1, expires_at = $2 where id = $3 and ended_at is null and seen_at < $1")
        .bind(noted)
        .bind(runs_out(found.shared, noted))
        .bind(found.id)
        .run(&tx)
        .await?;
    let token = if found.rotate { change(&tx, found, now).await? } else { None };
    tx.commit().await?;
    Ok(token)
}

async fn change(tx: &Tx, found: &Found, now: Instant) -> Result<Option<Token>> {
    let token = Token::new(tx.clock());
    let touched =
        sql("update session set former_hash = token_hash, token_hash = $1, rotated_at = $2, rotate = false \
         where id = $3 and token_hash = $4 and rotate and ended_at is null")
        .bind(token.hash())
        .bind(now)
        .bind(found.id)
        .bind(found.hash.clone())
        .run(tx)
        .await?;
    Ok((touched == 1).then_some(token))
}

/// Has every session of a person change its token at its next page: their rights changed.
pub async fn change_token_of_person(tx: &OrgTx, person: PersonId) -> Result<()> {
    sql("update session set rotate = true where ended_at is null and org_id = $1 and person_id = $2")
        .bind(tx.org())
        .bind(person)
        .run(tx)
        .await?;
    Ok(())
}

/// Has one session change its token: its owner showed again who they are.
pub async fn change_token(tx: &Tx, session: SessionId) -> Result<()> {
    sql("update session set rotate = true where ended_at is null and id = $1").bind(session).run(tx).await?;
    Ok(())
}

/// The same for all sessions of an account: its password changed.
pub async fn change_token_of_account(tx: &Tx, account: AccountId) -> Result<()> {
    sql("update session set rotate = true where ended_at is null and account_id = $1")
        .bind(account)
        .run(tx)
        .await?;
    Ok(())
}
