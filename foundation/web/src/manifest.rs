//! What a room declares that it adds.

use std::{future::Future, pin::Pin};

use relais_kernel::{BatonKind, PermissionSpec, Setting, Viewer};
use relais_store::{Db, Schema, jobs::Kind, outbox::Listener};
use relais_words::{Source, Words};

use crate::{OfflineForm, Routes, SearchKind, Site, TopicKind};

/// A room's declaration. `app` only lists these.
#[derive(Default)]
pub struct Manifest {
    /// The room.
    pub room: &'static str,
    /// Its tables.
    pub schema: Option<Schema>,
    /// Its tables in the sealed store.
    pub sealed: Option<Schema>,
    /// Its words.
    pub words: Vec<Source>,
    /// Its pages and API.
    pub routes: Routes,
    /// Its permissions.
    pub permissions: &'static [PermissionSpec],
    /// Its places in the navigation.
    pub menu: Vec<MenuEntry>,
    /// Its jobs.
    pub jobs: Vec<Kind>,
    /// Its jobs that speak to people: they need the words and the address of the site.
    pub speaking_jobs: Option<fn(&Site) -> Vec<Kind>>,
    /// What its pages may listen to.
    pub topics: Vec<TopicKind>,
    /// The numbers that an organisation may set.
    pub settings: &'static [Setting],
    /// Its form that opens without network.
    pub offline: Option<OfflineForm>,
    /// What it adds to the search.
    pub search: Vec<SearchKind>,
    /// Which events it hears.
    pub listeners: Vec<Listener>,
    /// The kinds of promises that it makes.
    pub batons: &'static [BatonKind],
    /// Every page it has, filled with examples.
    pub samples: Option<fn(&Words) -> Vec<Sample>>,
    /// What it adds to a demo network.
    pub demo: Option<Demo>,
}

/// Fills a room's tables for the demo; runs once on an empty instance.
pub type Demo = for<'a> fn(&'a Db) -> Pin<Box<dyn Future<Output = relais_store::Result<()>> + Send + 'a>>;

/// A place in the navigation.
#[derive(Clone, Copy, Debug)]
pub struct MenuEntry {
    /// Where it leads.
    pub href: &'static str,
    /// Paths of other pages that belong to it, which stand in no menu.
    pub also: &'static [&'static str],
    /// Its words.
    pub key: &'static str,
    /// Its picture.
    pub icon: &'static str,
    /// Whether it is at the phone's thumb.
    pub in_bar: bool,
    /// Lower stands first.
    pub rank: u16,
    /// Who sees it.
    pub shown: fn(&Viewer) -> bool,
}

impl MenuEntry {
    /// Whether the page at a path belongs to it.
    pub(crate) fn holds(&self, path: &str) -> bool {
        let below = |place: &str| {
            path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        path == self.href
            || (self.href != "/" && below(self.href))
            || self.also.iter().any(|place| below(place))
    }
}

/// A page filled with examples, to be rendered in both languages by a test and looked at.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Page and case: `units/list empty`.
    pub name: &'static str,
    /// What it gave.
    pub html: String,
}

impl Sample {
    /// Renders a page's body as a sample.
    pub fn of(name: &'static str, page: &impl askama::Template) -> Self {
        Self { name, html: page.render().unwrap_or_else(|error| format!("⟦{error}⟧")) }
    }
}
