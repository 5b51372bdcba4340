//! What can go wrong with the database. A [`Violation`] is expected and becomes a sentence; the rest is `?`.

use sea_orm::{DbErr, RuntimeErr, sqlx};

/// A result of this room.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A database rule that refused a write, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The guard, constraint or index; `foreign_key` on SQLite, which does not tell which one.
    pub name: String,
}

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A named rule refused the write.
    #[error("refused by {}", .0.name)]
    Violation(Violation),
    /// The database failed or cannot be reached.
    #[error("database: {0}")]
    Db(DbErr),
    /// A row that cannot be understood.
    #[error("{table}: {what}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// What is wrong, without personal data.
        what: String,
    },
    /// A write touched another number of rows than it must.
    #[error("{what}: {expected} rows expected, {touched} touched")]
    Rows {
        /// What was written.
        what: &'static str,
        /// Rows expected.
        expected: u64,
        /// Rows touched.
        touched: u64,
    },
    /// The schema cannot be laid.
    #[error("schema: {0}")]
    Schema(String),
    /// An archive cannot be read or written.
    #[error("archive: {0}")]
    Archive(String),
    /// A text cannot be sealed or opened.
    #[error("vault: {0}")]
    Vault(&'static str),
    /// A file of the store cannot be used.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

impl Error {
    /// The name of the rule that refused, if one did.
    pub fn violation(&self) -> Option<&str> {
        match self {
            Self::Violation(violation) => Some(&violation.name),
            _ => None,
        }
    }

    /// Whether trying the same again may work: a lost connection, a busy database, a deadlock, a disk that is full.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Io(_) | Self::Db(DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) => true,
            Self::Db(DbErr::Exec(RuntimeErr::SqlxError(e)) | DbErr::Query(RuntimeErr::SqlxError(e))) => {
                match &**e {
                    sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed => true,
                    sqlx::Error::Database(e) => e.code().is_some_and(|code| passes(&code)),
                    _ => false,
                }
            }
            _ => false,
        }
    }
}

/// PostgreSQL's codes have five letters; SQLite's are numbers whose last byte is the kind.
fn passes(code: &str) -> bool {
    const BUSY: u32 = 5;
    const LOCKED: u32 = 6;
    const READ_ONLY: u32 = 8;
    const IO: u32 = 10;
    const FULL: u32 = 13;
    const CANNOT_OPEN: u32 = 14;
    match code.len() {
        // Connections, resources, the operator, the system, serialisation and deadlocks, locks, a follower.
        5 => {
            matches!(&code[..2], "08" | "53" | "57" | "58")
                || matches!(code, "40001" | "40P01" | "55P03" | "25006")
        }
        _ => code
            .parse::<u32>()
            .is_ok_and(|code| matches!(code & 0xff, BUSY | LOCKED | READ_ONLY | IO | FULL | CANNOT_OPEN)),
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match violation(&error) {
            Some(name) => Self::Violation(Violation { name }),
            None => Self::Db(error),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        DbErr::Query(RuntimeErr::SqlxError(error.into())).into()
    }
}

fn violation(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return None;
    };
    let sqlx::Error::Database(error) = &**error else { return None };
    let message = error.message();
    if let Some(name) = message.split("guard:").nth(1) {
        return Some(name.trim().to_owned());
    }
    if let Some(name) = error.constraint() {
        return Some(name.to_owned());
    }
    if let Some(columns) = message.strip_prefix("UNIQUE constraint failed: ") {
        return Some(unique_name(columns));
    }
    if let Some(name) = message.strip_prefix("CHECK constraint failed: ") {
        return Some(name.trim().to_owned());
    }
    message.starts_with("FOREIGN KEY constraint failed").then(|| "foreign_key".to_owned())
}

/// SQLite names the columns, not the index: `unit.org_id, unit.code` is the index `unique_unit__code` by convention,
/// which [`crate::schema`] enforces when the index is written.
fn unique_name(columns: &str) -> String {
    if let Some(index) = columns.strip_prefix("index '") {
        return index.trim_end_matches('\'').to_owned();
    }
    let mut table = "";
    let mut names = Vec::new();
    for column in columns.split(", ") {
        let (owner, name) = column.split_once('.').unwrap_or(("", column));
        table = owner;
        if name != "org_id" {
            names.push(name);
        }
    }
    format!("unique_{table}__{}", names.join("_"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_mends_itself_is_tried_again() {
        for code in ["5", "517", "13", "778", "40001", "40P01", "53100", "57P01", "57P03", "08006", "25006"] {
            assert!(super::passes(code), "{code}");
        }
        for code in ["1", "19", "2067", "23505", "42601", "23R01", "22012"] {
            assert!(!super::passes(code), "{code}");
        }
    }

    #[test]
    fn a_unique_index_is_named_after_its_columns() {
        assert_eq!(super::unique_name("unit.org_id, unit.code"), "unique_unit__code");
        assert_eq!(super::unique_name("index 'unique_unit__fold'"), "unique_unit__fold");
    }
}
