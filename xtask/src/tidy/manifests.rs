//! Every crate takes licence and lints from the workspace, so that neither can differ.

use super::Finding;
use super::tree::Tree;

const LICENCE: &str = "AGPL-3.0-or-later";

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let parse = |path: &str| tree.get(path).and_then(|text| text.parse::<toml::Table>().ok());
    let workspace = parse("Cargo.toml");
    let licence =
        workspace.as_ref().and_then(|table| table.get("workspace")?.get("package")?.get("license")?.as_str());
    if licence != Some(LICENCE) {
        findings.push(Finding::new("Cargo.toml", 1, format!("[workspace.package] license is {LICENCE}")));
    }
    for path in tree.crates().map(|room| format!("{room}/Cargo.toml")) {
        let table = parse(&path).unwrap_or_default();
        let inherits =
            |value: Option<&toml::Value>| value.and_then(|v| v.get("workspace")?.as_bool()) == Some(true);
        if !inherits(table.get("package").and_then(|package| package.get("license"))) {
            findings.push(Finding::new(&path, 1, "[package] needs `license.workspace = true`"));
        }
        if !inherits(table.get("lints")) {
            findings.push(Finding::new(&path, 1, "[lints] needs `workspace = true`"));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKSPACE: (&str, &str) = ("Cargo.toml", "[workspace.package]\nlicense = \"AGPL-3.0-or-later\"\n");

    #[test]
    fn an_inheriting_crate_is_fine() {
        let good = "[package]\nlicense.workspace = true\n[lints]\nworkspace = true\n";
        assert!(check(&Tree::of(&[WORKSPACE, ("a/Cargo.toml", good)])).is_empty());
    }

    #[test]
    fn another_licence_or_own_lints_fail() {
        assert_eq!(
            check(&Tree::of(&[WORKSPACE, ("a/Cargo.toml", "[package]\nlicense = \"MIT\"\n")])).len(),
            2
        );
        assert_eq!(check(&Tree::of(&[("Cargo.toml", "")])).len(), 1);
    }
}
