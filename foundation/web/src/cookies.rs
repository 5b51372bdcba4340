//! The cookies that only the server reads, and the few choices that scripts read too.
//!
//! Over HTTPS the server's own bear the prefix `__Host-`: a browser takes them from this very host alone, so that a
//! neighbour under the same domain cannot lay one of its own over ours (SEC-02).

use axum::http::{HeaderMap, header};
use relais_kernel::SessionId;

use crate::Site;

const DAY: u32 = 86_400;

/// A cookie of the server's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    /// Who is signed in, for thirty days.
    Session,
    /// Which forms a stranger was shown, for a day.
    Visit,
    /// When a shared device was last used, for half a day.
    Used,
    /// That this browser has been used to sign in before, for a year.
    Device,
}

impl Own {
    fn name(self, secure: bool) -> &'static str {
        match (self, secure) {
            (Self::Session, true) => "__Host-session",
            (Self::Session, false) => "session",
            (Self::Visit, true) => "__Host-visit",
            (Self::Visit, false) => "visit",
            (Self::Used, true) => "__Host-used",
            (Self::Used, false) => "used",
            (Self::Device, true) => "__Host-device",
            (Self::Device, false) => "device",
        }
    }

    fn seconds(self) -> u32 {
        match self {
            Self::Session => 30 * DAY,
            Self::Visit => DAY,
            Self::Used => DAY / 2,
            Self::Device => 365 * DAY,
        }
    }

    /// What the browser sent back.
    pub(crate) fn read(self, headers: &HeaderMap, secure: bool) -> Option<String> {
        cookie(headers, self.name(secure)).filter(|value| !value.is_empty())
    }

    /// As sent.
    pub(crate) fn set(self, value: &str, secure: bool) -> String {
        self.written(value, self.seconds(), secure)
    }

    /// As sent to have it forgotten.
    pub(crate) fn forget(self, secure: bool) -> String {
        self.written("", 0, secure)
    }

    fn written(self, value: &str, seconds: u32, secure: bool) -> String {
        let end = if secure { "; Secure" } else { "" };
        format!("{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{end}", self.name(secure))
    }

    /// Whether a cookie as sent is this one.
    pub(crate) fn is(self, sent: &[u8], secure: bool) -> bool {
        sent.strip_prefix(self.name(secure).as_bytes()).is_some_and(|rest| rest.starts_with(b"="))
    }
}

/// What signing in, signing out and choosing lay into a browser.
#[derive(Clone, Copy, Debug)]
pub struct Cookie;

impl Cookie {
    /// The cookie that begins a session on this browser.
    pub fn begin(token: &str, site: &Site) -> String {
        Own::Session.set(token, site.settings().secure)
    }

    /// The cookie that says that a session on a shared device is used now: somebody showed who they are.
    pub fn used(session: SessionId, site: &Site) -> Option<String> {
        crate::lock::use_now(site, session, site.clock().now())
    }

    /// The cookie that ends it.
    pub fn end(site: &Site) -> String {
        Own::Session.forget(site.settings().secure)
    }

    /// The cookie by which this browser is known to whoever signed in on it.
    pub fn remember(device: &str, site: &Site) -> String {
        Own::Device.set(device, site.settings().secure)
    }

    /// A choice that is no secret: language or theme, for a year. Scripts read it too.
    pub fn choice(name: &'static str, value: &'static str) -> String {
        format!("{name}={value}; Path=/; Max-Age={}; SameSite=Lax", 365 * DAY)
    }
}

/// A cookie's value.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_02_over_https_no_neighbour_lays_a_session_over_ours() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "session=thrown; theme=dark".parse().unwrap());
        assert_eq!(Own::Session.read(&headers, true), None);
        headers.append(header::COOKIE, "__Host-session=ours".parse().unwrap());
        assert_eq!(Own::Session.read(&headers, true).as_deref(), Some("ours"));
        let sent = Own::Session.set("ours", true);
        assert_eq!(
            sent, "__Host-session=ours; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure",
            "a browser refuses the prefix without Secure and the root path, or with a domain"
        );
        assert!(Own::Session.is(sent.as_bytes(), true) && !Own::Session.is(sent.as_bytes(), false));
    }

    #[test]
    fn a_forgotten_cookie_is_no_session() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "session=".parse().unwrap());
        assert_eq!(Own::Session.read(&headers, false), None);
        assert!(Own::Session.forget(false).contains("Max-Age=0"));
    }
    #[test]
    fn a_browser_keeps_each_as_long_as_it_is_good_for() {
        let kept = |cookie: &str| cookie.split("Max-Age=").nth(1)?.split(';').next()?.parse::<u32>().ok();
        assert_eq!(kept(&Own::Session.set("x", false)), Some(2_592_000), "thirty days");
        assert_eq!(kept(&Own::Visit.set("x", false)), Some(86_400), "a day");
        assert_eq!(kept(&Own::Device.set("x", false)), Some(31_536_000), "a year");
        assert_eq!(kept(&Cookie::choice("theme", "dark")), Some(31_536_000), "a year");
    }
}
