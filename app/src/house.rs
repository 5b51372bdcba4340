//! The list of rooms: the one place where a capability is named. All else is read from its manifest.

use std::sync::Arc;

use axum::Router;
use relais_kernel::{BatonKind, Locale, Permission as _, PermissionSpec, Setting};
use relais_sealed::Sealed;
use relais_store::{
    Db, Schema,
    jobs::{Kind, Runner},
    outbox::Listener,
    purge,
};
use relais_web::{
    Declared, Demo, Manifest, MenuEntry, OfflineForm, Routes, SearchKind, Settings, Site, TopicKind,
};
use relais_words::{Catalogue, Source, Words};

mod check;

use crate::failed::Outcome;

/// The tables of the floors below, in the order in which they are laid.
const FOUNDATION: [Schema; 6] = [
    relais_store::SCHEMA,
    relais_directory::SCHEMA,
    relais_contact::SCHEMA,
    relais_post::SCHEMA,
    relais_baton::SCHEMA,
    relais_files::SCHEMA,
];

/// All rooms, put together.
pub struct House {
    schemas: Vec<Schema>,
    sealed: Vec<Schema>,
    sources: Vec<Source>,
    routes: Routes,
    permissions: Vec<PermissionSpec>,
    menu: Vec<MenuEntry>,
    batons: Vec<BatonKind>,
    jobs: Vec<Kind>,
    speaking_jobs: Vec<fn(&Site) -> Vec<Kind>>,
    topics: Vec<TopicKind>,
    search: Vec<SearchKind>,
    choices: Vec<Setting>,
    listeners: Vec<Listener>,
    demos: Vec<(&'static str, Demo)>,
    offline: Vec<OfflineForm>,
}

/// A house whose rooms can be entered.
pub(crate) struct Open {
    /// All routes with their layers.
    pub(crate) pages: Router,
    /// What does the jobs of one node.
    pub(crate) runner: Runner,
    /// What the pages share.
    pub(crate) site: Site,
}

/// The rooms with routes, in the order in which their tables are laid.
pub fn manifests() -> Vec<Manifest> {
    let (relaying, improving) = (relais_relaying::manifest(), relais_improving::manifest());
    let batons = [relaying.batons, improving.batons].concat();
    let mut manifests = vec![
        relais_web::live::manifest(),
        relais_network::manifest(),
        relaying,
        improving,
        relais_home::manifest(
            relais_home::Doors {
                units: relais_network::ReadUnits::SPEC,
                hours: relais_network::EditHours::SPEC,
                people: relais_network::ReadPeople::SPEC,
                regions: relais_network::ReadRegions::SPEC,
                imports: relais_network::Import::SPEC,
                audit: relais_privacy::ReadAudit::SPEC,
                administration: relais_administration::ReadAdministration::SPEC,
            },
            batons,
        ),
        relais_administration::manifest(),
    ];
    let schemas = FOUNDATION.into_iter().chain(manifests.iter().filter_map(|manifest| manifest.schema));
    let schemas: Vec<Schema> = schemas.collect();
    let sealed = manifests.iter().filter_map(|manifest| manifest.sealed);
    let register = schemas.iter().copied().map(open_room).chain(sealed.map(sealed_room)).collect();
    manifests.push(relais_privacy::manifest(register, schemas));
    manifests
}

fn open_room(schema: Schema) -> relais_privacy::Room {
    (schema.room, schema.register)
}

/// What is sealed stands in the register under a title of its own.
fn sealed_room(schema: Schema) -> relais_privacy::Room {
    ("sealed", schema.register)
}

impl House {
    /// The house of `serve`.
    pub fn new() -> Self {
        let mut house = Self {
            schemas: FOUNDATION.to_vec(),
            sealed: Vec::new(),
            sources: vec![
                relais_web::WORDS,
                relais_directory::WORDS,
                relais_contact::WORDS,
                relais_post::WORDS,
                relais_baton::WORDS,
                relais_files::WORDS,
            ],
            routes: Routes::new(),
            permissions: Vec::new(),
            menu: Vec::new(),
            batons: Vec::new(),
            jobs: Vec::new(),
            speaking_jobs: Vec::new(),
            topics: Vec::new(),
            search: Vec::new(),
            choices: [
                relais_directory::SETTINGS,
                relais_baton::SETTINGS,
                relais_contact::SETTINGS,
                relais_post::SETTINGS,
            ]
            .concat(),
            listeners: relais_baton::LISTENERS.to_vec(),
            demos: Vec::new(),
            offline: Vec::new(),
        };
        for manifest in manifests() {
            house.add(manifest);
        }
        house
    }

    /// The house of `demo`: the same, with a letterbox and doors that open without a password (SEC-12).
    pub fn demo() -> Self {
        let mut house = Self::new();
        house.routes = house
            .routes
            .and(relais_network::demo_routes())
            .and(relais_administration::demo_routes())
            .and(relais_improving::demo_routes());
        house
    }

    fn add(&mut self, manifest: Manifest) {
        self.schemas.extend(manifest.schema);
        self.sealed.extend(manifest.sealed);
        self.sources.extend(manifest.words);
        self.routes = std::mem::take(&mut self.routes).and(manifest.routes);
        self.permissions.extend(manifest.permissions);
        self.menu.extend(manifest.menu);
        self.batons.extend(manifest.batons);
        self.jobs.extend(manifest.jobs);
        self.speaking_jobs.extend(manifest.speaking_jobs);
        self.topics.extend(manifest.topics);
        self.search.extend(manifest.search);
        self.choices.extend(manifest.settings);
        self.listeners.extend(manifest.listeners);
        self.offline.extend(manifest.offline);
        self.demos.extend(manifest.demo.map(|demo| (manifest.room, demo)));
    }

    /// The tables of all rooms, in the order in which they are laid.
    pub fn schemas(&self) -> &[Schema] {
        &self.schemas
    }

    /// The tables of the sealed store.
    pub fn sealed(&self) -> &[Schema] {
        &self.sealed
    }

    /// The routes that leave no trace (PRV-07).
    pub(crate) fn unseen(&self) -> Vec<&'static str> {
        self.routes.unseen_paths()
    }

    /// The register's entries, by room (PRV-01).
    pub fn register(&self) -> Vec<relais_privacy::Room> {
        let (open, sealed) = (self.schemas.iter().copied(), self.sealed.iter().copied());
        open.map(open_room).chain(sealed.map(sealed_room)).collect()
    }

    /// The routes of all rooms.
    pub fn declared(&self) -> &[Declared] {
        self.routes.declared()
    }

    /// What fills the demo, by room.
    pub(crate) fn demos(&self) -> &[(&'static str, Demo)] {
        &self.demos
    }

    /// The words of all rooms.
    pub fn catalogue(&self) -> Outcome<Arc<Catalogue>> {
        Ok(Arc::new(Catalogue::build(&self.sources)?))
    }

    /// The words of all rooms, in the language of the command line.
    pub(crate) fn words(&self) -> Outcome<Words> {
        Ok(in_english(&self.catalogue()?))
    }

    /// Lets people in and jobs begin: `post` carries messages out, so many jobs are done at once.
    pub(crate) fn open(
        self,
        (db, sealed): (&Db, &Sealed),
        catalogue: Arc<Catalogue>,
        settings: Settings,
        (post, at_once): (Vec<Kind>, usize),
    ) -> Open {
        let site = Site::new(db.clone(), catalogue, settings, self.menu)
            .allowing(self.permissions)
            .telling(self.topics)
            .finding(self.search)
            .leaving_to_choose(self.choices)
            .sealing(sealed.clone())
            .overlooking(self.routes.unseen_paths())
            .keeping(self.offline);
        let speaking = self.speaking_jobs.iter().flat_map(|kinds| kinds(&site));
        let kinds = self
            .jobs
            .iter()
            .cloned()
            .chain(relais_baton::jobs(&self.batons))
            .chain(relais_contact::jobs())
            .chain(speaking)
            .chain(post)
            .chain([purge::job(&self.schemas)])
            .collect();
        Open {
            pages: relais_web::whole(&site, self.routes.into_router()),
            runner: Runner::new(db.clone(), kinds, self.listeners).at_once(at_once),
            site,
        }
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
