//! What goes over the socket: one order as a line of JSON, and its answer as lines.

use serde::{Deserialize, Serialize};

use crate::commands::{audit, backup, import, jobs, organisation, user};

/// The protocol's own number. It rises when an order or an answer changes its shape.
pub(super) const PROTOCOL: u32 = 1;

/// The longest order: an import brings its file along, written in base64.
pub(super) const LONGEST: u64 = 96 * 1024 * 1024;

/// The line that a command sends.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Letter {
    /// The sender's protocol.
    pub(super) relais: u32,
    /// The sender's version, to name it when they do not understand each other.
    pub(super) version: String,
    /// What is to be done. Read only once the protocol is known to be ours.
    pub(super) order: serde_json::Value,
}

/// Something to be done on the database.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub(crate) enum Order {
    /// Write a backup.
    Backup(backup::Wanted),
    /// Read a file of units or people.
    Import(import::Wanted),
    /// Add an organisation.
    AddOrganisation(organisation::Wanted),
    /// Do something about an account.
    User(user::Wanted),
    /// List jobs, or start one again.
    Jobs(jobs::Wanted),
    /// Verify the audit chains, or show their ends.
    Audit(audit::Wanted),
}

/// A line of the answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Answer {
    /// A line for standard output.
    Say(String),
    /// A line that replaces the one before on a terminal; others leave it out.
    Progress(String),
    /// All is done.
    Done,
    /// It could not be done, and why.
    Failed(String),
}

/// A text that is sent and never shown: also not when an order is printed for a fault.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Hidden(String);

impl Hidden {
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(hidden)")
    }
}

impl Order {
    /// Does it, telling as it goes.
    pub(crate) async fn perform(
        self,
        on: &crate::instance::Instance,
        tell: &super::Teller,
    ) -> crate::failed::Outcome {
        match self {
            Self::Backup(wanted) => backup::perform(on, wanted, tell).await,
            Self::Import(wanted) => import::perform(on, wanted, tell).await,
            Self::AddOrganisation(wanted) => organisation::perform(on, wanted, tell).await,
            Self::User(wanted) => user::perform(on, wanted, tell).await,
            Self::Jobs(wanted) => jobs::perform(on, wanted, tell).await,
            Self::Audit(wanted) => audit::perform(on, wanted, tell).await,
        }
    }

    /// Whether it may be the first thing done on an empty database. Anything else would only hide a wrong address.
    pub(crate) fn may_begin(&self) -> bool {
        matches!(self, Self::AddOrganisation(_))
    }

    /// What it is, for the log: never what it holds.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Backup(_) => "backup",
            Self::Import(_) => "import",
            Self::AddOrganisation(_) => "organisation add",
            Self::User(_) => "user",
            Self::Jobs(_) => "jobs",
            Self::Audit(_) => "audit",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_text_travels_and_is_not_shown() {
        let hidden = Hidden::new("une phrase toute simple".into());
        let sent = serde_json::to_string(&hidden).unwrap();
        assert_eq!(serde_json::from_str::<Hidden>(&sent).unwrap().reveal(), "une phrase toute simple");
        assert_eq!(format!("{hidden:?}"), "(hidden)");
    }
}
