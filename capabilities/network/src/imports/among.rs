//! « One of these thousand »: as a table of its own, which PostgreSQL joins; a list of a thousand values it compares one
//! by one with every row of the organisation, as long as it has no statistics of a table that was just filled.

use relais_store::Sql;
use sea_orm::Value;

/// Adds `(…)` to follow `in`; nothing is in an empty one.
pub(super) fn among<T: Into<Value>>(query: Sql, values: impl IntoIterator<Item = T>) -> Sql {
    let mut values = values.into_iter();
    let Some(first) = values.next() else { return query.push("(null)") };
    let query = query.push("(select wanted.column1 from (values (").arg(first);
    values.fold(query, |query, value| query.push("), (").arg(value)).push(")) as wanted)")
}
