//! Answers: a whole page, a fragment of one, or a way to another.

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

/// A page, whole or as the fragment that an island asked for.
#[derive(Debug)]
pub struct Page {
    status: StatusCode,
    html: String,
    cookies: Vec<String>,
}

/// The same, for handlers that always answer a piece of a page.
pub type Fragment = Page;

impl Page {
    /// A rendered page.
    pub fn new(html: String) -> Self {
        Self { status: StatusCode::OK, html, cookies: Vec::new() }
    }

    /// The page shows faults: 422, so that a browser's history and a script both know.
    pub fn refused(self) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, ..self }
    }

    /// Another status.
    pub fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// Sets a cookie.
    pub fn cookie(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, Html(self.html)).into_response();
        set_cookies(&mut response, self.cookies);
        response
    }
}

/// After a form: go there (303), and say there what was done.
#[derive(Debug)]
pub struct Go {
    to: String,
    cookies: Vec<String>,
}

impl Go {
    /// To a path of ours.
    pub fn to(path: impl Into<String>) -> Self {
        Self { to: path.into(), cookies: Vec::new() }
    }

    /// Says a sentence on the next page, once. The key's sentence takes no argument.
    pub fn saying(self, key: &'static str) -> Self {
        self.saying_with(key, [])
    }

    /// The same with what completes the sentence.
    pub fn saying_with<'a>(
        mut self,
        key: &'static str,
        args: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let args = crate::query(args);
        let mark = if args.is_empty() { "" } else { "?" };
        self.cookies.push(format!("said={key}{mark}{args}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"));
        self
    }

    /// Sets a cookie.
    pub fn cookie(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// As an answer, where a handler has several kinds.
    pub fn answer(self) -> Response {
        self.into_response()
    }
}

impl IntoResponse for Go {
    fn into_response(self) -> Response {
        let Some(to) = HeaderValue::from_str(&self.to).ok().filter(|_| crate::is_local(&self.to)) else {
            return crate::Failure::NotFound.into_response();
        };
        let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
        set_cookies(&mut response, self.cookies);
        response
    }
}

fn set_cookies(response: &mut Response, cookies: Vec<String>) {
    for cookie in cookies {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

/// Headers of every answer: nothing from elsewhere, nothing inline, no frame around us, no address told to others.
pub(crate) const HEADERS: [(HeaderName, &str); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; \
         form-action 'self'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];
