//! In the demo alone: the night falls when somebody says so.

use axum::response::Response;
use relais_web::{Cx, Go, Outcome, Posted};
use serde::Deserialize;

use super::release::release;

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {}

pub(crate) async fn fall(cx: Cx, Posted(_): Posted<Form>) -> Outcome<Response> {
    release(cx.site().db(), cx.site().sealed()?).await?;
    Ok(Go::to("/pebbles?show=all&place=network").answer())
}
