//! What is built for users is what the tests have compiled: nothing is there in one build and missing in the other.

use super::Finding;
use super::tree::Tree;

/// The one condition that tells a build for users from one for tests, without being a test.
const TELLS_BUILDS_APART: &str = concat!("debug", "_assertions");

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.ending(".rs") {
        for (line, words) in text.lines().enumerate() {
            if words.contains(TELLS_BUILDS_APART) {
                let sentence = format!(
                    "`{TELLS_BUILDS_APART}`: what users get would be another program than the tests saw"
                );
                findings.push(Finding::new(path, line + 1, sentence));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_in_one_build_is_told_with_its_line() {
        let only = format!("fn a() {{}}\n#[cfg({TELLS_BUILDS_APART})]\nfn b() {{}}\n");
        let findings =
            check(&Tree::of(&[("a/src/lib.rs", &only), ("b/src/lib.rs", "#[cfg(test)]\nmod tests {}\n")]));
        let lines: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [2]);
    }
}
