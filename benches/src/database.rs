//! Which database a bench runs on; PostgreSQL's server is the one that `cargo xtask bench` starts.

use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait as _, Database as Driver};

use crate::report::Outcome;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Database {
    Sqlite,
    Postgres,
}

impl Database {
    /// The address of a new, empty database; none where the instance makes its own file.
    pub(crate) fn fresh(self) -> Outcome<Option<String>> {
        static MADE: AtomicU32 = AtomicU32::new(0);
        if self == Self::Sqlite {
            return Ok(None);
        }
        let server = std::env::var("BENCH_POSTGRES").map_err(|_| "start me by `cargo xtask bench`")?;
        let name = format!("bench_{}", MADE.fetch_add(1, Ordering::Relaxed));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let connection = Driver::connect(&server).await?;
            connection.execute_unprepared(&format!("create database {name}")).await?;
            connection.close().await
        })?;
        let (base, _) = server.rsplit_once('/').ok_or("an address without a database")?;
        Ok(Some(format!("{base}/{name}")))
    }
}
