//! What waits for somebody, in one letter instead of many: how much of what kind, nothing of what it is about.

use relais_words::Words;

use super::{Message, Sentences};
use crate::{address::Link, plain::plain};

/// The name of its kind.
pub(crate) const DIGEST: &str = "digest";

/// One mail a day at most, for what no device was called about.
#[derive(Clone, Debug)]
pub struct Digest {
    /// Whom it greets.
    pub given_name: String,
    /// Key of a neutral sentence, and how many it is told of.
    pub lines: Vec<(String, usize)>,
    /// The page that shows them.
    pub link: Link,
}

impl Message for Digest {
    fn kind(&self) -> &'static str {
        DIGEST
    }

    fn asked_for(&self) -> bool {
        false
    }

    fn sentences(&self, w: &Words) -> Sentences {
        let all: usize = self.lines.iter().map(|(_, n)| n).sum();
        let lines = self.lines.iter().map(|(key, n)| w.t(key).with("n", *n).to_string());
        Sentences {
            subject: w.t("post-digest-subject").with("n", all).to_string(),
            greeting: w.t("post-greeting").with("name", plain(&self.given_name)).to_string(),
            body: lines.collect(),
            action: (w.t("post-digest-open").to_string(), self.link.clone()),
            closing: w.t("post-digest-why").to_string(),
        }
    }
}
