//! The lists of what no test notices and why that is right; an entry that is no longer true is refused.

use std::collections::BTreeMap;
use std::path::Path;

use crate::workshop::Outcome;

/// Entries `name: reason`, one a line; empty lines and those beginning with `#` are for people.
pub(crate) struct Allowed {
    file: String,
    reasons: BTreeMap<String, String>,
}

impl Allowed {
    /// `separator` stands between name and reason. A missing file is an empty list.
    pub(crate) fn read(root: &Path, file: &str, separator: &str) -> Outcome<Self> {
        let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        Self::parse(file, &text, separator)
    }

    fn parse(file: &str, text: &str, separator: &str) -> Outcome<Self> {
        let mut reasons = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let entry = line.split_once(separator).filter(|(_, reason)| !reason.trim().is_empty());
            let (name, reason) =
                entry.ok_or_else(|| format!("{file}:{}: an entry is `name{separator}reason`", number + 1))?;
            reasons.insert(name.trim().to_owned(), reason.trim().to_owned());
        }
        Ok(Self { file: file.to_owned(), reasons })
    }

    pub(crate) fn reason(&self, name: &str) -> Option<&str> {
        self.reasons.get(name).map(String::as_str)
    }

    /// What is wrong, one sentence each, given the names that survived among those tried. `all` says that nothing
    /// was left out, so that an entry for an unknown name is stale.
    pub(crate) fn judge(&self, survived: &[String], tried: &[String], all: bool) -> Vec<String> {
        let unexplained = survived.iter().filter(|name| !self.reasons.contains_key(*name));
        let mut wrong: Vec<String> =
            unexplained.map(|name| format!("{name}: no test fails without it")).collect();
        for name in self.reasons.keys().filter(|name| !survived.contains(name)) {
            if tried.contains(name) {
                wrong.push(format!("{}: {name} is caught by a test now: remove the entry", self.file));
            } else if all {
                wrong.push(format!("{}: {name} does not exist: remove the entry", self.file));
            }
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn survivors_need_a_reason_and_reasons_a_survivor() {
        let allowed = Allowed::parse("f", "# why\nold: a net below the code\ncaught: x\n", ": ").unwrap();
        let wrong = allowed.judge(&names(&["old", "new"]), &names(&["old", "new", "caught"]), true);
        assert_eq!(wrong.len(), 2, "{wrong:?}");
        assert!(wrong[0].starts_with("new:") && wrong[1].contains("caught by a test now"));
        assert_eq!(allowed.reason("old"), Some("a net below the code"));
    }

    #[test]
    fn an_unknown_name_is_stale_only_when_all_was_tried() {
        let allowed = Allowed::parse("f", "gone: x", ": ").unwrap();
        assert_eq!(allowed.judge(&[], &[], true).len(), 1);
        assert!(allowed.judge(&[], &[], false).is_empty());
        assert!(Allowed::parse("f", "without reason", ": ").is_err());
    }
}
