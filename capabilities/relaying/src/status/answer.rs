//! How anything is answered to whoever holds a link: told to no other site, found by no search engine, kept by no browser.

use askama::Template;
use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use relais_web::{Guest, Outcome};
use relais_words::Words;

const HEADERS: [(HeaderName, &str); 3] = [
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow, noarchive"),
    (header::CACHE_CONTROL, "no-store"),
];

#[derive(Template)]
#[template(path = "status/lost.html")]
pub(super) struct Lost<'a> {
    pub(super) w: &'a Words,
}

/// The answer, dressed.
pub(super) fn quiet(answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The link opens nothing: unknown, taken back and over look the same.
pub(super) fn lost(guest: &Guest) -> Outcome<Response> {
    let page = guest.leaflet(guest.w.t("status-lost"), &Lost { w: &guest.w })?;
    Ok(quiet(page.status(StatusCode::NOT_FOUND)))
}
