//! What was read and who said it, for `check-config`: secrets are never shown.

use super::{
    keys::{KEYS, Key},
    reading::{Origin, Reading, Sources},
};

/// A setting as shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// Who said it: a file, a variable, or nobody.
    pub origin: String,
}

/// All settings as they stand, in the order of the documentation.
pub fn lines(sources: &Sources) -> Vec<Line> {
    let reading = Reading::of(sources);
    KEYS.iter().map(|key| line(&reading, sources, key)).collect()
}

fn line(reading: &Reading, sources: &Sources, key: &Key) -> Line {
    let value = match reading.text(key.name) {
        None => key.default.to_owned(),
        Some(url) if key.name == "database.url" => without_password(&url),
        Some(_) if key.secret => "(hidden)".to_owned(),
        Some(text) => text,
    };
    let origin = match reading.origin(key.name) {
        Origin::Default => "default".to_owned(),
        Origin::Environment => key.variable(),
        Origin::File => {
            sources.file.as_ref().map_or_else(String::new, |(path, _)| path.display().to_string())
        }
    };
    Line { name: key.name, value, origin }
}

/// `postgres://(hidden)@db.example.org/relais`: where, not who. The query may hold a password too.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return "(hidden)".to_owned() };
    let rest = rest.split_once('?').map_or(rest, |(rest, _)| rest);
    match rest.rsplit_once('@') {
        Some((_, place)) => format!("{scheme}://(hidden)@{place}"),
        None => format!("{scheme}://{rest}"),
    }
}
