//! The SMS gateway's settings.

use std::{net::IpAddr, time::Duration};

use relais_post::sms::Format;
use secrecy::SecretString;

use super::{
    Origin,
    reading::{Reading, secret},
};

/// An SMS gateway.
#[derive(Clone, Debug)]
pub struct Sms {
    /// Its address.
    pub url: String,
    /// `POST` or `PUT`.
    pub method: String,
    /// How the body is written.
    pub format: Format,
    /// The body, with places.
    pub body: String,
    /// A header with our credentials.
    pub header: Option<SecretString>,
    /// Where the answer holds its id.
    pub reference: Option<String>,
    /// How long it may take to answer.
    pub timeout: Duration,
    /// Private addresses that may be called.
    pub listed: Vec<IpAddr>,
    /// The end of the addresses that it calls.
    pub secret: SecretString,
    /// Where receipts and messages of customers hold what they say.
    pub fields: Fields,
}

/// The names of a gateway's fields, and its words for what became of a message.
#[derive(Clone, Debug)]
pub struct Fields {
    /// The id in a receipt.
    pub id: String,
    /// What became of the message.
    pub state: String,
    /// Words for « it arrived ».
    pub delivered: Vec<String>,
    /// Words for « it did not ».
    pub failed: Vec<String>,
    /// The number of a customer who writes.
    pub from: String,
    /// Their words.
    pub text: String,
}

pub(super) fn sms(reading: &mut Reading) -> Option<Sms> {
    let format = reading.parsed("sms.format", "json or form").unwrap_or(Format::Json);
    let timeout = Duration::from_secs(u64::from(reading.number("sms.timeout", 1, 60, 20)));
    let header = secret(reading, "sms.header", "sms.header_file");
    let key = secret(reading, "sms.secret", "sms.secret_file");
    let or = |name, usual: &str| reading.text(name).unwrap_or_else(|| usual.to_owned());
    let fields = Fields {
        id: or("sms.receipt_id", "id"),
        state: or("sms.receipt_state", "status"),
        delivered: listed(&or("sms.receipt_delivered", "delivered")),
        failed: listed(&or("sms.receipt_failed", "failed, undelivered, expired, rejected")),
        from: or("sms.inbound_from", "from"),
        text: or("sms.inbound_text", "text"),
    };
    let (method, body) = (or("sms.method", "POST"), or("sms.body", ""));
    let Some(url) = reading.text("sms.url") else {
        for name in ["sms.body", "sms.header", "sms.header_file", "sms.secret", "sms.secret_file"] {
            if reading.origin(name) != Origin::Default {
                reading.faults.push(format!("sms.url is missing, and {name} means nothing without it"));
            }
        }
        return None;
    };
    let private = listed(&reading.text("sms.private").unwrap_or_default());
    let addresses: Vec<IpAddr> = private.iter().filter_map(|text| text.parse().ok()).collect();
    if addresses.len() < private.len() {
        reading.wrong("sms.private", "addresses such as 10.0.0.5, with commas,");
    }
    let secret = key.unwrap_or_else(|| {
        reading.faults.push("sms.secret is missing: without it nobody's STOP would be heard".into());
        SecretString::default()
    });
    let reference = reading.text("sms.ref");
    Some(Sms { url, method, format, body, header, reference, timeout, listed: addresses, secret, fields })
}

/// What stands between commas.
fn listed(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
