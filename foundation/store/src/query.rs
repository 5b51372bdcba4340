//! SQL with its values: one text for both databases.

use std::borrow::Cow;

use sea_orm::{FromQueryResult, QueryResult, Statement, Value};

use crate::{Backend, Error, Reads, Result, Writes};

/// A statement and its values.
#[derive(Clone, Debug, Default)]
pub struct Sql {
    text: Cow<'static, str>,
    values: Vec<Value>,
    keeps: Option<Keeps>,
}

/// How a `select` keeps its rows until the transaction ends. SQLite has one writer, which has them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeps {
    /// Waiting for whoever has them.
    Waiting,
    /// Without those that another one has.
    Free,
}

/// A statement whose values follow as `$1`, `$2`…
pub fn sql(text: &'static str) -> Sql {
    Sql { text: Cow::Borrowed(text), ..Sql::default() }
}

impl Sql {
    /// Gives the next value of a text that names its places.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Adds text.
    pub fn push(mut self, text: &str) -> Self {
        self.text.to_mut().push_str(text);
        self
    }

    /// Adds a value at this point of the text.
    pub fn arg(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        let place = format!("${}", self.values.len());
        self.push(&place)
    }

    /// Adds `(a, b, c)` for `in`; an empty list gives `(null)`, which nothing is in. The last value is said again until
    /// there are two, four, eight…: lists of any length share a few texts, which databases have prepared already.
    pub fn list<T: Into<Value>>(mut self, values: impl IntoIterator<Item = T>) -> Self {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        let Some(last) = values.last().cloned() else { return self.push("(null)") };
        values.resize(values.len().next_power_of_two().min(MAX_VALUES.max(values.len())), last);
        for (place, value) in values.into_iter().enumerate() {
            self = self.push(if place == 0 { "(" } else { ", " }).arg(value);
        }
        self.push(")")
    }

    /// Keeps the rows of this `select` for the transaction: whoever else would keep or change them waits. What refers to
    /// them may be written meanwhile.
    pub fn keeping_rows(self) -> Self {
        Self { keeps: Some(Keeps::Waiting), ..self }
    }

    /// Keeps the rows of this `select` for the transaction, without those that another one has: whoever takes many rows
    /// at once so never waits, and nobody waits crosswise.
    pub fn taking_free_rows(self) -> Self {
        Self { keeps: Some(Keeps::Free), ..self }
    }

    /// Every row.
    pub async fn all<T: FromQueryResult>(self, on: &impl Reads) -> Result<Vec<T>> {
        let rows = on.connection().all(self.statement(on)).await?;
        rows.iter().map(|row| Ok(T::from_query_result(row, "")?)).collect()
    }

    /// The first row, if there is one.
    pub async fn one<T: FromQueryResult>(self, on: &impl Reads) -> Result<Option<T>> {
        let row = on.connection().one(self.statement(on)).await?;
        row.map(|row| Ok(T::from_query_result(&row, "")?)).transpose()
    }

    /// The first column of the first row, if there is one.
    pub async fn value<T: sea_orm::TryGetable>(self, on: &impl Reads) -> Result<Option<T>> {
        let row = on.connection().one(self.statement(on)).await?;
        row.map(|row| Ok(row.try_get_by_index(0)?)).transpose()
    }

    /// The first column of every row.
    pub async fn values<T: sea_orm::TryGetable>(self, on: &impl Reads) -> Result<Vec<T>> {
        let rows = on.connection().all(self.statement(on)).await?;
        rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }

    /// The rows as the driver gives them.
    pub(crate) async fn rows(self, on: &impl Reads) -> Result<Vec<QueryResult>> {
        on.connection().all(self.statement(on)).await
    }

    /// Writes, and tells how many rows it touched.
    pub async fn run(self, on: &impl Writes) -> Result<u64> {
        Ok(on.connection().run(self.statement(on)).await?.rows_affected())
    }

    /// Writes exactly one row, or fails.
    pub async fn run_one(self, what: &'static str, on: &impl Writes) -> Result<()> {
        match self.run(on).await? {
            1 => Ok(()),
            touched => Err(Error::Rows { what, expected: 1, touched }),
        }
    }

    fn statement(self, on: &impl Reads) -> Statement {
        let this = match (self.keeps, on.kind()) {
            (Some(Keeps::Waiting), Backend::Postgres) => self.push(" for no key update"),
            (Some(Keeps::Free), Backend::Postgres) => self.push(" for update skip locked"),
            _ => self,
        };
        let Self { text, values, .. } = this;
        Statement::from_sql_and_values(on.kind().sea(), text, values)
    }
}

/// Statements that are written one after the other. On SQLite they go to the writer in one go: each alone is a way to its
/// thread and back, while all others wait for their turn.
#[derive(Clone, Debug, Default)]
pub struct Together {
    statements: Vec<Sql>,
}

impl Together {
    /// Adds one.
    pub fn add(&mut self, statement: impl Into<Sql>) {
        self.statements.push(statement.into());
    }

    /// Writes them. When one is refused, the transaction is given up: those before it may be written.
    pub async fn run(self, on: &impl Writes) -> Result<()> {
        let statements = match on.kind() {
            Backend::Sqlite => vec![joined(self.statements)],
            Backend::Postgres => self.statements,
        };
        for statement in statements {
            statement.run(on).await?;
        }
        Ok(())
    }
}

/// Several statements as one text, whose places go on counting.
fn joined(statements: Vec<Sql>) -> Sql {
    let mut whole = Sql::default();
    for one in statements {
        let before = whole.values.len();
        let mut parts = one.text.split('$');
        whole = whole.push(parts.next().unwrap_or_default());
        for part in parts {
            let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
            let (place, rest) = part.split_at(digits);
            let place: usize = place.parse().unwrap_or(0);
            whole = whole.push(&format!("${}", before + place)).push(rest);
        }
        whole = whole.push(";\n");
        whole.values.extend(one.values);
    }
    whole
}

/// Rows of values for one statement, many at a time.
#[derive(Clone, Debug)]
struct Rows {
    width: usize,
    values: Vec<Value>,
}

/// SQLite takes at most 32,766 values in a statement; rows go in chunks below it.
const MAX_VALUES: usize = 30_000;

impl Rows {
    /// Writes them between what stands before and after, and tells how many rows were touched.
    async fn run(self, on: &impl Writes, before: &str, after: &str) -> Result<u64> {
        let width = self.width;
        let rows_at_once = (MAX_VALUES / width).min(1000);
        let mut touched = 0;
        let mut values = self.values.into_iter();
        loop {
            let chunk: Vec<Value> = values.by_ref().take(rows_at_once * width).collect();
            if chunk.is_empty() {
                return Ok(touched);
            }
            let places = places(on.kind(), chunk.len() / width, width);
            let text = format!("{before}{places} {after}");
            let statement = Statement::from_sql_and_values(on.kind().sea(), text, chunk);
            touched += on.connection().run(statement).await?.rows_affected();
        }
    }
}

/// `(?, ?), (?, ?)`. SQLite's driver asks the name of each place, and a named one is looked for among all the others:
/// thousands of `$1` take a hundred times as long as thousands of `?`.
fn places(backend: Backend, rows: usize, width: usize) -> String {
    let mut text = String::new();
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..width {
            if column > 0 {
                text.push_str(", ");
            }
            match backend {
                Backend::Sqlite => text.push('?'),
                Backend::Postgres => {
                    text.push('$');
                    text.push_str(&(row * width + column + 1).to_string());
                }
            }
        }
        text.push(')');
    }
    text
}

/// Rows to insert into one table, many at a time.
#[derive(Clone, Debug)]
pub struct Insert {
    head: String,
    rows: Rows,
    ending: &'static str,
}

/// Begins an insertion.
pub fn insert(table: &str, columns: &[&str]) -> Insert {
    let head = format!("insert into {table} ({}) values ", columns.join(", "));
    Insert { head, rows: Rows { width: columns.len(), values: Vec::new() }, ending: "" }
}

impl Insert {
    /// Adds a row.
    pub fn row<const N: usize>(mut self, values: [Value; N]) -> Self {
        self.add(values);
        self
    }

    /// Adds a row to a list under construction.
    pub fn add<const N: usize>(&mut self, values: [Value; N]) {
        debug_assert_eq!(N, self.rows.width, "{}: a value for each column", self.head);
        self.rows.values.extend(values);
    }

    /// Adds a row of any width.
    pub fn add_all(&mut self, values: impl IntoIterator<Item = Value>) {
        self.rows.values.extend(values);
    }

    /// Adds words after the rows, such as `on conflict do nothing`.
    pub fn ending(mut self, ending: &'static str) -> Self {
        self.ending = ending;
        self
    }

    /// Whether there is nothing to insert.
    pub fn is_empty(&self) -> bool {
        self.rows.values.is_empty()
    }

    /// Writes the rows, and tells how many were written.
    pub async fn run(self, on: &impl Writes) -> Result<u64> {
        self.rows.run(on, &self.head, self.ending).await
    }
}

impl From<Insert> for Sql {
    /// A few rows as a statement like others.
    fn from(insert: Insert) -> Self {
        let Rows { width, values } = insert.rows;
        let places = places(Backend::Postgres, values.len() / width, width);
        let text = format!("{}{places} {}", insert.head, insert.ending);
        Self { text: Cow::Owned(text), values, keeps: None }
    }
}

/// Rows of one table to change, many at a time, each to values of its own.
#[derive(Clone, Debug)]
pub struct Update {
    head: String,
    tail: String,
    rows: Rows,
}

/// Begins a change of rows known by their `keys`.
pub fn update(table: &str, keys: &[&str], columns: &[&str]) -> Update {
    let all: Vec<&str> = keys.iter().chain(columns).copied().collect();
    let set: Vec<String> = columns.iter().map(|column| format!("{column} = v.{column}")).collect();
    let found: Vec<String> = keys.iter().map(|key| format!("{table}.{key} = v.{key}")).collect();
    Update {
        head: format!("with v ({}) as (values ", all.join(", ")),
        tail: format!(") update {table} set {} from v where {}", set.join(", "), found.join(" and ")),
        rows: Rows { width: all.len(), values: Vec::new() },
    }
}

impl Update {
    /// Adds a row: its keys, then its new values.
    pub fn add<const N: usize>(&mut self, values: [Value; N]) {
        debug_assert_eq!(N, self.rows.width, "{}: a value for each column", self.head);
        self.rows.values.extend(values);
    }

    /// Writes them, and tells how many were found.
    pub async fn run(self, on: &impl Writes) -> Result<u64> {
        self.rows.run(on, &self.head, &self.tail).await
    }
}

/// Characters of a search that are looked for: databases refuse patterns of tens of thousands.
const LONGEST_SEARCHED: usize = 200;

/// A `like` pattern that finds a folded text anywhere; the wildcards of the typed text are taken as they are.
pub fn contains_pattern(folded: &str) -> String {
    let mut pattern = String::with_capacity(folded.len() + 2);
    pattern.push('%');
    for c in folded.chars().take(LONGEST_SEARCHED).filter(|c| !matches!(c, '%' | '_' | '\\')) {
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_that_go_together_go_on_counting_their_places() {
        let first = sql("update a set b = $1 where c = $2 and d <> $1").bind(1).bind(2);
        let second: Sql = insert("a", &["b", "c"]).row([3.into(), 4.into()]).into();
        let whole = joined(vec![first, second]);
        assert_eq!(
            whole.text,
            "update a set b = $1 where c = $2 and d <> $1;\ninsert into a (b, c) values ($3, $4) ;\n"
        );
        assert_eq!(whole.values, [1.into(), 2.into(), 3.into(), Value::from(4)]);
    }
}
