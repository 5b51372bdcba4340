//! Leases: work that only one node does at a time.

use std::time::Duration;

use uuid::Uuid;

use crate::{Db, Result, sql};

/// A named right to do some work, held until a moment.
#[derive(Clone, Debug)]
pub struct Lease {
    name: &'static str,
    holder: Uuid,
}

impl Lease {
    /// A contender for the named work.
    pub fn new(db: &Db, name: &'static str) -> Self {
        Self { name, holder: db.clock().id() }
    }

    /// Takes or renews it for `span`; false while another holds it.
    pub async fn hold(&self, db: &Db, span: Duration) -> Result<bool> {
        let tx = db.begin().await?;
        let now = db.clock().now();
        let touched = sql("insert into lease (name, holder, until) values ($1, $2, $3) \
             on conflict (name) do update set holder = excluded.holder, until = excluded.until \
             where lease.holder = excluded.holder or lease.until < $4")
        .bind(self.name)
        .bind(self.holder)
        .bind(now.plus(span))
        .bind(now)
        .run(&tx)
        .await?;
        tx.commit().await?;
        Ok(touched == 1)
    }
}
