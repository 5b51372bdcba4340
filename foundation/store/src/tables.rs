//! The tables as the migrations leave them: what a backup writes and a restore fills.

use std::collections::BTreeSet;

use sea_orm::FromQueryResult;

use crate::{Backend, Error, Reads, Result, Schema, schema::statements, sql};

/// A table as the migrations describe it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Column name and type word (`id`, `text`, `int`…), in order.
    pub columns: Vec<(String, String)>,
    /// The columns of its primary key.
    pub key: Vec<String>,
    /// The tables its foreign keys point at.
    pub references: Vec<String>,
    /// Its foreign keys over several columns.
    pub links: Vec<Link>,
    /// Its columns that say of which person a row is, or by whom it was written.
    pub persons: Vec<String>,
    /// Its columns that say of whose account a row is.
    pub accounts: Vec<String>,
}

/// A foreign key: its columns, the table that they point at, and the columns there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Its columns.
    pub columns: Vec<String>,
    /// The table that they point at.
    pub table: String,
    /// The columns there, in the same order.
    pub to: Vec<String>,
}

/// Every table of the schemas, in an order in which each comes after those it points at.
pub fn tables(schemas: &[Schema]) -> Result<Vec<Table>> {
    tables_of(schemas, |_| true)
}

/// The tables as those migrations leave them that are wanted.
pub(crate) fn tables_of(schemas: &[Schema], wanted: impl Fn(&str) -> bool) -> Result<Vec<Table>> {
    let mut tables = Vec::new();
    for migration in schemas.iter().flat_map(|s| s.migrations).filter(|m| wanted(m.name)) {
        for statement in statements(migration.sql) {
            follow(&mut tables, statement)
                .ok_or_else(|| Error::Schema(format!("{}: not understood: {statement}", migration.name)))?;
        }
    }
    Ok(tables)
}

/// What one statement makes of the tables; none when it is of a kind that nobody expects here.
fn follow(tables: &mut Vec<Table>, statement: &str) -> Option<()> {
    let words: Vec<&str> = statement.split_whitespace().collect();
    match words.as_slice() {
        ["create", "table", ..] => tables.push(parse_table(statement)?),
        ["drop", "table", name] => tables.retain(|table| table.name != *name),
        ["alter", "table", name, rest @ ..] => {
            let table = tables.iter_mut().find(|table| table.name == *name)?;
            match rest {
                ["add", "column", column, kind, more @ ..] => {
                    table.columns.push(((*column).to_owned(), type_word(kind)));
                    let target = more.iter().skip_while(|word| **word != "references").nth(1);
                    table.references.extend(target.map(|target| owner(target)));
                }
                ["drop", "column", column] => table.columns.retain(|(known, _)| known != column),
                ["rename", "column", from, "to", to] => {
                    let known = table.columns.iter_mut().map(|(known, _)| known);
                    known.chain(&mut table.key).filter(|known| known == from).for_each(|k| *k = (*to).into());
                }
                ["rename", "to", to] => {
                    (*to).clone_into(&mut table.name);
                    let pointing = tables.iter_mut().flat_map(|table| &mut table.references);
                    pointing.filter(|target| target == name).for_each(|target| *target = (*to).into());
                    let links = tables.iter_mut().flat_map(|table| &mut table.links);
                    links.filter(|link| link.table == *name).for_each(|link| link.table = (*to).into());
                }
                _ => return None,
            }
        }
        ["create" | "drop", "index", ..] | ["create", "unique", "index", ..] => {}
        ["insert" | "update" | "delete", ..] => {}
        _ => return None,
    }
    Some(())
}

fn parse_table(statement: &str) -> Option<Table> {
    let name = statement.strip_prefix("create table ")?.split_whitespace().next()?.to_owned();
    let mut table = Table { name, ..Table::default() };
    for line in statement.lines().skip(1).map(str::trim) {
        if let Some(at) = line.find("references ") {
            table.references.push(owner(&line[at + 11..]));
            table.point(line, &owner(&line[at + 11..]));
            table.links.extend(link(line));
        }
        if let Some(columns) = line.strip_prefix("primary key (") {
            table.key =
                columns.split(')').next().unwrap_or("").split(',').map(|c| c.trim().to_owned()).collect();
        }
        let mut words = line.split_whitespace();
        let (Some(first), Some(second)) = (words.next(), words.next()) else { continue };
        if !matches!(first, "constraint" | "primary" | ")") {
            table.columns.push((first.to_owned(), type_word(second)));
            if line.contains(" primary key") {
                table.key = vec![first.to_owned()];
            }
        }
    }
    Some(table)
}

impl Table {
    /// Notes the columns of a foreign key that leads to a person or to an account.
    fn point(&mut self, line: &str, target: &str) {
        let Some((_, rest)) = line.split_once("foreign key (") else { return };
        let columns = rest.split(')').next().unwrap_or_default().split(',').map(str::trim);
        let columns = columns.filter(|column| *column != "org_id").map(str::to_owned);
        match target {
            "person" => self.persons.extend(columns),
            "account" | "account_person" => self.accounts.extend(columns),
            _ => {}
        }
    }
}

/// The foreign key that a line of a table declares.
fn link(line: &str) -> Option<Link> {
    let (_, rest) = line.split_once("foreign key (")?;
    let (columns, rest) = rest.split_once(") references ")?;
    let (table, rest) = rest.split_once('(')?;
    let to = rest.split(')').next()?;
    let names = |list: &str| list.split(',').map(|name| name.trim().to_owned()).collect();
    Some(Link { columns: names(columns), table: table.trim().to_owned(), to: names(to) })
}

fn type_word(word: &str) -> String {
    word.trim_start_matches('$').trim_end_matches(',').to_owned()
}

/// `unit` of `unit(id)` or `unit (id)`.
fn owner(target: &str) -> String {
    target.split([' ', '(']).next().unwrap_or_default().to_owned()
}

#[derive(FromQueryResult)]
struct Column {
    name: String,
}

/// Refuses a table that has other columns in the database than the migrations say: a backup would leave them out.
pub(crate) async fn same_as_laid(on: &impl Reads, table: &Table) -> Result<()> {
    let text = match on.kind() {
        Backend::Sqlite => "select name from pragma_table_info($1)",
        Backend::Postgres => {
            "select column_name::text as name from information_schema.columns \
             where table_schema = current_schema() and table_name = $1"
        }
    };
    let laid: Vec<Column> = sql(text).bind(table.name.clone()).all(on).await?;
    let laid: BTreeSet<&str> = laid.iter().map(|column| column.name.as_str()).collect();
    let known: BTreeSet<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
    match laid.symmetric_difference(&known).next() {
        None => Ok(()),
        Some(column) => Err(Error::Schema(format!(
            "{}.{column} is not the same here as in this version's migrations",
            table.name
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "create table b (\n  id $id not null primary key\n);\n\
        create table a (\n  id $id not null primary key,\n  b_id $id not null,\n  \
        constraint a_b foreign key (b_id) references b (id),\n  constraint a_small check (1 = 1)\n);\n\n\
        create unique index unique_a__b_id on a (b_id);\n";

    fn after(more: &str) -> Option<Vec<Table>> {
        let mut tables = Vec::new();
        let text = format!("{TEXT}\n{more}");
        statements(&text).map(|statement| follow(&mut tables, statement)).collect::<Option<Vec<()>>>()?;
        Some(tables)
    }

    fn columns(table: &Table) -> Vec<&str> {
        table.columns.iter().map(|(name, _)| name.as_str()).collect()
    }

    #[test]
    fn a_table_is_read_from_its_migration() {
        let tables = after("").unwrap();
        assert_eq!(tables[1].columns, [("id".into(), "id".into()), ("b_id".to_owned(), "id".to_owned())]);
        assert_eq!(tables[1].references, ["b"]);
        assert_eq!(tables[1].key, ["id"]);
    }

    #[test]
    fn prv_05_columns_that_lead_to_somebody_are_known() {
        let text = "create table c (\n  org_id $id not null,\n  by_id $id,\n  account_id $id,\n  \
            constraint c_by foreign key (org_id, by_id) references person (org_id, id),\n  \
            constraint c_of foreign key (account_id, org_id) references account_person (account_id, org_id)\n);\n";
        let table = after(text).unwrap().pop().unwrap();
        assert_eq!(
            (table.persons, table.accounts),
            (vec!["by_id".to_owned()], vec!["account_id".to_owned()])
        );
    }

    #[test]
    fn ops_03_later_steps_are_followed() {
        let tables = after(
            "alter table a add column c_id $id references c (id);\nalter table a rename column id to number;\n\
             alter table b rename to bee;\nalter table a drop column b_id;\n",
        )
        .unwrap();
        assert_eq!((tables[0].name.as_str(), columns(&tables[1])), ("bee", vec!["number", "c_id"]));
        assert_eq!(
            (&tables[1].key, &tables[1].references),
            (&vec!["number".into()], &vec!["bee".into(), "c".into()])
        );
        assert_eq!(after("drop table a;\n").unwrap().len(), 1);
    }

    #[test]
    fn ops_03_a_step_that_nobody_understands_is_told() {
        assert!(after("alter table a alter column b_id drop not null;\n").is_none());
        assert!(after("alter table stranger add column x text;\n").is_none());
        assert!(after("create view v as select 1;\n").is_none());
    }
}
