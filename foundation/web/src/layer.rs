//! The layers around every handler: who asks, from where; and on the way out: failures as pages, headers, cookies.

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use relais_kernel::Locale;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    Failure, Site,
    components::{EmptyState, LinkButton},
    failure::{BackTo, Problem},
    page::HEADERS,
    request::{Cx, Known},
    session,
    shell::{Shell, Theme},
};

/// The largest upload that is read at all.
const MOST_BYTES: usize = 66 * 1024 * 1024;

/// The session's cookie.
#[derive(Clone, Debug)]
pub struct Token(pub String);

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
    let (known, fresh) = match acquaint(&site, request.headers(), request.uri()).await {
        Ok(found) => found,
        Err(error) => {
            tracing::error!(%error, "a session cannot be read");
            return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response();
        }
    };
    let known = Arc::new(known);
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let is_api = request.uri().path().starts_with("/api/");
    request.extensions_mut().insert(Arc::clone(&known));
    let mut response = if changes && !is_ours(request.headers(), site.settings().base_url.as_str()) {
        Failure::Forged.into_response()
    } else {
        next.run(request).await
    };
    if let Some(Problem(status)) = response.extensions().get::<Problem>().copied() {
        let back = response.extensions().get::<BackTo>().cloned();
        response = shown(&site, &known, status, back, is_api);
    }
    for (name, value) in HEADERS {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Some(token) = fresh
        && let Ok(value) = HeaderValue::from_str(&session_cookie(&token, site.settings().secure))
        && !sets(&response, "session=")
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

fn sets(response: &Response, name: &str) -> bool {
    response.headers().get_all(header::SET_COOKIE).iter().any(|v| v.as_bytes().starts_with(name.as_bytes()))
}

async fn acquaint(
    site: &Site,
    headers: &HeaderMap,
    uri: &Uri,
) -> relais_store::Result<(Known, Option<String>)> {
    let text = |name| headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok()).unwrap_or("");
    let token = cookie(headers, "session").filter(|token| !token.is_empty());
    let resumed = match &token {
        Some(token) => session::resume(site, token).await?,
        None => None,
    };
    let (signed, fresh) = resumed.map_or((None, None), |(signed, fresh)| (Some(signed), fresh));
    let locale = signed
        .as_ref()
        .map(|signed| signed.viewer.locale)
        .or_else(|| cookie(headers, "locale").and_then(|code| code.parse().ok()))
        .unwrap_or_else(|| Locale::from_accept_language(text("accept-language")));
    let visit = cookie(headers, "visit")
        .filter(|visit| visit.len() == 22)
        .unwrap_or_else(|| URL_SAFE_NO_PAD.encode(site.clock().secret::<16>()));
    let known = Known {
        locale,
        theme: Theme::from_code(&cookie(headers, "theme").unwrap_or_default()),
        here: uri.path_and_query().map_or("/", |p| p.as_str()).to_owned(),
        fragment: headers.contains_key("x-relais-fragment"),
        said: cookie(headers, "said").filter(|key| !key.is_empty()),
        visit,
        token,
        device: cookie(headers, "device").unwrap_or_default(),
        agent: text("user-agent").chars().take(300).collect(),
        signed,
    };
    Ok((known, fresh))
}

/// Browsers tell where a form was sent from; what says nothing is left to the form's token.
fn is_ours(headers: &HeaderMap, base_url: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(from) = text("sec-fetch-site") {
        return matches!(from, "same-origin" | "none");
    }
    match text("origin") {
        Some(origin) => {
            origin == base_url
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
        StatusCode::UNAUTHORIZED => "sign-in",
        StatusCode::FORBIDDEN => "forged",
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
        return crate::Go::to(if path == "/" { "/sign-in".to_owned() } else { format!("/sign-in?{next}") })
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

/// A cookie's value.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(';'))
        .find_map(|pair| {
            let (key, value) = pair.trim().split_once('=')?;
            (key == name).then(|| value.to_owned())
        })
}

/// The session's cookie, as sent.
pub(crate) fn session_cookie(token: &str, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("session={token}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax{secure}")
}

/// The visitor's cookie, as sent.
pub(crate) fn visit_cookie(visit: &str, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("visit={visit}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax{secure}")
}

impl Token {
    /// The cookie that begins a session on this browser.
    pub fn begin(&self, site: &Site) -> String {
        session_cookie(&self.0, site.settings().secure)
    }

    /// The cookie that ends it.
    pub fn end() -> String {
        "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax".to_owned()
    }

    /// The cookie by which this browser is known to whoever signed in on it, for a year.
    pub fn remember(device: &str, site: &Site) -> String {
        let secure = if site.settings().secure { "; Secure" } else { "" };
        format!("device={device}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}")
    }

    /// A choice that is no secret: language or theme, for a year. Scripts read it too.
    pub fn choice(name: &'static str, value: &'static str) -> String {
        format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax")
    }
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
    }
}
