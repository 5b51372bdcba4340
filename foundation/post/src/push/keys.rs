//! The key by which push services know this instance. It is made once and kept in the database, where every node finds it
//! and a backup takes it along: a new key would silence every device until its owner says yes again.

use p256::SecretKey;
use relais_kernel::Clock;
use relais_store::{Db, Error, Reads, Result, sql};

/// A key pair that nobody has used.
pub(crate) fn fresh(clock: &Clock) -> SecretKey {
    loop {
        // All but one in 2^32 of such numbers are keys.
        if let Ok(key) = SecretKey::from_slice(&clock.secret::<32>()) {
            return key;
        }
    }
}

/// The instance's key; made when there is none.
pub(crate) async fn key(db: &Db) -> Result<SecretKey> {
    if let Some(known) = found(db).await? {
        return Ok(known);
    }
    let tx = db.begin().await?;
    let made = fresh(db.clock()).to_bytes().to_vec();
    // Two nodes that begin at once: the second writes nothing and finds the first one's.
    sql("insert into push_key (id, secret, created_at) values (1, $1, $2) on conflict do nothing")
        .bind(made)
        .bind(db.clock().now())
        .run(&tx)
        .await?;
    let kept = found(&tx).await?;
    tx.commit().await?;
    kept.ok_or(Error::Rows { what: "push_key", expected: 1, touched: 0 })
}

/// The instance's key, once it was made.
pub(crate) async fn found(on: &impl Reads) -> Result<Option<SecretKey>> {
    let kept: Option<Vec<u8>> = sql("select secret from push_key where id = 1").value(on).await?;
    kept.map(|bytes| {
        SecretKey::from_slice(&bytes)
            .map_err(|_| Error::Corrupt { table: "push_key", what: "this is no key".into() })
    })
    .transpose()
}
