//! Lists by key: a page begins after, or ends before, a row named by its id. Never by offset.

use relais_kernel::OrgId;
use uuid::Uuid;

use crate::Sql;

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

/// What a list is sorted by, its own ids last: `name_folded` of `person`.
#[derive(Clone, Copy, Debug)]
pub struct Key<'a> {
    /// The column, as the list names it: `p.name_folded`.
    pub column: &'a str,
    /// What reads it for the row `k` of an organisation: `select k.name_folded from person k`.
    pub of_row: &'a str,
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

    /// Ends a query sorted by `keys`, then by the column `id`, with its cut, order and size. One row more than the
    /// size is read, to know whether others follow.
    pub fn apply(self, query: Sql, keys: &[Key<'_>], id: &str, org: OrgId, size: usize) -> Sql {
        let size = i64::try_from(size).unwrap_or(i64::MAX).saturating_add(1);
        self.order(self.place(query, keys, id, org), keys, id).push(" limit ").arg(size)
    }

    /// The order of such a page alone, for a query that completes the rows of one already cut.
    pub fn order(self, query: Sql, keys: &[Key<'_>], id: &str) -> Sql {
        let order = if matches!(self, Self::Before(_)) { " desc" } else { "" };
        let columns: String = keys.iter().map(|key| format!("{}{order}, ", key.column)).collect();
        query.push(&format!(" order by {columns}{id}{order}"))
    }

    /// Each key is read by a query of its own: PostgreSQL follows an index along a row of values, never of a subquery.
    fn place(self, query: Sql, keys: &[Key<'_>], id: &str, org: OrgId) -> Sql {
        let (sign, at) = match self {
            Self::Start => return query,
            Self::After(at) => (">", at),
            Self::Before(at) => ("<", at),
        };
        let columns: String = keys.iter().map(|key| format!("{}, ", key.column)).collect();
        let query = query.push(&format!(" and ({columns}{id}) {sign} ("));
        let query = keys.iter().fold(query, |query, key| {
            let query = query.push(&format!("({} where k.org_id = ", key.of_row)).arg(org);
            query.push(" and k.id = ").arg(at).push("), ")
        });
        query.arg(at).push(")")
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

impl<T> Slice<T> {
    /// How many rows the list has, when they are all here: then nobody need count them.
    pub fn in_all(&self) -> Option<i64> {
        let alone = !self.earlier && !self.later;
        alone.then(|| i64::try_from(self.rows.len()).unwrap_or(i64::MAX))
    }

    /// Where the pages before and after this one are cut, when there are any: at the ids of its ends.
    pub fn ends<I>(&self, id: impl Fn(&T) -> I) -> (Option<I>, Option<I>) {
        let first = self.rows.first().filter(|_| self.earlier);
        let last = self.rows.last().filter(|_| self.later);
        (first.map(&id), last.map(&id))
    }
}
