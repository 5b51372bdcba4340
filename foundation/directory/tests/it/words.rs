//! Every table stands in the register, and every code and sentence has its words.

use std::{collections::BTreeSet, fs, path::Path};

use relais_directory::{
    assignments::{AssignmentKind, Function},
    employers::EmployerKind,
    grants::ScopeCode,
    name_key,
    regions::MemberFunction,
    role_key, trades,
    units::{Channel, UnitKind},
};
use relais_kernel::Role;
use relais_store::schema;
use relais_testkit::builders::directory_words;

const SCHEMAS: [schema::Schema; 2] = [relais_store::SCHEMA, relais_directory::SCHEMA];

#[test]
fn prv_01_every_table_stands_in_the_register_once() {
    let words = directory_words();
    let mut entries: Vec<_> = SCHEMAS.iter().flat_map(|s| s.register).map(|e| e.table.to_owned()).collect();
    let mut tables: Vec<_> = schema::tables(&SCHEMAS).unwrap().into_iter().map(|t| t.name).collect();
    entries.sort();
    tables.sort();
    assert_eq!(entries, tables);
    for table in tables.iter().map(String::as_str).chain(["schema_ledger"]) {
        assert!(words.has(&name_key("register", table)), "{table}");
    }
}

#[test]
fn prv_01_readers_are_roles_or_oneself_or_nobody() {
    for entry in SCHEMAS.iter().flat_map(|s| s.register) {
        assert!(!entry.readers.is_empty(), "{}", entry.table);
        for reader in entry.readers {
            assert!(["self", "nobody"].contains(reader) || reader.parse::<Role>().is_ok(), "{reader}");
        }
    }
}

#[test]
fn prv_01_a_retention_names_what_exists() {
    use relais_store::register::Retention;
    let tables = schema::tables(&SCHEMAS).unwrap();
    for entry in SCHEMAS.iter().flat_map(|s| s.register) {
        match entry.retention {
            Retention::WhileInUse => {}
            Retention::With(parent) => assert!(tables.iter().any(|t| t.name == parent), "{}", entry.table),
            Retention::Days(_, column) | Retention::Emptied(_, column) => {
                let table = tables.iter().find(|t| t.name == entry.table).unwrap();
                assert!(table.columns.iter().any(|(name, _)| name == column), "{}.{column}", entry.table);
            }
        }
    }
}

#[test]
fn every_code_has_a_name() {
    let words = directory_words();
    let mut keys: Vec<String> = Role::ALL.iter().map(|role| role_key(*role)).collect();
    keys.extend(UnitKind::ALL.iter().map(|c| name_key("unit-kind", c.code())));
    keys.extend(Channel::ALL.iter().map(|c| name_key("channel", c.code())));
    keys.extend(Function::ALL.iter().map(|c| name_key("function", c.code())));
    keys.extend(AssignmentKind::ALL.iter().map(|c| name_key("assignment-kind", c.code())));
    keys.extend(MemberFunction::ALL.iter().map(|c| name_key("member-function", c.code())));
    keys.extend(EmployerKind::ALL.iter().map(|c| name_key("employer-kind", c.code())));
    keys.extend(ScopeCode::ALL.iter().map(|c| name_key("scope", c.code())));
    keys.extend(trades::USUAL.iter().map(|code| name_key("trade", code)));
    for key in keys {
        assert!(words.has(&key), "{key}");
    }
}

/// Reads the sources for keys of sentences, so that none is said without words and none is kept without use.
#[test]
fn every_sentence_has_words_and_every_words_a_use() {
    let mut sources = String::new();
    read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut sources);
    let words = directory_words();
    for text in sources.split('"').skip(1).step_by(2).filter(|text| is_key(text)) {
        let known = words.has(text) || !text.contains('-');
        assert!(known || NOT_SENTENCES.contains(&text), "`{text}` has no words");
    }
    let named = [
        "role-",
        "scope-",
        "unit-kind-",
        "channel-",
        "function-",
        "member-function-",
        "assignment-kind-",
        "employer-kind-",
        "trade-",
        "register-",
        "setting-of-",
        "setting-directory-",
    ];
    let ftl = include_str!("../../locales/fr.ftl");
    let keys: BTreeSet<_> =
        ftl.lines().filter_map(|l| l.split_once(" =")).map(|(key, _)| key).filter(|k| is_key(k)).collect();
    for key in keys {
        let used =
            sources.contains(&format!("\"{key}\"")) || named.iter().any(|prefix| key.starts_with(prefix));
        assert!(used, "nothing says `{key}`");
    }
}

const NOT_SENTENCES: &[&str] = &[];

fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.contains('-')
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && !text.ends_with('-')
}

fn read(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            read(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            // Tests say what they like; strings without their escaped quotes keep pairs together.
            let text = fs::read_to_string(&path).unwrap().replace("\\\"", "");
            let text = text.replace("'\"'", "").replace("b'\"'", "");
            let spoken = text.split("#[cfg(test)]").next().unwrap_or_default();
            spoken.lines().filter(|line| !line.trim_start().starts_with("//")).for_each(|line| {
                into.push_str(line);
                into.push('\n');
            });
        }
    }
}
