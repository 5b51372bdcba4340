//! Walking into the demo as one of its people. These routes exist in `relais demo` alone (SEC-12).

use askama::Template;
use axum::{extract::Path, response::Response};
use relais_directory::accounts::{links, signing_in};
use relais_web::{
    Failure, Guest, Outcome, Posted,
    components::{Button, Field},
};
use relais_words::Words;
use serde::Deserialize;

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {}

#[derive(Template)]
#[template(path = "entry/demo.html")]
struct Demo<'a> {
    w: &'a Words,
    csrf: String,
    token: String,
    email: String,
}

pub(crate) async fn page(guest: Guest, Path(token): Path<String>) -> Outcome {
    let link = links::look_demo(guest.site().db(), &token, guest.now()).await?.ok_or(Failure::NotFound)?;
    let page = Demo { w: &guest.w, csrf: guest.csrf(), token, email: link.email };
    guest.page(guest.w.t("demo-enter-title"), &page)
}

pub(crate) async fn enter(
    guest: Guest,
    Path(token): Path<String>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let site = guest.site();
    let link = links::look_demo(site.db(), &token, guest.now()).await?.ok_or(Failure::NotFound)?;
    let tx = site.db().begin().await?;
    let signed =
        signing_in::begin(&tx, link.account_id, link.org_id, &guest.browser(false), guest.now()).await?;
    tx.commit().await?;
    let signed = signed.ok_or(Failure::NotFound)?;
    Ok(super::enter(site, &signed, "/").answer())
}
