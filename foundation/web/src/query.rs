//! Addresses with a query.

use std::fmt::{self, Display};

/// `a=1&b=caf%C3%A9`.
pub fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(name);
        query.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
                query.push(char::from(byte));
            } else {
                query.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    query
}

/// The address of a list with what narrows it, from which its other pages and its files are found.
#[derive(Clone, Debug)]
pub struct Address<'a> {
    path: &'a str,
    kept: Vec<(&'a str, &'a str)>,
}

impl<'a> Address<'a> {
    /// A list at a path. What is empty narrows nothing and is not written.
    pub fn new(path: &'a str, fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self { path, kept: fields.into_iter().filter(|(_, value)| !value.is_empty()).collect() }
    }

    /// The same at another path.
    pub fn at(self, path: &'a str) -> Self {
        Self { path, ..self }
    }

    /// The same with one more thing asked, unless it is empty.
    pub fn with(&self, name: &str, value: impl Display) -> String {
        let value = value.to_string();
        Address::new(self.path, self.kept.iter().copied().chain([(name, value.as_str())])).to_string()
    }

    /// Whether something other than these narrows the list.
    pub fn is_narrowed_beyond(&self, names: &[&str]) -> bool {
        self.kept.iter().any(|(name, _)| !names.contains(name))
    }
}

impl Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kept.as_slice() {
            [] => f.write_str(self.path),
            kept => write!(f, "{}?{}", self.path, query(kept.iter().copied())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_quoted() {
        assert_eq!(query([("next", "/units?q=é&x=1"), ("a", "1")]), "next=/units%3Fq%3D%C3%A9%26x%3D1&a=1");
    }

    #[test]
    fn a_list_keeps_what_narrows_it_on_its_other_pages() {
        let list = Address::new("/units", [("q", "évry"), ("kind", "")]);
        assert_eq!(list.to_string(), "/units?q=%C3%A9vry");
        assert_eq!(list.with("after", 7), "/units?q=%C3%A9vry&after=7");
        assert_eq!(list.clone().at("/units/export").with("format", ""), "/units/export?q=%C3%A9vry");
        assert!(list.is_narrowed_beyond(&[]) && !list.is_narrowed_beyond(&["q"]));
        assert_eq!(Address::new("/units", []).to_string(), "/units");
    }
}
