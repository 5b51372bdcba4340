//! Relative links of Markdown files lead somewhere, inside the repository.

use super::Finding;
use super::tree::Tree;

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree.ending(".md") {
        let mut in_code = false;
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("```") {
                in_code = !in_code;
            } else if !in_code {
                for target in targets(line).filter(|target| is_relative(target)) {
                    if !resolve(path, target).is_some_and(|place| tree.exists(&place)) {
                        findings.push(Finding::new(path, number + 1, format!("`{target}` leads nowhere")));
                    }
                }
            }
        }
    }
    findings
}

/// `[text](target "title")`, `![image](target)` and `[name]: target`, code spans left out.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let definition = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, target)| target);
    let prose = line.split('`').step_by(2);
    let inline = prose.flat_map(|piece| piece.split("](").skip(1)).filter_map(|rest| rest.split(')').next());
    inline.chain(definition).filter_map(|target| target.split_whitespace().next())
}

fn is_relative(target: &str) -> bool {
    let elsewhere = target.contains("://") || target.starts_with("mailto:") || target.starts_with('#');
    // `crate::Thing` is rustdoc's to check.
    !elsewhere && !target.contains("::")
}

/// The path from the root, or nothing when it leaves the repository.
fn resolve(from: &str, target: &str) -> Option<String> {
    let target = target.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.trim_start_matches('<').trim_end_matches('>').split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str) -> Vec<usize> {
        let files = [("docs/fr/a.md", text), ("docs/b.md", ""), ("docs/fr/shot.png", "")];
        check(&Tree::of(&files)).iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn links_to_files_folders_anchors_and_the_world_are_fine() {
        let text = "[b](../b.md#there) ![s](shot.png \"title\") [up](..) [w](https://x.org/a) [h](#here)\n\
                    `[code](nowhere.md)`\n```\n[code](nowhere.md)\n```\n[ref]: ../b.md\n[T](crate::T)\n";
        assert!(broken(text).is_empty());
    }

    #[test]
    fn links_to_nothing_or_outside_are_told_with_their_line() {
        assert_eq!(broken("fine\n[b](b.md)\n[out](../../../x.md)\n[ref]: gone.md\n"), [2, 3, 4]);
    }
}
