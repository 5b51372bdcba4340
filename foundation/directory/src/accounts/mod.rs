//! Accounts: what people sign in with. An account is one person in each of its organisations; it knows no rights.

use relais_kernel::{AccountId, Instant, Locale};
use relais_words::Fault;
use sea_orm::FromQueryResult;

mod browsers;
pub mod emergency;
pub mod entering;
mod inviting;
pub mod links;
pub mod passwords;
pub mod places;
pub mod sessions;
pub mod shared_devices;
pub mod signing_in;
pub mod slowdown;
mod store;
mod tokens;
pub mod viewer;

pub use inviting::{Acting, Invitation, TakenBack, invite, take_back};
pub use passwords::Hashing;
pub use sessions::{Browser, Opened};
pub use signing_in::{Attempt, Refused, SignIn, sign_in};
pub use store::{add, by_email, by_id, disable, enable};
pub use tokens::Token;

/// An account. Its password's hash never leaves this room.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// E-mail as written to.
    pub email: String,
    /// Language of its letters.
    pub locale: Locale,
    /// Whether it is for the day when nothing else lets anybody in.
    pub emergency: bool,
    /// Whether a password was ever chosen.
    pub has_password: bool,
    /// When it was made.
    pub created_at: Instant,
    /// When it was closed.
    pub disabled_at: Option<Instant>,
}

/// What an address may hold before its `@` besides letters, digits and dots (RFC 5322's atoms).
const MARKS: &[u8] = b"!#$%&'*+-/=?^_`{|}~";

/// An e-mail address that may be an account's. ASCII only: an accent is nearly always a slip, and few servers take one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    text: String,
    folded: String,
}

impl Email {
    /// The address somebody typed, on a field named `email`. It must look like one; whether it exists shows when the
    /// letter arrives.
    pub fn read(typed: &str) -> Result<Self, Fault> {
        let text = typed.trim();
        let atom = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || MARKS.contains(&b))
        };
        let label = |part: &str| {
            let sound = part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            sound && (1..=63).contains(&part.len()) && !part.starts_with('-') && !part.ends_with('-')
        };
        let fits = text.rsplit_once('@').is_some_and(|(local, host)| {
            local.len() <= 64
                && local.split('.').all(atom)
                && host.contains('.')
                && host.split('.').all(label)
        });
        if !fits || text.len() > 254 {
            return Err(Fault::on("email", "email-unreadable").with("typed", text));
        }
        Ok(Self { text: text.to_owned(), folded: fold_email(text) })
    }

    /// As it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// As accounts are told apart by.
    pub fn folded(&self) -> &str {
        &self.folded
    }
}

/// The sentence for a rule of the database that refused an account.
pub fn refusal(rule: &str) -> Option<Fault> {
    Some(match rule {
        "unique_account__email_folded" => Fault::on("email", "account-email-taken"),
        "unique_account_person__person_id" => Fault::on("email", "account-person-has-another"),
        "unique_account_person__account_id" | "account_person_pkey" => {
            Fault::on("email", "account-email-taken")
        }
        _ => return None,
    })
}

/// An e-mail without spaces around it, in lower case.
pub(crate) fn fold_email(email: &str) -> String {
    email.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_looks_like_one() {
        let email = Email::read("  Ines.Marchal@Clairlien.example ").unwrap();
        assert_eq!(
            (email.text(), email.folded()),
            ("Ines.Marchal@Clairlien.example", "ines.marchal@clairlien.example")
        );
        for wrong in [
            "",
            "ines",
            "ines@",
            "@clairlien.example",
            "ines@clairlien",
            "ines@clairlien.example\r\nBcc: x@y.z",
            "a b@c.d",
            "Inès <ines@clairlien.example>",
            "a@b@c.d",
            "a@.d",
            "a@d.",
            "a,b@c.d",
            "inès@clairlien.example",
            "a..b@c.d",
            ".a@c.d",
            "a@-c.d",
            "a@c_.d",
        ] {
            assert_eq!(Email::read(wrong).unwrap_err().key, "email-unreadable", "{wrong}");
        }
        assert!(Email::read(&format!("{}@clairlien.example", "a".repeat(240))).is_err());
    }
}
