//! Which error type to use where: what a person typed wrongly is a value on their form; what they may not see is
//! [`Failure::NotFound`]; everything unexpected is `?` and becomes [`Failure::Broken`]. Handlers return [`Outcome`].
//! A failure carries no words: the outermost layer shows it as a page, a fragment or a problem, in the right language.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

/// What a handler returns.
pub type Outcome<T = crate::Page> = Result<T, Failure>;

/// Why there is no page.
#[derive(Debug)]
pub enum Failure {
    /// It does not exist, or not for this viewer.
    NotFound,
    /// The address takes a form, or the other way round.
    WrongMethod,
    /// Nobody is signed in; they go to sign in and come back to the path.
    SignIn(String),
    /// The shared device that it came from is locked: whoever used it goes on from the path.
    Locked(String),
    /// The form did not come from our page, or is too old.
    Forged,
    /// The form is somebody else's than whoever is signed in.
    AnotherAuthor,
    /// The request cannot be read: its body is damaged or too large.
    Unreadable,
    /// Something of ours failed.
    Broken(String),
}

/// What the outermost layer finds on a failed response.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Problem(pub(crate) StatusCode);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = match &self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignIn(_) => StatusCode::UNAUTHORIZED,
            Self::Locked(_) => StatusCode::LOCKED,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::AnotherAuthor => StatusCode::CONFLICT,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Broken(what) => {
                tracing::error!(what, "a page failed");
                StatusCode::INTERNAL_SERVER_ERROR
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(Problem(status));
        if let Self::SignIn(path) | Self::Locked(path) = self {
            response.extensions_mut().insert(BackTo(path));
        }
        response
    }
}

/// Where somebody who must sign in wanted to go.
#[derive(Clone, Debug)]
pub(crate) struct BackTo(pub(crate) String);

impl From<relais_store::Error> for Failure {
    fn from(error: relais_store::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::Broken(format!("template: {error}"))
    }
}
