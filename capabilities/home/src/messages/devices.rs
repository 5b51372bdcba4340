//! Being called on this browser, and no longer.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_kernel::DeviceId;
use relais_post::{Subscription, add_device, choice, remove_device};
use relais_web::{Cx, Failure, Go, Outcome, Posted};
use relais_words::Fault;
use serde::Deserialize;

use super::show;

/// What the browser tells of itself.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    endpoint: String,
    public_key: String,
    auth: String,
}

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Nothing {}

pub(crate) async fn add(cx: Cx, Posted(form): Posted<Form>) -> Outcome<Response> {
    let Some(subscription) = Subscription::read(&form.endpoint, &form.public_key, &form.auth) else {
        let known = choice(&cx.db(), cx.viewer().person).await?;
        let fault = Fault::of_form("messages-device-failed");
        let page = show::shown(&cx, show::Form::of(&known, cx.today()), fault.into()).await?;
        return Ok(page.refused().into_response());
    };
    let tx = cx.db().begin().await?;
    add_device(&tx, cx.viewer().person, cx.viewer().session, &subscription).await?;
    tx.commit().await?;
    Ok(Go::to("/my/messages").saying("messages-device-added").answer())
}

pub(crate) async fn remove(
    cx: Cx,
    Path(id): Path<DeviceId>,
    Posted(_): Posted<Nothing>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    if !remove_device(&tx, cx.viewer().person, id).await? {
        return Err(Failure::NotFound);
    }
    tx.commit().await?;
    Ok(Go::to("/my/messages").saying("messages-device-removed").answer())
}
