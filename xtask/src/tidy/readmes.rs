//! Every room introduces itself, once: its README is also the crate's documentation.

use super::Finding;
use super::tree::Tree;

const INCLUDED: &str = r#"#![doc = include_str!("../README.md")]"#;

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for room in tree.crates().filter(|room| *room != "xtask") {
        let readme = format!("{room}/README.md");
        let Some(text) = tree.get(&readme) else {
            findings.push(Finding::new(&readme, 1, "every crate says what it is for: write it"));
            continue;
        };
        if !text.lines().next().is_some_and(|line| line.starts_with("# ")) {
            findings.push(Finding::new(&readme, 1, "the first line is a title (`# …`)"));
        }
        let roots = ["lib.rs", "main.rs"].map(|name| format!("{room}/src/{name}"));
        let root = roots.iter().find_map(|path| Some((path, tree.get(path)?)));
        if let Some((path, source)) = root
            && !source.lines().any(|line| line.trim() == INCLUDED)
        {
            findings.push(Finding::new(
                path,
                1,
                format!("the README is the crate's documentation: {INCLUDED}"),
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: (&str, &str) = ("foundation/a/Cargo.toml", "[package]");

    #[test]
    fn a_crate_with_its_readme_is_fine_and_xtask_is_exempt() {
        let good = [
            MANIFEST,
            ("foundation/a/README.md", "# A\n"),
            ("foundation/a/src/lib.rs", "#![doc = include_str!(\"../README.md\")]\n"),
            ("xtask/Cargo.toml", "[package]"),
        ];
        assert!(check(&Tree::of(&good)).is_empty());
    }

    #[test]
    fn a_missing_untitled_or_unread_readme_fails() {
        assert_eq!(check(&Tree::of(&[MANIFEST])).len(), 1);
        let bad = [MANIFEST, ("foundation/a/README.md", "A\n"), ("foundation/a/src/lib.rs", "//! A\n")];
        assert_eq!(check(&Tree::of(&bad)).len(), 2);
    }
}
