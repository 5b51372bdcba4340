//! Commands beside a running server (OPS-04). On SQLite one process has the database: a command takes its lock when
//! nobody runs, and otherwise sends its order to the running process by a socket beside the database file, and shows the
//! answer as it comes. On PostgreSQL a command goes straight to the database. The words shown are the same in all cases.

mod listening;
mod protocol;
mod sending;
mod telling;

pub(crate) use listening::listen;
pub(crate) use protocol::{Hidden, Order};
pub(crate) use sending::deliver;
pub(crate) use telling::Teller;
