//! From the settings to the way that text messages go, and to what hears the gateway.

use relais_post::{
    Base,
    sms::{Gateway, GatewayOptions, Incoming, IncomingOptions},
};
use secrecy::ExposeSecret as _;

use crate::{
    config::Sms,
    failed::{Failed, Outcome},
};

/// How text messages leave this node, and what hears the gateway.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    pub(crate) gateway: Gateway,
    pub(crate) incoming: Option<Incoming>,
}

impl Texts {
    /// The demo's: nothing leaves.
    pub(crate) fn letterbox() -> Self {
        Self { gateway: Gateway::Letterbox, incoming: None }
    }

    /// As the settings name them; `base` is where the gateway reaches us.
    pub(crate) fn of(sms: Option<&Sms>, base: &str) -> Outcome<Self> {
        let Some(sms) = sms else { return Ok(Self { gateway: Gateway::Nowhere, incoming: None }) };
        let base =
            Base::new(base).map_err(|_| Failed::new("base_url is missing, and the SMS gateway needs it"))?;
        let receipts = format!("/sms/receipts/{}", sms.secret.expose_secret());
        let gateway = Gateway::http(&GatewayOptions {
            url: sms.url.clone(),
            method: sms.method.clone(),
            format: sms.format,
            body: sms.body.clone(),
            header: sms.header.clone(),
            reference: sms.reference.clone(),
            timeout: sms.timeout,
            receipt_url: base.at(&receipts).to_string(),
            listed: sms.listed.clone(),
        });
        let incoming = Incoming::new(IncomingOptions {
            secret: sms.secret.clone(),
            id: sms.fields.id.clone(),
            state: sms.fields.state.clone(),
            delivered: sms.fields.delivered.clone(),
            failed: sms.fields.failed.clone(),
            from: sms.fields.from.clone(),
            text: sms.fields.text.clone(),
        });
        let wrong = |error| Failed(format!("sms.{error}"));
        Ok(Self { gateway: gateway.map_err(wrong)?, incoming: Some(incoming.map_err(wrong)?) })
    }
}
