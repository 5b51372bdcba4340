#![doc = include_str!("../README.md")]

mod account;
mod demo;
mod entry;
pub mod imports;
mod leavers;
mod letters;
mod lists;
mod people;
mod permissions;
mod printed;
mod regions;
mod roles;
mod routes;
mod units;
mod vacancies;

use relais_contracts::directory::ManagerLeft;
use relais_directory::units::TOPICS;
use relais_kernel::{Reach, UnitId, Viewer};
use relais_store::outbox::{Event as _, Listener};
use relais_web::{Manifest, MenuEntry, Sample, TopicKind};
use relais_words::{Source, Words};

pub use permissions::*;
pub use roles::{RoleWords, permission_key, role_words};

/// What this room adds.
pub fn manifest() -> Manifest {
    Manifest {
        room: "network",
        words: vec![
            Source {
                room: "network",
                fr: include_str!("../locales/fr.ftl"),
                en: include_str!("../locales/en.ftl"),
            },
            Source {
                room: "network",
                fr: include_str!("../locales/people.fr.ftl"),
                en: include_str!("../locales/people.en.ftl"),
            },
            Source {
                room: "network",
                fr: include_str!("../locales/imports.fr.ftl"),
                en: include_str!("../locales/imports.en.ftl"),
            },
        ],
        routes: routes::routes(),
        permissions: PERMISSIONS,
        schema: Some(imports::SCHEMA),
        jobs: imports::kinds(),
        menu: vec![
            MenuEntry {
                href: "/units",
                also: &[],
                key: "units-menu",
                icon: "store",
                in_bar: true,
                rank: 60,
                shown: |viewer| viewer.may::<ReadUnits>(),
            },
            MenuEntry {
                href: "/people",
                also: &["/settings/directory"],
                key: "people-menu",
                icon: "users-round",
                in_bar: true,
                rank: 50,
                shown: |viewer| viewer.may::<ReadPeople>(),
            },
            MenuEntry {
                href: "/regions",
                also: &["/hierarchies"],
                key: "regions-menu",
                icon: "map",
                in_bar: false,
                rank: 70,
                shown: |viewer| viewer.may::<ReadRegions>(),
            },
            MenuEntry {
                href: "/imports",
                also: &[],
                key: "imports-menu",
                icon: "file-up",
                in_bar: false,
                rank: 75,
                shown: |viewer| viewer.may::<Import>(),
            },
            MenuEntry {
                href: "/roles",
                also: &[],
                key: "roles-menu",
                icon: "key-round",
                in_bar: false,
                rank: 85,
                shown: |viewer| viewer.may::<ReadGrants>(),
            },
        ],
        speaking_jobs: Some(|site| {
            vec![leavers::job(), vacancies::job(site), vacancies::round(site), entry::forgotten::job(site)]
        }),
        topics: vec![TopicKind { kind: TOPICS, heard: hears_unit }],
        listeners: vec![Listener::each(ManagerLeft::NAME, vacancies::JOB)],
        samples: Some(samples),
        demo: Some(demo::fill),
        ..Manifest::default()
    }
}

/// Whoever reads units hears that one changed; whoever reads single ones alone, these.
fn hears_unit(viewer: &Viewer, id: &str) -> bool {
    let Ok(unit) = id.parse::<UnitId>() else { return false };
    viewer.reach::<ReadUnits>().is_some_and(|reach| match reach {
        Reach::Network => true,
        Reach::Part { regions, units } => !regions.is_empty() || units.contains(&unit),
    })
}

fn samples(w: &Words) -> Vec<Sample> {
    [
        entry::samples(w),
        account::samples(w),
        units::samples(w),
        people::samples(w),
        regions::samples(w),
        roles::samples(w),
        lists::samples(w),
        imports::pages::samples(w),
    ]
    .concat()
}

/// What it adds to a demo alone (SEC-12): walking in as one of the demo's people.
pub fn demo_routes() -> relais_web::Routes {
    routes::demo_routes()
}
