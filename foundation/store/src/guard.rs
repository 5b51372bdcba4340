//! Rules as triggers, written once for both databases.
//!
//! A condition is SQL about one row, written with `{row}` for that row: `{row}.main and {row}.closed_day is null`.

use crate::{Backend, turns};

/// A rule of one table, under the name that a refusal gives back.
#[derive(Clone, Copy, Debug)]
pub struct Guard {
    /// Unique name, which the sentence shown to people is keyed by.
    pub name: &'static str,
    /// The table.
    pub table: &'static str,
    /// The rule.
    pub rule: Rule,
}

/// The shapes of rules.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Rows are never changed nor removed.
    AppendOnly,
    /// Rows are never changed, and removed only when they fulfil the condition.
    AppendOnlyUntil(&'static str),
    /// A row that fulfils the condition is never changed nor removed.
    ImmutableWhen(&'static str),
    /// A row that fulfils the condition is never changed; it may be removed when its time is over.
    UnchangedWhen(&'static str),
    /// A row that fulfils the condition is never removed.
    KeptWhen(&'static str),
    /// Rows with equal keys and the condition never share a point of their spans.
    NoOverlap {
        /// Columns that must differ for two rows to be free of each other.
        key: &'static [&'static str],
        /// Which rows count.
        when: &'static str,
        /// First point of a row's span.
        from: &'static str,
        /// Last point of a row's span.
        to: &'static str,
    },
    /// At most so many rows with equal keys.
    MaxChildren {
        /// Columns of the parent.
        key: &'static [&'static str],
        /// The most.
        most: u32,
    },
    /// A row fulfils the condition only while a row of another table stands behind it.
    RequiresRows {
        /// Which rows need it.
        when: &'static str,
        /// A full condition such as `exists (select 1 from line l where l.import_id = {row}.id)`.
        rows: &'static str,
    },
    /// Some columns change only under a condition, which may speak of the row before (`{old}`) and after (`{row}`).
    MovesOnly {
        /// The columns.
        columns: &'static [&'static str],
        /// A full condition.
        when: &'static str,
    },
}

impl Guard {
    /// Rows are never changed nor removed.
    pub const fn append_only(name: &'static str, table: &'static str) -> Self {
        Self { name, table, rule: Rule::AppendOnly }
    }

    /// Rows are never changed; those that fulfil the condition may be removed.
    pub const fn append_only_until(name: &'static str, table: &'static str, when: &'static str) -> Self {
        Self { name, table, rule: Rule::AppendOnlyUntil(when) }
    }

    /// A row that fulfils the condition stays as it is.
    pub const fn immutable_when(name: &'static str, table: &'static str, when: &'static str) -> Self {
        Self { name, table, rule: Rule::ImmutableWhen(when) }
    }

    /// A row that fulfils the condition may only be removed.
    pub const fn unchanged_when(name: &'static str, table: &'static str, when: &'static str) -> Self {
        Self { name, table, rule: Rule::UnchangedWhen(when) }
    }

    /// A row that fulfils the condition is never removed.
    pub const fn kept_when(name: &'static str, table: &'static str, when: &'static str) -> Self {
        Self { name, table, rule: Rule::KeptWhen(when) }
    }

    /// Periods of equal key never share a day: `from_day` and `to_day` are inclusive, an open end is null.
    pub const fn no_overlap(
        name: &'static str,
        table: &'static str,
        key: &'static [&'static str],
        when: &'static str,
    ) -> Self {
        let (from, to) = ("{row}.from_day", "coalesce({row}.to_day, 99991231)");
        Self { name, table, rule: Rule::NoOverlap { key, when, from, to } }
    }

    /// The same for spans that are written otherwise.
    pub const fn no_overlap_of(
        name: &'static str,
        table: &'static str,
        key: &'static [&'static str],
        (from, to): (&'static str, &'static str),
    ) -> Self {
        Self { name, table, rule: Rule::NoOverlap { key, when: "1 = 1", from, to } }
    }

    /// At most `most` rows of equal key.
    pub const fn max_children(
        name: &'static str,
        table: &'static str,
        key: &'static [&'static str],
        most: u32,
    ) -> Self {
        Self { name, table, rule: Rule::MaxChildren { key, most } }
    }

    /// Rows that fulfil `when` need `rows`.
    pub const fn requires_rows(
        name: &'static str,
        table: &'static str,
        when: &'static str,
        rows: &'static str,
    ) -> Self {
        Self { name, table, rule: Rule::RequiresRows { when, rows } }
    }

    /// Columns that change only when `when` holds of the row before (`{old}`) and after (`{row}`).
    pub const fn moves_only(
        name: &'static str,
        table: &'static str,
        columns: &'static [&'static str],
        when: &'static str,
    ) -> Self {
        Self { name, table, rule: Rule::MovesOnly { columns, when } }
    }

    /// Columns that never change.
    pub const fn fixed(name: &'static str, table: &'static str, columns: &'static [&'static str]) -> Self {
        Self::moves_only(name, table, columns, "1 = 0")
    }

    /// The statements that take a rule of that name away, whatever its form was.
    pub(crate) fn gone(name: &str, backend: Backend) -> Vec<String> {
        let events = ["insert", "update", "delete"];
        match backend {
            Backend::Sqlite => events.map(|event| format!("drop trigger if exists {name}_{event}")).to_vec(),
            // A trigger goes with its function.
            Backend::Postgres => {
                events.map(|event| format!("drop function if exists guard_{name}_{event}() cascade")).to_vec()
            }
        }
    }

    /// The statements that lay the rule.
    pub(crate) fn triggers(&self, backend: Backend) -> Vec<String> {
        let (events, offence, turn) = self.offence();
        match backend {
            Backend::Sqlite => events
                .iter()
                .map(|event| {
                    format!(
                        "create trigger {}_{event} before {event} on {} begin \
                         select raise(abort, 'guard:{}') where {}; end",
                        self.name,
                        self.table,
                        self.name,
                        offence(event),
                    )
                })
                .collect(),
            Backend::Postgres => {
                let function = format!("guard_{}", self.name);
                let body = turn.map_or(String::new(), |(when, key)| {
                    format!("if {when} then {} end if; ", turns::wait_for(self.name, &key))
                });
                let mut statements = Vec::new();
                for event in events {
                    let returned = if *event == "delete" { "old" } else { "new" };
                    statements.push(format!(
                        "create or replace function {function}_{event}() returns trigger language plpgsql as $guard$ \
                         begin {body}if {} then raise exception 'guard:{}' using errcode = '23R01'; end if; \
                         return {returned}; end $guard$",
                        offence(event),
                        self.name,
                    ));
                    statements.push(format!(
                        "create or replace trigger {}_{event} before {event} on {} for each row \
                         execute function {function}_{event}()",
                        self.name, self.table,
                    ));
                }
                statements
            }
        }
    }

    /// The events to watch, the condition that is refused at each, and what two writers must take turns on.
    #[expect(clippy::type_complexity, reason = "three values used in one place")]
    fn offence(
        &self,
    ) -> (&'static [&'static str], Box<dyn Fn(&str) -> String + '_>, Option<(String, String)>) {
        match self.rule {
            Rule::AppendOnly => (&["update", "delete"], Box::new(|_| "1 = 1".to_owned()), None),
            Rule::AppendOnlyUntil(when) => (
                &["update", "delete"],
                Box::new(move |event| match event {
                    "delete" => format!("not ({})", when.replace("{row}", "old")),
                    _ => "1 = 1".to_owned(),
                }),
                None,
            ),
            Rule::ImmutableWhen(when) => (
                &["update", "delete"],
                Box::new(move |_| format!("({})", when.replace("{row}", "old"))),
                None,
            ),
            Rule::UnchangedWhen(when) => {
                (&["update"], Box::new(move |_| format!("({})", when.replace("{row}", "old"))), None)
            }
            Rule::KeptWhen(when) => {
                (&["delete"], Box::new(move |_| format!("({})", when.replace("{row}", "old"))), None)
            }
            Rule::NoOverlap { key, when, from, to } => (
                &["insert", "update"],
                Box::new(move |_| {
                    let same: String = key.iter().map(|c| format!("o.{c} = new.{c} and ")).collect();
                    format!(
                        "({}) and exists (select 1 from {} o where {same}o.id <> new.id and ({}) \
                         and {} <= {} and {} <= {})",
                        when.replace("{row}", "new"),
                        self.table,
                        when.replace("{row}", "o"),
                        from.replace("{row}", "o"),
                        to.replace("{row}", "new"),
                        from.replace("{row}", "new"),
                        to.replace("{row}", "o"),
                    )
                }),
                Some((format!("({})", when.replace("{row}", "new")), key_text(key))),
            ),
            Rule::MaxChildren { key, most } => (
                &["insert"],
                Box::new(move |_| {
                    let same: Vec<String> = key.iter().map(|c| format!("o.{c} = new.{c}")).collect();
                    format!("(select count(*) from {} o where {}) >= {most}", self.table, same.join(" and "))
                }),
                Some(("true".to_owned(), key_text(key))),
            ),
            Rule::MovesOnly { columns, when } => (
                &["update"],
                Box::new(move |_| {
                    let moved: Vec<String> =
                        columns.iter().map(|c| format!("old.{c} is distinct from new.{c}")).collect();
                    let allowed = when.replace("{old}", "old").replace("{row}", "new");
                    format!("({}) and not ({allowed})", moved.join(" or "))
                }),
                None,
            ),
            Rule::RequiresRows { when, rows } => (
                &["insert", "update"],
                Box::new(move |_| {
                    format!("({}) and not {}", when.replace("{row}", "new"), rows.replace("{row}", "new"))
                }),
                None,
            ),
        }
    }
}

fn key_text(key: &[&str]) -> String {
    let parts: Vec<String> = key.iter().map(|c| format!("new.{c}::text")).collect();
    parts.join(" || ' ' || ")
}
