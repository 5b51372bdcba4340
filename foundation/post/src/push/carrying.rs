//! Handing a sealed message to a push service (RFC 8030), and understanding its answer.

use std::{sync::Arc, time::Duration};

use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::Full;
use hyper::{body::Bytes, client::conn::http1};
use hyper_util::rt::TokioIo;
use p256::SecretKey;
use relais_kernel::{Clock, Instant};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

use super::{
    address::{Address, Reach},
    sealing::{Receiver, seal},
    vapid,
};

/// How long a push service may take from the first byte to its answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// The longest wait that a push service may ask for.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);

/// The way out for calls.
#[derive(Clone)]
pub struct Push {
    tls: TlsConnector,
    contact: String,
    pub(crate) reach: Reach,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The push service has it.
    Taken,
    /// Not now; perhaps it said when to come back.
    Later(Option<Duration>),
    /// This browser is no longer there.
    Gone,
    /// Refused, and trying again is no use.
    Never,
}

/// A message for one browser.
#[derive(Clone, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) address: &'a Address,
    pub(crate) receiver: &'a Receiver,
    pub(crate) words: &'a [u8],
    /// How long the push service may keep it for a browser that is not there: never beyond its owner's hours.
    pub(crate) ttl: Duration,
    /// What it replaces when that was not delivered yet, and what it is recognised by when it comes twice.
    pub(crate) topic: &'a str,
    pub(crate) urgent: bool,
}

/// Certificates as the public knows them.
pub(crate) fn tls() -> Result<TlsConnector, tokio_rustls::rustls::Error> {
    let roots: RootCertStore = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

impl std::fmt::Debug for Push {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Push").field("contact", &self.contact).finish_non_exhaustive()
    }
}

impl Push {
    /// Calls go to push services on the public internet; `contact` is the address where we can be asked about them.
    pub fn new(contact: &str) -> Result<Self, tokio_rustls::rustls::Error> {
        Ok(Self { tls: tls()?, contact: contact.to_owned(), reach: Reach::Public })
    }

    /// Also calls this machine, in clear: for tests with a push service of their own, and nothing else.
    pub fn to_this_machine(self) -> Self {
        Self { reach: Reach::ThisMachine, ..self }
    }

    /// Seals a message and hands it over.
    pub(crate) async fn carry(&self, key: &SecretKey, call: &Call<'_>, clock: &Clock) -> Verdict {
        let Some(request) = self.request(key, call, clock) else { return Verdict::Never };
        match timeout(PATIENCE, self.exchange(call.address, request)).await {
            Ok(Ok((status, headers))) => understood(status, &headers, clock.now()),
            Ok(Err(_)) | Err(_) => Verdict::Later(None),
        }
    }

    fn request(&self, key: &SecretKey, call: &Call<'_>, clock: &Clock) -> Option<Request<Full<Bytes>>> {
        let sealed = seal(call.words, call.receiver, clock).ok()?;
        Request::post(&call.address.path)
            .header(header::HOST, call.address.origin().split("://").nth(1)?)
            .header(
                header::AUTHORIZATION,
                vapid::authorization(key, &call.address.origin(), &self.contact, clock.now()),
            )
            .header(header::CONTENT_ENCODING, "aes128gcm")
            .header(header::CONTENT_TYPE, "application/octet-stream")
            .header("ttl", call.ttl.as_secs())
            .header("topic", call.topic)
            .header("urgency", if call.urgent { "high" } else { "normal" })
            .body(Full::new(Bytes::from(sealed)))
            .ok()
    }

    async fn exchange(
        &self,
        address: &Address,
        request: Request<Full<Bytes>>,
    ) -> std::io::Result<(StatusCode, HeaderMap)> {
        let places = address.places(self.reach).await?;
        if places.is_empty() {
            return Err(std::io::Error::other("this name leads nowhere that may be called"));
        }
        let stream = TcpStream::connect(places.as_slice()).await?;
        if address.encrypted {
            let name = ServerName::try_from(address.host.clone()).map_err(std::io::Error::other)?;
            answer(self.tls.connect(name, stream).await?, request).await
        } else {
            answer(stream, request).await
        }
    }
}

/// Sends a request and reads the head of its answer. No redirection is followed, no body read.
async fn answer<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    request: Request<Full<Bytes>>,
) -> std::io::Result<(StatusCode, HeaderMap)> {
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(std::io::Error::other)?;
    let (mut sending, mut connection) =
        (std::pin::pin!(sender.send_request(request)), std::pin::pin!(connection));
    let response = tokio::select! {
        biased;
        response = &mut sending => response,
        ended = &mut connection => match ended {
            Ok(()) => sending.await,
            Err(error) => Err(error),
        },
    };
    let (head, _) = response.map_err(std::io::Error::other)?.into_parts();
    Ok((head.status, head.headers))
}

fn understood(status: StatusCode, headers: &HeaderMap, now: Instant) -> Verdict {
    match status.as_u16() {
        200..=299 => Verdict::Taken,
        404 | 410 => Verdict::Gone,
        408 | 429 | 500..=599 => {
            Verdict::Later(headers.get(header::RETRY_AFTER).and_then(|v| wait(v.to_str().ok()?, now)))
        }
        _ => Verdict::Never,
    }
}

/// The wait that a `Retry-After` asks for, in seconds or until a moment.
pub(crate) fn wait(text: &str, now: Instant) -> Option<Duration> {
    let text = text.trim();
    let wait = match text.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => Instant::from(jiff::fmt::rfc2822::parse(text).ok()?.timestamp()).since(now),
    };
    Some(wait.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(status: u16, retry_after: Option<&str>) -> Verdict {
        let mut headers = HeaderMap::new();
        headers.extend(retry_after.map(|text| (header::RETRY_AFTER, text.parse().unwrap())));
        let now = Instant::from("2026-11-23T09:00:00Z".parse::<jiff::Timestamp>().unwrap());
        understood(StatusCode::from_u16(status).unwrap(), &headers, now)
    }

    #[test]
    fn answers_of_push_services_are_understood() {
        for status in [200, 201, 202] {
            assert_eq!(answered(status, None), Verdict::Taken);
        }
        assert_eq!((answered(404, None), answered(410, None)), (Verdict::Gone, Verdict::Gone));
        for status in [301, 400, 401, 403, 413] {
            assert_eq!(answered(status, None), Verdict::Never, "{status}");
        }
        for status in [408, 429, 500, 503] {
            assert_eq!(answered(status, None), Verdict::Later(None), "{status}");
        }
    }

    #[test]
    fn push_services_say_when_to_come_back() {
        let later = |seconds| Verdict::Later(Some(Duration::from_secs(seconds)));
        assert_eq!(answered(429, Some("120")), later(120));
        assert_eq!(answered(503, Some("Mon, 23 Nov 2026 09:05:00 GMT")), later(300));
        assert_eq!(answered(503, Some("Mon, 23 Nov 2026 08:05:00 GMT")), later(0));
        assert_eq!(answered(429, Some("99999999")), later(3600), "nobody makes us wait for a year");
        assert_eq!(answered(429, Some("soon")), Verdict::Later(None));
    }
}
