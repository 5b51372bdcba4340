//! Somebody was given an account, or is offered a place in another organisation.

use relais_words::Words;

use super::{Message, Sentences};
use crate::{address::Link, plain::plain};

/// An invitation to sign in.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Whom it greets.
    pub given_name: String,
    /// The organisation that invites.
    pub org_name: String,
    /// The entry link, by which it is accepted.
    pub link: Link,
    /// How many days it is good.
    pub days: i64,
    /// Whether they have a password already.
    pub has_password: bool,
    /// Whether they wait for it, as a newcomer does at the inviter's side; not so when a whole file of people is invited.
    pub waited_for: bool,
}

impl Message for Invitation {
    fn kind(&self) -> &'static str {
        "invitation"
    }

    fn asked_for(&self) -> bool {
        self.waited_for
    }

    fn sentences(&self, w: &Words) -> Sentences {
        let org = plain(&self.org_name);
        let (what, action) = if self.has_password {
            ("post-invitation-again", "post-invitation-accept")
        } else {
            ("post-invitation-what", "post-invitation-choose")
        };
        Sentences {
            subject: w.t("post-invitation-subject").with("org", org.as_str()).to_string(),
            greeting: w.t("post-greeting").with("name", plain(&self.given_name)).to_string(),
            body: vec![
                w.t(what).with("org", org.as_str()).to_string(),
                w.t("post-invitation-days").with("days", self.days).to_string(),
            ],
            action: (w.t(action).to_string(), self.link.clone()),
            closing: w.t("post-invitation-why").with("org", org.as_str()).to_string(),
        }
    }
}
