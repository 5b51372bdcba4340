//! Every write about an account row, and its reading.

use relais_kernel::{AccountId, Instant, Locale};
use relais_store::{Reads, Result, Tx, insert, sql};

use super::{Account, Email, links, sessions, shared_devices};

const COLUMNS: &str =
    "id, email, locale, emergency, password_hash is not null as has_password, created_at, disabled_at";

/// Writes a new account, without a password.
pub async fn add(tx: &Tx, email: &Email, locale: Locale, now: Instant) -> Result<AccountId> {
    let id: AccountId = tx.clock().id();
    insert("account", &["id", "email", "email_folded", "locale", "emergency", "created_at"])
        .row([id.into(), email.text().into(), email.folded().into(), locale.into(), false.into(), now.into()])
        .run(tx)
        .await?;
    Ok(id)
}

/// The account of an e-mail, however it is written.
pub async fn by_email(on: &impl Reads, email: &str) -> Result<Option<Account>> {
    sql("select ")
        .push(COLUMNS)
        .push(" from account where email_folded = ")
        .arg(super::fold_email(email))
        .one(on)
        .await
}

/// An account.
pub async fn by_id(on: &impl Reads, id: AccountId) -> Result<Option<Account>> {
    sql("select ").push(COLUMNS).push(" from account where id = ").arg(id).one(on).await
}

/// Keeps a new password's hash. All links that could set one are spent, and all
/// codes on shared devices gone; sessions are the caller's to end or change.
pub(super) async fn put_password(tx: &Tx, id: AccountId, hash: &str, now: Instant) -> Result<()> {
    sql("update account set password_hash = $1 where id = $2")
        .bind(hash)
        .bind(id)
        .run_one("account", tx)
        .await?;
    shared_devices::remove_all(tx, id, None).await?;
    links::spend_all(tx, id, now).await
}

/// Whether the account still has this password's hash; nobody else changes it before the transaction ends. So a session
/// that begins with a password never outlives that password's change.
pub(super) async fn still_has(tx: &Tx, id: AccountId, hash: &str) -> Result<bool> {
    let touched =
        sql("update account set password_hash = password_hash where id = $1 and password_hash = $2")
            .bind(id)
            .bind(hash)
            .run(tx)
            .await?;
    Ok(touched == 1)
}

/// Marks an account as the one for emergencies.
pub(super) async fn put_emergency(tx: &Tx, id: AccountId) -> Result<()> {
    sql("update account set emergency = true where id = $1").bind(id).run_one("account", tx).await
}

/// Closes an account in all organisations: its sessions end. False when it was closed already.
pub async fn disable(tx: &Tx, id: AccountId, now: Instant) -> Result<bool> {
    let touched = sql("update account set disabled_at = $1 where id = $2 and disabled_at is null")
        .bind(now)
        .bind(id)
        .run(tx)
        .await?;
    sessions::end_all(tx, id, now).await?;
    Ok(touched == 1)
}

/// Opens a closed account again; false when it was not closed.
pub async fn enable(tx: &Tx, id: AccountId) -> Result<bool> {
    let touched = sql("update account set disabled_at = null where id = $1 and disabled_at is not null")
        .bind(id)
        .run(tx)
        .await?;
    Ok(touched == 1)
}
