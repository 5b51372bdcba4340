//! Where SQLite and PostgreSQL truly differ.

use crate::Backend;

/// The type words of migrations: what a room writes, what each database stores.
const TYPES: [(&str, &str, &str); 7] = [
    ("id", "BLOB", "uuid"),
    ("int", "INTEGER", "bigint"),
    ("day", "INTEGER", "integer"),
    ("instant", "INTEGER", "bigint"),
    ("bool", "INTEGER", "boolean"),
    ("bytes", "BLOB", "bytea"),
    ("small", "INTEGER", "integer"),
];

/// The schema of sealed tables on PostgreSQL.
pub(crate) const SEALED_SCHEMA: &str = "sealed";

/// A migration's statement as one database wants it. A sealed table has no numbers of rows, which would tell their order.
pub(crate) fn lay(statement: &str, backend: Backend, sealed: bool) -> String {
    let mut laid = String::with_capacity(statement.len() + 16);
    let mut rest = statement;
    while let Some(at) = rest.find('$') {
        laid.push_str(&rest[..at]);
        let word_end =
            rest[at + 1..].find(|c: char| !c.is_ascii_lowercase()).map_or(rest.len(), |n| at + 1 + n);
        let word = &rest[at + 1..word_end];
        match TYPES.iter().find(|(name, ..)| *name == word) {
            Some((_, sqlite, postgres)) => {
                laid.push_str(if backend == Backend::Sqlite { sqlite } else { postgres })
            }
            None => laid.push_str(&rest[at..word_end]),
        }
        rest = &rest[word_end..];
    }
    laid.push_str(rest);
    let is_table = laid.trim_start().to_ascii_lowercase().starts_with("create table");
    if backend == Backend::Sqlite && is_table {
        let end = laid.trim_end().len();
        laid.truncate(end);
        laid.push_str(if sealed { " strict, without rowid" } else { " strict" });
    }
    laid
}

/// Empties a table so that no old row stays anywhere: PostgreSQL would keep what `delete` removes, with the number of
/// the transaction that wrote it; SQLite overwrites it in a sealed store.
pub(crate) fn empty(backend: Backend) -> &'static str {
    match backend {
        Backend::Sqlite => "delete from ",
        Backend::Postgres => "truncate table ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_words_become_types() {
        let text = "create table a (\n  id $id not null,\n  n $int,\n  on_day $day\n)";
        assert_eq!(
            lay(text, Backend::Postgres, false),
            "create table a (\n  id uuid not null,\n  n bigint,\n  on_day integer\n)"
        );
        assert_eq!(
            lay(text, Backend::Sqlite, false),
            "create table a (\n  id BLOB not null,\n  n INTEGER,\n  on_day INTEGER\n) strict"
        );
        assert!(lay(text, Backend::Sqlite, true).ends_with(") strict, without rowid"));
        assert_eq!(lay("select $1", Backend::Sqlite, true), "select $1");
    }
}
