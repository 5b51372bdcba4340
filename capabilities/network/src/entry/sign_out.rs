//! Signing out: the session ends, and the browser forgets what it kept.

use axum::{
    http::{HeaderName, HeaderValue},
    response::{IntoResponse as _, Response},
};
use relais_directory::accounts::sessions;
use relais_web::{Cookie, Cx, Go, Outcome, Posted, Site};
use serde::Deserialize;

/// Whether receipts of what was said without a name stay on this device: a script has then cleared all else.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    receipts: String,
}

pub(crate) async fn leave(cx: Cx, Posted(form): Posted<Form>) -> Outcome<Response> {
    let tx = cx.site().db().begin().await?;
    sessions::end(&tx, cx.viewer().account, cx.viewer().session, cx.now()).await?;
    cx.note(&tx, "accounts.sign_out", "session", cx.viewer().session.0, "").await?;
    tx.commit().await?;
    Ok(gone(cx.site(), form.receipts == "keep"))
}

/// Nobody is signed in any more: the browser forgets all that it kept, but for receipts that their owner keeps.
pub(crate) fn gone(site: &Site, receipts_stay: bool) -> Response {
    let mut response = Go::to("/sign-in").saying("signed-out").cookie(Cookie::end(site)).into_response();
    let forgets = if receipts_stay { "\"cache\"" } else { "\"cache\", \"storage\"" };
    response
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static(forgets));
    response
}
