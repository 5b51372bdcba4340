//! The tables of this room, nearly all of imports: their rules and their place in the register.

use relais_store::{
    Migration, Schema,
    guard::Guard,
    register::{About, Entry, Retention},
};

/// The tables.
pub const SCHEMA: Schema = Schema {
    room: "network",
    migrations: &[
        Migration {
            name: "2026_11_21_network_imports",
            sql: include_str!("../../migrations/2026_11_21_network_imports.sql"),
        },
        Migration {
            name: "2026_11_22_network_vacancies",
            sql: include_str!("../../migrations/2026_11_22_network_vacancies.sql"),
        },
    ],
    guards: &[
        Guard::requires_rows(
            "applied_import_has_changes",
            "import",
            "{row}.state = 'applied' and {row}.new_count + {row}.changed_count + {row}.leaver_count > 0",
            "exists (select 1 from import_change c where c.org_id = {row}.org_id and c.import_id = {row}.id)",
        ),
        Guard::requires_rows(
            "applying_import_has_mapping",
            "import",
            "{row}.state in ('checking', 'applying')",
            "exists (select 1 from import_mapping m where m.org_id = {row}.org_id and m.import_id = {row}.id)",
        ),
        Guard::unchanged_when("undone_import_stays", "import", "{row}.state = 'undone'"),
        Guard::unchanged_when("import_file_stays_as_sent", "import_chunk", "1 = 1"),
        Guard::unchanged_when(
            "applied_mapping_stays",
            "import_mapping",
            "exists (select 1 from import i where i.org_id = {row}.org_id and i.id = {row}.import_id \
             and i.state in ('applying', 'applied', 'undoing', 'undone'))",
        ),
        Guard::unchanged_when("settled_change_stays", "import_change", "{row}.outcome <> 'done'"),
    ],
    register: &[
        Entry::new("import", About::Staff, READERS, Retention::Days(365, "created_at")),
        Entry::new("import_mapping", About::Nobody, READERS, Retention::With("import")),
        Entry::new("import_chunk", About::Staff, &["nobody"], Retention::Days(30, "created_at")),
        Entry::new("import_fault", About::Staff, READERS, Retention::Days(30, "created_at")),
        Entry::new("import_change", About::Staff, READERS, Retention::Days(CHANGES_KEPT, "created_at")),
        Entry::new("vacancy_told", About::Nobody, &["nobody"], Retention::Days(365, "created_at")),
    ],
};

/// For so many days what a file changed is kept, and the file can be taken back.
pub(super) const CHANGES_KEPT: u32 = 90;

const READERS: &[&str] = &["hr", "admin"];
