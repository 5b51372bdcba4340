//! Locking a shared device at once, before walking away: the session ends, and its owner comes back by their code.

use axum::response::Response;
use relais_directory::accounts::sessions;
use relais_web::{Cookie, Cx, Go, Outcome, Posted};
use serde::Deserialize;

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {}

pub(crate) async fn lock(cx: Cx, Posted(_): Posted<Form>) -> Outcome<Response> {
    let tx = cx.site().db().begin().await?;
    sessions::end(&tx, cx.viewer().account, cx.viewer().session, cx.now()).await?;
    cx.note(&tx, "accounts.sign_out", "session", cx.viewer().session.0, "lock").await?;
    tx.commit().await?;
    // What waits on the device stays there, sealed, for when its author comes back.
    Ok(Go::to("/unlock").cookie(Cookie::end(cx.site())).answer())
}
