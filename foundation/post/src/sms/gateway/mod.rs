//! The way out for text messages: any gateway that takes one HTTP request a message.

mod answers;
mod carrying;
mod template;

use std::{net::IpAddr, sync::Arc, time::Duration};

use secrecy::SecretString;
use tokio_rustls::TlsConnector;

use crate::push::{Address, tls};
use template::Template;

pub(crate) use answers::Verdict;
pub(crate) use carrying::Parcel;

relais_kernel::codes! {
    /// How a request's body is written.
    pub enum Format {
        /// As JSON.
        Json = "json",
        /// As a form.
        Form = "form",
    }
}

/// How to reach a gateway.
#[derive(Clone, Debug)]
pub struct GatewayOptions {
    /// Its address; https, unless every address behind the name is listed.
    pub url: String,
    /// `POST` or `PUT`.
    pub method: String,
    /// How the body is written.
    pub format: Format,
    /// The body, with `{to}`, `{from}`, `{text}`, `{id}` and `{receipt_url}`.
    pub body: String,
    /// A header with our credentials, `Name: value`.
    pub header: Option<SecretString>,
    /// Where the answer holds the gateway's own id, such as `messages.0.id`; without it a message is known by ours alone.
    pub reference: Option<String>,
    /// How long it may take to answer.
    pub timeout: Duration,
    /// Where it tells us what became of a message.
    pub receipt_url: String,
    /// Addresses that may be called though they are not public (SEC-04).
    pub listed: Vec<IpAddr>,
}

/// Why a gateway cannot be used as it is configured. The words name the setting.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadGateway {
    /// The address is none.
    #[error("url: an address such as https://sms.example.org/v1/messages is expected")]
    Url,
    /// Another method.
    #[error("method: POST or PUT is expected")]
    Method,
    /// The body is no JSON or no form, lacks a placeholder or has an unknown one.
    #[error("body: {0}")]
    Body(String),
    /// The header is none.
    #[error("header: Name: value is expected, on one line")]
    Header,
    /// The secret of the addresses that the gateway calls is too easily guessed.
    #[error("secret: at least 22 letters, digits, - and _ are expected (32 when they are hexadecimal)")]
    Secret,
    /// The machine's TLS cannot be used.
    #[error("TLS: {0}")]
    Tls(String),
}

/// How text messages leave.
#[derive(Clone, Debug)]
pub enum Gateway {
    /// By HTTP.
    Http(Http),
    /// Not at all: they stay to be read on the demo's own page (SEC-12).
    Letterbox,
    /// Not at all: no gateway is set. They wait.
    Nowhere,
}

/// A gateway reached by HTTP. Cloning shares it.
#[derive(Clone)]
pub struct Http(Arc<Inner>);

struct Inner {
    address: Address,
    method: http::Method,
    format: Format,
    body: Template,
    header: Option<(http::HeaderName, http::HeaderValue)>,
    reference: Option<String>,
    timeout: Duration,
    receipt_url: String,
    listed: Vec<IpAddr>,
    tls: TlsConnector,
}

impl std::fmt::Debug for Http {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Http").field("host", &self.0.address.host).finish_non_exhaustive()
    }
}

impl Gateway {
    /// Prepares to reach a gateway; nothing is sent yet.
    pub fn http(options: &GatewayOptions) -> Result<Self, BadGateway> {
        let method = match options.method.as_str() {
            "POST" => http::Method::POST,
            "PUT" => http::Method::PUT,
            _ => return Err(BadGateway::Method),
        };
        Ok(Self::Http(Http(Arc::new(Inner {
            address: Address::of_gateway(&options.url).ok_or(BadGateway::Url)?,
            method,
            format: options.format,
            body: Template::read(options.format, &options.body).map_err(BadGateway::Body)?,
            header: options.header.as_ref().map(carrying::header).transpose()?,
            reference: options.reference.clone(),
            timeout: options.timeout,
            receipt_url: options.receipt_url.clone(),
            listed: options.listed.clone(),
            tls: tls().map_err(|error| BadGateway::Tls(error.to_string()))?,
        }))))
    }
}
