#![doc = include_str!("../README.md")]

mod cases;
mod demo;
mod groups;
mod guards;
mod kinds;
mod permissions;
mod questions;
mod redacting;
mod register;
mod routes;
mod settings;

use relais_store::{Migration, Schema};
use relais_web::{Manifest, MenuEntry, OfflineForm, Sample};
use relais_words::{Source, Words};

pub use kinds::{CASE, QUESTION};
pub use permissions::{AskQuestion, EditGroups, ReadCases, ReadGroups, ReadQuestions};

/// The tables of this room.
pub const SCHEMA: Schema = Schema {
    room: "relaying",
    migrations: &[
        Migration { name: "2026_11_22_relaying", sql: include_str!("../migrations/2026_11_22_relaying.sql") },
        Migration {
            name: "2026_11_22_relaying_cases",
            sql: include_str!("../migrations/2026_11_22_relaying_cases.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_pictures",
            sql: include_str!("../migrations/2026_11_22_relaying_pictures.sql"),
        },
    ],
    guards: guards::ALL,
    register: register::OWN,
};

/// What this room adds.
pub fn manifest() -> Manifest {
    Manifest {
        room: "relaying",
        schema: Some(SCHEMA),
        words: vec![Source {
            room: "relaying",
            fr: include_str!("../locales/fr.ftl"),
            en: include_str!("../locales/en.ftl"),
        }],
        routes: routes::routes(),
        permissions: permissions::PERMISSIONS,
        menu: vec![MenuEntry {
            href: "/questions",
            also: &["/groups", "/cases"],
            key: "relaying-menu",
            icon: "hand-helping",
            in_bar: true,
            rank: 3,
            shown: |viewer| viewer.may::<ReadQuestions>(),
        }],
        offline: Some(OfflineForm { path: "/questions/new", shown: |viewer| viewer.may::<AskQuestion>() }),
        batons: kinds::ALL,
        settings: settings::ALL,
        samples: Some(samples),
        demo: Some(demo::fill),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    [cases::samples(w), groups::samples(w), questions::samples(w)].concat()
}
