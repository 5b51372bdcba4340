//! Shared devices lock (SEC-03): by the server's clock, without a script. When a session on a shared device was last used
//! stands in a cookie that only the server can write, so that no table tells when somebody worked.
//!
//! A form that comes after the device locked is not lost: it goes back sealed, and its author alone has it again.

use std::{sync::Arc, time::Duration};

use axum::{
    body::{Body, HttpBody as _, to_bytes},
    extract::{FromRequest as _, Multipart, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as TEXT};
use relais_directory::accounts::shared_devices;
use relais_kernel::{Instant, SessionId};
use serde::{Deserialize, Serialize};

use crate::{
    Author, Site,
    components::{Button, EmptyState, Field, Html as Piece},
    cookies::Own,
    request::{Known, Signed},
    shell::Shell,
};

/// Where whoever wrote a form on a page that locks itself sends it.
pub(crate) const HOLD: &str = "/hold";
/// Words that are held; a longer form is none of ours, and photos are not held.
const MOST_BYTES: usize = 128 * 1024;
/// The cookie is written anew once it is so old.
const FRESH: Duration = Duration::from_secs(15);

/// When a session on a shared device was last used: what the cookie says, or when it began.
fn used(site: &Site, headers: &HeaderMap, signed: &Signed) -> Option<Instant> {
    let stamp = Own::Used.read(headers, site.settings().secure)?;
    let (at, _) = stamp.split_once('.')?;
    let at = Instant(at.parse().ok()?);
    crate::csrf::matches(&stamp, &stamp_of(site, signed.viewer.session, at)?).then_some(at)
}

/// A moment that only this server can have written, for one session.
fn stamp_of(site: &Site, session: SessionId, at: Instant) -> Option<String> {
    let sealed = site.db().vault().ok()?.fingerprint(&format!("shared device/{session}"), &at.0.to_string());
    Some(format!("{}.{}", at.0, hex::encode(&sealed[..16])))
}

/// The cookie that says that a session was used now.
pub(crate) fn use_now(site: &Site, session: SessionId, at: Instant) -> Option<String> {
    Some(Own::Used.set(&stamp_of(site, session, at)?, site.settings().secure))
}

/// The device is locked.
#[derive(Debug)]
pub(crate) struct Locked;

/// Whether a session's device is locked; otherwise the cookie to send with the answer, when it is time.
pub(crate) fn look(
    site: &Site,
    headers: &HeaderMap,
    signed: &Signed,
    is_used: bool,
) -> Result<Option<String>, Locked> {
    let Some(after) = signed.locks_after else { return Ok(None) };
    let now = site.clock().now();
    let last = used(site, headers, signed);
    if shared_devices::is_locked(last.unwrap_or(signed.found.created_at), now, after) {
        return Err(Locked);
    }
    let is_old = last.is_none_or(|last| now.since(last) >= FRESH);
    Ok(if is_used && is_old { use_now(site, signed.viewer.session, now) } else { None })
}

/// A form that came too late, as its author gets it back.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct HeldForm {
    /// Where it was sent.
    pub path: String,
    /// What was typed.
    pub fields: Vec<(String, String)>,
}

impl HeldForm {
    /// What was sealed for somebody; nothing when it was for somebody else.
    pub fn open(site: &Site, author: Author, sealed: &str) -> Option<Self> {
        let text = site.db().vault().ok()?.open(&place(author), &TEXT.decode(sealed).ok()?).ok()?;
        serde_json::from_str::<Self>(&text).ok().filter(|held| crate::is_local(&held.path))
    }

    fn seal(&self, site: &Site, author: Author) -> Option<String> {
        let text = serde_json::to_string(self).ok()?;
        Some(TEXT.encode(site.db().vault().ok()?.seal(site.clock(), &place(author), &text).ok()?))
    }
}

fn place(author: Author) -> String {
    format!("held form/{author}")
}

/// Reads a form before it is known whether anybody may send it; gives the request back as it came.
pub(crate) async fn taken(request: Request, site: &Site) -> (Request, Option<HeldForm>) {
    let length = request.body().size_hint().exact();
    if length.is_none_or(|length| length > MOST_BYTES as u64) {
        return (request, None);
    }
    let path = match (request.uri().path(), request.uri().query()) {
        (HOLD, Some(query)) => serde_html_form::from_str::<Vec<(String, String)>>(query)
            .ok()
            .and_then(|pairs| pairs.into_iter().find(|(name, _)| name == "to"))
            .map_or_else(|| "/".to_owned(), |(_, to)| to),
        (path, _) => path.to_owned(),
    };
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, MOST_BYTES).await else {
        return (Request::from_parts(parts, Body::empty()), None);
    };
    let whole = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    let is_multipart = parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/"));
    let fields = if is_multipart {
        fields_of(Request::from_parts(parts, Body::from(bytes)), site).await
    } else {
        serde_html_form::from_bytes::<Vec<(String, String)>>(&bytes).ok()
    };
    let held = fields.map(|mut fields| {
        fields.retain(|(name, _)| name != "csrf");
        HeldForm { path, fields }
    });
    (whole, held)
}

/// The fields of a form with a file; the file itself is chosen again.
async fn fields_of(request: Request, site: &Site) -> Option<Vec<(String, String)>> {
    let mut form = Multipart::from_request(request, site).await.ok()?;
    let mut fields = Vec::new();
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name().unwrap_or("").to_owned();
        if field.file_name().is_none() {
            fields.push((name, field.text().await.ok()?));
        }
    }
    Some(fields)
}

/// The page that a form gets which came after the device locked.
pub(crate) fn answer(site: &Site, known: &Arc<Known>, held: Option<HeldForm>) -> Response {
    let w = site.words(known.locale);
    let author = known.locked.as_ref().map(|signed| Author::of(&signed.viewer));
    let sealed = author.zip(held).and_then(|(author, held)| held.seal(site, author)).unwrap_or_default();
    let state = EmptyState::new(w.t("web-locked")).icon("lock").more(w.t("web-locked-held"));
    let form = Piece::page(&Unlock { csrf: crate::csrf::of_visit(&known.visit), sealed, w: &w });
    let body = Piece::of(state.as_title()).and(form);
    let shell =
        Shell::bare(&w, w.t("web-locked")).theme(known.theme).csrf(crate::csrf::of_visit(&known.visit));
    let visit = Own::Visit.set(&known.visit, site.settings().secure);
    let mut response =
        (StatusCode::LOCKED, [(header::SET_COOKIE, visit)], Html(shell.around(body))).into_response();
    // A page that locks itself locks the device, whatever its clock says.
    let session = known.locked.as_ref().map(|signed| signed.viewer.session);
    let never = session.and_then(|session| use_now(site, session, Instant(0)));
    if let Some(never) = never.and_then(|never| HeaderValue::from_str(&never).ok()) {
        response.headers_mut().append(header::SET_COOKIE, never);
    }
    response
}

#[derive(askama::Template)]
#[template(path = "unlock.html")]
struct Unlock<'a> {
    csrf: String,
    sealed: String,
    w: &'a relais_words::Words,
}
