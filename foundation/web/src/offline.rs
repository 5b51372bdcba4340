//! Writing where there is no network: whose page it is, under whom a form may leave, and what a browser seals words with
//! while they wait on it (SEC-03).
//!
//! A page that is kept and a form that waits bear their author. The server refuses a form under anybody else's session, and
//! gives the key that opens waiting words to their author alone.

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use relais_kernel::{OrgId, PersonId, Viewer};
use serde_json::json;

use crate::{Cx, Failure, Outcome};

/// Where a browser asks who is signed in, before a form that waited leaves. To ask is no use of a session.
pub(crate) const PATH: &str = "/offline";
/// A form that a script sends: it is answered with where to go, and never led elsewhere.
const QUEUED: &str = "x-relais-queued";
/// A page that is asked for to be kept: what the last action said is not for it.
pub(crate) const KEPT: &str = "x-relais-kept";
/// Where whoever sent a form goes on.
const WENT: &str = "x-relais-went";

/// A form that opens without network.
#[derive(Clone, Copy, Debug)]
pub struct OfflineForm {
    /// Where it stands.
    pub path: &'static str,
    /// Who has it.
    pub shown: fn(&Viewer) -> bool,
}

/// Who wrote a form: a person within their organisation, as its hidden field says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author {
    org: OrgId,
    person: PersonId,
}

impl Author {
    /// Somebody, within an organisation.
    pub fn new(org: OrgId, person: PersonId) -> Self {
        Self { org, person }
    }

    /// Whoever looks.
    pub fn of(viewer: &Viewer) -> Self {
        Self { org: viewer.org, person: viewer.person }
    }

    fn read(text: &str) -> Option<Self> {
        let (org, person) = text.split_once('.')?;
        Some(Self { org: org.parse().ok()?, person: person.parse().ok()? })
    }
}

impl std::fmt::Display for Author {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.org, self.person)
    }
}

/// Whether what somebody wrote may leave under a session: under its author's own, in the same organisation. A form that
/// names nobody is held by its token alone.
pub(crate) fn may_leave(author: &str, viewer: Option<&Viewer>) -> Result<(), Failure> {
    if author.is_empty() || viewer.is_some_and(|viewer| Author::read(author) == Some(Author::of(viewer))) {
        return Ok(());
    }
    // Whoever is signed out signs in; whoever is somebody else sends nothing.
    Err(if viewer.is_some() { Failure::AnotherAuthor } else { Failure::SignIn("/".to_owned()) })
}

/// What seals the words that wait on a browser, for their author: as long as it is not on the browser, nobody reads them
/// there. Nothing on an instance without a key of its own, where nothing is kept on browsers then.
pub(crate) fn seal(cx: &Cx) -> Option<String> {
    let author = Author::of(cx.viewer()).to_string();
    let key = cx.site().db().vault().ok()?.fingerprint("words that wait on a browser", &author);
    Some(STANDARD.encode(key))
}

/// Who is signed in, with what their forms need to leave.
pub(crate) async fn token(cx: Cx) -> Outcome<Response> {
    let told = json!({
        "author": Author::of(cx.viewer()).to_string(),
        "csrf": cx.csrf(),
        "seal": seal(&cx),
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], told.to_string()).into_response())
}

/// Whether a script sent it.
pub(crate) fn is_queued(headers: &HeaderMap) -> bool {
    headers.contains_key(QUEUED)
}

/// A script is told where to go on, since it would read the page there instead of showing it.
pub(crate) fn told(mut response: Response) -> Response {
    if response.status() == StatusCode::SEE_OTHER
        && let Some(to) = response.headers_mut().remove(header::LOCATION)
    {
        response.headers_mut().insert(WENT, to);
        *response.status_mut() = StatusCode::NO_CONTENT;
    }
    response
}

#[cfg(test)]
mod tests {
    use relais_kernel::{AccountId, Clock, Locale, SessionId};

    use super::*;

    fn viewer() -> Viewer {
        let clock = Clock::system();
        Viewer {
            org: clock.id(),
            person: clock.id(),
            account: clock.id::<AccountId>(),
            session: clock.id::<SessionId>(),
            given_name: "Inès".into(),
            locale: Locale::Fr,
            grants: Vec::new(),
        }
    }

    #[test]
    fn sec_03_what_was_written_leaves_under_its_author_alone() {
        let (ines, karim) = (viewer(), viewer());
        let elsewhere = Viewer { org: karim.org, ..ines.clone() };
        let author = Author::of(&ines).to_string();
        assert!(may_leave(&author, Some(&ines)).is_ok());
        assert!(matches!(may_leave(&author, Some(&karim)), Err(Failure::AnotherAuthor)));
        assert!(matches!(may_leave(&author, Some(&elsewhere)), Err(Failure::AnotherAuthor)), "another place");
        assert!(matches!(may_leave(&author, None), Err(Failure::SignIn(_))));
        assert!(may_leave("", Some(&karim)).is_ok(), "a form that names nobody is held by its token");
        for wrong in [".", "x", &author[1..], &format!("{author}."), &author.replace('.', " ")] {
            assert!(matches!(may_leave(wrong, Some(&ines)), Err(Failure::AnotherAuthor)), "{wrong}");
        }
    }
}
