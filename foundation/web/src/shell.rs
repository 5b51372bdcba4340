//! The whole document around a page's body: rail or bottom bar, scope, viewer's menu, search, flash, paper's head.

mod parts;

use std::{fmt::Display, time::Duration};

use askama::{Template, filters::HtmlSafe};
use relais_kernel::Locale;
use relais_words::Words;

use crate::{
    Author, assets,
    components::{Face, Html, Notice},
};

pub use parts::{Addresses, NavItem, OrgChoice, Theme, ViewerMenu};

/// Languages name themselves.
const LANGUAGES: [(Locale, &str); 2] = [(Locale::Fr, "Français"), (Locale::En, "English")];

/// A page's frame. Fill it in by its methods, then `around` the body.
#[derive(Clone, Debug)]
pub struct Shell {
    w: Words,
    title: String,
    bare: bool,
    broad: bool,
    fonts: bool,
    theme: Theme,
    nav: Vec<NavItem>,
    org: Option<String>,
    orgs: Vec<OrgChoice>,
    scope: Option<String>,
    viewer: Option<ViewerMenu>,
    searched: Option<String>,
    flash: Option<Notice>,
    back: Option<(String, String)>,
    printed: Option<String>,
    csrf: String,
    here: String,
    addresses: Addresses,
    author: Option<Author>,
    offline: Option<&'static str>,
    locks_after: Option<Duration>,
}

impl Shell {
    /// A page of somebody who is signed in.
    pub fn page(w: &Words, title: impl Display) -> Self {
        Self {
            w: w.clone(),
            title: title.to_string(),
            bare: false,
            broad: false,
            fonts: true,
            theme: Theme::System,
            nav: Vec::new(),
            org: None,
            orgs: Vec::new(),
            scope: None,
            viewer: None,
            searched: None,
            flash: None,
            back: None,
            printed: None,
            csrf: String::new(),
            here: "/".into(),
            addresses: Addresses::default(),
            author: None,
            offline: None,
            locks_after: None,
        }
    }

    /// A page without navigation: sign-in, public answers, errors before anyone is known.
    pub fn bare(w: &Words, title: impl Display) -> Self {
        Self { bare: true, ..Self::page(w, title) }
    }

    /// A bare page as wide as a text of several columns needs.
    pub fn broad(self) -> Self {
        Self { broad: true, ..self }
    }

    /// The system's letters, for public answer pages and pages that must weigh nothing.
    pub fn without_fonts(self) -> Self {
        Self { fonts: false, ..self }
    }

    /// What the browser's cookie `theme` says.
    pub fn theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// The places. At most four of those marked `in_bar` show on the phone's bar when others remain (five otherwise).
    pub fn nav(self, nav: impl IntoIterator<Item = NavItem>) -> Self {
        Self { nav: nav.into_iter().collect(), ..self }
    }

    /// The organisation's name.
    pub fn org(self, name: impl Display) -> Self {
        Self { org: Some(name.to_string()), ..self }
    }

    /// All organisations of the account, the current one among them. The switch shows when there are several.
    pub fn orgs(self, orgs: impl IntoIterator<Item = OrgChoice>) -> Self {
        Self { orgs: orgs.into_iter().collect(), ..self }
    }

    /// In what numbers are counted: « Île-de-France Sud · 8 boutiques ».
    pub fn scope(self, scope: impl Display) -> Self {
        Self { scope: Some(scope.to_string()), ..self }
    }

    /// Who looks.
    pub fn viewer(self, viewer: ViewerMenu) -> Self {
        Self { viewer: Some(viewer), ..self }
    }

    /// Shows the search box, holding what was searched.
    pub fn search(self, searched: impl Display) -> Self {
        Self { searched: Some(searched.to_string()), ..self }
    }

    /// What the last action did.
    pub fn flash(self, flash: Option<Notice>) -> Self {
        Self { flash, ..self }
    }

    /// One step up.
    pub fn back(self, href: impl Display, words: impl Display) -> Self {
        Self { back: Some((href.to_string(), words.to_string())), ..self }
    }

    /// The day (and more) that paper shows beside organisation and scope.
    pub fn printed(self, words: impl Display) -> Self {
        Self { printed: Some(words.to_string()), ..self }
    }

    /// The session's token, for the forms of the frame: sign-out, theme, language, organisation.
    pub fn csrf(self, token: impl Display) -> Self {
        Self { csrf: token.to_string(), ..self }
    }

    /// Path and query of this page, where the frame's forms come back to.
    pub fn here(self, path: impl Display) -> Self {
        Self { here: path.to_string(), ..self }
    }

    /// Whose page it is, and the form that their browser keeps for when there is no network.
    pub fn author(self, author: Author, offline: Option<&'static str>) -> Self {
        Self { author: Some(author), offline, ..self }
    }

    /// The device is shared, and locks after so long without use.
    pub fn locking(self, locks_after: Option<Duration>) -> Self {
        Self { locks_after, ..self }
    }

    /// Other addresses than the usual ones.
    pub fn addresses(self, addresses: Addresses) -> Self {
        Self { addresses, ..self }
    }

    /// The document around a piece.
    pub fn around(&self, body: impl HtmlSafe) -> String {
        let document = Document { shell: self, w: &self.w, body: Html::of(body) };
        Html::page(&document).to_string()
    }

    /// The document around a page's template.
    pub fn around_page<T: Template>(&self, page: &T) -> String {
        self.around(Html::page(page))
    }

    /// Whether this page is the one at an address.
    fn at(&self, address: &str) -> bool {
        self.here.split('?').next() == Some(address)
    }

    /// Whether this page is one of the viewer's own menu.
    fn on_account(&self) -> bool {
        self.at(&self.addresses.account) || self.at(&self.addresses.sessions)
    }

    /// The places of the phone's bar.
    fn bar(&self) -> Vec<&NavItem> {
        let chosen: Vec<_> = self.nav.iter().filter(|item| item.in_bar).collect();
        let all_fit = chosen.len() == self.nav.len() && chosen.len() <= 5 && self.searched.is_none();
        let room = if all_fit { 5 } else { 4 };
        chosen.into_iter().take(room).collect()
    }

    /// The places behind « Plus ».
    fn beyond(&self) -> Vec<&NavItem> {
        let bar = self.bar();
        self.nav.iter().filter(|item| !bar.iter().any(|shown| std::ptr::eq(*shown, *item))).collect()
    }

    fn beyond_current(&self) -> bool {
        self.beyond().iter().any(|item| item.current)
    }
}

#[derive(Template)]
#[template(path = "shell.html")]
struct Document<'a> {
    shell: &'a Shell,
    w: &'a Words,
    body: Html,
}
