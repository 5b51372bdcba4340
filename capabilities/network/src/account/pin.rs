//! One's code on a shared device: chosen with the password, good on that device alone (SEC-03).

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::accounts::shared_devices;
use relais_web::{
    Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, EmptyState, Field},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

/// What was typed; none of it is shown again.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    present: String,
    pin: String,
    again: String,
}

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Nothing {}

#[derive(Template)]
#[template(path = "account/pin.html")]
struct Pin<'a> {
    w: &'a Words,
    csrf: String,
    shared: bool,
    /// Whether there is a code here already.
    held: bool,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx) -> Outcome {
    shown(&cx, Faults::none()).await
}

pub(crate) async fn save(cx: Cx, Posted(form): Posted<Form>) -> Outcome<Response> {
    if form.pin != form.again {
        return refused(&cx, Fault::on("again", "pin-differs")).await;
    }
    let (db, hashing) = (cx.site().db(), &cx.site().settings().hashing);
    let on = (cx.session(), cx.device());
    if let Err(fault) = shared_devices::choose(db, hashing, on, (&form.present, &form.pin), cx.now()).await? {
        return refused(&cx, fault).await;
    }
    let tx = cx.db().begin().await?;
    cx.note(&tx, "accounts.pin.chosen", "account", cx.viewer().account.0, "").await?;
    tx.commit().await?;
    Ok(Go::to("/account/pin").saying("pin-saved").answer())
}

pub(crate) async fn remove(cx: Cx, Posted(_): Posted<Nothing>) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    for device in shared_devices::of_browser(&tx, cx.device()).await? {
        if device.org_id == cx.viewer().org
            && shared_devices::remove(&tx, device.id, cx.viewer().person).await?
        {
            cx.note(&tx, "accounts.pin.removed", "account", cx.viewer().account.0, "").await?;
        }
    }
    tx.commit().await?;
    Ok(Go::to("/account/pin").saying("pin-removed").answer())
}

async fn refused(cx: &Cx, fault: Fault) -> Outcome<Response> {
    Ok(shown(cx, fault.into()).await?.refused().into_response())
}

async fn shown(cx: &Cx, faults: Faults) -> Outcome<Page> {
    let db = cx.site().db();
    let mut held = false;
    for device in shared_devices::of_browser(db, cx.device()).await? {
        let all = shared_devices::held(db, &device).await?;
        held |= all.iter().any(|one| device.org_id == cx.viewer().org && one.person_id == cx.viewer().person);
    }
    let page = Pin { w: &cx.w, csrf: cx.csrf(), shared: cx.session().shared, held, faults };
    cx.page(cx.shell(cx.w.t("pin-title")).back("/account", cx.w.t("account-title")), &page)
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let page = |shared, held, faults| Pin { w, csrf: String::new(), shared, held, faults };
    vec![
        Sample::of("account/pin", &page(true, false, Faults::none())),
        Sample::of("account/pin held", &page(true, true, Faults::none())),
        Sample::of("account/pin own device", &page(false, false, Faults::none())),
        Sample::of("account/pin refused", &page(true, false, Fault::on("pin", "pin-common").into())),
    ]
}
