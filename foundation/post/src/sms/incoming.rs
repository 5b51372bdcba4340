//! What a gateway tells us: what became of a message, and what customers write back. Whoever knows the secret in the address
//! is the gateway.

use std::sync::Arc;

use relais_kernel::{OrgId, SmsId};
use relais_store::{Db, Result, sql};
use sea_orm::FromQueryResult;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};

use super::{BadGateway, fields, settling, stopping};

/// How its messages to us are written.
#[derive(Clone, Debug)]
pub struct IncomingOptions {
    /// What stands at the end of the addresses that it calls.
    pub secret: SecretString,
    /// Where a receipt holds the id, ours or its own.
    pub id: String,
    /// Where it holds what became of the message.
    pub state: String,
    /// What says there that it arrived.
    pub delivered: Vec<String>,
    /// What says there that it did not and will not.
    pub failed: Vec<String>,
    /// Where a customer's message holds their number.
    pub from: String,
    /// Where it holds their words.
    pub text: String,
}

/// What hears a gateway. Cloning shares it.
#[derive(Clone, Debug)]
pub struct Incoming(Arc<IncomingOptions>);

/// What was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It was understood, and what had to be done is done.
    Done,
    /// It is about no message of ours.
    Unknown,
    /// It cannot be understood.
    Unreadable,
}

#[derive(FromQueryResult)]
struct Found {
    org_id: OrgId,
    id: SmsId,
}

impl Incoming {
    /// Prepares to hear. The secret has 128 bits at least.
    pub fn new(options: IncomingOptions) -> std::result::Result<Self, BadGateway> {
        let secret = options.secret.expose_secret();
        let sound = secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let least = if secret.bytes().all(|b| b.is_ascii_hexdigit()) { 32 } else { 22 };
        if !sound || secret.len() < least {
            return Err(BadGateway::Secret);
        }
        Ok(Self(Arc::new(options)))
    }

    /// Whether this is the secret. How long it takes tells nothing of how near it was.
    pub fn knows(&self, said: &str) -> bool {
        let hash = |text: &str| Sha256::digest(text.as_bytes());
        let (ours, theirs) = (hash(self.0.secret.expose_secret()), hash(said));
        ours.iter().zip(&theirs).fold(0, |different, (a, b)| different | (a ^ b)) == 0
    }

    /// Hears what became of a message. Told twice, or out of order, it changes nothing more.
    pub async fn receipt(&self, db: &Db, body: &[u8]) -> Result<Heard> {
        let (id, state) = (fields::in_body(body, &self.0.id), fields::in_body(body, &self.0.state));
        let (Some(id), Some(state)) = (id, state) else { return Ok(Heard::Unreadable) };
        let is = |words: &[String]| words.iter().any(|word| word.eq_ignore_ascii_case(state.trim()));
        let Some(Found { org_id, id }) = found(db, id.trim()).await? else { return Ok(Heard::Unknown) };
        let delivered = is(&self.0.delivered);
        if delivered || is(&self.0.failed) {
            let tx = db.org(org_id).begin().await?;
            settling::received(&tx, id, delivered).await?;
            tx.commit().await?;
        }
        // Anything else, such as « accepted », says that it is on its way.
        Ok(Heard::Done)
    }

    /// Hears what a customer writes. STOP is honoured; nothing else is kept.
    pub async fn inbound(&self, db: &Db, body: &[u8]) -> Result<Heard> {
        let (from, text) = (fields::in_body(body, &self.0.from), fields::in_body(body, &self.0.text));
        let (Some(from), Some(text)) = (from, text) else { return Ok(Heard::Unreadable) };
        if !stopping::says_stop(&text) {
            return Ok(Heard::Done);
        }
        let Some(phone) = stopping::number(&from) else { return Ok(Heard::Unreadable) };
        match stopping::stop(db, phone).await? {
            0 => Ok(Heard::Unknown),
            _ => Ok(Heard::Done),
        }
    }
}

/// The message of an id, ours or the gateway's.
async fn found(db: &Db, id: &str) -> Result<Option<Found>> {
    if let Ok(ours) = id.parse::<SmsId>()
        && let Some(found) = sql("select org_id, id from sms where id = $1").bind(ours).one(db).await?
    {
        return Ok(Some(found));
    }
    sql("select org_id, id from sms where gateway_ref = $1").bind(id.to_owned()).one(db).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(secret: &str) -> IncomingOptions {
        IncomingOptions {
            secret: secret.to_owned().into(),
            id: "id".into(),
            state: "status".into(),
            delivered: vec!["delivered".into()],
            failed: vec!["failed".into()],
            from: "from".into(),
            text: "text".into(),
        }
    }

    #[test]
    fn sec_06_the_secret_has_128_bits_and_is_known_whole() {
        for short in
            ["", "abc", "0123456789abcdef0123456789abcde", "Zbcdefghijklmnopqrstu", "Zbcdefghijklmnopqrstu/x"]
        {
            assert_eq!(Incoming::new(options(short)).err(), Some(BadGateway::Secret), "{short}");
        }
        let incoming = Incoming::new(options("Zbcdefghijklmnopqrstuv")).unwrap();
        assert!(incoming.knows("Zbcdefghijklmnopqrstuv"));
        for wrong in ["", "Zbcdefghijklmnopqrstu", "Zbcdefghijklmnopqrstuvw", "zbcdefghijklmnopqrstuv"] {
            assert!(!incoming.knows(wrong), "{wrong}");
        }
        assert!(!format!("{incoming:?}").contains("Zbcdef"));
    }
}
