#![doc = include_str!("../README.md")]

mod account;
mod demo;
mod entry;
mod letters;
mod permissions;
mod routes;
mod units;
mod vacancies;

use relais_contracts::directory::ManagerLeft;
use relais_store::outbox::{Event as _, Listener};
use relais_web::{Manifest, MenuEntry, Sample};
use relais_words::{Source, Words};

pub use permissions::*;

/// What this room adds.
pub fn manifest() -> Manifest {
    Manifest {
        room: "network",
        words: vec![Source {
            room: "network",
            fr: include_str!("../locales/fr.ftl"),
            en: include_str!("../locales/en.ftl"),
        }],
        routes: routes::routes(),
        permissions: PERMISSIONS,
        menu: vec![MenuEntry {
            href: "/units",
            key: "units-menu",
            icon: "store",
            in_bar: true,
            rank: 60,
            shown: |viewer| viewer.may::<ReadUnits>(),
        }],
        speaking_jobs: Some(|site| vec![vacancies::job(site)]),
        listeners: vec![Listener { event: ManagerLeft::NAME, job: vacancies::JOB }],
        samples: Some(samples),
        demo: Some(demo::fill),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    [entry::samples(w), account::samples(w), units::samples(w)].concat()
}

/// What it adds to a demo alone (SEC-12): walking in as one of the demo's people.
pub fn demo_routes() -> relais_web::Routes {
    routes::demo_routes()
}
