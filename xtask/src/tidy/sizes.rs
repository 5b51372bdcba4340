//! Files that a person can hold in their head.

use super::Finding;
use super::tree::Tree;

const ALARM: usize = 600;
const NOTE: usize = 400;
const ARCHITECTURE: usize = 300;

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, lines) in sizes(tree).filter(|(_, lines)| *lines > ALARM) {
        findings.push(Finding::new(
            path,
            ALARM,
            format!("{lines} lines: is this one room, or two? (alarm at {ALARM})"),
        ));
    }
    match tree.get("ARCHITECTURE.md").map(|text| text.lines().count()) {
        None => findings.push(Finding::new("ARCHITECTURE.md", 1, "the architecture is not written down")),
        Some(lines) if lines >= ARCHITECTURE => {
            let sentence = format!("{lines} lines: an overview stays under {ARCHITECTURE}");
            findings.push(Finding::new("ARCHITECTURE.md", ARCHITECTURE, sentence));
        }
        Some(_) => {}
    }
    findings
}

/// What is no failure but worth a look.
pub(crate) fn notes(tree: &Tree) -> Vec<String> {
    let mut all: Vec<usize> = sizes(tree).map(|(_, lines)| lines).collect();
    all.sort_unstable();
    if all.is_empty() {
        return Vec::new();
    }
    let at = |share: usize| all[(all.len() - 1) * share / 100];
    let mut notes =
        vec![format!("{} Rust files, median {} lines, nine in ten up to {}", all.len(), at(50), at(90))];
    let long = sizes(tree).filter(|(_, lines)| (NOTE + 1..=ALARM).contains(lines));
    notes.extend(long.map(|(path, lines)| format!("note: {path} has {lines} lines")));
    notes
}

/// Rust files but tests and migrations, which grow by listing, not by entangling.
fn sizes(tree: &Tree) -> impl Iterator<Item = (&str, usize)> {
    let lists = |path: &str| path.split('/').any(|part| part == "tests" || part == "migrations");
    tree.ending(".rs").filter(move |(path, _)| !lists(path)).map(|(path, text)| (path, text.lines().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_fail_unless_they_are_lists() {
        let (long, middling) = ("//\n".repeat(601), "//\n".repeat(450));
        let tree = Tree::of(&[
            ("a/src/long.rs", &long),
            ("a/tests/it.rs", &long),
            ("a/migrations/m.rs", &long),
            ("a/src/b.rs", &middling),
            ("ARCHITECTURE.md", "# A\n"),
        ]);
        let findings = check(&tree);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].path, "a/src/long.rs");
        assert_eq!(notes(&tree)[1], "note: a/src/b.rs has 450 lines");
    }

    #[test]
    fn the_architecture_is_short_and_there() {
        assert_eq!(check(&Tree::of(&[])).len(), 1);
        assert_eq!(check(&Tree::of(&[("ARCHITECTURE.md", &"x\n".repeat(300))])).len(), 1);
    }
}
