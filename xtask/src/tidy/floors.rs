//! The floors of the house as a table, held against what `cargo metadata` says.

use std::path::Path;

use cargo_metadata::{DependencyKind, Metadata};

use super::Finding;

/// What the rooms matching `room` may use of ours (also in tests and build scripts), and which crates of others
/// they never touch. The first matching row counts; a pattern may end in `*`.
struct Row {
    room: &'static str,
    may_use: &'static [&'static str],
    never: &'static [&'static str],
}

const NO_IO: &[&str] = &["tokio*", "axum*", "sqlx*", "sea-orm-migration", "reqwest", "lettre", "tower*"];
const PURE: &[&str] =
    &["tokio*", "async-*", "futures*", "axum*", "sqlx*", "sea-orm*", "reqwest", "lettre", "tower*", "chrono"];
const NO_WEB: &[&str] = &["axum*", "tower*"];
const NOTHING: &[&str] = &[];

const SHARED: &[&str] = &[
    "foundation/kernel",
    "foundation/words",
    "foundation/store",
    "foundation/contracts",
    "algorithms/calendar",
    "testkit",
];
const ALL_OF_THOSE: &[&str] = &[
    "foundation/kernel",
    "foundation/words",
    "foundation/store",
    "foundation/contracts",
    "foundation/directory",
    "foundation/contact",
    "foundation/files",
    "foundation/sealed",
    "algorithms/calendar",
    "testkit",
];

/// Rooms with tables test them in `tests/`, on the testkit, which stands on them: a cycle that cargo allows to tests alone.
/// Their own unit tests never do; `words.rs` watches their `src`.
///
/// `sheets` reads and writes spreadsheets and knows nothing of ours.
const FLOORS: &[Row] = &[
    Row { room: "algorithms/*", may_use: &["algorithms/*"], never: PURE },
    Row { room: "foundation/kernel", may_use: &[], never: NO_IO },
    Row { room: "foundation/words", may_use: &["foundation/kernel"], never: PURE },
    Row { room: "foundation/sheets", may_use: &[], never: PURE },
    Row { room: "foundation/store", may_use: &["foundation/kernel", "testkit"], never: NO_WEB },
    Row { room: "foundation/contracts", may_use: &["foundation/kernel", "foundation/store"], never: NO_WEB },
    Row { room: "foundation/directory", may_use: SHARED, never: NO_WEB },
    Row { room: "foundation/contact", may_use: SHARED, never: NO_WEB },
    Row { room: "foundation/files", may_use: SHARED, never: NO_WEB },
    Row { room: "foundation/sealed", may_use: SHARED, never: NO_WEB },
    Row { room: "foundation/baton", may_use: ALL_OF_THOSE, never: NO_WEB },
    Row { room: "foundation/post", may_use: ALL_OF_THOSE, never: NO_WEB },
    Row {
        room: "foundation/web",
        may_use: &[
            "foundation/kernel",
            "foundation/words",
            "foundation/store",
            "foundation/directory",
            "foundation/sealed",
            "testkit",
        ],
        never: &["sqlx*"],
    },
    Row { room: "capabilities/*", may_use: &["algorithms/*", "foundation/*", "testkit"], never: &["sqlx*"] },
    Row {
        room: "app",
        may_use: &["algorithms/*", "foundation/*", "capabilities/*", "testkit"],
        never: NOTHING,
    },
    Row { room: "testkit", may_use: &["foundation/*"], never: NOTHING },
    Row { room: "xtask", may_use: &[], never: &["tokio*", "axum*", "sqlx*", "sea-orm*"] },
    Row {
        room: "benches",
        may_use: &["algorithms/*", "foundation/*", "capabilities/*", "testkit"],
        never: NOTHING,
    },
    Row {
        room: "fuzz",
        may_use: &["algorithms/*", "foundation/*", "capabilities/*", "testkit"],
        never: NOTHING,
    },
];
/// Used in tests only, whoever uses it.
const DEV_ONLY: &[&str] = &["testkit"];

/// A crate of the workspace and what it uses.
pub(crate) struct Room {
    path: String,
    uses: Vec<Use>,
}

struct Use {
    /// The path of a room of ours, or nothing.
    room: Option<String>,
    name: String,
    in_tests: bool,
}

pub(crate) fn rooms(metadata: &Metadata, root: &Path) -> Vec<Room> {
    let place = |path: &cargo_metadata::camino::Utf8Path| {
        path.as_std_path().strip_prefix(root).ok().map(|path| path.to_string_lossy().into_owned())
    };
    let room = |package: &cargo_metadata::Package| -> Option<Room> {
        let uses = package.dependencies.iter().map(|dependency| Use {
            room: dependency.path.as_deref().and_then(place),
            name: dependency.name.clone(),
            in_tests: dependency.kind == DependencyKind::Development,
        });
        Some(Room { path: place(package.manifest_path.parent()?)?, uses: uses.collect() })
    };
    metadata.workspace_packages().into_iter().filter_map(room).collect()
}

pub(crate) fn check(rooms: &[Room]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for Room { path, uses } in rooms {
        let manifest = format!("{path}/Cargo.toml");
        let mut say = |sentence: String| findings.push(Finding::new(&manifest, 1, sentence));
        let Some(row) = FLOORS.iter().find(|row| matches(row.room, path)) else {
            say(format!("{path} has no floor: give it a row in xtask/src/tidy/floors.rs"));
            continue;
        };
        for one in uses {
            match &one.room {
                Some(used) if !row.may_use.iter().any(|allowed| matches(allowed, used)) => {
                    say(format!("{path} may not use {used}, also in tests"));
                }
                Some(used) if DEV_ONLY.contains(&used.as_str()) && !one.in_tests => {
                    say(format!("{used} is for tests: make it a dev-dependency of {path}"));
                }
                None if !one.in_tests && row.never.iter().any(|never| matches(never, &one.name)) => {
                    say(format!("{path} stands too low to use {}", one.name));
                }
                _ => {}
            }
        }
    }
    findings
}

fn matches(pattern: &str, word: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == word, |start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(path: &str, uses: &[(&str, bool)]) -> Vec<String> {
        let uses = uses.iter().map(|(name, in_tests)| Use {
            room: (name.contains('/') || matches!(*name, "app" | "testkit")).then(|| (*name).to_owned()),
            name: (*name).to_owned(),
            in_tests: *in_tests,
        });
        let room = Room { path: path.to_owned(), uses: uses.collect() };
        check(&[room]).into_iter().map(|finding| finding.sentence).collect()
    }

    #[test]
    fn the_rows_of_the_house_hold() {
        assert!(sentences("foundation/kernel", &[("sea-orm", false), ("tokio", true)]).is_empty());
        assert!(
            sentences("capabilities/home", &[("foundation/sheets", false), ("testkit", true)]).is_empty()
        );
        assert!(
            sentences("foundation/post", &[("foundation/directory", false), ("lettre", false)]).is_empty()
        );
    }

    #[test]
    fn a_broken_row_is_told() {
        for (room, used) in [
            ("foundation/store", "foundation/words"),
            ("foundation/web", "foundation/contracts"),
            ("foundation/directory", "foundation/web"),
            ("foundation/sheets", "foundation/kernel"),
            ("capabilities/home", "capabilities/network"),
            ("capabilities/home", "app"),
            ("benches", "app"),
            ("foundation/kernel", "testkit"),
            ("algorithms/measure", "foundation/kernel"),
        ] {
            let told = sentences(room, &[(used, true)]);
            assert_eq!(told, [format!("{room} may not use {used}, also in tests")]);
        }
    }

    #[test]
    fn the_testkit_is_for_tests_and_io_stays_out_of_the_cellar() {
        assert!(sentences("capabilities/home", &[("testkit", false)])[0].contains("dev-dependency"));
        assert!(sentences("foundation/words", &[("tokio-util", false)])[0].contains("too low"));
        assert!(sentences("attic", &[])[0].contains("no floor"));
    }
}
