//! The context of a request: signed in (`Cx`) or not (`Guest`).

use std::{fmt::Display, sync::Arc, time::Duration};

use axum::{extract::FromRequestParts, http::request::Parts};
use jiff::tz::TimeZone;
use relais_directory::accounts::{Browser, sessions::Found};
use relais_kernel::{Day, Instant, Locale, OrgId, Viewer};
use relais_store::{
    Mark, OrgDb, Writes,
    audit::{self, Act},
};
use relais_words::Words;

use crate::{
    Author, Failure, Page, Site,
    components::Notice,
    cookies::Own,
    shell::{NavItem, Shell, Theme, ViewerMenu},
};

/// What the layer found out about a request before its handler runs.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) locale: Locale,
    pub(crate) theme: Theme,
    pub(crate) here: String,
    pub(crate) fragment: bool,
    pub(crate) said: Option<String>,
    pub(crate) visit: String,
    pub(crate) token: Option<String>,
    pub(crate) device: String,
    pub(crate) agent: String,
    pub(crate) signed: Option<Arc<Signed>>,
    /// Whose session waits behind the lock of a shared device. To all pages nobody is signed in then.
    pub(crate) locked: Option<Arc<Signed>>,
    pub(crate) mark: Mark,
}

#[derive(Clone, Debug)]
pub(crate) struct Signed {
    pub(crate) viewer: Viewer,
    pub(crate) organisation: Organisation,
    pub(crate) found: Found,
    /// After how long without use the device locks; nothing on one's own.
    pub(crate) locks_after: Option<Duration>,
}

/// The organisation somebody is in.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its id.
    pub id: OrgId,
    /// Its name.
    pub name: String,
    /// The calendar its days are counted by.
    pub zone: TimeZone,
}

/// A signed-in request.
#[derive(Clone)]
pub struct Cx {
    site: Site,
    known: Arc<Known>,
    signed: Arc<Signed>,
    /// The viewer's language.
    pub w: Words,
}

impl Cx {
    pub(crate) fn new(site: &Site, known: Arc<Known>, signed: Arc<Signed>) -> Self {
        let w = site.words(known.locale);
        Self { site: site.clone(), known, signed, w }
    }

    /// Who looks.
    pub fn viewer(&self) -> &Viewer {
        &self.signed.viewer
    }

    /// Their organisation.
    pub fn organisation(&self) -> &Organisation {
        &self.signed.organisation
    }

    /// Their session.
    pub fn session(&self) -> &Found {
        &self.signed.found
    }

    /// Their organisation's database.
    pub fn db(&self) -> OrgDb {
        self.site.db().org(self.signed.viewer.org)
    }

    /// What their browser is known by.
    pub(crate) fn token(&self) -> Option<&str> {
        self.known.token.as_deref()
    }

    /// What the node shares.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// What the database held when the request came.
    pub fn mark(&self) -> Mark {
        self.known.mark.clone()
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.site.clock().now()
    }

    /// The day it is where the organisation is.
    pub fn today(&self) -> Day {
        self.now().day(&self.signed.organisation.zone)
    }

    /// The token of this session's forms.
    pub fn csrf(&self) -> String {
        crate::csrf::of_session(self.signed.viewer.session)
    }

    /// Who writes the forms of this page: a hidden field of those that may wait for a network.
    pub fn author(&self) -> Author {
        Author::of(self.viewer())
    }

    /// What seals the words of a form that waits on this browser; nothing where none may.
    pub fn seal(&self) -> Option<String> {
        crate::offline::seal(self)
    }

    /// The secret that this browser is known by.
    pub fn device(&self) -> &str {
        &self.known.device
    }

    /// Whether an island asked for a piece of the page only.
    pub fn wants_fragment(&self) -> bool {
        self.known.fragment
    }

    /// Path and query of this page.
    pub fn here(&self) -> &str {
        &self.known.here
    }

    /// The theme chosen on this browser.
    pub fn theme(&self) -> Theme {
        self.known.theme
    }

    /// Writes down, in the transaction of the act, who did it.
    pub async fn note(
        &self,
        on: &impl Writes,
        action: &'static str,
        subject: &'static str,
        id: impl Into<Option<uuid::Uuid>>,
        detail: &str,
    ) -> relais_store::Result<()> {
        let act = Act { actor: self.viewer().into(), action, subject, id: id.into(), detail };
        audit::write(on, Some(self.viewer().org), act).await
    }

    /// The frame around a page of this viewer.
    pub fn shell(&self, title: impl Display) -> Shell {
        let path = self.known.here.split('?').next().unwrap_or("/").to_owned();
        let mut menu: Vec<_> = self.site.menu().iter().filter(|entry| (entry.shown)(self.viewer())).collect();
        menu.sort_by_key(|entry| entry.rank);
        let nav = menu.into_iter().map(|entry| {
            let item = NavItem::new(entry.href, self.w.t(entry.key), entry.icon).current(entry.holds(&path));
            if entry.in_bar { item.in_bar() } else { item }
        });
        Shell::page(&self.w, title)
            .nav(nav)
            .org(&self.signed.organisation.name)
            .viewer(ViewerMenu::new(&self.viewer().given_name))
            .search("")
            .flash(self.known.said(&self.w))
            .printed(self.w.day(&self.today()))
            .theme(self.known.theme)
            .csrf(self.csrf())
            .here(&self.known.here)
            .author(self.author(), self.site.offline(self.viewer()))
            .locking(self.signed.locks_after)
    }

    /// A page of this viewer.
    pub fn page(&self, shell: Shell, body: &impl askama::Template) -> Result<Page, Failure> {
        let page = Page::new(shell.around_page(body));
        Ok(if self.known.said.is_some() { page.cookie(forget_said()) } else { page })
    }

    /// A piece of a page, for an island.
    pub fn piece(&self, piece: &impl askama::Template) -> Result<Page, Failure> {
        Ok(Page::new(piece.render()?))
    }
}

impl Known {
    /// The sentence that the last action left: its key, and after a question mark what completes it.
    fn said(&self, w: &Words) -> Option<Notice> {
        let said = self.said.as_deref()?;
        let (key, args) = said.split_once('?').unwrap_or((said, ""));
        let args: Vec<(String, String)> = serde_html_form::from_str(args).ok()?;
        w.has(key).then(|| {
            let words = args.iter().fold(w.t(key), |say, (name, value)| say.with(name, value.as_str()));
            Notice::kept(words)
        })
    }
}

fn forget_said() -> String {
    "said=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax".to_owned()
}

impl FromRequestParts<Site> for Cx {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Failure> {
        let known = known(parts)?;
        let Some(signed) = known.signed.clone() else {
            let back =
                if parts.method == axum::http::Method::GET { known.here.clone() } else { "/".to_owned() };
            return Err(if known.locked.is_some() { Failure::Locked(back) } else { Failure::SignIn(back) });
        };
        Ok(Self::new(site, known, signed))
    }
}

/// A request of somebody unknown, or of whom nothing need be known.
#[derive(Clone)]
pub struct Guest {
    site: Site,
    known: Arc<Known>,
    /// The browser's language.
    pub w: Words,
}

impl Guest {
    /// What the node shares.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.site.clock().now()
    }

    /// The token of this browser's forms.
    pub fn csrf(&self) -> String {
        match &self.known.signed {
            Some(signed) => crate::csrf::of_session(signed.viewer.session),
            None => crate::csrf::of_visit(&self.known.visit),
        }
    }

    /// Whoever is signed in all the same.
    pub fn viewer(&self) -> Option<&Viewer> {
        self.known.signed.as_ref().map(|signed| &signed.viewer)
    }

    /// Whose session waits behind the lock of this device.
    pub fn locked(&self) -> Option<&Found> {
        self.known.locked.as_ref().map(|signed| &signed.found)
    }

    /// The secret that this browser is known by.
    pub fn device(&self) -> &str {
        &self.known.device
    }

    /// The browser, for a session that begins on it.
    pub fn browser(&self, shared: bool) -> Browser<'_> {
        Browser {
            agent: &self.known.agent,
            shared,
            device: &self.known.device,
            former: self.known.token.as_deref(),
        }
    }

    /// A bare page.
    pub fn page(&self, title: impl Display, body: &impl askama::Template) -> Result<Page, Failure> {
        self.within(Shell::bare(&self.w, title), body)
    }

    /// A bare page that weighs little, in the system's letters: read once, on a telephone, wherever its reader is.
    pub fn leaflet(&self, title: impl Display, body: &impl askama::Template) -> Result<Page, Failure> {
        self.within(Shell::bare(&self.w, title).without_fonts(), body)
    }

    fn within(&self, shell: Shell, body: &impl askama::Template) -> Result<Page, Failure> {
        let shell = shell
            .theme(self.known.theme)
            .csrf(self.csrf())
            .here(&self.known.here)
            .flash(self.known.said(&self.w));
        let page = Page::new(shell.around_page(body));
        let page = if self.known.said.is_some() { page.cookie(forget_said()) } else { page };
        Ok(page.cookie(Own::Visit.set(&self.known.visit, self.site.settings().secure)))
    }
}

impl FromRequestParts<Site> for Guest {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Failure> {
        let known = known(parts)?;
        let w = site.words(known.locale);
        Ok(Self { site: site.clone(), known, w })
    }
}

pub(crate) fn known(parts: &Parts) -> Result<Arc<Known>, Failure> {
    parts
        .extensions
        .get::<Arc<Known>>()
        .cloned()
        .ok_or_else(|| Failure::Broken("the layer is missing".into()))
}
