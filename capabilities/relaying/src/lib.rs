#![doc = include_str!("../README.md")]

mod boards;
mod cases;
mod cooperation;
mod demo;
mod feed;
mod groups;
mod guards;
mod handoffs;
mod kinds;
mod permissions;
mod questions;
mod redacting;
mod register;
mod routes;
mod settings;
mod thanks;
mod tools;

use relais_store::{Migration, Schema};
use relais_web::{Manifest, MenuEntry, Sample};
use relais_words::{Source, Words};

pub use kinds::{CASE, QUESTION, TOOL};
pub use permissions::{AskQuestion, EditGroups, ReadBoards, ReadCases, ReadGroups, ReadQuestions};

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
        Migration {
            name: "2026_11_22_relaying_boards",
            sql: include_str!("../migrations/2026_11_22_relaying_boards.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_feed",
            sql: include_str!("../migrations/2026_11_22_relaying_feed.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_tools",
            sql: include_str!("../migrations/2026_11_22_relaying_tools.sql"),
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
            also: &["/groups", "/cases", "/thanks"],
            key: "relaying-menu",
            icon: "hand-helping",
            in_bar: true,
            rank: 3,
            shown: |viewer| viewer.may::<ReadQuestions>(),
        }],
        jobs: vec![handoffs::job(), boards::recount::job(), feed::job()],
        batons: kinds::ALL,
        settings: settings::ALL,
        samples: Some(samples),
        demo: Some(demo::fill),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    let rooms = [cases::samples(w), groups::samples(w), questions::samples(w)];
    let boards = [boards::samples(w), cooperation::samples(w), handoffs::samples(w), thanks::samples(w)];
    rooms.into_iter().chain(boards).chain([feed::samples(w), tools::samples(w)]).flatten().collect()
}
