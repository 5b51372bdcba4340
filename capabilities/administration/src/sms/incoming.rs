//! What the SMS gateway tells: receipts, and what customers write back. It has no session: it knows the secret in the address.

use axum::{
    Extension,
    body::to_bytes,
    extract::{Path, Request},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use relais_post::sms::{Heard, Incoming};
use relais_web::{Failure, Guest, Outcome};

/// A receipt and a text message are a few hundred bytes.
const MOST_BYTES: usize = 16 * 1024;

/// What became of a message.
pub(crate) async fn receipt(
    guest: Guest,
    incoming: Option<Extension<Incoming>>,
    Path(secret): Path<String>,
    request: Request,
) -> Outcome<Response> {
    let incoming = known(incoming, &secret)?;
    let Some(body) = body(request).await else { return Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response()) };
    Ok(answer(incoming.receipt(guest.site().db(), &body).await?))
}

/// What a customer wrote back. Nothing is answered to them, and nothing but STOP is kept.
pub(crate) async fn inbound(
    guest: Guest,
    incoming: Option<Extension<Incoming>>,
    Path(secret): Path<String>,
    request: Request,
) -> Outcome<Response> {
    let incoming = known(incoming, &secret)?;
    let Some(body) = body(request).await else { return Ok(StatusCode::PAYLOAD_TOO_LARGE.into_response()) };
    Ok(answer(incoming.inbound(guest.site().db(), &body).await?))
}

/// Without a gateway, or without its secret, there is no such page.
fn known(incoming: Option<Extension<Incoming>>, secret: &str) -> Outcome<Incoming> {
    let incoming = incoming.map(|Extension(incoming)| incoming);
    incoming.filter(|incoming| incoming.knows(secret)).ok_or(Failure::NotFound)
}

async fn body(request: Request) -> Option<axum::body::Bytes> {
    to_bytes(request.into_body(), MOST_BYTES).await.ok()
}

/// A gateway that is told no tries again later, and shows it: a receipt may come before the id that it names is written down.
fn answer(heard: Heard) -> Response {
    match heard {
        Heard::Done => StatusCode::NO_CONTENT,
        Heard::Unknown => StatusCode::NOT_FOUND,
        Heard::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
    }
    .into_response()
}
