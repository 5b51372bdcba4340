//! Taking turns on PostgreSQL, where a rule about several rows must see what another transaction is about to commit.
//!
//! Who writes a few guarded rows shares the gate and holds, until the end, one lock for each key that a rule speaks
//! of. Who writes thousands would fill the server's table of locks, and two of them would wait for each other's keys
//! for ever: such a transaction has the gate for itself and needs no other lock. SQLite has one writer anyway.

use crate::{Backend, OrgDb, OrgTx, Reads as _, Result, Tx};

/// The number of the gate among advisory locks.
const GATE: u32 = 727_467;
/// What a transaction that has the gate for itself says of itself.
const ALONE: &str = "relais.alone";

/// Few keys a guard, so that no transaction fills the server's table of locks; two that share one wait for each other.
const KEYS: u32 = 512;

/// In a guard's function: waits for the turn of a key, given as SQL.
pub(crate) fn wait_for(guard: &str, key: &str) -> String {
    format!(
        "if current_setting('{ALONE}', true) is distinct from 'yes' then \
         perform pg_advisory_xact_lock_shared({GATE}); \
         perform pg_advisory_xact_lock(hashtext('{guard}'), hashtext({key}) & {}); end if; ",
        KEYS - 1
    )
}

/// Takes the turn of all keys at once.
async fn take_all(tx: &Tx) -> Result<()> {
    if tx.kind() == Backend::Postgres {
        tx.execute_plain(&format!("select pg_advisory_xact_lock({GATE})")).await?;
        tx.execute_plain(&format!("select set_config('{ALONE}', 'yes', true)")).await?;
    }
    Ok(())
}

impl OrgTx {
    /// Comes in by the gate before the first row is held. Who holds a row and only then waits at the gate would wait for a
    /// transaction that has the gate for itself, and that one for the row.
    pub async fn come_in(&self) -> Result<()> {
        if self.kind() == Backend::Postgres {
            self.whole().execute_plain(&format!("select pg_advisory_xact_lock_shared({GATE})")).await?;
        }
        Ok(())
    }
}

impl OrgDb {
    /// Begins a transaction that will write many rows which rules speak of: an import's batch. Others that write such
    /// rows wait until it ends, so it must be short.
    pub async fn begin_bulk(&self) -> Result<OrgTx> {
        let tx = self.begin().await?;
        take_all(tx.whole()).await?;
        Ok(tx)
    }
}
