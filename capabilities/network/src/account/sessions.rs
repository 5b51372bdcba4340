//! Where one is signed in, and ending it elsewhere: phones are lost.

use askama::Template;
use axum::{extract::Path, response::Response};
use relais_directory::accounts::sessions::{self, Line};
use relais_kernel::SessionId;
use relais_web::{
    Cx, Failure, Go, Outcome, Posted, Sample,
    components::{Button, Chip, Field, Tone},
};
use relais_words::Words;
use serde::Deserialize;

use crate::entry::sign_out;

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {}

#[derive(Template)]
#[template(path = "account/sessions.html")]
struct Sessions<'a> {
    w: &'a Words,
    csrf: String,
    zone: jiff::tz::TimeZone,
    here: SessionId,
    lines: Vec<Line>,
}

pub(crate) async fn page(cx: Cx) -> Outcome {
    let page = Sessions {
        w: &cx.w,
        csrf: cx.csrf(),
        zone: cx.organisation().zone.clone(),
        here: cx.viewer().session,
        lines: sessions::list(cx.site().db(), cx.viewer().account, cx.now()).await?,
    };
    cx.page(cx.shell(cx.w.t("sessions-title")).back("/account", cx.w.t("account-title")), &page)
}

pub(crate) async fn end(cx: Cx, Path(id): Path<SessionId>, Posted(_): Posted<Form>) -> Outcome<Response> {
    let tx = cx.site().db().begin().await?;
    if !sessions::end(&tx, cx.viewer().account, id, cx.now()).await? {
        return Err(Failure::NotFound);
    }
    cx.note(&tx, "accounts.session.end", "session", id.0, "").await?;
    tx.commit().await?;
    Ok(if id == cx.viewer().session {
        sign_out::gone(cx.site(), false)
    } else {
        Go::to("/account/sessions").saying("session-ended").answer()
    })
}

pub(crate) async fn end_others(cx: Cx, Posted(_): Posted<Form>) -> Outcome<Response> {
    let tx = cx.site().db().begin().await?;
    sessions::end_others(&tx, cx.viewer().account, cx.viewer().session, cx.now()).await?;
    cx.note(&tx, "accounts.session.end_others", "account", cx.viewer().account.0, "").await?;
    tx.commit().await?;
    Ok(Go::to("/account/sessions").saying("sessions-ended").answer())
}

impl Sessions<'_> {
    fn device(&self, line: &Line) -> String {
        if line.device.is_empty() { self.w.t("session-unknown").to_string() } else { line.device.clone() }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let line = |device: &str, shared| Line {
        id: relais_kernel::Clock::system().id(),
        device: device.into(),
        shared,
        org_name: "Clairlien".into(),
        created_at: relais_kernel::Instant(1_795_267_200_000_000),
        seen_at: relais_kernel::Instant(1_795_267_200_000_000),
    };
    let page = |lines: Vec<Line>| Sessions {
        w,
        csrf: String::new(),
        zone: jiff::tz::TimeZone::UTC,
        here: lines[0].id,
        lines,
    };
    vec![
        Sample::of("account/sessions", &page(vec![line("Firefox, Windows", true), line("", false)])),
        Sample::of("account/sessions one", &page(vec![line("Safari, iPhone", false)])),
    ]
}
