//! A page that a call leads to was opened: nothing more leaves about it. The page's script says so, since asking for a page
//! changes nothing (SEC-02); without a script, the mail of the day says it once more.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use relais_post::{calls_to, seen};
use relais_web::{Cx, Outcome, Posted};
use serde::Deserialize;

/// The page that was opened.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    path: String,
}

pub(crate) async fn save(cx: Cx, Posted(form): Posted<Form>) -> Outcome<Response> {
    let person = cx.viewer().person;
    // « Mes relais » shows every baton that calls.
    let under = (form.path == "/").then_some("/batons/");
    if calls_to(&cx.db(), person, &form.path, under).await? {
        let tx = cx.db().begin().await?;
        seen(&tx, person, &form.path, under, cx.today()).await?;
        tx.commit().await?;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
