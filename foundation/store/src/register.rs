//! The register (PRV-01): for each table, why it exists, who reads it and when a row goes. Pages, purge and the staff
//! representatives' pack are made from it; a table without an entry fails the build.

/// Whose data a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Nobody: machinery or facts of the organisation.
    Nobody,
    /// People who work here.
    Staff,
    /// Customers.
    Customers,
}

/// When a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retention {
    /// As long as the organisation uses Relais.
    WhileInUse,
    /// So many days after the named column's moment.
    Days(u32, &'static str),
    /// With the row it belongs to.
    With(&'static str),
    /// The row stays, for others point at it; what it tells of somebody is taken out so many days after the named day. The
    /// room does it by a job of its own.
    Emptied(u32, &'static str),
}

/// One table's entry. The purpose's words are the key `register-TABLE`, in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The table.
    pub table: &'static str,
    /// Whose data it holds.
    pub about: About,
    /// Who may read it: role codes, or `self`, `nobody`.
    pub readers: &'static [&'static str],
    /// When a row goes.
    pub retention: Retention,
    /// Columns that are not handed out with somebody's own data, since they open doors: a link to sign in.
    pub untold: &'static [&'static str],
}

impl Entry {
    /// An entry.
    pub const fn new(
        table: &'static str,
        about: About,
        readers: &'static [&'static str],
        retention: Retention,
    ) -> Self {
        Self { table, about, readers, retention, untold: &[] }
    }

    /// The same, with columns that are not handed out.
    pub const fn without(self, untold: &'static [&'static str]) -> Self {
        Self { untold, ..self }
    }
}

pub(crate) const OWN: &[Entry] = &[
    Entry::new("job", About::Staff, &["admin"], Retention::Days(30, "ended_at")),
    Entry::new("outbox", About::Staff, &["nobody"], Retention::Days(30, "sent_at")),
    Entry::new("bell", About::Nobody, &["nobody"], Retention::WhileInUse),
    Entry::new("lease", About::Nobody, &["nobody"], Retention::WhileInUse),
    Entry::new("vault_mark", About::Nobody, &["nobody"], Retention::WhileInUse),
    Entry::new("audit_event", About::Staff, &["dpo", "auditor", "self"], Retention::Days(1095, "at")),
    Entry::new("audit_head", About::Nobody, &["dpo"], Retention::WhileInUse),
];
