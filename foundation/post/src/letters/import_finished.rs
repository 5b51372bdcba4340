//! A file that somebody sent in has been read to its end.

use relais_words::Words;

use super::{Message, Sentences};
use crate::{address::Link, plain::plain};

/// Tells the one who started an import how it ended.
#[derive(Clone, Debug)]
pub struct ImportFinished {
    /// Whom it greets.
    pub given_name: String,
    /// Lines that were kept.
    pub kept: i64,
    /// Lines that were not.
    pub refused: i64,
    /// The import's page.
    pub link: Link,
}

impl Message for ImportFinished {
    fn kind(&self) -> &'static str {
        "import_finished"
    }

    fn asked_for(&self) -> bool {
        true
    }

    fn sentences(&self, w: &Words) -> Sentences {
        Sentences {
            subject: w.t("post-import-subject").to_string(),
            greeting: w.t("post-greeting").with("name", plain(&self.given_name)).to_string(),
            body: vec![
                w.t("post-import-kept").with("n", self.kept).to_string(),
                w.t("post-import-refused").with("n", self.refused).to_string(),
            ],
            action: (w.t("post-import-open").to_string(), self.link.clone()),
            closing: w.t("post-import-why").to_string(),
        }
    }
}
