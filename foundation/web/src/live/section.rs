//! What a live section says of itself.

use std::{collections::BTreeMap, fmt::Display};

use askama::Template;
use relais_store::bell;

use crate::Cx;

/// The topics that a section shows, at the versions it shows. Printed inside its tag: `<section{{ live }}>`.
///
/// The versions are read when this is made: make it before the page's own queries. What changes in between is then
/// looked at once more, and never missed.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "live_attributes.html")]
#[must_use]
pub struct Live {
    versions: BTreeMap<String, i64>,
    source: String,
    said: String,
}

crate::components::piece!(Live);

impl Live {
    /// A section that does not follow anything, for samples.
    pub fn still() -> Self {
        Self::default()
    }

    /// Where the section alone is answered when a fragment is asked for; this page's address when not said.
    pub fn at(self, source: impl Display) -> Self {
        Self { source: source.to_string(), ..self }
    }

    /// What screen readers are told when the section was brought up to date. Without it they are left alone.
    pub fn saying(self, words: impl Display) -> Self {
        Self { said: words.to_string(), ..self }
    }

    /// `unit:0192…@12 person:0192…@3`.
    fn told(&self) -> String {
        let topics: Vec<String> =
            self.versions.iter().map(|(topic, version)| format!("{topic}@{version}")).collect();
        topics.join(" ")
    }
}

impl Cx {
    /// The first line of a live page: the versions of its topics, before anything it shows is read.
    pub async fn live<T: Into<String>>(
        &self,
        topics: impl IntoIterator<Item = T>,
    ) -> relais_store::Result<Live> {
        let topics: Vec<String> = topics.into_iter().map(Into::into).collect();
        let versions = bell::versions(&self.db(), &topics).await?;
        Ok(Live { versions, source: self.here().to_owned(), said: String::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_tells_its_versions_and_where_it_comes_from() {
        let versions = BTreeMap::from([("unit:7".to_owned(), 12), ("person:3".to_owned(), 0)]);
        let live = Live { versions, source: "/units/7?a=\"".into(), said: String::new() };
        assert_eq!(
            live.to_string(),
            " data-live=\"person:3@0 unit:7@12\" data-live-src=\"/units/7?a=&#34;\""
        );
        assert_eq!(live.at("/x").saying("Là").to_string().split("data-live-src").nth(1), {
            Some("=\"/x\" data-live-say=\"Là\"")
        });
        assert_eq!(Live::still().to_string(), "");
    }
}
