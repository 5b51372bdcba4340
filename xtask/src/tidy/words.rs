//! Words that mean unfinished work, and names that mean nothing.

use super::Finding;
use super::tree::Tree;

/// Written apart so that this file does not find itself.
const UNFINISHED: [&str; 5] = [
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("dbg", "!("),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
];
const DRAWERS: [&str; 9] =
    ["utils", "util", "common", "helpers", "helper", "misc", "types", "context", "shared"];

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.ending(".rs") {
        if let Some(drawer) = path.trim_end_matches(".rs").split('/').find(|part| DRAWERS.contains(part)) {
            findings.push(Finding::new(path, 1, format!("`{drawer}` says nothing: name it after its noun")));
        }
        let low = path.starts_with("foundation/") && path.contains("/src/");
        for (number, line) in text.lines().enumerate() {
            if low && line.contains("relais_testkit") {
                findings.push(Finding::new(
                    path,
                    number + 1,
                    "the testkit stands on this room: test it in `tests/`",
                ));
            }
            for word in UNFINISHED.iter().filter(|word| line.contains(**word)) {
                findings.push(Finding::new(path, number + 1, format!("`{word}` is unfinished work")));
            }
            if let Some(drawer) = inline_module(line).filter(|name| DRAWERS.contains(name)) {
                findings.push(Finding::new(
                    path,
                    number + 1,
                    format!("module `{drawer}` says nothing: name its noun"),
                ));
            }
        }
    }
    findings
}

fn inline_module(line: &str) -> Option<&str> {
    let line = line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub ");
    line.strip_prefix("mod ")?.strip_suffix('{').map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfinished_work_and_junk_drawers_are_told() {
        let unfinished = format!("fn a() {{\n    {}) }}\n", UNFINISHED[0]);
        let tree = Tree::of(&[
            ("a/src/lib.rs", &unfinished),
            ("a/src/utils.rs", ""),
            ("a/tests/common/mod.rs", ""),
            ("a/src/b.rs", "pub(crate) mod helpers {\n}\n"),
        ]);
        let lines: Vec<(String, usize)> = check(&tree).into_iter().map(|f| (f.path, f.line)).collect();
        let expected =
            [("a/src/b.rs", 1), ("a/src/lib.rs", 2), ("a/src/utils.rs", 1), ("a/tests/common/mod.rs", 1)];
        assert_eq!(lines, expected.map(|(path, line)| (path.to_owned(), line)));
    }

    #[test]
    fn names_with_a_noun_are_fine() {
        assert!(check(&Tree::of(&[("a/src/typesetting.rs", "mod opening_hours {\n}\n")])).is_empty());
    }
}
