//! What the frame's small forms choose: language, theme, organisation.

use axum::response::Response;
use relais_directory::{accounts::sessions, people};
use relais_kernel::Locale;
use relais_store::audit::{self, Act, Actor};
use relais_web::{Cookie, Cx, Failure, Go, Guest, Outcome, Posted, local, shell::Theme};
use serde::Deserialize;

/// A choice, and where it was made.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Choice {
    locale: String,
    theme: String,
    org: String,
    back: String,
}

/// The language of this browser, and of the person when somebody is signed in.
pub(crate) async fn locale(guest: Guest, Posted(choice): Posted<Choice>) -> Outcome<Response> {
    let locale: Locale = choice.locale.parse().map_err(|_| Failure::NotFound)?;
    if let Some(viewer) = guest.viewer() {
        let tx = guest.site().db().org(viewer.org).begin().await?;
        people::put_locale(&tx, viewer.person, locale).await?;
        tx.commit().await?;
    }
    Ok(Go::to(local(&choice.back)).cookie(Cookie::choice("locale", locale.code())).answer())
}

/// Light, dark, or as the system has it.
pub(crate) async fn theme(_: Guest, Posted(choice): Posted<Choice>) -> Outcome<Response> {
    Ok(Go::to(local(&choice.back))
        .cookie(Cookie::choice("theme", Theme::from_code(&choice.theme).code()))
        .answer())
}

/// Another organisation of the same account: another person, a new session (SEC-08).
pub(crate) async fn organisation(cx: Cx, Posted(choice): Posted<Choice>) -> Outcome<Response> {
    let org = choice.org.parse().map_err(|_| Failure::NotFound)?;
    let tx = cx.site().db().begin().await?;
    let opened = sessions::switch(&tx, cx.session(), org, cx.now()).await?.ok_or(Failure::NotFound)?;
    // The organisation that somebody goes into writes it down, as it does a sign-in.
    let actor = Actor { account: Some(cx.viewer().account), person: Some(opened.person) };
    let id = Some(opened.id.into());
    let act = Act { actor, action: "accounts.sign_in", subject: "session", id, detail: "switch" };
    audit::write(&tx, Some(opened.org), act).await?;
    tx.commit().await?;
    Ok(Go::to("/").cookie(Cookie::begin(opened.token.text(), cx.site())).answer())
}
