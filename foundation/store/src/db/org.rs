//! The database and its transactions as one organisation sees them.

use relais_kernel::{Clock, Instant, OrgId};

use super::{Backend, Connection, Db, InOrg, Reads, Tx, Writes};
use crate::{Result, Vault};

/// The database as one organisation sees it: the only handle that a page gets.
#[derive(Clone, Debug)]
pub struct OrgDb {
    db: Db,
    org: OrgId,
}

impl OrgDb {
    pub(super) fn new(db: &Db, org: OrgId) -> Self {
        Self { db: db.clone(), org }
    }

    /// Begins a transaction within the organisation.
    pub async fn begin(&self) -> Result<OrgTx> {
        Ok(OrgTx { tx: self.db.begin().await?, org: self.org })
    }

    /// The clock that ids and instants come from.
    pub fn clock(&self) -> &Clock {
        self.db.clock()
    }

    /// What seals and opens small texts; an error when no key was given.
    pub fn vault(&self) -> Result<&Vault> {
        self.db.vault()
    }
}

/// A transaction within one organisation.
#[derive(Debug)]
pub struct OrgTx {
    tx: Tx,
    org: OrgId,
}

impl OrgTx {
    pub(super) fn new(tx: Tx, org: OrgId) -> Self {
        Self { tx, org }
    }

    /// Makes it last.
    pub async fn commit(self) -> Result<()> {
        self.tx.commit().await
    }

    /// Gives it up.
    pub async fn rollback(self) -> Result<()> {
        self.tx.rollback().await
    }

    /// The same transaction with its writing dated otherwise: for content that tells of days gone by, as the demo's.
    pub fn dated(self, moment: Instant) -> Self {
        Self { tx: self.tx.dated(moment), ..self }
    }

    /// The clock that ids and instants come from.
    pub fn clock(&self) -> &Clock {
        self.tx.clock()
    }

    /// What seals and opens small texts; an error when no key was given.
    pub fn vault(&self) -> Result<&Vault> {
        self.tx.vault()
    }

    /// The transaction without its organisation, for tables of the whole instance.
    pub fn whole(&self) -> &Tx {
        &self.tx
    }
}

/// A transaction lent to one organisation: what an instance's own work reads and writes for it.
#[derive(Clone, Copy, Debug)]
pub struct OrgRef<'a> {
    tx: &'a Tx,
    org: OrgId,
}

impl<'a> OrgRef<'a> {
    pub(super) fn new(tx: &'a Tx, org: OrgId) -> Self {
        Self { tx, org }
    }
}

impl Reads for OrgDb {
    fn connection(&self) -> Connection<'_> {
        self.db.connection()
    }
    fn kind(&self) -> Backend {
        self.db.kind()
    }
    fn vault(&self) -> Result<&Vault> {
        self.db.vault()
    }
}

impl Reads for OrgTx {
    fn connection(&self) -> Connection<'_> {
        self.tx.connection()
    }
    fn kind(&self) -> Backend {
        self.tx.kind()
    }
    fn vault(&self) -> Result<&Vault> {
        self.tx.vault()
    }
}

impl Writes for OrgTx {
    fn tx(&self) -> &Tx {
        &self.tx
    }
    fn org_id(&self) -> Option<OrgId> {
        Some(self.org)
    }
}

impl Reads for OrgRef<'_> {
    fn connection(&self) -> Connection<'_> {
        self.tx.connection()
    }
    fn kind(&self) -> Backend {
        self.tx.kind()
    }
    fn vault(&self) -> Result<&Vault> {
        self.tx.vault()
    }
}

impl Writes for OrgRef<'_> {
    fn tx(&self) -> &Tx {
        self.tx
    }
    fn org_id(&self) -> Option<OrgId> {
        Some(self.org)
    }
}

impl InOrg for OrgRef<'_> {
    fn org(&self) -> OrgId {
        self.org
    }
}

impl InOrg for OrgDb {
    fn org(&self) -> OrgId {
        self.org
    }
}

impl InOrg for OrgTx {
    fn org(&self) -> OrgId {
        self.org
    }
}
