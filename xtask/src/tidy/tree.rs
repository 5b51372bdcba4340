//! All text of the repository that a check may look at, read once.

use std::collections::BTreeMap;
use std::path::Path;

use crate::workshop::Outcome;

/// Paths from the root, with `/`, to contents.
pub(crate) struct Tree(BTreeMap<String, String>);

const KINDS: [&str; 5] = ["rs", "md", "html", "ftl", "toml"];
/// Built, fetched or made by use; never ours to judge.
const PASSED_OVER: [&str; 5] = ["target", "node_modules", "relais-data", "shots", "mutants.out"];

impl Tree {
    pub(crate) fn read(root: &Path) -> Outcome<Self> {
        let mut tree = Self(BTreeMap::new());
        tree.read_folder(root, "")?;
        Ok(tree)
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) -> Outcome {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = format!("{prefix}{name}");
            if entry.file_type()?.is_dir() {
                if !name.starts_with('.') && !PASSED_OVER.contains(&name.as_str()) {
                    self.read_folder(&entry.path(), &format!("{path}/"))?;
                }
            } else if name.rsplit_once('.').is_some_and(|(_, kind)| KINDS.contains(&kind)) {
                let text =
                    std::fs::read_to_string(entry.path()).map_err(|error| format!("{path}: {error}"))?;
                self.0.insert(path, text);
            } else {
                // Only its name counts: links point at it.
                self.0.insert(path, String::new());
            }
        }
        Ok(())
    }

    pub(crate) fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// A file, or a folder with something in it.
    pub(crate) fn exists(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        path.is_empty() || self.0.contains_key(path) || self.0.keys().any(|known| known.starts_with(&folder))
    }

    pub(crate) fn ending(&self, end: &str) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter(move |(path, _)| path.ends_with(end))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The folders that hold a package: all `Cargo.toml` with a `[package]`.
    pub(crate) fn crates(&self) -> impl Iterator<Item = &str> {
        let manifests = self.ending("/Cargo.toml").filter(|(_, text)| text.contains("[package]"));
        manifests.filter_map(|(path, _)| path.strip_suffix("/Cargo.toml"))
    }

    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_exist_by_what_they_hold() {
        let tree = Tree::of(&[
            ("docs/fr/index.md", ""),
            ("app/Cargo.toml", "[package]"),
            ("Cargo.toml", "[package]"),
        ]);
        assert!(tree.exists("docs") && tree.exists("docs/fr/") && !tree.exists("doc"));
        assert_eq!(tree.crates().collect::<Vec<_>>(), ["app"]);
    }
}
