//! Handing one message to a gateway. What matters is when it went wrong: before a byte was written nothing can have left, and
//! afterwards nobody knows.

use std::{net::SocketAddr, time::Duration};

use http::{HeaderName, HeaderValue, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{
    body::{Bytes, Incoming},
    client::conn::http1,
};
use hyper_util::rt::TokioIo;
use relais_contact::Phone;
use relais_kernel::{Clock, SmsId};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::rustls::pki_types::ServerName;

use super::{
    BadGateway, Format, Http,
    answers::{Verdict, of_status},
};
use crate::{
    push::{is_public, wait},
    sms::{fields, sender::Sender},
};

/// How long a connection may take, TLS included.
const CONNECT: Duration = Duration::from_secs(10);
/// An answer that is longer holds no id of ours.
const LONGEST_ANSWER: usize = 64 * 1024;
/// A gateway's id that is longer is none.
const LONGEST_REFERENCE: usize = 100;

/// A message for the gateway.
#[derive(Clone, Debug)]
pub(crate) struct Parcel {
    pub(crate) id: SmsId,
    pub(crate) to: Phone,
    pub(crate) from: Sender,
    pub(crate) words: String,
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send {}
impl<S: AsyncRead + AsyncWrite + Unpin + Send> Stream for S {}

/// A header as settings write it.
pub(super) fn header(line: &SecretString) -> Result<(HeaderName, HeaderValue), BadGateway> {
    let (name, value) = line.expose_secret().split_once(':').ok_or(BadGateway::Header)?;
    let name = HeaderName::try_from(name.trim()).map_err(|_| BadGateway::Header)?;
    let mut value = HeaderValue::try_from(value.trim()).map_err(|_| BadGateway::Header)?;
    value.set_sensitive(true);
    Ok((name, value))
}

impl Http {
    /// Hands a message over, once.
    pub(crate) async fn carry(&self, parcel: &Parcel, clock: &Clock) -> Verdict {
        let later = |code: &str| Verdict::Later(code.into(), None);
        let Some(request) = self.request(parcel) else { return Verdict::Never("request".into()) };
        let stream = match timeout(CONNECT, self.connect()).await {
            Ok(Ok(stream)) => stream,
            Ok(Err(_)) => return later("connection"),
            Err(_) => return later("connection: silent"),
        };
        match timeout(self.0.timeout, self.exchange(stream, request, clock)).await {
            Ok(verdict) => verdict,
            Err(_) => Verdict::Unclear("no answer in time".into()),
        }
    }

    fn request(&self, parcel: &Parcel) -> Option<Request<Full<Bytes>>> {
        let (inner, id) = (&self.0, parcel.id.to_string());
        let values = |name: &str| match name {
            "to" => parcel.to.e164(),
            "from" => parcel.from.text(),
            "text" => parcel.words.as_str(),
            "id" => id.as_str(),
            _ => inner.receipt_url.as_str(),
        };
        let body = inner.body.fill(&values);
        let kind = match inner.format {
            Format::Json => "application/json",
            Format::Form => "application/x-www-form-urlencoded",
        };
        let mut request = Request::builder()
            .method(inner.method.clone())
            .uri(&inner.address.path)
            .header(header::HOST, inner.address.origin().split("://").nth(1)?)
            .header(header::CONTENT_TYPE, kind)
            .header(header::ACCEPT, "application/json");
        if let Some((name, value)) = &inner.header {
            request = request.header(name, value);
        }
        request.body(Full::new(Bytes::from(body))).ok()
    }

    /// A way to the gateway, to an address that was looked at (SEC-04): public, or listed; in clear to listed ones alone.
    async fn connect(&self) -> std::io::Result<Box<dyn Stream>> {
        let (address, listed) = (&self.0.address, &self.0.listed);
        let found = tokio::net::lookup_host((address.host.as_str(), address.port)).await?;
        let may =
            |place: &SocketAddr| listed.contains(&place.ip()) || (address.encrypted && is_public(place.ip()));
        let places: Vec<SocketAddr> = found.filter(may).collect();
        if places.is_empty() {
            tracing::warn!(
                host = address.host,
                "the SMS gateway leads nowhere that may be called (sms.private)"
            );
            return Err(std::io::Error::other("this name leads nowhere that may be called"));
        }
        let stream = TcpStream::connect(places.as_slice()).await?;
        if !address.encrypted {
            return Ok(Box::new(stream));
        }
        let name = ServerName::try_from(address.host.clone()).map_err(std::io::Error::other)?;
        Ok(Box::new(self.0.tls.connect(name, stream).await?))
    }

    /// Sends the request and understands what comes back. No redirection is followed.
    async fn exchange(
        &self,
        stream: Box<dyn Stream>,
        request: Request<Full<Bytes>>,
        clock: &Clock,
    ) -> Verdict {
        let Ok((mut sender, connection)) = http1::handshake(TokioIo::new(stream)).await else {
            return Verdict::Later("connection".into(), None);
        };
        // Ended with us: nothing of a message given up goes on being written.
        let mut driver = JoinSet::new();
        driver.spawn(connection);
        let response = match sender.try_send_request(request).await {
            Ok(response) => response,
            Err(mut error) => {
                // The request comes back when nothing of it was written.
                return match error.take_message() {
                    Some(_) => Verdict::Later("connection".into(), None),
                    None => Verdict::Unclear("cut".into()),
                };
            }
        };
        let asked = response.headers().get(header::RETRY_AFTER).and_then(|value| value.to_str().ok());
        let asked = asked.and_then(|text| wait(text, clock.now()));
        if let Some(verdict) = of_status(response.status().as_u16(), asked) {
            return verdict;
        }
        self.taken(response.status(), response.into_body()).await
    }

    /// The gateway says yes. Where it should tell its id and does not, it may have meant something else.
    async fn taken(&self, status: StatusCode, body: Incoming) -> Verdict {
        let Some(path) = &self.0.reference else { return Verdict::Taken(None) };
        let code = format!("http {} without an id", status.as_u16());
        let Ok(body) = Limited::new(body, LONGEST_ANSWER).collect().await else {
            return Verdict::Unclear(code);
        };
        let reference = fields::in_json(&body.to_bytes(), path);
        match reference.filter(|text| !text.is_empty() && text.len() <= LONGEST_REFERENCE) {
            Some(reference) => Verdict::Taken(Some(reference)),
            None => Verdict::Unclear(code),
        }
    }
}
