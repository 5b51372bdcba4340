//! French and English say the same things, and all that is said is asked for.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::tree::Tree;

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut homes: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    let mut said: BTreeSet<&str> = BTreeSet::new();
    let mut families: Vec<&str> = Vec::new();
    for (path, text) in tree.ending("fr.ftl").filter(|(path, _)| path.contains("locales/")) {
        let english = path.replace("fr.ftl", "en.ftl");
        match tree.get(&english) {
            None => findings.push(Finding::new(&english, 1, "the English half of fr.ftl is missing")),
            Some(other) => {
                findings.extend(missing(path, text, &english, other));
                findings.extend(missing(&english, other, path, text));
            }
        }
        for (line, key) in keys(text) {
            if let Some((home, at)) = homes.insert(key, (path, line)) {
                findings.push(Finding::new(path, line, format!("`{key}` stands at {home}:{at} already")));
            }
        }
        families.extend(
            text.lines().filter_map(|line| line.strip_prefix("# dynamic:")).flat_map(str::split_whitespace),
        );
        said.extend(references(text));
    }
    for (path, text) in
        tree.ending(".html").chain(tree.ending(".rs")).filter(|(path, _)| !path.starts_with("xtask/"))
    {
        let text = without_tests(path, text);
        said.extend(text.split('"').map(|piece| piece.split('.').next().unwrap_or_default()));
        for (line, key) in asked(text) {
            if !homes.contains_key(key.split('.').next().unwrap_or_default()) {
                findings.push(Finding::new(path, line, format!("no locales/fr.ftl has the key `{key}`")));
            }
        }
    }
    let in_family = |key: &str| {
        families.iter().any(|family| family.strip_suffix('*').is_some_and(|start| key.starts_with(start)))
    };
    for (key, (path, line)) in homes {
        if !said.contains(key) && !in_family(key) {
            let way_out = "(made up from parts? say `# dynamic: prefix-*` in the file)";
            findings.push(Finding::new(path, line, format!("nothing asks for `{key}` {way_out}")));
        }
    }
    findings
}

fn missing(path: &str, text: &str, other: &str, other_text: &str) -> Vec<Finding> {
    let there: BTreeSet<&str> = keys(other_text).map(|(_, key)| key).collect();
    let gone = keys(text).filter(|(_, key)| !there.contains(key));
    gone.map(|(line, key)| Finding::new(path, line, format!("`{key}` is not in {other}"))).collect()
}

/// `key = …` at the start of a line, with its line number.
fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(number, line)| {
        let key = &line[..line.find(|c| !is_key(c))?];
        let fits = key.starts_with(|c: char| c.is_ascii_lowercase())
            && line[key.len()..].trim_start().starts_with('=');
        fits.then_some((number + 1, key))
    })
}

fn is_key(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '-'
}

/// Messages that other messages hold: `{ other-key }`.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| {
        let rest = rest.trim_start();
        &rest[..rest.find(|c| !is_key(c)).unwrap_or(rest.len())]
    })
}

/// A test that asks for a wrong key fails by itself, and one that asks for a key does not make it needed.
fn without_tests<'a>(path: &str, text: &'a str) -> &'a str {
    if path.split('/').any(|part| part == "tests") || path.ends_with("/tests.rs") {
        return "";
    }
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |end| &text[..end])
}

/// The literals of `t("…")`, `ta("…")`, `t!("…")`, `ta!("…")` and their lines.
fn asked(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('(') {
        let name = text[..at].trim_end_matches('!');
        let word = &name[name.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |i| i + 1)..];
        let literal = || text[at + 1..].trim_start().strip_prefix('"')?.split('"').next();
        if matches!(word, "t" | "ta")
            && let Some(key) = literal()
        {
            found.push((text[..at].matches('\n').count() + 1, key));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const FR: (&str, &str) =
        ("a/locales/fr.ftl", "# dynamic: kind-*\nhello = Bonjour\nname = { hello } toi\nkind-x = X\n");
    const EN: (&str, &str) = ("a/locales/en.ftl", "hello = Hello\nname = { hello } you\nkind-x = X\n");

    fn sentences(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files)).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn complete_and_used_translations_are_fine() {
        let page = ("a/templates/a.html", "<p>{{ say.t(\"name\") }}</p>");
        assert_eq!(sentences(&[FR, EN, page]), Vec::<String>::new());
    }

    #[test]
    fn a_key_in_one_language_only_is_told_from_both_sides() {
        let (fr, en) = (("a/locales/fr.ftl", "b = B\n"), ("a/locales/en.ftl", "c = C\n"));
        let told = sentences(&[fr, en, ("b/src/lib.rs", "x(\"b\")")]);
        assert_eq!(
            told,
            [
                "a/locales/fr.ftl:1: `b` is not in a/locales/en.ftl",
                "a/locales/en.ftl:1: `c` is not in a/locales/fr.ftl",
            ]
        );
        assert_eq!(sentences(&[("b/locales/fr.ftl", "")]).len(), 1);
    }

    #[test]
    fn an_unknown_key_and_an_unasked_one_are_told() {
        let source = "fn a() {\n    say.t(\n        \"nome\");\n    assert(\"nothing\")\n}\n#[cfg(test)]\nmod tests {\n t(\"name\") t(\"x\") }";
        let told = sentences(&[FR, EN, ("b/src/lib.rs", source)]);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("b/src/lib.rs:2: no locales/fr.ftl has the key `nome`"));
        assert!(told[1].starts_with("a/locales/fr.ftl:3: nothing asks for `name`"));
    }

    #[test]
    fn a_key_has_one_home() {
        let both = [FR, EN, ("b/locales/fr.ftl", "hello = Salut\n"), ("b/locales/en.ftl", "hello = Hi\n")];
        let told = sentences(&[&both[..], &[("b/src/lib.rs", "t(\"name\")")]].concat());
        assert_eq!(told, ["b/locales/fr.ftl:1: `hello` stands at a/locales/fr.ftl:2 already"]);
    }
}
