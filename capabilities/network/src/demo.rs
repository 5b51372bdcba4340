//! Two invented networks to try Relais with: « Clairlien », telecom shops, and « Maison Tendre », home services. Nothing
//! binds them but one auditor who works for both.

mod clairlien;
mod maison_tendre;
mod names;
mod writing;

use std::{future::Future, pin::Pin};

use relais_store::{Db, Result};

/// Fills the demo, one transaction for each organisation.
pub(crate) fn fill(db: &Db) -> Pin<Box<dyn Future<Output = Result<()>> + Send + '_>> {
    Box::pin(async move {
        let auditor = clairlien::write(db).await?;
        maison_tendre::write(db, auditor).await
    })
}
