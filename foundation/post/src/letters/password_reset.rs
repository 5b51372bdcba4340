//! Somebody forgot their password, or said so.

use relais_words::Words;

use super::{Message, Sentences};
use crate::address::Link;

/// A link to choose a new password. It names nobody: it may have been asked for by a stranger.
#[derive(Clone, Debug)]
pub struct PasswordReset {
    /// The entry link.
    pub link: Link,
    /// How many minutes it is good.
    pub minutes: i64,
}

impl Message for PasswordReset {
    fn kind(&self) -> &'static str {
        "password_reset"
    }

    fn asked_for(&self) -> bool {
        true
    }

    fn sentences(&self, w: &Words) -> Sentences {
        Sentences {
            subject: w.t("post-reset-subject").to_string(),
            greeting: w.t("post-greeting-nobody").to_string(),
            body: vec![
                w.t("post-reset-what").to_string(),
                w.t("post-reset-minutes").with("minutes", self.minutes).to_string(),
            ],
            action: (w.t("post-reset-choose").to_string(), self.link.clone()),
            closing: w.t("post-reset-why").to_string(),
        }
    }
}
