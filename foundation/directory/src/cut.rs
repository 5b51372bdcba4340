//! Lists by key: a page begins after, or ends before, a row named by its id. Never by offset.

use relais_kernel::OrgId;
use relais_store::Sql;
use uuid::Uuid;

/// Which page of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cut {
    /// The first one.
    #[default]
    Start,
    /// The one after this row.
    After(Uuid),
    /// The one before this row.
    Before(Uuid),
}

/// A page of a list, and whether others stand around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Whether rows stand before it.
    pub earlier: bool,
    /// Whether rows stand after it.
    pub later: bool,
}

impl Cut {
    /// From a page's address: `after` or `before`.
    pub fn from_query(after: &str, before: &str) -> Self {
        match (after.parse(), before.parse()) {
            (Ok(id), _) => Self::After(id),
            (_, Ok(id)) => Self::Before(id),
            _ => Self::Start,
        }
    }

    /// Ends a query over `table` (aliased `alias`, sorted by `name_folded, id`) with its cut, order and size. One row
    /// more than the size is read, to know whether others follow.
    pub fn apply(self, query: Sql, table: &str, alias: &str, org: OrgId, size: usize) -> Sql {
        let (sign, id) = match self {
            Self::Start => (">", None),
            Self::After(id) => (">", Some(id)),
            Self::Before(id) => ("<", Some(id)),
        };
        let query = match id {
            Some(id) => query
                .push(&format!(
                    " and ({alias}.name_folded, {alias}.id) {sign} ((select k.name_folded from {table} k where k.org_id = "
                ))
                .arg(org)
                .push(" and k.id = ")
                .arg(id)
                .push("), ")
                .arg(id)
                .push(")"),
            None => query,
        };
        let order = if sign == "<" { " desc" } else { "" };
        let size = i64::try_from(size).unwrap_or(i64::MAX).saturating_add(1);
        query.push(&format!(" order by {alias}.name_folded{order}, {alias}.id{order} limit ")).arg(size)
    }

    /// The page out of the rows that such a query gave.
    pub fn slice<T>(self, mut rows: Vec<T>, size: usize) -> Slice<T> {
        let more = rows.len() > size;
        rows.truncate(size);
        match self {
            Self::Start => Slice { rows, earlier: false, later: more },
            Self::After(_) => Slice { rows, earlier: true, later: more },
            Self::Before(_) => {
                rows.reverse();
                Slice { rows, earlier: more, later: true }
            }
        }
    }
}
