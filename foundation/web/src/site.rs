//! What all requests of one node share.

use std::{sync::Arc, time::Duration};

use relais_directory::accounts::Hashing;
use relais_kernel::{Clock, Locale, PermissionSpec};
use relais_store::{Db, Memo};
use relais_words::{Catalogue, Words};

use crate::{MenuEntry, request::Signed};

type Viewers = Memo<[u8; 32], Option<Arc<Signed>>>;

/// What a viewer holds also depends on the day and on when their session runs out.
const VIEWERS_LAST: Duration = Duration::from_secs(5);

/// How a node presents itself.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach it, without a slash at the end: links in letters begin with it.
    pub base_url: String,
    /// Whether cookies are sent over HTTPS only.
    pub secure: bool,
    /// Whether demo routes exist (SEC-12).
    pub demo: bool,
    /// How much work a password's hash takes.
    pub hashing: Hashing,
}

/// The state of the router. Cloning shares it.
#[derive(Clone)]
pub struct Site(Arc<Inner>);

struct Inner {
    db: Db,
    catalogue: Arc<Catalogue>,
    settings: Settings,
    menu: Vec<MenuEntry>,
    permissions: Vec<PermissionSpec>,
    viewers: Viewers,
}

impl Site {
    /// Puts it together.
    pub fn new(db: Db, catalogue: Arc<Catalogue>, settings: Settings, menu: Vec<MenuEntry>) -> Self {
        let viewers = Memo::new(VIEWERS_LAST);
        Self(Arc::new(Inner { db, catalogue, settings, menu, permissions: Vec::new(), viewers }))
    }

    /// The permissions of all rooms, so that a page can tell what a role lets do. Said before the site is shared.
    pub fn allowing(self, permissions: impl IntoIterator<Item = PermissionSpec>) -> Self {
        match Arc::try_unwrap(self.0) {
            Ok(inner) => Self(Arc::new(Inner { permissions: permissions.into_iter().collect(), ..inner })),
            Err(shared) => Self(shared),
        }
    }

    /// The permissions of all rooms.
    pub fn permissions(&self) -> &[PermissionSpec] {
        &self.0.permissions
    }

    /// The database of the whole instance: for sign-in and machinery; pages use their organisation's.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        self.0.db.clock()
    }

    /// The words in a language.
    pub fn words(&self, locale: Locale) -> Words {
        Words::new(Arc::clone(&self.0.catalogue), locale)
    }

    /// How this node presents itself.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// Who is behind which session's cookie, by the hash of its token.
    pub(crate) fn viewers(&self) -> &Viewers {
        &self.0.viewers
    }

    pub(crate) fn menu(&self) -> &[MenuEntry] {
        &self.0.menu
    }
}
