//! What somebody is reached by, over which channel, and how an address is found again without being read.

use relais_store::{InOrg, Result};

use crate::{Email, Phone};

relais_kernel::codes! {
    /// How a customer is reached.
    pub enum Channel {
        /// Somebody calls.
        Call = "call",
        /// A text message.
        Sms = "sms",
        /// An e-mail.
        Email = "email",
    }
}

/// One of a customer's addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A telephone number.
    Phone(Phone),
    /// An e-mail address.
    Email(Email),
}

impl Address {
    /// Every channel that leads to it.
    pub fn channels(&self) -> &'static [Channel] {
        match self {
            Self::Phone(_) => &[Channel::Call, Channel::Sms],
            Self::Email(_) => &[Channel::Email],
        }
    }

    /// What the tables know it by: a fingerprint of this organisation's own. Contacts, suppressions and the ledger bear the
    /// same one, so that a suppression and a cap outlive the contact (PRV-08).
    pub(crate) fn hash(&self, on: &impl InOrg) -> Result<Vec<u8>> {
        let text = match self {
            Self::Phone(phone) => phone.e164().to_owned(),
            Self::Email(email) => email.folded(),
        };
        Ok(on.vault()?.fingerprint(&format!("contact/address/{}", on.org()), &text))
    }
}
