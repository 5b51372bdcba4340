//! The layers around every handler: who asks, from where; and on the way out: failures as pages, headers, cookies.

use std::{path::Path, sync::Arc};

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use relais_kernel::Locale;
use relais_store::Mark;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    Failure, Site,
    components::{EmptyState, LinkButton},
    cookies::{Own, cookie},
    failure::{BackTo, Problem},
    live, lock, offline,
    page::HEADERS,
    request::{Cx, Known},
    session,
    shell::{Shell, Theme},
};

/// The largest upload that is read at all.
const MOST_BYTES: usize = 66 * 1024 * 1024;

/// The whole site: routes, assets, layers.
pub fn whole(site: &Site, routes: Router<Site>) -> Router {
    routes
        .fallback(async || Failure::NotFound)
        .method_not_allowed_fallback(async || Failure::WrongMethod)
        .layer(middleware::from_fn_with_state(site.clone(), guard))
        .layer(CatchPanicLayer::custom(|_| Failure::Broken("a handler panicked".into()).into_response()))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(CompressionLayer::new())
        .merge(crate::assets::routes())
        .with_state(site.clone())
}

/// Finds out who asks, refuses what comes from elsewhere, and dresses the answer.
pub(crate) async fn guard(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
    // A page that listens or keeps itself does not keep its session going; what must leave no trace does not either.
    let path = Path::new(request.uri().path());
    let by_itself = [live::PATH, offline::PATH].iter().any(|own| path.starts_with(own))
        || request.headers().contains_key(offline::KEPT);
    let is_used = !by_itself && !site.overlooks(route);
    let (mut known, fresh, used) =
        match acquaint(&site, request.headers(), request.uri(), (is_used, by_itself)).await {
            Ok(found) => found,
            Err(error) => {
                tracing::error!(%error, "a session cannot be read");
                return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response();
            }
        };
    let secure = site.settings().secure;
    // A page that locks itself gives up what was typed on it.
    if request.uri().path() == lock::HOLD && known.signed.is_some() {
        known.locked = known.signed.take();
    }
    let known = Arc::new(known);
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let is_api = request.uri().path().starts_with("/api/");
    let is_queued = offline::is_queued(request.headers());
    request.extensions_mut().insert(Arc::clone(&known));
    let mut held = None;
    if changes && known.locked.is_some() && !known.fragment {
        (request, held) = lock::taken(request, &site).await;
    }
    let mut response = if changes && !is_ours(request.headers(), site.settings().base_url.as_str()) {
        Failure::Forged.into_response()
    } else {
        next.run(request).await
    };
    if let Some(Problem(status)) = response.extensions().get::<Problem>().copied() {
        let back = response.extensions().get::<BackTo>().cloned();
        response = if status == StatusCode::LOCKED && changes && !known.fragment {
            lock::answer(&site, &known, held)
        } else {
            shown(&site, &known, status, back, is_api)
        };
    }
    if is_queued {
        response = offline::told(response);
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Some(used) = used.and_then(|used| HeaderValue::from_str(&used).ok())
        && known.locked.is_none()
    {
        response.headers_mut().append(header::SET_COOKIE, used);
    }
    if let Some(token) = fresh
        && let Ok(value) = HeaderValue::from_str(&Own::Session.set(&token, secure))
        && !response
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .any(|v| Own::Session.is(v.as_bytes(), secure))
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

async fn acquaint(
    site: &Site,
    headers: &HeaderMap,
    uri: &Uri,
    (is_used, by_itself): (bool, bool),
) -> relais_store::Result<(Known, Option<String>, Option<String>)> {
    let text = |name| headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok()).unwrap_or("");
    let secure = site.settings().secure;
    let token = Own::Session.read(headers, secure);
    // Who has no session has nothing remembered.
    let mark = if token.is_some() { site.db().mark().await? } else { Mark::Unknown };
    let found = match &token {
        Some(token) => session::known(site, token, mark.clone()).await?,
        None => None,
    };
    // Behind the lock of a shared device nobody is signed in, and nothing uses the session. What must leave no trace keeps
    // the device open all the same: that stands in this browser alone.
    let (signed, locked, used) = match found {
        Some(found) => match lock::look(site, headers, &found, !by_itself) {
            Ok(used) => (Some(found), None, used),
            Err(lock::Locked) => (None, Some(found), None),
        },
        None => (None, None, None),
    };
    let fresh = match &signed {
        Some(signed) if is_used => session::keep(site, signed).await?,
        _ => None,
    };
    let locale = signed
        .as_ref()
        .or(locked.as_ref())
        .map(|signed| signed.viewer.locale)
        .or_else(|| cookie(headers, "locale").and_then(|code| code.parse().ok()))
        .unwrap_or_else(|| Locale::from_accept_language(text("accept-language")));
    let visit = Own::Visit
        .read(headers, secure)
        .filter(|visit| visit.len() == 22)
        .unwrap_or_else(|| URL_SAFE_NO_PAD.encode(site.clock().secret::<16>()));
    let known = Known {
        locale,
        theme: Theme::from_code(&cookie(headers, "theme").unwrap_or_default()),
        here: uri.path_and_query().map_or("/", |p| p.as_str()).to_owned(),
        fragment: headers.contains_key("x-relais-fragment") || offline::is_queued(headers),
        said: cookie(headers, "said").filter(|key| !key.is_empty() && !headers.contains_key(offline::KEPT)),
        visit,
        token,
        device: Own::Device.read(headers, secure).unwrap_or_default(),
        agent: text("user-agent").chars().take(300).collect(),
        signed,
        locked,
        mark,
    };
    Ok((known, fresh, used))
}

/// Browsers tell where a form was sent from; what says nothing is left to the form's token. A page that tells its address to
/// nobody (`no-referrer`) is « null » to browsers that do not say `sec-fetch-site` yet: that is saying nothing too.
fn is_ours(headers: &HeaderMap, base_url: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(from) = text("sec-fetch-site") {
        return matches!(from, "same-origin" | "none");
    }
    match text("origin") {
        Some(origin) => {
            origin == "null"
                || origin == base_url
                || text("host").is_some_and(|host| origin.split_once("://").is_some_and(|(_, o)| o == host))
        }
        None => true,
    }
}

/// A failure as people or programs can use it.
fn shown(
    site: &Site,
    known: &Arc<Known>,
    status: StatusCode,
    back: Option<BackTo>,
    is_api: bool,
) -> Response {
    let w = site.words(known.locale);
    let code = match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::UNAUTHORIZED | StatusCode::LOCKED => "sign-in",
        StatusCode::FORBIDDEN => "forged",
        StatusCode::CONFLICT => "another-author",
        StatusCode::BAD_REQUEST => "unreadable",
        StatusCode::METHOD_NOT_ALLOWED => "not-found",
        _ => "broken",
    };
    let title = w.t(&format!("failure-{code}")).to_string();
    let what_next = w.t(&format!("failure-{code}-next")).to_string();
    if is_api {
        let problem = serde_json::json!({
            "type": format!("about:blank#{code}"), "title": title, "status": status.as_u16(), "detail": what_next,
        });
        return (status, [(header::CONTENT_TYPE, "application/problem+json")], problem.to_string())
            .into_response();
    }
    if let Some(BackTo(path)) = back
        && !known.fragment
    {
        let next = crate::query([("next", path.as_str())]);
        let door = if status == StatusCode::LOCKED { "/unlock" } else { "/sign-in" };
        return crate::Go::to(if path == "/" { door.to_owned() } else { format!("{door}?{next}") })
            .into_response();
    }
    let state =
        EmptyState::new(&title).more(&what_next).action(LinkButton::primary("/", w.t("failure-home")));
    if known.fragment {
        return (status, axum::response::Html(state.to_string())).into_response();
    }
    // Whoever is signed in keeps their way around.
    let shell = match &known.signed {
        Some(signed) => Cx::new(site, Arc::clone(known), Arc::clone(signed)).shell(&title),
        None => Shell::bare(&w, &title).theme(known.theme),
    };
    (status, axum::response::Html(shell.around(state.as_title()))).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (header::HeaderName::from_static(name), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn sec_02_a_form_sent_from_elsewhere_is_refused() {
        let base = "https://relais.example";
        assert!(is_ours(&headers(&[("sec-fetch-site", "same-origin")]), base));
        assert!(!is_ours(&headers(&[("sec-fetch-site", "cross-site")]), base));
        assert!(!is_ours(&headers(&[("sec-fetch-site", "same-site")]), base));
        assert!(is_ours(&headers(&[("origin", "https://relais.example")]), base));
        assert!(is_ours(&headers(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")]), base));
        assert!(!is_ours(&headers(&[("origin", "https://evil.example"), ("host", "relais.example")]), base));
        assert!(is_ours(&headers(&[("origin", "null")]), base), "left to the form's token");
        assert!(!is_ours(&headers(&[("origin", "null"), ("sec-fetch-site", "cross-site")]), base));
    }
}
