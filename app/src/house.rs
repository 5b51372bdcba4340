//! The list of rooms: the one place where a capability is named. All else is read from its manifest.

use std::sync::Arc;

use axum::Router;
use relais_kernel::{Locale, PermissionSpec};
use relais_store::{
    Db, Schema,
    jobs::{Kind, Runner},
    outbox::Listener,
};
use relais_web::{Declared, Demo, Manifest, MenuEntry, Routes, Settings, Site};
use relais_words::{Catalogue, Source, Words};

mod check;

use crate::failed::Outcome;

/// All rooms, put together.
pub struct House {
    schemas: Vec<Schema>,
    sources: Vec<Source>,
    routes: Routes,
    permissions: Vec<PermissionSpec>,
    menu: Vec<MenuEntry>,
    jobs: Vec<Kind>,
    listeners: Vec<Listener>,
    demos: Vec<(&'static str, Demo)>,
}

/// The capabilities, in the order in which their tables are laid.
pub fn manifests() -> Vec<Manifest> {
    vec![
        relais_network::manifest(),
        // relais_home::manifest(),
        // relais_privacy::manifest(),
        // relais_administration::manifest(),
    ]
}

impl House {
    /// The house of `serve`.
    pub fn new() -> Self {
        let mut house = Self {
            schemas: vec![relais_store::SCHEMA, relais_directory::SCHEMA, relais_post::SCHEMA],
            sources: vec![relais_web::WORDS, relais_directory::WORDS, relais_post::WORDS],
            routes: Routes::new(),
            permissions: Vec::new(),
            menu: Vec::new(),
            jobs: Vec::new(),
            listeners: Vec::new(),
            demos: Vec::new(),
        };
        for manifest in manifests() {
            house.add(manifest);
        }
        house
    }

    /// The house of `demo`: the same, with a letterbox and doors that open without a password (SEC-12).
    pub fn demo() -> Self {
        let mut house = Self::new();
        house.routes = house.routes.and(relais_network::demo_routes());
        // .and(relais_administration::demo_routes())
        house
    }

    fn add(&mut self, manifest: Manifest) {
        self.schemas.extend(manifest.schema);
        self.sources.extend(manifest.words);
        self.routes = std::mem::take(&mut self.routes).and(manifest.routes);
        self.permissions.extend(manifest.permissions);
        self.menu.extend(manifest.menu);
        self.jobs.extend(manifest.jobs);
        self.listeners.extend(manifest.listeners);
        self.demos.extend(manifest.demo.map(|demo| (manifest.room, demo)));
    }

    /// The tables of all rooms, in the order in which they are laid.
    pub fn schemas(&self) -> &[Schema] {
        &self.schemas
    }

    /// The routes of all rooms.
    pub fn declared(&self) -> &[Declared] {
        self.routes.declared()
    }

    /// The permissions of all rooms.
    pub fn permissions(&self) -> &[PermissionSpec] {
        &self.permissions
    }

    /// What fills the demo, by room.
    pub fn demos(&self) -> &[(&'static str, Demo)] {
        &self.demos
    }

    /// The words of all rooms.
    pub fn catalogue(&self) -> Outcome<Arc<Catalogue>> {
        Ok(Arc::new(Catalogue::build(&self.sources)?))
    }

    /// The words of all rooms, in the language of the command line.
    pub fn words(&self) -> Outcome<Words> {
        Ok(in_english(&self.catalogue()?))
    }

    /// What does the jobs of one node.
    pub fn runner(&self, db: &Db, more: Vec<Kind>) -> Runner {
        let kinds = self.jobs.iter().cloned().chain(more).collect();
        Runner::new(db.clone(), kinds, self.listeners.clone())
    }

    /// The site and its router.
    pub fn open(self, db: &Db, catalogue: Arc<Catalogue>, settings: Settings) -> (Site, Router) {
        let site = Site::new(db.clone(), catalogue, settings, self.menu);
        let pages = relais_web::whole(&site, self.routes.into_router());
        (site, pages)
    }
}

/// The words of the command line.
pub(crate) fn in_english(catalogue: &Arc<Catalogue>) -> Words {
    Words::new(Arc::clone(catalogue), Locale::En)
}

impl Default for House {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for House {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("House").field("rooms", &self.schemas.len()).finish_non_exhaustive()
    }
}
