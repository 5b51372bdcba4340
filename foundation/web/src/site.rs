//! What all requests of one node share.

use std::{sync::Arc, time::Duration};

use relais_directory::accounts::Hashing;
use relais_kernel::{Clock, Locale, PermissionSpec, Setting, Viewer};
use relais_sealed::Sealed;
use relais_store::{Db, Memo};
use relais_words::{Catalogue, Words};

use crate::{
    Failure, MenuEntry, OfflineForm, SearchKind, TopicKind,
    live::{Fan, Pace},
    request::Signed,
};

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
    /// Whether text messages can leave: a gateway is set.
    pub texts: bool,
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
    topics: Vec<TopicKind>,
    search: Vec<SearchKind>,
    choices: Vec<Setting>,
    fan: Arc<Fan>,
    pace: Pace,
    sealed: Option<Sealed>,
    unseen: Vec<&'static str>,
    offline: Vec<OfflineForm>,
}

impl Site {
    /// Puts it together.
    pub fn new(db: Db, catalogue: Arc<Catalogue>, settings: Settings, menu: Vec<MenuEntry>) -> Self {
        let viewers = Memo::new(VIEWERS_LAST);
        let (fan, pace) = (Fan::new(&db), Pace::default());
        let (permissions, topics, search, choices) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (sealed, unseen, offline) = (None, Vec::new(), Vec::new());
        Self(Arc::new(Inner {
            db,
            catalogue,
            settings,
            menu,
            permissions,
            viewers,
            topics,
            search,
            choices,
            fan,
            pace,
            sealed,
            unseen,
            offline,
        }))
    }

    /// The permissions of all rooms, so that a page can tell what a role lets do. Said before the site is shared.
    pub fn allowing(self, permissions: impl IntoIterator<Item = PermissionSpec>) -> Self {
        self.with(|inner| inner.permissions = permissions.into_iter().collect())
    }

    /// The kinds of topics of all rooms, which pages may listen to. Said before the site is shared.
    pub fn telling(self, topics: impl IntoIterator<Item = TopicKind>) -> Self {
        self.with(|inner| inner.topics = topics.into_iter().collect())
    }

    /// What the search of all rooms finds. Said before the site is shared.
    pub fn finding(self, search: impl IntoIterator<Item = SearchKind>) -> Self {
        self.with(|inner| inner.search = search.into_iter().collect())
    }

    /// The numbers of all rooms that an organisation may set. Said before the site is shared.
    pub fn leaving_to_choose(self, choices: impl IntoIterator<Item = Setting>) -> Self {
        self.with(|inner| inner.choices = choices.into_iter().collect())
    }

    /// How streams live, for tests that cannot wait. Said before the site is shared.
    pub fn at_pace(self, pace: Pace) -> Self {
        self.with(|inner| inner.pace = pace)
    }

    /// The sealed store. Said before the site is shared.
    pub fn sealing(self, sealed: Sealed) -> Self {
        self.with(|inner| inner.sealed = Some(sealed))
    }

    /// The paths of the routes that leave no trace (PRV-07). Said before the site is shared.
    pub fn overlooking(self, unseen: impl IntoIterator<Item = &'static str>) -> Self {
        self.with(|inner| inner.unseen = unseen.into_iter().collect())
    }

    /// The forms that open without network. Said before the site is shared.
    pub fn keeping(self, offline: impl IntoIterator<Item = OfflineForm>) -> Self {
        self.with(|inner| inner.offline = offline.into_iter().collect())
    }

    fn with(mut self, change: impl FnOnce(&mut Inner)) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.0) {
            change(inner);
        }
        self
    }

    /// The form that a viewer's browser keeps, if there is one.
    pub(crate) fn offline(&self, viewer: &Viewer) -> Option<&'static str> {
        self.0.offline.iter().find(|form| (form.shown)(viewer)).map(|form| form.path)
    }

    /// Ends all streams, and those that would begin: the node ends.
    pub fn end_streams(&self) {
        self.0.fan.end();
    }

    /// The permissions of all rooms.
    pub fn permissions(&self) -> &[PermissionSpec] {
        &self.0.permissions
    }

    /// What the search of all rooms finds.
    pub fn search(&self) -> &[SearchKind] {
        &self.0.search
    }

    /// The numbers of all rooms that an organisation may set.
    pub fn choices(&self) -> &[Setting] {
        &self.0.choices
    }

    /// The database of the whole instance: for sign-in and machinery; pages use their organisation's.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The sealed store.
    pub fn sealed(&self) -> Result<&Sealed, Failure> {
        self.0.sealed.as_ref().ok_or_else(|| Failure::Broken("there is no sealed store".into()))
    }

    /// Whether requests to a route leave no trace.
    pub(crate) fn overlooks(&self, route: &str) -> bool {
        self.0.unseen.contains(&route)
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

    pub(crate) fn topics(&self) -> &[TopicKind] {
        &self.0.topics
    }

    pub(crate) fn fan(&self) -> &Arc<Fan> {
        &self.0.fan
    }

    pub(crate) fn pace(&self) -> Pace {
        self.0.pace
    }

    pub(crate) fn menu(&self) -> &[MenuEntry] {
        &self.0.menu
    }
}
